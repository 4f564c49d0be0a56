//! What somebody does while something goes wrong: how it begins, what is pressed, and how one sees that it went well.

use landscape_stub::PASSWORD;
use serde_json::json;

use crate::{
    faults::{bench::Bench, told::Told},
    find::Role,
    world::PRO_TOKEN,
};

/// What somebody does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    /// Reading a list.
    List,
    /// Reading one thing.
    Detail,
    /// Signing in.
    SignIn,
    /// Attaching a token.
    Attach,
    /// Detaching tokens.
    Detach,
    /// Watching an activity.
    Watch,
}

/// What the activity that is watched is called.
const ACTIVITY: &str = "Activity 113";

impl Operation {
    /// All of them, in the order of the matrix.
    pub const ALL: [Self; 6] = [Self::List, Self::Detail, Self::SignIn, Self::Attach, Self::Detach, Self::Watch];

    /// A name for the test.
    pub fn name(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Detail => "detail",
            Self::SignIn => "sign-in",
            Self::Attach => "attach",
            Self::Detach => "detach",
            Self::Watch => "watch",
        }
    }

    /// The request that goes wrong.
    pub fn request(self) -> (&'static str, &'static str) {
        match self {
            Self::List => ("GET", "/api/v2/contracts"),
            Self::Detail => ("GET", "/api/v2/contracts/contract-id-2"),
            Self::SignIn => ("POST", "/api/v2/login"),
            Self::Attach => ("POST", "/api/v2/attach-token"),
            Self::Detach => ("POST", "/api/v2/detach-token"),
            Self::Watch => ("GET", "/api/v2/activities/113"),
        }
    }

    /// Whether it is a write, sent once at most.
    pub fn is_write(self) -> bool {
        self.request().0 == "POST"
    }

    /// Goes to where it can be begun.
    pub async fn prepare(self, bench: &mut Bench) {
        bench.begin_anew(self != Self::SignIn).await;
        match self {
            Self::List => {
                bench.open("/attach").await;
                bench.sees_heading("Attach token").await;
            }
            Self::Detail => {
                bench.open("/contracts").await;
                bench.sees("11 contracts").await;
                bench.has_all_code().await;
            }
            Self::SignIn => {
                bench.open("/sign-in").await;
                bench.type_credentials().await;
            }
            Self::Attach => {
                bench.open("/attach").await;
                bench.fill("Computer IDs", "1 2").await;
                bench.fill("Ubuntu Pro token", PRO_TOKEN).await;
                bench.sees("The token will be sent for 2 of 2 computers.").await;
            }
            Self::Detach => {
                bench.open("/detach").await;
                bench.fill("Computer IDs", "4 5").await;
                bench.press("Detach token").await;
                bench.dialog().await;
            }
            Self::Watch => {
                let body = json!({ "computer_ids": [1, 2], "token": PRO_TOKEN });
                let script = format!(
                    "const {{ token }} = JSON.parse(sessionStorage['landscape-licensing.session']);
                    const headers = {{ 'Authorization': 'Bearer ' + token, 'Content-Type': 'application/json' }};
                    return fetch('/api/v2/attach-token', {{ method: 'POST', headers, body: JSON.stringify({body}) }})
                        .then(() => 1)"
                );
                bench.script(&script).await;
                bench.open("/activities/113").await;
                bench.sees_heading(ACTIVITY).await;
                bench.sees("0 of 2 done").await;
            }
        }
    }

    /// Does what sends the request.
    pub async fn act(self, bench: &Bench) {
        match self {
            Self::List => bench.follow("Contracts").await,
            Self::Detail => bench.follow("contract-id-2").await,
            Self::SignIn => bench.press("Sign in").await,
            Self::Attach => bench.press("Attach token").await,
            Self::Detach => bench.press("Detach").await,
            Self::Watch => bench.press("Refresh").await,
        }
    }

    /// Waits until it has gone well, and nothing is said of anything else.
    pub async fn sees_success(self, bench: &Bench) {
        match self {
            Self::List => bench.sees("11 contracts").await,
            Self::Detail => {
                bench.sees_heading("contract-id-2").await;
                bench.sees("Expires 31 Dec 2026, in").await;
            }
            Self::SignIn => {
                bench.button("Sign out").await;
                bench.sees_heading("Overview").await;
            }
            Self::Attach | Self::Detach => bench.sees("Queued for 2 of 2 computers").await,
            Self::Watch => {
                bench.sees_heading(ACTIVITY).await;
                bench.sees_no_more("could not be refreshed").await;
                bench.sees("0 of 2 done").await;
            }
        }
        for words in ["This could not be loaded", "may have been queued", "Nothing was queued", "There is a problem"] {
            bench.shows_nowhere(words).await;
        }
    }

    /// Waits until it is told what has gone wrong, and what one can do.
    pub async fn sees_told(self, bench: &Bench, told: Told) {
        if told == Told::SessionOver && self != Self::SignIn {
            bench.sees_heading("Sign in").await;
            bench.sees("Your session has ended").await;
            return bench.sees("Sign in to go on where you were.").await;
        }
        match self {
            Self::Detail if told == Told::Missing => {
                bench.sees("This account has no contract with this ID.").await;
                bench.find(Role::Link, "Contracts").await;
            }
            Self::List | Self::Detail => {
                bench.sees(&told.sentence()).await;
                bench.sees("This could not be loaded").await;
                bench.button("Retry").await;
            }
            Self::SignIn => {
                bench.sees("There is a problem").await;
                bench.sees(&sign_in_sentence(told)).await;
            }
            Self::Attach | Self::Detach => {
                bench.sees(&told.sentence()).await;
                if told.leaves_outcome_unknown() {
                    bench.sees("The request may have been queued").await;
                    bench.find(Role::Link, "Look at recent activities").await;
                } else {
                    bench.sees_one_of(&["Nothing was queued", "There is a problem"]).await;
                }
            }
            Self::Watch => {
                bench.sees(&told.sentence()).await;
                bench.sees("This could not be refreshed").await;
                bench.sees("0 of 2 done").await;
                bench.button("Refresh").await;
            }
        }
    }

    /// Waits until what was typed is there, also where the session had ended.
    pub async fn sees_draft(self, bench: &Bench) {
        match self {
            Self::SignIn => bench.sees_value("Email or identity", landscape_stub::EMAIL).await,
            Self::Attach => bench.sees_value("Computer IDs", "1 2").await,
            Self::Detach => bench.sees_value("Computer IDs", "4 5").await,
            Self::List | Self::Detail | Self::Watch => {}
        }
    }

    /// Does it again where it was told that it had gone wrong, without loading the page again.
    pub async fn try_again(self, bench: &Bench, told: Told) {
        match self {
            Self::Detail if told == Told::Missing => {
                bench.follow("Contracts").await;
                self.act(bench).await;
            }
            // Back at the page, it is read by itself.
            Self::List | Self::Detail | Self::Watch if told == Told::SessionOver => {}
            Self::List | Self::Detail => bench.press("Retry").await,
            Self::SignIn => {
                bench.fill("Password", PASSWORD).await;
                self.act(bench).await;
            }
            Self::Attach => {
                bench.fill("Ubuntu Pro token", PRO_TOKEN).await;
                self.act(bench).await;
            }
            Self::Detach => {
                bench.press("Detach token").await;
                bench.dialog().await;
                self.act(bench).await;
            }
            Self::Watch => self.act(bench).await,
        }
    }
}

fn sign_in_sentence(told: Told) -> String {
    match told {
        Told::SessionOver => "The email or identity and the password do not match.".to_owned(),
        Told::Forbidden => "You may not sign in to this account.".to_owned(),
        told => told.sentence(),
    }
}
