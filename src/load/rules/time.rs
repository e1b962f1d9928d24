//! Time: that what is inside an event happens during it, and that somebody says when.

use super::Facts;
use super::paths::to_event;
use super::years::{Years, years_in};
use crate::load::diagnostics::Rule;
use crate::load::diagnostics::Severity::{Error, Warning};
use crate::load::diagnostics::{Finding, Step, to};
use crate::model::{Bound, Date, EventIndex};

pub(super) static SUBEVENT_OUTSIDE_PARENT: Rule = Rule {
    code: "subevent-outside-parent",
    severity: Error,
    summary: "an event inside another happens outside its time",
    summary_fr: "un événement inclus dans un autre se passe hors de sa période",
    explanation: "\
A subevent is a part of its event, so no day on which it may have happened lies before the event
begins or after it ends. Correct one of the two dates, widen the event, or take the subevent out of
it. Ends that are open or unknown are not compared.

    - id: talks
      date: 2000/2001
      title: The talks
      subevents:
        - {id: last, date: 2002-03, title: The last talk}      # wrong: after 2001",
};

pub(super) static DATE_UNBORNE: Rule = Rule {
    code: "date-unborne",
    severity: Warning,
    summary: "no quote and no source bears out the year of an event",
    summary_fr: "ni citation ni source n’atteste l’année d’un événement",
    explanation: "\
None of the years that the date covers stands in a quote of the event, of its claims or of the events
inside it, nor is it the year in which a source quoted there was issued. A decade or a century that a
quote names counts. So the year is known from elsewhere, or wrong. Quote the words it is taken from.

    - id: treaty
      date: 1961
      title: The treaty
      quotes:
        - {source: doc1, exact: \"le traité garantissait une intervention\"}   # when?",
};

pub(super) fn subevent_outside_parent(facts: &Facts<'_>) -> Vec<Finding> {
    let timeline = facts.timeline();
    let inside = timeline.events.iter().enumerate().filter_map(|(index, event)| {
        let parent = &timeline.events[event.parent?];
        Some((index, event, event.date.date()?, parent, parent.date.date()?))
    });
    inside
        .filter(|(_, _, date, _, around)| !lies_within(date, around))
        .map(|(index, event, date, parent, around)| {
            let message = format!("`{}` happens outside `{}`, which it is a part of", event.id, parent.id);
            Finding::on(
                &SUBEVENT_OUTSIDE_PARENT,
                to(&to_event(facts.timeline(), index), Step::Key("date")),
                message,
            )
            .label(format!("not within {}", around.written()))
            .help(format!(
                "correct {} or {}, or take it out of `{}`",
                date.written(),
                around.written(),
                parent.id
            ))
        })
        .collect()
}

/// Whether no known end of `date` lies beyond a known end of `around`.
fn lies_within(date: &Date, around: &Date) -> bool {
    let is_after = |a: Bound, b: Bound| match (a, b) {
        (Bound::Day(a), Bound::Day(b)) => a > b,
        _ => false,
    };
    !is_after(around.earliest(), date.earliest()) && !is_after(date.latest(), around.latest())
}

pub(super) fn date_unborne(facts: &Facts<'_>) -> Vec<Finding> {
    let timeline = facts.timeline();
    (0..timeline.events.len())
        .filter_map(|index| {
            let years = Years::of(timeline.events[index].date.date()?)?;
            // An event without any quote has a problem of its own.
            let said = quotes_within(facts, index);
            (!said.is_empty() && !is_borne_out(facts, said, years)).then_some(index)
        })
        .map(|index| {
            let event = &timeline.events[index];
            let message = format!("no quote of `{}` and no date of its sources says when it was", event.id);
            Finding::on(&DATE_UNBORNE, to(&to_event(facts.timeline(), index), Step::Key("date")), message)
                .label("who says so?")
                .help("quote the words that the year is taken from")
        })
        .collect()
}

/// The quotes of an event, of its claims and of all events inside it.
fn quotes_within(facts: &Facts<'_>, event: EventIndex) -> std::ops::Range<usize> {
    let timeline = facts.timeline();
    timeline.quotes_of(event).start..timeline.quotes_of(timeline.events[event].end - 1).end
}

fn is_borne_out(facts: &Facts<'_>, quotes: std::ops::Range<usize>, years: Years) -> bool {
    let timeline = facts.timeline();
    timeline.quotes[quotes].iter().any(|quote| {
        let issued = quote.source.and_then(|source| timeline.sources[source].issued.as_ref()?.date());
        issued.and_then(Years::of).is_some_and(|issued| issued.meets(years))
            || years_in(&quote.exact).any(|named| named.meets(years))
    })
}
