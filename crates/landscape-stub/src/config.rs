use std::{path::PathBuf, time::Duration};

use jiff::Timestamp;

use crate::site::Site;

/// What a stand-in is started with. The default is the demo data, no latency, no app, any free port, the
/// computer's clock, and nothing that is not documented.
#[derive(Debug, Clone, Default)]
pub struct Config {
    /// The data it begins with.
    pub seed: Seed,
    /// How long every API answer is held back.
    pub latency: Duration,
    /// The built web app to serve beside the API, if any.
    pub app: Option<App>,
    /// The port on 127.0.0.1; 0 takes any free one.
    pub port: u16,
    /// Where the clock stands still, if it does.
    pub stands_at: Option<Timestamp>,
    /// What it answers at the endpoints that nobody documents; 404 where there is nothing.
    pub site: Option<Site>,
    /// Whether browsers are to report what the policy of the app's pages has forbidden: see
    /// [`crate::Running::take_violations`].
    pub reports_violations: bool,
    /// Whether the app is served as by a host that sets no headers.
    pub leaves_headers_out: bool,
    /// Whether the app's files are served as they lie compressed beside them, where they do.
    pub serves_compressed: bool,
}

/// A built web app, served on the same origin as the API.
#[derive(Debug, Clone)]
pub struct App {
    /// The directory that holds its `index.html`.
    pub dist: PathBuf,
    /// The path it is served below, with a slash at both ends: `/licensing/`.
    pub prefix: String,
}

/// The data a stand-in begins with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Seed {
    /// Two accounts with contracts, licenses and computers of every kind. See the crate's README for their ids.
    #[default]
    Demo,
    /// Accounts without any contract, license, computer or activity.
    Empty,
    /// As many made-up contracts, licenses and computers as asked for.
    Many(Sizes),
}

/// How much data [`Seed::Many`] makes up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sizes {
    /// Number of contracts, each with its own expiry date.
    pub contracts: u32,
    /// Number of legacy licenses.
    pub licenses: u32,
    /// Number of computers; below 90000, where the ids of the sentinels begin.
    pub computers: u32,
    /// Number of computers in one attachment that is under way, activity 1; the first of `computers`. None of 0.
    pub children: u32,
}

impl Default for Sizes {
    fn default() -> Self {
        Self { contracts: 500, licenses: 200, computers: 2000, children: 0 }
    }
}
