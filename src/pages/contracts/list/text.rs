//! What the filter of contracts looks through, as of the time when it is prepared.

use std::fmt::Write as _;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::api::contract::Contract;
use crate::api::date::ApiDate;
use crate::format::api_day;
use crate::pages::contracts::list::status;

/// Ends a column: nobody types it.
const END: &str = "\0";

/// What each contract shows in its columns, in small letters. All in one: they lie one behind another in memory.
pub struct Texts {
    all: String,
    /// Where the text of each contract ends.
    ends: Vec<usize>,
}

impl Texts {
    /// Of contracts as they came.
    pub fn of(contracts: &[Arc<Contract>]) -> Self {
        // Many contracts end at once, and a date takes longer to write than all the rest.
        let mut known = FxHashMap::default();
        let (mut all, mut ends) = (String::new(), Vec::with_capacity(contracts.len()));
        for contract in contracts {
            let end = contract.expiration_date.as_ref().map(ApiDate::as_written);
            push_in_small_letters(&mut all, &contract.contract_id.0);
            let _ = write!(all, "{END}{}{END}", contract.id);
            all += known.entry(end).or_insert_with(|| end_of(contract));
            ends.push(all.len());
        }
        Self { all, ends }
    }

    /// Of each contract, by its place, whether one of its columns shows `needle`, which is in small letters.
    pub fn showing(&self, needle: &str) -> Vec<bool> {
        self.each().map(|text| shows(text, needle.as_bytes())).collect()
    }

    fn each(&self) -> impl Iterator<Item = &[u8]> {
        let starts = [0].into_iter().chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| self.all.as_bytes().get(start..*end).unwrap_or_default())
    }
}

/// From one of the needle's first letters to the next. The standard library's search prepares itself for each text, which takes
/// longer than to look through one.
fn shows(mut text: &[u8], needle: &[u8]) -> bool {
    let Some((first, others)) = needle.split_first() else { return true };
    while let Some(behind) = text.iter().position(|letter| letter == first).and_then(|place| text.get(place + 1..)) {
        if behind.starts_with(others) {
            return true;
        }
        text = behind;
    }
    false
}

/// Without a text of its own in between, where that can be.
fn push_in_small_letters(all: &mut String, text: &str) {
    if !text.is_ascii() {
        all.push_str(&text.to_lowercase());
        return;
    }
    let start = all.len();
    all.push_str(text);
    if let Some(text) = all.get_mut(start..) {
        text.make_ascii_lowercase();
    }
}

fn end_of(contract: &Contract) -> String {
    let mut text = status(contract).label() + END;
    if let Some(date) = &contract.expiration_date {
        text += &[date.as_written(), END, &api_day(date), END].concat();
    }
    text.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contract(id: i64, name: &str, end: Option<&str>) -> Arc<Contract> {
        let json = serde_json::json!({"id": id, "contract_id": name, "expiration_date": end});
        Arc::new(serde_json::from_value(json).expect("it is a contract"))
    }

    #[track_caller]
    fn check(needle: &str, expected: bool) {
        let texts = Texts::of(&[contract(7, "Ada-Lovelace", Some("2025-12-31T00:00:00"))]);
        assert_eq!(texts.showing(needle), [expected], "{needle:?}");
    }

    #[test]
    fn the_filter_finds_what_any_column_shows() {
        check("", true);
        check("a", true);
        check("ada", true);
        check("7", true);
        check("2025-12-31", true);
        check("31 dec", true);
        check("expired", true);
        check("grace", false);
        check("é", false);
    }

    #[test]
    fn nothing_is_found_across_two_columns() {
        check("lovelace7", false);
        check("7expired", false);
    }

    #[test]
    fn each_contract_is_found_by_what_it_shows_itself() {
        let contracts = [contract(8, "ÄA", None), contract(18, "b", Some("n/a")), contract(80, "aäa", None)];
        let texts = Texts::of(&contracts);
        for (needle, expected) in [
            ("8", [true, true, true]),
            ("a", [true, true, true]),
            ("ä", [true, false, true]),
            ("äa", [true, false, true]),
            ("never", [true, false, true]),
            ("n/a", [false, true, false]),
            ("unknown", [false, true, false]),
            ("80", [false, false, true]),
            ("aäa", [false, false, true]),
            ("expires\0b", [false, false, false]),
            ("\0b", [false, false, false]),
            ("aäaa", [false, false, false]),
            ("äaäa", [false, false, false]),
        ] {
            assert_eq!(texts.showing(needle), expected, "{needle:?}");
        }
        assert!(Texts::of(&[]).showing("a").is_empty());
    }
}
