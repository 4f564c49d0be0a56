//! What people type and paste, and what stands in URLs and files.

use landscape_licensing::api::encode::{decode_segment, path_segment, query_string};
use landscape_licensing::api::id::{ActivityId, ComputerId, ContractId, LicenseId};
use landscape_licensing::computer_filter::ComputerFilter;
use landscape_licensing::csv::{Column, beginning, lines};
use landscape_licensing::expiry::filter::EndFilter;
use landscape_licensing::preflight::mention::{Mentions, print};
use landscape_licensing::query::Query;
use landscape_licensing::rollout::batch_size;
use landscape_licensing::route::Route;
use proptest::prelude::*;

use crate::config;

static COLUMNS: [Column<[String; 2]>; 2] =
    [Column { name: "first", text: |row| row[0].clone() }, Column { name: "second", text: |row| row[1].clone() }];

/// What a spreadsheet could take for a formula, among other things.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof!["[ ]{0,2}[=+@\t\r\n\0＝＋－＠\"',;-]{0,2}\\PC{0,8}", "-?[0-9]{1,6}", any::<String>()]
}

/// Ids, hostnames and what is neither, in any mixture.
fn pasted() -> impl Strategy<Value = String> {
    let piece = prop_oneof!["[0-9]{1,20}", "[a-zA-Z0-9._-]{1,12}", "\\PC{1,6}", Just("\"".to_owned())];
    let separator = prop::sample::select(vec![" ", ",", ";", "\t", "\n", ", "]);
    let header = prop::sample::select(vec!["", "id\n", "title,ID\n", "hostname;computer_id\n", "\u{feff}id\n"]);
    (header, prop::collection::vec((piece, separator), 0..8)).prop_map(|(header, pieces)| {
        let pieces: String = pieces.into_iter().flat_map(|(piece, separator)| [piece, separator.to_owned()]).collect();
        header.to_owned() + &pieces
    })
}

fn is_formula(cell: &str) -> bool {
    cell.trim_start_matches(' ').starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'])
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn an_id_is_digits_that_come_back(text in "[-+]?[0-9]{0,20}|\\PC{0,4}", number in 1..=i64::MAX) {
        if let Some(id) = ComputerId::parse(&text) {
            prop_assert!(id.0 > 0 && text.bytes().all(|byte| byte.is_ascii_digit()));
            prop_assert_eq!(id.to_string(), text.trim_start_matches('0'));
        }
        let text = number.to_string();
        prop_assert_eq!(LicenseId::parse(&text).map(|id| id.to_string()), Some(text.clone()));
        prop_assert_eq!(ActivityId::parse(&text).map(|id| id.0), Some(number));
    }

    #[test]
    fn nothing_that_is_pasted_is_lost(text in pasted()) {
        let read = Mentions::parse(&text);
        // A cell of a table may be in quotes, in part too.
        let plain = text.replace('"', "");
        prop_assert_eq!(read.ids().count() + read.hostnames().count(), read.all.len());
        for (index, mention) in read.all.iter().enumerate() {
            prop_assert!(!read.all[..index].contains(mention), "{} comes twice", mention);
            prop_assert!(plain.contains(&mention.to_string()) || mention.to_string().parse::<u64>().is_ok());
        }
        prop_assert!(read.bad.iter().all(|piece| !piece.is_empty()));
    }

    #[test]
    fn what_is_printed_is_read_again(text in pasted()) {
        let read = Mentions::parse(&text);
        let again = Mentions::parse(&print(&read.all));
        prop_assert_eq!(again.all, read.all);
    }

    #[test]
    fn any_text_at_all_can_be_pasted(text in any::<String>()) {
        let read = Mentions::parse(&text);
        prop_assert!(read.all.len() + read.bad.len() <= text.len());
    }

    #[test]
    fn any_text_is_one_segment_of_a_path(text in any::<String>()) {
        let segment = path_segment(&text);
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte);
        prop_assert!(segment.bytes().all(is_plain) && segment != "." && segment != "..");
        prop_assert_eq!(decode_segment(&segment), text);
    }

    #[test]
    fn a_contract_of_any_name_has_a_path_that_comes_back(name in "[^/]{1,8}|\\PC{1,20}") {
        let route = Route::Contract(ContractId(name));
        prop_assert_eq!(Route::parse(&route.path()), route);
    }

    #[test]
    fn any_path_is_a_page(path in "/?[a-z-]{0,12}(/[0-9%]{0,6})?(/\\PC{0,4})?|\\PC{0,20}") {
        let route = Route::parse(&path);
        prop_assert_eq!(Route::parse(&route.path()), route.clone());
        prop_assert!(!route.title().is_empty());
    }

    #[test]
    fn a_query_comes_back(name in "[a-z_]{1,8}", value in any::<String>(), rest in "\\PC{0,20}") {
        let query = Query::parse(&rest).with(&name, &value);
        prop_assert_eq!(query.get(&name), Some(value.as_str()).filter(|value| !value.is_empty()));
        prop_assert_eq!(Query::parse(&query.print()), query);
    }

    #[test]
    fn parameters_stay_apart(values in prop::collection::vec(any::<String>(), 0..3)) {
        let parameters: Vec<_> = values.iter().map(|value| ("q", value.as_str())).collect();
        let printed = query_string(&parameters);
        let read = Query::parse(&printed);
        prop_assert_eq!(printed.matches('&').count(), values.len().saturating_sub(1));
        prop_assert_eq!(read.get("q"), values.first().map(String::as_str));
    }

    #[test]
    fn filters_are_read_of_any_query(query in "\\?([a-z_]{1,12}=[a-z0-9%+-]{0,6}&){0,4}|\\PC{0,20}") {
        let query = Query::parse(&query);
        let filter = ComputerFilter::of(&query);
        prop_assert_eq!(ComputerFilter::of(&filter.to_query()), filter);
        let ends = EndFilter::of(&query);
        prop_assert_eq!(EndFilter::parse(&ends.word()), ends);
    }

    #[test]
    fn a_file_holds_what_it_was_given_and_no_formula(rows in prop::collection::vec([cell(), cell()], 0..4)) {
        let text = beginning(&COLUMNS) + &lines(&COLUMNS, &rows);
        let text = text.trim_start_matches('\u{feff}');
        let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
        let read: Vec<_> = reader.records().map(|row| row.expect("it is CSV")).collect();
        prop_assert_eq!(read.len(), rows.len());
        for (read, given) in read.iter().zip(&rows) {
            for (read, given) in read.iter().zip(given) {
                prop_assert!(!is_formula(read) || read.parse::<i64>().is_ok(), "{:?}", read);
                let given = given.replace('\0', "\u{fffd}");
                prop_assert!(read == given || read.strip_prefix('\'') == Some(&given), "{:?} of {:?}", read, given);
            }
        }
    }

    #[test]
    fn a_batch_is_within_its_bounds(text in prop::option::of("[ +-]?[0-9]{0,22}|\\PC{0,4}")) {
        prop_assert!((1..=10_000).contains(&batch_size::read(text.as_deref())));
    }
}
