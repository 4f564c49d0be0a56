//! Several steps one after the other, and what came of each.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::output;

/// Collects what came of the steps of a long command.
#[derive(Default)]
pub struct Report {
    rows: Vec<Row>,
}

struct Row {
    name: &'static str,
    elapsed: Duration,
    /// What there is to say of it, or why it failed.
    outcome: Result<String, String>,
}

impl Report {
    /// Runs a step and goes on after a failure, so that one run tells all; returns whether it went well.
    pub fn step(&mut self, name: &'static str, run: impl FnOnce() -> Result<()>) -> bool {
        self.step_with_remark(name, || run().map(|()| String::new()))
    }

    /// Runs a step in the same way; `run` returns what the table is to say of it.
    pub fn step_with_remark(&mut self, name: &'static str, run: impl FnOnce() -> Result<String>) -> bool {
        let start = Instant::now();
        let outcome = run().map_err(|error| format!("{error:#}"));
        let went_well = outcome.is_ok();
        self.rows.push(Row { name, elapsed: start.elapsed(), outcome });
        went_well
    }

    /// Prints the table of all steps; fails if one of them failed.
    pub fn finish(&self) -> Result<()> {
        output::heading("summary");
        output::line(self.table());
        self.verdict()
    }

    /// Fails if a step failed, with each reason. It prints nothing, so that a test of it leaves no false alarm behind.
    fn verdict(&self) -> Result<()> {
        let failures: Vec<String> = self.rows.iter().filter_map(Row::reason).collect();
        if failures.is_empty() {
            return Ok(());
        }
        bail!("{} of {} steps failed:\n  {}", failures.len(), self.rows.len(), failures.join("\n  "));
    }

    fn table(&self) -> String {
        let total: Duration = self.rows.iter().map(|row| row.elapsed).sum();
        let width = self.rows.iter().map(|row| row.name.len()).max().unwrap_or(0).max("total".len());
        let line = |verdict: &str, name: &str, elapsed, remark: &str| {
            let line = format!("    {verdict:6}  {name:width$}  {:>12}  {remark}", output::duration(elapsed));
            line.trim_end().to_owned()
        };
        let row = |row: &Row| line(row.verdict(), row.name, row.elapsed, row.remark());
        let mut lines: Vec<String> = self.rows.iter().map(row).collect();
        lines.push(line("", "total", total, ""));
        lines.join("\n")
    }
}

impl Row {
    fn verdict(&self) -> &'static str {
        if self.outcome.is_ok() { "ok" } else { "FAILED" }
    }

    /// One line of what came of it.
    fn remark(&self) -> &str {
        let (Ok(text) | Err(text)) = &self.outcome;
        text.lines().next().unwrap_or_default()
    }

    fn reason(&self) -> Option<String> {
        self.outcome.as_ref().err().map(|reason| format!("{}: {reason}", self.name))
    }
}

#[cfg(test)]
mod tests {
    use anyhow::bail;

    use crate::report::Report;

    #[test]
    fn a_failure_is_told_at_the_end_and_the_rest_goes_on() {
        let mut report = Report::default();
        assert!(!report.step("format", || bail!("a line is too long")));
        assert!(report.step("tests", || Ok(())));
        let error = report.verdict().expect_err("one step failed");
        assert_eq!(error.to_string(), "1 of 2 steps failed:\n  format: a line is too long");
    }

    #[test]
    fn the_table_has_a_line_for_every_step_and_the_total() {
        let mut report = Report::default();
        report.step("tests", || Ok(()));
        report.step_with_remark("e2e", || Ok("7 passed".to_owned()));
        report.step("tidy", || bail!("a line is too long\nthis one"));
        let expected = "    ok      tests         0.0 s
    ok      e2e           0.0 s  7 passed
    FAILED  tidy          0.0 s  a line is too long
            total         0.0 s";
        assert_eq!(report.table(), expected);
    }
}
