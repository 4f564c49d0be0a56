//! The app in a browser, topic by topic.

mod accounts;
mod activities;
mod announcements;
mod appearance;
mod attach;
mod contracts;
mod dates;
mod detach;
mod failures;
mod follow;
mod forms;
mod help;
mod keyboard;
mod layout;
mod legacy_licenses;
mod locale;
mod navigation;
mod places;
mod refusals;
mod results;
mod rollout;
mod session;
mod shortcuts;
mod sign_in;
mod texts;
mod tour;
