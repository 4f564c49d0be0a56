//! An order in which what is alike stands side by side: it compresses better.

use std::collections::{HashMap, HashSet};

/// How many of those before are looked at for what a part has in common with them.
const BEFORE: usize = 4;
/// What a word counts for that the last of them has, and what share of that in the one before it: it is farther away.
const WORTH: usize = 1_000_000;
const FARTHER: (usize, usize) = (4, 5);
/// How many bytes are compared at once: about as many as brotli finds worth a reference.
const LENGTH: usize = 4;
/// How many words longer each is taken for, so that the shortest ones do not always come first.
const LONGER: usize = 10;

/// The places of `parts` in such an order; `kinds` tells the kind of each, of which several side by side are well too.
///
/// Each is followed by the one that has the most in common with it and the few before it, as a share of its own length.
#[must_use]
pub fn side_by_side(parts: &[&[u8]], kinds: &[u32]) -> Vec<usize> {
    let (words, parts_with) = words(parts);
    let mut is_left = vec![true; parts.len()];
    let mut common = vec![0; parts.len()];
    let mut order: Vec<usize> = Vec::with_capacity(parts.len());
    while order.len() < parts.len() {
        common.fill(0);
        let mut seen = HashSet::new();
        let mut worth = WORTH;
        for before in order.iter().rev().take(BEFORE) {
            for word in words[*before].iter().filter(|word| seen.insert(**word)) {
                parts_with[*word].iter().for_each(|part| common[*part] += worth);
            }
            worth = worth * FARTHER.0 / FARTHER.1;
        }
        let last = order.last();
        let share = |part: usize| {
            let is_of_kind = last.is_some_and(|last| kinds.get(*last) == kinds.get(part));
            (common[part] + usize::from(is_of_kind) * WORTH) / (words[part].len() + LONGER)
        };
        let left = (0..parts.len()).filter(|part| is_left[*part]);
        // Of equal ones the first, so that the order is the same each time.
        let next = left.rev().max_by_key(|part| share(*part));
        let Some(next) = next else { break };
        is_left[next] = false;
        order.push(next);
    }
    order
}

/// Of each part, which words of [`LENGTH`] bytes it has; and of each word, which parts have it.
fn words(parts: &[&[u8]]) -> (Vec<Vec<usize>>, Vec<Vec<usize>>) {
    let mut numbers = HashMap::new();
    let mut parts_with: Vec<Vec<usize>> = Vec::new();
    let mut words = Vec::with_capacity(parts.len());
    for (place, part) in parts.iter().enumerate() {
        let mut of_part = Vec::new();
        for word in part.windows(LENGTH) {
            let number = *numbers.entry(word).or_insert_with(|| {
                parts_with.push(Vec::new());
                parts_with.len() - 1
            });
            if parts_with[number].last() != Some(&place) {
                parts_with[number].push(place);
                of_part.push(number);
            }
        }
        words.push(of_part);
    }
    (words, parts_with)
}

#[cfg(test)]
mod tests {
    use super::side_by_side;

    fn order(parts: &[&str], kinds: &[u32]) -> Vec<usize> {
        side_by_side(&parts.iter().map(|part| part.as_bytes()).collect::<Vec<_>>(), kinds)
    }

    #[test]
    fn what_is_alike_stands_side_by_side() {
        assert_eq!(
            order(&["the first word", "something else", "the first words", "something other"], &[]),
            [0, 2, 1, 3]
        );
    }

    #[test]
    fn what_is_of_a_kind_stands_side_by_side_where_nothing_is_alike() {
        assert_eq!(order(&["aaaa", "bbbb", "cccc", "dddd"], &[1, 2, 1, 2]), [0, 2, 1, 3]);
    }

    #[test]
    fn each_is_there_once() {
        assert_eq!(order(&["", "", "a", "abcd", "abcde"], &[0; 5]).len(), 5);
        assert_eq!(order(&[], &[]), [0; 0]);
    }
}
