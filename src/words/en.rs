//! English.

#![expect(missing_docs, reason = "each word says itself what it is")]

pub mod csv;
pub mod start;

use crate::locale::number;

pub mod computers_page;
pub mod overview;
pub mod preflight;
pub mod rollout;

/// The name of the app, in titles.
pub const APP_NAME: &str = "Landscape licensing";
pub const SIGN_OUT: &str = "Sign out";
pub const CANCEL: &str = "Cancel";
pub const CLOSE: &str = "Close";
pub const REFRESH: &str = "Refresh";
pub const RETRY: &str = "Retry";
pub const LOADING: &str = "Loading…";
pub const SENDING: &str = "Sending…";
pub const SKIP_TO_CONTENT: &str = "Skip to main content";
/// What stands where there is nothing to show.
pub const NOTHING: &str = "—";

/// A count with its noun.
fn count(many: usize, singular: &str, plural: &str) -> String {
    format!("{} {}", number(many), if many == 1 { singular } else { plural })
}

pub fn contracts(many: usize) -> String {
    count(many, "contract", "contracts")
}

pub fn licenses(many: usize) -> String {
    count(many, "license", "licenses")
}

pub fn computers(many: usize) -> String {
    count(many, "computer", "computers")
}

/// Some of all: "3 of 14 contracts", where `all` is a count with its noun.
pub fn some_of(some: usize, all: &str) -> String {
    format!("{} of {all}", number(some))
}

/// A question's subject and its answer, such as "Contracts table".
pub fn table_of(caption: &str) -> String {
    format!("{caption} table")
}

/// The title of a page in the browser's tab.
pub fn document_title(heading: &str) -> String {
    format!("{heading} · {APP_NAME}")
}

/// What the title of a page begins with while its form has problems.
pub const ERROR_TITLE: &str = "Error: ";

pub mod headings {
    pub const SIGN_IN: &str = "Sign in";
    pub const OVERVIEW: &str = "Overview";
    pub const COMPUTERS: &str = "Computers";
    pub const CONTRACTS: &str = "Contracts";
    pub const LEGACY_LICENSES: &str = "Legacy licenses";
    pub const ATTACH: &str = "Attach token";
    pub const DETACH: &str = "Detach token";
    pub const ACTIVITIES: &str = "Activities";
    pub const NOT_FOUND: &str = "Page not found";

    pub fn license(id: &str) -> String {
        format!("License {id}")
    }

    pub fn computer(id: &str) -> String {
        format!("Computer {id}")
    }

    pub fn activity(id: &str) -> String {
        format!("Activity {id}")
    }
}

pub mod fields {
    pub const ID: &str = "ID";
    pub const CONTRACT: &str = "Contract";
    pub const LICENSE: &str = "License";
    pub const AVAILABLE_SEATS: &str = "Available seats";
    pub const EXPIRES: &str = "Expires";
    pub const DAYS_LEFT: &str = "Days left";
    pub const STATUS: &str = "Status";
    pub const ACTIVITY: &str = "Activity";
    pub const SUMMARY: &str = "Summary";
    pub const TYPE: &str = "Type";
    pub const CREATOR: &str = "Creator";
    pub const CREATED: &str = "Created";
    pub const APPROVED: &str = "Approved";
    pub const COMPLETED: &str = "Completed";
    pub const DELIVER_DELAY_WINDOW: &str = "Deliver delay window";
    pub const PARENT: &str = "Parent";
    pub const RESULT_CODE: &str = "Result code";
    pub const RESULT_TEXT: &str = "Result text";
    pub const COMPUTER_ID: &str = "Computer ID";
    pub const COMPUTERS: &str = "Computers";
    pub const COMPUTER: &str = "Computer";
    pub const RESULT: &str = "Result";
    pub const FINISHED: &str = "Finished";
    pub const PROGRESS: &str = "Progress";
}

pub mod dates {
    use crate::words::en::count;

    pub const NO_END: &str = "No end date";
    pub const TODAY: &str = "today";
    pub const JUST_NOW: &str = "just now";

    /// Between a day and how far it is: "31 Dec 2026, in 38 days".
    pub const SEPARATOR: &str = ", ";

    pub fn ahead(span: &str) -> String {
        format!("in {span}")
    }

    pub fn ago(span: &str) -> String {
        format!("{span} ago")
    }

    pub fn minutes(many: usize) -> String {
        count(many, "minute", "minutes")
    }

    pub fn hours(many: usize) -> String {
        count(many, "hour", "hours")
    }

    pub fn days(many: usize) -> String {
        count(many, "day", "days")
    }

    pub fn months(many: usize) -> String {
        count(many, "month", "months")
    }

    pub fn years(many: usize) -> String {
        count(many, "year", "years")
    }

    /// A day, its month counted from 1.
    pub fn day(day: i8, month_number: usize, year: i16) -> String {
        format!("{day} {}", month(month_number, year))
    }

    /// A month, counted from 1.
    pub fn month(month: usize, year: i16) -> String {
        const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        format!("{} {year}", MONTHS[(month + 11) % 12])
    }

    /// A day and a time of it, in UTC.
    pub fn in_utc(day: &str, time: &str) -> String {
        format!("{day}, {time} UTC")
    }

    /// The days left of something that has ended.
    pub fn none_left(days_ago: &str) -> String {
        format!("0 days, ended {days_ago} ago")
    }

    /// A date to the letter, with its day of the week.
    pub fn exact(written: &str, weekday: usize) -> String {
        const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
        format!("{written} ({})", WEEKDAYS[weekday % 7])
    }
}

pub mod ends {
    use crate::words::dates;

    pub const LABEL: &str = "Expires";
    pub const ANY: &str = "Any time";
    pub const EXPIRED: &str = "Expired";
    pub const LATER: &str = "Later than the timeline";
    pub const NEVER: &str = "Never";
    pub const UNKNOWN: &str = "Unknown";

    pub fn within(days: usize) -> String {
        format!("Within {}", dates::days(days))
    }

    pub fn in_month(month: &str) -> String {
        format!("In {month}")
    }
}

pub mod status {
    use crate::words::dates::days;

    pub const EXPIRED: &str = "Expired";
    pub const ACTIVE: &str = "Active";
    pub const NEVER_EXPIRES: &str = "Never expires";
    pub const UNKNOWN: &str = "Unknown";
    pub const QUEUED: &str = "Queued";
    pub const SCHEDULED: &str = "Scheduled";
    pub const WAITING: &str = "Waiting";
    pub const IN_PROGRESS: &str = "In progress";
    pub const BLOCKED: &str = "Blocked";
    pub const UNAPPROVED: &str = "Unapproved";
    pub const SUCCEEDED: &str = "Succeeded";
    pub const FAILED: &str = "Failed";
    pub const CANCELED: &str = "Canceled";

    pub fn expires_in(many: usize) -> String {
        format!("Expires in {}", days(many))
    }
}

pub mod counts {
    use crate::words::en::computers;

    pub const WAITING: &str = "…";

    /// Why a count is not there.
    pub fn failed(error: &str) -> String {
        format!("Could not be counted: {error}")
    }

    /// The computers on a contract or a license.
    pub fn computers_on(many: usize, what: &str) -> String {
        format!("{} on {what}", computers(many))
    }
}

pub mod members_section {
    use crate::words::{computers, dates};

    pub const NONE_ON_CONTRACT: &str = "No computer is on this contract.";
    pub const NONE_ON_LICENSE: &str = "No computer holds a seat of this license.";
    pub const ATTACH: &str = "Attach more computers";
    pub const NEEDS_TOKEN: &str = "That needs the token of this contract, which Landscape does not tell.";
    pub const ATTACH_INSTEAD: &str = "Attach computers to Ubuntu Pro instead";
    pub const GIVEN_ELSEWHERE: &str = "Seats of legacy licenses are given in Landscape itself, not here.";

    /// The link to all of them.
    pub fn all(many: usize) -> String {
        format!("All {}", computers(many))
    }

    /// The link to those of other contracts too.
    pub fn contract_within(days: usize) -> String {
        format!("Computers whose contract expires within {}", dates::days(days))
    }

    /// The link to those of other licenses too.
    pub fn license_within(days: usize) -> String {
        format!("Computers whose legacy license expires within {}", dates::days(days))
    }

    /// Of a contract that has just ended.
    pub fn in_grace(until: &str) -> String {
        format!("Services of this contract may run on until {until}.")
    }
}

pub mod timeline {
    use crate::words::en::{contracts, licenses};

    pub const SHOW_TABLE: &str = "Show as table";
    pub const HIDE_TABLE: &str = "Hide the table";
    pub const TABLE: &str = "Expirations by month";
    pub const MONTH: &str = "Month";
    pub const NONE: &str = "Nothing expires in these months.";

    pub fn drawing(first: &str, last: &str) -> String {
        format!("Expirations from {first} to {last}, one bar for each month. The table has the numbers.")
    }

    pub fn today(day: &str) -> String {
        format!("Today, {day}")
    }

    /// The first month with the most ends, of contracts and licenses together.
    pub fn peak(many: usize, month: &str) -> String {
        format!("The most in one month: {}, in {month}.", crate::locale::number(many))
    }

    pub fn month(month: &str, contracts_of_it: usize, licenses_of_it: usize) -> String {
        format!("{month}: {}, {}", contracts(contracts_of_it), licenses(licenses_of_it))
    }

    /// What has ended, or does so later, or never: not in the drawing.
    pub fn beside(what: &str, contracts_of_it: usize, licenses_of_it: usize) -> String {
        format!("{}.", month(what, contracts_of_it, licenses_of_it))
    }

    pub fn contracts_of(many: usize, month: &str) -> String {
        format!("{}: {month}", contracts(many))
    }

    pub fn licenses_of(many: usize, month: &str) -> String {
        format!("{}: {month}", licenses(many))
    }
}

pub mod status_help {
    pub const BUTTON: &str = "What the statuses mean";
    pub const EXPIRES_IN: &str = "Expires in … days";
    pub const EXPIRED: &str = "The end is past. The services of a contract may run on for 14 days more.";
    pub const EXPIRES_SOON: &str = "The end is 60 days away or nearer. Days are counted by the calendar, in UTC.";
    pub const ACTIVE: &str = "The end is more than 60 days away.";
    pub const NEVER_EXPIRES: &str = "There is no end: the server names none, or the year 3000 or later.";
    pub const UNKNOWN_END: &str = "What the server gave for the end is not a date.";
    pub const QUEUED: &str = "Landscape has taken it, and the computer has not fetched it yet. Computers call in every 15 minutes, for urgent things each minute.";
    pub const SCHEDULED: &str = "It is to be done at a set time.";
    pub const WAITING: &str = "It waits for another activity.";
    pub const BLOCKED: &str = "It waits for another activity that it depends on.";
    pub const UNAPPROVED: &str = "Somebody must approve it in Landscape first.";
    pub const IN_PROGRESS: &str = "The computer has fetched it, and has not answered yet.";
    pub const SUCCEEDED: &str = "The computer says that it was done.";
    pub const FAILED: &str = "The computer says that it could not be done. The result text says why.";
    pub const CANCELED: &str = "Somebody canceled it in Landscape.";
    pub const UNKNOWN: &str = "The server said nothing, or a word that is not in its documentation.";
}

pub mod errors {
    pub const NETWORK: &str = "The Landscape server could not be reached.";
    pub const TIMEOUT: &str = "The Landscape server did not answer in time.";
    pub const UNAUTHORIZED: &str = "The Landscape server did not accept the session.";
    pub const FORBIDDEN: &str = "You do not have permission to do this on this account.";
    pub const NOT_FOUND: &str =
        "The Landscape server does not know this. It may be older than 25.10, or not offer this to this account.";
    pub const RATE_LIMITED: &str = "Too many requests. Try again in a minute.";
    pub const OTHER_THAN_DOCUMENTED: &str = "a field is missing or of another type than documented";
    pub const ENDS_EARLY: &str = "it ends too early";
    pub const NOT_JSON: &str = "it is not JSON";
    pub const WEB_PAGE: &str = "it is a web page, not data";
    pub const NOT_LOADED: &str = "This could not be loaded";
    pub const CHECK_CONNECTION: &str = "Check your connection, then try again.";
    pub const ASK_FOR_ACCESS: &str = "Ask an administrator of the account for access, or change the account.";
    pub const TRY_AGAIN: &str = "Try again in a moment.";
    pub const SESSION_OVER: &str = "Your session had ended, so the server refused the request.";
    pub const NOTHING_QUEUED: &str = "Nothing was queued";
    pub const MAYBE_QUEUED: &str = "The request may have been queued";
    pub const OUTCOME_UNKNOWN: &str = "It is not known whether Landscape took the request. This page did not send it again. Look for it in the recent activities before you send it once more.";
    pub const LOOK_AT_ACTIVITIES: &str = "Look at recent activities";
    pub const PROBLEM: &str = "There is a problem";

    pub fn rejected(status: u16) -> String {
        format!("The Landscape server refused the request (status {status}).")
    }

    pub fn rate_limited_for(seconds: u32) -> String {
        format!("Too many requests. Try again in {seconds} s.")
    }

    pub fn server(status: u16) -> String {
        format!("The Landscape server failed (status {status}).")
    }

    pub fn undecodable(detail: &str) -> String {
        format!("The Landscape server gave an answer that could not be read: {detail}.")
    }

    pub fn at(what: &str, line: usize, column: usize) -> String {
        format!("{what}, at line {line} column {column}")
    }

    /// A sentence, and the server's own words.
    pub fn it_said(sentence: &str, words: &str) -> String {
        format!("{sentence} It said: “{words}”")
    }

    pub fn refused_field(words: &str) -> String {
        format!("The server refused this: “{words}”")
    }
}

pub mod missing {
    pub struct Missing {
        pub title: &'static str,
        pub reason: &'static str,
    }

    pub const CONTRACT: Missing =
        Missing { title: "Contract not found", reason: "This account has no contract with this ID." };
    pub const LEGACY_LICENSE: Missing =
        Missing { title: "Legacy license not found", reason: "This account has no legacy license with this ID." };
    pub const ACTIVITY: Missing =
        Missing { title: "Activity not found", reason: "This account has no activity with this ID." };
    pub const PAGE: &str = "There is no page at this address. It may have been mistyped.";
    pub const GO_TO_CONTRACTS: &str = "Go to the contracts";
}

pub mod sign_in {
    pub const WITH: &str = "Sign in with";
    pub const BUTTON: &str = "Sign in";
    pub const SENDING: &str = "Signing in…";
    pub const SIGNED_IN: &str = "Signed in";
    pub const BY_PASSWORD: &str = "Password";
    pub const BY_ACCESS_KEY: &str = "Access key";
    pub const BY_TOKEN: &str = "Token";
    pub const PERSON: &str = "Email or identity";
    pub const PASSWORD: &str = "Password";
    pub const ACCOUNT: &str = "Account (optional)";
    pub const ACCOUNT_HINT: &str = "The account's name. Leave it empty for your default account.";
    pub const ACCESS_KEY: &str = "Access key";
    pub const ACCESS_KEY_HINT: &str =
        "For people with single sign-on: create it in Landscape, under your API credentials.";
    pub const SECRET_KEY: &str = "Secret key";
    pub const TOKEN: &str = "JSON Web Token";
    pub const TOKEN_HINT: &str = "The token that Landscape's login endpoint answered with.";
    pub const NO_PERSON: &str = "Enter your email address or identity.";
    pub const NO_PASSWORD: &str = "Enter your password.";
    pub const NO_ACCESS_KEY: &str = "Enter your access key.";
    pub const NO_SECRET_KEY: &str = "Enter your secret key.";
    pub const NO_TOKEN: &str = "Paste a JSON Web Token.";
    pub const BAD_TOKEN: &str = "This is not a JSON Web Token: it has three parts with dots between them.";
    pub const WRONG_PASSWORD: &str = "The email or identity and the password do not match.";
    pub const WRONG_KEYS: &str = "The access key and the secret key do not match.";
    pub const FORBIDDEN: &str = "You may not sign in to this account.";
    pub const SESSION_ENDED: &str = "Your session has ended";
    pub const GO_ON: &str = "Sign in to go on where you were.";
    pub const SIGNED_OUT: &str = "You have signed out";
    pub const NOTHING_KEPT: &str = "This tab keeps nothing of your session.";

    pub fn token_expired(when: &str) -> String {
        format!("This token expired on {when}. Get a new one from Landscape's login endpoint.")
    }

    /// A sentence, and the server's own words.
    pub fn server_said(sentence: &str, words: &str) -> String {
        format!("{sentence} The server said: “{words}”")
    }
}

pub mod session {
    use crate::words::en::count;

    pub const ACCOUNT: &str = "Account";
    pub const TIME_IS_OVER: &str = "Time is over";
    pub const LAST_MINUTE: &str = "Less than a minute left";
    pub const ABOUT_TO_END: &str = "Your session is about to end";
    pub const FINISH: &str = "Finish what you are doing, or sign out and in again for a new session.";
    pub const ACCOUNT_NOT_CHANGED: &str = "The account could not be changed";

    pub fn minutes_left(minutes: usize) -> String {
        count(minutes, "minute left", "minutes left")
    }
}

pub mod navigation {
    pub const MAIN: &str = "Main";
    pub const MENU: &str = "Menu";
    pub const CLOSE_MENU: &str = "Close menu";
}

pub mod theme {
    pub const LABEL: &str = "Theme";
    pub const SYSTEM: &str = "System theme";
    pub const LIGHT: &str = "Light theme";
    pub const DARK: &str = "Dark theme";
}

pub mod shortcuts {
    pub const BUTTON: &str = "Keyboard shortcuts";
    pub const KEY: &str = "Key";
    pub const WHAT: &str = "What it does";
    pub const FILTER: &str = "Go to the filter of the page";
    pub const HELP: &str = "Show this list";
    pub const ESCAPE_KEY: &str = "Esc";
    pub const ESCAPE: &str = "Close a dialog or the menu";
    pub const USE: &str = "Use the keys “/” and “?”";
    pub const NOTE: &str =
        "They never act while you type in a field. Switched off, they stay off until this page is loaded again.";
}

pub mod copying {
    pub const COPY: &str = "Copy";
    pub const COPIED: &str = "Copied";
    pub const NOT_COPIED: &str = "Could not be copied: select and copy it by hand";

    /// What a button for copying copies.
    pub fn copies(what: &str) -> String {
        format!("Copy {what}")
    }
}

pub mod secret {
    pub const SHOW: &str = "Show";
    pub const HIDE: &str = "Hide";
}

pub mod computer_ids {
    use crate::words::en::{computers, count, number};

    pub const LABEL: &str = "Computer IDs";
    pub const HINT: &str =
        "IDs or hostnames, separated by commas, spaces or lines; or a pasted table with a column “id” or “hostname”.";
    pub const NONE: &str = "Enter the ID of at least one computer.";
    const WHOLE_NUMBERS: &str = "IDs are whole numbers, such as 17.";

    /// How many computers were read.
    pub fn read(many: usize) -> String {
        format!("{}.", computers(many))
    }

    /// How many computers were read, and how many of them by their hostnames.
    pub fn read_with_names(many: usize, names: usize) -> String {
        format!("{}, {} of them by hostname.", computers(many), number(names))
    }

    pub fn folded(duplicates: usize) -> String {
        format!("{} folded.", count(duplicates, "duplicate was", "duplicates were"))
    }

    /// Names what is neither an id nor a hostname.
    pub fn bad(pieces: &[String]) -> String {
        let quoted: Vec<_> = pieces.iter().map(|piece| format!("“{piece}”")).collect();
        if let [one] = quoted.as_slice() {
            return format!("{one} is neither a computer ID nor a hostname. {WHOLE_NUMBERS}");
        }
        let many = number(quoted.len());
        format!("{many} entries are neither computer IDs nor hostnames: {}. {WHOLE_NUMBERS}", quoted.join(", "))
    }
}

pub mod contracts_page {
    pub const FILTER: &str = "Filter contracts";
    pub const ACTIVE_ONLY: &str = "Active only";
    pub const NONE: &str = "No contracts";
    pub const NONE_REASON: &str = "This account has no Ubuntu Pro contracts. A contract appears here once a computer that Landscape manages is attached to it: attach a token to your computers to begin.";
    pub const NO_ACTIVE: &str = "No active contracts";
    pub const NO_ACTIVE_REASON: &str =
        "This account has no contracts that have not expired. Clear “Active only” to see the expired ones.";
    pub const NO_MATCH: &str = "No matching contracts";
    pub const NO_MATCH_REASON: &str = "No contract matches the filter. Change or clear it to see more.";
}

pub mod licenses_page {
    pub const ACTIVE_ONLY: &str = "Active only";
    pub const AVAILABLE_ONLY: &str = "Available only";
    pub const NONE: &str = "No legacy licenses";
    pub const NONE_REASON: &str = "This account has no legacy licenses. Newer accounts license their computers with Ubuntu Pro contracts instead.";
    pub const NO_MATCH: &str = "No matching licenses";
    pub const NO_MATCH_REASON: &str =
        "No legacy license of this account matches. Clear the filters to see all of them.";
}

pub mod activities_page {
    use crate::words::en::count;

    pub const NONE: &str = "No activities";
    pub const NONE_REASON: &str =
        "Nothing was attached or detached in this account lately. What you attach and detach appears here.";
    pub const NO_MATCH: &str = "No matching activities";
    pub const NO_MATCH_REASON: &str = "No activity about Pro tokens matches. Change the filters, or look again in a moment: what was queued can take a while to appear.";
    pub const KIND: &str = "Kind";
    pub const ALL_KINDS: &str = "Attach and detach";
    pub const ATTACH: &str = "Attach";
    pub const DETACH: &str = "Detach";
    pub const ALL_STATUSES: &str = "Any";
    pub const NOT_ENDED: &str = "Not ended";
    pub const MATCH: &str = "May be your request";
    pub const SHOW_ALL: &str = "Show all activities";
    pub const REFUSED: &str = "The server does not filter activities";
    pub const REFUSED_REASON: &str = "All recent activities were read instead, and filtered here, one page at a time.";

    pub fn since(when: &str) -> String {
        format!("Activities since {when}.")
    }

    /// How many are shown, and how many of the page are not.
    pub fn counted(shown: usize, others: usize) -> String {
        let shown = format!("{}.", count(shown, "activity", "activities"));
        match others {
            0 => shown,
            1 => format!("{shown} 1 other on this page is about something else, or does not match."),
            _ => format!("{shown} {others} others on this page are about something else, or do not match."),
        }
    }
}

pub mod attach {
    pub const INTRO: &str = "Attach an Ubuntu Pro token to computers. Landscape queues an activity for each of them.";
    pub const TOKEN: &str = "Ubuntu Pro token";
    pub const TOKEN_HINT: &str = "It is kept nowhere, and cleared once Landscape has taken it or you leave this page.";
    pub const BUTTON: &str = "Attach token";
    pub const NO_TOKEN: &str = "Enter the Ubuntu Pro token.";
    pub const BROKEN_TOKEN: &str = "The Ubuntu Pro token holds a space or a line break. Paste it once more.";
}

pub mod detach {
    use crate::words::computers;

    pub const INTRO: &str =
        "Detach Ubuntu Pro from computers, whatever token they have. Landscape queues an activity for each of them.";
    pub const BUTTON: &str = "Detach token";
    pub const CONFIRM: &str = "Detach";
    pub const MEANS: &str = "This disables every Ubuntu Pro service on these computers and ends their security coverage. On newer releases it can disable the Landscape service too, so that a computer drops out of Landscape.";
    pub const FOR_GOOD: &str = "It cannot be undone from here: attaching needs a token again.";

    pub fn question(many: usize) -> String {
        format!("Detach Ubuntu Pro from {}?", computers(many))
    }
}

pub mod requirements {
    pub const WHICH: &str = "Which computers can do this";
    pub const CLIENT: &str = "This activity is only available for client versions 25.10 and newer. Computers that cannot carry it out are named in the result.";
    pub const HOW: &str = "How to set a computer up for this";
    pub const PLUGIN: &str = "In /etc/landscape/client.conf, under [client], name the plugin ProManagement, beside those that stand there already:";
    pub const PLUGIN_NAME: &str = "the plugin's line";
    pub const RESTART: &str = "Then restart the client:";
    pub const RESTART_NAME: &str = "the restart command";
    pub const NOT_FOR: &str = "Clients from a snap, Ubuntu Core and computers that are offline cannot do it.";
    pub const WHERE: &str = "Where this is available";
    pub const DEPLOYMENT: &str = "Detaching is available only on self-hosted deployments and select SaaS accounts.";
}

pub mod result {
    use crate::words::{computers, some_of};

    pub const NO_ACTIVITY: &str = "No activity";
    pub const OPEN: &str = "Open this activity on its own page";
    pub const FOLLOW: &str = "How it goes on is shown below.";
    pub const INVALID: &str = "Invalid computer IDs";
    pub const INVALID_REASON: &str = "These computers cannot carry it out.";
    pub const NONEXISTENT: &str = "Nonexistent computer IDs";
    pub const NONEXISTENT_REASON: &str = "No computers of this account have these IDs.";

    pub fn left_out(many: usize) -> String {
        let verb = if many == 1 { "was left out, and is named below." } else { "were left out, and are named below." };
        format!("{} {verb}", computers(many))
    }

    /// How many are listed, and why.
    pub fn listed(many: usize, reason: &str) -> String {
        format!("{}. {reason}", computers(many))
    }

    pub fn none_queued(sent: usize) -> String {
        format!("Nothing was queued for {}: the server made no activity", computers(sent))
    }

    pub fn queued_for(taken: usize, sent: usize) -> String {
        format!("Queued for {}", some_of(taken, &computers(sent)))
    }

    pub fn sent_for(taken: usize, sent: usize) -> String {
        format!("Sent for {}", some_of(taken, &computers(sent)))
    }
}

pub mod activity {
    use crate::words::dates;

    pub fn window(minutes: usize) -> String {
        dates::minutes(minutes)
    }

    /// Who made it, by name and address.
    pub fn creator(name: &str, email: &str) -> String {
        format!("{name} ({email})")
    }
}

pub mod follow {
    use crate::words::computers;
    use crate::words::en::number;

    pub const PROGRESS: &str = "Progress";
    pub const KEEP_WATCHING: &str = "Keep watching";
    pub const ENDED: &str = "This activity has ended.";
    pub const WATCHED: &str =
        "This page refreshes by itself until it has ended. Computers call in every 15 minutes, so it can take a while.";
    pub const OFFLINE: &str = "You are offline. Watching goes on when you are back.";
    pub const PAUSED: &str = "Watching has paused: nothing has changed for an hour.";
    pub const NOT_REFRESHED: &str = "This could not be refreshed";
    pub const STILL_TRYING: &str = "What is shown is from the last time that it worked.";
    pub const NOTIFY: &str = "Notify me at the end";
    pub const WILL_NOTIFY: &str = "You will be notified at the end, as long as this tab is open.";
    pub const MAY_NOT_NOTIFY: &str =
        "The browser does not let this page notify you. Its settings for this site can change that.";
    pub const DETAILS: &str = "Details";
    pub const NO_DETAILS: &str = "Details per computer are not available";
    pub const NO_DETAILS_REASON: &str = "This Landscape server does not tell what became of each computer. The group's own status is shown, and still refreshed.";
    pub const OTHER_CAUSE: &str = "The cause is in the result text, in the details of each computer.";
    pub const FAILED_IDS: &str = "the IDs of the failed computers";
    pub const COPY_FAILED: &str = "Copy failed IDs";
    pub const RETRY_FAILED: &str = "Retry failed";
    pub const RETRY_HINT: &str = "Puts these computers into the form. Nothing is sent until you send it.";
    pub const WITH_LEFT_OUT: &str = "Retry those that were left out, too";
    pub const REPLACE: &str = "Replace the computers in the form?";
    pub const REPLACE_ACTION: &str = "Replace";
    pub const REPLACE_REASON: &str = "The form holds computers that you have typed and not sent.";
    pub const COMPUTERS: &str = "Computers in this activity";
    pub const NO_COMPUTERS: &str = "There are no computers of this status.";
    pub const FILTER: &str = "Filter by status";
    pub const ALL: &str = "All";
    pub const CUT: &str = "The text goes on. The CSV file holds all of it.";

    pub fn reading(known: usize, total: usize) -> String {
        format!("Reading the results of {}: {} so far.", computers(total), number(known))
    }

    pub fn failed_on(many: usize) -> String {
        format!("Failed on {}", computers(many))
    }

    /// A status and how many there are of it.
    pub fn counted(label: &str, many: usize) -> String {
        format!("{label} {}", number(many))
    }

    pub fn computer_id(id: &str) -> String {
        format!("ID {id}")
    }

    pub fn details_of(id: &str) -> String {
        format!("Details of computer {id}")
    }

    pub fn last_updated(ago: &str) -> String {
        format!("Last updated {ago}.")
    }

    /// How many of all are done.
    pub fn done(done: usize, total: usize) -> String {
        format!("{} of {} done", number(done), number(total))
    }

    pub fn failed(many: usize) -> String {
        format!("{} failed", number(many))
    }

    pub fn canceled(many: usize) -> String {
        format!("{} canceled", number(many))
    }

    /// What a document's title begins with.
    pub fn title(done: usize, total: usize) -> String {
        format!("({done}/{total}) ")
    }

    /// A turn of an activity, as it is announced.
    pub fn turn(activity: &str, what: &str) -> String {
        format!("{activity}: {what}")
    }

    pub fn ended_on(succeeded: usize, failed: usize, canceled: usize) -> String {
        let part = |many: usize, word: &str| (many > 0).then(|| format!("{word} on {}", number(many)));
        let parts = [part(succeeded, "succeeded"), part(failed, "failed"), part(canceled, "canceled")];
        let parts: Vec<_> = parts.into_iter().flatten().collect();
        parts.join(", ")
    }
}

pub mod results {
    pub const NONE: &str = "none";
    pub const ATTACHED: &str = "Attached.";
    pub const NOT_ATTACHED_NOW: &str = "Not attached.";
    pub const ENABLES_NONE: &str = "Landscape attaches without enabling services.";
    pub const RETRY_SOON: &str = "Trying again is worth it.";
    pub const RETRY_AFTER_FIX: &str = "Trying again is worth it once this is mended.";
    pub const RETRY_NEVER: &str = "Trying again is of no use.";

    /// What happened, and what to do about it.
    type Advice = (&'static str, &'static str);

    pub const INVALID_TOKEN: Advice = (
        "The Pro token is not valid.",
        "Copy the token once more from ubuntu.com/pro/dashboard, and attach with that one.",
    );
    pub const NO_CONNECTION: Advice = (
        "The computer could not reach Canonical's contract server.",
        "Check that it reaches contracts.canonical.com, by its proxy if it has one.",
    );
    pub const CONTRACT_ERROR: Advice =
        ("Canonical's contract server failed, or answered something unexpected.", "Wait a few minutes.");
    pub const LOCK_HELD: Advice =
        ("Another program was working with Ubuntu Pro or packages on the computer.", "Wait until it has ended.");
    pub const NOT_ATTACHED: Advice = ("The computer is not attached to Ubuntu Pro.", "There is nothing to detach.");
    pub const LIBRARY_MISSING: Advice = (
        "The Ubuntu Pro client's library is missing on the computer, or too old.",
        "Install or upgrade the package ubuntu-pro-client there.",
    );
    pub const PRO_CLIENT_FAILED: Advice = (
        "The Ubuntu Pro client failed on the computer.",
        "Look there into /var/log/landscape/manager.log and /var/log/ubuntu-advantage.log.",
    );

    pub fn attached_to(contract: &str) -> String {
        format!("Attached to {contract}.")
    }

    pub fn attached_to_named(name: &str, id: &str) -> String {
        format!("Attached to {name} ({id}).")
    }

    pub fn services(entitled: &str, enabled: &str) -> String {
        format!("Services covered: {entitled}. Enabled: {enabled}.")
    }
}

pub mod pagination {
    use crate::words::en::number;

    pub const PREVIOUS: &str = "Previous";
    pub const NEXT: &str = "Next";

    /// The parts of a list.
    pub fn of(label: &str) -> String {
        format!("Pages of {label}")
    }

    pub fn rows(first: usize, last: usize, total: usize) -> String {
        format!("{}–{} of {}", number(first), number(last), number(total))
    }
}

pub mod leaving {
    pub const QUESTION: &str = "Leave without sending?";
    pub const MEANS: &str = "The Pro token is cleared when you leave this page. The computers stay in the form.";
    pub const LEAVE: &str = "Leave";
}
