//! Where the API is, on the app's own origin: Landscape allows no other by default, nor does the policy of the page.

use std::cell::RefCell;

/// Where Landscape has it.
const DEFAULT: &str = "/api/v2";

thread_local! {
    static BASE: RefCell<String> = RefCell::new(DEFAULT.to_owned());
}

/// Takes what the host has set, before the first request. What is no path of this origin, or is not set, is the default.
pub fn set(text: Option<&str>) {
    BASE.with_borrow_mut(|base| read(text).clone_into(base));
}

/// The address of a path below it, which starts with a slash and is percent-encoded already.
pub(crate) fn address(path: &str) -> String {
    BASE.with_borrow(|base| format!("{base}{path}"))
}

/// A path of letters, digits and `-._~`, without dot segments; a slash at its end is forgiven.
fn read(text: Option<&str>) -> &str {
    let path = text.map(str::trim).map(|text| text.strip_suffix('/').unwrap_or(text));
    path.filter(|path| is_path(path)).unwrap_or(DEFAULT)
}

fn is_path(text: &str) -> bool {
    let is_segment = |segment: &str| {
        let is_known = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        !matches!(segment, "" | "." | "..") && segment.bytes().all(is_known)
    };
    text.strip_prefix('/').is_some_and(|path| path.split('/').all(is_segment))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_of_this_origin_is_taken() {
        for (text, base) in [("/api/v2", "/api/v2"), (" /landscape/api/v2/\n", "/landscape/api/v2"), ("/a", "/a")] {
            assert_eq!(read(Some(text)), base, "{text:?}");
        }
        set(Some("/landscape/api/v2"));
        assert_eq!(address("/me"), "/landscape/api/v2/me");
        set(None);
        assert_eq!(address("/me"), "/api/v2/me");
    }

    #[test]
    fn anything_else_is_the_default() {
        let other = [
            "",
            "/",
            "//",
            "//elsewhere.example/api",
            "https://elsewhere.example/api/v2",
            "api/v2",
            "/api/../v2",
            "/api//v2",
            "/./api",
            "/api?x",
            "/api#x",
            "/a\\b",
            "/%2e%2e/x",
            "/a b",
            "/ä",
        ];
        for text in other {
            assert_eq!(read(Some(text)), DEFAULT, "{text:?}");
        }
        assert_eq!(read(None), DEFAULT);
    }
}
