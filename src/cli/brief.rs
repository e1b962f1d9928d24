//! `frise brief`: the timeline as a briefing.

use std::io;
use std::time::SystemTime;

use super::arguments::{BriefingArgument, Format};
use super::browse::{self, Look, Opening};
use super::choose::{self, Choosing};
use super::exit::Exit;
use super::settings::Settings;
use super::{output, reading};
use crate::app::briefing::{self, Start, plan_text};
use crate::briefing::{Choice, Dates, ScreenKind};
use crate::export::write_value;
use crate::model::Timeline;
use crate::tui::Target;

/// Give the timeline as a briefing
///
/// Each event has a slide with its title, its summary, a quote, the claim that sources dispute, and the questions. Space
/// goes on; the down arrow leads to what more there is about an event, and the up arrow back.
///
///     frise brief --minutes 20
///     frise brief --only tag:visit --depth events
///     frise brief ten-minutes
///     frise brief --minutes 20 --plan
#[derive(Clone, Debug, clap::Args)]
#[command(verbatim_doc_comment)]
pub(super) struct Arguments {
    #[command(flatten)]
    which: BriefingArgument,

    #[command(flatten)]
    choosing: Choosing,

    /// How long it may last: what is shown is chosen so that it fits, and a bar shows whether it is in time
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1440))]
    minutes: Option<u32>,

    /// Let the class guess each date before it is revealed
    #[arg(long)]
    hide_dates: bool,

    #[command(flatten)]
    planning: Planning,

    #[command(flatten)]
    look: Look,
}

/// What the plan is printed as.
#[derive(Clone, Debug, clap::Args)]
struct Planning {
    /// Print the slides and their steps, and open nothing; a step is a press of a key at 80×24
    #[arg(long)]
    plan: bool,

    /// How to print the plan
    #[arg(long, value_enum, default_value_t, requires = "plan")]
    format: Format,
}

/// Gives the briefing, prints its plan, or prints the timeline as plain text where standard output is no terminal.
pub(super) fn run(
    arguments: Arguments,
    settings: Settings,
    command: fn() -> clap::Command,
) -> io::Result<Exit> {
    if arguments.planning.plan {
        return plan(&arguments, &settings);
    }
    let Arguments { which, look, .. } = &arguments;
    let (path, _) = which.path_and_briefing();
    let (path, look) = (path.map(ToOwned::to_owned), look.clone());
    let opening = Opening { path: path.as_deref(), look: &look, command };
    browse::open(&opening, settings, move |draft| {
        let (choice, dates) = (arguments.choice(&draft.timeline)?, arguments.dates());
        let start = Start { choice, dates, screen: ScreenKind::Presenter, resumed: None, seed: seed() };
        Ok(Target::Briefing(Box::new(start)))
    })
}

impl Arguments {
    fn choice(&self, timeline: &Timeline) -> Result<Choice, choose::Refusal> {
        let (_, briefing) = self.which.path_and_briefing();
        let outline = briefing.map(|id| choose::outline(timeline, id)).transpose()?;
        let choice = self.choosing.choice(timeline, outline)?;
        Ok(Choice { minutes: self.minutes.or(choice.minutes), ..choice })
    }

    fn dates(&self) -> Dates {
        if self.hide_dates { Dates::Guessed } else { Dates::Shown }
    }
}

fn plan(arguments: &Arguments, settings: &Settings) -> io::Result<Exit> {
    let Some(draft) = reading::draft(arguments.which.path_and_briefing().0) else {
        return Ok(Exit::CouldNotRun);
    };
    let choice = match arguments.choice(&draft.timeline) {
        Ok(choice) => choice,
        Err((message, help)) => {
            output::complain(&message, help.as_deref());
            return Ok(Exit::CouldNotRun);
        }
    };
    let (proof, pace, lang) = (draft.prove(), settings.config.step_time, settings.lang());
    let plan = briefing::plan((&draft, &proof), &choice, arguments.dates(), pace, lang);
    settings.warn_of_problems();
    let room = choice.minutes.map(|minutes| pace.steps_in(minutes));
    if room.is_some_and(|room| plan.steps > room) {
        let (steps, minutes, seconds) = (plan.steps, pace.minutes_for(plan.steps), pace.seconds());
        output::warn(&format!(
            "warning: it does not fit: {steps} steps of {seconds} seconds take {minutes} minutes\n"
        ));
    }
    match arguments.planning.format {
        Format::Json => output::print(|out| write_value(&plan, out))?,
        Format::Text => output::print_lines(&plan_text(&plan, lang))?,
    }
    Ok(Exit::Clean)
}

/// Another number every time.
fn seed() -> u64 {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    u64::from(now.subsec_nanos()) ^ now.as_secs()
}
