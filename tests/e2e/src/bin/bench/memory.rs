//! What a tab keeps of many visits of a long list.

use e2e::{
    browser::Browser,
    speed::{Page, Spread, contracts},
};

use crate::{
    pages,
    table::{Limit, Line, Section},
};

const ROWS: u32 = 100_000;
const FIRST: u32 = 5;
const LAST: u32 = 50;
/// What is wanted: no more than a tenth more.
const MOST: f64 = 1.1;

const VISIT: &str = "
    const link = (name) => [...document.querySelectorAll('nav a')].find((it) => it.textContent.trim() === name);
    link('Legacy licenses').click();
    await comes('the licenses', () => document.querySelector('h1').textContent === 'Legacy licenses' && firstRow());
    link('Contracts').click();
    await comes('the contracts', () => document.querySelector('h1').textContent === 'Contracts' && firstRow());
    return {};
";

/// Bytes after some visits and after many.
pub async fn measure() -> Section {
    let page = Page::app(contracts(ROWS)).await;
    let browser = pages::browser(&page).await;
    browser.note_memory().await;
    browser.note_paints().await;
    browser.admit(&page).await;
    browser.start_of(&page).await;
    visit(&browser, 0, FIRST).await;
    let first = browser.kept().await;
    visit(&browser, FIRST, LAST).await;
    let last = browser.kept().await;
    browser.close().await;
    let line = |name: &str, first: u64, last: u64| {
        let times = precise(last) / precise(first);
        let spread = Spread { median: times, least: times, most: times };
        Line { name: name.to_owned(), spreads: vec![("app", spread)], limit: Some(Limit::Most(MOST)) }
    };
    let lines = vec![
        line("JavaScript's heap", first.heap, last.heap),
        line("WebAssembly's memory", first.memory, last.memory),
        line("nodes", first.nodes, last.nodes),
        line("listeners", first.listeners, last.listeners),
    ];
    let unit = "times what it was after 5";
    Section { title: "50 visits of 100,000 contracts".to_owned(), unit, lines }
}

async fn visit(browser: &Browser, from: u32, to: u32) {
    for _ in from..to {
        browser.timed(VISIT, Vec::new()).await;
    }
}

#[expect(clippy::cast_precision_loss, reason = "they are far below 2^53")]
fn precise(number: u64) -> f64 {
    number as f64
}
