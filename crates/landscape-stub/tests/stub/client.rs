use http_body_util::{BodyExt, Full};
use hyper::{HeaderMap, Request, body::Bytes};
use hyper_util::{
    client::legacy::{Client, Error, connect::HttpConnector},
    rt::TokioExecutor,
};
use landscape_stub::{Config, Running, Seed, start};
use serde_json::Value;

/// A token that the stand-in's computers accept.
pub const PRO_TOKEN: &str = "C1234567890abcdefghijklm";

/// A stand-in and somebody who has signed in to it.
pub struct Api {
    pub stub: Running,
    pub token: String,
    http: Client<HttpConnector, Full<Bytes>>,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
}

impl Answer {
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).expect("the body should be JSON")
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}

impl Api {
    pub async fn demo() -> Self {
        Self::with(Config::default()).await
    }

    pub async fn seeded(seed: Seed) -> Self {
        Self::with(Config { seed, ..Config::default() }).await
    }

    pub async fn with(config: Config) -> Self {
        let stub = start(config).await.expect("a free port should be found");
        let token = stub.token(3600);
        Self { stub, token, http: Client::builder(TokioExecutor::new()).build_http() }
    }

    /// The JSON of a GET that must succeed. The path is below `/api/v2`.
    pub async fn get(&self, path: &str) -> Value {
        let answer = self.answer("GET", path, "").await;
        assert_eq!(answer.status, 200, "GET {path}: {}", answer.text);
        answer.json()
    }

    /// The JSON of a POST that must succeed.
    pub async fn post(&self, path: &str, body: Value) -> Value {
        let answer = self.answer("POST", path, &body.to_string()).await;
        assert_eq!(answer.status, 200, "POST {path}: {}", answer.text);
        answer.json()
    }

    /// Whatever is answered to whoever has signed in.
    pub async fn answer(&self, method: &str, path: &str, body: &str) -> Answer {
        self.try_answer(method, path, body).await.expect("there should be an answer")
    }

    pub async fn try_answer(&self, method: &str, path: &str, body: &str) -> Result<Answer, Error> {
        let bearer = format!("Bearer {}", self.token);
        let headers = [("authorization", bearer.as_str()), ("content-type", "application/json")];
        self.send(method, &format!("/api/v2{path}"), &headers, body).await
    }

    /// The plainest request; the path is the whole one.
    pub async fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Result<Answer, Error> {
        let mut request = Request::builder().method(method).uri(format!("{}{path}", self.stub.origin()));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Full::from(body.to_owned())).expect("the request should be well formed");
        let (parts, body) = self.http.request(request).await?.into_parts();
        let body = body.collect().await.expect("the body should arrive").to_bytes();
        let text = String::from_utf8_lossy(&body).into_owned();
        Ok(Answer { status: parts.status.as_u16(), headers: parts.headers, text })
    }
}
