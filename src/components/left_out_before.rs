//! The computers that were left out before anything was sent: nothing is dropped silently.

use leptos::prelude::*;

use crate::api::id::ComputerId;
use crate::components::copy_button::CopyButton;
use crate::components::preflight_words::title;
use crate::computer_ids::print;
use crate::preflight::plan::Standing;
use crate::words::preflight;

/// Those computers by what they are, with their ids to copy. Nothing where there are none.
#[component]
pub fn LeftOutBefore(
    /// By what they are.
    #[prop(into)]
    left_out: Signal<Vec<(Standing, Vec<ComputerId>)>>,
) -> impl IntoView {
    let groups = move || {
        let group = |(standing, computers): (Standing, Vec<ComputerId>)| {
            let text = print(&computers);
            view! {
                <p class="u-text--muted">{title(standing, computers.len())} "."</p>
                <p class="attachment-result__ids">{text.clone()}</p>
                <CopyButton text describes=preflight::NOT_SENT />
            }
        };
        left_out.get().into_iter().map(group).collect_view()
    };
    view! {
        <Show when=move || !left_out.read().is_empty()>
            <section class="attachment-result" aria-labelledby="left-out-before">
                <h2 id="left-out-before" class="p-heading--4">{preflight::NOT_SENT}</h2>
                {groups}
            </section>
        </Show>
    }
}
