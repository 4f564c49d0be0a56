//! A message of HTTP/1.1 as bytes: its head, and what follows.

use tokio::io::{AsyncRead, AsyncReadExt};

/// More than any message of these tests, but for those that they make up.
const LONGEST: usize = 64 * 1024 * 1024;

/// A request or an answer.
#[derive(Debug, Clone)]
pub(crate) struct Message {
    /// The first line.
    pub start: String,
    /// The other lines of the head.
    pub headers: Vec<(String, String)>,
    /// What follows the head.
    pub body: Vec<u8>,
}

impl Message {
    /// Reads one: as much of a body as its head tells of, or else, where `to_end`, all that comes.
    pub async fn read(from: &mut (impl AsyncRead + Unpin), to_end: bool) -> Option<Self> {
        let mut bytes = Vec::new();
        let end = loop {
            if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
                break end;
            }
            if from.read_buf(&mut bytes).await.ok()? == 0 || bytes.len() > LONGEST {
                return None;
            }
        };
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let mut lines = head.split("\r\n");
        let start = lines.next()?.to_owned();
        let header = |line: &str| line.split_once(':').map(|(name, value)| (name.to_owned(), value.trim().to_owned()));
        let headers = lines.filter_map(header).collect();
        let mut message = Self { start, headers, body: bytes.split_off(end + 4) };
        let length = message.header("content-length").and_then(|length| length.parse::<usize>().ok());
        let wanted = length.unwrap_or(if to_end { LONGEST } else { 0 });
        while message.body.len() < wanted && from.read_buf(&mut message.body).await.ok()? > 0 {}
        Some(message)
    }

    /// An answer.
    pub fn answer(status: u16, headers: &[(&str, String)], body: Vec<u8>) -> Self {
        let reason = http::StatusCode::from_u16(status).ok().and_then(|status| status.canonical_reason());
        let headers = headers.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        Self { start: format!("HTTP/1.1 {status} {}", reason.unwrap_or("Error")), headers, body }
    }

    /// A header's value; names are the same in any case.
    pub fn header(&self, name: &str) -> Option<&str> {
        let header = self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        header.map(|(_, value)| value.as_str())
    }

    /// Puts a header in the place of those of its name.
    pub fn set(&mut self, name: &str, value: &str) {
        self.headers.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
        self.headers.push((name.to_owned(), value.to_owned()));
    }

    /// The method and the path without its query.
    pub fn target(&self) -> (&str, &str) {
        let mut words = self.start.split(' ');
        let (method, address) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        (method, address.split('?').next().unwrap_or_default())
    }

    /// The head as bytes, for a body of the length that it tells and a connection that ends with it.
    pub fn head(&self) -> Vec<u8> {
        let mut told = self.clone();
        told.set("Connection", "close");
        let lines = told.headers.iter().map(|(name, value)| format!("{name}: {value}\r\n"));
        let lines = lines.collect::<Vec<_>>().concat();
        format!("{}\r\n{lines}\r\n", told.start).into_bytes()
    }

    /// All of it as bytes, with the length that its body has.
    pub fn bytes(mut self) -> Vec<u8> {
        if !self.start.contains(" 204 ") {
            self.set("Content-Length", &self.body.len().to_string());
        }
        let mut bytes = self.head();
        bytes.append(&mut self.body);
        bytes
    }
}
