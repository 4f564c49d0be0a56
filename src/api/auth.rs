//! Signing in, and changing the account.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

use crate::api::client::{Client, Cookies};
use crate::api::error::ApiError;
use crate::api::token::{Jwt, Secret, deserialize_issued};
use crate::words;

/// Who signs in with a password: `POST /login` takes exactly one of the two.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Person {
    /// An email address.
    Email(String),
    /// A name for PAM.
    Identity(String),
}

impl Person {
    /// Tells the two apart: what has an `@` is an email address.
    pub fn from_text(text: &str) -> Self {
        if text.contains('@') { Self::Email(text.to_owned()) } else { Self::Identity(text.to_owned()) }
    }
}

/// The body of `POST /login`.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct PasswordLogin {
    /// Who.
    #[serde(flatten)]
    pub person: Person,
    /// The password.
    pub password: Secret,
    /// The account to sign in to; the person's default one where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
}

/// The body of `POST /login/access-key`, for people with single sign-on (24.10 and newer).
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct AccessKeyLogin {
    /// The access key.
    pub access_key: Secret,
    /// The secret key.
    pub secret_key: Secret,
}

/// An account that the person may use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Its name, which `POST /switch-account` takes.
    pub name: String,
    /// Its title for people.
    #[serde(default)]
    pub title: Option<String>,
}

impl Account {
    /// What to call it.
    pub fn display_title(&self) -> &str {
        self.title.as_deref().filter(|title| !title.is_empty()).unwrap_or(&self.name)
    }
}

/// What a person and their account are called.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Profile {
    /// Their email address.
    pub email: Option<String>,
    /// Their name.
    pub name: Option<String>,
    /// The accounts that they may use.
    pub accounts: Vec<Account>,
    /// The name of the account in use.
    pub current_account: Option<String>,
}

impl Profile {
    /// Whether this is certainly another person. Who pasted a token is not always known by an email address.
    pub fn is_somebody_else_than(&self, other: &Self) -> bool {
        let known = |profile: &Self| profile.email.clone().filter(|email| email.contains('@'));
        matches!((known(self), known(other)), (Some(one), Some(other)) if one != other)
    }

    /// What to call the person.
    pub fn person(&self) -> &str {
        let named = [&self.name, &self.email].into_iter().flatten().find(|text| !text.is_empty());
        named.map_or(words::sign_in::SIGNED_IN, String::as_str)
    }

    /// What to call the account in use.
    pub fn account(&self) -> Option<&str> {
        let current = self.current_account.as_deref()?;
        let titled = self.accounts.iter().find(|account| account.name == current);
        Some(titled.map_or(current, Account::display_title))
    }
}

/// The answer to both ways of signing in.
#[derive(Deserialize)]
pub struct Login {
    /// The session's token.
    #[serde(deserialize_with = "deserialize_issued")]
    pub token: Jwt,
    /// The person's email address.
    #[serde(default)]
    pub email: Option<String>,
    /// The person's name.
    #[serde(default)]
    pub name: Option<String>,
    /// The accounts that they may use.
    #[serde(default)]
    pub accounts: Option<Vec<Account>>,
    /// The name of the account that the token is for.
    #[serde(default)]
    pub current_account: Option<String>,
}

/// The answer to `GET /me`: whose session the browser has with Landscape, with a token as signing in gives one, or nobody's.
/// Somebody without an account is nobody: there is nothing to sign in to.
pub struct Me(pub Option<Login>);

impl<'de> Deserialize<'de> for Me {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let fields = Map::<String, Value>::deserialize(deserializer)?;
        let is_there = |name: &str| fields.get(name).is_some_and(|value| !value.is_null());
        if !is_there("token") || is_there("attach_code") {
            return Ok(Self(None));
        }
        let login: Login = serde_json::from_value(Value::Object(fields)).map_err(D::Error::custom)?;
        let has_account = login.accounts.as_ref().is_none_or(|accounts| !accounts.is_empty());
        Ok(Self(Some(login).filter(|_| has_account)))
    }
}

/// The answer to changing the account.
#[derive(Deserialize)]
pub struct SwitchedAccount {
    /// The token for the other account.
    #[serde(deserialize_with = "deserialize_issued")]
    pub token: Jwt,
}

#[derive(Serialize)]
struct SwitchAccount<'a> {
    account_name: &'a str,
}

impl Client {
    /// `POST /login`.
    ///
    /// # Errors
    /// [`ApiError::Unauthorized`] where the password is wrong.
    pub async fn sign_in_with_password(&self, login: &PasswordLogin) -> Result<Login, ApiError> {
        self.post("/login", login).await
    }

    /// `POST /login/access-key`.
    ///
    /// # Errors
    /// [`ApiError::Unauthorized`] where the keys are wrong.
    pub async fn sign_in_with_access_key(&self, login: &AccessKeyLogin) -> Result<Login, ApiError> {
        self.post("/login/access-key", login).await
    }

    /// `GET /me`, which nobody documents: whose session the browser has with Landscape.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn me(&self) -> Result<Option<Login>, ApiError> {
        self.get_with::<Me>("/me", &[], Cookies::SameOrigin).await.map(|me| me.0)
    }

    /// `POST /logout`, which nobody documents: ends the session that the browser has with Landscape.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn log_out(&self) -> Result<(), ApiError> {
        self.post_nothing("/logout", Cookies::SameOrigin).await
    }

    /// `POST /tokens/invalidate-me`: ends every token of the person.
    ///
    /// # Errors
    /// Any [`ApiError`].
    pub async fn invalidate_tokens(&self) -> Result<(), ApiError> {
        self.post_nothing("/tokens/invalidate-me", Cookies::Omitted).await
    }

    /// `POST /switch-account`.
    ///
    /// # Errors
    /// Any [`ApiError`]; the session stays on its account then.
    pub async fn switch_account(&self, account_name: &str) -> Result<SwitchedAccount, ApiError> {
        self.post("/switch-account", &SwitchAccount { account_name }).await
    }
}
