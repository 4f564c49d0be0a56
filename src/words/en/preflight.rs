//! Of what is checked before attaching and detaching.

use crate::words::en::{computers, count, number, some_of};

pub const SUMMARY: &str = "Summary";
pub const CHECKING: &str = "Checking…";
pub const STOP: &str = "Stop";
pub const NOT_CHECKED: &str = "The computers could not be checked";
pub const STOPPED: &str = "You stopped the check.";
pub const STILL_POSSIBLE: &str = "They can be sent all the same: you will be asked first.";
pub const DRY_RUN: &str = "Dry run";
pub const NOTHING_SENT: &str = "Dry run: nothing was sent.";
pub const MEND_FIRST: &str = "Nothing can be sent until each hostname stands for one computer.";
pub const MANAGEMENT_UNKNOWN: &str = "Whether Pro management is on could not be checked: the server does not understand the question. Nobody is left out for it.";
pub const REMOVE: &str = "Remove";
pub const SHOW_FEWER: &str = "Show fewer";
pub const PAGES: &str = "computers";
pub const NO_CONTRACT: &str = "unknown";

pub const FIRST: &str = "Only the first";
pub const FIRST_HINT: &str =
    "How many computers to begin with: the others stay in the form. Leave it empty to send all of them.";
pub const BAD_FIRST: &str = "Enter a whole number, such as 20, or leave the field empty.";

pub const NONE_LEFT: &str = "All of these computers would be left out. The summary says why, and lets you keep them.";
pub const USE_IDS: &str = "Try again, or enter their IDs.";

pub const NOT_SENT: &str = "Left out before sending";

pub const CONFIRM_ATTACH: &str = "Attach";
pub const TYPE_COUNT: &str = "Type the number of computers to confirm";
pub const TOKENS_UNKNOWN: &str =
    "Some may have a token already, which would be replaced, and some may not be able to do it.";
pub const RISKS_UNKNOWN: &str = "What is known to go wrong could not be counted for them.";

/// How far a check is, in requests.
pub fn checking_computers(done: usize, total: usize) -> String {
    format!("Checking the computers: {} done.", requests(done, total))
}

pub fn checking_management(done: usize, total: usize) -> String {
    format!("Checking their Pro management: {} done.", requests(done, total))
}

fn requests(done: usize, total: usize) -> String {
    some_of(done, &count(total, "request", "requests"))
}

pub fn attaches(sent: usize, total: usize) -> String {
    format!("The token will be sent for {}.", some_of(sent, &computers(total)))
}

pub fn detaches(sent: usize, total: usize) -> String {
    format!("Ubuntu Pro will be detached from {}.", some_of(sent, &computers(total)))
}

pub fn nothing(total: usize) -> String {
    format!("Nothing would be sent: {} left out.", are(total))
}

/// Of a stage: how many are sent, and how many wait for the next.
pub fn staged(first: usize, rest: usize) -> String {
    let stay = if rest == 1 { "stays" } else { "stay" };
    format!("{} of them now: {} {stay} in the form.", the_first(first), computers(rest))
}

fn the_first(first: usize) -> String {
    if first == 1 { "The first".to_owned() } else { format!("The first {}", number(first)) }
}

fn are(many: usize) -> String {
    format!("{} {}", computers(many), if many == 1 { "is" } else { "are" })
}

fn have(many: usize) -> String {
    format!("{} {}", computers(many), if many == 1 { "has" } else { "have" })
}

/// What a group of computers is, and what becomes of it.
pub mod groups {
    use crate::words::en::preflight::have;
    use crate::words::en::{count, number};

    pub const ATTACHES: &str = "The token will be attached.";
    pub const REPLACES: &str = "That token will be replaced. The Pro client may keep the old one and say nothing of it, so look at the result.";
    pub const DETACHES: &str = "It will be taken away.";
    pub const UNLISTED: &str =
        "Not among the computers of this account. Sent all the same: the server says what it makes of it.";
    pub const UNREAD: &str = "Landscape lists it, but what it says of it could not be read. Sent all the same: what it has now is not known.";
    pub const LEFT_OUT: &str = "Left out.";
    pub const KEPT: &str = "Sent all the same. The server may refuse it.";

    pub fn without_token(many: usize) -> String {
        format!("{} no token", have(many))
    }

    pub fn with_token(many: usize) -> String {
        format!("{} a token", have(many))
    }

    pub fn nothing_to_detach(many: usize) -> String {
        format!("{} no token to take away", have(many))
    }

    pub fn unmanageable(many: usize) -> String {
        format!("{} Pro management off, or cannot have it", have(many))
    }

    pub fn unlisted(many: usize) -> String {
        format!("{} unknown", count(many, "ID is", "IDs are"))
    }

    pub fn unread(many: usize) -> String {
        format!("{} could not be read", count(many, "computer", "computers"))
    }

    /// How many are on which contracts.
    pub fn on_contracts(contracts: &str) -> String {
        format!("By contract: {contracts}.")
    }

    pub fn keep_without_token(many: usize) -> String {
        keep(many, "without a token")
    }

    pub fn keep_unmanageable(many: usize) -> String {
        keep(many, "without Pro management")
    }

    fn keep(many: usize, which: &str) -> String {
        let those = if many == 1 { "one".to_owned() } else { number(many) };
        format!("Send to the {those} {which} all the same")
    }
}

/// A contract, and how many computers are on it.
pub fn on_contract(contract: &str, many: usize) -> String {
    format!("{contract} ({})", number(many))
}

pub fn show_all(many: usize) -> String {
    format!("Show all {}", computers(many))
}

/// A button of a group.
pub fn of_group(button: &str, group: &str) -> String {
    format!("{button}: {group}")
}

/// A computer by its name and id.
pub fn named(name: &str, id: &str) -> String {
    format!("{name} (ID {id})")
}

pub fn only_id(id: &str) -> String {
    format!("ID {id}")
}

pub fn remove(computer: &str) -> String {
    format!("Remove {computer} from the form")
}

pub fn remove_missing(many: usize) -> String {
    format!("Remove {} from the form", count(many, "hostname that was not found", "hostnames that were not found"))
}

/// Hostnames that no computer has, in quotes.
pub fn missing(names: &[String]) -> String {
    let quoted: Vec<_> = names.iter().map(|name| format!("“{name}”")).collect();
    let verb = if names.len() == 1 { "this hostname" } else { "these hostnames" };
    format!("No computer of this account has {verb}: {}.", quoted.join(", "))
}

/// A hostname of several computers, with their ids.
pub fn ambiguous(name: &str, ids: &str) -> String {
    format!("Several computers have the hostname “{name}”: enter the ID of one of them ({ids}).")
}

pub fn no_look_up(reason: &str) -> String {
    format!("The hostnames could not be looked up. {reason} {USE_IDS}")
}

/// The first few names of many, and how many more there are.
pub fn names(first: &str, more: usize) -> String {
    match more {
        0 => format!("{first}."),
        _ => format!("{first} and {} more.", number(more)),
    }
}

/// A way in which detaching is known to go wrong, counted.
pub mod risks {
    use crate::words::en::preflight::{are, have};

    pub fn services(many: usize) -> String {
        format!("{} services of Ubuntu Pro enabled: all of them get disabled.", have(many))
    }

    pub fn landscape(many: usize) -> String {
        format!(
            "{} the service “landscape” enabled: detaching can disable it too, so that a computer drops out of Landscape with its activity unfinished.",
            have(many)
        )
    }

    pub fn fips(many: usize) -> String {
        format!("{} FIPS enabled, and may not come back after a reboot.", have(many))
    }

    pub fn cloud(many: usize) -> String {
        format!("{} in a cloud, and may attach again at the next start.", are(many))
    }
}

/// What stands in the question before anything is sent.
pub mod question {
    use crate::words::en::preflight::{are, have};
    use crate::words::en::{computers, number};

    pub const ELSEWHERE: &str =
        "Another tab of this browser is sending an order right now. Computers that are in both would be queued twice.";

    pub fn attach(many: usize) -> String {
        format!("Attach the token to {}?", computers(many))
    }

    pub fn replaced(many: usize) -> String {
        format!("{} a token already, which will be replaced.", have(many))
    }

    pub fn new(many: usize) -> String {
        format!("{} no token yet.", have(many))
    }

    pub fn unlisted(many: usize) -> String {
        format!("{} unknown to this check, and sent by ID.", are(many))
    }

    pub fn unread(many: usize) -> String {
        format!("{} sent without being known: what Landscape says of it could not be read.", are(many))
    }

    /// Why some are left out comes first.
    pub fn left_out(reason: &str) -> String {
        format!("{reason}: left out.")
    }

    pub fn wrong_count(many: usize) -> String {
        format!("This is not the number of computers, which is {}.", number(many))
    }
}
