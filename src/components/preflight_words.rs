//! What a check has found, in words.

use crate::components::computer_ids_field::COMPUTER_IDS;
use crate::components::form::Problem;
use crate::computer_ids::print;
use crate::preflight::check::{Hindrance, Unchecked};
use crate::preflight::plan::{Standing, Unresolved};
use crate::words::preflight::{self, groups};

/// How many computers there are of a group, and what they are.
pub fn title(standing: Standing, many: usize) -> String {
    match standing {
        Standing::Attaches => groups::without_token(many),
        Standing::Replaces | Standing::Detaches => groups::with_token(many),
        Standing::NotAttached => groups::nothing_to_detach(many),
        Standing::Unmanageable => groups::unmanageable(many),
        Standing::Unlisted => groups::unlisted(many),
        Standing::Unread => groups::unread(many),
    }
}

/// Why a check gave nothing, in a sentence.
pub fn reason(why: &Unchecked) -> String {
    match why {
        Unchecked::Failed(error) => error.to_string(),
        Unchecked::Stopped => preflight::STOPPED.to_owned(),
    }
}

/// Why nothing can be sent, told at the field.
pub fn problem_of(hindrance: &Hindrance) -> Problem {
    let message = match hindrance {
        Hindrance::Unresolved(hostnames) => unresolved(hostnames),
        Hindrance::NoLookUp(why) => preflight::no_look_up(&reason(why)),
        Hindrance::NothingLeft => preflight::NONE_LEFT.to_owned(),
    };
    Problem::new(COMPUTER_IDS, message)
}

fn unresolved(hostnames: &[Unresolved]) -> String {
    let (mut missing, mut sentences) = (Vec::new(), Vec::new());
    for hostname in hostnames {
        match hostname {
            Unresolved::Missing(name) => missing.push(name.clone()),
            Unresolved::Ambiguous(name, ids) => sentences.push(preflight::ambiguous(name, &print(ids))),
        }
    }
    if !missing.is_empty() {
        sentences.insert(0, preflight::missing(&missing));
    }
    sentences.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::id::ComputerId;

    #[test]
    fn hostnames_that_are_wrong_are_named() {
        let twins = Unresolved::Ambiguous("twin".to_owned(), vec![ComputerId(46), ComputerId(47)]);
        let gone = |name: &str| Unresolved::Missing(name.to_owned());
        let problem = problem_of(&Hindrance::Unresolved(vec![gone("a"), twins, gone("b")]));
        assert_eq!(
            problem.message,
            "No computer of this account has these hostnames: “a”, “b”. Several computers have the hostname “twin”: enter the ID of one of them (46, 47)."
        );
    }
}
