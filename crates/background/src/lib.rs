//! Programs that run beside a command or a test and end with it, however it ends.

use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// Starts the program in its own process group, with a watcher that ends the group once our end of the pipe closes:
/// that happens even when this process is killed. The watcher holds no output: that ends with the program.
const WATCHED: &str = r#"exec 3<&0; { read -r _ <&3; kill -TERM 0; } >&- & exec "$@" 3<&- </dev/null"#;

/// How long a program may take to end when told to.
const PATIENCE: Duration = Duration::from_secs(5);

/// Where the output of a program goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Output {
    /// To the terminal, with the errors.
    Shown,
    /// To [`Background::first_line`]; the errors to the terminal.
    Read,
    /// Nowhere, and the errors too.
    Hidden,
}

/// A running program; dropping it ends it and what it started.
#[derive(Debug)]
pub struct Background {
    name: String,
    child: Child,
}

impl Background {
    /// Starts `program`.
    ///
    /// # Errors
    /// When it cannot be started.
    pub fn start(program: &Command, output: Output) -> Result<Self> {
        let name = program.get_program().to_string_lossy().into_owned();
        let mut shell = Command::new("sh");
        shell.args(["-c", WATCHED, "sh"]).arg(program.get_program()).args(program.get_args());
        for (key, value) in program.get_envs() {
            match value {
                Some(value) => shell.env(key, value),
                None => shell.env_remove(key),
            };
        }
        if let Some(folder) = program.get_current_dir() {
            shell.current_dir(folder);
        }
        match output {
            Output::Shown => {}
            Output::Read => {
                shell.stdout(Stdio::piped());
            }
            Output::Hidden => {
                shell.stdout(Stdio::null()).stderr(Stdio::null());
            }
        }
        shell.stdin(Stdio::piped()).process_group(0);
        let child = shell.spawn().with_context(|| format!("starting `{name}`"))?;
        Ok(Self { name, child })
    }

    /// Waits until something listens on the loopback `port`, as long as the program lives.
    ///
    /// # Errors
    /// When the program ends before, or takes longer than `limit`.
    pub fn wait_for_port(&mut self, port: u16, limit: Duration) -> Result<()> {
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if let Some(status) = self.child.try_wait()? {
                bail!("`{}` ended at once ({status})", self.name);
            }
            if start.elapsed() > limit {
                bail!("`{}` did not listen on port {port} within {} s", self.name, limit.as_secs());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }

    /// Waits for the first line of a program whose output is to be read, and returns it.
    ///
    /// # Errors
    /// When the program ends without one.
    pub fn first_line(&mut self) -> Result<String> {
        let mut line = String::new();
        if let Some(output) = self.child.stdout.take() {
            BufReader::new(output).read_line(&mut line)?;
        }
        if line.is_empty() {
            bail!("`{}` said nothing", self.name);
        }
        Ok(line.trim().to_owned())
    }

    /// Waits until the program ends by itself.
    ///
    /// # Errors
    /// When it fails.
    pub fn wait(&mut self) -> Result<()> {
        // Not `Child::wait`, which would close the pipe and so wake the watcher.
        let status = loop {
            match self.child.try_wait()? {
                Some(status) => break status,
                None => std::thread::sleep(Duration::from_millis(200)),
            }
        };
        if !status.success() {
            bail!("`{}` failed ({status})", self.name);
        }
        Ok(())
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        // Closing the pipe wakes the watcher.
        drop(self.child.stdin.take());
        let start = Instant::now();
        while matches!(self.child.try_wait(), Ok(None)) {
            if start.elapsed() > PATIENCE {
                // It may just have ended by itself; then there is nothing to end.
                let _ = self.child.kill();
                let _ = self.child.wait();
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

/// A loopback port that nothing listens on.
///
/// # Errors
/// When there is none.
pub fn free_port() -> Result<u16> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).context("looking for a free port")?;
    Ok(listener.local_addr()?.port())
}

#[cfg(test)]
mod tests {
    use std::process::Command;
    use std::time::{Duration, Instant};

    use crate::{Background, Output, free_port};

    #[test]
    fn dropping_a_background_program_ends_it() {
        let start = Instant::now();
        drop(Background::start(Command::new("sleep").arg("60"), Output::Hidden).expect("sleep starts"));
        assert!(start.elapsed() < Duration::from_secs(4));
    }

    #[test]
    fn a_program_that_ends_at_once_is_not_waited_for() {
        let mut program =
            Background::start(Command::new("sh").args(["-c", "exit 3"]), Output::Hidden).expect("sh starts");
        let port = free_port().expect("a port is free");
        let error = program.wait_for_port(port, Duration::from_secs(10)).expect_err("nothing listens");
        assert!(error.to_string().contains("ended at once"), "{error}");
    }

    #[test]
    fn the_first_line_of_a_program_is_read() {
        let mut program =
            Background::start(Command::new("sh").args(["-c", "echo :7; sleep 60"]), Output::Read).expect("sh starts");
        assert_eq!(program.first_line().expect("there is a line"), ":7");
        let mut silent = Background::start(&Command::new("true"), Output::Read).expect("true starts");
        assert!(silent.first_line().is_err());
    }
}
