use super::*;
use crate::api::contract::Contract;
use crate::api::page::List;

fn headers(content_type: &str) -> AnswerHeaders {
    AnswerHeaders { content_type: Some(content_type.to_owned()), ..AnswerHeaders::default() }
}

#[track_caller]
fn check(status: u16, content_type: &str, body: &str, expected: &Result<u32, ApiError>) {
    let answer = interpret::<u32>(status, &headers(content_type), body.as_bytes());
    assert_eq!(&answer, expected, "{status} {content_type} {body:?}");
}

#[expect(clippy::unnecessary_wraps, reason = "errors hold the words of servers that say any")]
fn words(text: &str) -> Option<String> {
    Some(text.to_owned())
}

const JSON: &str = "application/json";
const HTML: &str = "text/html; charset=utf-8";
const ERROR: &str = r#"{"error": "InvalidRequest", "message": "No such thing"}"#;

#[test]
fn a_success_is_its_value() {
    check(200, JSON, "7", &Ok(7));
    check(201, JSON, " 7 ", &Ok(7));
    check(200, "", "\u{feff}7", &Ok(7));
}

#[test]
fn each_status_names_the_stage_that_failed_with_the_servers_words() {
    let no_such = || words("No such thing");
    check(400, JSON, ERROR, &Err(ApiError::Rejected { status: 400, message: no_such() }));
    check(401, JSON, ERROR, &Err(ApiError::Unauthorized(no_such())));
    check(403, JSON, ERROR, &Err(ApiError::Forbidden(no_such())));
    check(404, JSON, ERROR, &Err(ApiError::NotFound(no_such())));
    check(408, JSON, ERROR, &Err(ApiError::Timeout));
    check(409, JSON, ERROR, &Err(ApiError::Rejected { status: 409, message: no_such() }));
    check(415, JSON, ERROR, &Err(ApiError::Rejected { status: 415, message: no_such() }));
    check(429, JSON, ERROR, &Err(ApiError::RateLimited { retry_after: None }));
    check(500, JSON, ERROR, &Err(ApiError::Server { status: 500, message: no_such() }));
    check(302, JSON, ERROR, &Err(ApiError::Rejected { status: 302, message: no_such() }));
}

#[test]
fn a_proxys_web_page_is_never_shown_as_the_servers_words() {
    let page = "<!DOCTYPE html><title>Bad Gateway</title>";
    for status in [500, 502, 503, 504] {
        check(status, HTML, page, &Err(ApiError::Server { status, message: None }));
        check(status, "", page, &Err(ApiError::Server { status, message: None }));
    }
    check(403, HTML, page, &Err(ApiError::Forbidden(None)));
}

#[test]
fn odd_error_bodies_are_read_as_far_as_they_go() {
    let rejected = |message| Err(ApiError::Rejected { status: 400, message });
    check(400, "text/plain", "computer_ids is required", &rejected(words("computer_ids is required")));
    check(400, JSON, "null", &rejected(None));
    check(400, JSON, "", &rejected(None));
    check(400, JSON, "[]", &rejected(None));
    check(400, JSON, r#""plain""#, &rejected(words("plain")));
    check(400, JSON, r#"{"error": "Only this"}"#, &rejected(words("Only this")));
    check(400, JSON, r#"{"message": 5, "error": "Only this"}"#, &rejected(words("Only this")));
    let cut = interpret::<u32>(400, &headers("text/plain"), "x".repeat(10_000).as_bytes());
    assert_eq!(cut.expect_err("a 400 is no success").server_words().map(str::len), Some(MESSAGE_CHARACTERS));
}

#[test]
fn a_success_that_is_no_such_value_says_where_the_reading_stopped() {
    let unreadable = |detail: &str| Err(ApiError::Undecodable { detail: detail.to_owned() });
    check(200, HTML, "<html>Sign in to the network</html>", &unreadable("it is a web page, not data"));
    check(200, JSON, "<html>", &unreadable("it is a web page, not data"));
    check(200, JSON, "", &unreadable("it is empty"));
    check(204, "", "\u{feff}\n", &unreadable("it is empty"));
    check(200, JSON, "null", &unreadable("it is null"));
    check(200, JSON, "[{}]", &unreadable("it is a list, not what is documented"));
    check(200, JSON, "\"ab", &unreadable("it ends too early, at line 1 column 3"));
    check(200, "text/plain", "Sign in first", &unreadable("it is of another type than JSON"));
    check(200, "text/plain", "7", &Ok(7));
    check(200, JSON, "x", &unreadable("it is not JSON, at line 1 column 1"));
    let other = "a field is missing or of another type than documented, at line 1 column 4";
    check(200, JSON, "\"ab\"", &unreadable(other));
}

#[test]
fn what_is_not_utf8_says_at_which_byte() {
    let answer = interpret::<u32>(200, &headers("application/json; charset=iso-8859-1"), b"{\"name\": \"caf\xe9\"}");
    assert_eq!(answer, Err(ApiError::Undecodable { detail: "it is not UTF-8, at byte 14".to_owned() }));
    let refused = interpret::<u32>(400, &headers("text/plain"), b"caf\xe9");
    assert_eq!(refused, Err(ApiError::Rejected { status: 400, message: words("caf\u{fffd}") }));
}

#[test]
fn of_an_answer_that_is_no_data_only_the_beginning_is_read() {
    let length = |status, kind| headers(kind).useful_length(status);
    assert_eq!([(200, HTML), (500, JSON), (502, HTML)].map(|(status, kind)| length(status, kind)), [WORDS_LENGTH; 3]);
    assert_eq!(length(200, JSON), DATA_LENGTH);
    let cut = format!("{{\"message\": \"{}", "x".repeat(100));
    check(500, JSON, &cut, &Err(ApiError::Server { status: 500, message: None }));
}

#[test]
fn the_time_to_wait_is_read_in_seconds_and_as_a_date() {
    let limited = |retry_after| Err::<u32, _>(ApiError::RateLimited { retry_after });
    let busy = ApiError::Unavailable { status: 503, message: words("No such thing"), retry_after: 30 };
    let interpret = |status, text: &str| {
        let answered_at = crate::api::retry::http_date("Wed, 21 Oct 2026 07:28:00 GMT");
        let headers = AnswerHeaders { content_type: None, retry_after: words(text), answered_at };
        interpret::<u32>(status, &headers, ERROR.as_bytes())
    };
    assert_eq!(interpret(429, "30"), limited(Some(30)));
    assert_eq!(interpret(429, "Wed, 21 Oct 2026 07:30:00 GMT"), limited(Some(120)));
    assert_eq!(interpret(429, "soon"), limited(None));
    assert_eq!(interpret(503, "30"), Err(busy));
    assert_eq!(interpret(503, ""), Err(ApiError::Server { status: 503, message: words("No such thing") }));
}

#[test]
fn only_a_write_whose_answer_was_lost_may_have_been_carried_out() {
    let unknown = |error: ApiError| error.leaves_outcome_unknown();
    assert!(unknown(ApiError::Network));
    assert!(unknown(ApiError::Timeout));
    assert!(unknown(ApiError::Server { status: 502, message: None }));
    assert!(unknown(ApiError::Server { status: 504, message: None }));
    assert!(unknown(ApiError::Server { status: 500, message: None }));
    assert!(unknown(ApiError::Unavailable { status: 503, message: None, retry_after: 1 }));
    assert!(!unknown(ApiError::Rejected { status: 400, message: None }));
    assert!(!unknown(ApiError::Unauthorized(None)));
}

#[test]
fn an_error_reads_as_a_sentence_with_the_servers_words() {
    let error = ApiError::Server { status: 502, message: None };
    assert_eq!(error.to_string(), "The Landscape server failed (status 502).");
    let wait = |retry_after| ApiError::Unavailable { status: 503, message: None, retry_after }.to_string();
    let sentence = |time| format!("The Landscape server failed (status 503). It asks to be tried again in {time}.");
    let waits = [(90, "90 s"), (121, "3 min"), (7_200, "2 h"), (u32::MAX, "more than a day")];
    assert!(waits.iter().all(|(seconds, time)| wait(*seconds) == sentence(time)));
    let error = ApiError::Rejected { status: 400, message: words("token is required") };
    let expected = "The Landscape server refused the request (status 400). It said: “token is required”";
    assert_eq!(error.to_string(), expected);
}

#[test]
fn a_bare_list_and_results_that_are_no_list_are_told_as_such() {
    let told = |body: &str| {
        let answer = interpret::<List<Contract>>(200, &headers(JSON), body.as_bytes());
        answer.expect_err("it is no list of contracts").to_string()
    };
    let undecodable = |detail: String| ApiError::Undecodable { detail }.to_string();
    for bare in ["[]", "[{}]", "[{}, {}]", "[{}, {}, {}]"] {
        assert_eq!(told(bare), undecodable(errors::LIST.to_owned()), "{bare}");
    }
    let place = errors::at(errors::OTHER_THAN_DOCUMENTED, 1, 12);
    assert_eq!(told(r#"{"results": {}}"#), undecodable(place));
}
