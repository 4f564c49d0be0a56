//! How far an activity is, in the server's words.

use serde::{Deserialize, Deserializer};

use crate::api::lenient;

/// The word of the server for how far an activity is. Every word is taken: the documentation's own pages differ.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActivityStatus(Option<String>);

/// How an activity ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// It was done.
    Succeeded,
    /// It could not be done.
    Failed,
    /// Somebody canceled it. A client that reports late can still change that.
    Canceled,
}

impl ActivityStatus {
    /// The server's word; `None` where it said nothing.
    pub fn word(&self) -> Option<&str> {
        self.0.as_deref()
    }

    /// How it ended; `None` while it goes on, and for any word that is not known: nothing ends by mistake.
    pub fn ending(&self) -> Option<Ending> {
        match self.word()? {
            "succeeded" | "complete" => Some(Ending::Succeeded),
            "failed" => Some(Ending::Failed),
            "canceled" => Some(Ending::Canceled),
            _ => None,
        }
    }
}

impl<'de> Deserialize<'de> for ActivityStatus {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = lenient::text(deserializer)?;
        Ok(Self(word.filter(|word| !word.trim().is_empty())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &[&str], expected: Option<Ending>) {
        for word in words {
            let status: ActivityStatus = serde_json::from_str(word).expect("any word is a status");
            assert_eq!(status.ending(), expected, "{word}");
        }
    }

    #[test]
    fn only_four_words_end_an_activity() {
        check(&["\"succeeded\"", "\"complete\""], Some(Ending::Succeeded));
        check(&["\"failed\""], Some(Ending::Failed));
        check(&["\"canceled\""], Some(Ending::Canceled));
        check(
            &["\"undelivered\"", "\"queued\"", "\"scheduled\"", "\"waiting\"", "\"blocked\"", "\"unapproved\""],
            None,
        );
        check(&["\"delivered\"", "\"in-progress\"", "\"levitating\"", "\"Succeeded\"", "\"\"", "null"], None);
    }
}
