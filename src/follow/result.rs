//! What a computer's result text says, where it is one of the texts that are known.

mod pro_status;

use crate::words::results;

pub use self::pro_status::ProStatus;

/// A result text, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ResultText {
    /// The state of Ubuntu Pro: landscape-client answers a success with it (`promanagement.py`).
    Pro(ProStatus),
    /// A failure that the client is known for.
    Known(Cause),
    /// Any other text.
    Other,
}

/// Why a client could not do what it was asked: the failures of landscape-client (`uaclient.py`), and the Pro client's own
/// words for the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// The token is none.
    InvalidToken,
    /// The contract server could not be reached.
    NoConnection,
    /// The contract server answered something else.
    ContractError,
    /// Another program works with Pro.
    LockHeld,
    /// There is nothing to detach.
    NotAttached,
    /// The Pro client's library is missing or too old.
    LibraryMissing,
    /// Something else went wrong in the Pro client.
    ProClientFailed,
}

/// Whether the same request may go well another time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retry {
    /// By itself.
    Soon,
    /// Once something was done.
    AfterFix,
    /// Never.
    Never,
}

/// Parts of what clients say, in small letters.
const KNOWN: [(&str, Cause); 12] = [
    ("invalid pro token", Cause::InvalidToken),
    ("invalid token", Cause::InvalidToken),
    ("not possible to connect to contracts service", Cause::NoConnection),
    ("failed to connect to https://contracts.canonical.com", Cause::NoConnection),
    ("error in the contracts service", Cause::ContractError),
    ("holding the lock", Cause::LockHeld),
    ("operation in progress", Cause::LockHeld),
    ("pro is not attached", Cause::NotAttached),
    ("not attached to an ubuntu pro subscription", Cause::NotAttached),
    ("advantage library is not available", Cause::LibraryMissing),
    ("client library is not available", Cause::LibraryMissing),
    ("error managing pro", Cause::ProClientFailed),
];

/// What is longer than this is a traceback, not a failure that is known.
const LONGEST_SENTENCE: usize = 500;

impl ResultText {
    /// Reads a text of a client.
    pub fn read(text: &str) -> Self {
        if let Some(status) = ProStatus::read(text) {
            return Self::Pro(status);
        }
        if text.len() > LONGEST_SENTENCE {
            return Self::Other;
        }
        let text = text.to_lowercase();
        let known = KNOWN.iter().find(|(part, _)| text.contains(part));
        known.map_or(Self::Other, |(_, cause)| Self::Known(*cause))
    }
}

impl Cause {
    /// What happened.
    pub fn sentence(self) -> &'static str {
        self.words().0
    }

    /// What to do about it.
    pub fn next_step(self) -> &'static str {
        self.words().1
    }

    /// Whether trying again is worth it.
    pub fn retry(self) -> Retry {
        match self {
            Self::NoConnection | Self::ContractError | Self::LockHeld => Retry::Soon,
            Self::InvalidToken | Self::LibraryMissing | Self::ProClientFailed => Retry::AfterFix,
            Self::NotAttached => Retry::Never,
        }
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::InvalidToken => results::INVALID_TOKEN,
            Self::NoConnection => results::NO_CONNECTION,
            Self::ContractError => results::CONTRACT_ERROR,
            Self::LockHeld => results::LOCK_HELD,
            Self::NotAttached => results::NOT_ATTACHED,
            Self::LibraryMissing => results::LIBRARY_MISSING,
            Self::ProClientFailed => results::PRO_CLIENT_FAILED,
        }
    }
}

impl Retry {
    /// In words.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Soon => results::RETRY_SOON,
            Self::AfterFix => results::RETRY_AFTER_FIX,
            Self::Never => results::RETRY_NEVER,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<Cause>) {
        let expected = expected.map_or(ResultText::Other, ResultText::Known);
        assert_eq!(ResultText::read(text), expected, "{text}");
    }

    #[test]
    fn the_words_of_landscape_client_are_known() {
        check("Invalid pro token provided.", Some(Cause::InvalidToken));
        check("Not possible to connect to contracts service.", Some(Cause::NoConnection));
        check("Unexpected error in the contracts service interaction.", Some(Cause::ContractError));
        check("Another client process is holding the lock on the machine.", Some(Cause::LockHeld));
        check("Pro is not attached on this machine.", Some(Cause::NotAttached));
        check("The ubuntu advantage library is not available or not up to date.", Some(Cause::LibraryMissing));
        check("Error managing pro.", Some(Cause::ProClientFailed));
    }

    #[test]
    fn the_words_of_the_pro_client_are_known_too() {
        check("Invalid token. See https://ubuntu.com/pro/dashboard", Some(Cause::InvalidToken));
        check("Failed to connect to https://contracts.canonical.com", Some(Cause::NoConnection));
        check("Unable to perform: pro attach.\nOperation in progress: pro enable (pid:1423)", Some(Cause::LockHeld));
        check("This machine is not attached to an Ubuntu Pro subscription.", Some(Cause::NotAttached));
    }

    #[test]
    fn any_other_text_is_only_a_text() {
        check("", None);
        check("<img src=x onerror=alert(1)>", None);
        check(&format!("Traceback\n{}\nInvalid pro token provided.", "x".repeat(1_000)), None);
        check("null", None);
        check("[1, 2]", None);
    }

    #[test]
    fn a_retry_is_worth_it_where_the_cause_goes_away_by_itself() {
        assert_eq!(Cause::LockHeld.retry(), Retry::Soon);
        assert_eq!(Cause::NoConnection.retry(), Retry::Soon);
        assert_eq!(Cause::InvalidToken.retry(), Retry::AfterFix);
        assert_eq!(Cause::NotAttached.retry(), Retry::Never);
    }
}
