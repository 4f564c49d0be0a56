use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, Mac};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

/// `{"alg":"HS256","typ":"JWT"}`, encoded.
const HEADER: &str = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9";

/// Fixed, so that a browser stays signed in when the demo is started again.
const SECRET: &[u8] = b"landscape-stub signs for nobody but itself";

/// What a token says. The names are those of the tokens in Landscape's documentation of `POST /login`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Claims {
    /// Seconds since 1970.
    pub exp: i64,
    /// Seconds since 1970.
    pub iat: i64,
    /// The user's email address.
    pub sub: String,
    /// Name of the account.
    pub acc: String,
    /// Number of the token.
    pub id: u64,
}

/// Issues, verifies and revokes tokens.
#[derive(Debug)]
pub(crate) struct Tokens {
    issued: u64,
    revoked_through: u64,
}

impl Tokens {
    /// Numbers begin with the time, so that revoking also ends what an earlier run has issued.
    pub fn new(now: Timestamp) -> Self {
        Self { issued: now.as_millisecond().unsigned_abs(), revoked_through: 0 }
    }

    /// A token that ends `lifetime` after `now`; a negative lifetime makes one that has expired.
    pub fn issue(&mut self, email: &str, account: &str, now: Timestamp, lifetime: SignedDuration) -> String {
        self.issued += 1;
        let iat = now.as_second();
        let exp = iat.saturating_add(lifetime.as_secs());
        let claims = Claims { exp, iat, sub: email.to_owned(), acc: account.to_owned(), id: self.issued };
        sign(&claims)
    }

    /// The claims of a genuine token that is neither expired nor revoked, or why it is refused.
    pub fn verify(&self, token: &str, now: Timestamp) -> Result<Claims, &'static str> {
        let claims = genuine(token).ok_or("The token is not valid.")?;
        if claims.exp <= now.as_second() {
            return Err("The token has expired.");
        }
        if claims.id <= self.revoked_through {
            return Err("The token has been revoked.");
        }
        Ok(claims)
    }

    pub fn revoke_all(&mut self) {
        self.revoked_through = self.issued;
    }
}

fn sign(claims: &Claims) -> String {
    let claims = serde_json::to_vec(claims).expect("claims are numbers and strings, which always serialize");
    let signed = format!("{HEADER}.{}", URL_SAFE_NO_PAD.encode(claims));
    let signature = URL_SAFE_NO_PAD.encode(mac(&signed).finalize().into_bytes());
    format!("{signed}.{signature}")
}

/// The claims, if the header is ours and the signature fits. A header that names another algorithm is not looked into.
fn genuine(token: &str) -> Option<Claims> {
    let (signed, signature) = token.rsplit_once('.')?;
    let claims = signed.strip_prefix(HEADER)?.strip_prefix('.')?;
    mac(signed).verify_slice(&URL_SAFE_NO_PAD.decode(signature).ok()?).ok()?;
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(claims).ok()?).ok()
}

fn mac(signed: &str) -> Hmac<Sha256> {
    let mut mac = Hmac::<Sha256>::new_from_slice(SECRET).expect("HMAC takes a key of any length");
    mac.update(signed.as_bytes());
    mac
}
