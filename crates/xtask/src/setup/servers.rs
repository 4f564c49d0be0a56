//! The web servers that `cargo xtask e2e --server` starts. Debian's packages would run them as services: none is started, now
//! or with the computer.

use std::path::Path;

use anyhow::{Context, Result};

use crate::command;
use crate::setup::{Outcome, Step, apt};

pub const APACHE: Step = Step {
    title: "Apache, for the tests",
    run: || have(&APACHE_SERVER),
    by_hand: || apt::by_hand(APACHE_SERVER.packages),
};

pub const CADDY: Step = Step {
    title: "Caddy, for the tests",
    run: || have(&CADDY_SERVER),
    by_hand: || apt::by_hand(CADDY_SERVER.packages),
};

pub const NGINX: Step = Step {
    title: "nginx, for the tests",
    run: || have(&NGINX_SERVER),
    by_hand: || apt::by_hand(NGINX_SERVER.packages),
};

pub const HAPROXY: Step = Step {
    title: "HAProxy, for the tests",
    run: || have(&HAPROXY_SERVER),
    by_hand: || apt::by_hand(HAPROXY_SERVER.packages),
};

/// A program, the packages that bring it, and the service that they would start.
struct Server {
    program: &'static str,
    packages: &'static [&'static str],
    service: Option<&'static str>,
}

/// With Debian's configuration and the commands for it, which the guide for hosting uses.
const APACHE_SERVER: Server =
    Server { program: "/usr/sbin/a2enmod", packages: &["apache2", "media-types"], service: Some("apache2.service") };
const CADDY_SERVER: Server = Server { program: "/usr/bin/caddy", packages: &["caddy"], service: Some("caddy.service") };
const NGINX_SERVER: Server =
    Server { program: "/usr/sbin/nginx", packages: &["nginx-light"], service: Some("nginx.service") };
const HAPROXY_SERVER: Server =
    Server { program: "/usr/sbin/haproxy", packages: &["haproxy"], service: Some("haproxy.service") };

/// What asks Debian's scripts not to start any service.
const POLICY: &str = "/usr/sbin/policy-rc.d";
const FORBIDDEN: &str = "#!/bin/sh\nexit 101\n";

fn have(server: &Server) -> Result<Outcome> {
    if Path::new(server.program).exists() {
        return Ok(Outcome::Present(server.program.to_owned()));
    }
    let is_ours = forbid_services()?;
    let installed = apt::install(server.packages).and_then(|()| stay_off(server));
    if is_ours {
        command::run(apt::as_root("rm")?.args(["-f", POLICY]))?;
    }
    installed.map(|()| Outcome::Installed(server.packages.join(", ")))
}

/// Forbids them, and says whether they were allowed before.
fn forbid_services() -> Result<bool> {
    if Path::new(POLICY).exists() {
        return Ok(false);
    }
    let policy = std::env::temp_dir().join(format!("policy-rc.d-{}", std::process::id()));
    std::fs::write(&policy, FORBIDDEN).with_context(|| format!("writing {}", policy.display()))?;
    let installed = command::run(apt::as_root("install")?.args(["-m", "755"]).arg(&policy).arg(POLICY));
    // What is left of it, the system takes away.
    let _ = std::fs::remove_file(&policy);
    installed.map(|()| true)
}

/// Keeps the service from being started with the computer, where there is something that would.
fn stay_off(server: &Server) -> Result<()> {
    match server.service {
        Some(service) if command::find("systemctl").is_some() => {
            command::run(apt::as_root("systemctl")?.args(["disable", service]))
        }
        _ => Ok(()),
    }
}
