mod attachment;
mod computers;

use jiff::{Timestamp, ToSpan, civil::Date};

use crate::{
    config::Sizes,
    world::{Account, clock::day, contract::Contract, license::LegacyLicense},
};

/// As much as asked for; the same sizes always make the same data, but for the times, which follow the clock.
pub(crate) fn account(sizes: Sizes, now: Timestamp) -> Account {
    let today = day(now);
    let contracts = (1..=sizes.contracts).map(|number| contract(number, today));
    let licenses = (1..=sizes.licenses).map(|number| license(number, today));
    let mut account = Account {
        contracts: contracts.collect(),
        licenses: licenses.collect(),
        computers: computers::all(sizes, now).map(|computer| (computer.id, computer)).collect(),
        ..Account::default()
    };
    let children = sizes.children.min(sizes.computers);
    if children > 0 {
        attachment::add(&mut account, children, now);
    }
    account
}

/// One in seven has no end; the others end between a month ago and two years from now.
fn contract(number: u32, today: Date) -> Contract {
    let days = i64::from(number) * 37 % 760 - 30;
    let expiration =
        if number.is_multiple_of(7) { Date::constant(3000, 1, 1) } else { today.saturating_add(days.days()) };
    Contract::new(number.into(), contract_id(number), expiration)
}

fn license(number: u32, today: Date) -> LegacyLicense {
    let days = i64::from(number) * 53 % 500 - 60;
    let expiration = (!number.is_multiple_of(3)).then(|| today.saturating_add(days.days()));
    LegacyLicense::new(number.into(), number * 7 % 40, expiration)
}

fn contract_id(number: u32) -> String {
    format!("contract-{number:05}")
}
