//! `frise show`: the timeline as text or JSON.

use std::io;

use super::arguments::{Format, TimelineArgument};
use super::exit::Exit;
use super::reading::{self, Reading};
use super::settings::{Asked, Settings};
use super::{at, output};
use crate::export::{Extract, json, text};
use crate::i18n::Lang;
use crate::model::{EventIndex, LanguageTag};

/// Print the timeline, as text or as JSON
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    timeline: TimelineArgument,

    /// Only this event, by its id or its date, with its subevents and its sources
    #[arg(long, value_name = "EVENT|DATE", allow_hyphen_values = true)]
    event: Option<String>,

    /// How to print it; JSON has its texts in the timeline's language where --lang does not say
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Prints the timeline as far as it can be read.
pub(super) fn run(arguments: &Arguments, asked: Asked) -> io::Result<Exit> {
    let Some(draft) = reading::draft(arguments.timeline.path()) else {
        return Ok(Exit::CouldNotRun);
    };
    let reading = Reading::of(draft);
    let find = |wanted| at::find(reading.timeline(), "--event", wanted);
    let event = match arguments.event.as_deref().map(find).transpose() {
        Ok(event) => event,
        Err((message, help)) => {
            output::complain(message, help.as_deref());
            return Ok(Exit::CouldNotRun);
        }
    };
    let exit = reading.tell_errors();
    match arguments.format {
        Format::Text => {
            let settings = Settings::read(asked);
            settings.warn_of_problems();
            print_text(&reading, event, &settings)?;
        }
        Format::Json => print_json(&reading, event, asked.lang)?,
    }
    Ok(exit)
}

/// Prints the timeline, or one event of it, as plain text.
pub(super) fn print_text(
    reading: &Reading,
    event: Option<EventIndex>,
    settings: &Settings,
) -> io::Result<()> {
    let extract = extract(reading, event);
    let mut page = Vec::new();
    text::write(&extract, settings.lang(), settings.glyphs(false), &mut page)?;
    output::print_lines(&String::from_utf8_lossy(&page))
}

fn print_json(reading: &Reading, event: Option<EventIndex>, lang: Option<Lang>) -> io::Result<()> {
    let own = reading.timeline().language().map(LanguageTag::as_str);
    let tag = lang.map(Lang::tag).or(own).unwrap_or_default();
    output::print(|out| json::write(&extract(reading, event), tag, out))
}

fn extract(reading: &Reading, event: Option<EventIndex>) -> Extract<'_> {
    let corpus = reading.corpus();
    Extract { timeline: corpus.timeline, articles: corpus.articles, anchors: corpus.anchors, event }
}
