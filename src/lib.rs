//! A licensing console for Canonical Landscape: a client-side app over its REST API.
//!
//! The way data takes: `pages` turn the URL into a request, `api` sends it, `components` show what came.

// What comes from outside must not stop the app.
#![cfg_attr(not(test), warn(clippy::expect_used, clippy::indexing_slicing))]

pub mod announcer;
pub mod app;
pub mod computer_filter;
pub mod counts;
pub mod effects;
pub mod follow;
pub mod forms;
pub mod idle;
pub mod keeping;
pub mod lasting;
pub mod members;
pub mod navigation;
pub mod new_release;
pub mod notifier;
pub mod preflight;
pub mod query;
pub mod reading;
pub mod recent;
pub mod restoration;
pub mod rollout;
pub mod route;
pub mod selection;
pub mod server_facts;
pub mod session;
pub mod setting;
pub mod sight;
pub mod submission;
pub mod tabs;
pub mod tasks;
pub mod theme;
pub mod title;
pub mod until;

pub mod components;
pub mod pages;

pub mod computer_ids;
pub mod counted;
pub mod csv;
pub mod download;
pub mod expiry;
pub mod format;
pub mod frame;
pub mod month;
pub mod seats;
pub mod status;
pub mod timeline;
pub mod visible;

pub mod locale;
pub mod words;

pub mod api;
