//! Plain HTTP: one request, one answer.

use http_body_util::{BodyExt, Empty};
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::TokioExecutor,
};

/// What a server has answered.
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// Names in small letters, with their values, in the server's order.
    pub headers: Vec<(String, String)>,
    /// As it came, compressed or not.
    pub body: Vec<u8>,
}

impl Answer {
    /// The value of a header that may be there once.
    ///
    /// # Panics
    /// When it is there twice.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.iter().filter(|(other, _)| other == name).map(|(_, value)| value.as_str());
        let value = values.next();
        assert_eq!(values.next(), None, "{name} is there twice");
        value
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// Asks for an address, with headers.
///
/// # Panics
/// When there is no answer.
pub async fn ask(method: &str, address: &str, headers: &[(&str, &str)]) -> Answer {
    let client: Client<HttpConnector, Empty<&'static [u8]>> = Client::builder(TokioExecutor::new()).build_http();
    let mut request = http::Request::builder().method(method).uri(address);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(Empty::new()).expect("it is a request");
    let answer = client.request(request).await.unwrap_or_else(|error| panic!("{method} {address}: {error}"));
    let (parts, body) = answer.into_parts();
    let headers = parts.headers.iter();
    let headers =
        headers.map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()));
    let body = body.collect().await.expect("the answer ends as it should").to_bytes().to_vec();
    Answer { status: parts.status.as_u16(), headers: headers.collect(), body }
}
