//! Whose turn it is to be looked at, where there are many activities: a few at a time, all of them in turn.

use crate::follow::watch::Extent;

/// As many activities as are looked at in one round.
pub const AT_A_TIME: usize = 4;

/// The activities of a fleet by their places, counted from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rota {
    turns: Vec<Turn>,
    next: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Turn {
    extent: Extent,
    is_over: bool,
}

impl Rota {
    /// Takes up activities until there are so many.
    pub fn grow(&mut self, many: usize) {
        self.turns.resize(many.max(self.turns.len()), Turn { extent: Extent::All, is_over: false });
    }

    /// Those whose turn it is, and how much of each is read. They come to the end of the row.
    pub fn round(&mut self) -> Vec<(usize, Extent)> {
        let many = self.turns.len();
        let row = (0..many).map(|step| (self.next + step) % many);
        let row = row.filter_map(|place| Some((place, self.turns.get(place)?)));
        let going_on = row.filter(|(_, turn)| !turn.is_over).map(|(place, turn)| (place, turn.extent));
        let round: Vec<_> = going_on.take(AT_A_TIME).collect();
        self.next = round.last().map_or(0, |(last, _)| (last + 1) % many);
        round
    }

    /// Takes note that an activity was read.
    pub fn read(&mut self, place: usize) {
        if let Some(turn) = self.turns.get_mut(place) {
            turn.extent = Extent::WhatGoesOn;
        }
    }

    /// Takes note that an activity has ended: it is looked at no more.
    pub fn end(&mut self, place: usize) {
        if let Some(turn) = self.turns.get_mut(place) {
            turn.is_over = true;
        }
    }

    /// Whether every activity has ended.
    pub fn is_over(&self) -> bool {
        self.turns.iter().all(|turn| turn.is_over)
    }

    /// Whether there is an activity that was never read.
    pub fn has_unread(&self) -> bool {
        self.turns.iter().any(|turn| !turn.is_over && turn.extent == Extent::All)
    }

    /// Reads all of them again, and all of each.
    pub fn begin_anew(&mut self) {
        let many = self.turns.len();
        *self = Self::default();
        self.grow(many);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(rota: &mut Rota) -> Vec<usize> {
        rota.round().into_iter().map(|(place, _)| place).collect()
    }

    #[test]
    fn a_few_are_looked_at_at_a_time_and_all_in_turn() {
        let mut rota = Rota::default();
        assert_eq!(places(&mut rota), [0; 0]);
        rota.grow(6);
        assert_eq!(places(&mut rota), [0, 1, 2, 3]);
        assert_eq!(places(&mut rota), [4, 5, 0, 1]);
        rota.grow(7);
        assert_eq!(places(&mut rota), [2, 3, 4, 5]);
        assert_eq!(places(&mut rota), [6, 0, 1, 2]);
    }

    #[test]
    fn what_has_ended_makes_room_for_the_next() {
        let mut rota = Rota::default();
        rota.grow(6);
        for place in [0, 2, 3] {
            rota.end(place);
        }
        assert_eq!(places(&mut rota), [1, 4, 5]);
        assert_eq!(places(&mut rota), [1, 4, 5]);
        assert!(!rota.is_over());
        for place in [1, 4, 5] {
            rota.end(place);
        }
        assert!(rota.is_over() && places(&mut rota).is_empty());
    }

    #[test]
    fn all_of_each_is_read_once_and_again_when_it_is_asked_for() {
        let mut rota = Rota::default();
        rota.grow(2);
        assert_eq!(rota.round(), [(0, Extent::All), (1, Extent::All)]);
        rota.read(0);
        assert!(rota.has_unread());
        rota.read(1);
        rota.end(1);
        assert!(!rota.has_unread());
        assert_eq!(rota.round(), [(0, Extent::WhatGoesOn)]);
        rota.begin_anew();
        assert_eq!(rota.round(), [(0, Extent::All), (1, Extent::All)]);
    }
}
