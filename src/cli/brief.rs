//! `frise brief`: the timeline as a briefing.

use std::io;
use std::time::Duration;

use super::arguments::TimelineArgument;
use super::browse;
use super::browse::{Look, Opening};
use super::exit::Exit;
use super::settings::Settings;
use crate::app::briefing::Start;
use crate::briefing::Dates;
use crate::briefing::ScreenKind;

/// Give the timeline as a briefing: one slide for each event, one step after the other
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    timeline: TimelineArgument,

    /// Begin with an event, by its id, or with a date in any form a timeline may use
    #[arg(long, value_name = "EVENT|DATE", allow_hyphen_values = true)]
    from: Option<String>,

    /// Let the class guess each date before it is revealed
    #[arg(long)]
    hide_dates: bool,

    /// How long the briefing may last; a bar shows whether it is in time
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1440))]
    minutes: Option<u32>,

    #[command(flatten)]
    look: Look,
}

/// Gives the briefing, or prints the timeline as plain text where standard output is no terminal.
pub(super) fn run(
    arguments: &Arguments,
    settings: Settings,
    command: fn() -> clap::Command,
) -> io::Result<Exit> {
    let start = Start {
        dates: if arguments.hide_dates { Dates::Guessed } else { Dates::Shown },
        screen: ScreenKind::Presenter,
        limit: arguments.minutes.map(|minutes| Duration::from_secs(60 * u64::from(minutes))),
    };
    let opening = Opening {
        path: arguments.timeline.path(),
        at: arguments.from.as_deref(),
        briefing: Some(start),
        look: &arguments.look,
        command,
    };
    browse::open(&opening, settings)
}
