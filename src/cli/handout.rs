//! `frise handout`: the timeline as a page for the class.

use std::io;
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::arguments::TimelineArgument;
use super::exit::Exit;
use super::file::Place;
use super::output;
use super::reading::{self, Reading};
use super::settings::Settings;
use crate::export::handout::{self, Form, Handout};

/// Write the timeline as a page to hand out
///
/// One file with everything in it: events, quotes and how each stands in its article, sources with their sheets,
/// the articles with the quoted passages marked, and questions with room to answer. Open it in a browser, and
/// print it from there; it needs no network.
///
///     frise handout -o lesson.html
///     frise handout --student --lang fr -o eleves.html
#[derive(Debug, clap::Args)]
#[command(verbatim_doc_comment)]
pub(super) struct Arguments {
    #[command(flatten)]
    timeline: TimelineArgument,

    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    format: Format,

    /// Leave the dates of the events blank, for the class to fill in
    #[arg(long)]
    student: bool,

    /// The file to write, in place of what it holds; `-` is standard output
    #[arg(short, long, value_name = "FILE", default_value = "-", hide_default_value = true)]
    output: PathBuf,
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
    let Some(draft) = reading::draft(arguments.timeline.path()) else {
        return Ok(Exit::CouldNotRun);
    };
    let reading = Reading::of(draft);
    let exit = reading.warn_of_errors();
    settings.warn_of_problems();
    let page = page(&reading, arguments, settings)?;
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

fn page(reading: &Reading, arguments: &Arguments, settings: &Settings) -> io::Result<Vec<u8>> {
    let corpus = reading.corpus();
    let handout = Handout {
        timeline: corpus.timeline,
        articles: corpus.articles,
        anchors: corpus.anchors,
        is_student: arguments.student,
    };
    let form = match arguments.format {
        Format::Html => Form::Html,
        Format::Markdown => Form::Markdown,
    };
    let mut page = Vec::new();
    handout::write(&handout, form, settings.lang(), &mut page)?;
    Ok(page)
}
