//! What is known of Landscape's REST API: one file for each family, with its types and endpoints.
//!
//! **Invariant:** nothing here names `leptos` or anything of ours outside `api`; nothing outside knows a URL of the API
//! or a status code.

pub mod ahead;
pub mod base;
mod body;
pub mod client;
pub mod error;
pub mod interpret;
pub mod life;
pub mod retry;
pub mod server_clock;
mod turnstile;
mod waiting;

pub mod date;
pub mod encode;
pub mod id;
mod lenient;
pub mod page;
pub mod row;
pub mod token;

pub mod activity;
pub mod attachment;
pub mod auth;
pub mod computer;
pub mod contract;
pub mod license;
pub mod release;
pub mod server;
