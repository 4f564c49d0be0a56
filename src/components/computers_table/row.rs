//! One computer of an activity.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use leptos::prelude::*;

use crate::api::activity::Activity;
use crate::api::id::{ActivityId, ComputerId};
use crate::components::date_text::Moment;
use crate::components::long_text::{LongText, cut, result_file};
use crate::components::status_badge::StatusBadge;
use crate::follow::result::ResultText;
use crate::status::Status;
use crate::visible;
use crate::words::{self, fields, follow};

/// As many characters of a text as a cell shows.
const SHORT: usize = 120;

/// Its row, and below it the details while they are open.
#[component]
pub fn ComputerRow(
    /// The activity on the computer.
    child: Arc<Activity>,
    /// The titles that are known.
    names: RwSignal<HashMap<ComputerId, String>>,
    /// The activities whose details are open.
    opened: RwSignal<HashSet<ActivityId>>,
) -> impl IntoView {
    let id = child.id;
    let is_open = Memo::new(move |_| opened.read().contains(&id));
    let press = move |_| {
        opened.update(|opened| {
            if !opened.remove(&id) {
                opened.insert(id);
            }
        });
    };
    let computer = child.computer_id;
    let text = child.result_text.clone().unwrap_or_default();
    let read = ResultText::read(&text);
    let button = (!text.is_empty()).then(|| {
        let name = computer.map_or_else(|| follow::DETAILS.to_owned(), |id| follow::details_of(&id.to_string()));
        view! {
            <button
                type="button"
                class="p-button--link u-no-margin--bottom computers-table__open"
                aria-expanded=move || is_open.get().to_string()
                aria-label=name
                on:click=press
            >
                {follow::DETAILS}
            </button>
        }
    });
    let short = visible::line(&short(&read, &text));
    let details = move || is_open.get().then(|| view! { <Details id read=read.clone() text=text.clone() /> });
    view! {
        <tr>
            <th scope="row">
                <ComputerName computer names />
            </th>
            <td>
                <StatusBadge status=Status::from(&child.activity_status) />
            </td>
            <td>
                <span dir="auto">{short}</span>
                " "
                {button}
            </td>
            <td>
                <Moment date=child.completion_time.clone() />
            </td>
        </tr>
        {details}
    }
}

/// Its title, as soon as that is known, and its id.
#[component]
fn ComputerName(computer: Option<ComputerId>, names: RwSignal<HashMap<ComputerId, String>>) -> impl IntoView {
    let Some(id) = computer else { return words::NOTHING.into_any() };
    // The space is the title's: one by itself is missing in a row's name where the title comes late.
    let title = Memo::new(move |_| names.read().get(&id).map(|name| format!("{} ", visible::line(name))));
    view! {
        <span dir="auto">{title}</span>
        <span class="u-text--muted computers-table__id">{follow::computer_id(&id.to_string())}</span>
    }
    .into_any()
}

fn short(read: &ResultText, text: &str) -> String {
    match read {
        ResultText::Pro(status) => status.sentence(),
        ResultText::Known(cause) => cause.sentence().to_owned(),
        ResultText::Other => match text.lines().find(|line| !line.trim().is_empty()) {
            Some(line) => cut(line, SHORT),
            None => words::NOTHING.to_owned(),
        },
    }
}

/// What the text says, what to do, and the text to the letter.
#[component]
fn Details(id: ActivityId, read: ResultText, text: String) -> impl IntoView {
    let words = match read {
        ResultText::Pro(status) => {
            [Some(status.sentence()), status.services_sentence()].into_iter().flatten().collect()
        }
        ResultText::Known(cause) => {
            [cause.sentence(), cause.next_step(), cause.retry().sentence()].map(str::to_owned).to_vec()
        }
        ResultText::Other => Vec::new(),
    };
    view! {
        <tr class="computers-table__details">
            <td colspan="4">
                {words.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view()}
                <LongText text label=fields::RESULT_TEXT file=result_file(id) />
            </td>
        </tr>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(short(&ResultText::read(text), text), expected);
    }

    #[test]
    fn a_cell_says_the_cause_or_the_first_line() {
        check("Invalid pro token provided.", "The Pro token is not valid.");
        check(r#"{"attached": true, "contract": {"id": "c"}}"#, "Attached to c.");
        check("\n  \nTraceback:\n more", "Traceback:");
        check("", "—");
        check(&"ü".repeat(121), &format!("{}…", "ü".repeat(120)));
    }
}
