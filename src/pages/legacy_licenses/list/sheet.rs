//! Legacy licenses as a file.

use crate::api::license::{License, LicenseFilter};
use crate::csv::{Column, written};
use crate::expiry::filter::EndFilter;
use crate::pages::legacy_licenses::list::status;

/// The columns.
pub static COLUMNS: [Column<License>; 4] = [
    Column { name: "id", text: |license| license.id.to_string() },
    Column {
        name: "available_seats",
        text: |license| license.available_seats.map_or_else(String::new, |seats| seats.to_string()),
    },
    Column { name: "expiration_date", text: |license| written(license.expiration_date.as_ref()) },
    Column { name: "status", text: |license| status(license).label() },
];

/// What the file's name says of the filters.
pub fn hints(filter: LicenseFilter, ends: EndFilter) -> [String; 3] {
    let hint = |is_on: bool, word: &str| if is_on { word.to_owned() } else { String::new() };
    [hint(filter.active_only, "active"), hint(filter.available_only, "available"), ends.hint()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::csv::{lines, stem};

    #[track_caller]
    fn check(json: &str, line: &str) {
        let license: License = serde_json::from_str(json).expect("it is a license");
        assert_eq!(lines(&COLUMNS, [&license]), format!("{line}\r\n"));
    }

    #[test]
    fn what_the_server_does_not_say_is_empty() {
        check(
            r#"{"id": 8, "available_seats": 99, "expiration_date": "2026-11-22"}"#,
            r#""8","99","2026-11-22","Expired""#,
        );
        check(r#"{"id": 8, "available_seats": null, "expiration_date": null}"#, r#""8","","","Never expires""#);
    }

    #[test]
    fn the_name_hints_at_the_filters() {
        let filter = LicenseFilter { active_only: true, available_only: true };
        let name = |ends| stem("legacy-licenses", &hints(filter, ends).each_ref().map(String::as_str));
        assert_eq!(name(EndFilter::Any), "legacy-licenses-active-available");
        assert_eq!(name(EndFilter::Expired), "legacy-licenses-active-available-expires-expired");
    }
}
