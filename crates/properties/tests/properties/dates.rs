//! Dates and times to wait.

use jiff::Timestamp;
use jiff::civil::{self, Date};
use jiff::fmt::rfc2822::DateTimePrinter;
use jiff::tz::TimeZone;
use landscape_licensing::api::date::ApiDate;
use landscape_licensing::api::error::ApiError;
use landscape_licensing::api::retry::{Retries, http_date, retry_after};
use landscape_licensing::expiry::filter::EndFilter;
use landscape_licensing::expiry::{ExpiryStatus, days_left, order};
use landscape_licensing::format::{api_day, api_exact, api_minute};
use proptest::prelude::*;

use crate::config;

/// What looks much like a date.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,12}",
        "[0-9]{4}-[0-9]{2}-[0-9]{2}",
        "[0-9]{4}-[01][0-9]-[0-3][0-9][T ][0-2][0-9]:[0-6][0-9](:[0-6][0-9])?(\\.[0-9]{0,10})?(Z|[+-][0-9]{2}:?[0-9]{2})?",
        "[-+]?[0-9]{1,19}",
    ]
}

fn day() -> impl Strategy<Value = Date> {
    (1_i16..=9999, 1_i8..=12, 1_i8..=31).prop_map(|(year, month, day)| {
        let first = civil::date(year, month, 1);
        civil::date(year, month, day.min(first.days_in_month()))
    })
}

fn error() -> impl Strategy<Value = ApiError> {
    let seconds = prop_oneof![0_u32..100, any::<u32>()];
    prop_oneof![
        Just(ApiError::Network),
        Just(ApiError::Timeout),
        prop::option::of(seconds.clone()).prop_map(|retry_after| ApiError::RateLimited { retry_after }),
        (500_u16..600, seconds).prop_map(|(status, retry_after)| ApiError::Unavailable {
            status,
            message: None,
            retry_after
        }),
        (500_u16..600).prop_map(|status| ApiError::Server { status, message: None }),
    ]
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_text_is_kept_to_the_letter_and_shown(text in text(), other in text(), now in day()) {
        let (date, other) = (ApiDate::new(&text), ApiDate::new(&other));
        prop_assert_eq!(date.as_written(), &text);
        prop_assert!(date.time().is_none() || date.day().is_some());
        let _ = (api_day(&date), api_minute(&date), api_exact(&date));
        let now = now.at(12, 0, 0, 0);
        let _ = (ExpiryStatus::of(Some(&date), now), days_left(Some(&date), now));
        let key = |date: &ApiDate| {
            let is_one = |day: &Date| day.year() < 3000;
            let day = date.day().filter(is_one);
            // Below a microsecond, all is one.
            let time = date.time().filter(|_| day.is_some()).map(|time| time.with().nanosecond(0).build().ok());
            (date.day().is_none(), day.is_none(), day, time)
        };
        prop_assert_eq!(order(Some(&date)).cmp(&order(Some(&other))), key(&date).cmp(&key(&other)));
    }

    #[test]
    fn the_day_is_the_one_that_is_written(day in day(), hour in 0_i8..24, offset in -12_i8..=14) {
        let sign = if offset < 0 { '-' } else { '+' };
        let zone = format!("{sign}{:02}:00", offset.abs());
        for rest in [String::new(), format!("T{hour:02}:30:00"), format!("T{hour:02}:30:00Z"), format!("T{hour:02}:30:00{zone}")] {
            let text = format!("{day}{rest}");
            prop_assert_eq!(ApiDate::new(&text).day(), Some(day), "{}", text);
        }
    }

    #[test]
    fn a_time_is_the_instant_that_is_written(seconds in -60_000_000_000_i64..250_000_000_000, offset in -14_i8..=14) {
        let instant = Timestamp::from_second(seconds).expect("it is within what instants reach");
        let there = Timestamp::from_second(seconds + i64::from(offset) * 3_600).expect("so is this");
        let sign = if offset < 0 { '-' } else { '+' };
        let text = format!("{}{sign}{:02}:00", TimeZone::UTC.to_datetime(there), offset.abs());
        prop_assert_eq!(ApiDate::new(&text).time(), Some(TimeZone::UTC.to_datetime(instant)), "{}", text);
    }

    #[test]
    fn what_is_documented_is_read_as_a_reader_of_all_shapes_reads_it(text in "[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-6][0-9]:[0-6][0-9]") {
        prop_assert_eq!(ApiDate::new(&text).time(), text.parse().ok(), "{}", text);
    }

    #[test]
    fn every_end_is_in_what_counts_it(text in text(), now in day(), days in 1_u16..400) {
        let (date, now) = (ApiDate::new(&text), now.at(0, 0, 0, 0));
        prop_assert!(EndFilter::Any.accepts(Some(&date), now));
        let parts = [EndFilter::Expired, EndFilter::Within(days), EndFilter::Unknown];
        prop_assert!(parts.iter().filter(|part| part.accepts(Some(&date), now)).count() <= 1, "{}", text);
    }

    #[test]
    fn a_time_to_wait_is_read_or_is_none(text in "\\PC{0,20}", number in any::<u64>(), now in prop::option::of(any::<i64>())) {
        let _ = retry_after(&text, now);
        let expected = u32::try_from(number).unwrap_or(u32::MAX);
        prop_assert_eq!(retry_after(&format!(" {number} "), now), Some(expected));
    }

    #[test]
    fn a_date_to_wait_for_is_as_far_as_it_is(now in 0_i64..250_000_000_000, ahead in -1_000_000_i64..1_000_000) {
        let until = Timestamp::from_second(now + ahead).expect("it is within what instants reach");
        let text = DateTimePrinter::new().timestamp_to_rfc9110_string(&until).expect("its year has four digits");
        prop_assert_eq!(http_date(&text), Some(now + ahead));
        let expected = u32::try_from(ahead.max(0)).expect("it is small");
        prop_assert_eq!(retry_after(&text, Some(now)), Some(expected));
    }

    #[test]
    fn nothing_is_tried_more_than_twice_again_nor_for_longer_than_two_minutes(
        errors in prop::collection::vec((error(), any::<f64>()), 0..6),
    ) {
        let mut retries = Retries::default();
        let waits: Vec<_> = errors.iter().map_while(|(error, chance)| retries.wait(error, *chance)).collect();
        prop_assert!(waits.len() <= 2);
        prop_assert!(waits.iter().sum::<u32>() <= 60_000 + 2 * 8_000);
    }
}
