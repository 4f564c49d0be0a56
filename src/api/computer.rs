//! Computers, as far as licensing needs them.

use serde::Deserialize;

use crate::api::id::ComputerId;

/// A computer registered with Landscape.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Computer {
    /// Its number.
    pub id: ComputerId,
    /// Its title in Landscape.
    #[serde(default)]
    pub title: Option<String>,
    /// Its name on the network.
    #[serde(default)]
    pub hostname: Option<String>,
    /// What is known of Ubuntu Pro on it; `null` where nothing is.
    #[serde(default)]
    pub ubuntu_pro_info: Option<UbuntuProInfo>,
}

/// The state of Ubuntu Pro on a computer. Every field but `attached` can be missing.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct UbuntuProInfo {
    /// Whether a token is attached: this decides, whatever the other fields say.
    #[serde(default)]
    pub attached: bool,
    /// When it ends: a text that may be `"n/a"`.
    #[serde(default)]
    pub expires: Option<String>,
}
