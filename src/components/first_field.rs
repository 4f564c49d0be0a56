//! The field for how many computers a roll-out begins with.

use leptos::prelude::*;

use crate::components::field::{Check, Field, FieldKind, LineKind};
use crate::components::form::{Problem, Problems};
use crate::lasting::Lasting;
use crate::preflight::choices::read_first;
use crate::words::preflight;

/// The id of the field's input.
const FIRST: &str = "only-the-first";
const LINE: LineKind = LineKind { autocomplete: "off", inputmode: "numeric", enterkeyhint: "go" };

/// A field for a number, or nothing.
#[component]
pub fn FirstField(
    /// The text as it is typed.
    value: Lasting<String>,
    /// The form's problems.
    problems: Problems,
) -> impl IntoView {
    view! {
        <div class="first-field">
            <Field
                id=FIRST
                label=preflight::FIRST
                hint=preflight::FIRST_HINT
                kind=FieldKind::Line(LINE)
                value
                check=(|text: &str| check_first(text).err()) as Check
                problems
            />
        </div>
    }
}

/// Checks the field.
///
/// # Errors
/// A [`Problem`] of the field.
pub fn check_first(text: &str) -> Result<(), Problem> {
    read_first(text).map(drop).ok_or_else(|| Problem::new(FIRST, preflight::BAD_FIRST))
}
