use crate::{
    config::Seed,
    token::Tokens,
    world::{Account, World, clock::Clock},
};

mod demo;
mod lab;
mod many;

/// The world as it is at the start, by its own clock.
pub(crate) fn world(seed: Seed, clock: Clock) -> World {
    let now = clock.now();
    let (onward, lab) = match seed {
        Seed::Demo => (demo::account(now), lab::account(now)),
        Seed::Empty => (Account::default(), Account::default()),
        Seed::Many(sizes) => (many::account(sizes, now), lab::account(now)),
    };
    let accounts = vec![named(onward, "onward", "Onward, Inc."), named(lab, "lab", "Test lab")];
    World { clock, tokens: Tokens::new(now), accounts }
}

/// The first activity of an account without a past is 1.
fn named(account: Account, name: &str, title: &str) -> Account {
    let next_activity_id = account.next_activity_id.max(1);
    Account { name: name.to_owned(), title: title.to_owned(), next_activity_id, ..account }
}
