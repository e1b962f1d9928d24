//! `frise config`: where the settings are read, what they could be, and what is wrong with them.

use std::io;
use std::path::Path;

use super::exit::Exit;
use super::output;
use super::settings::{Settings, tell};
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

/// Where there is nothing to read.
const NO_FOLDER: &str = "there is no home folder to read settings from";
/// What would help.
const NAME_ONE: &str = "FRISE_CONFIG names a file";

/// Prints a configuration that changes nothing, or the path where one is read, and on standard error what is wrong
/// with the one that is there.
pub(super) fn run(arguments: &Arguments, settings: &Settings) -> io::Result<Exit> {
    let file = settings.file.as_deref();
    match file {
        None if arguments.path => {
            output::complain(NO_FOLDER, Some(NAME_ONE));
            return Ok(Exit::CouldNotRun);
        }
        Some(file) if arguments.path => {
            output::print(|out| writeln!(out, "{}", visible::line(&file.display().to_string())))?;
        }
        _ => output::print(|out| out.write_all(config::defaults(&place(file)).as_bytes()))?,
    }
    tell(&settings.problems);
    let is_error = |problem: &Problem| problem.severity == Severity::Error;
    Ok(if settings.problems.iter().any(is_error) { Exit::Errors } else { Exit::Clean })
}

/// In a line, where settings are read.
fn place(file: Option<&Path>) -> String {
    match file {
        Some(file) if file.exists() => format!("frise reads {}.", file.display()),
        Some(file) => format!("frise reads {}, which is not there yet.", file.display()),
        None => format!("frise reads no file: {NO_FOLDER}, and {NAME_ONE}."),
    }
}
