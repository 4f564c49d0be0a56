use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::token::Tokens;

pub(crate) mod activity;
pub(crate) mod client_words;
pub(crate) mod clock;
pub(crate) mod computer;
pub(crate) mod contract;
pub(crate) mod license;
pub(crate) mod lifecycle;
pub(crate) mod pro_info;
pub(crate) mod saved_search;
pub(crate) mod user;

use crate::world::{activity::Activity, clock::Clock, computer::Computer, contract::Contract, license::LegacyLicense};

/// Everything the stand-in knows.
pub(crate) struct World {
    pub clock: Clock,
    pub tokens: Tokens,
    /// Never empty; the first is the default one.
    pub accounts: Vec<Account>,
}

/// One Landscape account: nothing is shared between two of them.
#[derive(Default)]
pub(crate) struct Account {
    pub name: String,
    pub title: String,
    pub contracts: Vec<Contract>,
    pub licenses: Vec<LegacyLicense>,
    pub computers: BTreeMap<u64, Computer>,
    pub activities: BTreeMap<u64, Activity>,
    pub next_activity_id: u64,
}

impl World {
    pub fn default_account(&self) -> &Account {
        &self.accounts[0]
    }

    pub fn account(&self, name: &str) -> Option<&Account> {
        self.accounts.iter().find(|account| account.name == name)
    }

    /// The account as it is by now, and the time it is.
    pub fn settled_account(&mut self, name: &str) -> Option<(&mut Account, Timestamp)> {
        let now = self.clock.now();
        let account = self.accounts.iter_mut().find(|account| account.name == name)?;
        account.settle(now);
        Some((account, now))
    }
}

impl Account {
    /// The contract that a Pro token belongs to. Which one a real token belongs to only Canonical's contract server
    /// knows; here it is the first one that never ends, or else the last.
    pub fn contract_of_token(&self) -> Option<&Contract> {
        self.contracts.iter().find(|contract| contract.is_endless()).or(self.contracts.last())
    }

    pub fn contract(&self, contract_id: &str) -> Option<&Contract> {
        self.contracts.iter().find(|contract| contract.contract_id == contract_id)
    }

    pub fn license(&self, id: u64) -> Option<&LegacyLicense> {
        self.licenses.iter().find(|license| license.id == id)
    }
}
