//! A date is shown as the API's own, with its exact value on hover.

use landscape_licensing::api::date::ApiDate;
use landscape_licensing::components::date_text::{EndDay, Moment};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Page, text};

#[track_caller]
fn check(page: &Page, shown: &str, exact: &str, machine: Option<&str>) {
    let time = page.the("time");
    assert_eq!((text(&time).as_str(), time.title().as_str()), (shown, exact));
    assert_eq!(time.get_attribute("datetime").as_deref(), machine);
}

#[track_caller]
fn check_end(written: Option<&'static str>, shown: &str, exact: &str) {
    let page = Page::new();
    page.show(move || view! { <EndDay date=written.map(ApiDate::new) /> });
    check(&page, shown, exact, written);
}

#[track_caller]
fn check_moment(written: &'static str, shown: &str, exact: &str) {
    let page = Page::new();
    page.show(move || view! { <Moment date=Some(ApiDate::new(written)) /> });
    check(&page, shown, exact, Some(written));
}

#[wasm_bindgen_test]
fn an_end_is_the_apis_day_with_its_exact_value_on_hover() {
    check_end(Some("2026-09-17"), "17 Sep 2026", "2026-09-17 UTC (Thursday)");
    check_end(Some("2025-12-31T00:00:00"), "31 Dec 2025", "2025-12-31T00:00:00 UTC (Wednesday)");
    check_end(Some("2025-12-31T23:59:59Z"), "31 Dec 2025", "2025-12-31T23:59:59Z (Wednesday)");
}

#[wasm_bindgen_test]
fn an_end_with_an_offset_is_the_day_that_is_written() {
    check_end(Some("2026-01-01T00:30:00+02:00"), "1 Jan 2026", "2026-01-01T00:30:00+02:00 (Thursday)");
    check_end(Some("2025-12-31T23:30:00-05:00"), "31 Dec 2025", "2025-12-31T23:30:00-05:00 (Wednesday)");
}

/// The last day that there is lies beyond what instants reach.
#[wasm_bindgen_test]
fn a_zone_is_not_named_twice_at_the_end_of_the_calendar() {
    check_end(Some("9999-12-31T23:59:59"), "Never expires", "9999-12-31T23:59:59 UTC (Friday)");
    check_end(Some("9999-12-31T23:59:59Z"), "Never expires", "9999-12-31T23:59:59Z (Friday)");
    check_end(Some("9999-12-31T23:59:59+00:00"), "Never expires", "9999-12-31T23:59:59+00:00 (Friday)");
}

#[wasm_bindgen_test]
fn an_end_that_never_comes_says_so() {
    check_end(None, "Never expires", "No end date");
    check_end(Some("3000-01-01T00:00:00"), "Never expires", "3000-01-01T00:00:00 UTC (Wednesday)");
    check_end(Some("3999-12-31"), "Never expires", "3999-12-31 UTC (Friday)");
}

#[wasm_bindgen_test]
fn what_is_no_date_is_shown_as_it_is() {
    check_end(Some("n/a"), "n/a", "n/a");
}

#[wasm_bindgen_test]
fn a_moment_is_a_minute_in_utc_with_its_exact_value_on_hover() {
    check_moment("2025-09-19T14:24:07Z", "19 Sep 2025, 14:24 UTC", "2025-09-19T14:24:07Z (Friday)");
    check_moment("2026-01-01T00:30:00+02:00", "31 Dec 2025, 22:30 UTC", "2026-01-01T00:30:00+02:00 (Thursday)");
    check_moment("2026-09-17", "17 Sep 2026", "2026-09-17 UTC (Thursday)");
}

#[wasm_bindgen_test]
fn no_moment_is_a_dash() {
    let page = Page::new();
    page.show(|| view! { <Moment date=None /> });
    assert_eq!(page.text(), "—");
    assert!(!page.has("time"));
}
