//! The results of a group as a file.

use leptos::prelude::*;

use crate::components::csv_button::{CsvButton, Sheet};
use crate::csv;
use crate::follow::csv::{COLUMNS, ResultRow};
use crate::follow::followed::Followed;
use crate::until::until;

/// Saves every row of the results, after it has asked for the titles that are still missing.
#[component]
pub fn ResultsCsv(
    /// The activity.
    followed: Followed,
    /// The beginning of the file's name; by the activity, where it is left out.
    #[prop(optional_no_strip)]
    stem: Option<Signal<String>>,
) -> impl IntoView {
    let stem = stem.unwrap_or_else(|| Signal::stored(csv::stem("activity", &[&followed.id.to_string()])));
    let produce = move |sheet: Sheet<ResultRow>| async move {
        let (children, unreadable) = followed
            .children
            .with_untracked(|children| (children.iter().cloned().collect::<Vec<_>>(), children.unreadable()));
        let total = children.len();
        followed.want_names.run(children.iter().filter_map(|child| child.computer_id).collect());
        let (to_come, telling) = (followed.names_to_come, sheet.clone());
        let is_named = move || {
            telling.tell(total.saturating_sub(to_come.get()), Some(total));
            to_come.get() == 0
        };
        until(is_named).await;
        let rows = followed.names.with_untracked(|names| {
            let titled = children.into_iter().map(|child| {
                let title = child.computer_id.and_then(|id| names.get(&id).cloned());
                ResultRow { child, title }
            });
            titled.collect::<Vec<_>>()
        });
        sheet.write(&rows).await;
        sheet.write_unreadable(&unreadable).await;
        Ok(())
    };
    view! { <CsvButton stem columns=&COLUMNS produce /> }
}
