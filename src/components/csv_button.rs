//! The results of a group as a file.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::announcer::announce;
use crate::download::File;
use crate::follow::csv;
use crate::follow::followed::Followed;
use crate::words::follow;

/// A button that saves every row of the results, after it has asked for the titles that are still missing.
#[component]
pub fn CsvButton(
    /// The activity.
    followed: Followed,
    /// What the file is called; by the activity, where it is left out.
    #[prop(optional_no_strip)]
    file: Option<Signal<String>>,
) -> impl IntoView {
    let is_preparing = RwSignal::new(false);
    let press = move |_| {
        let computers = followed
            .children
            .with_untracked(|children| children.iter().filter_map(|child| child.computer_id).collect::<Vec<_>>());
        followed.want_names.run(computers);
        is_preparing.set(true);
    };
    Effect::new(move |_| {
        if is_preparing.get() && followed.names_to_come.get() == 0 {
            is_preparing.set(false);
            let by_activity = || format!("activity-{}.csv", followed.id);
            spawn_local(save(followed, file.map_or_else(by_activity, |file| file.get_untracked())));
        }
    });
    let told = move || {
        let to_come = followed.names_to_come.get();
        if is_preparing.get() { follow::names_to_come(to_come) } else { String::new() }
    };
    announce(move || if is_preparing.get() { follow::PREPARING.to_owned() } else { String::new() });
    view! {
        <button
            type="button"
            class="p-button is-dense u-no-margin--bottom"
            aria-disabled=move || is_preparing.get().then_some("true")
            on:click=press
        >
            {follow::DOWNLOAD_CSV}
        </button>
        <span class="u-text--muted">{told}</span>
    }
}

/// How many rows are written at a stretch.
const PIECE: usize = 250;

async fn save(followed: Followed, name: String) {
    let children = followed.children.with_untracked(|children| children.iter().cloned().collect::<Vec<_>>());
    let file = File::new(&csv::beginning());
    for piece in children.chunks(PIECE) {
        let rows = followed.names.try_with_untracked(|names| csv::rows(piece.iter().map(AsRef::as_ref), names));
        // The page was left meanwhile.
        let Some(rows) = rows else { return };
        file.push(&rows).await;
    }
    file.save(&name, "text/csv;charset=utf-8");
}
