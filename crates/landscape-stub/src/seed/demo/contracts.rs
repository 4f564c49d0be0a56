use jiff::{Timestamp, ToSpan, civil::date};

use crate::world::{clock::day, contract::Contract};

/// The three of the documentation, then some whose dates follow the calendar.
pub(crate) fn all(now: Timestamp) -> Vec<Contract> {
    let today = day(now);
    let in_days = |days: i64| today.saturating_add(days.days());
    vec![
        Contract::new(1, "contract-id-1", date(2025, 12, 31)),
        Contract::new(2, "contract-id-2", date(2026, 12, 31)),
        Contract::new(3, "contract-id-3", date(3000, 1, 1)),
        Contract::new(4, "contract-expired", in_days(-30)),
        Contract::new(5, "contract-5-days", in_days(5)),
        Contract::new(6, "contract-30-days", in_days(30)),
        Contract::new(7, "contract-61-days", in_days(61)),
        Contract::new(8, "contract-far", in_days(1826)),
        Contract::new(9, "contract-no-end", date(3999, 12, 31)),
        Contract::new(10, "team++alpha", in_days(400)),
        Contract::new(11, "team/alpha 50%", in_days(401)),
    ]
}
