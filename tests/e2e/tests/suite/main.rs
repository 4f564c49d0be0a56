//! The app in a browser, topic by topic.

mod accounts;
mod activities;
mod appearance;
mod attach;
mod contracts;
mod dates;
mod detach;
mod failures;
mod keyboard;
mod layout;
mod legacy_licenses;
mod navigation;
mod refusals;
mod session;
mod sign_in;
mod texts;
mod tour;
