//! Long lists: until rows are painted, sorting, filtering, scrolling; and ten times the rows.

use std::collections::BTreeMap;

use e2e::speed::{Measured, Spread, contracts, spreads};

use crate::{
    Bench, pages,
    table::{Limit, Line, Section},
};

const FEW: u32 = 10_000;
const MANY: u32 = 100_000;

type OfPage = (&'static str, BTreeMap<String, Spread>);
type Pages = Vec<OfPage>;

/// Everything about long lists.
pub async fn measure(bench: &Bench) -> Vec<Section> {
    let few = of(bench, FEW).await;
    let many = of(bench, MANY).await;
    let growth = growth(&few, &many);
    let limit = |name: &str| Some(wanted(name));
    // Of the few, the start of the app is the most.
    vec![Section::of("10,000 contracts", &few, |_| None), Section::of("100,000 contracts", &many, limit), growth]
}

async fn of(bench: &Bench, rows: u32) -> Pages {
    let pages = pages::all(bench, contracts(rows)).await;
    let browser = pages::browser(&pages[0]).await;
    browser.note_paints().await;
    for page in &pages {
        browser.admit(page).await;
    }
    let mut runs: Vec<Vec<Measured>> = pages.iter().map(|_| Vec::new()).collect();
    // One time more: the first is not counted, since nothing is compiled yet.
    for round in 0..=bench.rounds {
        for (page, runs) in pages.iter().zip(&mut runs) {
            let measured = browser.look_through(page).await;
            if round > 0 {
                runs.push(measured);
            }
        }
    }
    browser.close().await;
    pages.iter().zip(runs).map(|(page, runs)| (page.name, spreads(&runs))).collect()
}

fn wanted(name: &str) -> Limit {
    match name {
        "longest frame of scrolling" => Limit::Most(32.0),
        // A press in it is answered with the next one.
        "longest frame behind the rows" => Limit::Most(50.0),
        _ => Limit::Times(1.2),
    }
}

/// How many times longer ten times the rows take.
fn growth(few: &Pages, many: &Pages) -> Section {
    let times = |name: &str| {
        let of = |((page, few), (_, many)): (&OfPage, &OfPage)| {
            let (few, many) = (few.get(name)?, many.get(name)?);
            let times = many.median / few.median;
            Some((*page, Spread { median: times, least: many.least / few.most, most: many.most / few.least }))
        };
        few.iter().zip(many).filter_map(of).collect()
    };
    let names = few.first().into_iter().flat_map(|(_, spreads)| spreads.keys());
    let line = |name: &String| Line { name: name.clone(), spreads: times(name), limit: Some(Limit::Most(11.0)) };
    Section { title: "Ten times the rows".to_owned(), unit: "times the time", lines: names.map(line).collect() }
}
