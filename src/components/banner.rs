//! What whoever hosts the app has to say to everybody, above every page.

use leptos::prelude::*;

use crate::setting;
use crate::visible;
use crate::words;

/// The name of the setting's `<meta>`.
const SETTING: &str = "licensing-banner";
/// More characters than these are cut off.
const MOST: usize = 300;

/// The host's text, if one is set.
#[component]
pub fn Banner() -> impl IntoView {
    let text = setting::of_page(SETTING).and_then(|text| read(&text));
    text.map(|text| view! { <p class="banner" role="note" aria-label=words::BANNER dir="auto">{text}</p> })
}

/// One line of text, in which no character is hidden; nothing where there is none.
fn read(text: &str) -> Option<String> {
    let text: String = text.trim().chars().take(MOST).collect();
    (!text.is_empty()).then(|| visible::line(&text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_one_line_of_a_bounded_length() {
        assert_eq!(read(" Test system: <b>no</b> orders. "), Some("Test system: <b>no</b> orders.".to_owned()));
        assert_eq!(read(&"ä".repeat(1_000)), Some("ä".repeat(300)));
        assert_eq!(read("a\u{202e}b").as_deref(), Some(visible::line("a\u{202e}b").as_str()));
        for nothing in ["", "  \n"] {
            assert_eq!(read(nothing), None);
        }
    }
}
