use axum::{
    http::{HeaderMap, HeaderName, HeaderValue},
    response::Response,
};

use crate::violations;

/// What web servers add to every answer of the app.
const SET: &str = include_str!("../../../deploy/headers.txt");

const POLICY: &str = "content-security-policy";

/// Adds them; with the address for reports of what the policy has forbidden, where somebody wants to know.
pub(crate) fn add(mut response: Response, reports_violations: bool) -> Response {
    let lines = SET.lines().filter(|line| !line.starts_with('#'));
    for (name, value) in lines.filter_map(|line| line.split_once(": ")) {
        insert(response.headers_mut(), &name.to_ascii_lowercase(), value, reports_violations);
    }
    response
}

fn insert(headers: &mut HeaderMap, name: &str, value: &str, reports_violations: bool) {
    let reporting = format!("{value}; report-uri {}", violations::PATH);
    let value = if reports_violations && name == POLICY { &reporting } else { value };
    if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
        headers.insert(name, value);
    }
}
