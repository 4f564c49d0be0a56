//! How soon a page answers: by the browser's own timing of events, from the press to the frame that follows; and how soon ten
//! thousand pasted ids are counted.

use e2e::{
    Role,
    browser::Browser,
    speed::{Measured, Page, contracts, spreads},
};
use serde_json::json;

use crate::{
    Bench, pages,
    table::{Limit, Section},
};

const ROWS: u32 = 100_000;
/// What is wanted of every answer but two, in milliseconds.
const ANSWER: f64 = 50.0;
/// What is wanted of a keystroke in the filter of a long list.
const KEYSTROKE: f64 = 100.0;

/// Keeps how long each event took; the browser rounds to 8 ms, and tells of none below 16.
const NOTE: &str = "
    window.events = [];
    window.observer = new PerformanceObserver((list) => window.events.push(...list.getEntries().map((entry) => entry.duration)));
    window.observer.observe({ type: 'event', durationThreshold: 16 });
";

/// Ten thousand ids put into the field at once, until they are counted.
const PASTE: &str = "
    const ids = Array.from({ length: 10_000 }, (_, place) => place + 1).join(', ');
    const counted = () => document.querySelector('.computer-ids-field__note').textContent.startsWith('10,000 ');
    return { '10,000 ids pasted': await until('their number', () => enter(document.getElementById('computer-ids'), ids), counted) };
";

/// What a person does.
pub async fn measure(bench: &Bench) -> Section {
    let page = Page::app(contracts(ROWS)).await;
    let browser = pages::browser(&page).await;
    browser.note_paints().await;
    browser.admit(&page).await;
    let mut runs = Vec::new();
    for _ in 0..bench.rounds {
        runs.push(round(&browser, &page).await);
    }
    browser.close().await;
    Section::of("Answers", &[("app", spreads(&runs))], |name| {
        Some(Limit::Most(if name.starts_with("a keystroke") { KEYSTROKE } else { ANSWER }))
    })
}

async fn round(browser: &Browser, page: &Page) -> Measured {
    let mut measured = Measured::new();
    browser.start_of(page).await;
    browser.script(NOTE).await;
    let mut note = async |name: &str| {
        let script = "
            // The browser tells of an event once its frame was seen.
            for (let frame = 0; frame < 3; frame += 1) await shown();
            window.observer.takeRecords().forEach((entry) => window.events.push(entry.duration));
            const longest = Math.max(0, ...window.events);
            window.events = [];
            return { [given[0]]: longest };
        ";
        measured.extend(browser.timed(script, vec![json!(name)]).await);
    };
    browser.search("Filter contracts", "9").await;
    note("a keystroke in the filter of 100,000 contracts").await;
    browser.search("Filter contracts", "").await;
    note("a keystroke in the filter, emptied").await;
    browser.press("ID").await;
    note("sorting 100,000 contracts").await;
    browser.press("Next").await;
    note("the next part of them").await;
    browser.press("What the statuses mean").await;
    note("what statuses mean").await;
    browser.press("Close").await;
    browser.follow("Attach token").await;
    browser.sees_heading("Attach token").await;
    note("going to another page").await;
    browser.fill("Computer IDs", "1, 2").await;
    note("typing in a form").await;
    browser.press("Attach token").await;
    note("sending a form that lacks something").await;
    measured.extend(browser.timed(PASTE, Vec::new()).await);
    browser.find(Role::Link, "Contracts").await;
    measured
}
