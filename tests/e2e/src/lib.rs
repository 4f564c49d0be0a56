//! Drives the release build of the app in a real browser, against a stand-in of its own for each test.
//!
//! A test sees the app as a person does: it finds things by role and accessible name, by label and by text, presses and
//! types, and looks at what is on the page. Besides, it may look at what reached the server.
//!
//! **Invariants:** nothing sleeps, everything waits until something is there, and says what is there instead when it
//! does not come. Every test closes its browser, also when it fails.

pub mod bundle;
pub mod front;
pub mod guide;
pub mod scenario;
pub mod world;

pub mod faults;
pub mod long_use;
pub mod monkey;
pub mod speed;
pub mod views;

pub mod axe;
pub mod measures;
pub mod tree;

pub mod browser;
pub mod busy;
pub mod console;
pub mod devtools;
pub mod engine;
pub mod find;
pub mod folder;
pub mod journal;
pub mod keyboard;
pub mod outside;
pub mod read;
pub mod screen;
pub mod surroundings;
pub mod tabs;
pub mod wait;

mod display;
mod driver;
mod home;

pub use crate::{
    bundle::Bundle,
    find::Role,
    front::{Front, Server},
    scenario::{Setup, scenario, scenario_alone, scenario_behind, scenario_with},
    world::World,
};
