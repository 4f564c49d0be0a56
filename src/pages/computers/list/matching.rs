//! Choosing all computers that match, those of other parts of the list too.
//!
//! They are read when the button is pressed. Only all of them are added to the selection: where the reading is stopped or
//! fails, the selection stays as it was, so that nobody takes a part for the whole.

use std::sync::Arc;

use leptos::prelude::*;

use crate::api::client::Client;
use crate::api::computer::query::ComputerQuery;
use crate::api::error::ApiError;
use crate::components::form::focus;
use crate::computer_filter::ComputerFilter;
use crate::effects::effect;
use crate::pages::computers::list::gathering::Gathering;
use crate::pages::computers::list::listed::Listed;
use crate::selection::Selection;
use crate::session::use_session;
use crate::tasks::spawn;
use crate::words::computers_page::selection as words;

/// How many are asked for at once.
const AT_ONCE: usize = 1_000;
const SELECT_ALL: &str = "select-all-matching";
const STOP: &str = "stop-reading";

/// The reading of all that match. It goes on while the person turns pages; another filter ends it.
#[derive(Clone, Copy)]
pub struct Matching {
    asked: RwSignal<Option<(ComputerQuery, usize)>>,
    state: RwSignal<State>,
}

#[derive(Clone, PartialEq)]
enum State {
    Idle,
    Reading(usize, usize),
    Added { many: usize, has_changed: bool, unreadable: usize },
    Stopped,
    Failed(ApiError),
}

impl Matching {
    /// Nothing is read yet.
    pub fn new(filter: Memo<ComputerFilter>, selection: Selection) -> Self {
        let matching = Self { asked: RwSignal::new(None), state: RwSignal::new(State::Idle) };
        let session = use_session();
        effect(move || {
            let Some((query, total)) = matching.asked.get() else { return };
            let (client, credential) = untrack(|| (session.client(), session.credential()));
            let Some(client) = client else { return };
            matching.state.set(State::Reading(0, total));
            spawn(async move {
                let ended = match matching.gather(client, &query, total).await {
                    Err(error) => State::Failed(error),
                    // What was read for another account is of no use to this one.
                    Ok(_) if untrack(|| session.credential()) != credential => State::Idle,
                    Ok(gathering) => {
                        let (has_changed, unreadable) = (gathering.has_changed(), gathering.unreadable());
                        let found = gathering.into_found();
                        let many = found.len();
                        selection.add_entries(found);
                        State::Added { many, has_changed, unreadable }
                    }
                };
                matching.end(ended);
            });
        });
        Effect::new(move |before: Option<()>| {
            filter.track();
            let _ = session.credential();
            if before.is_some() {
                matching.end(State::Idle);
            }
        });
        matching
    }

    async fn gather(self, client: Client, query: &ComputerQuery, total: usize) -> Result<Gathering, ApiError> {
        let mut gathering = Gathering::new(total);
        loop {
            let part = client.computers(query, AT_ONCE, gathering.offset()).await?;
            if gathering.take(&part) {
                return Ok(gathering);
            }
            let (read, total) = gathering.progress();
            let _ = self.state.try_set(State::Reading(read, total));
        }
    }

    fn end(self, state: State) {
        if document().active_element().is_some_and(|focused| focused.id() == STOP) {
            // The button is about to go.
            focus(SELECT_ALL);
        }
        let _ = self.state.try_set(state);
        let _ = self.asked.try_set(None);
    }
}

/// "Select all N that match", where they are more than are shown; then how far that is, with the way to stop it.
#[component]
pub fn SelectMatching(
    /// The reading.
    matching: Matching,
    /// What is listed.
    listed: Memo<Option<Arc<Listed>>>,
) -> impl IntoView {
    let more = Memo::new(move |_| listed.read().as_ref().and_then(|listed| listed.more()));
    let many = move || more.read().as_ref().map_or(0, |(_, many)| *many);
    let state = matching.state;
    let is_reading = Memo::new(move |_| matches!(*state.read(), State::Reading(..)));
    let start = move |_| {
        if !is_reading.get_untracked() {
            matching.asked.set(more.get_untracked());
        }
    };
    view! {
        <Show when=move || { is_reading.get() || more.read().is_some() }>
            <button
                type="button"
                id=SELECT_ALL
                class="p-button is-dense u-no-margin--bottom"
                aria-disabled=move || is_reading.get().then_some("true")
                on:click=start
            >
                {move || words::select_all(many())}
            </button>
        </Show>
        <Show when=move || is_reading.get()>
            <button
                type="button"
                id=STOP
                class="p-button is-dense u-no-margin--bottom"
                on:click=move |_| matching.end(State::Stopped)
            >
                {words::STOP}
            </button>
        </Show>
    }
}

/// How far the reading is, and what came of it.
#[component]
pub fn MatchingTold(
    /// The reading.
    matching: Matching,
) -> impl IntoView {
    move || told(&matching.state.read())
}

fn told(state: &State) -> AnyView {
    let text = match state {
        State::Idle => return ().into_any(),
        State::Failed(error) => {
            let text = words::failed(&error.to_string());
            return view! { <p class="selection-bar__told" role="alert">{text}</p> }.into_any();
        }
        State::Reading(read, total) => words::reading(*read, *total),
        State::Added { many, has_changed, unreadable } => {
            let added = if *has_changed { words::added_of_changed(*many) } else { words::added(*many) };
            if *unreadable == 0 { added } else { [added, words::not_added(*unreadable)].join(" ") }
        }
        State::Stopped => words::STOPPED.to_owned(),
    };
    view! { <p class="selection-bar__told">{text}</p> }.into_any()
}
