//! Programs that run beside a command and end with it, however it ends.

use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::command;

/// Starts the program in its own process group, with a watcher that ends the group once our end of the pipe closes:
/// that happens even when this process is killed.
const WATCHED: &str = r#"exec 3<&0; { read -r _ <&3; kill -TERM 0; } & exec "$@" 3<&- </dev/null"#;

/// How long a program may take to end when told to.
const PATIENCE: Duration = Duration::from_secs(5);

/// A running program; dropping it ends it and what it started.
pub struct Background {
    name: String,
    child: Child,
}

impl Background {
    /// Starts `program`, with its output going to `output`.
    pub fn start(program: &Command, output: Stdio) -> Result<Self> {
        let name = command::describe(program);
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
        shell.stdin(Stdio::piped()).stdout(output).process_group(0);
        let child = shell.spawn().with_context(|| format!("starting `{name}`"))?;
        Ok(Self { name, child })
    }

    /// Waits until something listens on the loopback `port`, as long as the program lives.
    pub fn wait_for_port(&mut self, port: u16, limit: Duration) -> Result<()> {
        let start = Instant::now();
        while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
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

    /// Waits until the program ends by itself.
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

#[cfg(test)]
mod tests {
    use std::process::Stdio;
    use std::time::{Duration, Instant};

    use crate::background::Background;
    use crate::command::host;

    #[test]
    fn dropping_a_background_program_ends_it() {
        let start = Instant::now();
        drop(Background::start(host("sleep").arg("60"), Stdio::null()).expect("sleep starts"));
        assert!(start.elapsed() < Duration::from_secs(4));
    }

    #[test]
    fn a_program_that_ends_at_once_is_not_waited_for() {
        let mut program = Background::start(host("sh").args(["-c", "exit 3"]), Stdio::null()).expect("sh starts");
        let port = crate::stub::free_port().expect("a port is free");
        let error = program.wait_for_port(port, Duration::from_secs(10)).expect_err("nothing listens");
        assert!(error.to_string().contains("ended at once"), "{error}");
    }
}
