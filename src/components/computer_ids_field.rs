//! The field for a list of computers.

use std::sync::Arc;

use leptos::prelude::*;

use crate::announcer::announce;
use crate::components::field::{Check, Field, FieldKind};
use crate::components::form::{Problem, Problems};
use crate::lasting::Lasting;
use crate::preflight::mention::Mentions;
use crate::words::computer_ids;

/// The id of the field's input.
pub const COMPUTER_IDS: &str = "computer-ids";

/// A field for computers, by ids and hostnames, with a note of how many were read.
#[component]
pub fn ComputerIdsField(
    /// The text as it is typed.
    value: Lasting<String>,
    /// What was read of it.
    mentions: Memo<Arc<Mentions>>,
    /// The form's problems.
    problems: Problems,
    /// Called when the field is left, once it has checked itself.
    #[prop(optional)]
    on_leave: Option<Callback<()>>,
) -> impl IntoView {
    let note = Memo::new(move |_| note(&mentions.read()));
    announce(move || note.get());
    let leave = move |_| {
        if let Some(on_leave) = on_leave {
            // A page that goes takes the focus from its field, in Chromium, when nobody is left to be told.
            let _ = on_leave.try_run(());
        }
    };
    view! {
        <div on:focusout=leave>
            <Field
                id=COMPUTER_IDS
                label=computer_ids::LABEL
                hint=computer_ids::HINT
                kind=FieldKind::Lines
                value
                check=(|text: &str| read_mentions(text).err()) as Check
                problems
            />
        </div>
        <p class="computer-ids-field__note u-text--muted">{note}</p>
    }
}

fn note(mentions: &Mentions) -> String {
    let names = mentions.hostnames().count();
    match mentions.all.len() {
        0 => String::new(),
        all => {
            let read = if names == 0 { computer_ids::read(all) } else { computer_ids::read_with_names(all, names) };
            [read, folded(mentions.duplicates)].join(" ").trim_end().to_owned()
        }
    }
}

/// Says how many further mentions were folded away; nothing where there were none.
pub fn folded(duplicates: usize) -> String {
    match duplicates {
        0 => String::new(),
        duplicates => computer_ids::folded(duplicates),
    }
}

/// Reads the field when its form is sent: some computers and nothing bad, or what is wrong, each bad piece by name.
///
/// # Errors
/// A [`Problem`] of the field.
pub fn read_mentions(text: &str) -> Result<Mentions, Problem> {
    let mentions = Mentions::parse(text);
    match mentions.bad.as_slice() {
        [] if mentions.all.is_empty() => Err(Problem::new(COMPUTER_IDS, computer_ids::NONE)),
        [] => Ok(mentions),
        bad => Err(Problem::new(COMPUTER_IDS, computer_ids::bad(bad))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn duplicates_are_folded_with_a_note() {
        assert_eq!(note(&Mentions::parse("")), "");
        assert_eq!(note(&Mentions::parse("1")), "1 computer.");
        assert_eq!(note(&Mentions::parse("1 1")), "1 computer. 1 duplicate was folded.");
        assert_eq!(note(&Mentions::parse("1 2 1 2")), "2 computers. 2 duplicates were folded.");
        assert_eq!(note(&Mentions::parse("1 a")), "2 computers, 1 of them by hostname.");
    }

    #[test]
    fn each_bad_piece_is_named() {
        let message = |text| read_mentions(text).expect_err("it is bad").message;
        assert_eq!(message(" "), "Enter the ID of at least one computer.");
        assert_eq!(
            message("1, -x"),
            "“-x” is neither a computer ID nor a hostname. IDs are whole numbers, such as 17."
        );
        let two = "2 entries are neither computer IDs nor hostnames: “4.5”, “-1”. IDs are whole numbers, such as 17.";
        assert_eq!(message("1, 4.5, -1"), two);
    }
}
