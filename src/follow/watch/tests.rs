use super::*;

const SEEN: Surroundings = Surroundings { is_visible: true, is_online: true };
const HIDDEN: Surroundings = Surroundings { is_visible: false, is_online: true };
const OFFLINE: Surroundings = Surroundings { is_visible: true, is_online: false };
const UNCHANGED: Event = Event::Looked(Look::Unchanged);

/// A watch on a clock that moves only when it waits.
struct Clock {
    now: i64,
    watch: Watch,
}

impl Clock {
    fn start() -> Self {
        Self { now: 0, watch: Watch::begin(0) }
    }

    fn step(&mut self, event: Event, around: Surroundings) -> Step {
        self.watch.step(event, self.now, around)
    }

    /// Looks, waits, and looks again, until it rests; when it looked, in seconds.
    fn run(&mut self, mut look: impl FnMut(i64) -> Look) -> (Vec<i64>, Rest) {
        let mut looks = Vec::new();
        let mut step = Step::Look;
        loop {
            step = match step {
                Step::Look => {
                    looks.push(self.now / 1_000);
                    self.step(Event::Looked(look(self.now)), SEEN)
                }
                Step::Wait(wait) => {
                    self.now += wait;
                    self.step(Event::TimeIsOver, SEEN)
                }
                Step::Rest(rest) => return (looks, rest),
            };
        }
    }
}

#[test]
fn looks_start_two_seconds_apart_and_end_thirty_apart() {
    let mut clock = Clock::start();
    clock.step(Event::Looked(Look::Changed), SEEN);
    let (looks, _) = clock.run(|_| Look::Unchanged);
    assert_eq!(&looks[..8], [0, 3, 7, 14, 24, 39, 62, 92]);
    assert!(looks.windows(2).all(|pair| pair[1] - pair[0] <= 31), "{looks:?}");
}

#[test]
fn the_first_wait_after_a_change_is_two_seconds() {
    let mut clock = Clock::start();
    for _ in 0..9 {
        clock.step(UNCHANGED, SEEN);
    }
    assert_eq!(clock.step(Event::Looked(Look::Changed), SEEN), Step::Wait(2_000));
    assert_eq!(clock.step(UNCHANGED, SEEN), Step::Wait(3_000));
}

#[test]
fn an_hour_without_a_change_pauses_and_a_press_goes_on() {
    let mut clock = Clock::start();
    let (looks, rest) = clock.run(|_| Look::Unchanged);
    let last = *looks.last().expect("it looked");
    assert_eq!(rest, Rest::Paused);
    assert!((3_600..3_631).contains(&last), "{last}");
    assert!(looks.len() < 130, "{} looks in an hour", looks.len());
    assert_eq!(clock.step(Event::SurroundingsChanged, SEEN), Step::Rest(Rest::Paused));
    assert_eq!(clock.step(Event::Asked, SEEN), Step::Look);
    assert_eq!(clock.step(UNCHANGED, SEEN), Step::Wait(3_000));
}

#[test]
fn a_change_starts_the_hour_anew() {
    let mut clock = Clock::start();
    let change_at = 3_000_000;
    let mut changed = false;
    let (looks, rest) = clock.run(|now| {
        if now < change_at || changed {
            return Look::Unchanged;
        }
        changed = true;
        Look::Changed
    });
    let last = *looks.last().expect("it looked");
    assert_eq!(rest, Rest::Paused);
    assert!((6_600..6_662).contains(&last), "{last}");
}

/// Seven looks in the first 65 seconds after a change, then one each half a minute.
#[test]
fn eight_hours_take_no_more_looks_than_the_waits_allow() {
    let (half_an_hour, eight_hours) = (30 * 60 * 1_000, 8 * 60 * 60 * 1_000);
    let mut changes_at = 0;
    let (looks, rest) = Clock::start().run(|now| {
        if now >= eight_hours {
            return Look::Ended;
        }
        if now < changes_at {
            return Look::Unchanged;
        }
        changes_at += half_an_hour;
        Look::Changed
    });
    assert_eq!(rest, Rest::Ended);
    assert!((16 * 60..=16 * 67).contains(&looks.len()), "{} looks in eight hours", looks.len());
}

#[test]
fn a_server_that_fails_for_eight_hours_is_asked_for_one() {
    let (looks, rest) = Clock::start().run(|_| Look::Failed(None));
    assert_eq!(rest, Rest::Paused);
    assert!(looks.len() < 130, "{} looks", looks.len());
}

#[test]
fn nobody_looks_while_the_tab_is_hidden_and_at_once_when_it_comes_back() {
    let mut clock = Clock::start();
    assert_eq!(clock.step(UNCHANGED, SEEN), Step::Wait(3_000));
    assert_eq!(clock.step(Event::SurroundingsChanged, HIDDEN), Step::Rest(Rest::Hidden));
    assert_eq!(clock.step(Event::TimeIsOver, HIDDEN), Step::Rest(Rest::Hidden));
    clock.now += 2 * 60 * 60 * 1_000;
    assert_eq!(clock.step(Event::SurroundingsChanged, SEEN), Step::Look);
    assert_eq!(clock.step(UNCHANGED, SEEN), Step::Wait(3_000), "two hours asleep are no hour without a change");
}

#[test]
fn a_look_that_ends_while_the_tab_is_hidden_is_the_last() {
    let mut clock = Clock::start();
    assert_eq!(clock.step(Event::Looked(Look::Changed), HIDDEN), Step::Rest(Rest::Hidden));
    assert_eq!(clock.step(Event::SurroundingsChanged, OFFLINE), Step::Rest(Rest::Offline));
    assert_eq!(clock.step(Event::SurroundingsChanged, SEEN), Step::Look);
}

#[test]
fn surroundings_that_stay_good_change_nothing() {
    let mut clock = Clock::start();
    clock.step(UNCHANGED, SEEN);
    clock.now += 1_000;
    assert_eq!(clock.step(Event::SurroundingsChanged, SEEN), Step::Wait(2_000));
}

#[test]
fn what_has_ended_is_looked_at_when_somebody_asks_alone() {
    let mut clock = Clock::start();
    assert_eq!(clock.step(Event::Looked(Look::Ended), SEEN), Step::Rest(Rest::Ended));
    for around in [HIDDEN, OFFLINE, SEEN] {
        assert_eq!(clock.step(Event::SurroundingsChanged, around), Step::Rest(Rest::Ended));
    }
    assert_eq!(clock.step(Event::Asked, OFFLINE), Step::Look);
}

#[test]
fn a_server_that_asks_for_peace_gets_it_within_bounds() {
    let mut clock = Clock::start();
    assert_eq!(clock.step(Event::Looked(Look::Failed(Some(45))), SEEN), Step::Wait(45_000));
    assert_eq!(clock.step(Event::Looked(Look::Failed(Some(1))), SEEN), Step::Wait(30_000));
    assert_eq!(clock.step(Event::Looked(Look::Failed(Some(u32::MAX))), SEEN), Step::Wait(600_000));
    assert_eq!(clock.step(UNCHANGED, SEEN), Step::Wait(30_000));
}

#[test]
fn a_clock_that_jumps_back_makes_no_wait_longer() {
    let mut clock = Clock::start();
    clock.now = 86_400_000;
    clock.step(Event::Looked(Look::Changed), SEEN);
    clock.now = 0;
    assert_eq!(clock.step(Event::SurroundingsChanged, SEEN), Step::Wait(2_000));
    assert_eq!(clock.step(Event::TimeIsOver, SEEN), Step::Look);
}
