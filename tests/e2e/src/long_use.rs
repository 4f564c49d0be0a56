//! One tab in use for long, and what it keeps of that: by Chromium's own count.

use std::fmt;

use landscape_stub::{EMAIL, PASSWORD};
use serde_json::{Value, json};

use crate::{browser::Browser, driver::answered};

const USE: &str = include_str!("long_use.js");

/// As many turns as end within a driver's patience with one script.
const PART: u32 = 50;

/// Notes the memory of what is compiled to WebAssembly, which Chromium does not count.
const NOTE_MEMORY: &str = "
    for (const name of ['instantiate', 'instantiateStreaming']) {
        const instantiate = WebAssembly[name];
        WebAssembly[name] = async (...given) => {
            const made = await instantiate.apply(WebAssembly, given);
            // Parts that come later have none of their own.
            window.memory ??= (made.instance ?? made).exports.memory;
            return made;
        };
    }
";

/// What a tab keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// Bytes of JavaScript's heap.
    pub heap: u64,
    /// Bytes of WebAssembly's memory.
    pub memory: u64,
    /// Nodes of documents.
    pub nodes: u64,
    /// Listeners to events.
    pub listeners: u64,
}

impl fmt::Display for Kept {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { heap, memory, nodes, listeners } = self;
        write!(formatter, "heap {heap}, memory {memory}, {nodes} nodes, {listeners} listeners")
    }
}

impl Browser {
    /// Lets [`Browser::kept`] know of WebAssembly's memory, from the next load on.
    pub async fn note_memory(&self) {
        self.before_every_page(NOTE_MEMORY).await;
    }

    /// Works in the tab, from one turn to another: a page, a refresh, or out and in again.
    ///
    /// # Panics
    /// When a page does not come.
    pub async fn work(&self, mut from: u32, to: u32) {
        while from < to {
            let end = (from + PART).min(to);
            let arguments = vec![json!(from), json!(end), json!([EMAIL, PASSWORD])];
            let problem = answered(self.client.execute_async(USE, arguments).await);
            assert_eq!(problem, Value::Null);
            from = end;
        }
    }

    /// Throws everything away that nobody needs; in Chromium alone.
    pub async fn collect_garbage(&self) {
        for _ in 0..3 {
            self.tools("HeapProfiler.collectGarbage", json!({})).await;
        }
    }

    /// What the tab keeps once everything is thrown away that nobody needs.
    pub async fn kept(&self) -> Kept {
        self.collect_garbage().await;
        self.tools("Performance.enable", json!({})).await;
        let answer = self.tools("Performance.getMetrics", json!({})).await;
        let number = |name: &str| {
            let metrics = answer["metrics"].as_array().into_iter().flatten();
            let metric = metrics.into_iter().find(|metric| metric["name"] == name);
            metric.and_then(|metric| metric["value"].as_f64()).map_or(0, whole)
        };
        let memory = self.script("return window.memory.buffer.byteLength").await;
        Kept {
            heap: number("JSHeapUsedSize"),
            memory: memory.as_u64().unwrap_or_default(),
            nodes: number("Nodes"),
            listeners: number("JSEventListeners"),
        }
    }
}

/// A count that the protocol gives as a fraction.
fn whole(number: f64) -> u64 {
    format!("{number:.0}").parse().unwrap_or_default()
}
