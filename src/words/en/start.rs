//! Where a session starts and ends, and what the server tells of itself.

pub const OPENID_CONNECT: &str = "OpenID Connect";
pub const UBUNTU_ONE: &str = "Ubuntu One";

pub const ALREADY: &str = "You are signed in to Landscape";
pub const CONTINUING: &str = "Signing in…";
pub const NO_LONGER: &str = "You are no longer signed in to Landscape";
pub const SIGN_IN_BELOW: &str = "Sign in on this page instead.";

pub fn continue_as(person: &str) -> String {
    format!("Continue as {person}")
}

/// Whose session it is, where that has changed since it was offered.
pub fn now_somebody_else(person: &str) -> String {
    format!("Meanwhile {person} has signed in to Landscape in this browser. Press again to continue as them.")
}

pub fn not_continued(error: &str) -> String {
    format!("You could not be signed in: {error}")
}

pub const SINGLE_SIGN_ON: &str = "Single sign-on";
pub const OPEN_LANDSCAPE: &str = "Open Landscape in a new tab";
pub const THEN_CONTINUE: &str = "Sign in to Landscape first, then come back: this page offers to continue from there. Or sign in with an access key.";

/// Through whom an organisation signs in.
pub fn by_single_sign_on(names: &[String]) -> String {
    format!("Your organisation signs in by single sign-on ({}).", names.join(", "))
}

pub const EMAIL: &str = "Email";
pub const IDENTITY: &str = "Identity";
pub const NO_EMAIL: &str = "Enter your email address.";
pub const NO_IDENTITY: &str = "Enter your identity.";

pub fn server_version(version: &str) -> String {
    format!("Landscape server {version}")
}

pub const SIGN_OUT_EVERYWHERE: &str = "Sign out everywhere";
pub const EVERYWHERE_ACTION: &str = "End every token";
pub const EVERYWHERE_QUESTION: &str = "Sign out everywhere?";
pub const EVERYWHERE_MEANS: &str =
    "Every token of yours ends: in this browser, in every other one, and on every other device.";
pub const EVERYWHERE_SCRIPTS: &str =
    "Scripts and programs that use a token of yours stop working until they get a new one.";
pub const SIGNING_OUT_EVERYWHERE: &str = "Ending your tokens…";
pub const NOT_EVERYWHERE: &str = "You were not signed out everywhere";
pub const MAYBE_EVERYWHERE: &str = "You may not be signed out everywhere";
pub const STILL_SIGNED_IN: &str = "You are still signed in here, and your tokens are as they were.";
pub const MAYBE_ENDED: &str =
    "You are still signed in here. It is not known whether your tokens have ended: the next request will tell.";
pub const SIGN_OUT_HERE: &str = "Sign out here only";
pub const SIGNED_OUT_EVERYWHERE: &str = "You have signed out everywhere";
pub const TOKENS_ENDED: &str = "Every token that you had has ended. This tab keeps nothing of your session.";

pub const LICENSING_OFF: &str = "Detaching may not be available here";
pub const LICENSING_OFF_REASON: &str =
    "This server says that Ubuntu Pro licensing is switched off for this account. It will probably refuse to detach.";
pub const SAAS: &str = "This server is not self-hosted. Detaching is available to select accounts only, and the server says that this account has Ubuntu Pro licensing.";
pub const SAAS_UNKNOWN: &str =
    "This server is not self-hosted. Detaching is available to select accounts only: the server may refuse it.";
