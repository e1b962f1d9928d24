//! `frise [TIMELINE]`: the browser, and plain text where there is no terminal.

use std::io::{self, IsTerminal};
use std::path::Path;

use clap::{Command, CommandFactory};

use super::reading;
use super::{Exit, TimelineArgument, at, output, screen_language, show};
use crate::app::Options;
use crate::i18n::Lang;
use crate::load::did_you_mean;
use crate::tui::{self, Ending};

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
    let Some(draft) = reading::draft(arguments.timeline.path()) else {
        return Ok(could_not_read(arguments.timeline.path()));
    };
    let event = match arguments.at.as_deref().map(|at| at::find(&draft.timeline, at)).transpose() {
        Ok(event) => event,
        Err((message, help)) => {
            output::complain(message, help.as_deref());
            return Ok(Exit::CouldNotRun);
        }
    };
    let options = Options { lang: screen_language(lang), event, ..Options::default() };
    match tui::run(draft, options)? {
        Ending::Quit => Ok(Exit::Clean),
        Ending::Signal(signal) => tui::die_of(signal).map(|()| Exit::CouldNotRun),
    }
}

/// Prints the whole timeline; `--at` has no place in it, but has to make sense.
fn print(arguments: &Arguments, lang: Option<Lang>) -> io::Result<Exit> {
    let path = arguments.timeline.path();
    let Some(reading) = reading::read_to_show(path) else {
        return Ok(could_not_read(path));
    };
    if let Some(Err((message, help))) = arguments.at.as_deref().map(|at| at::find(reading.timeline(), at)) {
        output::complain(message, help.as_deref());
        return Ok(Exit::CouldNotRun);
    }
    show::print_text(&reading, None, lang)?;
    Ok(Exit::Clean)
}

/// Says which subcommand may have been meant where there is no such file.
fn could_not_read(path: Option<&Path>) -> Exit {
    if let Some(help) = path.filter(|path| !path.exists()).and_then(misspelt_command) {
        output::help(&help);
    }
    Exit::CouldNotRun
}

/// The subcommand that was meant where `path` names no file.
fn misspelt_command(path: &Path) -> Option<String> {
    let command = super::Arguments::command();
    did_you_mean(path.to_str()?, command.get_subcommands().map(Command::get_name))
}
