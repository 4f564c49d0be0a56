//! Percent-encoding of what goes into the API's URLs, and into the app's own.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// Everything but RFC 3986's unreserved characters.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Encodes any text as exactly one segment of a URL's path, dot segments included.
///
/// A URL parser also takes `%2E%2E` for a dot segment, so a text of dots alone can be printed, but a request for it
/// climbs; no Landscape id is of dots.
pub fn path_segment(text: &str) -> String {
    match text {
        "." | ".." => text.replace('.', "%2E"),
        _ => utf8_percent_encode(text, RESERVED).to_string(),
    }
}

/// Decodes one segment of a URL's path; what is not UTF-8 once decoded is kept as it was written.
pub fn decode_segment(segment: &str) -> String {
    percent_decode_str(segment).decode_utf8().map_or_else(|_| segment.to_owned(), Cow::into_owned)
}

/// Prints parameters as a query with its question mark, or as nothing where there are none.
pub fn query_string(parameters: &[(&str, &str)]) -> String {
    if parameters.is_empty() {
        return String::new();
    }
    form_urlencoded::Serializer::for_suffix(String::from("?"), 1).extend_pairs(parameters).finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_starts_with_its_question_mark_only_where_it_says_something() {
        assert_eq!(query_string(&[]), "");
        assert_eq!(query_string(&[("active_only", "true")]), "?active_only=true");
        assert_eq!(query_string(&[("filter", "a&b c"), ("sort", "id")]), "?filter=a%26b+c&sort=id");
    }

    #[test]
    fn a_segment_comes_back_as_it_went() {
        for text in ["contract-id-1", "a/b", "100 %", "++", "ünïcode", "%2F"] {
            assert_eq!(decode_segment(&path_segment(text)), text);
        }
        assert_eq!(decode_segment("%FF"), "%FF");
    }
}
