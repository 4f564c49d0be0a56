//! A random walk through the app, while one answer in ten goes wrong.

use std::time::Duration;

use fantoccini::wd::TimeoutConfiguration;
use landscape_stub::{EMAIL, PASSWORD};
use serde_json::{Value, json};

use crate::faults::{
    bench::Bench,
    fault::{Fault, Trouble},
    proxy::Rule,
};
use crate::{browser::Browser, driver::answered, engine::Engine};

const WALK: &str = include_str!("monkey.js");

/// Steps between two looks at the console. A page that is loaded anew ends such a part.
const PART: u32 = 20;

/// How long such a part may take in WebKit, whose driver waits all of that for a script whose page has gone. By a timer of the
/// page: it must be one that is not hurried.
const PATIENCE: Duration = Duration::from_secs(9);

/// One answer in so many goes wrong.
const FAULTY: u64 = 10;

/// Paths that write, besides signing in and out.
const WRITES: [&str; 2] = ["/api/v2/attach-token", "/api/v2/detach-token"];

/// How far a walk has come.
#[derive(Debug, Default)]
pub struct Walk {
    /// Steps so far.
    pub steps: u32,
    /// Presses that may have sent a write.
    pub confirms: u64,
    /// Parts that were begun.
    pub parts: u32,
    /// Those that ended with their page.
    pub cut_short: u32,
    /// What was done last.
    trace: Vec<String>,
}

/// Walks so many steps; the same seed chooses the same way, as far as the page answers in time.
///
/// # Panics
/// When a page stops, is empty or complains, or where more was written than confirmed.
pub async fn walk(bench: &Bench, seed: u32, steps: u32) -> Walk {
    let troubles = Fault::PASSING.iter().filter_map(|fault| fault.trouble()).collect();
    bench.proxy.throw_dice_from(seed.into());
    let rule =
        Rule { method: "*", path: "/api/*".to_owned(), times: None, every: FAULTY, trouble: Trouble::OneOf(troubles) };
    bench.proxy.spoil(rule).await;
    bench.open("/attach").await;
    if bench.engine == Engine::Webkit {
        let patience = TimeoutConfiguration::new(Some(PATIENCE), None, None);
        answered(bench.client.update_timeouts(patience).await);
    }
    let mut walk = Walk::default();
    let mut dice = seed | 1;
    while walk.steps < steps {
        dice = throw(dice);
        bench.hurry_page(true).await;
        let left = steps - walk.steps;
        go_on(bench, &mut walk, dice, PART.min(left)).await;
        check(bench, &walk).await;
        dice = throw(dice);
        between(bench, dice).await;
    }
    walk
}

async fn go_on(bench: &Bench, walk: &mut Walk, seed: u32, steps: u32) {
    walk.parts += 1;
    let arguments = vec![json!(seed), json!(steps), json!([EMAIL, PASSWORD])];
    let Ok(told) = bench.client.execute_async(WALK, arguments).await else {
        // The page was loaded anew under the walk's feet; that it answers is looked at next.
        walk.cut_short += 1;
        walk.confirms += u64::from(steps);
        walk.steps += 1;
        return bench.open("/").await;
    };
    walk.steps += u32::try_from(told["taken"].as_u64().unwrap_or_default()).unwrap_or_default();
    walk.confirms += told["confirms"].as_u64().unwrap_or_default();
    let trace = told["trace"].as_array().into_iter().flatten().filter_map(Value::as_str);
    walk.trace.extend(trace.map(str::to_owned));
    walk.trace.drain(..walk.trace.len().saturating_sub(60));
    if !told["problem"].is_null() {
        let said = bench.complaints().await.join("\n");
        panic!("{}, the console says {said}, after:\n{}", told["problem"], walk.trace.join("\n"));
    }
}

async fn check(bench: &Bench, walk: &Walk) {
    let complaints = bench.complaints().await;
    assert!(complaints.is_empty(), "the console says {complaints:#?}, after:\n{}", walk.trace.join("\n"));
    let writes: usize = WRITES.iter().map(|path| bench.proxy.count("POST", path)).sum();
    let confirms = usize::try_from(walk.confirms).unwrap_or(usize::MAX);
    assert!(writes <= confirms, "{writes} writes and {confirms} confirmations, after:\n{}", walk.trace.join("\n"));
}

/// What is no step of the page: it is loaded again, its session ends, or its address is typed.
async fn between(bench: &Bench, dice: u32) {
    match dice % 8 {
        0 | 1 => bench.load_again().await,
        2 => bench.stub.revoke_tokens(),
        3 => {
            let pages = ["/", "/contracts", "/computers", "/activities", "/attach", "/detach", "/legacy-licenses"];
            let index = usize::try_from(dice / 8).unwrap_or_default() % pages.len();
            bench.open(pages[index]).await;
        }
        4 => bench.stub.advance(Duration::from_secs(10)),
        _ => {}
    }
}

/// How many writes came.
pub fn writes(bench: &Bench) -> usize {
    WRITES.iter().map(|path| bench.proxy.count("POST", path)).sum()
}

fn throw(mut dice: u32) -> u32 {
    dice ^= dice << 13;
    dice ^= dice >> 17;
    dice ^= dice << 5;
    dice
}

/// What a variable of the environment says, or else `usual`.
pub fn number(variable: &str, usual: u32) -> u32 {
    std::env::var(variable).ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}

/// Fills the form "Attach token" in and presses twice, by pointer or by Enter, with anything from nothing to a third of a
/// second between; waits until `heading` tells what came of it.
///
/// # Panics
/// When nothing did.
pub async fn press_twice(browser: &Browser, round: u32, heading: &str) {
    let gap = throw(throw(round * 7919 + 1)) % 330;
    let script = "
        const [gap, isByEnter, heading, done] = arguments;
        const wait = (delay) => new Promise((resolve) => setTimeout(resolve, delay));
        const set = (field, text) => {
            field.value = text;
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        };
        const form = document.querySelector('form');
        const button = form.querySelector('[type=submit]');
        const press = () => (isByEnter ? form.requestSubmit() : button.click());
        const isThere = () => [...document.querySelectorAll('h2, h3')].some((it) => it.innerText.trim() === heading);
        (async () => {
            set(document.querySelector('textarea'), '3');
            set(document.getElementById('pro-token'), 'stub-waits');
            press();
            await wait(gap);
            press();
            for (let time = 0; time < 1000 && !isThere(); time += 1) await wait(10);
            await wait(80);
            done(isThere());
        })();
    ";
    let arguments = vec![json!(gap), json!(round.is_multiple_of(2)), json!(heading)];
    let is_there = answered(browser.client.execute_async(script, arguments).await);
    assert_eq!(is_there, Value::Bool(true), "“{heading}” after two presses, {gap} ms apart");
}
