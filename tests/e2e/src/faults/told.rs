//! What a person is told when something has gone wrong.

/// What has happened, as it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// Nothing: it works all the same.
    Works,
    /// That the server could not be reached.
    Unreached,
    /// That the server did not answer in time.
    Late,
    /// That the answer could not be read.
    Unreadable,
    /// That the server failed, with a status.
    Failed(u16),
    /// That the server refused what it was asked, in its own words or by a status.
    Refused(&'static str),
    /// That one may not.
    Forbidden,
    /// That there is no such thing.
    Missing,
    /// That there were too many requests.
    TooMany,
    /// That the session has ended.
    SessionOver,
}

impl Told {
    /// Whether a write that ended so may have been carried out.
    pub fn leaves_outcome_unknown(self) -> bool {
        matches!(self, Self::Unreached | Self::Late | Self::Unreadable | Self::Failed(_))
    }

    /// Words that are shown for it, as far as they are the same everywhere.
    pub fn sentence(self) -> String {
        match self {
            Self::Works => String::new(),
            Self::Unreached => "could not be reached".to_owned(),
            Self::Late => "did not answer in time".to_owned(),
            Self::Unreadable => "could not be read".to_owned(),
            Self::Failed(status) => format!("The Landscape server failed (status {status})"),
            Self::Refused(words) => words.to_owned(),
            Self::Forbidden => "You do not have permission to do this".to_owned(),
            Self::Missing => "does not know this".to_owned(),
            Self::TooMany => "Too many requests".to_owned(),
            Self::SessionOver => "Your session has ended".to_owned(),
        }
    }
}
