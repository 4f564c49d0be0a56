//! The rows of a list, read one by one where not all are well: one that is odd never hides the good ones, and is never passed
//! over in silence.

use std::collections::HashSet;
use std::hash::Hash;

use rustc_hash::{FxBuildHasher, FxHashSet};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use crate::api::id::ComputerId;
use crate::words::unreadable as words;

/// An id that is longer is cut: it is only shown.
const ID_CHARACTERS: usize = 64;

/// What lists are of.
pub trait Row: DeserializeOwned {
    /// What tells one from another.
    type Id: Clone + Eq + Hash;

    /// Its id: no list has two rows of the same.
    fn id(&self) -> &Self::Id;
}

/// A row that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Its place in the whole list, counted from 1.
    pub place: usize,
    /// The id that it gives itself, where it gives one.
    pub id: Option<String>,
    /// What is wrong with it. Nothing of its content: it may hold a secret.
    pub reason: String,
}

impl Unreadable {
    /// The id of the computer that it would be.
    pub fn computer_id(&self) -> Option<ComputerId> {
        ComputerId::parse(self.id.as_deref()?)
    }
}

/// Whether no two rows have the same id.
pub fn are_all_different<T: Row>(rows: &[T]) -> bool {
    let mut seen = FxHashSet::with_capacity_and_hasher(rows.len(), FxBuildHasher);
    rows.iter().all(|row| seen.insert(row.id()))
}

/// Reads the rows of a list one by one. What cannot be read, or has the id of one before, is told apart.
pub fn one_by_one<T: Row>(raw: Vec<&RawValue>) -> (Vec<T>, Vec<Unreadable>) {
    let (mut rows, mut unreadable) = (Vec::with_capacity(raw.len()), Vec::new());
    let mut seen = HashSet::with_capacity(raw.len());
    for (index, row) in raw.into_iter().enumerate() {
        let reason = match serde_json::from_str::<T>(row.get()) {
            Ok(read) if seen.insert(read.id().clone()) => {
                rows.push(read);
                continue;
            }
            Ok(_) => words::TWICE.to_owned(),
            Err(error) => reason(row.get(), &error),
        };
        unreadable.push(Unreadable { place: index + 1, id: id_of(row.get()), reason });
    }
    (rows, unreadable)
}

fn reason(row: &str, error: &serde_json::Error) -> String {
    match row.chars().next() {
        Some('{') if id_of(row).is_none() => words::NO_ID.to_owned(),
        Some('{') => words::odd_field(error.column()),
        Some('n') => words::NULL.to_owned(),
        _ => words::NO_OBJECT.to_owned(),
    }
}

/// The id that a row gives itself, to the letter.
fn id_of(row: &str) -> Option<String> {
    #[derive(Deserialize)]
    struct Named {
        #[serde(default)]
        contract_id: Option<Box<RawValue>>,
        #[serde(default)]
        id: Option<Box<RawValue>>,
    }
    let named: Named = serde_json::from_str(row).ok()?;
    let id = named.contract_id.or(named.id)?;
    let text = serde_json::from_str(id.get()).unwrap_or_else(|_| id.get().to_owned());
    let cut: String = text.chars().take(ID_CHARACTERS).collect();
    (!cut.is_empty()).then_some(cut)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::activity::Activity;
    use crate::api::computer::Computer;
    use crate::api::contract::Contract;
    use crate::api::interpret::FromAnswer;
    use crate::api::license::License;
    use crate::api::page::{List, Page};

    fn list<T: Row>(rows: &str) -> List<T> {
        List::read(&format!(r#"{{"results": [{rows}]}}"#)).expect("it is a list")
    }

    /// Of a list of one good row, the odd one given and another good one, what is told of the odd one.
    #[track_caller]
    fn check<T: Row>(good: [&str; 2], odd: &str, id: Option<&str>, reason: &str) {
        let List { results, unreadable } = list::<T>(&[good[0], odd, good[1]].join(","));
        assert_eq!(results.len(), 2, "{odd}");
        let [row] = <[_; 1]>::try_from(unreadable).expect("one is odd");
        assert_eq!((row.place, row.id.as_deref(), row.reason.as_str()), (2, id, reason), "{odd}");
    }

    const CONTRACTS: [&str; 2] = [r#"{"id": 1, "contract_id": "a"}"#, r#"{"id": 2, "contract_id": "b"}"#];
    const NUMBERED: [&str; 2] = [r#"{"id": 1}"#, r#"{"id": 2}"#];

    #[test]
    fn one_odd_row_never_hides_the_good_ones() {
        for (odd, reason) in [("null", words::NULL), ("7", words::NO_OBJECT), ("[]", words::NO_OBJECT)] {
            check::<Contract>(CONTRACTS, odd, None, reason);
            check::<License>(NUMBERED, odd, None, reason);
            check::<Computer>(NUMBERED, odd, None, reason);
            check::<Activity>(NUMBERED, odd, None, reason);
        }
        check::<Computer>(NUMBERED, r#"{"title": "x"}"#, None, words::NO_ID);
        check::<Computer>(NUMBERED, r#"{"id": null}"#, None, words::NO_ID);
        check::<Contract>(CONTRACTS, r#"{"id": 3, "contract_id": ""}"#, None, words::NO_ID);
        check::<Contract>(CONTRACTS, r#"{"contract_id": "c"}"#, Some("c"), &words::odd_field(20));
        check::<License>(NUMBERED, r#"{"id": 1.5}"#, Some("1.5"), &words::odd_field(10));
        check::<Activity>(NUMBERED, r#"{"id": "seven"}"#, Some("seven"), &words::odd_field(14));
    }

    #[test]
    fn an_id_comes_once() {
        check::<Contract>(CONTRACTS, r#"{"id": 9, "contract_id": "a"}"#, Some("a"), words::TWICE);
        check::<Computer>(NUMBERED, r#"{"id": "1", "title": "another"}"#, Some("1"), words::TWICE);
    }

    #[test]
    fn nothing_of_a_row_but_its_id_is_told_and_that_not_at_length() {
        let odd = format!(r#"{{"id": "{}", "token": "SECRET"}}"#, "x".repeat(10_000));
        let row = list::<License>(&odd).unreadable.remove(0);
        assert_eq!(row.id.map(|id| id.len()), Some(ID_CHARACTERS));
        assert!(!row.reason.contains("SECRET") && !row.reason.contains('x'));
    }

    #[test]
    fn a_list_that_is_none_is_no_list() {
        for odd in ["{}", r#"{"results": null}"#, r#"{"results": {}}"#, r#"{"results": "[]"}"#, "[]", "null"] {
            assert!(List::<Contract>::read(odd).is_err(), "{odd}");
        }
    }

    #[test]
    fn a_part_counts_every_row_that_came() {
        let page: Page<License> =
            Page::read(r#"{"count": "11", "results": [{"id": 1}, null, {"id": 1}], "next": 7}"#).expect("it is a page");
        assert_eq!((page.count, page.came()), (Some(11), 3));
        let places: Vec<_> = page.at(50).unreadable.iter().map(|row| row.place).collect();
        assert_eq!(places, [52, 53]);
        for odd in ["-1", "1.5", "\"many\"", "null", "[]"] {
            let page = format!(r#"{{"count": {odd}, "results": []}}"#);
            assert_eq!(Page::<License>::read(&page).expect("it is a page").count, None, "{odd}");
        }
    }

    /// Exact to the last digit: `f64` ends at 2^53.
    #[test]
    fn ids_are_exact_whichever_way_they_are_written() {
        for id in [i64::MAX, 9_007_199_254_740_993, 1, 0, -1, i64::MIN] {
            let rows = [id.to_string(), format!("\"{id}\"")];
            for row in rows {
                let read = list::<License>(&format!(r#"{{"id": {row}}}"#));
                assert_eq!(read.results.first().map(|license| license.id.to_string()), Some(id.to_string()), "{row}");
            }
        }
        for odd in ["9223372036854775808", "1e3", "1.0", "true", "\" 1\"", "\"\"", "\"0x1\""] {
            assert!(list::<License>(&format!(r#"{{"id": {odd}}}"#)).results.is_empty(), "{odd}");
        }
    }

    #[test]
    fn odd_fields_do_not_cost_the_row() {
        let computers = list::<Computer>(
            r#"{"id": 1, "title": 7, "hostname": ["a"], "tags": "web", "distribution": {"a": 1}, "last_ping_time": 1764000000,
                "is_wsl_instance": "TRUE", "cloud_instance_metadata": [], "ubuntu_pro_info": "n/a", "mood": "fine"},
               {"id": 2, "tags": ["web", 7, null], "ubuntu_pro_info": {"attached": "true", "contract": {"id": 12},
                "services": [{"name": "fips", "status": 1}, null, {"nameless": true}], "errors": {}, "account": []}},
               {"id": 3, "ubuntu_pro_info": {"attached": "perhaps"}}"#,
        );
        assert_eq!(computers.unreadable, []);
        let [first, second, third] = <[Computer; 3]>::try_from(computers.results).expect("all are read");
        assert_eq!((first.title.as_deref(), first.hostname.as_deref()), (Some("7"), Some(r#"["a"]"#)));
        assert_eq!((first.tags.len(), first.is_wsl_instance, first.ubuntu_pro_info), (0, true, None));
        assert_eq!(first.last_ping_time.map(|time| time.as_written().to_owned()).as_deref(), Some("1764000000"));
        assert_eq!(second.tags, ["web", "7"]);
        let info = second.ubuntu_pro_info.expect("it says something");
        assert_eq!((info.attached, info.contract_id().map(ToString::to_string).as_deref()), (true, Some("12")));
        assert_eq!(info.services.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["fips"]);
        assert_eq!(third.ubuntu_pro_info, None, "neither yes nor no is not known");
        let activities = list::<Activity>(
            r#"{"id": 1, "activity_status": 5, "summary": false, "creator": "ada", "parent_id": "12", "computer_id": "x",
                "children_statuses": [], "computer_count": "3", "creation_time": {}, "result_code": 1.5}"#,
        );
        let activity = activities.results.first().expect("it is read");
        assert_eq!((activity.activity_status.word(), activity.summary.as_deref()), (Some("5"), Some("false")));
        assert_eq!((activity.parent_id.map(|id| id.0), activity.computer_id), (Some(12), None));
        assert_eq!((activity.computer_count, activity.result_code, &activity.creator), (Some(3), None, &None));
        let licenses = list::<License>(r#"{"id": 1, "available_seats": "12"}, {"id": 2, "available_seats": []}"#);
        assert_eq!(licenses.results.iter().map(|it| it.available_seats).collect::<Vec<_>>(), [Some(12), None]);
    }
}
