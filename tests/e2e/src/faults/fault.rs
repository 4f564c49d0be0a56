//! What can go wrong.

use std::time::SystemTime;

use jiff::Timestamp;
use serde_json::json;

/// As long as an error page that somebody has put a whole log into.
const LONG: usize = 10 * 1024 * 1024;

/// How long servers ask to be left alone, in seconds: long enough for the page's clock to be hurried.
const PEACE: u32 = 40;

/// What goes wrong with a request on its way.
#[derive(Debug, Clone)]
pub enum Trouble {
    /// Nobody listens.
    Refused,
    /// The connection breaks before an answer.
    Reset,
    /// The connection breaks in the middle of the answer's body.
    ResetInBody,
    /// Nothing comes.
    Stall,
    /// Nothing comes after half of the answer's body.
    StallInBody,
    /// The body comes byte by byte, one each second.
    Drip,
    /// The answer comes once the rule is lifted.
    Hold,
    /// This comes in the place of the server's answer.
    Answer {
        /// HTTP status code.
        status: u16,
        /// Headers besides the length.
        headers: Vec<(&'static str, String)>,
        /// The body.
        body: Vec<u8>,
    },
    /// Half of the answer comes as if it was all.
    Truncated,
    /// The answer comes twice in one.
    Twice,
    /// The answer comes in UTF-16.
    Utf16,
    /// The answer is called something else than JSON.
    Typed(&'static str),
    /// One of these, by chance.
    OneOf(Vec<Trouble>),
}

/// A line of the matrix: what goes wrong, in the words of its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each says itself what it is")]
pub enum Fault {
    RefusedConnection,
    ResetBeforeTheAnswer,
    ResetInTheBody,
    StallBeforeHeaders,
    StallInTheBody,
    OneBytePerSecond,
    TruncatedJson,
    HtmlWith200,
    Empty200,
    NoContent204,
    Null,
    ArrayForObject,
    TenMegabyteErrorPage,
    PlainText400,
    Json400,
    Unauthorized401,
    Forbidden403,
    NotFound404,
    Conflict409,
    TooLarge413,
    AddressTooLong414,
    WrongMedia415,
    Unprocessable422,
    TooMany429,
    TooMany429AfterSeconds,
    TooMany429AfterADate,
    ServerError500,
    Html502,
    Unavailable503AfterSeconds,
    Timeout504,
    RedirectToASignInPage,
    WrongCharset,
    Garbage,
    WrongContentType,
    TheAnswerTwice,
    OfflineThenOnline,
    OvertakenByANewerAnswer,
    AnswerAfterLeaving,
    ClockADayFast,
    ClockADaySlow,
}

impl Fault {
    /// Those that befall one answer of many, for a walk without an end in view.
    pub const PASSING: [Self; 26] = [
        Self::ResetBeforeTheAnswer,
        Self::ResetInTheBody,
        Self::StallBeforeHeaders,
        Self::StallInTheBody,
        Self::OneBytePerSecond,
        Self::TruncatedJson,
        Self::HtmlWith200,
        Self::Empty200,
        Self::NoContent204,
        Self::Null,
        Self::ArrayForObject,
        Self::PlainText400,
        Self::Json400,
        Self::Unauthorized401,
        Self::Forbidden403,
        Self::NotFound404,
        Self::Conflict409,
        Self::TooMany429AfterSeconds,
        Self::ServerError500,
        Self::Html502,
        Self::Timeout504,
        Self::RedirectToASignInPage,
        Self::WrongCharset,
        Self::Garbage,
        Self::WrongContentType,
        Self::TheAnswerTwice,
    ];

    /// What happens to the request; nothing by itself where the trouble is elsewhere.
    pub fn trouble(self) -> Option<Trouble> {
        Some(match self {
            Self::RefusedConnection | Self::OfflineThenOnline => Trouble::Refused,
            Self::ResetBeforeTheAnswer => Trouble::Reset,
            Self::ResetInTheBody => Trouble::ResetInBody,
            Self::StallBeforeHeaders => Trouble::Stall,
            Self::StallInTheBody => Trouble::StallInBody,
            Self::OneBytePerSecond => Trouble::Drip,
            Self::TruncatedJson => Trouble::Truncated,
            Self::HtmlWith200 => html(200, 0),
            Self::Empty200 => json_text(200, ""),
            Self::NoContent204 => Trouble::Answer { status: 204, headers: Vec::new(), body: Vec::new() },
            Self::Null => json_text(200, "null"),
            Self::ArrayForObject => json_text(200, "[]"),
            Self::TenMegabyteErrorPage => html(500, LONG),
            Self::PlainText400 => text(400, "That is odd."),
            Self::Json400 => refusal(400, "InvalidParameterError", "That is odd."),
            Self::Unauthorized401 => refusal(401, "Unauthorized", "Who are you?"),
            Self::Forbidden403 => refusal(403, "Forbidden", "Not for you."),
            Self::NotFound404 => refusal(404, "NotFound", "There is none."),
            Self::Conflict409 => refusal(409, "Conflict", "Somebody was faster."),
            Self::TooLarge413 => html(413, 0),
            Self::AddressTooLong414 => html(414, 0),
            Self::WrongMedia415 => text(415, ""),
            Self::Unprocessable422 => refusal(422, "Unprocessable", "That is odd."),
            Self::TooMany429 => refusal(429, "TooManyRequests", "Slow down."),
            Self::TooMany429AfterSeconds => asking_for_peace(429, PEACE.to_string()),
            Self::TooMany429AfterADate => asking_for_peace(429, in_seconds(PEACE)),
            Self::ServerError500 => refusal(500, "InternalServerError", "A gear is stuck."),
            Self::Html502 => html(502, 0),
            Self::Unavailable503AfterSeconds => asking_for_peace(503, PEACE.to_string()),
            Self::Timeout504 => text(504, "Gateway Timeout"),
            Self::RedirectToASignInPage => Trouble::Answer {
                status: 302,
                headers: vec![("Location", "/new_dashboard/".to_owned())],
                body: Vec::new(),
            },
            Self::WrongCharset => Trouble::Utf16,
            Self::Garbage => Trouble::Answer {
                status: 200,
                headers: vec![("Content-Type", "application/json".to_owned())],
                body: (0..=255).cycle().take(4096).collect(),
            },
            Self::WrongContentType => Trouble::Typed("text/html; charset=utf-8"),
            Self::TheAnswerTwice => Trouble::Twice,
            Self::OvertakenByANewerAnswer | Self::AnswerAfterLeaving => Trouble::Hold,
            Self::ClockADayFast | Self::ClockADaySlow => return None,
        })
    }

    /// By how many days the clock of the person's computer is off.
    pub fn days_off(self) -> i32 {
        match self {
            Self::ClockADayFast => 1,
            Self::ClockADaySlow => -1,
            _ => 0,
        }
    }

    /// Whether the page waits for it so long that its clock is hurried.
    pub fn takes_long(self) -> bool {
        matches!(
            self,
            Self::StallBeforeHeaders
                | Self::StallInTheBody
                | Self::OneBytePerSecond
                | Self::TooMany429
                | Self::TooMany429AfterSeconds
                | Self::TooMany429AfterADate
                | Self::Unavailable503AfterSeconds
        )
    }
}

fn text(status: u16, text: &str) -> Trouble {
    let headers = vec![("Content-Type", "text/plain".to_owned())];
    Trouble::Answer { status, headers, body: text.as_bytes().to_vec() }
}

fn json_text(status: u16, text: &str) -> Trouble {
    let headers = vec![("Content-Type", "application/json".to_owned())];
    Trouble::Answer { status, headers, body: text.as_bytes().to_vec() }
}

fn refusal(status: u16, error: &str, message: &str) -> Trouble {
    json_text(status, &json!({ "error": error, "message": message }).to_string())
}

/// A web page of a proxy, with so many bytes of a comment.
fn html(status: u16, padding: usize) -> Trouble {
    let page = format!(
        "<!DOCTYPE html>\n<html><head><title>{status}</title></head><body><h1>Oops</h1><address>Apache/2.4.58</address>\n\
         <!-- {} --></body></html>\n",
        "x".repeat(padding)
    );
    let headers = vec![("Content-Type", "text/html; charset=iso-8859-1".to_owned())];
    Trouble::Answer { status, headers, body: page.into_bytes() }
}

fn asking_for_peace(status: u16, retry_after: String) -> Trouble {
    let headers = vec![("Content-Type", "application/json".to_owned()), ("Retry-After", retry_after)];
    let body = json!({ "error": "TooManyRequests", "message": "Slow down." }).to_string().into_bytes();
    Trouble::Answer { status, headers, body }
}

/// A date as HTTP writes it, so many seconds from now.
fn in_seconds(seconds: u32) -> String {
    let now = Timestamp::try_from(SystemTime::now()).unwrap_or_default();
    let then = now.checked_add(jiff::SignedDuration::from_secs(seconds.into())).unwrap_or(now);
    then.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
}
