use proptest::prelude::*;

use super::*;

fn now() -> DateTime {
    "2026-11-23T15:00:00".parse().expect("it is a date")
}

fn timeline(contracts: &[&str], licenses: &[&str]) -> Timeline {
    let read = |ends: &[&str]| ends.iter().map(|end| ApiDate::new(end)).collect::<Vec<_>>();
    let (contracts, licenses) = (read(contracts), read(licenses));
    let given = |end: &ApiDate| end.as_written() != "null";
    let contracts = contracts.iter().map(|end| Some(end).filter(|end| given(end)));
    let licenses = licenses.iter().map(|end| Some(end).filter(|end| given(end)));
    Timeline::of(contracts, licenses, now())
}

fn many(group: &Group) -> (usize, usize) {
    (group.many.contracts, group.many.licenses)
}

#[test]
fn there_are_twenty_four_months_and_this_one_is_the_first() {
    let timeline = timeline(&[], &[]);
    let words: Vec<_> = timeline.months.iter().map(|group| group.ends.word()).collect();
    assert_eq!((words.len(), words[0].as_str(), words[23].as_str()), (24, "2026-11", "2028-10"));
    assert_eq!((timeline.total(), timeline.peak()), (0, None));
}

#[test]
fn every_end_is_counted_in_its_month_or_beside_the_months() {
    let timeline = timeline(
        &["2026-11-30T00:00:00", "2026-11-22T00:00:00", "2028-10-31T00:00:00", "2028-11-01T00:00:00", "3000-01-01"],
        &["2026-11-23", "2027-02-28", "2027-02-01", "null", "3999-12-31", "n/a", "2026-13-01", "2020-01-01"],
    );
    assert_eq!(many(&timeline.months[0]), (1, 1));
    assert_eq!(many(&timeline.months[3]), (0, 2));
    assert_eq!(many(&timeline.months[23]), (1, 0));
    let beside: Vec<_> = timeline.beside.iter().map(|group| (group.ends.word(), many(group))).collect();
    let expected = [("expired", (1, 1)), ("later", (1, 0)), ("never", (1, 2)), ("unknown", (0, 2))];
    assert_eq!(beside, expected.map(|(word, many)| (word.to_owned(), many)));
    assert_eq!(timeline.total(), 13);
}

#[test]
fn the_first_of_the_highest_months_is_the_peak() {
    let timeline = timeline(&["2027-03-01", "2027-03-02", "2027-05-01"], &["2027-05-01"]);
    let peak = timeline.peak().expect("there are ends");
    assert_eq!((peak.month.print().as_str(), peak.many), ("2027-03", 2));
}

#[test]
fn bars_are_as_high_as_their_share_of_the_highest() {
    let timeline = timeline(&["2026-12-01", "2026-12-01", "2027-01-01"], &["2026-12-01", "2026-12-01"]);
    let bars = timeline.bars();
    assert_eq!((bars[0].contracts, bars[0].licenses, bars[0].top()), (0.0, 0.0, 100.0));
    assert_eq!((bars[1].contracts, bars[1].licenses, bars[1].top()), (42.5, 42.5, 15.0));
    assert_eq!((bars[2].contracts, bars[2].licenses, bars[2].top()), (21.25, 0.0, 78.75));
}

#[test]
fn today_is_drawn_within_the_first_month() {
    let timeline = timeline(&[], &[]);
    let slot = 100.0 / 24.0;
    let at = |day: &str| timeline.today(day.parse().expect("it is a date"));
    assert!(at("2026-11-01T00:00:00") > 0.0 && at("2026-11-30T23:59:59") < slot);
    assert!(at("2026-11-15T00:00:00") < at("2026-11-16T00:00:00"));
}

fn any_end() -> impl Strategy<Value = String> {
    prop_oneof![
        (2020..2032_i32, 1..=13_u8, 1..=31_u8).prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}")),
        (2020..2032_i32, 1..=12_u8, 1..=28_u8)
            .prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}T00:00:00")),
        Just("null".to_owned()),
        Just("3000-01-01T00:00:00".to_owned()),
        ".{0,12}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_end_is_lost_or_counted_twice(ends in prop::collection::vec(any_end(), 0..40)) {
        let ends: Vec<_> = ends.iter().map(String::as_str).collect();
        let (contracts, licenses) = ends.split_at(ends.len() / 2);
        prop_assert_eq!(timeline(contracts, licenses).total(), ends.len());
    }

    #[test]
    fn nothing_is_drawn_outside_of_the_drawing(ends in prop::collection::vec(any_end(), 0..40)) {
        let ends: Vec<_> = ends.iter().map(String::as_str).collect();
        let mut right = 0.0;
        for bar in timeline(&ends, &ends).bars() {
            prop_assert!(bar.left >= right && bar.width > 0.0 && bar.top() >= 100.0 - TALLEST - 1e-9);
            right = bar.left + bar.width;
            prop_assert!(right <= 100.0);
        }
    }
}
