//! Copying a text.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use crate::announcer::announce;
use crate::words::copying;

/// How long the button says that it has copied.
const TOLD_FOR: Duration = Duration::from_secs(3);

/// A button that copies a text, and says whether it did.
#[component]
pub fn CopyButton(
    /// What it copies.
    #[prop(into)]
    text: Signal<String>,
    /// What that is, for those who do not see what it stands beside.
    describes: &'static str,
    /// What it says.
    #[prop(default = copying::COPY)]
    label: &'static str,
) -> impl IntoView {
    let told = RwSignal::new("");
    announce(move || told.get().to_owned());
    let copy = move |_| {
        let text = text.get_untracked();
        spawn_local(async move {
            let copied = write_to_clipboard(&text).await;
            let _ = told.try_set(if copied { copying::COPIED } else { copying::NOT_COPIED });
            set_timeout(
                move || {
                    let _ = told.try_set("");
                },
                TOLD_FOR,
            );
        });
    };
    view! {
        <button type="button" class="p-button is-dense u-no-margin--bottom" title=copying::copies(describes) on:click=copy>
            {label}
        </button>
        <span class="copy-button__told">{told}</span>
    }
}

/// Whether the text was copied. Over plain HTTP browsers have no clipboard to write to.
async fn write_to_clipboard(text: &str) -> bool {
    let clipboard = window().navigator().clipboard();
    let clipboard_object: &JsValue = clipboard.as_ref();
    !clipboard_object.is_undefined() && JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
