//! What is typed into the form, and its sending.

use leptos::prelude::*;

use crate::api::auth::{AccessKeyLogin, PasswordLogin, Person};
use crate::api::client::Client;
use crate::api::error::ApiError;
use crate::api::server::PasswordOf;
use crate::api::server_clock;
use crate::api::token::{Jwt, Secret, TokenProblem};
use crate::components::form::{Problem, Problems};
use crate::format::{minute, now_seconds, utc};
use crate::lasting::Lasting;
use crate::session::{Session, Viewer};
use crate::submission::Submission;
use crate::words::{sign_in, start};

/// The ids of the form's inputs.
pub mod field {
    /// "Email or identity".
    pub const PERSON: &str = "person";
    /// "Password".
    pub const PASSWORD: &str = "password";
    /// "Account (optional)".
    pub const ACCOUNT: &str = "account";
    /// "Access key".
    pub const ACCESS_KEY: &str = "access-key";
    /// "Secret key".
    pub const SECRET_KEY: &str = "secret-key";
    /// "JSON Web Token".
    pub const TOKEN: &str = "json-web-token";
}

/// A way to sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Email or identity, with a password.
    Password,
    /// Access key, with a secret key.
    AccessKey,
    /// A token that is there already.
    Token,
}

impl Way {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Password, Self::AccessKey, Self::Token];

    /// What it is called.
    pub fn label(self) -> &'static str {
        match self {
            Self::Password => sign_in::BY_PASSWORD,
            Self::AccessKey => sign_in::BY_ACCESS_KEY,
            Self::Token => sign_in::BY_TOKEN,
        }
    }
}

/// The form "Sign in" as it is filled in.
#[derive(Clone, Copy)]
pub struct SignInDraft {
    /// The way that is chosen.
    pub way: RwSignal<Way>,
    /// Whom a password can be of on this server.
    pub password_of: RwSignal<PasswordOf>,
    /// Whether the person has been in one of its fields.
    pub is_in_use: RwSignal<bool>,
    /// Whether they have been at it by pointer or keyboard.
    pub is_at_form: RwSignal<bool>,
    /// "Email or identity" as typed.
    pub person: Lasting<String>,
    /// "Password" as typed.
    pub password: Lasting<String>,
    /// "Account (optional)" as typed.
    pub account: Lasting<String>,
    /// "Access key" as typed.
    pub access_key: Lasting<String>,
    /// "Secret key" as typed.
    pub secret_key: Lasting<String>,
    /// "JSON Web Token" as typed.
    pub token: Lasting<String>,
    /// What is wrong.
    pub problems: Problems,
    /// The sending. It holds no answer: whoever it is about is in the session.
    pub submission: Submission<()>,
}

/// A form that is good.
enum Credentials {
    Password(PasswordLogin),
    AccessKey(AccessKeyLogin),
    Token(Jwt),
}

impl SignInDraft {
    /// An empty form.
    pub fn new() -> Self {
        Self {
            way: RwSignal::new(Way::Password),
            password_of: RwSignal::new(PasswordOf::Either),
            is_in_use: RwSignal::new(false),
            is_at_form: RwSignal::new(false),
            person: Lasting::default(),
            password: Lasting::default(),
            account: Lasting::default(),
            access_key: Lasting::default(),
            secret_key: Lasting::default(),
            token: Lasting::default(),
            problems: Problems::new(),
            submission: Submission::new(),
        }
    }

    /// Notes that the person is in one of the fields.
    pub fn enter(self) {
        self.is_in_use.set(true);
        self.is_at_form.set(true);
    }

    /// Changes the way. What is typed for the others stays until the page is left.
    pub fn choose(self, way: Way) {
        self.problems.clear();
        self.way.set(way);
    }

    /// Whether the server offers a way, as far as is known. It knows access keys and tokens without telling of them.
    pub fn offers(self, way: Way) -> bool {
        way != Way::Password || self.password_of.get() != PasswordOf::Nobody
    }

    /// Takes up whom a password can be of; not where somebody is filling the form in: nothing goes under their hands.
    pub fn learn(self, password_of: PasswordOf) {
        if self.is_in_use.get_untracked() {
            return;
        }
        self.password_of.set(password_of);
        if password_of == PasswordOf::Nobody && self.way.get_untracked() == Way::Password {
            self.choose(Way::AccessKey);
        }
    }

    /// Signs in, where the form is good; says what is wrong otherwise.
    pub fn send(self, session: Session) {
        if untrack(|| self.submission.is_sending()) {
            return;
        }
        match self.credentials() {
            Err(problems) => self.problems.tell(problems),
            Ok(credentials) => {
                self.problems.clear();
                self.submit(credentials, session);
            }
        }
    }

    fn submit(self, credentials: Credentials, session: Session) {
        let answer = async move {
            session.sign_in(viewer(credentials).await?);
            Ok(())
        };
        let way = self.way.get_untracked();
        self.submission.send(answer, move |answer| {
            if let Err(error) = answer {
                self.problems.tell(vec![refusal(way, error)]);
            }
        });
    }

    fn credentials(self) -> Result<Credentials, Vec<Problem>> {
        match self.way.get_untracked() {
            Way::Password => {
                let fields =
                    (self.person.read_untracked(), self.password.read_untracked(), self.account.read_untracked());
                password_login(self.password_of.get_untracked(), &fields.0, &fields.1, &fields.2)
                    .map(Credentials::Password)
            }
            Way::AccessKey => {
                let (access_key, secret_key) = (self.access_key.read_untracked(), self.secret_key.read_untracked());
                access_key_login(&access_key, &secret_key).map(Credentials::AccessKey)
            }
            Way::Token => match read_json_web_token(&self.token.read_untracked()) {
                Ok(token) => Ok(Credentials::Token(token)),
                Err(problem) => Err(vec![problem]),
            },
        }
    }
}

impl Default for SignInDraft {
    fn default() -> Self {
        Self::new()
    }
}

async fn viewer(credentials: Credentials) -> Result<Viewer, ApiError> {
    let client = Client::anonymous();
    match credentials {
        Credentials::Password(login) => client.sign_in_with_password(&login).await.map(Viewer::from_login),
        Credentials::AccessKey(login) => client.sign_in_with_access_key(&login).await.map(Viewer::from_login),
        Credentials::Token(token) => Ok(Viewer::from_token(token)),
    }
}

/// Why the server did not let the person in.
fn refusal(way: Way, error: &ApiError) -> Problem {
    let said = |sentence: &str| {
        error.server_words().map_or_else(|| sentence.to_owned(), |words| sign_in::server_said(sentence, words))
    };
    let message = match (error, way) {
        (ApiError::Unauthorized(_), Way::Password) => said(sign_in::WRONG_PASSWORD),
        (ApiError::Unauthorized(_), _) => said(sign_in::WRONG_KEYS),
        (ApiError::Forbidden(_), _) => [sign_in::FORBIDDEN, &error.to_string()].join(" "),
        (error, _) => error.to_string(),
    };
    Problem::new("", message)
}

fn required(field: &'static str, text: &str, message: &str) -> Option<Problem> {
    text.trim().is_empty().then(|| Problem::new(field, message))
}

fn none_of(problems: [Option<Problem>; 2]) -> Result<(), Vec<Problem>> {
    let problems: Vec<_> = problems.into_iter().flatten().collect();
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

/// What the field for the person is called.
pub fn person_label(password_of: PasswordOf) -> &'static str {
    person_words(password_of).0
}

/// What the field for the person is called, and what is said where it is empty.
fn person_words(password_of: PasswordOf) -> (&'static str, &'static str) {
    match password_of {
        PasswordOf::Email => (start::EMAIL, start::NO_EMAIL),
        PasswordOf::Identity => (start::IDENTITY, start::NO_IDENTITY),
        PasswordOf::Either | PasswordOf::Nobody => (sign_in::PERSON, sign_in::NO_PERSON),
    }
}

/// Where the server takes names for PAM alone, one with an `@` is a name too.
fn person(password_of: PasswordOf, text: &str) -> Person {
    match password_of {
        PasswordOf::Email => Person::Email(text.to_owned()),
        PasswordOf::Identity => Person::Identity(text.to_owned()),
        PasswordOf::Either | PasswordOf::Nobody => Person::from_text(text),
    }
}

fn password_login(
    password_of: PasswordOf,
    name: &str,
    password: &str,
    account: &str,
) -> Result<PasswordLogin, Vec<Problem>> {
    let no_password = password.is_empty().then(|| Problem::new(field::PASSWORD, sign_in::NO_PASSWORD));
    none_of([required(field::PERSON, name, person_words(password_of).1), no_password])?;
    let account = Some(account.trim()).filter(|account| !account.is_empty()).map(str::to_owned);
    let person = person(password_of, name.trim());
    Ok(PasswordLogin { person, password: Secret::new(password.to_owned()), account })
}

fn access_key_login(access_key: &str, secret_key: &str) -> Result<AccessKeyLogin, Vec<Problem>> {
    none_of([
        required(field::ACCESS_KEY, access_key, sign_in::NO_ACCESS_KEY),
        required(field::SECRET_KEY, secret_key, sign_in::NO_SECRET_KEY),
    ])?;
    let secret = |text: &str| Secret::new(text.trim().to_owned());
    Ok(AccessKeyLogin { access_key: secret(access_key), secret_key: secret(secret_key) })
}

/// Reads the token when the form is sent, or its field is left.
///
/// # Errors
/// A [`Problem`] of the field.
pub fn read_json_web_token(text: &str) -> Result<Jwt, Problem> {
    Jwt::pasted(text, server_clock::at(now_seconds()))
        .map_err(|problem| Problem::new(field::TOKEN, token_message(problem)))
}

fn token_message(problem: TokenProblem) -> String {
    match problem {
        TokenProblem::Empty => sign_in::NO_TOKEN.to_owned(),
        TokenProblem::Shape => sign_in::BAD_TOKEN.to_owned(),
        TokenProblem::Expired { at } => sign_in::token_expired(&minute(utc(at))),
    }
}

#[cfg(test)]
mod tests;
