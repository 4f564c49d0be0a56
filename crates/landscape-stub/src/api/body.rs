use axum::{
    body::Bytes,
    extract::{FromRequest, Request},
    http::header::CONTENT_TYPE,
};
use serde_json::{Map, Value};

use crate::{api::refusal::Refusal, stub::Shared};

/// The parameters of a POST. Landscape takes JSON alone: anything else is answered 415.
pub(crate) struct Body(Map<String, Value>);

impl Body {
    /// A parameter that must be there, as text that is not empty.
    pub fn text(&self, name: &str) -> Result<&str, Refusal> {
        let text = self.optional_text(name)?;
        text.ok_or_else(|| Refusal::invalid_parameter(format!("`{name}` is required.")))
    }

    /// A parameter that may be left out, be null or be empty.
    pub fn optional_text(&self, name: &str) -> Result<Option<&str>, Refusal> {
        match self.0.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.as_str()).filter(|text| !text.is_empty())),
            Some(_) => Err(Refusal::invalid_parameter(format!("`{name}` must be a string."))),
        }
    }

    /// A number of at least one that may be left out or be null.
    pub fn optional_positive(&self, name: &str) -> Result<Option<i64>, Refusal> {
        match self.0.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(value) => {
                let number = value.as_i64().filter(|number| *number > 0);
                let refusal = || Refusal::invalid_parameter(format!("`{name}` must be a positive integer."));
                number.map(Some).ok_or_else(refusal)
            }
        }
    }

    /// A list of integers that must be there and not be empty.
    pub fn ids(&self, name: &str) -> Result<Vec<i64>, Refusal> {
        let refusal = || Refusal::invalid_parameter(format!("`{name}` is required and must be a list of integers."));
        let list = self.0.get(name).and_then(Value::as_array).ok_or_else(refusal)?;
        let ids: Option<Vec<i64>> = list.iter().map(Value::as_i64).collect();
        ids.filter(|ids| !ids.is_empty()).ok_or_else(refusal)
    }
}

impl FromRequest<Shared> for Body {
    type Rejection = Refusal;

    async fn from_request(request: Request, stub: &Shared) -> Result<Self, Refusal> {
        let content_type = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let media_type = content_type.and_then(|value| value.split(';').next()).unwrap_or_default();
        if !media_type.trim().eq_ignore_ascii_case("application/json") {
            let message = "The content type must be application/json.";
            return Err(Refusal::error(415, "UnsupportedMediaType", message));
        }
        let body = Bytes::from_request(request, stub).await;
        let body = body.map_err(|_| Refusal::invalid_parameter("The body could not be read."))?;
        if body.is_empty() {
            return Ok(Self(Map::new()));
        }
        let parameters = serde_json::from_slice(&body);
        parameters.map(Self).map_err(|_| Refusal::invalid_parameter("The body is not a JSON object."))
    }
}
