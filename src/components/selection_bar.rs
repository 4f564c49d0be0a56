//! How many computers are chosen, and what can be done with them.

use leptos::prelude::*;

use crate::announcer::Announcer;
use crate::api::id::ComputerId;
use crate::components::form_buttons::FormButtons;
use crate::components::selection_view::SelectionView;
use crate::selection::Selection;
use crate::words::computers_page::selection as words;

/// The id of what says how many are chosen, or why nothing can be done.
const COUNT: &str = "selection-count";

/// The count of the selection, those that are not among the rows below included, with the ways to see it and to use it.
#[component]
pub fn SelectionBar(
    /// What is chosen.
    selection: Selection,
    /// The computers that are shown below.
    #[prop(into)]
    shown: Signal<Vec<ComputerId>>,
    /// What is told of them.
    #[prop(optional, into)]
    told: ViewFn,
    /// Further ways to choose.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let count = Memo::new(move |_| selection.count());
    let elsewhere = move || count.get() - shown.read().iter().filter(|id| selection.has(**id)).count();
    announce_changes(count);
    let note = move || match (count.get(), elsewhere()) {
        (0, _) => words::NONE_REASON.to_owned(),
        (_, 0) => String::new(),
        (_, elsewhere) => words::elsewhere(elsewhere),
    };
    let ids = Callback::new(move |()| untrack(|| selection.ids_text()));
    view! {
        <div class="selection-bar" role="group" aria-label=words::LABEL>
            <p class="selection-bar__count" id=COUNT>
                <strong>{move || words::selected(count.get())}</strong>
                " "
                <span class="u-text--muted">{note}</span>
            </p>
            <div class="selection-bar__actions">
                {children.map(|children| children())}
                <SelectionView selection />
                <FormButtons ids disabled_by=Signal::derive(move || (count.get() == 0).then_some(COUNT)) />
            </div>
            {told.run()}
        </div>
    }
}

/// Says how many are chosen whenever that changes, not when the page is opened.
fn announce_changes(count: Memo<usize>) {
    let Some(announcer) = use_context::<Announcer>() else { return };
    Effect::new(move |before: Option<usize>| {
        let now = count.get();
        if before.is_some_and(|before| before != now) {
            announcer.say(words::selected(now));
        }
        now
    });
}
