//! The timeline is a drawing, and a table that says the same.

use landscape_licensing::api::date::ApiDate;
use landscape_licensing::components::timeline_chart::TimelineChart;
use landscape_licensing::format::now;
use landscape_licensing::timeline::Timeline;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::Page;
use crate::pages::open;
use crate::wait::until;

fn show_timeline(contracts: &[&str], licenses: &[&str]) -> Page {
    let page = open("/");
    let read = |ends: &[&str]| ends.iter().map(|end| ApiDate::new(end)).collect::<Vec<_>>();
    let (contracts, licenses) = (read(contracts), read(licenses));
    let timeline = Timeline::of(contracts.iter().map(Some), licenses.iter().map(Some), now());
    page.show(move || view! { <TimelineChart timeline /> });
    page
}

#[wasm_bindgen_test]
async fn the_table_comes_when_it_is_asked_for_and_leads_to_the_lists() {
    let page = show_timeline(&["2020-01-01", "3000-01-01T00:00:00"], &["n/a"]);
    assert!(!page.has("table"));
    assert!(page.text().contains("Expired: 1 contract, 0 licenses. Never: 1 contract, 0 licenses."), "{}", page.text());
    page.press("Show as table");
    until(|| page.has("table")).await;
    assert_eq!(page.names("row").len(), 28);
    let address = |name: &str| page.find("link", name).get_attribute("href").unwrap_or_default();
    assert_eq!(address("1 contract: Expired"), "/licensing/contracts?expires=expired");
    assert_eq!(address("1 contract: Never"), "/licensing/contracts?expires=never");
    assert_eq!(address("1 license: Unknown"), "/licensing/legacy-licenses?expires=unknown");
    page.press("Hide the table");
    until(|| !page.has("table")).await;
}

#[wasm_bindgen_test]
fn contracts_and_licenses_are_drawn_in_two_ways_and_nothing_has_a_style_of_its_own() {
    let end = now().date().to_string();
    let page = show_timeline(&[&end, &end], &[&end]);
    let drawing = page.the("figure").query_selector("svg").ok().flatten().expect("there is a drawing");
    assert_eq!(drawing.get_attribute("role").as_deref(), Some("img"));
    assert!(drawing.get_attribute("aria-label").is_some_and(|label| label.starts_with("Expirations from ")));
    let shapes = |selector: &str| drawing.query_selector_all(selector).map_or(0, |found| found.length());
    assert_eq!((shapes("g"), shapes(".timeline-chart__contracts"), shapes(".timeline-chart__licenses")), (24, 1, 1));
    assert_eq!((shapes(".timeline-chart__today"), shapes("[style]")), (1, 0));
}
