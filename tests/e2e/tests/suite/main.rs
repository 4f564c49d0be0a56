//! The app in a browser, topic by topic.

mod activities;
mod attach;
mod contracts;
mod dates;
mod detach;
mod failures;
mod keyboard;
mod legacy_licenses;
mod navigation;
mod session;
mod sign_in;
mod texts;
mod tour;
