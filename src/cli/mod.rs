//! The command line: what it accepts, one file per subcommand, and the exit codes.

mod about;
mod add;
mod arguments;
mod at;
mod brief;
mod browse;
mod check;
mod choose;
mod completions;
mod config;
mod date;
mod exit;
mod file;
mod fix;
mod follow;
mod handout;
mod keys;
mod lsp;
mod man;
mod new;
mod output;
mod overlap;
mod quote;
mod reading;
mod schema;
mod search;
mod settings;
mod show;
mod sources;

use std::io;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, Subcommand};

use settings::{Asked, Settings};

pub use exit::Exit;

/// Browse a timeline whose every quote is checked, word for word, against the article it was taken from.
#[derive(Debug, Parser)]
#[command(version, override_usage = USAGE, after_help = about::after_help())]
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
    Quote(quote::Arguments),
    Overlap(overlap::Arguments),
    Check(check::Arguments),
    New(new::Arguments),
    Add(add::Arguments),
    Date(date::Arguments),
    Keys(keys::Arguments),
    Lsp(lsp::Arguments),
    Schema(schema::Arguments),
    Completions(completions::Arguments),
    Man(man::Arguments),
    Config(config::Arguments),
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
        None => browse::run(&arguments.browse, Settings::read(asked), Arguments::command),
        Some(Command::Brief(brief)) => brief::run(brief.clone(), Settings::read(asked), Arguments::command),
        Some(Command::Notes(notes)) => follow::notes(notes, Settings::read(asked)),
        Some(Command::Follow(screen)) => follow::follow(screen, Settings::read(asked)),
        Some(Command::Show(show)) => show::run(show, asked),
        Some(Command::Handout(handout)) => handout::run(handout, &Settings::read(asked)),
        Some(Command::Search(search)) => search::run(search, &Settings::read(asked)),
        Some(Command::Quote(quote)) => quote::run(quote),
        Some(Command::Overlap(overlap)) => overlap::run(overlap, &Settings::read(asked)),
        Some(Command::Check(check)) => check::run(check, &Settings::read(asked)),
        Some(Command::New(new)) => new::run(new, &Settings::read(asked)),
        Some(Command::Add(add)) => add::run(add),
        Some(Command::Date(date)) => date::run(date, &Settings::read(asked)),
        Some(Command::Lsp(_)) => lsp::run(asked),
        Some(Command::Keys(keys)) => keys::run(keys, &Settings::read(asked)),
        Some(Command::Config(config)) => config::run(config, &Settings::read(asked)),
        Some(Command::Schema(schema)) => schema::run(schema),
        Some(Command::Completions(completions)) => completions::run(completions, Arguments::command()),
        Some(Command::Man(man)) => man::run(man, Arguments::command()),
    }
}
