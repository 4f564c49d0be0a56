//! Orders of before that leave something to look for.

use leptos::prelude::*;

use crate::components::rollout_report::failed_request::FailedRequest;
use crate::lasting::Lasting;
use crate::rollout::batches::Batches;
use crate::rollout::outcome::title;
use crate::words::rollout;

/// The requests whose outcome is not known, of orders that others came after. Nothing where there are none.
#[component]
pub fn EarlierRollouts(
    /// The orders.
    earlier: Lasting<Vec<Batches>>,
) -> impl IntoView {
    let orders = move || {
        earlier.with(|earlier| {
            let failed = earlier.iter().filter_map(|batches| {
                let (place, batch) = batches.failed()?;
                let (many, batch) = (batches.all().len(), batch.clone());
                Some(view! {
                    <p>{title(batches)}</p>
                    <FailedRequest place=place + 1 many batch />
                })
            });
            failed.collect_view()
        })
    };
    view! {
        <Show when=move || !earlier.read().is_empty()>
            <section class="attachment-result" aria-labelledby="earlier-rollouts-heading">
                <h2 id="earlier-rollouts-heading" class="p-heading--3">{rollout::EARLIER}</h2>
                {orders}
                <button type="button" class="p-button" on:click=move |_| earlier.set(Vec::new())>
                    {rollout::PUT_AWAY}
                </button>
            </section>
        </Show>
    }
}
