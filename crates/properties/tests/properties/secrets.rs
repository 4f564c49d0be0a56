//! Tokens of any shape.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use landscape_licensing::api::token::{Jwt, TokenProblem};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::config;
use crate::json::{fields, value};

fn token(header: &Value, payload: &Value) -> String {
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    format!("{}.{}.c2lnbmF0dXJl", part(header), part(payload))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_text_can_be_pasted(text in "(bearer |Bearer\t)?[A-Za-z0-9_=.+/-]{0,40}|\\PC{0,20}", now in any::<i64>()) {
        if let Ok(jwt) = Jwt::pasted(&text, now) {
            prop_assert!(text.contains(jwt.expose_secret()));
            prop_assert!(jwt.claims().expires_at.is_none_or(|at| at > now));
        }
    }

    #[test]
    fn any_payload_can_be_pasted(header in value(), payload in fields(), exp in value(), now in any::<i64>()) {
        let mut payload = payload;
        payload["exp"] = exp;
        let _ = Jwt::pasted(&token(&header, &payload), now);
    }

    #[test]
    fn an_end_is_heeded_to_the_second(exp in 0_i64..4_000_000_000, now in 0_i64..4_000_000_000) {
        let text = token(&json!({"alg": "HS256"}), &json!({"exp": exp, "sub": "ada@example.com"}));
        match Jwt::pasted(&text, now) {
            Ok(jwt) => prop_assert!(exp > now && jwt.claims().expires_at == Some(exp)),
            Err(problem) => prop_assert_eq!((exp <= now, problem), (true, TokenProblem::Expired { at: exp })),
        }
    }

    #[test]
    fn what_is_issued_can_stand_in_a_header(text in any::<String>()) {
        if let Some(jwt) = Jwt::issued(text) {
            prop_assert!(jwt.expose_secret().bytes().all(|byte| byte.is_ascii_graphic()));
            let _ = jwt.claims();
        }
    }
}
