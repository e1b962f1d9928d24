//! `frise [TIMELINE]`: the browser, and plain text where there is no terminal.

use std::io::{self, IsTerminal};
use std::path::Path;

use clap::{Command, CommandFactory};

use super::reading::{self, Reading};
use super::{Exit, TimelineArgument, at, output, screen_language, show};
use crate::app::Options;
use crate::i18n::Lang;
use crate::load::{self, Draft, Failure, Input, did_you_mean};
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
    let input = match reading::resolve(path) {
        Ok(input) => input,
        Err(error) => return Ok(refuse(Refusal::Unreadable(Failure::Io(error)), path)),
    };
    let at = arguments.at.clone();
    let name = input.name();
    let load = move || load(&input, at.as_deref());
    if !io::stdout().is_terminal() {
        return match load() {
            Ok((draft, _)) => print(draft, lang),
            Err(refusal) => Ok(refuse(refusal, path)),
        };
    }
    let options = Options { lang: screen_language(lang), follows_background: true, ..Options::default() };
    match tui::run(&name, options, load)? {
        Ok(Ending::Quit) => Ok(Exit::Clean),
        Ok(Ending::Signal(signal)) => tui::die_of(signal).map(|()| Exit::CouldNotRun),
        Err(refusal) => Ok(refuse(refusal, path)),
    }
}

/// Why there is nothing to open.
enum Refusal {
    /// There is no timeline.
    Unreadable(Failure),
    /// It has no such event: what is wrong, and what to do about it.
    NoEvent((String, Option<String>)),
}

/// Reads a timeline and finds the event to open it at.
fn load(input: &Input, at: Option<&str>) -> Result<(Draft, Option<EventIndex>), Refusal> {
    let draft = load::read(input).map_err(Refusal::Unreadable)?;
    let event = at.map(|at| at::find(&draft.timeline, at)).transpose().map_err(Refusal::NoEvent)?;
    Ok((draft, event))
}

/// Says why there is nothing to open.
fn refuse(refusal: Refusal, path: Option<&Path>) -> Exit {
    match refusal {
        Refusal::Unreadable(failure) => {
            reading::complain(&failure);
            if let Some(help) = path.filter(|path| !path.exists()).and_then(misspelt_command) {
                output::help(&help);
            }
        }
        Refusal::NoEvent((message, help)) => output::complain(message, help.as_deref()),
    }
    Exit::CouldNotRun
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
