//! A small `cargo xtask bench`: wide margins, so that a computer that is busy fails nothing and a quadratic way does.

use e2e::{
    Setup, devtools, scenario_alone,
    speed::{Measured, Page, contracts, spreads},
};

const FEW: u32 = 1_000;
const MANY: u32 = 10_000;
const ROUNDS: usize = 3;

/// How many times longer than the page by hand the app may take; `cargo xtask bench` measures how long it does.
const MARGIN: f64 = 6.0;
/// What is below this many milliseconds is not compared: a frame more or less would decide.
const FRAMES: f64 = 50.0;
/// How many times longer ten times the rows may take, measured so roughly.
const GROWTH: f64 = 30.0;

/// The middle of what some rounds measured.
async fn middle(world: &e2e::World, page: &Page) -> Measured {
    world.admit(page).await;
    let mut runs = Vec::new();
    for _ in 0..ROUNDS {
        runs.push(world.look_through(page).await);
    }
    spreads(&runs).into_iter().map(|(name, spread)| (name, spread.median)).collect()
}

#[test]
#[expect(clippy::print_stderr, reason = "the numbers are the result")]
fn ten_thousand_contracts_take_about_as_long_as_by_hand_and_not_much_longer_than_a_thousand() {
    if !devtools::are_there() {
        return;
    }
    scenario_alone(Setup::default(), async |world| {
        world.note_paints().await;
        let few = middle(world, &Page::app(contracts(FEW)).await).await;
        let many = middle(world, &Page::app(contracts(MANY)).await).await;
        let by_hand = middle(world, &Page::by_hand(contracts(MANY)).await).await;
        let slow: Vec<String> = many
            .iter()
            .filter_map(|(name, many)| {
                let (few, by_hand) = (few.get(name)?.max(FRAMES), by_hand.get(name)?.max(FRAMES));
                eprintln!("{name}: {many:.0} ms, by hand {by_hand:.0} ms, of a tenth {few:.0} ms");
                let is_slow = many / by_hand > MARGIN || many / few > GROWTH;
                is_slow.then(|| format!("{name}: {many} ms, by hand {by_hand} ms, of a tenth {few} ms"))
            })
            .collect();
        assert!(slow.is_empty(), "{slow:#?}");
        assert_eq!(many.len(), by_hand.len(), "both were measured in the same way");
    });
}
