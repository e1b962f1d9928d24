//! What of a timeline a briefing or a handout shows, as the command line says it.

use clap::ValueEnum;

use super::at;
use crate::briefing::Choice;
use crate::evidence::Anchor;
use crate::i18n::Lang;
use crate::load::did_you_mean;
use crate::model::{Depth, EventIndex, Timeline};
use crate::search::{Corpus, Index, Query};

/// Which events, and how much of them.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Choosing {
    /// Only these events: ids, or anything the list can be filtered by, such as tag:visit
    #[arg(long, value_name = "EVENT|tag:TAG", num_args = 1..)]
    only: Vec<String>,

    /// Leave out what is before this event or date
    #[arg(long, value_name = "EVENT|DATE", allow_hyphen_values = true)]
    from: Option<String>,

    /// Leave out what is after this event or date
    #[arg(long, value_name = "EVENT|DATE", allow_hyphen_values = true)]
    to: Option<String>,

    /// How much: the key quote and the disputed claim of each event, the subevents too, or every word
    #[arg(long, value_enum, value_name = "DEPTH")]
    depth: Option<DepthArgument>,
}

/// [`Depth`] on the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum DepthArgument {
    Main,
    Events,
    All,
}

/// Why nothing can be chosen, and what would help.
pub(super) type Refusal = (String, Option<String>);

fn end(timeline: &Timeline, option: &str, at: Option<&str>) -> Result<Option<EventIndex>, Refusal> {
    at.map(|at| at::find(timeline, option, at)).transpose()
}

impl Choosing {
    /// What is chosen of the timeline's own briefing of that number, or of the whole timeline.
    ///
    /// # Errors
    ///
    /// What is wrong with an option, and what would help.
    pub(super) fn choice(&self, timeline: &Timeline, outline: Option<usize>) -> Result<Choice, Refusal> {
        let mut choice = outline.map_or_else(Choice::default, |number| Choice::outlined(timeline, number));
        let depth = self.depth.map(|depth| match depth {
            DepthArgument::Main => Depth::Main,
            DepthArgument::Events => Depth::Events,
            DepthArgument::All => Depth::All,
        });
        choice.depth = depth.or(choice.depth);
        let mut chosen: Option<Vec<EventIndex>> = choice.events.take();
        if !self.only.is_empty() {
            let wanted = self.named(timeline)?;
            // The order of a briefing stays; without one it is that of time.
            chosen = Some(match chosen {
                Some(events) => events.into_iter().filter(|event| wanted.contains(event)).collect(),
                None => wanted,
            });
        }
        let (first, last) =
            (end(timeline, "--from", self.from.as_deref())?, { end(timeline, "--to", self.to.as_deref())? });
        if first.is_some() || last.is_some() {
            let top = |event: EventIndex| {
                std::iter::successors(Some(event), |event| timeline.events[*event].parent)
                    .last()
                    .unwrap_or(event)
            };
            let (from, to) = (first.map_or(0, top), last.map_or(usize::MAX, top));
            let events = chosen.unwrap_or_else(|| timeline.children(None).collect());
            chosen = Some(events.into_iter().filter(|event| (from..=to).contains(&top(*event))).collect());
        }
        if chosen.as_ref().is_some_and(Vec::is_empty) {
            return Err(("no event is left to show".into(), Some("choose fewer conditions".into())));
        }
        choice.events = chosen;
        Ok(choice)
    }

    /// The events that `--only` names, in the order of the timeline.
    fn named(&self, timeline: &Timeline) -> Result<Vec<EventIndex>, Refusal> {
        let anchors: &[Anchor] = &[];
        let corpus = Corpus { timeline, articles: &[], anchors };
        let mut index = None;
        let mut events = Vec::new();
        for wanted in &self.only {
            if let Some(event) = timeline.event_by_id(wanted) {
                events.push(event);
                continue;
            }
            let index = index.get_or_insert_with(|| Index::new(corpus));
            let found = index.events(&Query::parse(wanted), &|| false).unwrap_or_default();
            if found.is_empty() || !wanted.contains(':') && !wanted.starts_with('#') {
                let ids = timeline.events.iter().map(|event| event.id.as_str());
                let message = format!("--only `{wanted}`: no event answers");
                return Err((message, meant(wanted, ids)));
            }
            events.extend(found);
        }
        events.sort_unstable();
        events.dedup();
        Ok(events)
    }
}

/// The number of the timeline's own briefing called `id`.
///
/// # Errors
///
/// There is none; the nearest id is said.
pub(super) fn outline(timeline: &Timeline, id: &str) -> Result<usize, Refusal> {
    let found = timeline.briefings.iter().position(|outline| outline.id == id);
    found.ok_or_else(|| {
        let ids: Vec<&str> = timeline.briefings.iter().map(|outline| outline.id.as_str()).collect();
        let all = (!ids.is_empty()).then(|| format!("its briefings are `{}`", ids.join("`, `")));
        let help = meant(id, ids.iter().copied()).or(all);
        (format!("the timeline has no briefing `{id}`"), help)
    })
}

/// The id among `ids` that is most like `id`.
fn meant<'i>(id: &str, ids: impl Iterator<Item = &'i str>) -> Option<String> {
    did_you_mean(id, ids).map(|help| help.in_language(Lang::En).to_owned())
}
