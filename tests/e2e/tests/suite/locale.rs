//! Numbers and dates as the person's browser writes them.

use e2e::{Setup, scenario, scenario_with};
use landscape_stub::{Seed, Sizes};

#[test]
fn numbers_and_dates_follow_the_browsers_language() {
    let seed = Seed::Many(Sizes { contracts: 1200, ..Sizes::default() });
    for (language, count) in [("en-GB", "1,200 contracts"), ("de-DE", "1.200 contracts")] {
        scenario_with(Setup { seed, language, ..Setup::default() }, async |world| {
            world.open_signed_in("/contracts").await;
            world.sees(count).await;
        });
    }
    for (language, day) in [("en-GB", "31 Dec 2025, "), ("de-DE", "31. Dez. 2025, ")] {
        scenario_with(Setup { language, ..Setup::default() }, async |world| {
            world.open_signed_in("/contracts/contract-id-1").await;
            world.sees(day).await;
        });
    }
}

/// On a system without a language, WebKit tells of one "C", and the page once stood still at the first number.
#[test]
fn a_language_that_is_none_is_passed_over() {
    scenario(async |world| {
        world.open("/contracts").await;
        world.sees_heading("Sign in").await;
        world.script("Object.defineProperty(navigator, 'languages', { value: ['C', 'de-DE'] })").await;
        world.sign_in().await;
        world.sees("11 contracts").await;
        world.sees("31 Dec 2025").await;
    });
}
