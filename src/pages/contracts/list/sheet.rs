//! Contracts as a file.

use crate::api::contract::Contract;
use crate::csv::{Column, written};
use crate::expiry::filter::EndFilter;
use crate::pages::contracts::list::status;

/// The columns.
pub static COLUMNS: [Column<Contract>; 4] = [
    Column { name: "contract_id", text: |contract| contract.contract_id.to_string() },
    Column { name: "id", text: |contract| contract.id.to_string() },
    Column { name: "expiration_date", text: |contract| written(contract.expiration_date.as_ref()) },
    Column { name: "status", text: |contract| status(contract).label() },
];

/// What the file's name says of the filters.
pub fn hints(is_active_only: bool, ends: EndFilter, filter: &str) -> [String; 3] {
    let hint = |is_on: bool, word: &str| if is_on { word.to_owned() } else { String::new() };
    [hint(is_active_only, "active"), ends.hint(), hint(!filter.trim().is_empty(), "filtered")]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::csv::{lines, stem};

    #[test]
    fn a_line_holds_the_date_as_written_and_the_status_as_shown() {
        let json = r#"{"id": 7, "contract_id": "team/alpha 50%", "expiration_date": "2025-12-31T00:00:00"}"#;
        let contract: Contract = serde_json::from_str(json).expect("it is a contract");
        let line = "\"team/alpha 50%\",\"7\",\"2025-12-31T00:00:00\",\"Expired\"\r\n";
        assert_eq!(lines(&COLUMNS, [&contract]), line);
    }

    #[test]
    fn the_name_hints_at_the_filters() {
        let name = |hints: [String; 3]| stem("contracts", &hints.each_ref().map(String::as_str));
        assert_eq!(name(hints(false, EndFilter::Any, " ")), "contracts");
        assert_eq!(name(hints(true, EndFilter::Within(30), "../x")), "contracts-active-expires-30-filtered");
    }
}
