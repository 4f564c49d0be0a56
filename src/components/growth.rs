//! Rows that are made a few in each frame, so that many of them keep no frame waiting.

use leptos::prelude::*;

use crate::frame::after_frame;

/// How many rows may be made now, of which list.
pub type Grown<List> = RwSignal<(List, usize)>;

/// Lets `step` more rows be made after each frame, until there are `most` or another list is shown.
pub fn grow<List: Clone + PartialEq + Send + Sync + 'static>(grown: Grown<List>, list: List, step: usize, most: usize) {
    after_frame(move || grow_now(grown, list, step, most));
}

/// With this frame, and goes on with the next one.
fn grow_now<List: Clone + PartialEq + Send + Sync + 'static>(grown: Grown<List>, list: List, step: usize, most: usize) {
    let many = grown.try_maybe_update(|(shown, many)| {
        let is_shown = *shown == list;
        if is_shown {
            *many += step;
        }
        (is_shown, is_shown.then_some(*many))
    });
    if many.flatten().is_some_and(|many| many < most) {
        request_animation_frame(move || grow_now(grown, list, step, most));
    }
}
