//! What is done again whenever something that it reads changes.

use leptos::prelude::Effect;

/// Does something once everything around is there, and again whenever a signal that it reads changes, as long as what calls
/// this is shown.
///
/// They need nothing of the time before, and are all of one type: by themselves, each closure would be compiled with a loop of its own, 1.2 KB of code.
pub fn effect(run: impl FnMut() + 'static) {
    start(Box::new(run));
}

fn start(mut run: Box<dyn FnMut()>) {
    Effect::new(move |_: Option<()>| run());
}
