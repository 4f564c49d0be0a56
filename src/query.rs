//! The query of the app's own URLs: where filters, sort order and search live.

use crate::api::encode::query_string;

/// The parameters of a URL, in order. Those without a value that matters are left out when it is printed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query(Vec<(String, String)>);

impl Query {
    /// Reads a query, with its question mark or without.
    pub fn parse(text: &str) -> Self {
        let text = text.strip_prefix('?').unwrap_or(text);
        Self(form_urlencoded::parse(text.as_bytes()).into_owned().collect())
    }

    /// The first value of a parameter.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Whether a parameter is `true`.
    pub fn is_true(&self, name: &str) -> bool {
        self.get(name) == Some("true")
    }

    /// The same query with one parameter set, or without it where the value is empty.
    #[must_use]
    pub fn with(&self, name: &str, value: &str) -> Self {
        let mut parameters = self.0.clone();
        let place = parameters.iter().position(|(key, _)| key == name).unwrap_or(parameters.len());
        parameters.retain(|(key, _)| key != name);
        if !value.is_empty() {
            parameters.insert(place.min(parameters.len()), (name.to_owned(), value.to_owned()));
        }
        Self(parameters)
    }

    /// The same query with a parameter `true`, or without it.
    #[must_use]
    pub fn with_switch(&self, name: &str, on: bool) -> Self {
        self.with(name, if on { "true" } else { "" })
    }

    /// The query with its question mark; nothing where there is none.
    pub fn print(&self) -> String {
        let parameters: Vec<_> = self.0.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
        query_string(&parameters)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_comes_back_as_it_went() {
        for text in ["", "?active_only=true", "?filter=a%26b+c&sort=status&order=descending"] {
            assert_eq!(Query::parse(text).print(), text);
        }
    }

    #[test]
    fn a_parameter_is_set_in_its_place_and_taken_away() {
        let query = Query::parse("?a=1&b=2&c=3");
        assert_eq!(query.with("b", "x y").print(), "?a=1&b=x+y&c=3");
        assert_eq!(query.with("b", "").print(), "?a=1&c=3");
        assert_eq!(query.with("d", "4").print(), "?a=1&b=2&c=3&d=4");
        assert_eq!(query.with_switch("a", true).print(), "?a=true&b=2&c=3");
    }

    #[test]
    fn odd_queries_are_read_as_far_as_they_go() {
        let query = Query::parse("?active_only=TRUE&&=&x&filter=%FF%zz");
        assert!(!query.is_true("active_only"));
        assert_eq!(query.get("x"), Some(""));
        assert_eq!(query.get("filter"), Some("\u{fffd}%zz"));
    }
}
