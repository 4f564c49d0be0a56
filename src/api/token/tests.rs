use zeroize::ZeroizeOnDrop;

use super::*;

const NOW: i64 = 1_790_000_000;

fn token(payload: &str) -> String {
    let part = |text: &str| BASE64.encode(text);
    format!("{}.{}.{}", part(r#"{"alg":"HS256","typ":"JWT"}"#), part(payload), part("signature"))
}

fn living() -> String {
    token(r#"{"exp": 1790000060, "iat": 1, "sub": "john.smith@example.com", "acc": "onward", "id": 1}"#)
}

#[track_caller]
fn check(pasted: &str, expected: Result<&str, TokenProblem>) {
    match (Jwt::pasted(pasted, NOW), expected) {
        (Ok(jwt), Ok(text)) => assert_eq!(jwt.expose_secret(), text),
        (Err(problem), Err(expected)) => assert_eq!(problem, expected),
        (answer, expected) => panic!("{:?} is not {expected:?}", answer.err()),
    }
}

#[test]
fn a_scheme_in_front_and_white_space_around_are_forgiven() {
    let living = living();
    check(&living, Ok(&living));
    check(&format!("Bearer {living}"), Ok(&living));
    check(&format!("  bearer \n {living}\t\n"), Ok(&living));
}

#[test]
fn a_text_without_a_tokens_shape_is_named_so() {
    check("", Err(TokenProblem::Empty));
    check(" Bearer ", Err(TokenProblem::Empty));
    for text in ["x", "a.b", "a.b.c", "a.b.c.d", "....", "é.é.é", "C1234567890", "e30.e30.", "e30.e30.a b"] {
        check(text, Err(TokenProblem::Shape));
    }
    check(&token("[]"), Err(TokenProblem::Shape));
    check(&token("{").replace('.', " . "), Err(TokenProblem::Shape));
    check(living().trim_end_matches(|last| last != '.'), Err(TokenProblem::Shape));
}

#[test]
fn a_token_whose_time_is_over_says_when_it_ended() {
    check(&token(r#"{"exp": 1789999999}"#), Err(TokenProblem::Expired { at: 1_789_999_999 }));
    check(&token(r#"{"exp": 1790000000.5}"#), Err(TokenProblem::Expired { at: NOW }));
    let endless = token("{}");
    check(&endless, Ok(&endless));
}

#[test]
fn claims_are_read_and_never_panic() {
    let claims = Jwt::issued(living()).expect("it is a token").claims();
    assert_eq!(claims.expires_at, Some(1_790_000_060));
    assert_eq!(claims.subject.as_deref(), Some("john.smith@example.com"));
    assert_eq!(claims.account.as_deref(), Some("onward"));
    let odd = Jwt::issued(token(r#"{"exp": 1e300, "sub": 5}"#)).expect("it is a token").claims();
    assert_eq!((odd.expires_at, odd.subject), (Some(i64::MAX), None));
    let opaque = Jwt::issued("opaque".to_owned()).expect("the server may issue what it likes");
    assert_eq!(opaque.claims(), Claims::default());
}

#[test]
fn a_signature_need_only_look_like_one() {
    for signature in ["x", "fake-signature", "sig_", "AAAA="] {
        let text = format!("e30.e30.{signature}");
        check(&text, Ok(&text));
    }
}

#[test]
fn what_cannot_stand_in_a_header_is_no_issued_token() {
    for text in ["", "a b", "a\nb", "é"] {
        assert!(Jwt::issued(text.to_owned()).is_none(), "{text:?}");
    }
}

/// A function that only such values can be given to.
fn overwrites_when_dropped<T: ZeroizeOnDrop>(_: &T) -> bool {
    true
}

#[test]
fn what_is_secret_is_overwritten_when_it_is_dropped() {
    let jwt = Jwt::issued(living()).expect("it can stand in a header");
    let secret = Secret::new("C1".to_owned());
    assert!(overwrites_when_dropped(&jwt.0) && overwrites_when_dropped(&secret.0));
}
