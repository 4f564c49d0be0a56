//! The document's title: the page's, and what stands before it while there is more to tell.

use leptos::prelude::*;

use crate::effects::effect;
use crate::lasting::Lasting;
use crate::route::Route;

/// What stands before the page's title, such as "Error: ". Lives in the context.
#[derive(Clone, Copy)]
pub struct TitlePrefix(Lasting<String>);

/// Lets the document's title follow the page.
pub fn follow_title(route: Memo<Route>) {
    let prefix = Lasting::new(String::new());
    provide_context(TitlePrefix(prefix));
    effect(move || document().set_title(&format!("{}{}", prefix.read(), route.read().title())));
}

/// Puts a text before the title, as long as what calls this is shown. An empty one is none.
pub fn prefix_title(text: impl Fn() -> String + 'static) {
    let Some(TitlePrefix(prefix)) = use_context() else { return };
    effect(move || {
        let text = text();
        if *prefix.read_untracked() != text {
            prefix.set(text);
        }
    });
    on_cleanup(move || {
        let _ = prefix.try_set(String::new());
    });
}
