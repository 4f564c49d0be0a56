use jiff::Timestamp;
use serde_json::{Value, json};

use crate::world::{Account, clock::written, pro_info};

mod build;

/// A computer registered with Landscape.
#[derive(Debug, Clone)]
pub(crate) struct Computer {
    pub id: u64,
    pub title: String,
    pub hostname: String,
    pub tags: Vec<String>,
    pub access_group: String,
    /// `24.04`; `None` for Windows.
    pub distribution: Option<String>,
    pub last_ping: Option<Timestamp>,
    /// The Windows host of a WSL instance.
    pub parent: Option<u64>,
    pub client: Client,
    pub license: License,
    /// Whether it is an instance in a cloud. Those with Pro attach themselves again when they start.
    pub is_cloud: bool,
    pub has_fips: bool,
    /// Whether the services of its contract were enabled; attaching by Landscape enables none.
    pub has_services: bool,
    pub fault: Option<Fault>,
    pub pro_info: ProInfo,
}

/// What the Landscape client on a computer can do about Ubuntu Pro.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Client {
    Manageable,
    /// Manageable, but never there to take a request.
    Offline,
    /// Older than 25.10.
    TooOld,
    Snap,
    Core,
    /// `ProManagement` is missing from the client's `include_manager_plugins`.
    WithoutProManagement,
    /// A Windows host of WSL instances.
    Windows,
}

/// How a computer is licensed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum License {
    Unlicensed,
    Pro(String),
    FreePro,
    Legacy(u64),
}

/// Why the client of this computer does not do what it is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Fails whatever Pro request it gets.
    LockHeld,
    /// Fails whatever Pro request it gets.
    NoConnection,
    /// Attached, it answers another token with success and keeps its own, as the Pro client does by itself
    /// (`full_token_attach` of ubuntu-pro-client).
    KeepsToken,
}

/// How much the computer tells in `ubuntu_pro_info`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ProInfo {
    Full,
    /// `attached` and nothing else.
    Sparse,
    /// With an error reported by the Pro client.
    WithErrors,
    /// `null`, as from a client that never reported.
    Absent,
}

impl Computer {
    pub fn new(id: u64, hostname: impl Into<String>, title: impl Into<String>) -> Self {
        Self {
            id,
            title: title.into(),
            hostname: hostname.into(),
            tags: Vec::new(),
            access_group: "global".to_owned(),
            distribution: Some("24.04".to_owned()),
            last_ping: None,
            parent: None,
            client: Client::Manageable,
            license: License::Unlicensed,
            is_cloud: false,
            has_fips: false,
            has_services: true,
            fault: None,
            pro_info: ProInfo::Full,
        }
    }

    /// Attaching is "only available for client versions 25.10 and newer" (license management, `POST /attach-token`).
    pub fn can_be_attached(&self) -> bool {
        matches!(self.client, Client::Manageable | Client::Offline)
    }

    pub fn can_be_detached(&self) -> bool {
        self.can_be_attached() && self.is_attached()
    }

    pub fn is_attached(&self) -> bool {
        matches!(self.license, License::Pro(_) | License::FreePro)
    }

    /// One element of `GET /computers`.
    pub fn to_json(&self, account: &Account) -> Value {
        let mut computer = self.summary(account);
        computer["children"] = self.children(account).into_iter().map(|child| child.summary(account)).collect();
        let parent = self.parent.and_then(|id| account.computers.get(&id));
        computer["parent"] = parent.map_or(Value::Null, |parent| parent.summary(account));
        computer
    }

    /// Only Windows hosts have any: looking through all computers for each of the others would take its time.
    fn children<'account>(&self, account: &'account Account) -> Vec<&'account Self> {
        match self.client {
            Client::Windows => account.computers.values().filter(|other| other.parent == Some(self.id)).collect(),
            _ => Vec::new(),
        }
    }

    /// The keys are those that Landscape's dashboard knows; the documentation shows an empty object only.
    fn cloud_metadata(&self) -> Value {
        if !self.is_cloud {
            return json!({});
        }
        json!({
            "ami-id": "ami-0a1b2c3d4e5f60718",
            "instance-id": format!("i-{:017x}", self.id),
            "instance-type": "m5.large",
        })
    }

    /// What is shown of a computer within its relatives.
    fn summary(&self, account: &Account) -> Value {
        json!({
            "access_group": self.access_group,
            "clone_id": null,
            "cloud_instance_metadata": self.cloud_metadata(),
            "comment": "",
            "container_info": null,
            "distribution": self.distribution,
            "hostname": self.hostname,
            "id": self.id,
            "is_wsl_instance": self.parent.is_some(),
            "last_exchange_time": null,
            "last_ping_time": self.last_ping.map(written),
            "reboot_required_flag": false,
            "tags": self.tags,
            "title": self.title,
            "total_memory": 7936,
            "total_swap": 2048,
            "ubuntu_pro_info": pro_info::of(self, account),
            "update_manager_prompt": "lts",
            "vm_info": null,
        })
    }
}
