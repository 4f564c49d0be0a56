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
        let mut alternatives = vec![Vec::new()];
        let mut negated = false;
        for word in words(text)? {
            match word.as_str() {
                "OR" => alternatives.push(Vec::new()),
                "AND" => {}
                "NOT" => negated = !negated,
                term => {
                    let (selector, value) = split(term);
                    let term = Term { negated, criterion: criterion(selector, value)? };
                    alternatives.last_mut().expect("there is always one").push(term);
                    negated = false;
                }
            }
        }
        Ok(Self { alternatives })
    }

    pub fn accepts(&self, accepts: impl Fn(&Criterion) -> bool) -> bool {
        let holds = |term: &Term<Criterion>| accepts(&term.criterion) != term.negated;
        self.alternatives.iter().any(|terms| terms.iter().all(holds))
    }
}

/// Landscape's answer to a query it does not understand.
pub(crate) fn invalid(message: impl Into<String>) -> Refusal {
    Refusal::error(400, "InvalidQueryError", message)
}

/// The value as a number, or the answer that it is none.
pub(crate) fn number<T: std::str::FromStr>(value: &str) -> Result<T, Refusal> {
    value.parse().map_err(|_| invalid(format!("`{value}` is not a number.")))
}

/// `title:"a b"` is one word; the quotes fall away.
fn words(text: &str) -> Result<Vec<String>, Refusal> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for character in text.chars() {
        match (character, words.last_mut()) {
            ('"', _) => quoted = !quoted,
            (space, _) if space.is_whitespace() && !quoted => words.push(String::new()),
            (other, Some(word)) => word.push(other),
            (_, None) => {}
        }
    }
    if quoted {
        return Err(invalid("A quote is missing."));
    }
    words.retain(|word| !word.is_empty());
    Ok(words)
}

fn split(term: &str) -> (Option<&str>, &str) {
    match term.split_once(':') {
        Some((selector, value)) => (Some(selector), value),
        None => (None, term),
    }
}
