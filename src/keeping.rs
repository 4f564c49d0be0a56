//! What this tab keeps for a reload, in `sessionStorage`. Nothing else of the app writes there.
//!
//! Where the browser keeps nothing, the app goes on with what it has in memory, and says so once.

use leptos::prelude::window;

/// What is kept, each under one key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// The session: `src/session/stored.rs` alone writes it. `public/boot.js` looks whether it is there.
    Session,
    /// What is typed and what was sent, without any secret: `src/drafts/` alone writes it.
    Drafts,
}

impl Kept {
    fn key(self) -> &'static str {
        match self {
            Self::Session => "landscape-licensing.session",
            Self::Drafts => "landscape-licensing.drafts",
        }
    }

    /// What was kept, if anything.
    pub fn read(self) -> Option<String> {
        storage()?.get_item(self.key()).ok()?
    }

    /// Keeps a text in place of the one before. Whether the browser does.
    pub fn write(self, text: &str) -> bool {
        let is_kept = storage().is_some_and(|storage| storage.set_item(self.key(), text).is_ok());
        if !is_kept {
            // Rather nothing than what was true before.
            self.remove();
        }
        is_kept
    }

    /// Keeps nothing more.
    pub fn remove(self) {
        if let Some(storage) = storage() {
            let _ = storage.remove_item(self.key());
        }
    }
}

fn storage() -> Option<web_sys::Storage> {
    window().session_storage().ok().flatten()
}
