//! When contracts and legacy licenses end, month by month, and how that is drawn.

use jiff::civil::DateTime;

use crate::api::date::ApiDate;
use crate::expiry::filter::{EndFilter, MONTHS_AHEAD};
use crate::month::Month;

/// How many there are of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pair {
    /// Contracts.
    pub contracts: usize,
    /// Legacy licenses.
    pub licenses: usize,
}

impl Pair {
    /// Of both kinds.
    pub fn total(self) -> usize {
        self.contracts + self.licenses
    }
}

/// Ends that are counted together: a month, or what lies beside the months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    /// Which ends, and what the lists show them by.
    pub ends: EndFilter,
    /// How many.
    pub many: Pair,
}

/// When everything ends. Each end is in exactly one of its groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// The month of today, and those that follow it.
    pub months: Vec<Group>,
    /// What is past, later, never, or no date.
    pub beside: [Group; 4],
}

/// The first month with the most ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peak {
    /// Which one.
    pub month: Month,
    /// How many.
    pub many: usize,
}

impl Timeline {
    /// Counts the ends of contracts and licenses at `now`, in UTC.
    pub fn of<'end>(
        contracts: impl Iterator<Item = Option<&'end ApiDate>>,
        licenses: impl Iterator<Item = Option<&'end ApiDate>>,
        now: DateTime,
    ) -> Self {
        let first = Month::of(now.date());
        let group = |ends| Group { ends, many: Pair::default() };
        let mut timeline = Self {
            months: (0..MONTHS_AHEAD).map(|months| group(EndFilter::In(first.after(months)))).collect(),
            beside: [EndFilter::Expired, EndFilter::Later, EndFilter::Never, EndFilter::Unknown].map(group),
        };
        contracts.for_each(|end| timeline.count(end, now, |many| many.contracts += 1));
        licenses.for_each(|end| timeline.count(end, now, |many| many.licenses += 1));
        timeline
    }

    fn count(&mut self, end: Option<&ApiDate>, now: DateTime, add: impl Fn(&mut Pair)) {
        let mut groups = self.beside.iter_mut().chain(&mut self.months);
        if let Some(group) = groups.find(|group| group.ends.accepts(end, now)) {
            add(&mut group.many);
        }
    }

    /// The first month with the most ends; `None` where none has any.
    pub fn peak(&self) -> Option<Peak> {
        let months = self.months.iter().rev();
        let highest = months.max_by_key(|group| group.many.total()).filter(|group| group.many.total() > 0)?;
        let EndFilter::In(month) = highest.ends else { return None };
        Some(Peak { month, many: highest.many.total() })
    }

    /// How many there are in all.
    pub fn total(&self) -> usize {
        self.months.iter().chain(&self.beside).map(|group| group.many.total()).sum()
    }

    /// The bars of the months, in per cent of the drawing.
    pub fn bars(&self) -> Vec<Bar> {
        let highest = self.peak().map_or(1, |peak| peak.many);
        let slot = 100.0 / share(self.months.len().max(1));
        let bar = |(index, group): (usize, &Group)| {
            let height = |many: usize| share(many) / share(highest) * TALLEST;
            Bar {
                group: *group,
                left: slot * (share(index) + GAP / 2.0),
                width: slot * (1.0 - GAP),
                contracts: height(group.many.contracts),
                licenses: height(group.many.licenses),
            }
        };
        self.months.iter().enumerate().map(bar).collect()
    }

    /// Where today is, in per cent of the drawing's width.
    pub fn today(&self, now: DateTime) -> f64 {
        let day = f64::from(now.date().day()) - 0.5;
        let days = f64::from(Month::of(now.date()).days());
        day / days * 100.0 / share(self.months.len().max(1))
    }
}

/// How high the highest bar is, in per cent: above it is room for its number.
const TALLEST: f64 = 85.0;
/// Which part of a month's room is left between it and the next.
const GAP: f64 = 0.3;

/// One month as it is drawn, in per cent of the drawing: contracts stand on the ground, licenses on the contracts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// Its month.
    pub group: Group,
    /// Its left edge.
    pub left: f64,
    /// How wide it is.
    pub width: f64,
    /// How high its contracts are.
    pub contracts: f64,
    /// How high its licenses are.
    pub licenses: f64,
}

impl Bar {
    /// Where its upper edge is, counted from the top as SVG does.
    pub fn top(&self) -> f64 {
        100.0 - self.contracts - self.licenses
    }

    /// Where its middle is.
    pub fn middle(&self) -> f64 {
        self.left + self.width / 2.0
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
fn share(many: usize) -> f64 {
    many as f64
}

// Properties are tried on the host alone.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
