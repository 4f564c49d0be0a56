//! How to read what is needed with the fewest requests.

use crate::api::computer::IDS_AT_ONCE;
use crate::preflight::mention::Mentions;

/// As many computers as are read in one request where everything is read.
pub const PAGE_LENGTH: usize = 1_000;
/// So many requests are made without asking first whether there is a shorter way.
const FEW: usize = 4;
/// As many computers as are asked for their Pro management one by one.
const ONE_BY_ONE: usize = 20;

/// How the computers of a text are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// By their ids and hostnames, many in a request.
    ByMention,
    /// Every computer there is, page by page.
    WholeFleet,
}

/// How many requests it takes to read computers by their ids and hostnames.
pub fn requests_by_mention(mentions: &Mentions) -> usize {
    mentions.ids().count().div_ceil(IDS_AT_ONCE) + mentions.hostnames().count().div_ceil(IDS_AT_ONCE)
}

/// How many requests it takes to read so many computers page by page.
pub fn pages(computers: usize) -> usize {
    computers.div_ceil(PAGE_LENGTH).max(1)
}

/// Whether it is worth asking how many computers there are.
pub fn is_worth_counting(mentions: &Mentions) -> bool {
    requests_by_mention(mentions) > FEW
}

/// The shorter way, where there are so many computers in all.
pub fn way(mentions: &Mentions, fleet: usize) -> Way {
    if pages(fleet) < requests_by_mention(mentions) { Way::WholeFleet } else { Way::ByMention }
}

/// Whether so few computers were found that each is asked for by itself.
pub fn is_one_by_one(found: usize) -> bool {
    found <= ONE_BY_ONE
}

/// Whether the list of those with Pro management on is shorter than that of those with it off.
pub fn is_list_of_on_shorter(on: usize, off: usize) -> bool {
    on < off
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(many: usize) -> Mentions {
        Mentions::parse(&(1..=many).map(|id| id.to_string()).collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn a_few_are_read_without_counting_first() {
        assert!(!is_worth_counting(&ids(200)));
        assert!(is_worth_counting(&ids(201)));
        let names = (0..151).map(|name| format!("host-{name}")).collect::<Vec<_>>().join(" ");
        assert!(is_worth_counting(&Mentions::parse(&format!("{names} 1"))));
    }

    #[test]
    fn the_way_with_fewer_requests_is_taken() {
        assert_eq!(way(&ids(5_000), 48), Way::WholeFleet);
        assert_eq!(way(&ids(20_000), 20_000), Way::WholeFleet);
        assert_eq!(way(&ids(1_000), 20_000), Way::ByMention);
        assert_eq!(way(&ids(1_001), 20_000), Way::WholeFleet);
        assert_eq!(way(&ids(300), usize::MAX), Way::ByMention);
    }

    #[test]
    fn pro_management_is_read_of_the_shorter_list() {
        assert!(is_one_by_one(20) && !is_one_by_one(21));
        assert!(!is_list_of_on_shorter(19_000, 1_000) && is_list_of_on_shorter(1, 19_999));
    }
}
