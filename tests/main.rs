//! The integration tests of frise, in one binary.

// What clippy.toml allows in tests it allows in functions marked as such, not in what they call.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod briefing;
mod cli;
mod commands;
mod contrast;
mod documents;
mod finding;
mod following;
mod generator;
mod guessing;
mod handout;
mod keys;
mod layers;
mod lesson;
mod marks;
mod mouse;
mod narrowed;
mod orphans;
mod pictures;
mod pty;
mod reading;
mod reload;
mod repository;
mod screens;
mod selecting;
mod settings;
#[cfg(unix)]
mod shell;
#[cfg(unix)]
mod signals;
mod signs;
mod support;
#[cfg(unix)]
mod terminal;
mod whole;
mod wording;
mod zoom;
