//! Whether tokens were really replaced.
//!
//! The Pro client answers a success, without doing anything, on a computer that is attached already (ubuntu-pro-client,
//! `full_token_attach`). So the contract of before is compared with the contract of afterwards.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::DateTime;

use crate::api::activity::Activity;
use crate::api::activity::status::Ending;
use crate::api::computer::Computer;
use crate::api::date::ApiDate;
use crate::api::id::{ComputerId, ContractId};
use crate::follow::children::Children;
use crate::follow::result::ProStatus;

/// Computers that had a token, with the contract that it belonged to as far as that was told.
pub type Before = BTreeMap<ComputerId, Option<ContractId>>;

/// As many minutes after a success as what Landscape knows of a computer may be older than it: clients tell it every 15
/// (landscape-client, `manager/ubuntuproinfo.py`), and clocks differ.
const LAG_MINUTES: i64 = 20;

/// What is known of each computer whose token was to be replaced. Each is in one place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verdicts {
    /// How many there are.
    pub total: usize,
    /// Those on another contract than before.
    pub changed: Vec<ComputerId>,
    /// Those on the same contract as before.
    pub unchanged: Vec<ComputerId>,
    /// Those that Landscape may tell more of later.
    pub not_known_yet: Vec<ComputerId>,
    /// Those whose contract of before was not told.
    pub not_known: Vec<ComputerId>,
    /// How many have not ended yet.
    pub to_come: usize,
    /// How many ended without a change, and say so.
    pub failed: usize,
}

/// What was learnt of computers afterwards.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    ended: HashMap<ComputerId, End>,
    told: HashMap<ComputerId, Told>,
}

/// How the activity on a computer ended.
#[derive(Clone, Debug, PartialEq, Eq)]
enum End {
    /// With this contract, as far as the computer told, at this time.
    Succeeded(Option<ContractId>, Option<DateTime>),
    /// Without a change: that is told elsewhere.
    Otherwise,
}

/// What Landscape said of a computer, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Told {
    contract: Option<ContractId>,
    at: DateTime,
}

/// What is known of one computer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    ToCome,
    Failed,
    Changed,
    Unchanged,
    NotKnownYet,
    NotKnown,
}

impl Evidence {
    /// Takes in what activities say of computers; whether any of it is new. Each success is read once: it is long.
    pub fn read(&mut self, before: &Before, children: &Children) -> bool {
        let mut is_new = false;
        for child in children.iter() {
            let Some(computer) = child.computer_id.filter(|id| before.contains_key(id)) else { continue };
            let Some(ending) = child.activity_status.ending() else { continue };
            if self.ended.contains_key(&computer) {
                continue;
            }
            self.ended.insert(computer, End::of(child, ending));
            is_new = true;
        }
        is_new
    }

    /// Takes in what Landscape says of computers at a time.
    pub fn hear(&mut self, computers: &[Computer], at: DateTime) {
        for computer in computers {
            let contract = computer.ubuntu_pro_info.as_ref().and_then(|info| info.contract_id()).cloned();
            self.told.insert(computer.id, Told { contract, at });
        }
    }

    /// What is known of each of those computers.
    pub fn judge(&self, before: &Before) -> Verdicts {
        let mut verdicts = Verdicts { total: before.len(), ..Verdicts::default() };
        for (id, contract) in before {
            match self.verdict(*id, contract.as_ref()) {
                Verdict::ToCome => verdicts.to_come += 1,
                Verdict::Failed => verdicts.failed += 1,
                Verdict::Changed => verdicts.changed.push(*id),
                Verdict::Unchanged => verdicts.unchanged.push(*id),
                Verdict::NotKnownYet => verdicts.not_known_yet.push(*id),
                Verdict::NotKnown => verdicts.not_known.push(*id),
            }
        }
        verdicts
    }

    fn verdict(&self, id: ComputerId, before: Option<&ContractId>) -> Verdict {
        let Some(end) = self.ended.get(&id) else { return Verdict::ToCome };
        let End::Succeeded(after, completed) = end else { return Verdict::Failed };
        let Some(before) = before else { return Verdict::NotKnown };
        if let Some(after) = after {
            return if after == before { Verdict::Unchanged } else { Verdict::Changed };
        }
        match self.told.get(&id) {
            Some(Told { contract: Some(contract), .. }) if contract != before => Verdict::Changed,
            Some(Told { contract: Some(_), at }) if is_fresh(*at, *completed) => Verdict::Unchanged,
            _ => Verdict::NotKnownYet,
        }
    }
}

impl End {
    fn of(child: &Activity, ending: Ending) -> Self {
        match ending {
            Ending::Failed | Ending::Canceled => Self::Otherwise,
            Ending::Succeeded => {
                let status = ProStatus::read(child.result_text.as_deref().unwrap_or_default());
                let contract = status.as_ref().and_then(ProStatus::contract_id);
                Self::Succeeded(contract, child.completion_time.as_ref().and_then(ApiDate::time))
            }
        }
    }
}

/// Whether what was said then was surely learnt after the success.
fn is_fresh(at: DateTime, completed: Option<DateTime>) -> bool {
    completed.is_some_and(|completed| at.duration_since(completed) >= jiff::SignedDuration::from_mins(LAG_MINUTES))
}

#[cfg(test)]
mod tests;
