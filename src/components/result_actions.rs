//! What can be done with the results of a group.

use leptos::prelude::*;

use crate::api::activity::ProRequest;
use crate::api::id::ComputerId;
use crate::components::checkbox::Checkbox;
use crate::components::computer_ids_field::COMPUTER_IDS;
use crate::components::confirm::Confirm;
use crate::components::copy_button::CopyButton;
use crate::components::form::focus;
use crate::components::results_csv::ResultsCsv;
use crate::follow::children::Children;
use crate::follow::followed::Followed;
use crate::forms::{Form, Forms};
use crate::navigation::{Location, use_navigation};
use crate::route::Route;
use crate::words::follow;

/// "Retry failed", "Copy failed IDs" and "Download CSV".
#[component]
pub fn ResultActions(
    /// The activity.
    followed: Followed,
    /// Computers that were asked for and left out.
    left_out: Vec<ComputerId>,
    /// The beginning of the file's name; by the activity, where it is left out.
    #[prop(optional_no_strip)]
    stem: Option<Signal<String>>,
) -> impl IntoView {
    let failed = Memo::new(move |_| followed.children.with(Children::failed_computers));
    let failed_text = Memo::new(move |_| print(&failed.read()));
    view! {
        <div class="result-actions">
            <RetryFailed followed failed left_out />
            <Show when=move || !failed.read().is_empty()>
                <CopyButton text=failed_text describes=follow::FAILED_IDS label=follow::COPY_FAILED />
            </Show>
            <ResultsCsv followed stem />
        </div>
    }
}

fn print(ids: &[ComputerId]) -> String {
    ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// Puts the failed computers, and on choice those that were left out, into the form that they came from. It sends nothing.
#[component]
fn RetryFailed(followed: Followed, failed: Memo<Vec<ComputerId>>, left_out: Vec<ComputerId>) -> impl IntoView {
    let forms = use_context::<Forms>();
    let with_left_out = RwSignal::new(false);
    let asking = RwSignal::new(false);
    let number_left_out = left_out.len();
    let left_out = StoredValue::new(left_out);
    let request = Memo::new(move |_| request_of(followed));
    let chosen = move || {
        let mut ids = failed.get();
        if with_left_out.get() {
            ids.extend(left_out.get_value());
        }
        ids
    };
    let form = move || Some((request.get()?, forms?));
    let fill = Callback::new(move |()| {
        if let Some((request, forms)) = untrack(form) {
            put_into(forms.of(request), request, &untrack(chosen));
        }
    });
    let press = move |_| {
        let ids = untrack(chosen);
        let holds_others = untrack(form).is_some_and(|(request, forms)| forms.of(request).holds_others(&print(&ids)));
        if holds_others {
            asking.set(true);
        } else {
            fill.run(());
        }
    };
    let is_there = Memo::new(move |_| form().is_some() && (!failed.read().is_empty() || number_left_out > 0));
    view! {
        <Show when=move || is_there.get()>
            <Show when=move || { number_left_out > 0 }>
                <Checkbox
                    label=follow::WITH_LEFT_OUT
                    checked=with_left_out
                    on_change=Callback::new(move |on| with_left_out.set(on))
                />
            </Show>
            <button
                type="button"
                class="p-button is-dense u-no-margin--bottom"
                disabled=move || chosen().is_empty()
                title=follow::RETRY_HINT
                on:click=press
            >
                {follow::RETRY_FAILED}
            </button>
            <Confirm id="replace" open=asking title=Signal::stored(follow::REPLACE.to_owned()) action=follow::REPLACE_ACTION on_confirm=fill>
                <p>{follow::REPLACE_REASON}</p>
            </Confirm>
        </Show>
    }
}

/// What the group asks for: its children's own type says so, else its summary.
fn request_of(followed: Followed) -> Option<ProRequest> {
    let of_children = followed.children.with(|children| children.iter().find_map(|child| child.pro_request()));
    of_children.or_else(|| followed.activity.read().as_ref().and_then(|activity| activity.pro_request()))
}

fn put_into(form: Form, request: ProRequest, ids: &[ComputerId]) {
    let navigation = use_navigation();
    let route = match request {
        ProRequest::Attach => Route::Attach,
        ProRequest::Detach => Route::Detach,
    };
    form.fill.run(print(ids));
    if untrack(|| navigation.location()).route == route {
        request_animation_frame(|| focus(COMPUTER_IDS));
    }
    navigation.go(Location::of(route));
}
