//! Words: sign in.

use crate::visible;

pub const WITH: &str = "Sign in with";
pub const BUTTON: &str = "Sign in";
pub const SENDING: &str = "Signing in…";
pub const SIGNED_IN: &str = "Signed in";
pub const BY_PASSWORD: &str = "Password";
pub const BY_ACCESS_KEY: &str = "Access key";
pub const BY_TOKEN: &str = "Token";
pub const PERSON: &str = "Email or identity";
pub const PASSWORD: &str = "Password";
pub const ACCOUNT: &str = "Account (optional)";
pub const ACCOUNT_HINT: &str = "The account's name. Leave it empty for your default account.";
pub const ACCESS_KEY: &str = "Access key";
pub const ACCESS_KEY_HINT: &str = "For people with single sign-on: create it in Landscape, under your API credentials.";
pub const SECRET_KEY: &str = "Secret key";
pub const TOKEN: &str = "JSON Web Token";
pub const TOKEN_HINT: &str = "The token that Landscape's login endpoint answered with.";
pub const NO_PERSON: &str = "Enter your email address or identity.";
pub const NO_PASSWORD: &str = "Enter your password.";
pub const NO_ACCESS_KEY: &str = "Enter your access key.";
pub const NO_SECRET_KEY: &str = "Enter your secret key.";
pub const NO_TOKEN: &str = "Paste a JSON Web Token.";
pub const BAD_TOKEN: &str = "This is not a JSON Web Token: it has three parts with dots between them.";
pub const WRONG_PASSWORD: &str = "The email or identity and the password do not match.";
pub const WRONG_KEYS: &str = "The access key and the secret key do not match.";
pub const FORBIDDEN: &str = "You may not sign in to this account.";
pub const SESSION_ENDED: &str = "Your session has ended";
pub const GO_ON: &str = "Sign in to go on where you were.";
pub const SIGNED_OUT: &str = "You have signed out";
pub const NOTHING_KEPT: &str = "This tab keeps nothing of your session.";

pub fn token_expired(when: &str) -> String {
    format!("This token expired on {when}. Get a new one from Landscape's login endpoint.")
}

/// A sentence, and the server's own words.
pub fn server_said(sentence: &str, words: &str) -> String {
    format!("{sentence} The server said: “{}”", visible::line(words))
}
