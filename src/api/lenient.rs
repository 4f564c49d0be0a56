//! Reading what is not quite as documented: an odd value of a field is shown raw or not at all, and never costs the row.

use std::fmt;

use serde::de::{DeserializeOwned, Error, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

/// A text; what is none is shown as it came, and `null` is nothing.
///
/// # Errors
/// Where it is no JSON.
pub fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Value::deserialize(deserializer).map(raw)
}

/// A value as a text.
pub fn raw(value: Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text),
        other => Some(other.to_string()),
    }
}

/// A whole number, also where it is written as a text; anything else is nothing.
///
/// # Errors
/// Where it is no JSON.
pub fn number<'de, D: Deserializer<'de>, Number: DeserializeOwned>(
    deserializer: D,
) -> Result<Option<Number>, D::Error> {
    let value = Value::deserialize(deserializer)?;
    let value = value.as_str().and_then(|text| serde_json::from_str(text.trim()).ok()).unwrap_or(value);
    Ok(serde_json::from_value(value).ok())
}

/// A yes or no; anything else is no.
///
/// # Errors
/// Where it is no JSON.
pub fn flag<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    let value = Value::deserialize(deserializer)?;
    Ok(value == Value::Bool(true) || value.as_str().is_some_and(|text| text.eq_ignore_ascii_case("true")))
}

/// A part of its own; one that cannot be read is nothing.
///
/// # Errors
/// Where it is no JSON.
pub fn part<'de, D: Deserializer<'de>, Part: DeserializeOwned>(deserializer: D) -> Result<Option<Part>, D::Error> {
    let value = Value::deserialize(deserializer)?;
    Ok(serde_json::from_value(value).ok())
}

/// A list of parts: those of it that can be read.
///
/// # Errors
/// Where it is no JSON.
pub fn parts<'de, D: Deserializer<'de>, Part: DeserializeOwned>(deserializer: D) -> Result<Vec<Part>, D::Error> {
    let Value::Array(values) = Value::deserialize(deserializer)? else { return Ok(Vec::new()) };
    Ok(values.into_iter().filter_map(|value| serde_json::from_value(value).ok()).collect())
}

/// A list of texts.
///
/// # Errors
/// Where it is no JSON.
pub fn texts<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    Ok(match Value::deserialize(deserializer)? {
        Value::Array(values) => values.into_iter().filter_map(raw).collect(),
        _ => Vec::new(),
    })
}

/// A number by which something is known, exact to the last digit; also where it is written as a text.
///
/// # Errors
/// Where it is none: something else would be asked for.
pub fn exact<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i64, D::Error> {
    deserializer.deserialize_any(Exact)
}

struct Exact;

impl Visitor<'_> for Exact {
    type Value = i64;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a whole number")
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<i64, E> {
        Ok(number)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<i64, E> {
        i64::try_from(number).map_err(|_| E::custom("a number beyond 64 bits"))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<i64, E> {
        text.parse().map_err(|_| E::custom("a text that is no whole number"))
    }
}
