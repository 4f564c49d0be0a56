//! The state of Ubuntu Pro as a client tells it after a success: `pro status --format json`.

use serde::Deserialize;

use crate::api::id::ContractId;
use crate::words::{self, results};

/// The state of Ubuntu Pro on a computer, as far as it is told. Every field but `attached` can be missing.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct ProStatus {
    /// Whether a token is attached.
    pub attached: bool,
    #[serde(default)]
    contract: Option<Named>,
    #[serde(default)]
    services: Option<Vec<Service>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct Named {
    #[serde(default)]
    id: Option<String>,
    #[serde(default)]
    name: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct Service {
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    status: Option<String>,
    #[serde(default)]
    entitled: Option<String>,
}

impl ProStatus {
    /// Reads a text; nothing where it is no such state.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        if !text.starts_with('{') {
            return None;
        }
        serde_json::from_str(text).ok()
    }

    /// The contract that it is attached to, where it says which.
    pub fn contract_id(&self) -> Option<ContractId> {
        let id = self.contract.as_ref().filter(|_| self.attached)?.id.as_ref()?;
        (!id.is_empty()).then(|| ContractId(id.clone()))
    }

    /// In one sentence: to which contract it is attached.
    pub fn sentence(&self) -> String {
        if !self.attached {
            return results::NOT_ATTACHED_NOW.to_owned();
        }
        let contract = self.contract.as_ref();
        let filled = |text: Option<&String>| text.filter(|text| !text.is_empty()).cloned();
        let id = contract.and_then(|contract| filled(contract.id.as_ref()));
        let name = contract.and_then(|contract| filled(contract.name.as_ref()));
        match (name, id) {
            (Some(name), Some(id)) => results::attached_to_named(&name, &id),
            (Some(one), None) | (None, Some(one)) => results::attached_to(&one),
            (None, None) => results::ATTACHED.to_owned(),
        }
    }

    /// In one or two sentences: which services the contract covers, and which are enabled. Nothing where none is told.
    ///
    /// Landscape's client attaches without enabling any (`uaclient.py`, `auto_enable_services=False`).
    pub fn services_sentence(&self) -> Option<String> {
        let services = self.services.as_ref().filter(|_| self.attached)?;
        let names = |holds: fn(&Service) -> bool| {
            let names: Vec<_> =
                services.iter().filter(|service| holds(service)).filter_map(|service| service.name.clone()).collect();
            if names.is_empty() { words::results::NONE.to_owned() } else { names.join(", ") }
        };
        let entitled = names(|service| service.entitled.as_deref() == Some("yes"));
        let is_enabled = |service: &Service| service.status.as_deref() == Some("enabled");
        let enabled = names(is_enabled);
        let note = if services.iter().any(is_enabled) { "" } else { results::ENABLES_NONE };
        Some(format!("{} {note}", results::services(&entitled, &enabled)).trim_end().to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> ProStatus {
        ProStatus::read(text).expect("it is a state of Pro")
    }

    #[test]
    fn a_fresh_attachment_enables_nothing() {
        let status = read(
            r#"{"attached": true, "contract": {"id": "contract-id-3", "name": "Ubuntu Pro", "products": []}, "services": [
            {"name": "esm-infra", "status": "disabled", "entitled": "yes", "available": "yes"},
            {"name": "livepatch", "status": "n/a", "entitled": "yes"}, {"name": "ros", "entitled": "no"}]}"#,
        );
        assert_eq!(status.sentence(), "Attached to Ubuntu Pro (contract-id-3).");
        let services =
            "Services covered: esm-infra, livepatch. Enabled: none. Landscape attaches without enabling services.";
        assert_eq!(status.services_sentence().as_deref(), Some(services));
    }

    #[test]
    fn enabled_services_are_named() {
        let status = read(
            r#"{"attached": true, "contract": {"id": "c"}, "services": [{"name": "fips", "status": "enabled", "entitled": "yes"}]}"#,
        );
        assert_eq!(status.sentence(), "Attached to c.");
        assert_eq!(status.services_sentence().as_deref(), Some("Services covered: fips. Enabled: fips."));
    }

    #[test]
    fn what_is_missing_is_not_made_up() {
        assert_eq!(read(r#"{"attached": true}"#).sentence(), "Attached.");
        assert_eq!(read(r#"{"attached": true, "contract": {"id": "", "name": null}}"#).services_sentence(), None);
        let detached = read(r#"{"attached": false, "services": []}"#);
        assert_eq!((detached.sentence().as_str(), detached.services_sentence()), ("Not attached.", None));
    }

    #[test]
    fn another_text_is_no_state() {
        for text in ["", "null", "{}", "[]", "\"x\"", "{\"attached\": \"yes\"}", "attached"] {
            assert_eq!(ProStatus::read(text), None, "{text}");
        }
    }
}
