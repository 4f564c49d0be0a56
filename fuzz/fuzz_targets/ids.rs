//! Whatever is typed or pasted where computers are named, and ids in addresses.

#![no_main]

use landscape_licensing::api::id::ComputerId;
use landscape_licensing::preflight::mention::{Mention, Mentions, folded, print};
use libfuzzer_sys::fuzz_target;
use std::collections::HashSet;

fuzz_target!(|text: &str| {
    if let Some(id) = ComputerId::parse(text) {
        assert!(id.0 > 0 && id.to_string() == text.trim_start_matches('0'), "{text:?} is not {id}");
    }
    let read = Mentions::parse(text);
    let distinct: HashSet<_> = read.all.iter().map(identity).collect();
    assert_eq!(distinct.len(), read.all.len(), "a computer is named twice in {:?}", read.all);
    assert!(read.ids().all(|id| id.0 > 0));
    assert!(read.all.len() + read.bad.len() + read.duplicates <= text.len(), "more came than was typed");
    let printed = print(&read.all);
    assert_eq!(Mentions::parse(&printed).all, read.all, "what the app prints is read as something else");
});

fn identity(mention: &Mention) -> String {
    folded(&mention.to_string())
}
