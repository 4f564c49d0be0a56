use crate::api::refusal::Refusal;

pub(crate) mod activities;
pub(crate) mod computers;

/// A parsed `query`: any of these, each with all of its terms.
///
/// How `OR` and "and" bind is not documented; here "and" binds tighter.
#[derive(Debug)]
pub(crate) struct Query<Criterion> {
    alternatives: Vec<Vec<Term<Criterion>>>,
}

#[derive(Debug)]
struct Term<Criterion> {
    negated: bool,
    criterion: Criterion,
}

impl<Criterion> Query<Criterion> {
    /// Parses a query; `criterion` gets each term's selector, if it has one, and its value.
    pub fn parse(
        text: &str,
        criterion: impl Fn(Option<&str>, &str) -> Result<Criterion, Refusal>,
    ) -> Result<Self, Refusal> {
        let words = words(text)?;
        if words.is_empty() {
            return Ok(Self { alternatives: vec![Vec::new()] });
        }
        let alternatives = words.split(|word| word == "OR").map(|words| terms(words, &criterion));
        Ok(Self { alternatives: alternatives.collect::<Result<_, _>>()? })
    }

    pub fn accepts(&self, accepts: impl Fn(&Criterion) -> bool) -> bool {
        let holds = |term: &Term<Criterion>| accepts(&term.criterion) != term.negated;
        self.alternatives.iter().any(|terms| terms.iter().all(holds))
    }
}

/// What stands between two `OR`: at least one term, each after a `NOT` or not.
fn terms<Criterion>(
    words: &[String],
    criterion: impl Fn(Option<&str>, &str) -> Result<Criterion, Refusal>,
) -> Result<Vec<Term<Criterion>>, Refusal> {
    let mut terms = Vec::new();
    let mut negated = false;
    for word in words {
        if word == "NOT" {
            negated = !negated;
            continue;
        }
        let (selector, value) = split(word)?;
        terms.push(Term { negated, criterion: criterion(selector, &value)? });
        negated = false;
    }
    if terms.is_empty() || negated {
        return Err(invalid("A term is missing beside `OR` or `NOT`."));
    }
    Ok(terms)
}

/// Landscape's answer to a query it does not understand.
pub(crate) fn invalid(message: impl Into<String>) -> Refusal {
    Refusal::error(400, "InvalidQueryError", message)
}

/// The value as a number, or the answer that it is none.
pub(crate) fn number<T: std::str::FromStr>(value: &str) -> Result<T, Refusal> {
    value.parse().map_err(|_| invalid(format!("`{value}` is not a number.")))
}

/// `title:"a b"` is one word. It keeps its quotes: `"OR"` is none of the language's own words.
fn words(text: &str) -> Result<Vec<String>, Refusal> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for character in text.chars() {
        match (character, words.last_mut()) {
            (space, _) if space.is_whitespace() && !quoted => words.push(String::new()),
            (other, Some(word)) => {
                quoted ^= other == '"';
                word.push(other);
            }
            (_, None) => {}
        }
    }
    if quoted {
        return Err(invalid("A quote is missing."));
    }
    words.retain(|word| !word.is_empty());
    Ok(words)
}

/// The selector, if there is one before the first quote, and the value without its quotes.
fn split(word: &str) -> Result<(Option<&str>, String), Refusal> {
    let selector = word.split_once(':').filter(|(selector, _)| !selector.contains('"'));
    let (selector, value) = selector.map_or((None, word), |(selector, value)| (Some(selector), value));
    let value = value.replace('"', "");
    if value.is_empty() {
        return Err(invalid(format!("`{word}` lacks its value.")));
    }
    Ok((selector, value))
}
