//! When to look again at something that goes on elsewhere: soon at first, then ever less, until nothing happens any more.
//!
//! Clients call in every 15 minutes, urgent ones each minute (landscape-client, `broker/config.py`): a watch is a matter of
//! minutes, not of seconds.

/// The first wait, in milliseconds.
const FIRST_WAIT: i64 = 2_000;
/// The longest wait that the watch chooses by itself.
const LONGEST_WAIT: i64 = 30_000;
/// The longest wait that a server can ask for.
const LONGEST_ASKED_WAIT: i64 = 10 * 60 * 1_000;
/// After so long without a change the watch pauses.
const PAUSE_AFTER: i64 = 60 * 60 * 1_000;

/// A watch. Times are milliseconds of any one clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Watch {
    changed_at: i64,
    wait: i64,
    due_at: i64,
    resting: Option<Rest>,
}

/// What has happened to a watch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A look came to its end.
    Looked(Look),
    /// The time that was to be waited is over.
    TimeIsOver,
    /// The person wants to know now.
    Asked,
    /// The tab was hidden or shown, or the connection lost or found.
    SurroundingsChanged,
}

/// What a look found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Something new.
    Changed,
    /// Nothing new.
    Unchanged,
    /// Nothing: it failed, and the server asked for so many seconds of peace.
    Failed(Option<u32>),
    /// That it is over.
    Ended,
}

/// How much of a group is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Everything.
    All,
    /// What has not ended yet.
    WhatGoesOn,
}

/// What is around a watch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Surroundings {
    /// Whether anybody can see the tab.
    pub is_visible: bool,
    /// Whether the browser believes to have a connection.
    pub is_online: bool,
}

/// What to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Look now.
    Look,
    /// Look after so many milliseconds.
    Wait(i64),
    /// Look no more until something happens.
    Rest(Rest),
}

/// Why nobody looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    /// It is over.
    Ended,
    /// Nobody can see it.
    Hidden,
    /// There is no connection.
    Offline,
    /// Nothing has changed for an hour.
    Paused,
}

impl Watch {
    /// A watch that begins, or that the person wants to go on.
    pub fn begin(now: i64) -> Self {
        Self { changed_at: now, wait: FIRST_WAIT, due_at: now, resting: None }
    }

    /// Takes note of what has happened, and says what to do next.
    pub fn step(&mut self, event: Event, now: i64, around: Surroundings) -> Step {
        match event {
            Event::Looked(look) => self.looked(look, now),
            Event::Asked => {
                *self = Self::begin(now);
                return Step::Look;
            }
            Event::TimeIsOver | Event::SurroundingsChanged => {}
        }
        if let Some(rest @ (Rest::Ended | Rest::Paused)) = self.resting {
            return Step::Rest(rest);
        }
        if let Some(rest) = obstacle(around) {
            self.resting = Some(rest);
            return Step::Rest(rest);
        }
        if self.resting.is_some() {
            *self = Self::begin(now);
            return Step::Look;
        }
        match event {
            Event::TimeIsOver => Step::Look,
            // Clocks may jump: never longer than was to be waited.
            _ => Step::Wait(self.due_at.saturating_sub(now).clamp(0, self.wait)),
        }
    }

    fn looked(&mut self, look: Look, now: i64) {
        let longer = (self.wait * 3 / 2).min(LONGEST_WAIT);
        self.resting = None;
        self.wait = match look {
            Look::Changed => {
                self.changed_at = now;
                FIRST_WAIT
            }
            Look::Unchanged | Look::Failed(None) => longer,
            Look::Failed(Some(seconds)) => longer.max((i64::from(seconds) * 1_000).min(LONGEST_ASKED_WAIT)),
            Look::Ended => {
                self.resting = Some(Rest::Ended);
                FIRST_WAIT
            }
        };
        self.due_at = now.saturating_add(self.wait);
        if self.resting.is_none() && now.saturating_sub(self.changed_at) >= PAUSE_AFTER {
            self.resting = Some(Rest::Paused);
        }
    }
}

fn obstacle(around: Surroundings) -> Option<Rest> {
    match around {
        Surroundings { is_online: false, .. } => Some(Rest::Offline),
        Surroundings { is_visible: false, .. } => Some(Rest::Hidden),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
