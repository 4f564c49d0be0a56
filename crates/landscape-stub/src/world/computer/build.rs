//! One word for each way a seeded computer differs from the plain one.

use crate::world::computer::{Client, Computer, Fault, License, ProInfo};

impl Computer {
    pub fn tag(mut self, tag: &str) -> Self {
        self.tags.push(tag.to_owned());
        self
    }

    pub fn group(self, access_group: &str) -> Self {
        Self { access_group: access_group.to_owned(), ..self }
    }

    pub fn release(self, distribution: &str) -> Self {
        Self { distribution: Some(distribution.to_owned()), ..self }
    }

    pub fn license(self, license: License) -> Self {
        Self { license, ..self }
    }

    pub fn pro(self, contract_id: &str) -> Self {
        self.license(License::Pro(contract_id.to_owned()))
    }

    pub fn cloud(self) -> Self {
        Self { is_cloud: true, ..self }
    }

    pub fn fips(self) -> Self {
        Self { has_fips: true, ..self }
    }

    pub fn fault(self, fault: Fault) -> Self {
        Self { fault: Some(fault), ..self }
    }

    pub fn info(self, pro_info: ProInfo) -> Self {
        Self { pro_info, ..self }
    }

    pub fn without_pro_info(self) -> Self {
        self.info(ProInfo::Absent)
    }

    pub fn inside(self, parent: u64) -> Self {
        Self { parent: Some(parent), ..self }
    }

    /// A Windows host has neither a distribution nor a Pro client.
    pub fn client(self, client: Client) -> Self {
        match client {
            Client::Windows => Self { client, distribution: None, pro_info: ProInfo::Absent, ..self },
            _ => Self { client, ..self },
        }
    }
}
