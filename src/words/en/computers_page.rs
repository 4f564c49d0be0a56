//! Of the pages of computers.

use crate::locale::number;
use crate::words::dates;
use crate::words::missing::Missing as MissingWords;

pub const TITLE: &str = "Title";
pub const HOSTNAME: &str = "Hostname";
pub const UBUNTU_PRO: &str = "Ubuntu Pro";
pub const PRO_EXPIRES: &str = "Pro expires";
pub const TAGS: &str = "Tags";
pub const LAST_SEEN: &str = "Last seen";

pub const ATTACHED: &str = "Attached";
pub const ATTACHED_MEANS: &str = "An Ubuntu Pro token is attached to the computer.";
pub const NOT_ATTACHED: &str = "Not attached";
pub const NOT_ATTACHED_MEANS: &str =
    "No Ubuntu Pro token is attached to the computer. It may be covered by a legacy license all the same.";
pub const NOT_REPORTED: &str = "Not reported";
pub const NOT_REPORTED_MEANS: &str = "The computer has not told Landscape anything of Ubuntu Pro yet. Clients report it every 15 minutes; those that cannot have it never do.";

pub const ENABLED: &str = "Enabled";
pub const ENABLED_MEANS: &str = "The service is switched on.";
pub const DISABLED: &str = "Disabled";
pub const DISABLED_MEANS: &str = "The service could be switched on. That it is not is no error.";
pub const NOT_APPLICABLE: &str = "n/a";
pub const NOT_APPLICABLE_MEANS: &str = "The service is not offered for this computer. That is no error.";
pub const WARNING: &str = "Warning";
pub const WARNING_MEANS: &str =
    "The service is switched on, and the Pro client warns of something. “pro status” on the computer says more.";

/// The name of the control that chooses a computer.
pub fn select(name: &str) -> String {
    format!("Select {name}")
}

pub const SELECT_PAGE: &str = "Select all computers on this page";

pub const SEARCH: &str = "Search computers";
pub const MIXES_OR: &str = "“OR” cannot be asked for together with the filters: which of them it would belong to is not documented. Clear the filters, or write what they say into the search.";
pub const TOO_LONG: &str = "This is longer than a request may be. Shorten it.";
pub const NOT_SHOWN: &str = "No computers are shown";
pub const NOT_SHOWN_REASON: &str =
    "What is searched for could not be asked. Change the search: what is wrong is said there.";

pub const LICENSE: &str = "License";
pub const ANY_LICENSE: &str = "All";
pub const UNLICENSED: &str = "Unlicensed";
pub const PRO: &str = "Pro";
pub const FREE_PRO: &str = "Free Pro";
pub const LEGACY: &str = "Legacy";
pub const CONTRACT: &str = "Contract";
pub const ALL_CONTRACTS: &str = "All contracts";
pub const CONTRACTS_NOT_LOADED: &str = "The contracts to choose from could not be loaded.";
pub fn only_the_first(many: usize) -> String {
    format!("Of the contracts, the first {} are listed: search for “contract:” with the ID of any other.", number(many))
}

pub const PRO_MANAGEMENT: &str = "Pro management on";
pub const EXPIRES_WITHIN: &str = "Contract expires within";
pub const ANY_TIME: &str = "Any";
pub const SEATS_OF: &str = "Only computers that hold a seat of";
pub const SHOW_OTHERS: &str = "Show others too";
pub const CLEAR_FILTERS: &str = "Clear the filters";

pub fn within(many: usize) -> String {
    dates::days(many)
}

pub const NONE: &str = "No computers";
pub const NONE_REASON: &str =
    "No computer of this account is registered with Landscape. Register one with landscape-config to begin.";
pub const NO_MATCH: &str = "No matching computers";
pub const NO_MATCH_REASON: &str =
    "No computer matches the search and the filters. Change them, or clear them to see all.";
pub const BEYOND: &str = "There is no such page";
pub const BEYOND_REASON: &str = "The list is shorter than that.";
pub const FIRST_PAGE: &str = "Go to its first page";
pub const MISSING: MissingWords =
    MissingWords { title: "Computer not found", reason: "This account has no computer with this ID." };

pub mod selection {
    use crate::words::computers;
    use crate::words::en::{count, number};

    pub const LABEL: &str = "Selection";
    pub const NONE: &str = "No computers selected";
    pub const NONE_REASON: &str = "Select computers to attach or detach a token.";
    pub const SHOW: &str = "Show selection";
    pub const HEADING: &str = "Selected computers";
    pub const NONE_LEFT: &str = "No computers are selected.";
    pub const CLEAR: &str = "Clear all";
    pub const REMOVE: &str = "Remove";
    pub const ATTACH: &str = "Attach token";
    pub const DETACH: &str = "Detach token";
    pub const STOP: &str = "Stop";
    pub const STOPPED: &str = "Stopped. Nothing was added to the selection.";

    pub fn selected(many: usize) -> String {
        if many == 0 { NONE.to_owned() } else { format!("{} selected", computers(many)) }
    }

    /// How many of those that are selected are not among the rows below.
    pub fn elsewhere(many: usize) -> String {
        let verb = if many == 1 { "is" } else { "are" };
        format!("{} of them {verb} not on this page.", number(many))
    }

    pub fn remove(name: &str) -> String {
        format!("Remove {name}")
    }

    pub fn select_all(many: usize) -> String {
        format!("Select all {} that match", number(many))
    }

    pub fn reading(read: usize, total: usize) -> String {
        format!("Reading {} of {}…", number(read), number(total))
    }

    pub fn added(many: usize) -> String {
        format!("{} that match were added to the selection.", computers(many))
    }

    /// What the server lists of them, nobody can read.
    pub fn not_added(many: usize) -> String {
        format!("{} could not be read or came twice, and were not added.", count(many, "row", "rows"))
    }

    pub fn added_of_changed(many: usize) -> String {
        format!(
            "The list changed while it was read. {} were added to the selection; some that match may be missing.",
            computers(many)
        )
    }

    pub fn failed(error: &str) -> String {
        format!("Not all that match could be read. Nothing was added to the selection. {error}")
    }
}

pub mod query_help {
    pub const BUTTON: &str = "Search syntax";
    pub const INTRO: &str = "The search is Landscape's own. Terms beside each other must all be true.";
    pub const OR: &str = "“OR” cannot be used together with the filters.";

    /// What can be typed, and what it finds.
    pub const EXAMPLES: [(&str, &str); 16] = [
        ("birch", "The title or the hostname contains the word."),
        ("title:\"Web server 1\"", "The title. Quotes hold words together."),
        ("hostname:web-1.example.com", "The hostname."),
        ("id:17", "The ID."),
        ("tag:web", "The tag."),
        ("access-group:global", "The access group."),
        ("distribution:24.04", "The release."),
        ("license-type:unlicensed", "The license: unlicensed, pro, free_pro or legacy."),
        ("needs:license", "There is no license yet."),
        ("contract:contract-id-1", "The contract of the token."),
        ("license-id:8", "The legacy license."),
        ("contract-expires-within-days:30", "The contract ends within so many days."),
        ("license-expires-within-days:30", "The legacy license ends within so many days."),
        ("has-pro-management:true", "A token can be attached and detached."),
        ("tag:web OR tag:database", "Either is true."),
        ("NOT tag:web", "It is not true."),
    ];
}

pub mod detail {
    use crate::words::en::count;

    pub const DISTRIBUTION: &str = "Distribution";
    pub const ACCESS_GROUP: &str = "Access group";
    pub const WSL: &str = "WSL instance";
    pub const CLOUD: &str = "In a cloud";
    pub const YES: &str = "Yes";
    pub const NO: &str = "No";
    pub const ACCOUNT: &str = "Account";
    pub const EXPIRES: &str = "Expires";
    pub const SERVICES: &str = "Services";
    pub const NAME: &str = "Name";
    pub const STATUS: &str = "Status";
    pub const DESCRIPTION: &str = "Description";
    pub const AVAILABLE: &str = "Available";
    pub const ENTITLED: &str = "Entitled";
    pub const NO_SERVICES: &str = "The computer told of no services.";
    pub const ENABLES_NONE: &str = "Attaching a token enables no service by itself. Each can be enabled on the computer with “pro enable” and its name.";
    pub const MAY_LAG: &str =
        "Clients report this every 15 minutes: what has just been attached or detached may not show yet.";
    pub const NOT_REPORTED: &str = "Not reported yet";
    pub const NOT_REPORTED_REASON: &str = "The computer has not told Landscape anything of Ubuntu Pro. Clients report it every 15 minutes, and those that cannot have it never do.";
    pub const NO_MESSAGE: &str = "An error without a message.";

    pub fn errors(many: usize) -> String {
        format!("The Pro client reported {}", count(many, "error", "errors"))
    }

    /// What something is called, and its id.
    pub fn named(name: &str, id: &str) -> String {
        format!("{name} ({id})")
    }
}
