use std::{collections::BTreeMap, future::ready};

use axum::{
    extract::{FromRequestParts, Query},
    http::{header::HOST, request::Parts},
};
use serde_json::{Value, json};

use crate::{api::refusal::Refusal, stub::Shared};

/// "The maximum number of results returned by the method. It defaults to 1000." (documentation of `GET /activities`)
const DEFAULT_LIMIT: usize = 1000;

/// What was asked for after the `?`, and the address it was asked at.
pub(crate) struct Parameters {
    address: String,
    values: BTreeMap<String, String>,
}

impl Parameters {
    pub fn text(&self, name: &str) -> &str {
        self.values.get(name).map(String::as_str).unwrap_or_default()
    }

    /// `true` and `false` in any case; what a filter takes is not documented.
    pub fn flag(&self, name: &str, default: Flag) -> Result<Flag, Refusal> {
        match self.text(name).to_ascii_lowercase().as_str() {
            "" => Ok(default),
            "true" | "1" => Ok(Flag::On),
            "false" | "0" => Ok(Flag::Off),
            other => Err(Refusal::invalid_parameter(format!("`{name}` cannot be `{other}`."))),
        }
    }

    /// Cuts a page out of all the results: `{count, results, next, previous}`.
    pub fn page<T>(&self, all: &[T], to_json: impl Fn(&T) -> Value) -> Result<Value, Refusal> {
        let limit = self.number("limit")?.unwrap_or(DEFAULT_LIMIT);
        let offset = self.number("offset")?.unwrap_or(0);
        let end = offset.saturating_add(limit);
        let next = (limit > 0 && end < all.len()).then(|| self.link(limit, end));
        let previous = (offset > 0).then(|| self.link(limit, offset.saturating_sub(limit)));
        let results: Vec<Value> = all.iter().skip(offset).take(limit).map(to_json).collect();
        Ok(json!({ "count": all.len(), "results": results, "next": next, "previous": previous }))
    }

    fn number(&self, name: &str) -> Result<Option<usize>, Refusal> {
        let number = self.values.get(name).map(|value| value.parse());
        let refusal = |_| Refusal::invalid_parameter(format!("`{name}` must be a non-negative integer."));
        number.transpose().map_err(refusal)
    }

    /// The documentation shows a full address.
    fn link(&self, limit: usize, offset: usize) -> String {
        format!("{}?limit={limit}&offset={offset}", self.address)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flag {
    On,
    Off,
}

impl FromRequestParts<Shared> for Parameters {
    type Rejection = Refusal;

    fn from_request_parts(parts: &mut Parts, _stub: &Shared) -> impl Future<Output = Result<Self, Refusal>> {
        ready(Self::read(parts))
    }
}

impl Parameters {
    fn read(parts: &Parts) -> Result<Self, Refusal> {
        let host = parts.headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
        let address = format!("http://{host}/api/v2{}", parts.uri.path());
        let Query(values) = Query::try_from_uri(&parts.uri)
            .map_err(|_| Refusal::invalid_parameter("The query string cannot be read."))?;
        Ok(Self { address, values })
    }
}
