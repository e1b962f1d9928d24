//! `frise config`: where the settings are read, what they could be, and what is wrong with them.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use super::exit::Exit;
use super::output;
use super::settings::{Settings, tell};
use crate::config;
use crate::load::{Problem, Severity};
use crate::visible;

/// Print where settings are read, and every setting with its default
///
/// To begin a configuration, use --init. With `frise config > FILE` the shell empties FILE first, also where it holds
/// your settings.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// Print the path of the configuration and nothing else
    #[arg(long)]
    path: bool,

    /// Write a configuration with every setting as a comment, where there is none yet
    #[arg(long, conflicts_with = "path")]
    init: bool,
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
        Some(file) if arguments.init => return Ok(begin(file)),
        None if arguments.path || arguments.init => {
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

/// Writes a configuration that changes nothing, where there is none.
fn begin(file: &Path) -> Exit {
    let name = file.display();
    let written = file.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| {
        let mut new = OpenOptions::new().write(true).create_new(true).open(file)?;
        new.write_all(config::defaults(&format!("frise reads {name}.")).as_bytes())
    });
    match written {
        Ok(()) => Exit::Clean,
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            output::complain(format!("{name} is there already"), Some("edit it, or move it away first"));
            Exit::CouldNotRun
        }
        Err(error) => {
            output::complain(format!("cannot write {name}: {error}"), None);
            Exit::CouldNotRun
        }
    }
}

/// In a line, where settings are read.
fn place(file: Option<&Path>) -> String {
    match file {
        Some(file) if file.exists() => format!("frise reads {}.", file.display()),
        Some(file) => format!("frise reads {}, which is not there yet.", file.display()),
        None => format!("frise reads no file: {NO_FOLDER}, and {NAME_ONE}."),
    }
}
