//! How many computers one request carries: a setting of whoever hosts the app, in `index.html`.

use crate::setting;

/// The name of the setting's `<meta>`.
const SETTING: &str = "licensing-batch-size";
/// As many as go in one request where nothing else is set.
const DEFAULT: usize = 500;
const MOST: usize = 10_000;

/// Reads the setting of the page.
pub fn of_page() -> usize {
    read(setting::of_page(SETTING).as_deref())
}

/// A whole number from 1 to 10,000; what is none, or is not set, is the default.
pub fn read(text: Option<&str>) -> usize {
    let size = text.and_then(|text| text.trim().parse().ok());
    size.filter(|size| (1..=MOST).contains(size)).unwrap_or(DEFAULT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, size: usize) {
        assert_eq!(read(Some(text)), size, "{text:?}");
    }

    #[test]
    fn a_whole_number_within_the_bounds_is_taken() {
        check("1", 1);
        check(" 250\n", 250);
        check("10000", 10_000);
    }

    #[test]
    fn anything_else_is_the_default() {
        for text in ["", "0", "-1", "10001", "1.5", "1,000", "many", "99999999999999999999"] {
            check(text, 500);
        }
        assert_eq!(read(None), 500);
    }
}
