//! The ids of Landscape's objects, each a type of its own, with its parsing and printing.

use std::fmt;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use crate::api::encode::path_segment;
use crate::api::lenient;

/// Declares an id that the server counts: a whole number, exact to the last digit.
macro_rules! numeric_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                lenient::exact(deserializer).map(Self)
            }
        }

        impl $name {
            /// Reads an id typed by a person or taken from a URL: digits only, from 1 to `i64::MAX`.
            pub fn parse(text: &str) -> Option<Self> {
                let digits_only = text.bytes().all(|byte| byte.is_ascii_digit());
                let number = text.parse().ok().filter(|number| *number > 0)?;
                digits_only.then_some(Self(number))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(formatter)
            }
        }
    };
}

numeric_id! {
    /// The id of a computer.
    ComputerId
}
numeric_id! {
    /// The id of a legacy license.
    LicenseId
}
numeric_id! {
    /// The id of an activity.
    ActivityId
}

/// The string id of a contract, `contract_id`: what `GET /contracts/<str:id>` takes. Any text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct ContractId(pub String);

impl<'de> Deserialize<'de> for ContractId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        lenient::text(deserializer)?.map(Self).ok_or_else(|| D::Error::custom("no id"))
    }
}

impl ContractId {
    /// The id percent-encoded as exactly one segment of a URL's path.
    pub fn to_path_segment(&self) -> String {
        path_segment(&self.0)
    }
}

impl fmt::Display for ContractId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<i64>) {
        assert_eq!(ComputerId::parse(text).map(|id| id.0), expected, "{text:?}");
    }

    #[test]
    fn ids_are_whole_numbers_exact_to_the_last_digit() {
        check("1", Some(1));
        check("007", Some(7));
        check("9007199254740993", Some(9_007_199_254_740_993));
        check("9223372036854775807", Some(i64::MAX));
    }

    #[test]
    fn anything_else_is_no_id() {
        for text in ["", "0", "-1", "+1", "1.0", "1e3", "9223372036854775808", "१", "a", " 1", "0x1"] {
            check(text, None);
        }
    }

    #[test]
    fn a_contract_id_is_one_path_segment_whatever_it_holds() {
        let encoded = ContractId("a/b?c#d%e++ f é..".to_owned()).to_path_segment();
        assert_eq!(encoded, "a%2Fb%3Fc%23d%25e%2B%2B%20f%20%C3%A9..");
    }

    #[test]
    fn dot_segments_cannot_climb() {
        assert_eq!(ContractId("..".to_owned()).to_path_segment(), "%2E%2E");
        assert_eq!(ContractId(".".to_owned()).to_path_segment(), "%2E");
    }
}
