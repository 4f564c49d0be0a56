//! What the stand-in answers, asked over HTTP.

mod activities;
mod app;
mod attachment;
mod client;
mod command;
mod computers;
mod contracts;
mod errors;
mod fleet;
mod handle;
mod licenses;
mod replacing;
mod seeds;
mod selectors;
mod sentinels;
mod shapes;
mod sign_in;
mod site;
