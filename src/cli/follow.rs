//! `frise notes` and `frise follow`: other screens of a briefing that is being given on this machine.

use std::io;
use std::path::Path;

use super::browse::{Look, Terminal};
use super::exit::Exit;
use super::settings::{self, Settings};
use super::{output, reading};
use crate::briefing::ScreenKind;
use crate::i18n::Lang;
use crate::load::{self, Draft, Failure};
use crate::tui::{self, Ending};

/// The speaker's own screen of the briefing given on this machine: notes, what comes next, the time; it can drive
#[derive(Debug, clap::Args)]
pub(super) struct Notes {
    #[command(flatten)]
    look: Look,
}

/// One more screen for the audience of the briefing given on this machine
#[derive(Debug, clap::Args)]
pub(super) struct Follow {
    #[command(flatten)]
    look: Look,
}

/// Shows the speaker's screen.
pub(super) fn notes(arguments: &Notes, settings: Settings) -> io::Result<Exit> {
    run(&arguments.look, settings, ScreenKind::SpeakerNotes)
}

/// Shows the audience's slide.
pub(super) fn follow(arguments: &Follow, settings: Settings) -> io::Result<Exit> {
    run(&arguments.look, settings, ScreenKind::Audience)
}

fn run(look: &Look, mut settings: Settings, role: ScreenKind) -> io::Result<Exit> {
    if let Err(exit) = look.choose_theme(&mut settings) {
        return Ok(exit);
    }
    match Terminal::at_hand() {
        Terminal::Screen => {}
        Terminal::None => {
            output::complain("standard output is not a terminal".to_owned(), None);
            return Ok(Exit::CouldNotRun);
        }
        Terminal::Paper(name) => {
            output::complain(format!("{name} says that this terminal has no screen to draw on"), None);
            return Ok(Exit::CouldNotRun);
        }
    }
    let problems = settings.problems.clone();
    let (options, setup) = look.options(settings);
    let ending = match tui::follow(options, setup, role, read) {
        Ok(ending) => ending,
        Err(error) => {
            output::complain(error, None);
            return Ok(Exit::CouldNotRun);
        }
    };
    settings::tell(&problems);
    match ending {
        Ending::Quit => Ok(Exit::Clean),
        Ending::Signal(signal) => tui::die_of(signal).map(|()| Exit::CouldNotRun),
    }
}

/// Reads the timeline of a briefing, the built-in one where there is no path.
fn read(path: Option<&Path>) -> Result<Draft, String> {
    let input = match path {
        Some(path) => reading::resolve(Some(path)).map_err(|error| error.to_string())?,
        None => load::Input::Builtin,
    };
    load::read(&input).map_err(|failure| match failure {
        Failure::Io(error) => error.to_string(),
        Failure::Problems(problems) => problems.first().map_or_else(String::new, |problem| {
            format!("{}:{}: {}", problem.at.file, problem.at.line, problem.message.in_language(Lang::En))
        }),
    })
}
