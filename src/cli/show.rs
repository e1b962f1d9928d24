//! `frise show`: the timeline as text or JSON.

use std::io;

use super::reading::{self, Reading};
use super::settings::{Asked, Settings};
use super::{Exit, Format, TimelineArgument, output};
use crate::export::{Extract, json, text};
use crate::i18n::Lang;
use crate::load::did_you_mean;
use crate::model::{EventIndex, LanguageTag};

/// Print the timeline, as text or as JSON
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    timeline: TimelineArgument,

    /// Only this event, with its subevents and its sources
    #[arg(long, value_name = "ID")]
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
    let event = match arguments.event.as_deref().map(|id| find(&reading, id)).transpose() {
        Ok(event) => event,
        Err(id) => {
            let ids = reading.timeline().events.iter().map(|event| event.id.as_str());
            let help = did_you_mean(id, ids);
            output::complain(format!("the timeline has no event `{id}`"), help.as_deref());
            return Ok(Exit::CouldNotRun);
        }
    };
    reading.warn_of_errors();
    match arguments.format {
        Format::Text => {
            let settings = Settings::read(asked);
            settings.warn_of_problems();
            print_text(&reading, event, settings.lang())?;
        }
        Format::Json => print_json(&reading, event, asked.lang)?,
    }
    Ok(Exit::Clean)
}

/// Prints the timeline, or one event of it, as plain text.
pub(super) fn print_text(reading: &Reading, event: Option<EventIndex>, lang: Lang) -> io::Result<()> {
    let extract = extract(reading, event);
    let mut page = Vec::new();
    text::write(&extract, lang, &mut page)?;
    output::print_lines(&String::from_utf8_lossy(&page))
}

fn print_json(reading: &Reading, event: Option<EventIndex>, lang: Option<Lang>) -> io::Result<()> {
    let own = reading.timeline().language().map(LanguageTag::as_str);
    let tag = lang.map(Lang::tag).or(own).unwrap_or_default();
    output::print(|out| json::write(&extract(reading, event), tag, out))
}

fn extract(reading: &Reading, event: Option<EventIndex>) -> Extract<'_> {
    Extract { timeline: reading.timeline(), anchors: &reading.anchors, event }
}

fn find<'a>(reading: &Reading, id: &'a str) -> Result<EventIndex, &'a str> {
    reading.timeline().event_by_id(id).ok_or(id)
}
