//! The commands of `docs/hosting.md` for Apache, with Debian's own configuration, in a copy of it.

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

use e2e::{Server, folder::Folder, guide};
use libtest_mimic::Trial;

use crate::trial;

const SHIPPED: &str = include_str!("../../../../deploy/apache/landscape-licensing.conf");
const HOST: &str = "<VirtualHost *:80>";

/// The test of a server whose guide has commands.
pub fn trials(server: Server) -> impl Iterator<Item = Trial> {
    let commands = (server == Server::Apache).then(|| trial("commands", server, "of-the-guide", guide_is_followed));
    commands.into_iter()
}

fn guide_is_followed() {
    let folder = Folder::new("apache-guide");
    let configuration = folder.path().join("apache2");
    let copied = Command::new("cp").arg("--archive").arg("/etc/apache2").arg(&configuration).status();
    assert!(copied.expect("cp is there").success());
    for module in ["headers.load", "rewrite.load"] {
        // Whoever had them already has not to be told to add them.
        let _ = fs::remove_file(configuration.join("mods-enabled").join(module));
    }
    fs::write(configuration.join("conf-available/landscape-licensing.conf"), SHIPPED).expect("the copy can be written");
    let site = configuration.join("sites-available/000-default.conf");
    let host = fs::read_to_string(&site).expect("Debian has a first site");
    assert_eq!(host.matches(HOST).count(), 1);
    let include = guide::block("apache", "Include conf-available/");
    fs::write(&site, host.replace(HOST, &format!("{HOST}\n{include}"))).expect("the copy can be written");

    let enable = guide::block("sh", "a2enmod");
    let (check, reload) = guide::block("sh", "configtest").split_once('\n').expect("the guide has two commands");
    assert_eq!(reload, "sudo systemctl reload apache2", "this alone is not run here");
    assert!(!run(check, &configuration).status.success(), "without its modules Apache takes the file");
    for command in [enable, check] {
        let output = run(command, &configuration);
        assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

/// Runs a command of the guide on another configuration than the system's.
fn run(command: &str, configuration: &Path) -> Output {
    let command = command.strip_prefix("sudo ").expect("the guide's commands are the administrator's");
    let mut shell = Command::new("sh");
    shell.args(["-c", command]).env("APACHE_CONFDIR", configuration);
    shell.env("APACHE_STATEDIR", configuration.join("state"));
    shell.output().expect("there is a shell")
}
