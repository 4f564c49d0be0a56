//! The languages of the tests, for WebKit: it takes its language from the C library, which must know it.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::setup::{Outcome, Step, apt};
use crate::{command, workspace};

pub const STEP: Step = Step { title: "the languages of the tests, for WebKit", run, by_hand };

/// Those that a scenario of the end-to-end tests may ask for.
const LANGUAGES: [&str; 2] = ["en_GB", "de_DE"];

/// What the languages are compiled from.
const SOURCES: &str = "/usr/share/i18n/locales";

fn run() -> Result<Outcome> {
    let missing: Vec<&str> = LANGUAGES.into_iter().filter(|language| !is_compiled(language)).collect();
    if missing.is_empty() {
        return Ok(Outcome::Present(LANGUAGES.join(", ")));
    }
    if command::find("localedef").is_none() || !PathBuf::from(SOURCES).exists() {
        apt::install(&["locales"])?;
    }
    fs::create_dir_all(workspace::locales()).context("making a folder for the languages")?;
    for language in &missing {
        command::run(command::host("localedef").args(arguments(language)))?;
    }
    Ok(Outcome::Installed(missing.join(", ")))
}

fn is_compiled(language: &str) -> bool {
    // The category that names the language.
    folder(language).join("LC_MESSAGES").exists()
}

fn folder(language: &str) -> PathBuf {
    workspace::locales().join(format!("{language}.UTF-8"))
}

fn arguments(language: &str) -> [String; 5] {
    let folder = folder(language).to_string_lossy().into_owned();
    ["-i".to_owned(), language.to_owned(), "-f".to_owned(), "UTF-8".to_owned(), folder]
}

fn by_hand() -> String {
    let commands = LANGUAGES.map(|language| format!("localedef {}", arguments(language).join(" ")));
    format!("{}; mkdir -p {}; {}", apt::by_hand(&["locales"]), workspace::locales().display(), commands.join("; "))
}
