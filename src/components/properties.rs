//! The fields of one thing.

use leptos::prelude::*;

/// A name and its value.
pub type Property = (&'static str, AnyView);

/// The fields of one thing as a definition list.
#[component]
pub fn Properties(
    /// Each field, in order.
    properties: Vec<Property>,
) -> impl IntoView {
    let rows = properties.into_iter().map(|(name, value)| {
        view! {
            <div class="properties__row">
                <dt class="properties__name">{name}</dt>
                <dd class="properties__value">{value}</dd>
            </div>
        }
    });
    view! { <dl class="properties">{rows.collect_view()}</dl> }
}
