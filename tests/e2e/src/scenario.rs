//! A test from its beginning to its end, whatever becomes of it.

use std::{
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    sync::{PoisonError, RwLock},
    time::Duration,
};

use landscape_stub::{App, Config, Seed, Site};
use tokio::runtime::{Builder, Runtime};

use crate::{bundle::built, front::Server, world::World};

/// What a test begins with. The default is the demo data, answered at once, with the app below `/licensing/`, and a
/// British browser.
#[derive(Debug, Clone, Copy)]
pub struct Setup {
    /// The stand-in's data.
    pub seed: Seed,
    /// How long the stand-in holds every answer back.
    pub latency: Duration,
    /// Where the app is served, with a slash at both ends.
    pub prefix: &'static str,
    /// The language of the browser, `en-GB` or `de-DE`.
    pub language: &'static str,
    /// The browser's time zone, such as `Pacific/Kiritimati`; the machine's where there is none.
    pub zone: Option<&'static str>,
}

impl Default for Setup {
    fn default() -> Self {
        Self { seed: Seed::Demo, latency: Duration::ZERO, prefix: "/licensing/", language: "en-GB", zone: None }
    }
}

/// Held for writing by a test that measures how long something takes, for reading by all others.
static BESIDE: RwLock<()> = RwLock::new(());

/// Runs a test in a browser with an empty profile, against a stand-in with the demo data.
pub fn scenario(test: impl AsyncFnOnce(&World)) {
    scenario_with(Setup::default(), test);
}

/// Runs a test in a browser with an empty profile, against a stand-in of its own kind.
///
/// # Panics
/// When the test does, or when the policy of a page has forbidden anything. Its browser is closed all the same.
pub fn scenario_with(setup: Setup, test: impl AsyncFnOnce(&World)) {
    run(&setup, config(setup), test);
}

/// The same while no other test of this program runs: for tests that measure how long something takes.
pub fn scenario_alone(setup: Setup, test: impl AsyncFnOnce(&World)) {
    let _alone = BESIDE.write().unwrap_or_else(PoisonError::into_inner);
    run_world(World::start(&setup, config(setup)), test);
}

/// Runs a test in a browser as `setup` says, against a stand-in that is started with `config`.
pub(crate) fn run(setup: &Setup, config: Config, test: impl AsyncFnOnce(&World)) {
    run_in(World::start(setup, config), test);
}

/// Runs a test through a web server that is configured as it is shipped, with the app below `prefix`.
///
/// # Panics
/// When the test does, or when the server cannot be started. The browser is closed all the same.
pub fn scenario_behind(server: Server, prefix: &'static str, test: impl AsyncFnOnce(&World)) {
    let setup = Setup { prefix, ..Setup::default() };
    run_in(World::behind(server, &setup), test);
}

fn run_in(world: impl Future<Output = World>, test: impl AsyncFnOnce(&World)) {
    let _beside = BESIDE.read().unwrap_or_else(PoisonError::into_inner);
    run_world(world, test);
}

fn run_world(world: impl Future<Output = World>, test: impl AsyncFnOnce(&World)) {
    let runtime = runtime();
    let world = runtime.block_on(world);
    let outcome = catch_unwind(AssertUnwindSafe(|| runtime.block_on(test(&world))));
    if outcome.is_err() {
        tell(&runtime.block_on(world.describe()));
    }
    let violations = runtime.block_on(world.close());
    if let Err(panic) = outcome {
        resume_unwind(panic);
    }
    assert!(violations.is_empty(), "the policy has forbidden: {violations:#?}");
}

/// The stand-in serves on it while the test waits for the browser.
fn runtime() -> Runtime {
    Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("the system has threads to spare")
}

/// What a stand-in for a test is started with.
pub(crate) fn config(setup: Setup) -> Config {
    let app = App { dist: built(), prefix: setup.prefix.to_owned() };
    let site = Some(Site::SELF_HOSTED);
    Config {
        seed: setup.seed,
        latency: setup.latency,
        app: Some(app),
        site,
        reports_violations: true,
        ..Config::default()
    }
}

#[expect(clippy::print_stderr, reason = "the test runner shows it beside the failure")]
fn tell(report: &str) {
    eprintln!("{report}");
}
