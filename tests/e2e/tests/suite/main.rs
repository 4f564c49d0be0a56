//! The app in a browser, topic by topic.

mod dates;

mod contracts;
mod legacy_licenses;
mod navigation;
mod session;
mod sign_in;
