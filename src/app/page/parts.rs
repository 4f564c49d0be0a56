//! Where the WebAssembly is cut: see crates/xtask/src/split.rs. Without the feature `split` it is all in one piece.

#[cfg(feature = "split")]
pub use cut::{change, drafts, load, look, sign_in};
#[cfg(not(feature = "split"))]
pub use whole::{change, drafts, load, look, sign_in};

#[cfg(feature = "split")]
mod cut {
    #![expect(clippy::unnecessary_wraps, reason = "what loads a part puts its own failure into the result")]

    use leptos::prelude::AnyView;
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    use crate::app::drafts::Place;
    use crate::app::page;
    use crate::route::Route;

    /// A page that changes something, once its code has come.
    pub async fn change(route: Route) -> Option<AnyView> {
        change_part(route).await.ok()
    }

    /// A page that only shows something, once its code has come.
    pub async fn look(route: Route) -> Option<AnyView> {
        look_part(route).await.ok()
    }

    /// The page to sign in, once its code has come.
    pub async fn sign_in() -> Option<AnyView> {
        sign_in_part().await.ok()
    }

    /// Has the drafts, once their code has come.
    pub async fn drafts(place: Place) -> Option<()> {
        drafts_part(place).await.ok()
    }

    /// Loads the code of all pages.
    pub async fn load() {
        let _ = load_look().await;
        let _ = load_change().await;
        let _ = load_sign_in().await;
    }

    #[wasm_split(change, fallible, preload(load_change))]
    fn change_part(route: Route) -> Result<AnyView, SplitLoaderError> {
        Ok(page::change(route))
    }

    #[wasm_split(look, fallible, preload(load_look))]
    fn look_part(route: Route) -> Result<AnyView, SplitLoaderError> {
        Ok(page::look(route))
    }

    #[wasm_split(sign_in, fallible, preload(load_sign_in))]
    fn sign_in_part() -> Result<AnyView, SplitLoaderError> {
        Ok(page::sign_in())
    }

    #[wasm_split(drafts, fallible)]
    fn drafts_part(place: Place) -> Result<(), SplitLoaderError> {
        place.have_drafts();
        Ok(())
    }
}

#[cfg(not(feature = "split"))]
mod whole {
    use std::future::{Ready, ready};

    use leptos::prelude::AnyView;

    use crate::app::drafts::Place;
    use crate::app::page;
    use crate::route::Route;

    /// A page that changes something.
    pub fn change(route: Route) -> Ready<Option<AnyView>> {
        ready(Some(page::change(route)))
    }

    /// A page that only shows something.
    pub fn look(route: Route) -> Ready<Option<AnyView>> {
        ready(Some(page::look(route)))
    }

    /// The page to sign in.
    pub fn sign_in() -> Ready<Option<AnyView>> {
        ready(Some(page::sign_in()))
    }

    /// Has the drafts.
    pub fn drafts(place: Place) -> Ready<Option<()>> {
        place.have_drafts();
        ready(Some(()))
    }

    /// Nothing is missing.
    pub fn load() -> Ready<()> {
        ready(())
    }
}
