use std::time::Duration;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};

use crate::client::Api;

const EMAIL: &str = "john.smith@example.com";

#[tokio::test]
async fn an_email_or_an_identity_signs_in_but_not_both() {
    let api = Api::demo().await;
    check(&api, json!({ "email": EMAIL, "password": "landscape" }), 200).await;
    check(&api, json!({ "identity": "jsmith", "password": "landscape" }), 200).await;
    check(&api, json!({ "email": EMAIL, "identity": "jsmith", "password": "landscape" }), 400).await;
    check(&api, json!({ "password": "landscape" }), 400).await;
    check(&api, json!({ "email": EMAIL }), 400).await;
    check(&api, json!({ "email": EMAIL, "password": 7 }), 400).await;
}

#[tokio::test]
async fn wrong_credentials_are_refused() {
    let api = Api::demo().await;
    check(&api, json!({ "email": EMAIL, "password": "Landscape" }), 401).await;
    check(&api, json!({ "email": "jane@example.com", "password": "landscape" }), 401).await;
    let keys = json!({ "access_key": "LANDSCAPEKEY", "secret_key": "wrong" });
    assert_eq!(api.answer("POST", "/login/access-key", &keys.to_string()).await.status, 401);
}

#[tokio::test]
async fn an_account_can_be_chosen() {
    let api = Api::demo().await;
    let answer = api.post("/login", json!({ "email": EMAIL, "password": "landscape", "account": "lab" })).await;
    assert_eq!(answer["current_account"], "lab");
    assert_eq!(claims(&answer)["acc"], "lab");
    check(&api, json!({ "email": EMAIL, "password": "landscape", "account": "nowhere" }), 403).await;
}

#[tokio::test]
async fn tokens_last_a_day_unless_told_otherwise() {
    let api = Api::demo().await;
    let lifetime = |answer: &Value| {
        let claims = claims(answer);
        claims["exp"].as_i64().zip(claims["iat"].as_i64()).map(|(end, start)| end - start)
    };
    let day = api.post("/login", json!({ "email": EMAIL, "password": "landscape" })).await;
    assert_eq!(lifetime(&day), Some(86_400));
    assert_eq!(claims(&day)["sub"], EMAIL);
    let short = api.post("/login", json!({ "email": EMAIL, "password": "landscape", "expiry_minutes": 5 })).await;
    assert_eq!(lifetime(&short), Some(300));
    check(&api, json!({ "email": EMAIL, "password": "landscape", "expiry_minutes": 0 }), 400).await;
}

#[tokio::test]
async fn switching_the_account_shows_the_other_data() {
    let mut api = Api::demo().await;
    let answer = api.post("/switch-account", json!({ "account_name": "lab" })).await;
    answer["token"].as_str().expect("the token is text").clone_into(&mut api.token);
    assert_eq!(api.get("/contracts").await["results"][0]["contract_id"], "lab-contract");
    assert_eq!(api.answer("POST", "/switch-account", r#"{"account_name": "nowhere"}"#).await.status, 403);
}

#[tokio::test]
async fn invalidating_ends_every_token() {
    let api = Api::demo().await;
    let other = api.stub.token(600);
    let answer = api.answer("POST", "/tokens/invalidate-me", "").await;
    assert_eq!((answer.status, answer.text.as_str()), (200, ""));
    assert_eq!(status_of(&api, &api.token).await, 401);
    assert_eq!(status_of(&api, &other).await, 401);
    assert_eq!(status_of(&api, &api.stub.token(600)).await, 200);
}

#[tokio::test]
async fn tokens_expire() {
    let api = Api::demo().await;
    assert_eq!(status_of(&api, &api.stub.token(-1)).await, 401);
    let token = api.stub.token(60);
    assert_eq!(status_of(&api, &token).await, 200);
    api.stub.advance(Duration::from_secs(61));
    assert_eq!(status_of(&api, &token).await, 401);
}

#[tokio::test]
async fn forged_tokens_are_refused() {
    let api = Api::demo().await;
    let [header, claims, signature] = parts(&api.token);
    let text = |part: &str| URL_SAFE_NO_PAD.encode(part);
    let altered = decoded(&claims).replace("onward", "lab");
    for forged in [
        format!("{header}.{}.{signature}", text(&altered)),
        format!("{}.{claims}.", text(r#"{"alg":"none"}"#)),
        format!("{}.{claims}.{signature}", text(r#"{"alg":"none"}"#)),
        format!("{header}.{claims}"),
        "nonsense".to_owned(),
        String::new(),
    ] {
        assert_eq!(status_of(&api, &forged).await, 401, "{forged}");
    }
}

async fn check(api: &Api, body: Value, status: u16) {
    let answer = api.answer("POST", "/login", &body.to_string()).await;
    assert_eq!(answer.status, status, "{body}: {}", answer.text);
}

async fn status_of(api: &Api, token: &str) -> u16 {
    let bearer = format!("Bearer {token}");
    let answer = api.send("GET", "/api/v2/contracts", &[("authorization", &bearer)], "").await;
    answer.expect("there should be an answer").status
}

fn claims(answer: &Value) -> Value {
    let [_, claims, _] = parts(answer["token"].as_str().expect("the token is text"));
    serde_json::from_str(&decoded(&claims)).expect("claims are JSON")
}

fn parts(token: &str) -> [String; 3] {
    let parts: Vec<String> = token.split('.').map(ToOwned::to_owned).collect();
    parts.try_into().expect("a token has three parts")
}

fn decoded(part: &str) -> String {
    let bytes = URL_SAFE_NO_PAD.decode(part).expect("a part is base64");
    String::from_utf8(bytes).expect("a part is text")
}
