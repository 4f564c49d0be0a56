//! What a server tells of itself. Nobody documents it: Landscape's own dashboard reads it, so it is read here where it is
//! there, and nothing depends on it.

use serde::Deserialize;

use crate::api::client::Client;
use crate::api::error::ApiError;
use crate::words::start;

/// The feature that attaching and detaching belong to.
const LICENSING: &str = "ubuntu-pro-licensing";

/// The answer to `GET /about`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct About {
    /// Whether somebody other than Canonical runs it.
    pub self_hosted: Option<bool>,
    /// Its version.
    pub package_version: Option<String>,
}

/// The answer to `GET /login/methods`: the ways to sign in to Landscape.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct LoginMethods {
    password: Option<Method>,
    pam: Option<Method>,
    oidc: Option<Providers>,
    standalone_oidc: Option<Method>,
    ubuntu_one: Option<Method>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct Method {
    available: bool,
    enabled: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct Providers {
    available: bool,
    #[serde(default)]
    configurations: Vec<Provider>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct Provider {
    enabled: bool,
    #[serde(default)]
    name: Option<String>,
}

/// Whom a password can be of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordOf {
    /// Whoever has an email address, or a name for PAM: also where nothing is known.
    Either,
    /// Whoever has an email address.
    Email,
    /// Whoever has a name for PAM.
    Identity,
    /// Nobody: there are no passwords.
    Nobody,
}

impl LoginMethods {
    /// Whom a password can be of. What the server does not tell of is not taken away.
    pub fn password_of(&self) -> PasswordOf {
        let is_on = |method: &Option<Method>| method.as_ref().is_none_or(Method::is_on);
        match (is_on(&self.password), is_on(&self.pam)) {
            (true, true) => PasswordOf::Either,
            (true, false) => PasswordOf::Email,
            (false, true) => PasswordOf::Identity,
            (false, false) => PasswordOf::Nobody,
        }
    }

    /// The ways to sign in that leave Landscape for somewhere else, by their names.
    pub fn single_sign_on(&self) -> Vec<String> {
        let providers = self.oidc.as_ref().filter(|oidc| oidc.available).map(|oidc| oidc.configurations.as_slice());
        let providers = providers.unwrap_or_default().iter().filter(|provider| provider.enabled);
        let mut names: Vec<_> = providers.map(Provider::display_name).collect();
        let is_on = |method: &Option<Method>| method.as_ref().is_some_and(Method::is_on);
        if is_on(&self.standalone_oidc) {
            names.push(start::OPENID_CONNECT.to_owned());
        }
        if is_on(&self.ubuntu_one) {
            names.push(start::UBUNTU_ONE.to_owned());
        }
        names
    }
}

impl Method {
    fn is_on(&self) -> bool {
        self.available && self.enabled
    }
}

impl Provider {
    fn display_name(&self) -> String {
        self.name.clone().filter(|name| !name.trim().is_empty()).unwrap_or_else(|| start::OPENID_CONNECT.to_owned())
    }
}

/// The answer to `GET /features`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Features {
    results: Vec<Feature>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct Feature {
    key: String,
    enabled: bool,
}

impl Features {
    /// Whether Ubuntu Pro licensing is on, where the server tells of it.
    pub fn licensing(&self) -> Option<bool> {
        self.results.iter().find(|feature| feature.key == LICENSING).map(|feature| feature.enabled)
    }
}

/// What a server has told of where it runs, as far as detaching goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Deployment {
    /// Whether it is self-hosted.
    pub is_self_hosted: Option<bool>,
    /// Whether Ubuntu Pro licensing is on for the account in use.
    pub has_licensing: Option<bool>,
}

impl Client {
    /// `GET /about`, which nobody documents.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn about(&self) -> Result<About, ApiError> {
        self.get("/about", &[]).await
    }

    /// `GET /login/methods`, which nobody documents.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn login_methods(&self) -> Result<LoginMethods, ApiError> {
        self.get("/login/methods", &[]).await
    }

    /// `GET /features`, which nobody documents.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn features(&self) -> Result<Features, ApiError> {
        self.get("/features", &[]).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(json: &str, password_of: PasswordOf, single_sign_on: &[&str]) {
        let methods: LoginMethods = serde_json::from_str(json).expect("it is an answer");
        assert_eq!(
            (methods.password_of(), methods.single_sign_on().as_slice()),
            (password_of, &strings(single_sign_on)[..]),
            "{json}"
        );
    }

    fn strings(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn what_is_not_told_is_not_taken_away() {
        check("{}", PasswordOf::Either, &[]);
        check(r#"{"password": null, "pam": null, "more": 1}"#, PasswordOf::Either, &[]);
    }

    #[test]
    fn a_way_is_offered_where_it_is_both_available_and_enabled() {
        let methods = |password: (bool, bool), pam: (bool, bool)| {
            let method = |(available, enabled)| serde_json::json!({"available": available, "enabled": enabled});
            serde_json::json!({"password": method(password), "pam": method(pam)}).to_string()
        };
        let (on, off, halves) = ((true, true), (false, false), [(true, false), (false, true)]);
        check(&methods(on, on), PasswordOf::Either, &[]);
        check(&methods(on, off), PasswordOf::Email, &[]);
        check(&methods(off, on), PasswordOf::Identity, &[]);
        check(&methods(halves[0], halves[1]), PasswordOf::Nobody, &[]);
    }

    #[test]
    fn single_sign_on_is_named() {
        let okta = r#"{"available": true, "configurations": [
            {"enabled": true, "id": 1, "name": "Okta", "provider": "okta"}, {"enabled": false, "name": "Old"},
            {"enabled": true, "name": " "}]}"#;
        check(&format!(r#"{{"oidc": {okta}}}"#), PasswordOf::Either, &["Okta", "OpenID Connect"]);
        let switched_off = okta.replace("\"available\": true", "\"available\": false");
        check(&format!(r#"{{"oidc": {switched_off}}}"#), PasswordOf::Either, &[]);
        let on = r#"{"available": true, "enabled": true}"#;
        let both = format!(r#"{{"ubuntu_one": {on}, "standalone_oidc": {on}}}"#);
        check(&both, PasswordOf::Either, &["OpenID Connect", "Ubuntu One"]);
    }

    #[test]
    fn a_feature_that_is_not_listed_is_not_known() {
        let licensing = |json: &str| serde_json::from_str::<Features>(json).expect("it is an answer").licensing();
        assert_eq!(licensing(r#"{"results": [{"key": "ubuntu-pro-licensing", "enabled": false}]}"#), Some(false));
        assert_eq!(licensing(r#"{"results": [{"key": "ubuntu-pro-licensing", "enabled": true}]}"#), Some(true));
        assert_eq!(licensing(r#"{"results": [{"key": "other", "enabled": true}]}"#), None);
    }
}
