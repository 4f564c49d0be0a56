//! What reached the server.

use landscape_stub::Recorded;
use serde_json::Value;

use crate::world::World;

/// What a page asks of the server by itself, or tells it, around signing in and out.
const BY_ITSELF: [&str; 5] = ["/me", "/login/methods", "/about", "/features", "/logout"];

impl World {
    /// Every request so far that somebody has asked for, by what they did or opened.
    pub fn asked(&self) -> Vec<Recorded> {
        let is_by_itself =
            |request: &Recorded| request.path.strip_prefix("/api/v2").is_some_and(|path| BY_ITSELF.contains(&path));
        self.stub.requests().into_iter().filter(|request| !is_by_itself(request)).collect()
    }

    /// Every request of one method to one path below `/api/v2` so far, as it was sent.
    pub fn requests_to(&self, method: &str, path: &str) -> Vec<Recorded> {
        let path = format!("/api/v2{path}");
        self.stub.requests().into_iter().filter(|request| request.method == method && request.path == path).collect()
    }

    /// How many writes there were, besides those that sign in or out.
    pub fn writes(&self) -> usize {
        let is_write = |request: &Recorded| request.method != "GET" && !request.path.starts_with("/api/v2/login");
        self.asked().iter().filter(|request| is_write(request)).count()
    }

    /// Waits until there were so many requests of one method to one path below `/api/v2`.
    pub async fn sees_requests(&self, method: &str, path: &str, expected: usize) {
        let what = format!("request {expected} of {method} {path}");
        self.until(&what, async || Ok((self.requests_to(method, path).len() == expected).then_some(()))).await;
    }

    /// Waits until so many requests of one method to one path below `/api/v2` were answered with a status.
    pub async fn sees_answers(&self, method: &str, path: &str, status: u16, expected: usize) {
        let what = format!("answer {expected} of {method} {path} with {status}");
        self.until(&what, async || {
            let requests = self.requests_to(method, path);
            let answered = requests.iter().filter(|request| request.status == Some(status)).count();
            Ok((answered == expected).then_some(()))
        })
        .await;
    }

    /// The only request of one method to one path below `/api/v2`.
    ///
    /// # Panics
    /// When there were none or several.
    pub fn only_request(&self, method: &str, path: &str) -> Recorded {
        let mut requests = self.requests_to(method, path);
        assert_eq!(requests.len(), 1, "{method} {path} should be sent once");
        requests.remove(0)
    }

    /// The only request whose body holds a word.
    ///
    /// # Panics
    /// When there were none or several.
    pub fn only_request_with(&self, word: &str) -> Recorded {
        let requests = self.stub.requests();
        let mut requests: Vec<_> = requests.into_iter().filter(|request| request.body.contains(word)).collect();
        assert_eq!(requests.len(), 1, "“{word}” should be sent once");
        requests.remove(0)
    }

    /// Waits until a request of one method to one path below `/api/v2` came with a query, still percent-encoded.
    pub async fn sees_query(&self, method: &str, path: &str, query: &str) {
        let what = format!("{method} {path}?{query}");
        self.until(&what, async || {
            Ok(self.requests_to(method, path).iter().any(|request| request.query == query).then_some(()))
        })
        .await;
    }
}

/// The body of a request as JSON.
///
/// # Panics
/// When it is none.
pub fn json_body(request: &Recorded) -> Value {
    serde_json::from_str(&request.body).expect("the app sends JSON")
}
