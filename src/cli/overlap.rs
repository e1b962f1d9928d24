//! `frise overlap`: the text that articles share.

use std::io;

use super::arguments::{Format, TimelineArgument};
use super::exit::Exit;
use super::output;
use super::reading::{self, Reading};
use super::settings::Settings;
use crate::evidence::OverlapIndex;
use crate::export::overlap::{write_json, write_text};

/// Find the text that articles share word for word
///
/// Two articles are listed if they share a passage of at least 100 characters; then every passage of at
/// least 50 characters that they share is listed, the longest first. Typography makes no difference, as with
/// quotes: kinds of quotation marks, apostrophes, spaces and line breaks. A passage that lies within longer
/// ones in both articles is left out.
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER, verbatim_doc_comment)]
pub(super) struct Arguments {
    #[command(flatten)]
    timeline: TimelineArgument,

    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

const AFTER: &str = "\
Examples:
  frise overlap                         who copied from whom, or from the same agency?
  frise overlap --format json | jq .    with the offsets of each passage, for scripts

In JSON `length` counts characters after folding typography; `start` and `end` count Unicode characters from the
beginning of the article file, as in `frise show --format json`.

Exit codes: 0 done; 2 frise could not run.";

/// Prints the pairs of sources that share text.
pub(super) fn run(arguments: &Arguments, settings: &Settings) -> io::Result<Exit> {
    let Some(draft) = reading::draft(arguments.timeline.path()) else {
        return Ok(Exit::CouldNotRun);
    };
    let reading = Reading::of(draft);
    reading.warn_of_errors();
    let corpus = reading.corpus();
    let overlaps = OverlapIndex::new(corpus.articles).overlaps();
    match arguments.format {
        Format::Text => {
            settings.warn_of_problems();
            output::print(|out| {
                write_text(corpus.timeline, corpus.articles, &overlaps, settings.lang(), out)
            })?;
        }
        Format::Json => output::print(|out| write_json(corpus.timeline, &overlaps, out))?,
    }
    Ok(Exit::Clean)
}
