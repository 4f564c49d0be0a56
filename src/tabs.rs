//! What the tabs of one sign-in tell each other, by a `BroadcastChannel`.
//!
//! A duplicated tab copies `sessionStorage`, and with it the random id of the sign-in: by that id its copies know each other.
//! It is made of nothing and stands for nothing else.
//!
//! **Invariant:** no message carries anything but that id and a word. Where the browser has no such channel, tabs are alone.

use std::fmt::Write as _;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

const CHANNEL: &str = "landscape-licensing";
/// A message of ours is shorter.
const LONGEST: usize = 200;
const ID_BYTES: usize = 16;

/// Which sign-in a tab is of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SignInId(String);

impl SignInId {
    /// One that nobody had before. Without the browser's randomness, one that nobody shares.
    pub fn new() -> Option<Self> {
        let mut bytes = [0; ID_BYTES];
        window().crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
        let mut text = String::new();
        for byte in bytes {
            let _ = write!(text, "{byte:02x}");
        }
        Some(Self(text))
    }
}

impl TryFrom<String> for SignInId {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let is_hex = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if is_hex && text.len() == 2 * ID_BYTES { Ok(Self(text)) } else { Err("no id of a sign-in") }
    }
}

impl From<SignInId> for String {
    fn from(id: SignInId) -> Self {
        id.0
    }
}

/// What a tab tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum News {
    /// The person has signed out.
    SignedOut,
    /// The person has signed out, and ended every token that they had: also those of other sign-ins.
    SignedOutEverywhere,
    /// The person is here.
    Active,
    /// This tab has found a rollout that was under way when it was kept, or has opened a form: is one going on in another?
    IsAnyoneSending,
    /// An order is being sent in this tab: told when that begins, from time to time, and to whoever asks.
    Sending,
    /// It is no more.
    Sent,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Message {
    of: SignInId,
    news: News,
}

/// The other tabs.
#[derive(Clone, Copy)]
pub struct Tabs(StoredValue<Option<BroadcastChannel>, LocalStorage>);

impl Tabs {
    /// Opens the channel, and listens to nobody yet.
    pub fn open() -> Self {
        let tabs = Self(StoredValue::new_local(BroadcastChannel::new(CHANNEL).ok()));
        on_cleanup(move || {
            let _ = tabs.0.try_update_value(|channel| channel.take().map(|channel| channel.close()));
        });
        tabs
    }

    /// Listens to them until the channel is closed.
    pub fn listen(self, hear: impl Fn(&SignInId, News) + 'static) {
        let take = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(Message { of, news }) = event.data().as_string().as_deref().and_then(read) {
                hear(&of, news);
            }
        });
        self.0.with_value(|channel| {
            if let Some(channel) = channel {
                channel.set_onmessage(Some(take.as_ref().unchecked_ref()));
                // As long as the channel is open.
                take.forget();
            }
        });
    }

    /// Tells them something.
    pub fn tell(self, of: &SignInId, news: News) {
        let Ok(text) = serde_json::to_string(&Message { of: of.clone(), news }) else { return };
        let _ = self.0.try_with_value(|channel| channel.as_ref().map(|channel| channel.post_message(&text.into())));
    }
}

/// Reads a message; `None` for whatever others of the same origin may say on a channel of this name.
fn read(text: &str) -> Option<Message> {
    (text.len() <= LONGEST).then(|| serde_json::from_str(text).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "0123456789abcdef0123456789abcdef";

    fn said(news: News) -> String {
        let of = SignInId::try_from(ID.to_owned()).expect("it is one");
        serde_json::to_string(&Message { of, news }).expect("it is plain")
    }

    #[test]
    fn a_message_is_an_id_and_a_word() {
        assert_eq!(said(News::SignedOut), format!(r#"{{"of":"{ID}","news":"signed-out"}}"#));
        let of_orders = [News::IsAnyoneSending, News::Sending, News::Sent];
        for news in [News::SignedOut, News::SignedOutEverywhere, News::Active].into_iter().chain(of_orders) {
            assert_eq!(read(&said(news)).map(|message| message.news), Some(news));
        }
    }

    #[test]
    fn what_is_no_message_is_not_heard() {
        let short = said(News::SignedOut).replace("cdef", "");
        let upper = said(News::SignedOut).replace('a', "A");
        let more = said(News::SignedOut).replace('{', r#"{"token":"x","#);
        let unknown = said(News::SignedOut).replace("signed-out", "attach");
        let long = format!("{}{}", said(News::SignedOut), " ".repeat(LONGEST));
        for text in ["", "{}", "null", "[]", "\"signed-out\"", &short, &upper, &more, &unknown, &long] {
            assert_eq!(read(text), None, "{text:?}");
        }
    }
}
