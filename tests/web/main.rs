//! Component tests, in a headless browser.
//!
//! Each test opens a [`page::Page`], shows one component on it, and acts and looks as a person does.
#![cfg(target_arch = "wasm32")]

mod events;
mod page;
mod people;
mod server;
mod wait;
mod wire;

mod load;
mod reading;

mod copy_button;
mod counts;
mod data_table;
mod date_text;
mod status_badge;

mod checkbox;
mod computer_ids_field;
mod confirm;
mod field;
mod form;
mod idle_warning;
mod search;
mod secret_field;

mod activity_view;
mod attachment_result;
mod followed_activity;
mod write_error;

mod session_header;
mod side_navigation;
mod theme_choice;
mod timeline_chart;
mod unreadable_rows;

mod app;
mod client;
mod computers;
mod contracts;
mod navigation;
mod pages;
mod retry;
mod rollout;
mod session;
mod start;
mod submission;

use wasm_bindgen_test::wasm_bindgen_test_configure;

wasm_bindgen_test_configure!(run_in_browser);
