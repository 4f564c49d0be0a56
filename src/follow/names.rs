//! The titles of computers, asked for in bounded batches, one after another.

use std::collections::{HashMap, HashSet};

use leptos::prelude::*;

use crate::api::client::Client;
use crate::api::computer::{Computer, IDS_AT_ONCE};
use crate::api::id::ComputerId;
use crate::effects::effect;
use crate::session::use_session;
use crate::tasks::spawn;

/// The titles that are known, and those that are to come.
#[derive(Clone, Copy)]
pub struct Names {
    /// Those that are known.
    pub known: RwSignal<HashMap<ComputerId, String>>,
    /// How many are still to come.
    pub to_come: RwSignal<usize>,
    queue: StoredValue<Queue>,
    round: RwSignal<u32>,
}

/// What is still to be asked for.
#[derive(Debug, Default)]
struct Queue {
    waiting: Vec<ComputerId>,
    asked: HashSet<ComputerId>,
}

impl Names {
    /// None is known. What is asked for ends with the page.
    pub fn new() -> Self {
        let names = Self {
            known: RwSignal::default(),
            to_come: RwSignal::new(0),
            queue: StoredValue::default(),
            round: RwSignal::new(0),
        };
        let session = use_session();
        effect(move || {
            names.round.track();
            if let Some(client) = session.client().filter(|_| names.to_come.get_untracked() > 0) {
                spawn(async move { names.ask(client).await });
            }
        });
        names
    }

    /// Asks for the titles of these computers, those that were not asked for yet.
    pub fn want(&self, ids: &[ComputerId]) {
        let is_idle = self.to_come.get_untracked() == 0;
        self.queue.update_value(|queue| queue.add(ids));
        let waiting = self.queue.with_value(|queue| queue.waiting.len());
        if waiting > 0 {
            self.to_come.set(waiting);
            if is_idle {
                self.round.update(|round| *round += 1);
            }
        }
    }

    async fn ask(self, client: Client) {
        while let Some(batch) = self.queue.try_update_value(Queue::next).flatten() {
            match client.computers_of_ids(&batch).await {
                Ok(computers) => {
                    let _ =
                        self.known.try_update(|known| known.extend(computers.results.into_iter().filter_map(title)));
                }
                // A computer without its title is shown by its id. It is asked for again when it is wanted again.
                Err(_) => drop(self.queue.try_update_value(|queue| queue.give_up(&batch))),
            }
            let waiting = self.queue.try_with_value(|queue| queue.waiting.len());
            let _ = self.to_come.try_set(waiting.unwrap_or(0));
        }
    }
}

impl Default for Names {
    fn default() -> Self {
        Self::new()
    }
}

impl Queue {
    fn add(&mut self, ids: &[ComputerId]) {
        for id in ids {
            if self.asked.insert(*id) {
                self.waiting.push(*id);
            }
        }
    }

    fn next(&mut self) -> Option<Vec<ComputerId>> {
        let batch: Vec<_> = self.waiting.drain(..self.waiting.len().min(IDS_AT_ONCE)).collect();
        (!batch.is_empty()).then_some(batch)
    }

    fn give_up(&mut self, batch: &[ComputerId]) {
        for id in batch.iter().chain(&std::mem::take(&mut self.waiting)) {
            self.asked.remove(id);
        }
    }
}

fn title(computer: Computer) -> Option<(ComputerId, String)> {
    Some((computer.id, computer.name()?.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(range: std::ops::Range<i64>) -> Vec<ComputerId> {
        range.map(ComputerId).collect()
    }

    #[test]
    fn titles_are_asked_for_once_and_in_bounded_batches() {
        let mut queue = Queue::default();
        queue.add(&ids(0..70));
        queue.add(&ids(60..120));
        assert_eq!(queue.next(), Some(ids(0..50)));
        queue.add(&ids(0..50));
        assert_eq!(queue.next(), Some(ids(50..100)));
        assert_eq!(queue.next(), Some(ids(100..120)));
        assert_eq!(queue.next(), None);
    }

    #[test]
    fn what_failed_is_asked_for_again_when_it_is_wanted_again() {
        let mut queue = Queue::default();
        queue.add(&ids(0..60));
        let batch = queue.next().expect("there are some");
        queue.give_up(&batch);
        assert_eq!(queue.next(), None);
        queue.add(&ids(0..60));
        assert_eq!(queue.next(), Some(ids(0..50)));
    }

    #[test]
    fn a_computer_without_a_title_is_called_by_its_hostname() {
        let computer = |json: &str| title(serde_json::from_str(json).expect("it is a computer"));
        assert_eq!(
            computer(r#"{"id": 1, "title": "Birch", "hostname": "b"}"#).map(|it| it.1).as_deref(),
            Some("Birch")
        );
        assert_eq!(computer(r#"{"id": 1, "title": " ", "hostname": "b"}"#).map(|it| it.1).as_deref(), Some("b"));
        assert_eq!(computer(r#"{"id": 1}"#), None);
    }
}
