//! The field for a list of computers.

use leptos::prelude::*;

use crate::announcer::announce;
use crate::components::field::{Check, Field, FieldKind};
use crate::components::form::{Problem, Problems};
use crate::computer_ids::ComputerIdList;
use crate::words::computer_ids;

/// The id of the field's input.
pub const COMPUTER_IDS: &str = "computer-ids";

/// A field for computer ids, with a note of how many were read.
#[component]
pub fn ComputerIdsField(
    /// The text as it is typed.
    value: RwSignal<String>,
    /// The form's problems.
    problems: Problems,
) -> impl IntoView {
    let note = Memo::new(move |_| note(&ComputerIdList::parse(&value.read())));
    announce(move || note.get());
    view! {
        <Field
            id=COMPUTER_IDS
            label=computer_ids::LABEL
            hint=computer_ids::HINT
            kind=FieldKind::Lines
            value
            check=(|text: &str| read_computer_ids(text).err()) as Check
            problems
        />
        <p class="computer-ids-field__note u-text--muted">{note}</p>
    }
}

fn note(list: &ComputerIdList) -> String {
    match list.ids.len() {
        0 => String::new(),
        ids => [computer_ids::read(ids), folded(list.duplicates)].join(" ").trim_end().to_owned(),
    }
}

/// Says how many further mentions were folded away; nothing where there were none.
pub fn folded(duplicates: usize) -> String {
    match duplicates {
        0 => String::new(),
        duplicates => computer_ids::folded(duplicates),
    }
}

/// Reads the field when its form is sent: a list with ids and nothing bad, or what is wrong, each bad piece by name.
///
/// # Errors
/// A [`Problem`] of the field.
pub fn read_computer_ids(text: &str) -> Result<ComputerIdList, Problem> {
    let list = ComputerIdList::parse(text);
    match list.bad.as_slice() {
        [] if list.ids.is_empty() => Err(Problem::new(COMPUTER_IDS, computer_ids::NONE)),
        [] => Ok(list),
        bad => Err(Problem::new(COMPUTER_IDS, computer_ids::bad(bad))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn duplicates_are_folded_with_a_note() {
        assert_eq!(note(&ComputerIdList::parse("")), "");
        assert_eq!(note(&ComputerIdList::parse("1")), "1 computer.");
        assert_eq!(note(&ComputerIdList::parse("1 1")), "1 computer. 1 duplicate was folded.");
        assert_eq!(note(&ComputerIdList::parse("1 2 1 2")), "2 computers. 2 duplicates were folded.");
    }

    #[test]
    fn each_bad_piece_is_named() {
        let message = |text| read_computer_ids(text).expect_err("it is bad").message;
        assert_eq!(message(" "), "Enter the ID of at least one computer.");
        assert_eq!(message("1, x"), "“x” is not a computer ID. IDs are whole numbers, such as 17.");
        let two = "2 entries are not computer IDs: “x”, “-1”. IDs are whole numbers, such as 17.";
        assert_eq!(message("1, x, -1"), two);
    }
}
