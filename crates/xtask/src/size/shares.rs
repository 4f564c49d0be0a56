//! Which crates, generic functions and modules of the app the code comes from.

use std::collections::HashMap;

use crate::size::module::Function;

/// The app's own paths begin with this.
const OWN: &str = "landscape_licensing::";

/// What several functions have in common, how many they are, and how long their code is together.
#[derive(PartialEq, Eq, Debug)]
pub struct Share {
    /// What they have in common.
    pub name: String,
    /// How many they are.
    pub functions: usize,
    /// How long their code is.
    pub bytes: usize,
}

/// By the crate that wrote them: of a method, the one that wrote the trait.
pub fn by_crate(functions: &[Function]) -> Vec<Share> {
    sum(functions, |name| Some(path(name).split("::").next().unwrap_or_default().to_owned()))
}

/// By the function that was written once and made for each type.
pub fn by_function(functions: &[Function]) -> Vec<Share> {
    sum(functions, |name| Some(path(name)))
}

/// By the module of the app that they were written in or made for: the first that their name tells.
pub fn by_module(functions: &[Function]) -> Vec<Share> {
    sum(functions, |name| {
        let own = &name[name.find(OWN)? + OWN.len()..];
        let end = own.find(|letter: char| !(letter.is_alphanumeric() || letter == '_' || letter == ':'));
        let segments = own[..end.unwrap_or(own.len())].split("::");
        let is_module = |segment: &&str| segment.starts_with(|letter: char| letter.is_lowercase());
        Some(segments.take_while(is_module).take(2).collect::<Vec<_>>().join("::"))
    })
}

fn sum(functions: &[Function], key: impl Fn(&str) -> Option<String>) -> Vec<Share> {
    let mut shares: HashMap<String, (usize, usize)> = HashMap::new();
    for function in functions {
        if let Some(name) = key(&function.name) {
            let (functions, bytes) = shares.entry(name).or_default();
            *functions += 1;
            *bytes += function.bytes;
        }
    }
    let shares = shares.into_iter().map(|(name, (functions, bytes))| Share { name, functions, bytes });
    let mut shares: Vec<Share> = shares.collect();
    shares.sort_by(|one, other| other.bytes.cmp(&one.bytes).then_with(|| one.name.cmp(&other.name)));
    shares
}

/// The path of a function without the types that it was made for; of a method, that of its trait or else of its type.
fn path(name: &str) -> String {
    let Some(inner) = name.strip_prefix('<') else { return without_types(name) };
    let (receiver, rest) = inner.split_at(end_of_types(inner).unwrap_or(inner.len()));
    let receiver = top_level(receiver, " as ").map_or(receiver, |place| &receiver[place + " as ".len()..]);
    // A type within a type: `<<A as B>::C>::method`.
    let receiver = if receiver.starts_with('<') { path(receiver) } else { without_types(receiver) };
    receiver.trim_start_matches(['&', '*', '(', '[']).trim_start_matches("mut ").trim_start_matches("dyn ").to_owned()
        + &without_types(rest.strip_prefix('>').unwrap_or(rest))
}

/// Where the bracket that is open at the beginning of the text is closed.
fn end_of_types(text: &str) -> Option<usize> {
    levels(text).find_map(|(place, letter, level)| (letter == '>' && level < 0).then_some(place))
}

/// Where `word` is, outside of all brackets.
fn top_level(text: &str, word: &str) -> Option<usize> {
    levels(text).find_map(|(place, _, level)| (level == 0 && text[place..].starts_with(word)).then_some(place))
}

fn without_types(text: &str) -> String {
    let outside = levels(text).filter(|(_, letter, level)| *level == 0 && *letter != '>').map(|(_, letter, _)| letter);
    outside.collect::<String>().replace("::::", "::").trim_end_matches("::").to_owned()
}

/// Each character with its place, and how many brackets of types are open behind it. The arrow of a function closes none.
fn levels(text: &str) -> impl Iterator<Item = (usize, char, i32)> {
    let mut level = 0;
    let mut before = ' ';
    text.char_indices().map(move |(place, letter)| {
        match letter {
            '<' => level += 1,
            '>' if before != '-' => level -= 1,
            _ => {}
        }
        before = letter;
        (place, letter, level)
    })
}

#[cfg(test)]
mod tests {
    use crate::size::module::Function;
    use crate::size::shares::{by_crate, by_function, by_module, path};

    #[test]
    fn a_generic_function_is_one_whatever_it_is_made_for() {
        for (name, expected) in [
            ("core::fmt::write", "core::fmt::write"),
            ("core::ptr::drop_in_place::<alloc::vec::Vec<app::Row>>", "core::ptr::drop_in_place"),
            ("<app::View as tachys::Render>::build", "tachys::Render::build"),
            ("<app::View<fn(u8) -> u8> as tachys::Render<app::Dom>>::build::<u8>", "tachys::Render::build"),
            ("<alloc::vec::Vec<u8>>::push::<u8>", "alloc::vec::Vec::push"),
            (
                "<<app::A as app::B>::C as core::ops::FnOnce<()>>::call_once::{closure#0}",
                "core::ops::FnOnce::call_once::{closure#0}",
            ),
            ("<dyn app::Error>::is", "app::Error::is"),
            ("__wasm_call_ctors", "__wasm_call_ctors"),
        ] {
            assert_eq!(path(name), expected, "{name}");
        }
    }

    #[test]
    fn shares_are_sums_and_the_largest_comes_first() {
        let function = |name: &str, bytes| Function { name: name.to_owned(), bytes };
        let functions = [
            function("core::fmt::write", 5),
            function("tachys::build::<landscape_licensing::pages::attach::form::Form>", 7),
            function("<landscape_licensing::pages::attach::Page>::new", 1),
            function("tachys::build::<u8>", 2),
        ];
        let shares = |shares: Vec<super::Share>| -> Vec<(String, usize, usize)> {
            shares.into_iter().map(|share| (share.name, share.functions, share.bytes)).collect()
        };
        let share = |name: &str, functions, bytes| (name.to_owned(), functions, bytes);
        assert_eq!(
            shares(by_crate(&functions)),
            [share("tachys", 2, 9), share("core", 1, 5), share("landscape_licensing", 1, 1)]
        );
        assert_eq!(shares(by_function(&functions))[0], share("tachys::build", 2, 9));
        assert_eq!(shares(by_module(&functions)), [share("pages::attach", 2, 8)]);
    }
}
