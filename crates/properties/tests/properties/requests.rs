//! What is sent: ids to the last digit, and nothing that a value could add to a query.

use landscape_licensing::api::attachment::{AttachRequest, DetachRequest};
use landscape_licensing::api::computer::query::{ComputerQuery, Selector};
use landscape_licensing::api::id::{ComputerId, ContractId};
use landscape_licensing::api::token::Secret;
use proptest::prelude::*;
use serde_json::Value;

use crate::config;

proptest! {
    #![proptest_config(config())]

    #[test]
    fn ids_are_exact_in_a_request(ids in prop::collection::vec(any::<i64>(), 0..6), token in any::<String>()) {
        let computer_ids: Vec<_> = ids.iter().copied().map(ComputerId).collect();
        let digits = ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
        let detach = serde_json::to_string(&DetachRequest { computer_ids: computer_ids.clone() }).expect("it serializes");
        prop_assert_eq!(detach, format!(r#"{{"computer_ids":[{digits}]}}"#));
        let attach = AttachRequest { computer_ids, token: Secret::new(token.clone()) };
        let body: Value = serde_json::to_value(&attach).expect("it serializes");
        prop_assert_eq!(body["token"].as_str(), Some(token.as_str()));
        prop_assert_eq!(body.as_object().map(serde_json::Map::len), Some(2));
    }

    #[test]
    fn an_id_that_comes_goes_as_it_came(id in any::<i64>()) {
        for json in [id.to_string(), format!("\"{id}\"")] {
            let read: ComputerId = serde_json::from_str(&json).expect("it is an id");
            prop_assert_eq!(serde_json::to_string(&read).expect("it serializes"), id.to_string());
        }
    }

    #[test]
    fn a_value_is_one_term_of_a_query(value in any::<String>(), hostname in "\\PC{0,10}") {
        for selector in [Selector::Contract(ContractId(value)), Selector::Hostname(hostname)] {
            let query = ComputerQuery::of(&selector);
            let value = query.as_str().split_once(':').map(|(_, value)| value).expect("it has a selector");
            let inner = value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
            match inner {
                Some(inner) => prop_assert!(!inner.contains(['"', '\n', '\r', '\t', '\0'])),
                None => prop_assert!(value.chars().all(|it| it.is_alphanumeric() || "-_.".contains(it))),
            }
        }
    }
}
