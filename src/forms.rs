//! The forms that computers can be put into from elsewhere.

use leptos::prelude::*;

use crate::api::activity::ProRequest;
use crate::lasting::Lasting;

/// The form of each request. Lives in the context.
#[derive(Clone, Copy)]
pub struct Forms {
    /// "Attach token".
    pub attach: Form,
    /// "Detach token".
    pub detach: Form,
}

/// A form for computer ids.
#[derive(Clone, Copy)]
pub struct Form {
    /// The ids as typed.
    pub ids: Lasting<String>,
    /// Puts a text in their place, as a draft: it is sent when the person presses the form's button.
    pub fill: Callback<String>,
}

impl Forms {
    /// The form of a request.
    pub fn of(&self, request: ProRequest) -> Form {
        match request {
            ProRequest::Attach => self.attach,
            ProRequest::Detach => self.detach,
        }
    }
}

impl Form {
    /// Whether it holds a draft that would be lost for another.
    pub fn holds_others(&self, ids: &str) -> bool {
        self.ids.with_untracked(|typed| !typed.trim().is_empty() && typed != ids)
    }
}
