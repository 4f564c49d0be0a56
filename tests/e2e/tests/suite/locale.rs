//! Numbers and dates as the person's browser writes them.

use e2e::{Setup, scenario_with};
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
