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
    /// Why it failed, if it did.
    failure: Option<String>,
}

impl Report {
    /// Runs a step and goes on after a failure, so that one run tells all; returns whether it went well.
    pub fn step(&mut self, name: &'static str, run: impl FnOnce() -> Result<()>) -> bool {
        let start = Instant::now();
        let failure = run().err().map(|error| format!("{error:#}"));
        let went_well = failure.is_none();
        self.rows.push(Row { name, elapsed: start.elapsed(), failure });
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
        let line = |outcome: &str, name: &str, elapsed| {
            format!("    {outcome:6}  {name:width$}  {:>12}", output::duration(elapsed))
        };
        let mut lines: Vec<String> = self.rows.iter().map(|row| line(row.outcome(), row.name, row.elapsed)).collect();
        lines.push(line("", "total", total));
        lines.join("\n")
    }
}

impl Row {
    fn outcome(&self) -> &'static str {
        if self.failure.is_some() { "FAILED" } else { "ok" }
    }

    fn reason(&self) -> Option<String> {
        self.failure.as_ref().map(|reason| format!("{}: {reason}", self.name))
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
        let expected = "    ok      tests         0.0 s\n            total         0.0 s";
        assert_eq!(report.table(), expected);
    }
}
