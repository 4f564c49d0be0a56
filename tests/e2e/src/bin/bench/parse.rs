//! Reading 100,000 contracts from JSON: by the code of the app, and by the browser itself with a walk over the result.

use e2e::speed::{Page, contracts, spreads};

use crate::{
    Bench, pages,
    table::{Limit, Section},
};

const ROWS: u32 = 100_000;

/// Reads by both, in turn.
pub async fn measure(bench: &Bench) -> Section {
    let page = Page::of_folder("decode", bench.folder.join("decode"), contracts(ROWS)).await;
    let browser = pages::browser(&page).await;
    browser.admit(&page).await;
    browser.goto(&page.address("")).await;
    browser.timed("await window.ready; return {}", Vec::new()).await;
    let (mut app, mut own) = (Vec::new(), Vec::new());
    for round in 0..=bench.rounds {
        let mut measured = browser.timed("return window.read()", Vec::new()).await;
        if round > 0 {
            own.push([("reading".to_owned(), measured.remove("JSON.parse").unwrap_or_default())].into());
            app.push([("reading".to_owned(), measured.remove("app").unwrap_or_default())].into());
        }
    }
    browser.close().await;
    let pages = [("app", spreads(&app)), ("JSON.parse and a walk", spreads(&own))];
    Section::of("100,000 contracts from JSON", &pages, |_| Some(Limit::Times(1.5)))
}
