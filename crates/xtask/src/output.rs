//! What the commands say in the terminal; nothing else here writes to it.

use std::fmt::Display;
use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

use anyhow::Result;

/// Prints one line.
pub fn line(text: impl Display) {
    // A reader that went away (`| head`) is no reason to fail.
    let _ = writeln!(std::io::stdout().lock(), "{text}");
}

/// Prints the heading of a step.
pub fn heading(title: &str) {
    let (bold, plain) = if std::io::stdout().is_terminal() { ("\x1b[1m", "\x1b[0m") } else { ("", "") };
    line(format_args!("\n{bold}==> {title}{plain}"));
}

/// Prints why a command failed, with the causes below it.
pub fn failure(error: &anyhow::Error) {
    let mut stderr = std::io::stderr().lock();
    let _ = writeln!(stderr, "\nerror: {error}");
    for cause in error.chain().skip(1) {
        let _ = writeln!(stderr, "  because: {cause}");
    }
}

/// Runs one step under its heading and prints how long it took; `run` returns a remark about what came of it.
pub fn step(title: &str, run: impl FnOnce() -> Result<String>) -> Result<()> {
    heading(title);
    let start = Instant::now();
    let result = run();
    let elapsed = duration(start.elapsed());
    match &result {
        Ok(remark) if remark.is_empty() => line(format_args!("    done in {elapsed}")),
        Ok(remark) => line(format_args!("    {remark} ({elapsed})")),
        Err(_) => line(format_args!("    FAILED after {elapsed}")),
    }
    result.map(drop)
}

/// An elapsed time as people say it.
pub fn duration(elapsed: Duration) -> String {
    let seconds = elapsed.as_secs();
    if seconds < 60 {
        format!("{:.1} s", elapsed.as_secs_f64())
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use crate::output::duration;

    #[test]
    fn durations_under_a_minute_show_tenths() {
        assert_eq!(duration(Duration::from_millis(2_340)), "2.3 s");
    }

    #[test]
    fn longer_durations_show_minutes_and_seconds() {
        assert_eq!(duration(Duration::from_secs(125)), "2 min 05 s");
    }
}
