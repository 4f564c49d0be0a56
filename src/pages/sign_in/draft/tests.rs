use super::*;

#[track_caller]
fn check_body(password_of: PasswordOf, person: &str, account: &str, expected: &str) {
    let login = password_login(password_of, person, " pass word ", account).expect("it is good");
    assert_eq!(serde_json::to_string(&login).expect("it serializes"), expected);
}

#[test]
fn exactly_one_of_email_and_identity_is_sent_and_the_password_to_the_letter() {
    check_body(PasswordOf::Either, " a@b.example ", "", r#"{"email":"a@b.example","password":" pass word "}"#);
    check_body(
        PasswordOf::Either,
        "jsmith",
        " onward ",
        r#"{"identity":"jsmith","password":" pass word ","account":"onward"}"#,
    );
}

#[test]
fn a_server_that_knows_one_kind_of_person_is_told_that_kind() {
    check_body(PasswordOf::Identity, "a@b.example", "", r#"{"identity":"a@b.example","password":" pass word "}"#);
    check_body(PasswordOf::Email, "jsmith", "", r#"{"email":"jsmith","password":" pass word "}"#);
}

#[test]
fn an_access_key_is_sent_as_documented() {
    let login = access_key_login(" AK ", "SK\n").expect("it is good");
    let body = serde_json::to_string(&login).expect("it serializes");
    assert_eq!(body, r#"{"access_key":"AK","secret_key":"SK"}"#);
}

#[track_caller]
fn check_fields<T>(result: Result<T, Vec<Problem>>, fields: &[&str]) {
    let problems = result.err().expect("something is missing");
    assert_eq!(problems.iter().map(|problem| problem.field).collect::<Vec<_>>(), fields);
}

#[test]
fn every_missing_field_is_named() {
    check_fields(password_login(PasswordOf::Either, " ", "", ""), &[field::PERSON, field::PASSWORD]);
    check_fields(password_login(PasswordOf::Either, "a", "", ""), &[field::PASSWORD]);
    check_fields(access_key_login("", " "), &[field::ACCESS_KEY, field::SECRET_KEY]);
    check_fields(read_json_web_token("").map_err(|problem| vec![problem]), &[field::TOKEN]);
    check_fields(read_json_web_token("a.b.c").map_err(|problem| vec![problem]), &[field::TOKEN]);
}

#[test]
fn an_expired_token_says_when_it_expired() {
    let message = token_message(TokenProblem::Expired { at: 1_758_291_847 });
    assert_eq!(message, "This token expired on 19 Sep 2025, 14:24 UTC. Get a new one from Landscape's login endpoint.");
}
