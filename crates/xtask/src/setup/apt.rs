//! Debian packages.

use std::process::Command;
use std::sync::Once;

use anyhow::{Context, Result, bail};

use crate::command;

/// Installs `packages`, after refreshing the lists once.
pub fn install(packages: &[&str]) -> Result<()> {
    static REFRESHED: Once = Once::new();
    if command::find("apt-get").is_none() {
        bail!("this system has no apt-get to install {} with", packages.join(" "));
    }
    let mut refresh = Ok(());
    REFRESHED.call_once(|| refresh = as_root("apt-get").and_then(|mut apt| command::run(apt.args(["update", "-q"]))));
    let install = command::run(
        as_root("apt-get")?
            .env("DEBIAN_FRONTEND", "noninteractive")
            .args(["install", "--no-install-recommends", "--yes", "-q"])
            .args(packages),
    );
    // Lists that could not be refreshed matter only when the packages cannot be had either.
    match refresh {
        Err(error) if install.is_err() => Err(error).context("the package lists could not be refreshed"),
        _ => install,
    }
}

/// The command a person would type to install `packages`.
pub fn by_hand(packages: &[&str]) -> String {
    format!("sudo apt-get update && sudo apt-get install --no-install-recommends {}", packages.join(" "))
}

/// `program` with root's rights, or an error where they are not to be had without asking.
pub fn as_root(program: &str) -> Result<Command> {
    let user = command::read(command::host("id").arg("-u"))?;
    if user.trim() == "0" {
        return Ok(command::host(program));
    }
    if command::find("sudo").is_some() && command::read(command::host("sudo").args(["-n", "true"])).is_ok() {
        let mut sudo = command::host("sudo");
        sudo.args(["-n", program]);
        return Ok(sudo);
    }
    bail!("`{program}` needs root, and this user is not root nor may use sudo without a password");
}
