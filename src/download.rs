//! Files that the page itself makes.

use std::time::Duration;

use js_sys::{Array, Promise};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long the browser may take to get hold of a file.
const KEPT_FOR: Duration = Duration::from_secs(60);

/// A file that is written piece by piece, so that a long one keeps no frame waiting.
pub struct File(Array);

impl File {
    /// A file that begins with a text.
    pub fn new(text: &str) -> Self {
        Self(Array::of1(&JsValue::from_str(text)))
    }

    /// Adds a text, and lets the browser do what is due.
    pub async fn push(&self, text: &str) {
        self.0.push(&JsValue::from_str(text));
        let turn = Promise::new(&mut |resolve, _| {
            let _ = window().set_timeout_with_callback(&resolve);
        });
        // The promise is never refused.
        let _ = JsFuture::from(turn).await;
    }

    /// Saves it, as pressing a link to it would.
    pub fn save(&self, name: &str, kind: &str) {
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        let Ok(blob) = Blob::new_with_str_sequence_and_options(&self.0, &options) else { return };
        let Ok(address) = Url::create_object_url_with_blob(&blob) else { return };
        let link = document().create_element("a").ok().and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
        if let Some(link) = link {
            link.set_href(&address);
            link.set_download(name);
            link.click();
        }
        set_timeout(move || drop(Url::revoke_object_url(&address)), KEPT_FOR);
    }
}
