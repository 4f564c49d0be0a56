//! What is known of the computers that a person names: as little as the plan needs, for they may be 20,000.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::api::computer::Computer;
use crate::api::id::{ComputerId, ContractId};
use crate::api::page::List;
use crate::api::row::Unreadable;
use crate::preflight::mention::{Mention, Mentions, folded};

/// What is read is true for so long: clients tell the state of Pro every 15 minutes, but people attach at any time.
const FRESH_MILLISECONDS: i64 = 60_000;

/// Something that is known to go wrong when a computer is detached, or right after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Risk {
    /// Services of Pro are enabled: all of them get disabled.
    Services,
    /// The service `landscape` is enabled: it gets disabled too, and the computer may drop out of Landscape.
    Landscape,
    /// FIPS is enabled: the computer may not come back after a reboot.
    Fips,
    /// A cloud runs it: it may attach itself again.
    Cloud,
}

impl Risk {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Services, Self::Landscape, Self::Fips, Self::Cloud];

    fn is_of(self, computer: &Computer) -> bool {
        let has_enabled = |name| computer.ubuntu_pro_info.as_ref().is_some_and(|info| info.has_enabled(name));
        match self {
            Self::Services => has_enabled(""),
            Self::Landscape => has_enabled("landscape"),
            Self::Fips => has_enabled("fips"),
            Self::Cloud => computer.is_in_cloud,
        }
    }
}

/// What is known of one computer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// What to call it; empty where it has neither title nor hostname.
    pub name: Arc<str>,
    /// Whether a Pro token is attached.
    pub is_attached: bool,
    /// The contract of that token, where it says one.
    pub contract: Option<ContractId>,
    risks: [bool; Risk::ALL.len()],
}

impl Facts {
    fn of(computer: &Computer) -> Self {
        let info = computer.ubuntu_pro_info.as_ref().filter(|info| info.attached);
        Self {
            name: computer.name().unwrap_or_default().into(),
            is_attached: computer.is_attached(),
            contract: info.and_then(|info| info.contract_id()).cloned(),
            risks: Risk::ALL.map(|risk| risk.is_of(computer)),
        }
    }

    /// Whether a risk is the computer's.
    pub fn has(&self, risk: Risk) -> bool {
        Risk::ALL.iter().zip(self.risks).any(|(known, is_there)| is_there && *known == risk)
    }
}

/// Whether it is known which computers can attach and detach.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Management {
    /// The server does not understand the question.
    #[default]
    Unknown,
    /// It was asked; these have Pro management off.
    OffOn(HashSet<ComputerId>),
}

/// What was read of the computers of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    computers: HashMap<ComputerId, Facts>,
    asked: HashSet<ComputerId>,
    hostnames: HashMap<String, Vec<ComputerId>>,
    unread: HashSet<ComputerId>,
    unreadable: Vec<Unreadable>,
    /// Which of them can attach and detach.
    pub management: Management,
    read_at: i64,
}

impl Known {
    /// Nothing is known yet of the computers that are asked for now.
    pub fn begin(mentions: &Mentions, now: i64) -> Self {
        Self {
            asked: mentions.ids().collect(),
            hostnames: mentions.hostnames().map(|name| (folded(name), Vec::new())).collect(),
            read_at: now,
            ..Self::default()
        }
    }

    /// Takes those computers that were asked for; others are passed over.
    pub fn take(&mut self, computers: impl IntoIterator<Item = Computer>) {
        for computer in computers {
            let namesakes = self.hostnames.get_mut(&folded(computer.hostname.as_deref().unwrap_or_default()));
            if let Some(namesakes) = namesakes {
                if !namesakes.contains(&computer.id) {
                    namesakes.push(computer.id);
                }
            } else if !self.asked.contains(&computer.id) {
                continue;
            }
            self.computers.insert(computer.id, Facts::of(&computer));
        }
    }

    /// Takes what came.
    pub fn take_list(&mut self, list: List<Computer>) {
        self.take(list.results);
        self.take_unreadable(list.unreadable);
    }

    /// Takes note of those that could not be read, but for those that give the id of another one that nobody asked for.
    fn take_unreadable(&mut self, rows: impl IntoIterator<Item = Unreadable>) {
        for row in rows {
            let id = row.computer_id();
            if id.is_none_or(|id| self.asked.contains(&id)) {
                self.unread.extend(id);
                self.unreadable.push(row);
            }
        }
    }

    /// Those that could not be read.
    pub fn unreadable(&self) -> &[Unreadable] {
        &self.unreadable
    }

    /// Whether the server lists a computer, and what it says of it could not be read.
    pub fn is_unread(&self, id: ComputerId) -> bool {
        self.unread.contains(&id) && !self.computers.contains_key(&id)
    }

    /// What is known of a computer; `None` where the server lists none with its id.
    pub fn of(&self, id: ComputerId) -> Option<&Facts> {
        self.computers.get(&id)
    }

    /// Those that were found.
    pub fn found(&self) -> impl Iterator<Item = ComputerId> {
        self.computers.keys().copied()
    }

    /// The computers with a hostname.
    pub fn with_hostname(&self, name: &str) -> &[ComputerId] {
        self.hostnames.get(&folded(name)).map_or(&[], Vec::as_slice)
    }

    /// Whether a computer certainly cannot attach and detach.
    pub fn is_unmanageable(&self, id: ComputerId) -> bool {
        matches!(&self.management, Management::OffOn(computers) if computers.contains(&id))
    }

    /// Whether every computer of a text was asked for.
    pub fn covers(&self, mentions: &Mentions) -> bool {
        mentions.all.iter().all(|mention| match mention {
            Mention::Id(id) => self.asked.contains(id) || self.computers.contains_key(id),
            Mention::Hostname(name) => self.hostnames.contains_key(&folded(name)),
        })
    }

    /// Whether it is new enough to act upon.
    pub fn is_fresh(&self, now: i64) -> bool {
        (0..FRESH_MILLISECONDS).contains(&(now - self.read_at))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn computer(value: serde_json::Value) -> Computer {
        serde_json::from_value(value).expect("it is a computer")
    }

    fn named(id: i64, hostname: &str) -> Computer {
        computer(json!({"id": id, "title": format!("Title {id}"), "hostname": hostname}))
    }

    #[test]
    fn only_those_that_were_asked_for_are_kept() {
        let mut known = Known::begin(&Mentions::parse("1, 2, twin, gone"), 0);
        known.take([named(1, "a"), named(3, "b"), named(46, "TWIN"), named(47, "twin"), named(48, "twins")]);
        known.take([named(46, "twin")]);
        let mut found: Vec<_> = known.found().map(|id| id.0).collect();
        found.sort_unstable();
        assert_eq!(found, [1, 46, 47]);
        assert_eq!(known.with_hostname("Twin"), [ComputerId(46), ComputerId(47)]);
        assert_eq!(known.with_hostname("gone"), []);
        assert!(known.of(ComputerId(2)).is_none());
        assert_eq!(known.of(ComputerId(1)).map(|facts| facts.name.as_ref()), Some("Title 1"));
    }

    #[test]
    fn what_could_not_be_read_is_noted_where_it_was_asked_for_or_may_have_been() {
        let row = |id: Option<&str>| Unreadable { place: 1, id: id.map(str::to_owned), reason: "odd".to_owned() };
        let mut known = Known::begin(&Mentions::parse("1, 2, birch"), 0);
        known.take([named(2, "b")]);
        known.take_unreadable([row(Some("1")), row(Some("2")), row(Some("3")), row(Some("x")), row(None)]);
        assert_eq!(known.unreadable().len(), 4);
        let unread = [1, 2, 3].map(|id| known.is_unread(ComputerId(id)));
        assert_eq!(unread, [true, false, false], "the second could be read elsewhere");
    }

    #[test]
    fn an_empty_hostname_is_nobodys() {
        let mut known = Known::begin(&Mentions::parse("1"), 0);
        known.take([named(48, "")]);
        assert_eq!(known.found().count(), 0);
    }

    #[test]
    fn what_is_mentioned_less_is_covered_and_what_is_mentioned_anew_is_not() {
        let mut known = Known::begin(&Mentions::parse("1, 2, birch"), 0);
        known.take([named(7, "birch")]);
        for (text, expected) in [("2, 1, Birch", true), ("", true), ("7", true), ("1, 3", false), ("oak", false)] {
            assert_eq!(known.covers(&Mentions::parse(text)), expected, "{text}");
        }
    }

    #[test]
    fn facts_are_fresh_for_a_minute() {
        let known = Known::begin(&Mentions::default(), 100_000);
        let fresh = [99_999, 100_000, 159_999, 160_000].map(|now| known.is_fresh(now));
        assert_eq!(fresh, [false, true, true, false]);
    }

    #[test]
    fn risks_are_those_of_what_is_enabled() {
        let facts = Facts::of(&computer(json!({
            "id": 1, "cloud_instance_metadata": {"provider": "aws"},
            "ubuntu_pro_info": {"attached": true, "contract": {"id": "c-1"}, "services": [
                {"name": "fips-updates", "status": "enabled"}, {"name": "landscape", "status": "disabled"}]},
        })));
        assert_eq!(Risk::ALL.map(|risk| facts.has(risk)), [true, false, true, true]);
        assert_eq!((facts.is_attached, facts.contract), (true, Some(ContractId("c-1".to_owned()))));
        let facts =
            Facts::of(&computer(json!({"id": 1, "ubuntu_pro_info": {"attached": false, "contract": {"id": "c-1"}}})));
        assert_eq!((facts.is_attached, facts.contract.clone(), facts.has(Risk::Services)), (false, None, false));
    }
}
