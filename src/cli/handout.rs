//! `frise handout`: the timeline as a page for the class.

use std::io;
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::arguments::BriefingArgument;
use super::choose::{self, Choosing};
use super::exit::Exit;
use super::file::Place;
use super::output;
use super::reading::{self, Reading};
use super::settings::Settings;
use crate::briefing::Selection;
use crate::export::handout::{self, Edition, Form, Handout};

/// Write a worksheet for the class
///
/// One page with everything in it: the drawn timeline, each event with its key quote and questions with lines to
/// write on, and the sources. Open it in a browser, and print it from there; it needs no network.
///
///     frise handout -o lesson.html
///     frise handout --student --lang fr -o eleves.html
///     frise handout --depth all --articles --sheets -o everything.html
#[derive(Debug, clap::Args)]
#[command(verbatim_doc_comment)]
pub(super) struct Arguments {
    #[command(flatten)]
    which: BriefingArgument,

    #[command(flatten)]
    choosing: Choosing,

    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    format: Format,

    #[command(flatten)]
    readers: Readers,

    #[command(flatten)]
    extras: Extras,

    /// The file to write, in place of what it holds; `-` is standard output
    #[arg(short, long, value_name = "FILE", default_value = "-", hide_default_value = true)]
    output: PathBuf,
}

/// Whom the handout is for.
#[derive(Debug, clap::Args)]
struct Readers {
    /// Leave the dates of the events blank, for the class to fill in
    #[arg(long)]
    student: bool,

    /// For the teacher: with everything that is blank for pupils, and the speaker notes
    #[arg(long, conflicts_with = "student")]
    teacher: bool,
}

/// What comes with the worksheet.
#[derive(Debug, clap::Args)]
struct Extras {
    /// Add a sheet for each source, in place of the table
    #[arg(long)]
    sheets: bool,

    /// Add the articles, from the first quoted passage to the last
    #[arg(long)]
    articles: bool,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// A page for a browser and a printer
    #[default]
    Html,
    /// Markdown, for an editor or a converter
    Markdown,
}

/// Writes the handout of the timeline as far as it can be read.
pub(super) fn run(arguments: &Arguments, settings: &Settings) -> io::Result<Exit> {
    let (path, briefing) = arguments.which.path_and_briefing();
    let Some(draft) = reading::draft(path) else {
        return Ok(Exit::CouldNotRun);
    };
    let reading = Reading::of(draft);
    let outline = briefing.map(|id| choose::outline(reading.timeline(), id)).transpose();
    let choice = outline.and_then(|outline| arguments.choosing.choice(reading.timeline(), outline));
    let choice = match choice {
        Ok(choice) => choice,
        Err((message, help)) => {
            output::complain(&message, help.as_deref());
            return Ok(Exit::CouldNotRun);
        }
    };
    let selection = Selection::from(choice);
    let exit = reading.tell_errors();
    settings.warn_of_problems();
    let page = page(&reading, &selection, arguments, settings)?;
    if arguments.output == Path::new("-") {
        output::print(|out| out.write_all(&page))?;
        return Ok(exit);
    }
    let written = Place::find(&arguments.output, &reading.files()).and_then(|place| place.write(&page));
    Ok(match written {
        Ok(()) => exit,
        Err(refusal) => {
            output::complain(&refusal, refusal.help());
            Exit::CouldNotRun
        }
    })
}

fn page(
    reading: &Reading,
    selection: &Selection,
    arguments: &Arguments,
    settings: &Settings,
) -> io::Result<Vec<u8>> {
    let corpus = reading.corpus();
    let handout = Handout {
        timeline: corpus.timeline,
        articles: corpus.articles,
        anchors: corpus.anchors,
        selection,
        edition: match (arguments.readers.student, arguments.readers.teacher) {
            (true, _) => Edition::Student,
            (_, true) => Edition::Teacher,
            _ => Edition::Class,
        },
        has_sheets: arguments.extras.sheets,
        has_articles: arguments.extras.articles,
    };
    let form = match arguments.format {
        Format::Html => Form::Html,
        Format::Markdown => Form::Markdown,
    };
    let mut page = Vec::new();
    handout::write(&handout, form, settings.lang(), &mut page)?;
    Ok(page)
}
