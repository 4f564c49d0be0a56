//! A first visit with a session: nothing is there yet but the page to come.

use e2e::speed::{Measured, contracts, spreads};

use crate::{Bench, pages, table::Section};

const ROWS: u32 = 40;

/// On this computer, and on a slow one with a slow connection.
pub async fn measure(bench: &Bench) -> Vec<Section> {
    vec![
        of(bench, "A first visit of 40 contracts", false).await,
        of(bench, "The same with a quarter of the speed, 1.6 Mbit/s and 150 ms", true).await,
    ]
}

async fn of(bench: &Bench, title: &str, is_slow: bool) -> Section {
    let pages = pages::all(bench, contracts(ROWS)).await;
    let browser = pages::browser(&pages[0]).await;
    browser.note_paints().await;
    let mut runs: Vec<Vec<Measured>> = pages.iter().map(|_| Vec::new()).collect();
    for _ in 0..bench.rounds {
        for (page, runs) in pages.iter().zip(&mut runs) {
            browser.admit(page).await;
            browser.forget_files().await;
            if is_slow {
                browser.slow_down().await;
            }
            let mut measured = browser.start_of(page).await;
            measured.remove("rows after the answer");
            runs.push(measured);
            browser.speed_up().await;
        }
    }
    browser.close().await;
    let spreads: Vec<_> = pages.iter().zip(runs).map(|(page, runs)| (page.name, spreads(&runs))).collect();
    Section::of(title, &spreads, |_| None)
}
