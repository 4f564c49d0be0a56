//! Every page of the app in every state that it can be in: the one list of what is looked at, by programs and by people.

mod activities;
mod attach;
mod boot;
mod computers;
mod contracts;
mod detach;
mod downloads;
mod frame;
mod legacy_licenses;
mod overview;
mod rollout;
mod sign_in;
mod start;

use std::pin::Pin;

use jiff::Timestamp;
use landscape_stub::{Config, Seed, Sizes};

use crate::{
    devtools,
    scenario::{Setup, config, run},
    world::World,
};

/// Seconds since 1970: the time of the unit tests, by which every view is shown.
const NOW: i64 = 1_795_446_000;
/// More rows than a screen has, and few enough to be read.
const MANY: Sizes = Sizes { contracts: 40, licenses: 40, computers: 40, children: 40 };

/// A page in a state, and the way there.
pub struct View {
    /// Its name: that of its test, its snapshot and its pictures.
    pub name: &'static str,
    seed: Seed,
    reach: Reach,
}

type Reach = for<'w> fn(&'w World) -> Pin<Box<dyn Future<Output = ()> + 'w>>;

impl View {
    /// A view of the demo data.
    const fn new(name: &'static str, reach: Reach) -> Self {
        Self { name, seed: Seed::Demo, reach }
    }

    /// A view of other data.
    const fn of(seed: Seed, name: &'static str, reach: Reach) -> Self {
        Self { name, seed, reach }
    }

    /// Brings it about in a browser of its own, at a fixed time where that can be had, and looks at it.
    pub fn visit(&self, look: impl AsyncFnOnce(&World)) {
        let setup = Setup { seed: self.seed, ..Setup::default() };
        let now = Timestamp::from_second(NOW).ok();
        let stands_at = now.filter(|_| devtools::are_there());
        run(&setup, Config { stands_at, ..config(setup) }, async |world| {
            if stands_at.is_some() {
                world.before_every_page(&format!("Date.now = () => {NOW}_000")).await;
            }
            (self.reach)(world).await;
            look(world).await;
        });
    }
}

/// Every view that this browser can be brought to.
pub fn all() -> impl Iterator<Item = &'static View> {
    let boot: &[View] = if devtools::are_there() { &boot::VIEWS } else { &[] };
    let pages: [&[View]; 12] = [
        &sign_in::VIEWS,
        &overview::VIEWS,
        &computers::VIEWS,
        &contracts::VIEWS,
        &legacy_licenses::VIEWS,
        &attach::VIEWS,
        &detach::VIEWS,
        &rollout::VIEWS,
        &activities::VIEWS,
        &frame::VIEWS,
        &start::VIEWS,
        &downloads::VIEWS,
    ];
    pages.into_iter().flatten().chain(boot)
}
