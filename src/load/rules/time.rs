//! Time: that what is inside an event happens during it, and that somebody says when.

use super::Facts;
use super::paths::{to_event, to_source};
use super::years::{Years, years_in};
use crate::i18n::{self, Lang};
use crate::load::diagnostics::Rule;
use crate::load::diagnostics::Severity::{Error, Warning};
use crate::load::diagnostics::{Finding, Step, said, to};
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
    explanation_fr: "\
Un sous-événement est une partie de son événement\u{a0}: aucun des jours où il a pu avoir lieu n’est
avant le début de l’événement ni après sa fin. Corrigez l’une des dates, élargissez l’événement, ou
sortez-en le sous-événement. Les bornes ouvertes ou inconnues ne sont pas comparées.

    - id: talks
      date: 2000/2001
      title: Les pourparlers
      subevents:
        - {id: last, date: 2002-03, title: Le dernier}         # faux\u{a0}: après 2001",
};

pub(super) static SEASON_OR_YEARS: Rule = Rule {
    code: "season-or-years",
    severity: Warning,
    summary: "a date is read as a part of a year, and may be meant as years",
    summary_fr: "une date se lit comme une partie d’année, mais peut désigner des années",
    explanation: "\
In EDTF two digits from 21 to 41 after a year are a season, a quarter or another part of it: `1936-39`
is the last four months of 1936. Most people who write it mean the years from 1936 to 1939. Write those
with four digits each, or the part of the year in words or by its months.

    date: 1936-39                    # September to December 1936, says EDTF
    date: 1936/1939
    date: 1936-09/1936-12",
    explanation_fr: "\
En EDTF, deux chiffres de 21 à 41 derrière une année désignent une saison, un trimestre ou une autre
partie de l’année\u{a0}: `1936-39` est le dernier tiers de 1936. Qui l’écrit pense le plus souvent aux
années 1936 à 1939. Écrivez-les avec quatre chiffres, ou la partie de l’année en toutes lettres ou par
ses mois.

    date: 1936-39                    # de septembre à décembre 1936, dit EDTF
    date: 1936/1939
    date: 1936-09/1936-12",
};

pub(super) static DATE_UNBORNE: Rule = Rule {
    code: "date-unborne",
    severity: Warning,
    summary: "the quotes of an event name other years than its date",
    summary_fr: "les citations d’un événement nomment d’autres années que sa date",
    explanation: "\
The quotes of the event, of its claims and of the events inside it name years, and none of them is one
that the date covers; nor is it the year in which a source quoted there was issued. So the date is
wrong, or known from elsewhere. Quote the words it is taken from. A decade or a century counts.

    - id: treaty
      date: 1962
      title: The treaty
      quotes:
        - {source: doc1, exact: \"le traité signé en 1961\"}   # 1961 or 1962?",
    explanation_fr: "\
Les citations de l’événement, de ses affirmations et des événements qu’il contient nomment des
années, et aucune n’est de celles que couvre la date\u{a0}; ce n’est pas non plus l’année de parution
d’une source citée. La date est donc fausse, ou connue d’ailleurs. Citez les mots d’où elle vient.

    - id: treaty
      date: 1962
      title: Le traité
      quotes:
        - {source: doc1, exact: \"le traité signé en 1961\"}     # 1961 ou 1962\u{a0}?",
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
            let (id, parent, own, whole) = (&event.id, &parent.id, date.written(), around.written());
            let message = said!(
                en: "`{id}` happens outside `{parent}`, which it is a part of",
                fr: "`{id}` a lieu hors de `{parent}`, dont il fait partie",
            );
            Finding::on(
                &SUBEVENT_OUTSIDE_PARENT,
                to(&to_event(facts.timeline(), index), Step::Key("date")),
                message,
            )
            .label(said!(en: "not within {whole}", fr: "pas dans {whole}"))
            .help(said!(
                en: "correct {own} or {whole}, or take it out of `{parent}`",
                fr: "corrigez {own} ou {whole}, ou sortez-le de `{parent}`",
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

pub(super) fn season_or_years(facts: &Facts<'_>) -> Vec<Finding> {
    let timeline = facts.timeline();
    let events = timeline.events.iter().enumerate().filter_map(|(index, event)| {
        Some((to(&to_event(timeline, index), Step::Key("date")), event.date.date()?))
    });
    let sources = timeline.sources.iter().enumerate().filter_map(|(index, source)| {
        Some((to(&to_source(timeline, index), Step::Key("issued")), source.issued.as_ref()?.date()?))
    });
    sources
        .chain(events)
        .filter_map(|(path, date)| {
            let years = date.as_years()?;
            let (season, season_fr) = (i18n::date(date, Lang::En), i18n::date(date, Lang::Fr));
            let written = date.written().trim();
            let message = said!(
                en: "in EDTF `{written}` is {season}; most people mean years",
                fr: "en EDTF, `{written}` est {season_fr}\u{a0}; on veut dire d’ordinaire des années",
            );
            let months = match (date.earliest(), date.latest()) {
                (Bound::Day(first), Bound::Day(last)) => {
                    format!("{:04}-{:02}/{:04}-{:02}", first.year, first.month, last.year, last.month)
                }
                _ => season.clone(),
            };
            let help = said!(
                en: "write {years} for the years, or {months} for the part of the year",
                fr: "écrivez {years} pour les années, ou {months} pour la partie de l’année",
            );
            Some(
                Finding::on(&SEASON_OR_YEARS, path, message)
                    .label(said!(
                        en: "a part of the year, or years?",
                        fr: "une partie d’année, ou des années\u{a0}?",
                    ))
                    .help(help),
            )
        })
        .collect()
}

pub(super) fn date_unborne(facts: &Facts<'_>) -> Vec<Finding> {
    let timeline = facts.timeline();
    (0..timeline.events.len())
        .filter_map(|index| {
            let years = Years::of(timeline.events[index].date.date()?)?;
            let said = quotes_within(facts, index);
            names_others_only(facts, said, years).then_some(index)
        })
        .map(|index| {
            let id = &timeline.events[index].id;
            let message = said!(
                en: "the quotes of `{id}` name other years than its date",
                fr: "les citations de `{id}` nomment d’autres années que sa date",
            );
            Finding::on(&DATE_UNBORNE, to(&to_event(facts.timeline(), index), Step::Key("date")), message)
                .label(said!(en: "who says so?", fr: "qui le dit\u{a0}?"))
                .help(said!(
                    en: "check the date, or quote the words that it is taken from",
                    fr: "vérifiez la date, ou citez les mots d’où elle vient",
                ))
        })
        .collect()
}

/// The quotes of an event, of its claims and of all events inside it.
fn quotes_within(facts: &Facts<'_>, event: EventIndex) -> std::ops::Range<usize> {
    let timeline = facts.timeline();
    timeline.quotes_of(event).start..timeline.quotes_of(timeline.events[event].end - 1).end
}

/// Whether the quotes name years, and neither they nor the dates of their sources name one of `years`.
fn names_others_only(facts: &Facts<'_>, quotes: std::ops::Range<usize>, years: Years) -> bool {
    let timeline = facts.timeline();
    let quotes = &timeline.quotes[quotes];
    let is_borne_out = quotes.iter().any(|quote| {
        let issued = quote.source.and_then(|source| timeline.sources[source].issued.as_ref()?.date());
        issued.and_then(Years::of).is_some_and(|issued| issued.meets(years))
            || years_in(&quote.exact).any(|named| named.meets(years))
    });
    !is_borne_out && quotes.iter().any(|quote| years_in(&quote.exact).any(Years::is_clearly_meant))
}
