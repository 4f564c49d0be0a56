use serde_json::{Value, json};

/// The demo user's email address.
pub const EMAIL: &str = "john.smith@example.com";
/// The demo user's identity, for servers that ask PAM.
pub const IDENTITY: &str = "jsmith";
/// The demo user's password.
pub const PASSWORD: &str = "landscape";
/// The demo user's API access key.
pub const ACCESS_KEY: &str = "LANDSCAPEKEY";
/// The secret that belongs to [`ACCESS_KEY`].
pub const SECRET_KEY: &str = "landscape-secret";

pub(crate) const NAME: &str = "John Smith";

/// The user as the creator of an activity.
pub(crate) fn creator() -> Value {
    json!({ "email": EMAIL, "id": 1, "name": NAME })
}
