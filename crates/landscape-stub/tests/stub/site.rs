//! What nobody documents: the session that a browser has with Landscape, and what a server tells of itself.

use std::time::Duration;

use landscape_stub::{Config, Methods, Site};
use serde_json::{Value, json};

use crate::client::{Answer, Api};

const ENDPOINTS: [(&str, &str); 5] =
    [("GET", "/me"), ("POST", "/logout"), ("GET", "/login/methods"), ("GET", "/about"), ("GET", "/features")];

async fn known(site: Site) -> Api {
    Api::with(Config { site: Some(site), ..Config::default() }).await
}

/// Asks as a browser with this cookie does, without a token.
async fn ask(api: &Api, method: &str, path: &str, cookie: &str) -> Answer {
    let headers = [("cookie", cookie), ("content-type", "application/json")];
    api.send(method, path, &headers, "{}").await.expect("there should be an answer")
}

async fn me(api: &Api, cookie: &str) -> Value {
    let answer = ask(api, "GET", "/api/v2/me", cookie).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.json()
}

/// The cookie that an answer sets, as a browser sends it back.
#[track_caller]
fn cookie(answer: &Answer) -> String {
    let (cookie, rest) = answer.header("set-cookie").split_once(';').expect("a cookie is set");
    assert!(rest.contains("HttpOnly"), "{rest}");
    cookie.to_owned()
}

async fn sign_in(api: &Api) -> String {
    let body = json!({ "email": landscape_stub::EMAIL, "password": landscape_stub::PASSWORD, "account": "lab" });
    cookie(&api.answer("POST", "/login", &body.to_string()).await)
}

#[tokio::test]
async fn a_server_that_tells_nothing_has_no_such_endpoints() {
    let api = Api::demo().await;
    for (method, path) in ENDPOINTS {
        assert_eq!(api.answer(method, path, "{}").await.status, 404, "{path}");
    }
    let body = json!({ "email": landscape_stub::EMAIL, "password": landscape_stub::PASSWORD });
    assert_eq!(api.answer("POST", "/login", &body.to_string()).await.header("set-cookie"), "");
    assert_eq!(ask(&api, "GET", "/new_dashboard/", "").await.status, 404);
    api.stub.answer_as(Some(Site::SELF_HOSTED));
    for (method, path) in ENDPOINTS {
        assert_eq!(api.answer(method, path, "{}").await.status, 200, "{path}");
    }
}

#[tokio::test]
async fn the_cookie_of_a_session_is_worth_its_token() {
    let mut api = known(Site::SELF_HOSTED).await;
    let cookie = sign_in(&api).await;
    let answer = me(&api, &format!("theme=dark; {cookie}; a=b")).await;
    assert_eq!((&answer["email"], &answer["current_account"]), (&json!(landscape_stub::EMAIL), &json!("lab")));
    answer["token"].as_str().expect("there is a token").clone_into(&mut api.token);
    assert_eq!(api.get("/contracts").await["results"][0]["contract_id"], "lab-contract");
}

#[tokio::test]
async fn no_cookie_and_one_that_is_worth_nothing_are_nobody() {
    let api = known(Site::SELF_HOSTED).await;
    let nobody = json!({});
    for cookie in ["", "landscape-session=", "landscape-session=x.y.z", "other=1"] {
        assert_eq!(me(&api, cookie).await, nobody, "{cookie}");
    }
    let cookie = sign_in(&api).await;
    api.stub.advance(Duration::from_secs(60 * 60 * 25));
    assert_eq!(me(&api, &cookie).await, nobody);
    let cookie = sign_in(&api).await;
    api.stub.revoke_tokens();
    assert_eq!(me(&api, &cookie).await, nobody);
}

#[tokio::test]
async fn logging_out_clears_the_cookie_and_ends_no_token() {
    let api = known(Site::SELF_HOSTED).await;
    let cookie = sign_in(&api).await;
    let answer = ask(&api, "POST", "/api/v2/logout", &cookie).await;
    assert_eq!((answer.status, answer.text.as_str()), (200, ""));
    assert!(answer.header("set-cookie").contains("Max-Age=0"), "{}", answer.header("set-cookie"));
    assert_ne!(me(&api, &cookie).await, json!({}));
    let no_json = api.send("POST", "/api/v2/logout", &[("cookie", &cookie)], "").await;
    assert_eq!(no_json.expect("there should be an answer").status, 415);
}

#[tokio::test]
async fn a_page_begins_and_ends_the_session_of_a_browser() {
    let api = known(Site::SELF_HOSTED).await;
    let page = ask(&api, "GET", "/new_dashboard", "").await;
    assert!(page.text.contains("You are not signed in to Landscape."), "{}", page.text);
    let answer = ask(&api, "POST", "/new_dashboard/sign-in", "").await;
    assert_eq!((answer.status, answer.header("location")), (303, "/new_dashboard/"));
    let cookie = cookie(&answer);
    assert!(ask(&api, "GET", "/new_dashboard/", &cookie).await.text.contains("signed in to Landscape as john.smith"));
    assert_eq!(me(&api, &cookie).await["name"], "John Smith");
    let answer = ask(&api, "POST", "/new_dashboard/sign-out", &cookie).await;
    assert!(answer.header("set-cookie").contains("Max-Age=0"));
    assert_eq!(ask(&api, "GET", "/new_dashboard/computers", "").await.status, 404);
}

/// Which ways to sign in are told of.
async fn check(methods: Methods, expected: &[&str]) {
    let api = known(Site { methods, ..Site::SELF_HOSTED }).await;
    let told = ask(&api, "GET", "/api/v2/login/methods", "").await.json();
    let ways = told.as_object().expect("it is an object").iter();
    let offered = ways.filter(|(_, way)| way["available"] == true).map(|(name, _)| name.as_str()).collect::<Vec<_>>();
    assert_eq!(offered, expected);
}

#[tokio::test]
async fn a_server_tells_its_ways_to_sign_in() {
    check(Methods::Passwords, &["pam", "password"]).await;
    check(Methods::EmailAndUbuntuOne, &["password", "ubuntu_one"]).await;
    check(Methods::Pam, &["pam"]).await;
    check(Methods::Provider, &["oidc"]).await;
}

#[tokio::test]
async fn a_server_tells_what_it_is_and_what_it_offers() {
    for (site, is_own) in [(Site::SELF_HOSTED, true), (Site::SAAS, false)] {
        let api = known(site).await;
        assert_eq!(api.get("/about").await["self_hosted"], is_own);
        assert_eq!(api.get("/features").await["results"][0]["enabled"], is_own);
    }
}
