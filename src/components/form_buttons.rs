//! From computers to what can be done with their tokens.

use leptos::prelude::*;

use crate::api::activity::ProRequest;
use crate::components::confirm::Confirm;
use crate::forms::Forms;
use crate::navigation::{Location, use_navigation};
use crate::route::Route;
use crate::words::computers_page::selection;
use crate::words::follow;

/// "Attach token" and "Detach token": each puts computers into its form and opens it. It sends nothing.
#[component]
pub fn FormButtons(
    /// Gives the ids, as the form's field takes them.
    ids: Callback<(), String>,
    /// The id of what says why nothing can be done now, as long as that is so.
    #[prop(optional, into)]
    disabled_by: Signal<Option<&'static str>>,
) -> impl IntoView {
    let forms = use_context::<Forms>();
    let asking = RwSignal::new(false);
    let wanted = StoredValue::new(ProRequest::Attach);
    let navigation = use_navigation();
    let fill = Callback::new(move |()| {
        let request = wanted.get_value();
        if let Some(forms) = forms {
            forms.of(request).fill.run(ids.run(()));
        }
        navigation.go(Location::of(route_of(request)));
    });
    let press = move |request| {
        if disabled_by.get_untracked().is_some() {
            return;
        }
        wanted.set_value(request);
        if forms.is_some_and(|forms| forms.of(request).holds_others(&ids.run(()))) {
            asking.set(true);
        } else {
            fill.run(());
        }
    };
    let button = move |request, label| {
        view! {
            <button
                type="button"
                class="p-button is-dense u-no-margin--bottom"
                aria-disabled=move || disabled_by.get().map(|_| "true")
                aria-describedby=disabled_by
                on:click=move |_| press(request)
            >
                {label}
            </button>
        }
    };
    view! {
        {button(ProRequest::Attach, selection::ATTACH)}
        {button(ProRequest::Detach, selection::DETACH)}
        <Confirm
            id="replace-computers"
            open=asking
            title=Signal::stored(follow::REPLACE.to_owned())
            action=follow::REPLACE_ACTION
            on_confirm=fill
        >
            <p>{follow::REPLACE_REASON}</p>
        </Confirm>
    }
}

fn route_of(request: ProRequest) -> Route {
    match request {
        ProRequest::Attach => Route::Attach,
        ProRequest::Detach => Route::Detach,
    }
}
