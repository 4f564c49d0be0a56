//! The JSON Web Token that authorizes requests, and the Pro token and passwords that requests carry: all opaque.

use base64::Engine as _;
use base64::alphabet::URL_SAFE;
use base64::engine::general_purpose::{GeneralPurpose, NO_PAD};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use zeroize::Zeroizing;

/// A JSON Web Token. It has no `Debug` and no `Display`, so that it cannot reach a log or a view by mistake, and no
/// `Serialize`, so that it cannot reach a file or a request's body. Its memory is overwritten when it is dropped:
///
/// ```compile_fail,E0277
/// # let token = landscape_licensing::api::token::Jwt::issued("a.b.c".to_owned());
/// println!("{token:?}");
/// ```
/// ```compile_fail,E0277
/// # let token = landscape_licensing::api::token::Jwt::issued("a.b.c".to_owned()).expect("it is one");
/// let text = serde_json::to_string(&token);
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Jwt(Zeroizing<String>);

/// Why a pasted text is not taken for a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenProblem {
    /// There is nothing.
    Empty,
    /// It has not the shape of a JSON Web Token.
    Shape,
    /// Its time is over, by this computer's clock.
    Expired {
        /// `exp` in seconds since 1970.
        at: i64,
    },
}

/// What the token says of itself. Good for a countdown and a name, never for rights: it is not verified here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claims {
    /// When it ends, in seconds since 1970.
    pub expires_at: Option<i64>,
    /// Whose it is: an email address.
    pub subject: Option<String>,
    /// The account it is for.
    pub account: Option<String>,
}

/// Any JSON object.
#[derive(Deserialize)]
struct AnyObject {}

#[derive(Deserialize)]
struct RawClaims {
    exp: Option<f64>,
    sub: Option<serde_json::Value>,
    acc: Option<serde_json::Value>,
}

impl Jwt {
    /// Takes a token from the server or from the session's storage, of whatever shape. `None` where it could not stand in
    /// a header.
    pub fn issued(text: String) -> Option<Self> {
        let is_good = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic());
        is_good.then(|| Self(Zeroizing::new(text)))
    }

    /// Takes a token that a person pasted: "Bearer " in front and white space anywhere around it are forgiven.
    ///
    /// # Errors
    /// [`TokenProblem`], where it is no token or one whose time was over at `now`, in seconds since 1970.
    pub fn pasted(text: &str, now: i64) -> Result<Self, TokenProblem> {
        let token = strip_scheme(text);
        if token.is_empty() {
            return Err(TokenProblem::Empty);
        }
        let jwt = Self(Zeroizing::new(token.to_owned()));
        let claims = jwt.decode().ok_or(TokenProblem::Shape)?;
        match claims.expires_at {
            Some(at) if at <= now => Err(TokenProblem::Expired { at }),
            _ => Ok(jwt),
        }
    }

    /// What it says of itself; nothing where it cannot be read.
    pub fn claims(&self) -> Claims {
        self.decode().unwrap_or_default()
    }

    /// The token's text, for the session's storage and the `Authorization` header and for nothing else.
    pub fn expose_secret(&self) -> &str {
        &self.0
    }

    fn decode(&self) -> Option<Claims> {
        let mut parts = self.0.split('.');
        let (header, payload, signature) = (parts.next()?, parts.next()?, parts.next()?);
        let is_url_safe = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'=');
        if parts.next().is_some() || signature.is_empty() || !signature.bytes().all(is_url_safe) {
            return None;
        }
        serde_json::from_slice::<AnyObject>(&decode_part(header)?).ok()?;
        let raw: RawClaims = serde_json::from_slice(&decode_part(payload)?).ok()?;
        Some(Claims { expires_at: raw.exp.map(whole_seconds), subject: text(raw.sub), account: text(raw.acc) })
    }
}

#[expect(clippy::cast_possible_truncation, reason = "the cast saturates, and an end that far is as good as any")]
fn whole_seconds(seconds: f64) -> i64 {
    seconds.floor() as i64
}

/// Base64 as tokens have it, read without fuss about bits that stand for nothing.
const BASE64: GeneralPurpose = GeneralPurpose::new(&URL_SAFE, NO_PAD.with_decode_allow_trailing_bits(true));

fn decode_part(part: &str) -> Option<Vec<u8>> {
    BASE64.decode(part.trim_end_matches('=')).ok()
}

fn text(value: Option<serde_json::Value>) -> Option<String> {
    value?.as_str().map(str::to_owned)
}

fn strip_scheme(text: &str) -> &str {
    let text = text.trim();
    let scheme = text.get(..6).filter(|scheme| scheme.eq_ignore_ascii_case("bearer"));
    match (scheme, text.get(6..)) {
        (Some(_), Some(rest)) if rest.starts_with(char::is_whitespace) || rest.is_empty() => rest.trim(),
        _ => text,
    }
}

/// Reads a token that the server issued.
///
/// # Errors
/// Where it is no text, or could not stand in a header.
pub(crate) fn deserialize_issued<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Jwt, D::Error> {
    Jwt::issued(String::deserialize(deserializer)?).ok_or_else(|| D::Error::custom("no token that can be sent"))
}

/// A secret on its way from its field into a request: a password, a secret key or a Pro token. It can be sent, and neither
/// printed nor shown, nor read again. Its memory is overwritten when it is dropped:
///
/// ```compile_fail,E0277
/// # let secret = landscape_licensing::api::token::Secret::new("C1".to_owned());
/// println!("{secret:?}");
/// ```
/// ```compile_fail,E0277
/// # let secret = landscape_licensing::api::token::Secret::new("C1".to_owned());
/// println!("{secret}");
/// ```
/// ```compile_fail,E0616
/// # let secret = landscape_licensing::api::token::Secret::new("C1".to_owned());
/// let text: String = secret.0;
/// ```
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Takes what a person typed, to the letter.
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }
}

#[cfg(test)]
mod tests;
