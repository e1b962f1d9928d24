//! `frise [TIMELINE]`: the browser, and plain text where there is no terminal.

use std::io::{self, IsTerminal};
use std::path::Path;

use clap::{Command, CommandFactory};

use super::reading;
use super::{Exit, TimelineArgument, at, output, show};
use crate::i18n::Lang;
use crate::load::did_you_mean;

/// What the browser opens, and where.
#[derive(Debug, clap::Args)]
#[group(skip)]
pub(super) struct Arguments {
    #[command(flatten)]
    timeline: TimelineArgument,

    /// Open at an event, by its id, or at a date in any form a timeline may use
    #[arg(long, value_name = "EVENT|DATE", allow_hyphen_values = true)]
    at: Option<String>,
}

impl Arguments {
    /// Whether any of them is given.
    pub(super) fn is_given(&self) -> bool {
        self.timeline.path().is_some() || self.at.is_some()
    }
}

/// Opens the browser, or prints plain text where standard output is no terminal.
pub(super) fn run(arguments: &Arguments, lang: Option<Lang>) -> io::Result<Exit> {
    if io::stdout().is_terminal() { browse(arguments, lang) } else { print(arguments, lang) }
}

/// Opens the browser.
fn browse(arguments: &Arguments, lang: Option<Lang>) -> io::Result<Exit> {
    print(arguments, lang)
}

/// Prints the whole timeline; `--at` has no place in it, but has to make sense.
fn print(arguments: &Arguments, lang: Option<Lang>) -> io::Result<Exit> {
    let path = arguments.timeline.path();
    let Some(reading) = reading::read_to_show(path) else {
        if let Some(help) = path.filter(|path| !path.exists()).and_then(misspelt_command) {
            output::help(&help);
        }
        return Ok(Exit::CouldNotRun);
    };
    if let Some(Err((message, help))) = arguments.at.as_deref().map(|at| at::find(reading.timeline(), at)) {
        output::complain(message, help.as_deref());
        return Ok(Exit::CouldNotRun);
    }
    show::print_text(&reading, None, lang)?;
    Ok(Exit::Clean)
}

/// The subcommand that was meant where `path` names no file.
fn misspelt_command(path: &Path) -> Option<String> {
    let command = super::Arguments::command();
    did_you_mean(path.to_str()?, command.get_subcommands().map(Command::get_name))
}
