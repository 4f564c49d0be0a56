//! The one place that tells pending, failed and ready apart.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use crate::announcer::announce;
use crate::api::error::ApiError;
use crate::components::error_view::ErrorView;
use crate::components::ornament::Ornament;
use crate::effects::effect;
use crate::reading::{AnyReader, Anything, Reader};
use crate::words;

/// Before this, waiting is not worth a word.
const PENDING_SHOWN_AFTER: Duration = Duration::from_millis(500);
/// From this on, waiting is worth another word: the server is slow, or a read that failed is tried again.
const LONG_PENDING_SHOWN_AFTER: Duration = Duration::from_secs(5);

/// Shows what was read. What came last stays while the next is under way.
#[component]
pub fn Load<T, Shown>(
    /// What is read.
    reader: Reader<T>,
    /// Shows it. Called anew for each answer.
    ready: impl Fn(Arc<T>) -> Shown + Send + 'static,
    /// Shows that there is no such thing, where that is more than a failure.
    #[prop(optional, into)]
    not_found: Option<ViewFn>,
) -> impl IntoView
where
    T: Send + Sync + 'static,
    Shown: IntoView + 'static,
{
    let shown = move |value: Anything| value.downcast().ok().map(|value| ready(value).into_any()).into_any();
    load(reader.any(), Box::new(shown), not_found)
}

/// The same, whatever is read: compiled once.
fn load(reader: AnyReader, shown: Box<dyn Fn(Anything) -> AnyView + Send>, not_found: Option<ViewFn>) -> impl IntoView {
    let is_loading = Memo::new(move |_| reader.is_loading());
    let error = Memo::new(move |_| reader.error());
    let value = ArcMemo::new_with_compare(
        move |_| reader.value(),
        |old, new| !same(old.and_then(Option::as_ref), new.and_then(Option::as_ref)),
    );
    let on_retry = Callback::new(move |()| reader.again());
    let is_missing = not_found.is_some();
    let is_missing = Memo::new(move |_| is_missing && matches!(error.get(), Some(ApiError::NotFound(_))));
    view! {
        <PendingNote is_loading />
        {move || match error.get() {
            _ if is_missing.get() => not_found.as_ref().map(ViewFn::run).into_any(),
            Some(error) => view! { <ErrorView error on_retry /> }.into_any(),
            None => ().into_any(),
        }}
        {move || value.get().filter(|_| !is_missing.get()).map(&shown)}
    }
}

fn same(old: Option<&Anything>, new: Option<&Anything>) -> bool {
    match (old, new) {
        (Some(old), Some(new)) => Arc::ptr_eq(old, new),
        (None, None) => true,
        _ => false,
    }
}

/// "Loading…", after half a second of waiting, and more words after a long while.
#[component]
pub fn PendingNote(
    /// Whether an answer is awaited.
    is_loading: Memo<bool>,
) -> impl IntoView {
    let is_shown = takes_long(is_loading);
    let is_long = lasts(is_loading, LONG_PENDING_SHOWN_AFTER);
    let told = move || if is_long.get() { words::STILL_LOADING } else { words::LOADING };
    announce(move || if is_shown.get() { told().to_owned() } else { String::new() });
    view! {
        <div class="load">
            {move || {
                is_shown
                    .get()
                    .then(|| {
                        view! {
                            <p class="u-text--muted">
                                <Ornament class="p-icon--spinner u-animation--spin" />
                                " "
                                {told}
                            </p>
                        }
                    })
            }}
        </div>
    }
}

/// Whether something is awaited for so long that it is worth a word.
pub fn takes_long(is_loading: Memo<bool>) -> RwSignal<bool> {
    lasts(is_loading, PENDING_SHOWN_AFTER)
}

fn lasts(is_loading: Memo<bool>, time: Duration) -> RwSignal<bool> {
    let is_shown = RwSignal::new(false);
    effect(move || {
        is_shown.set(false);
        if is_loading.get() {
            let timer = set_timeout_with_handle(move || is_shown.set(true), time).ok();
            on_cleanup(move || {
                if let Some(timer) = timer {
                    timer.clear();
                }
            });
        }
    });
    is_shown
}
