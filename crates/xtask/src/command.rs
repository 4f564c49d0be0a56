//! Starting other programs: in the workspace's root, with its own tools first, and with a clear word when they fail.

use std::ffi::{OsStr, OsString};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

use anyhow::{Context, Result, bail};

use crate::{output, toolchain, workspace};

/// Set by the cargo that started this program, and wrong for the programs that it starts.
const INHERITED: [&str; 5] = ["CARGO", "RUSTC", "RUSTDOC", "CARGO_MANIFEST_DIR", "CARGO_MANIFEST_PATH"];

/// A program with the active toolchain, for everything that runs on this machine.
pub fn host(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(workspace::root()).env("PATH", search_path()).stdin(Stdio::null());
    for name in INHERITED {
        command.env_remove(name);
    }
    command
}

/// A program with the toolchain that can build for WebAssembly.
pub fn wasm(program: impl AsRef<OsStr>) -> Result<Command> {
    let mut command = host(program);
    toolchain::find()?.apply(&mut command);
    Ok(command)
}

/// The search path of every program started here: this project's tools before the user's.
pub fn search_path() -> OsString {
    search_path_with(None)
}

/// The search path with one more folder between this project's tools and the user's.
pub fn search_path_with(folder: Option<&Path>) -> OsString {
    let wrappers = workspace::root().join("crates/xtask/programs");
    let own = [wrappers, workspace::tools().join("bin"), workspace::node_modules().join(".bin")];
    let inherited = std::env::var_os("PATH").unwrap_or_default();
    let all = own.into_iter().chain(folder.map(Path::to_path_buf)).chain(std::env::split_paths(&inherited));
    std::env::join_paths(all).unwrap_or_else(|_| inherited.clone())
}

/// Where the search path has `program`, if it has it.
pub fn find(program: &str) -> Option<PathBuf> {
    std::env::split_paths(&search_path()).map(|folder| folder.join(program)).find(|path| path.is_file())
}

/// Runs a command to its end, its output going straight to the terminal.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| cannot_start(command))?;
    if status.success() {
        return Ok(());
    }
    match status.code() {
        Some(code) => bail!("`{}` failed with exit code {code}", describe(command)),
        None => bail!("`{}` was ended by a signal", describe(command)),
    }
}

/// Runs a command to its end, passes on what it writes line by line, and returns it with how the command ended.
pub fn relay(command: &mut Command) -> Result<(ExitStatus, String)> {
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| cannot_start(command))?;
    let mut all = String::new();
    for line in child.stdout.take().into_iter().flat_map(|output| BufReader::new(output).lines()) {
        let line = line.with_context(|| format!("reading what `{}` writes", describe(command)))?;
        output::line(&line);
        all += &line;
        all.push('\n');
    }
    let status = child.wait().with_context(|| format!("waiting for `{}`", describe(command)))?;
    Ok((status, all))
}

/// Runs a command to its end and returns what it wrote.
pub fn read(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| cannot_start(command))?;
    if !output.status.success() {
        let errors = String::from_utf8_lossy(&output.stderr);
        bail!("`{}` failed ({}): {}", describe(command), output.status, errors.trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The command as a person would type it.
pub fn describe(command: &Command) -> String {
    let program = Path::new(command.get_program()).as_os_str();
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

fn cannot_start(command: &Command) -> String {
    format!("could not start `{}`; is it installed? (`cargo xtask setup`)", describe(command))
}

#[cfg(test)]
mod tests {
    use crate::command::{describe, find, host, read, relay, run};

    #[test]
    fn a_failing_command_is_named_with_its_exit_code() {
        let error = run(host("sh").args(["-c", "exit 7"])).expect_err("exit 7 is a failure");
        assert_eq!(error.to_string(), "`sh -c exit 7` failed with exit code 7");
    }

    #[test]
    fn what_is_passed_on_is_also_returned() {
        let (status, text) = relay(host("sh").args(["-c", "echo passed on by a test; exit 3"])).expect("sh starts");
        assert_eq!((status.code(), text.as_str()), (Some(3), "passed on by a test\n"));
    }

    #[test]
    fn a_missing_program_points_to_setup() {
        let error = read(&mut host("no-such-program-here")).expect_err("there is no such program");
        assert!(error.to_string().contains("cargo xtask setup"), "{error}");
    }

    #[test]
    fn programs_are_found_on_the_search_path() {
        assert!(find("sh").is_some());
        assert!(find("no-such-program-here").is_none());
    }

    #[test]
    fn a_command_is_described_as_typed() {
        assert_eq!(describe(host("npm").arg("ci")), "npm ci");
    }
}
