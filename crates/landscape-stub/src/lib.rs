//! A stand-in for the Landscape REST API.
//!
//! [`start`] opens one server on the loopback interface with its own data, clock and tokens, so that many of them can
//! run side by side in one process. It answers the documented endpoints below `/api/v2` and, when asked to, serves the
//! web app on the same origin. Where it is known to differ from a real server is written in `docs/stub-differences.md`.
//!
//! **Invariant:** nothing is kept on disk and no task runs in the background but the server itself: activities move
//! along when somebody looks at them, by the clock that [`Running::advance`] can push.

mod api;
mod app;
mod config;
mod cookie;
mod dashboard;
mod failure;
mod gate;
mod headers;
mod journal;
mod query;
mod running;
mod seed;
mod sentinel;
mod serve;
mod site;
mod stub;
mod token;
mod violations;
mod words;
mod world;

pub use crate::{
    config::{App, Config, Seed, Sizes},
    failure::Failure,
    journal::Recorded,
    running::{Running, start},
    site::{Methods, Site},
    world::user::{ACCESS_KEY, EMAIL, IDENTITY, PASSWORD, SECRET_KEY},
};
