//! `frise [TIMELINE]`: the browser, and plain text where there is no terminal.

use std::io;
use std::path::Path;

use clap::Command;

use super::arguments::TimelineArgument;
use super::exit::Exit;
use super::reading::{self, Reading};
use super::settings::{self, Settings};
use super::{at, choose, output, show};
use crate::app::Options;
use crate::config::{self, FirstRun};
use crate::i18n::Lang;
use crate::load::{self, Draft, Failure, Input, did_you_mean};
use crate::tui::{self, Ending, Loaded, Setup, Target};

/// What the browser opens, and where.
#[derive(Debug, clap::Args)]
#[group(skip)]
pub(super) struct Arguments {
    #[command(flatten)]
    timeline: TimelineArgument,

    /// Open at an event, by its id, or at a date in any form a timeline may use
    #[arg(long, value_name = "EVENT|DATE", allow_hyphen_values = true)]
    at: Option<String>,

    #[command(flatten)]
    look: Look,
}

/// How the screen looks, and who has the mouse.
#[derive(Clone, Debug, clap::Args)]
#[group(skip)]
pub(super) struct Look {
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

impl Look {
    /// Takes the theme that was asked for, or says that there is none of that name.
    pub(super) fn choose_theme(&self, settings: &mut Settings) -> Result<(), Exit> {
        let Some(name) = &self.theme else { return Ok(()) };
        let themes = settings.file.as_deref().map(config::themes_folder);
        match config::choose_theme(name, Path::new(""), themes.as_deref()) {
            Ok(chosen) => settings.take_theme(chosen),
            Err(none) => {
                let help = none.help.as_ref().map(|help| help.in_language(Lang::En));
                output::complain(none.message, help);
                return Err(Exit::CouldNotRun);
            }
        }
        Ok(())
    }

    /// With what the screen opens.
    pub(super) fn options(&self, settings: Settings) -> (Options, Setup) {
        let setup = Setup { depth: settings.depth(), mouse: settings.config.mouse && !self.no_mouse };
        let options = Options {
            lang: settings.lang(),
            theme: settings.config.theme,
            own_theme: settings.own_theme,
            glyphs: settings.glyphs(self.ascii),
            problems: settings.problems.as_slice().into(),
            step_time: settings.config.step_time,
            keymap: settings.config.keymap,
            ..Options::default()
        };
        (options, setup)
    }
}

/// What is opened.
pub(super) struct Opening<'a> {
    /// The timeline.
    pub(super) path: Option<&'a Path>,
    pub(super) look: &'a Look,
    /// The whole command line, to find the subcommand that was meant.
    pub(super) command: fn() -> Command,
}

impl Arguments {
    /// Whether any of them is given.
    pub(super) fn is_given(&self) -> bool {
        let has_look = self.look.theme.is_some() || self.look.ascii || self.look.no_mouse;
        self.timeline.path().is_some() || self.at.is_some() || has_look
    }
}

/// Opens the browser, or prints plain text where standard output is no terminal.
pub(super) fn run(arguments: &Arguments, settings: Settings, command: fn() -> Command) -> io::Result<Exit> {
    let opening = Opening { path: arguments.timeline.path(), look: &arguments.look, command };
    let at = arguments.at.clone();
    open(&opening, settings, move |draft| {
        let event = at.map(|at| at::find(&draft.timeline, "--at", &at)).transpose()?;
        Ok(Target::Browser(event))
    })
}

/// Opens on the screen what `target` finds in the timeline, or prints plain text where standard output is no terminal.
pub(super) fn open(
    opening: &Opening<'_>,
    mut settings: Settings,
    target: impl FnOnce(&Draft) -> Result<Target, choose::Refusal> + Send + 'static,
) -> io::Result<Exit> {
    if let Err(exit) = opening.look.choose_theme(&mut settings) {
        return Ok(exit);
    }
    let path = opening.path;
    let input = match reading::resolve(path) {
        Ok(input) => input,
        Err(error) => return Ok(refuse(Refusal::Unreadable(Failure::Io(error)), opening)),
    };
    let (name, is_small) = (input.name(), input.is_small());
    let load = move || load(&input, target);
    let terminal = match Terminal::at_hand() {
        Terminal::Screen if is_small => {
            return browse(&name, tui::Load::Done(Box::new(load())), opening, settings);
        }
        Terminal::Screen => return browse(&name, tui::Load::Aside(Box::new(load)), opening, settings),
        other => other,
    };
    let draft = match load() {
        Ok((draft, _)) => draft,
        Err(refusal) => return Ok(refuse(refusal, opening)),
    };
    let exit = print(draft, &settings)?;
    if let Terminal::Paper(name) = terminal {
        output::warn(&format!(
            "note: {name} says that this terminal has no screen to draw on, so this was the timeline as plain text\n"
        ));
        output::help("on a terminal that has one, say so: TERM=xterm-256color frise");
    }
    Ok(exit)
}

/// What standard output is.
pub(super) enum Terminal {
    /// No terminal.
    None,
    /// A terminal that can only print one line after the other, as this variable says.
    Paper(String),
    /// A terminal that can put any letter anywhere.
    Screen,
}

impl Terminal {
    /// What it is here.
    pub(super) fn at_hand() -> Self {
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

/// Opens the browser on what `load` reads, called `name`.
fn browse(
    name: &str,
    load: tui::Load<Refusal>,
    opening: &Opening<'_>,
    settings: Settings,
) -> io::Result<Exit> {
    let first_run = FirstRun::of_user();
    let problems = settings.problems.clone();
    let (options, setup) = opening.look.options(settings);
    let options = Options { hint: first_run.is_first(), ..options };
    let ending = tui::run(name, options, setup, load)?;
    // The screen has shown the first of them, and is gone.
    settings::tell(&problems);
    match ending {
        Ok(ending) => {
            first_run.is_over();
            match ending {
                Ending::Quit => Ok(Exit::Clean),
                Ending::Signal(signal) => tui::die_of(signal).map(|()| Exit::CouldNotRun),
            }
        }
        Err(refusal) => Ok(refuse(refusal, opening)),
    }
}

/// Why there is nothing to open.
enum Refusal {
    /// There is no timeline.
    Unreadable(Failure),
    /// It has nothing of what was asked for.
    NotFound(choose::Refusal),
}

/// Reads a timeline and finds what to open on it.
fn load(
    input: &Input,
    target: impl FnOnce(&Draft) -> Result<Target, choose::Refusal>,
) -> Result<Loaded, Refusal> {
    let draft = load::read(input).map_err(Refusal::Unreadable)?;
    let target = target(&draft).map_err(Refusal::NotFound)?;
    Ok((draft, target))
}

/// Says why there is nothing to open.
fn refuse(refusal: Refusal, opening: &Opening<'_>) -> Exit {
    match refusal {
        Refusal::Unreadable(failure) => {
            reading::complain(&failure);
            let missing = opening.path.filter(|path| !path.exists());
            if let Some(help) = missing.and_then(|path| misspelt_command(path, &(opening.command)())) {
                output::help(&help);
            }
        }
        Refusal::NotFound((message, help)) => output::complain(message, help.as_deref()),
    }
    Exit::CouldNotRun
}

/// Prints the whole timeline: `--at` has no place in plain text.
fn print(draft: Draft, settings: &Settings) -> io::Result<Exit> {
    let reading = Reading::of(draft);
    settings.warn_of_problems();
    let exit = reading.tell_errors();
    show::print_text(&reading, None, settings)?;
    Ok(exit)
}

/// The subcommand that was meant where `path` names no file.
fn misspelt_command(path: &Path, command: &Command) -> Option<String> {
    let meant = did_you_mean(path.to_str()?, command.get_subcommands().map(Command::get_name))?;
    Some(meant.in_language(Lang::En).to_owned())
}
