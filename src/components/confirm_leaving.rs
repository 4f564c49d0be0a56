//! Asking before a page is left that holds something unsent.

use leptos::prelude::*;

use crate::components::confirm::Confirm;
use crate::effects::effect;
use crate::navigation::use_navigation;
use crate::words::leaving;

/// Asks when the navigation wants to leave the page, and leaves it when the person says so.
#[component]
pub fn ConfirmLeaving() -> impl IntoView {
    let navigation = use_navigation();
    let wanted = navigation.wanted();
    let open = RwSignal::new(false);
    effect(move || open.set(wanted.read().is_some()));
    let closed = Memo::new(move |_| !open.get());
    Effect::new(move |was: Option<bool>| {
        let is = closed.get();
        if was == Some(false) && is {
            wanted.set(None);
        }
        is
    });
    let leave = Callback::new(move |()| {
        if let Some(location) = wanted.get_untracked() {
            navigation.go(location);
        }
    });
    view! {
        <Confirm id="leaving" open title=Signal::stored(leaving::QUESTION.to_owned()) action=leaving::LEAVE on_confirm=leave>
            <p>{leaving::MEANS}</p>
        </Confirm>
    }
}
