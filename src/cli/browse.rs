//! `frise [TIMELINE]`: the browser, and plain text where there is no terminal.

use std::io::{self, IsTerminal};
use std::path::Path;

use clap::{Command, CommandFactory};

use super::reading::{self, Reading};
use super::{Exit, TimelineArgument, at, output, screen_language, show};
use crate::app::Options;
use crate::i18n::Lang;
use crate::load::{Draft, did_you_mean};
use crate::model::EventIndex;
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
    let path = arguments.timeline.path();
    let Some(draft) = reading::draft(path) else {
        if let Some(help) = path.filter(|path| !path.exists()).and_then(misspelt_command) {
            output::help(&help);
        }
        return Ok(Exit::CouldNotRun);
    };
    let event = match arguments.at.as_deref().map(|at| at::find(&draft.timeline, at)).transpose() {
        Ok(event) => event,
        Err((message, help)) => {
            output::complain(message, help.as_deref());
            return Ok(Exit::CouldNotRun);
        }
    };
    if io::stdout().is_terminal() { browse(draft, event, lang) } else { print(draft, lang) }
}

/// Opens the browser at `event`, or at the beginning.
fn browse(draft: Draft, event: Option<EventIndex>, lang: Option<Lang>) -> io::Result<Exit> {
    let options = Options { lang: screen_language(lang), event, ..Options::default() };
    match tui::run(draft, options)? {
        Ending::Quit => Ok(Exit::Clean),
        Ending::Signal(signal) => tui::die_of(signal).map(|()| Exit::CouldNotRun),
    }
}

/// Prints the whole timeline: `--at` has no place in plain text.
fn print(draft: Draft, lang: Option<Lang>) -> io::Result<Exit> {
    let reading = Reading::of(draft);
    reading.warn_of_errors();
    show::print_text(&reading, None, lang)?;
    Ok(Exit::Clean)
}

/// The subcommand that was meant where `path` names no file.
fn misspelt_command(path: &Path) -> Option<String> {
    let command = super::Arguments::command();
    did_you_mean(path.to_str()?, command.get_subcommands().map(Command::get_name))
}
