//! What pressing the form's button would do, worked out of what is named, what is known and what the person chose.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use serde::{Deserialize, Serialize};

use crate::api::activity::ProRequest;
use crate::api::id::{ComputerId, ContractId};
use crate::preflight::facts::{Known, Management, Risk};
use crate::preflight::mention::{self, Mention, Mentions};
use crate::rollout::order::Order;

/// What becomes of a computer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Standing {
    /// It has no token, and gets one.
    Attaches,
    /// It has a token, which is replaced.
    Replaces,
    /// It has a token, which is taken away.
    Detaches,
    /// It has no token that could be taken away.
    NotAttached,
    /// Pro management is off on it: it cannot carry it out.
    Unmanageable,
    /// The server lists none with this id, and says so itself when it is asked.
    Unlisted,
    /// The server lists it, and what it says of it cannot be read: nothing is known.
    Unread,
}

impl Standing {
    const ALL: [Self; 7] = [
        Self::Attaches,
        Self::Replaces,
        Self::Detaches,
        Self::NotAttached,
        Self::Unmanageable,
        Self::Unlisted,
        Self::Unread,
    ];

    fn of(id: ComputerId, known: &Known, request: ProRequest) -> Self {
        match (known.of(id), request) {
            (None, _) if known.is_unread(id) => Self::Unread,
            (None, _) => Self::Unlisted,
            _ if known.is_unmanageable(id) => Self::Unmanageable,
            (Some(facts), ProRequest::Attach) if facts.is_attached => Self::Replaces,
            (Some(_), ProRequest::Attach) => Self::Attaches,
            (Some(facts), ProRequest::Detach) if facts.is_attached => Self::Detaches,
            (Some(_), ProRequest::Detach) => Self::NotAttached,
        }
    }

    /// Whether it is left out unless the person wants it kept.
    pub fn is_left_out(self) -> bool {
        matches!(self, Self::NotAttached | Self::Unmanageable)
    }

    /// Whether its computers have a token.
    pub fn has_token(self) -> bool {
        matches!(self, Self::Replaces | Self::Detaches)
    }
}

/// The groups that are sent although they would be left out.
pub type Keeps = BTreeSet<Standing>;

/// Computers of which the same becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What becomes of them.
    pub standing: Standing,
    /// All of them, in the order of their mention.
    pub computers: Vec<ComputerId>,
    /// How many of them the next press sends.
    pub now: usize,
}

/// A hostname that stands for no one computer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unresolved {
    /// No computer has it.
    Missing(String),
    /// Several have it.
    Ambiguous(String, Vec<ComputerId>),
}

/// Computers that are left out, by what they are.
pub type LeftOut = Vec<(Standing, Vec<ComputerId>)>;

/// What is sent, and what becomes of the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parcel {
    /// What is sent.
    pub order: Order,
    /// Those that are left out for good.
    pub left_out: LeftOut,
    /// What stays in the form, for the next stage.
    pub rest: Vec<Mention>,
}

impl Parcel {
    /// The first of those that are named by their ids, where nothing is known of them.
    pub fn unchecked(mentions: &Mentions, first: Option<usize>) -> Self {
        let ids: Vec<_> = mentions.ids().collect();
        let (now, rest) = ids.split_at(first.unwrap_or(ids.len()).min(ids.len()));
        let order = Order { computer_ids: now.to_vec(), duplicates: mentions.duplicates, replaced: BTreeMap::new() };
        Self { order, left_out: Vec::new(), rest: rest.iter().copied().map(Mention::Id).collect() }
    }

    /// What stays in the form, as a text.
    pub fn rest_text(&self) -> String {
        mention::print(&self.rest)
    }
}

/// What pressing the button would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What is asked of the computers.
    pub request: ProRequest,
    /// All computers that are named, by what becomes of them.
    pub groups: Vec<Group>,
    /// The contracts of those whose token is replaced or taken away, with how many there are of each.
    pub contracts: Vec<(Option<ContractId>, usize)>,
    /// Hostnames that must be mended first.
    pub unresolved: Vec<Unresolved>,
    /// What is known to go wrong, on which of those that are detached now.
    pub risks: Vec<(Risk, Vec<ComputerId>)>,
    /// Whether the server could not say which computers can carry it out.
    pub is_management_unknown: bool,
    /// What the next press sends, and what it does not.
    pub parcel: Parcel,
}

/// What a press leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// There are hostnames to mend.
    Mend,
    /// Nothing would be sent.
    Nothing,
    /// It can be sent as it is.
    Send,
    /// The person must be asked first.
    Ask,
}

impl Plan {
    /// Works it out. `first` limits what is sent to so many, the first of those that are named.
    pub fn of(request: ProRequest, mentions: &Mentions, known: &Known, keeps: &Keeps, first: Option<usize>) -> Self {
        let (entries, unresolved, duplicates) = resolve(mentions, known);
        let standing = |id| Standing::of(id, known, request);
        let entries: Vec<_> = entries.into_iter().map(|(mention, id)| (mention, id, standing(id))).collect();
        let is_sent = |standing: Standing| !standing.is_left_out() || keeps.contains(&standing);
        let stage = stage(&entries, is_sent, first);
        let (now, rest) = entries.split_at(stage);
        let (sent, left_out): (Vec<Entry<'_>>, Vec<_>) = now.iter().partition(|(_, _, standing)| is_sent(*standing));
        let order = Order {
            computer_ids: sent.iter().map(|(_, id, _)| *id).collect(),
            duplicates,
            replaced: if request == ProRequest::Attach { replaced(&sent, known) } else { BTreeMap::new() },
        };
        let risks = if request == ProRequest::Detach { risks(&order.computer_ids, known) } else { Vec::new() };
        Self {
            request,
            groups: groups(&entries, &sent),
            contracts: contracts(&entries, known),
            unresolved,
            risks,
            is_management_unknown: known.management == Management::Unknown,
            parcel: Parcel {
                order,
                left_out: by_standing(&left_out),
                rest: rest.iter().map(|(mention, _, _)| (*mention).clone()).collect(),
            },
        }
    }

    /// How many computers are named.
    pub fn total(&self) -> usize {
        self.groups.iter().map(|group| group.computers.len()).sum()
    }

    /// How many of those that are sent lose the token that they have for another.
    pub fn replaced_count(&self) -> usize {
        self.parcel.order.replaced.len()
    }

    /// What a press leads to: detaching is always asked about, attaching where not all is plain.
    pub fn verdict(&self) -> Verdict {
        let is_known = self.groups.iter().all(|group| group.standing != Standing::Unread || group.now == 0);
        let is_plain = self.replaced_count() == 0 && self.parcel.left_out.is_empty() && is_known;
        match self.request {
            _ if !self.unresolved.is_empty() => Verdict::Mend,
            _ if self.parcel.order.computer_ids.is_empty() => Verdict::Nothing,
            ProRequest::Attach if is_plain => Verdict::Send,
            ProRequest::Attach | ProRequest::Detach => Verdict::Ask,
        }
    }
}

type Entry<'a> = (&'a Mention, ComputerId, Standing);

/// The computer of each mention, each once, and how many further mentions of them there were.
fn resolve<'a>(mentions: &'a Mentions, known: &Known) -> (Vec<(&'a Mention, ComputerId)>, Vec<Unresolved>, usize) {
    let (mut entries, mut unresolved, mut duplicates) = (Vec::new(), Vec::new(), mentions.duplicates);
    let mut seen = HashSet::new();
    for mention in &mentions.all {
        let id = match mention {
            Mention::Id(id) => *id,
            Mention::Hostname(name) => match known.with_hostname(name) {
                [only] => *only,
                [] => {
                    unresolved.push(Unresolved::Missing(name.clone()));
                    continue;
                }
                several => {
                    unresolved.push(Unresolved::Ambiguous(name.clone(), several.to_vec()));
                    continue;
                }
            },
        };
        if seen.insert(id) {
            entries.push((mention, id));
        } else {
            duplicates += 1;
        }
    }
    (entries, unresolved, duplicates)
}

/// How many entries the next press is about: all, or those up to the last of the first so many that are sent.
fn stage(entries: &[Entry<'_>], is_sent: impl Fn(Standing) -> bool, first: Option<usize>) -> usize {
    let Some(first) = first else { return entries.len() };
    let sent = || entries.iter().enumerate().filter(|(_, (_, _, standing))| is_sent(*standing));
    match (sent().nth(first.saturating_sub(1)), sent().nth(first)) {
        (Some((last, _)), Some(_)) => last + 1,
        _ => entries.len(),
    }
}

fn replaced(sent: &[Entry<'_>], known: &Known) -> BTreeMap<ComputerId, Option<ContractId>> {
    let facts = sent.iter().filter_map(|(_, id, _)| Some((*id, known.of(*id)?)));
    facts.filter(|(_, facts)| facts.is_attached).map(|(id, facts)| (id, facts.contract.clone())).collect()
}

fn risks(sent: &[ComputerId], known: &Known) -> Vec<(Risk, Vec<ComputerId>)> {
    let has = |id: &ComputerId, risk| known.of(*id).is_some_and(|facts| facts.is_attached && facts.has(risk));
    let of = |risk| (risk, sent.iter().copied().filter(|id| has(id, risk)).collect::<Vec<_>>());
    Risk::ALL.map(of).into_iter().filter(|(_, computers)| !computers.is_empty()).collect()
}

fn groups(entries: &[Entry<'_>], sent: &[Entry<'_>]) -> Vec<Group> {
    let group = |(standing, computers)| {
        let now = sent.iter().filter(|(_, _, other)| *other == standing).count();
        Group { standing, computers, now }
    };
    by_standing(entries).into_iter().map(group).collect()
}

fn by_standing(entries: &[Entry<'_>]) -> LeftOut {
    let of = |standing: Standing| {
        let those = entries.iter().filter(|(_, _, other)| *other == standing);
        (standing, those.map(|(_, id, _)| *id).collect::<Vec<_>>())
    };
    Standing::ALL.map(of).into_iter().filter(|(_, computers)| !computers.is_empty()).collect()
}

/// The largest first, and those that name no contract last.
fn contracts(entries: &[Entry<'_>], known: &Known) -> Vec<(Option<ContractId>, usize)> {
    let mut counted: BTreeMap<Option<&ContractId>, usize> = BTreeMap::new();
    for (_, id, _) in entries.iter().filter(|(_, _, standing)| standing.has_token()) {
        *counted.entry(known.of(*id).and_then(|facts| facts.contract.as_ref())).or_default() += 1;
    }
    let mut counted: Vec<_> = counted.into_iter().map(|(contract, many)| (contract.cloned(), many)).collect();
    counted.sort_by_key(|(contract, many)| (contract.is_none(), std::cmp::Reverse(*many)));
    counted
}

#[cfg(test)]
mod tests;
