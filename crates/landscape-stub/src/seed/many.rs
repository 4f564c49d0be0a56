mod attachment;

use jiff::{Timestamp, ToSpan, civil::Date};

use crate::{
    config::Sizes,
    world::{
        Account,
        clock::day,
        computer::{Computer, License},
        contract::Contract,
        license::LegacyLicense,
    },
};

/// As much as asked for; the same sizes always make the same data, but for the dates, which follow the calendar.
pub(crate) fn account(sizes: Sizes, now: Timestamp) -> Account {
    let today = day(now);
    let contracts = (1..=sizes.contracts).map(|number| contract(number, today));
    let licenses = (1..=sizes.licenses).map(|number| license(number, today));
    let computers = (1..=sizes.computers).map(|number| computer(number, sizes));
    let mut account = Account {
        contracts: contracts.collect(),
        licenses: licenses.collect(),
        computers: computers.map(|computer| (computer.id, computer)).collect(),
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

/// Of ten computers four are unlicensed, four have a contract, one is free and one has a legacy license.
fn computer(number: u32, sizes: Sizes) -> Computer {
    let license = match number % 10 {
        4..=7 if sizes.contracts > 0 => License::Pro(contract_id(number % sizes.contracts + 1)),
        8 => License::FreePro,
        9 if sizes.licenses > 0 => License::Legacy(u64::from(number % sizes.licenses + 1)),
        _ => License::Unlicensed,
    };
    let hostname = format!("host-{number:05}");
    Computer::new(number.into(), hostname, format!("Computer {number}")).license(license)
}

fn contract_id(number: u32) -> String {
    format!("contract-{number:05}")
}
