//! What a computer's client answers when it could not do what it was asked: the words of landscape-client, which hides
//! those of the Pro client (`landscape/client/uaclient.py`).

pub(crate) const INVALID_TOKEN: &str = "Invalid pro token provided.";
pub(crate) const NO_CONNECTION: &str = "Not possible to connect to contracts service.";
pub(crate) const CONTRACT_ERROR: &str = "Unexpected error in the contracts service interaction.";
pub(crate) const LOCK_HELD: &str = "Another client process is holding the lock on the machine.";
pub(crate) const NOT_ATTACHED: &str = "Pro is not attached on this machine.";
pub(crate) const LIBRARY_MISSING: &str = "The ubuntu advantage library is not available or not up to date.";

/// What no client says on purpose: a formula for a spreadsheet, quotes, lines, and markup for a page.
pub(crate) const HOSTILE: &str =
    "=HYPERLINK(\"http://evil.example\",\"press\")\r\n\"quoted\", and; more\n<img src=x onerror=alert(1)>\t\u{202e}";
