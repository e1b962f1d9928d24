//! `frise config`: where the settings are read, what they could be, and what is wrong with them.

use std::io;

use super::settings::{Settings, tell};
use super::{Exit, output};
use crate::config;
use crate::load::{Problem, Severity};
use crate::visible;

/// Print where settings are read, and every setting with its default
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Print the path of the configuration and nothing else
    #[arg(long)]
    path: bool,
}

/// Prints a configuration that changes nothing, or the path where one is read, and on standard error what is wrong
/// with the one that is there.
pub(super) fn run(arguments: &Arguments, settings: &Settings) -> io::Result<Exit> {
    let Some(file) = &settings.file else {
        output::complain("there is no home folder to read settings from", Some("FRISE_CONFIG names a file"));
        return Ok(Exit::CouldNotRun);
    };
    let path = file.display().to_string();
    output::print(|out| {
        if arguments.path {
            return writeln!(out, "{}", visible::line(&path));
        }
        let state = if file.exists() { "" } else { ", which is not there yet" };
        out.write_all(config::defaults(&format!("frise reads {path}{state}.")).as_bytes())
    })?;
    tell(&settings.problems);
    let is_error = |problem: &Problem| problem.severity == Severity::Error;
    Ok(if settings.problems.iter().any(is_error) { Exit::Errors } else { Exit::Clean })
}
