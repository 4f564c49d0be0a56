//! The figures as a table to read, and as JSON.

use std::{collections::BTreeMap, fmt};

use e2e::speed::Spread;
use serde_json::{Map, Value, json};

/// What is measured of several pages in the same way.
pub struct Section {
    /// What it is.
    pub title: String,
    /// What its figures are, such as `ms`.
    pub unit: &'static str,
    /// What was measured, line by line.
    pub lines: Vec<Line>,
}

/// One thing that was measured.
pub struct Line {
    /// What it is.
    pub name: String,
    /// Of each page, by its name.
    pub spreads: Vec<(&'static str, Spread)>,
    /// What is wanted, where it is.
    pub limit: Option<Limit>,
}

/// What is wanted of the first page.
#[derive(Clone, Copy)]
pub enum Limit {
    /// No more than this.
    Most(f64),
    /// No more than so many times the figure of the second page.
    Times(f64),
}

impl Line {
    /// How many times the figure of another page the first one is.
    fn ratio(&self, place: usize) -> Option<f64> {
        let ((_, first), (_, other)) = (self.spreads.first()?, self.spreads.get(place)?);
        (other.median > 0.0).then(|| first.median / other.median)
    }

    fn holds(&self) -> Option<bool> {
        let (_, first) = self.spreads.first()?;
        match self.limit? {
            Limit::Most(most) => Some(first.median <= most),
            Limit::Times(times) => self.ratio(1).map(|ratio| ratio <= times),
        }
    }
}

impl Section {
    /// A section of pages that were measured alike. `limit` says what is wanted of a line.
    pub fn of(
        title: &str,
        pages: &[(&'static str, BTreeMap<String, Spread>)],
        limit: impl Fn(&str) -> Option<Limit>,
    ) -> Self {
        let names = pages.first().into_iter().flat_map(|(_, spreads)| spreads.keys());
        let line = |name: &String| {
            let of = |(page, spreads): &(&'static str, BTreeMap<String, Spread>)| Some((*page, *spreads.get(name)?));
            Line { name: name.clone(), spreads: pages.iter().filter_map(of).collect(), limit: limit(name) }
        };
        Self { title: title.to_owned(), unit: "ms", lines: names.map(line).collect() }
    }

    /// For programs.
    pub fn json(&self) -> Value {
        let line = |line: &Line| {
            let spread = |(page, it): &(&str, Spread)| {
                ((*page).to_owned(), json!({ "median": it.median, "least": it.least, "most": it.most }))
            };
            let mut object: Map<String, Value> = line.spreads.iter().map(spread).collect();
            object.insert("unit".to_owned(), json!(self.unit));
            object.insert(
                "ratios".to_owned(),
                json!((1..line.spreads.len()).map(|it| line.ratio(it)).collect::<Vec<_>>()),
            );
            object.insert("holds".to_owned(), json!(line.holds()));
            (line.name.clone(), Value::Object(object))
        };
        self.lines.iter().map(line).collect::<Map<_, _>>().into()
    }
}

impl fmt::Display for Section {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter, "\n## {}, in {}\n", self.title, self.unit)?;
        let pages: Vec<&str> =
            self.lines.first().map(|it| it.spreads.iter().map(|(page, _)| *page).collect()).unwrap_or_default();
        let ratios = pages.iter().skip(1).map(|page| format!("times {page}"));
        let heads: Vec<String> = pages.iter().map(|page| (*page).to_owned()).chain(ratios).collect();
        writeln!(formatter, "| | {} | wanted |", heads.join(" | "))?;
        writeln!(formatter, "| --- |{} --- |", " --- |".repeat(heads.len()))?;
        for line in &self.lines {
            let spreads = line.spreads.iter().map(|(_, spread)| spread.to_string());
            let ratios = (1..line.spreads.len())
                .map(|place| line.ratio(place).map_or_else(String::new, |it| format!("{it:.2}")));
            let cells: Vec<String> = spreads.chain(ratios).collect();
            writeln!(formatter, "| {} | {} | {} |", line.name, cells.join(" | "), Wanted(line))?;
        }
        Ok(())
    }
}

struct Wanted<'a>(&'a Line);

impl fmt::Display for Wanted<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Some(limit), Some(holds)) = (self.0.limit, self.0.holds()) else { return Ok(()) };
        match limit {
            Limit::Most(most) => write!(formatter, "{most}")?,
            Limit::Times(times) => write!(formatter, "{times} times")?,
        }
        formatter.write_str(if holds { ", held" } else { ", **missed**" })
    }
}
