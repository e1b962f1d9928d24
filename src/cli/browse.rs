//! `frise [TIMELINE]`: the browser, and plain text where there is no terminal.

use std::io;
use std::path::Path;

use clap::{Command, CommandFactory};

use super::reading::{self, Reading};
use super::settings::{self, Settings};
use super::{Exit, TimelineArgument, at, output, show};
use crate::app::Options;
use crate::config::{self, FirstRun};
use crate::load::{Draft, did_you_mean};
use crate::model::EventIndex;
use crate::tui::{self, Ending, Setup};

/// What the browser opens, and where.
#[derive(Debug, clap::Args)]
#[group(skip)]
pub(super) struct Arguments {
    #[command(flatten)]
    timeline: TimelineArgument,

    /// Open at an event, by its id, or at a date in any form a timeline may use
    #[arg(long, value_name = "EVENT|DATE", allow_hyphen_values = true)]
    at: Option<String>,

    /// Theme: auto, dark, light, high-contrast, plain, or your own by its name or path
    #[arg(long, value_name = "THEME")]
    theme: Option<String>,

    /// Draw with ASCII alone [default: where locale or terminal show no more]
    #[arg(long)]
    ascii: bool,

    /// Leave the mouse to the terminal
    #[arg(long)]
    no_mouse: bool,
}

impl Arguments {
    /// Whether any of them is given.
    pub(super) fn is_given(&self) -> bool {
        let has_look = self.theme.is_some() || self.ascii || self.no_mouse;
        self.timeline.path().is_some() || self.at.is_some() || has_look
    }
}

/// Opens the browser, or prints plain text where standard output is no terminal.
pub(super) fn run(arguments: &Arguments, mut settings: Settings) -> io::Result<Exit> {
    if let Some(name) = &arguments.theme {
        let themes = settings.file.as_deref().map(config::themes_folder);
        match config::choose_theme(name, Path::new(""), themes.as_deref()) {
            Ok(chosen) => settings.take_theme(chosen),
            Err(none) => {
                output::complain(none.message, none.help.as_deref());
                return Ok(Exit::CouldNotRun);
            }
        }
    }
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
    match Terminal::at_hand() {
        Terminal::None => print(draft, &settings),
        Terminal::Paper(name) => {
            let exit = print(draft, &settings)?;
            output::warn(&format!(
                "note: {name} says that this terminal has no screen to draw on, so this was the timeline as plain text\n"
            ));
            output::help("on a terminal that has one, say so: TERM=xterm-256color frise");
            Ok(exit)
        }
        Terminal::Screen => browse(draft, event, arguments, settings),
    }
}

/// What standard output is.
enum Terminal {
    /// No terminal.
    None,
    /// A terminal that can only print one line after the other, as this variable says.
    Paper(String),
    /// A terminal that can put any letter anywhere.
    Screen,
}

impl Terminal {
    fn at_hand() -> Self {
        let term = settings::variable("TERM").unwrap_or_default();
        match &*term {
            _ if !output::is_terminal() => Self::None,
            // Windows needs no name to know its terminal.
            "" if cfg!(windows) => Self::Screen,
            "" => Self::Paper("TERM, which is not set,".to_owned()),
            "dumb" | "unknown" => Self::Paper(format!("TERM={term}")),
            _ => Self::Screen,
        }
    }
}

/// Opens the browser at `event`, or at the beginning.
fn browse(
    draft: Draft,
    event: Option<EventIndex>,
    arguments: &Arguments,
    settings: Settings,
) -> io::Result<Exit> {
    let first_run = FirstRun::of_user();
    let setup = Setup { depth: settings.depth(), mouse: settings.config.mouse && !arguments.no_mouse };
    let options = Options {
        lang: settings.lang(),
        theme: settings.config.theme,
        own_theme: settings.own_theme,
        glyphs: settings.glyphs(arguments.ascii),
        problems: settings.problems.as_slice().into(),
        keymap: settings.config.keymap,
        hint: first_run.is_first(),
        event,
    };
    let ending = tui::run(draft, options, setup)?;
    first_run.is_over();
    // The screen has shown the first of them, and is gone.
    settings::tell(&settings.problems);
    match ending {
        Ending::Quit => Ok(Exit::Clean),
        Ending::Signal(signal) => tui::die_of(signal).map(|()| Exit::CouldNotRun),
    }
}

/// Prints the whole timeline: `--at` has no place in plain text.
fn print(draft: Draft, settings: &Settings) -> io::Result<Exit> {
    let reading = Reading::of(draft);
    settings.warn_of_problems();
    reading.warn_of_errors();
    show::print_text(&reading, None, settings.lang())?;
    Ok(Exit::Clean)
}

/// The subcommand that was meant where `path` names no file.
fn misspelt_command(path: &Path) -> Option<String> {
    let command = super::Arguments::command();
    did_you_mean(path.to_str()?, command.get_subcommands().map(Command::get_name))
}
