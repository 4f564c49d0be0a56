use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError, atomic::AtomicBool},
    time::Duration,
};

use crate::{
    config::{App, Config},
    failure::Failure,
    journal::Recorded,
    seed,
    site::Site,
    words::Words,
    world::{World, clock::Clock},
};

/// One stand-in's whole state, shared by its connections and the handle.
pub(crate) struct Stub {
    pub latency: Duration,
    pub app: Option<App>,
    pub reports_violations: bool,
    pub leaves_headers_out: bool,
    pub serves_compressed: bool,
    /// Whether it understands what activities are asked for by.
    pub knows_queries: AtomicBool,
    world: Mutex<World>,
    journal: Mutex<Vec<Recorded>>,
    /// The path of every request to the app.
    visits: Mutex<Vec<String>>,
    violations: Mutex<Vec<String>>,
    rules: Mutex<Vec<Rule>>,
    site: Mutex<Option<Site>>,
    words: Mutex<Words>,
}

pub(crate) type Shared = Arc<Stub>;

/// A failure that tests have asked for.
pub(crate) struct Rule {
    /// HTTP method, or `*` for any.
    pub method: String,
    /// Beginning of the path, with or without `/api/v2`.
    pub path_prefix: String,
    pub failure: Failure,
    pub lasts: Lasts,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lasts {
    /// For one request, when so many have passed.
    OnceAfter(usize),
    UntilHealed,
}

impl Stub {
    pub fn new(config: Config) -> Self {
        Self {
            latency: config.latency,
            app: config.app,
            reports_violations: config.reports_violations,
            leaves_headers_out: config.leaves_headers_out,
            serves_compressed: config.serves_compressed,
            knows_queries: AtomicBool::new(true),
            world: Mutex::new(seed::world(config.seed, Clock::new(config.stands_at))),
            journal: Mutex::default(),
            visits: Mutex::default(),
            violations: Mutex::default(),
            rules: Mutex::default(),
            site: Mutex::new(config.site),
            words: Mutex::default(),
        }
    }

    pub fn world(&self) -> MutexGuard<'_, World> {
        lock(&self.world)
    }

    pub fn journal(&self) -> MutexGuard<'_, Vec<Recorded>> {
        lock(&self.journal)
    }

    pub fn visits(&self) -> MutexGuard<'_, Vec<String>> {
        lock(&self.visits)
    }

    pub fn violations(&self) -> MutexGuard<'_, Vec<String>> {
        lock(&self.violations)
    }

    pub fn rules(&self) -> MutexGuard<'_, Vec<Rule>> {
        lock(&self.rules)
    }

    /// What stands in the place of its own words.
    pub fn words(&self) -> MutexGuard<'_, Words> {
        lock(&self.words)
    }

    /// What it answers at the endpoints that nobody documents.
    pub fn site(&self) -> Option<Site> {
        *lock(&self.site)
    }

    pub fn set_site(&self, site: Option<Site>) {
        *lock(&self.site) = site;
    }

    /// The failure asked for this request, if any; one that was to happen once is used up.
    pub fn take_failure(&self, method: &str, path: &str) -> Option<Failure> {
        let mut rules = self.rules();
        let index = rules.iter().position(|rule| rule.matches(method, path))?;
        // The first rule that matches decides alone, be it to let the request pass.
        match &mut rules[index].lasts {
            Lasts::OnceAfter(0) => Some(rules.remove(index).failure),
            Lasts::OnceAfter(passing) => {
                *passing -= 1;
                None
            }
            Lasts::UntilHealed => Some(rules[index].failure.clone()),
        }
    }
}

impl Rule {
    fn matches(&self, method: &str, path: &str) -> bool {
        let below = path.strip_prefix("/api/v2").unwrap_or(path);
        (self.method == "*" || self.method.eq_ignore_ascii_case(method))
            && (path.starts_with(&self.path_prefix) || below.starts_with(&self.path_prefix))
    }
}

/// A panic in one request must not take the others down: every change is made in one step.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
