//! The command line: what it accepts, one file per subcommand, and the exit codes.

mod about;
mod at;
mod brief;
mod browse;
mod check;
mod choose;
mod completions;
mod config;
mod date;
mod file;
mod follow;
mod handout;
mod keys;
mod man;
mod output;
mod reading;
mod schema;
mod search;
mod settings;
mod show;

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};

use settings::{Asked, Settings};

/// Browse a timeline whose every quote is checked, word for word, against the article it was taken from.
#[derive(Debug, Parser)]
#[command(version, override_usage = USAGE, after_help = about::after_help(), disable_help_subcommand = true)]
pub struct Arguments {
    #[command(flatten)]
    browse: browse::Arguments,

    #[command(subcommand)]
    command: Option<Command>,

    #[command(flatten)]
    asked: Asked,
}

const USAGE: &str = "frise [OPTIONS] [TIMELINE]\n       frise <COMMAND>";

#[derive(Debug, Subcommand)]
enum Command {
    Brief(brief::Arguments),
    Notes(follow::Notes),
    Follow(follow::Follow),
    Show(show::Arguments),
    Handout(handout::Arguments),
    Search(search::Arguments),
    Check(check::Arguments),
    Date(date::Arguments),
    Keys(keys::Arguments),
    Schema(schema::Arguments),
    Completions(completions::Arguments),
    Man(man::Arguments),
    Config(config::Arguments),
}

/// Which timeline a subcommand reads.
#[derive(Debug, Args)]
struct TimelineArgument {
    /// The timeline: a YAML file, or a folder with a `timeline.yaml`
    #[arg(value_name = "TIMELINE")]
    timeline: Option<PathBuf>,
}

impl TimelineArgument {
    fn path(&self) -> Option<&Path> {
        self.timeline.as_deref()
    }
}

/// Which timeline a subcommand reads, and which of its briefings.
#[derive(Debug, Args)]
struct BriefingArgument {
    /// The timeline, as everywhere; or the id of a briefing that the timeline of this folder holds
    #[arg(value_name = "TIMELINE|BRIEFING")]
    first: Option<PathBuf>,

    /// A briefing that this timeline holds, by its id
    #[arg(value_name = "BRIEFING")]
    second: Option<String>,
}

impl BriefingArgument {
    /// The path of a timeline, and the id of a briefing. What is no file and looks like none is an id.
    fn path_and_briefing(&self) -> (Option<&Path>, Option<&str>) {
        let Some(first) = self.first.as_deref() else { return (None, None) };
        let name = first.to_str().filter(|name| !name.is_empty() && !name.contains(['/', '\\', '.']));
        match (&self.second, name) {
            (None, Some(name)) if !first.exists() => (None, Some(name)),
            (second, _) => (Some(first), second.as_deref()),
        }
    }
}

/// Text for people or JSON for scripts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Plain text
    #[default]
    Text,
    /// JSON, for scripts
    Json,
}

/// How a run ended, as its exit code says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// 0: done, and nothing is wrong.
    Clean,
    /// 1: done, and the timeline has errors, the text is no date, or nothing was found.
    Errors,
    /// 2: it could not be done.
    CouldNotRun,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Clean => Self::SUCCESS,
            Exit::Errors => Self::from(1),
            Exit::CouldNotRun => Self::from(2),
        }
    }
}

impl Arguments {
    /// The arguments of this process. Ends the process with a message where they make no sense (2), and
    /// where help or the version is asked for (0).
    pub fn read() -> Self {
        let parsed = Self::try_parse_from(date::shield_minus_signs(std::env::args_os()));
        parsed.and_then(Self::checked).unwrap_or_else(|error| refuse(&error))
    }

    fn checked(self) -> Result<Self, clap::Error> {
        if self.command.is_some() && self.browse.is_given() {
            let message = "a subcommand takes its TIMELINE after its own name, and nothing of the browser's";
            return Err(Self::command().error(ErrorKind::ArgumentConflict, message));
        }
        Ok(self)
    }
}

/// Prints what clap has to say, help or refusal, and ends the process. An argument may be the name of a
/// stranger's file, so nothing in it reaches the terminal as it is.
fn refuse(error: &clap::Error) -> ! {
    let text = error.render().to_string();
    if error.use_stderr() {
        output::warn(&text);
    } else {
        // Whoever asks for help and does not read it has read enough.
        let _ = output::print(|out| out.write_all(text.as_bytes()));
    }
    std::process::exit(error.exit_code())
}

/// Does what the arguments ask for.
///
/// # Errors
///
/// What writing to standard output reports, other than that its reader went away. All other errors are told
/// on standard error, and the exit code says so.
pub fn run(arguments: &Arguments) -> io::Result<Exit> {
    let asked = arguments.asked;
    match &arguments.command {
        None => browse::run(&arguments.browse, Settings::read(asked)),
        Some(Command::Brief(brief)) => brief::run(brief, Settings::read(asked)),
        Some(Command::Notes(notes)) => follow::notes(notes, Settings::read(asked)),
        Some(Command::Follow(screen)) => follow::follow(screen, Settings::read(asked)),
        Some(Command::Show(show)) => show::run(show, asked),
        Some(Command::Handout(handout)) => handout::run(handout, &Settings::read(asked)),
        Some(Command::Search(search)) => search::run(search, &Settings::read(asked)),
        Some(Command::Check(check)) => check::run(check, &Settings::read(asked)),
        Some(Command::Date(date)) => date::run(date),
        Some(Command::Keys(keys)) => keys::run(keys, &Settings::read(asked)),
        Some(Command::Config(config)) => config::run(config, &Settings::read(asked)),
        Some(Command::Schema(schema)) => schema::run(schema),
        Some(Command::Completions(completions)) => completions::run(completions),
        Some(Command::Man(man)) => man::run(man),
    }
}
