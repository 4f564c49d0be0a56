//! What the filter of contracts looks through, as of the time when it is prepared.

use std::collections::HashMap;
use std::sync::Arc;

use crate::api::contract::Contract;
use crate::api::date::ApiDate;
use crate::format::api_day;
use crate::pages::contracts::list::status;

/// Parts two columns: nobody types it.
const BETWEEN: &str = "\0";

/// What each contract shows in its columns, in small letters.
pub fn all(contracts: &[Arc<Contract>]) -> Vec<String> {
    // Many contracts end at once, and a date takes longer to write than all the rest.
    let mut ends = HashMap::new();
    let mut texts = Vec::with_capacity(contracts.len());
    for contract in contracts {
        let end = contract.expiration_date.as_ref().map(ApiDate::as_written);
        let mut text = contract.contract_id.0.to_lowercase();
        text += BETWEEN;
        text += &contract.id.to_string();
        text += ends.entry(end).or_insert_with(|| end_of(contract));
        texts.push(text);
    }
    texts
}

fn end_of(contract: &Contract) -> String {
    let mut text = format!("{BETWEEN}{}", status(contract).label());
    if let Some(date) = &contract.expiration_date {
        text += &[BETWEEN, date.as_written(), BETWEEN, &api_day(date)].concat();
    }
    text.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(needle: &str, expected: bool) {
        let json =
            serde_json::json!({"id": 7, "contract_id": "Ada-Lovelace", "expiration_date": "2025-12-31T00:00:00"});
        let contract: Contract = serde_json::from_value(json).expect("it is a contract");
        let texts = all(&[Arc::new(contract)]);
        assert_eq!(texts.iter().filter(|text| text.contains(needle)).count() == 1, expected, "{needle:?}");
    }

    #[test]
    fn the_filter_finds_what_any_column_shows() {
        check("", true);
        check("ada", true);
        check("7", true);
        check("2025-12-31", true);
        check("31 dec", true);
        check("expired", true);
        check("grace", false);
    }

    #[test]
    fn nothing_is_found_across_two_columns() {
        check("lovelace7", false);
        check("7expired", false);
    }

    #[test]
    fn contracts_of_the_same_end_are_told_apart() {
        let contract = |id: &str, end: Option<&str>| {
            let json = serde_json::json!({"id": 8, "contract_id": id, "expiration_date": end});
            Arc::new(serde_json::from_value::<Contract>(json).expect("it is a contract"))
        };
        let texts = all(&[contract("a", None), contract("b", Some("n/a")), contract("c", None)]);
        assert_eq!(texts, ["a\08\0never expires", "b\08\0unknown\0n/a\0n/a", "c\08\0never expires"]);
    }
}
