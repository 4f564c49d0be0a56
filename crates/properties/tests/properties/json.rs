//! JSON that is nearly what a server says.

use proptest::prelude::*;
use serde_json::{Map, Number, Value};

/// The names of fields that mean something somewhere.
const NAMES: [&str; 40] = [
    "access_group",
    "account",
    "accounts",
    "activity",
    "activity_status",
    "attached",
    "available",
    "available_seats",
    "children_statuses",
    "cloud_instance_metadata",
    "computer_id",
    "configurations",
    "contract",
    "contract_id",
    "count",
    "creation_time",
    "creator",
    "current_account",
    "email",
    "enabled",
    "errors",
    "expiration_date",
    "expires",
    "good",
    "hostname",
    "id",
    "invalid_computer_ids",
    "key",
    "name",
    "oidc",
    "parent_id",
    "password",
    "products",
    "results",
    "services",
    "status",
    "tags",
    "title",
    "token",
    "ubuntu_pro_info",
];
const WORDS: [&str; 12] = [
    "",
    "n/a",
    "queued",
    "true",
    "7",
    "-1",
    "9007199254740993",
    "1.5",
    "2026-09-17",
    "0001-01-01T00:00:00Z",
    "c-1",
    "\u{202e}",
];

/// A value that is no list and no object.
fn plain() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(|number| Number::from_f64(number).map_or(Value::Null, Value::Number)),
        prop::sample::select(&WORDS[..]).prop_map(Value::from),
        "\\PC{0,6}".prop_map(Value::from),
    ]
}

/// Any value, of fields that mean something.
pub fn value() -> impl Strategy<Value = Value> {
    plain().prop_recursive(3, 12, 4, |inner| {
        let field = (prop::sample::select(&NAMES[..]), inner.clone());
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(Value::Array),
            prop::collection::vec(field, 0..5).prop_map(object),
        ]
    })
}

/// An object of such fields.
pub fn fields() -> impl Strategy<Value = Value> {
    prop::collection::vec((prop::sample::select(&NAMES[..]), value()), 0..5).prop_map(object)
}

fn object(fields: Vec<(&str, Value)>) -> Value {
    Value::Object(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect::<Map<_, _>>())
}
