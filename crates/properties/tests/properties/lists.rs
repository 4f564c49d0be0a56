//! Whatever a server answers is read as far as it goes: nothing panics, and no row is lost silently.

use std::collections::HashSet;

use landscape_licensing::api::activity::Activity;
use landscape_licensing::api::attachment::Attachment;
use landscape_licensing::api::auth::{Login, Me, SwitchedAccount};
use landscape_licensing::api::computer::Computer;
use landscape_licensing::api::contract::Contract;
use landscape_licensing::api::error::ApiError;
use landscape_licensing::api::interpret::{AnswerHeaders, FromAnswer, interpret};
use landscape_licensing::api::license::License;
use landscape_licensing::api::page::{List, Page};
use landscape_licensing::api::row::Row;
use landscape_licensing::api::server::{About, Features, LoginMethods};
use landscape_licensing::follow::children::Children;
use landscape_licensing::follow::result::ResultText;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::config;
use crate::json::{fields, value};

fn read<T: FromAnswer>(body: &[u8]) -> Result<T, ApiError> {
    interpret(200, &AnswerHeaders::default(), body)
}

/// Reads rows, good ones at even places, and finds each of them again.
fn every_row_is_accounted_for<T: Row>(
    odd: Vec<Value>,
    good: impl Fn(usize) -> Value,
) -> Result<Page<T>, TestCaseError> {
    let rows: Vec<_> = odd.into_iter().enumerate().flat_map(|(index, odd)| [good(index), odd]).collect();
    let body = json!({ "count": rows.len(), "results": rows }).to_string();
    let page: Page<T> = read(body.as_bytes()).map_err(|error| TestCaseError::fail(error.to_string()))?;
    prop_assert_eq!(page.came(), rows.len());
    let ids: HashSet<_> = page.results.iter().map(Row::id).collect();
    prop_assert_eq!(ids.len(), page.results.len(), "an id came twice");
    for index in 0..rows.len() / 2 {
        let good: T = serde_json::from_value(good(index)).expect("it is a row");
        prop_assert!(ids.contains(&good.id()), "a good row is missing");
    }
    let places: HashSet<_> = page.unreadable.iter().map(|row| row.place).collect();
    prop_assert!(places.len() == page.unreadable.len() && places.iter().all(|place| (1..=rows.len()).contains(place)));
    Ok(page)
}

/// No number that chance makes.
fn far(index: usize) -> usize {
    4_000_000_000_000_000_000 + index
}

fn rows() -> impl Strategy<Value = Vec<Value>> {
    prop::collection::vec(prop_oneof![1 => value(), 3 => fields()], 0..5)
}

/// An answer tells nothing of its content but through its own words.
fn reads_without_panic<T: FromAnswer>(body: &[u8]) {
    if let Err(error) = read::<T>(body) {
        assert!(matches!(error, ApiError::Undecodable { .. }), "{error:?}");
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn contracts_are_all_accounted_for(odd in rows()) {
        every_row_is_accounted_for::<Contract>(odd, |index| json!({"id": index, "contract_id": format!("good {index}")}))?;
    }

    #[test]
    fn licenses_are_all_accounted_for(odd in rows()) {
        every_row_is_accounted_for::<License>(odd, |index| json!({"id": far(index)}))?;
    }

    #[test]
    fn computers_are_all_accounted_for(odd in rows()) {
        let page = every_row_is_accounted_for::<Computer>(odd, |index| json!({"id": far(index)}))?;
        for computer in page.results {
            prop_assert!(computer.name().is_none_or(|name| !name.trim().is_empty()));
            prop_assert_eq!(computer.is_attached(), computer.ubuntu_pro_info.is_some_and(|info| info.attached));
        }
    }

    #[test]
    fn activities_are_all_accounted_for(odd in rows()) {
        let page = every_row_is_accounted_for::<Activity>(odd, |index| json!({"id": far(index)}))?;
        for activity in page.results {
            let _ = (activity.is_group(), activity.pro_request(), activity.activity_status.ending());
        }
    }

    #[test]
    fn children_count_what_came(odd in prop::collection::vec(rows(), 1..4)) {
        let (mut children, mut offset) = (Children::default(), 0);
        for rows in odd {
            let page: Page<Activity> = read(json!({"results": rows}).to_string().as_bytes()).expect("it is a page");
            let came = u64::try_from(page.came()).expect("it is small");
            children.merge(offset, page);
            offset += came;
        }
        prop_assert!(children.failed().count() <= children.iter().count());
        let counted: usize = children.count_statuses().iter().map(|(_, many)| many).sum();
        prop_assert_eq!(counted, children.iter().count());
    }

    #[test]
    fn results_of_clients_are_told_whatever_they_say(text in "\\PC{0,40}", value in value(), fields in fields()) {
        for text in [text, value.to_string(), fields.to_string()] {
            let _ = ResultText::read(&text);
        }
    }

    #[test]
    fn bytes_are_no_panic(status in 100_u16..=599, body in prop::collection::vec(any::<u8>(), 0..40)) {
        let _ = interpret::<List<Contract>>(status, &AnswerHeaders::default(), &body);
        reads_without_panic::<Page<Computer>>(&body);
    }

    #[test]
    fn json_is_no_panic(value in value(), fields in fields()) {
        for body in [value.to_string(), fields.to_string()] {
            let body = body.as_bytes();
            reads_without_panic::<List<Contract>>(body);
            reads_without_panic::<List<License>>(body);
            reads_without_panic::<Page<Activity>>(body);
            reads_without_panic::<Attachment>(body);
        }
    }

    #[test]
    fn who_somebody_is_and_what_a_server_tells_of_itself_is_no_panic(value in value(), fields in fields()) {
        for body in [value.to_string(), fields.to_string()] {
            let body = body.as_bytes();
            reads_without_panic::<Me>(body);
            reads_without_panic::<Login>(body);
            reads_without_panic::<SwitchedAccount>(body);
            reads_without_panic::<About>(body);
            reads_without_panic::<Features>(body);
            reads_without_panic::<LoginMethods>(body);
        }
    }

    #[test]
    fn json_that_breaks_off_is_told(fields in fields(), cut in any::<prop::sample::Index>()) {
        let body = json!({"results": [fields]}).to_string();
        let cut = cut.index(body.len());
        let answer = read::<List<Contract>>(&body.as_bytes()[..cut]);
        let is_told = matches!(answer, Err(ApiError::Undecodable { .. }));
        prop_assert!(is_told);
    }

    #[test]
    fn an_error_has_few_words_and_no_empty_ones(
        status in 400_u16..=599, kind in prop::option::of("[a-z/;=-]{0,12}"), body in "\\PC{0,600}", value in value(),
    ) {
        let headers = AnswerHeaders { content_type: kind, ..AnswerHeaders::default() };
        for body in [body, value.to_string()] {
            let error = interpret::<Value>(status, &headers, body.as_bytes()).expect_err("it is no success");
            let words = error.server_words().map(|words| words.chars().count());
            prop_assert!(words.is_none_or(|length| (1..=500).contains(&length)), "{error:?}");
        }
    }
}
