//! The choice of what is listed by its end.

use leptos::prelude::*;

use crate::components::choice::Choice;
use crate::expiry::filter::EndFilter;
use crate::words::ends;

/// A list of ends to choose from: any, past, or within so many days. Where a number elsewhere led to others, those too.
#[component]
pub fn EndChoice(
    /// What is chosen, which lives in the URL.
    #[prop(into)]
    value: Signal<EndFilter>,
    /// Called with what it changes to.
    on_change: Callback<EndFilter>,
) -> impl IntoView {
    let options = Signal::derive(move || {
        let chosen = value.get();
        let is_offered = EndFilter::choices().any(|ends| ends == chosen);
        let offered = EndFilter::choices().chain((!is_offered).then_some(chosen));
        offered.map(|ends| (ends.word(), ends.label())).collect::<Vec<_>>()
    });
    view! {
        <Choice
            label=ends::LABEL
            options
            value=Signal::derive(move || value.get().word())
            on_change=Callback::new(move |word: String| on_change.run(EndFilter::parse(&word)))
        />
    }
}
