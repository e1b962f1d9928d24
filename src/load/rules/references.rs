//! Ids: that each names one thing, that what is named exists, that what exists is named.

use std::collections::HashMap;

use super::Facts;
use super::paths::{to_briefing, to_event, to_place, to_source};
use crate::load::diagnostics::Rule;
use crate::load::diagnostics::Severity::{Error, Warning};
use crate::load::diagnostics::{Finding, Path, Step, said, to};

pub(super) static DUPLICATE_ID: Rule = Rule {
    code: "duplicate-id",
    severity: Error,
    summary: "two events, two sources, two places or two briefings have the same id",
    summary_fr: "deux événements, deux sources, deux lieux ou deux briefings ont le même identifiant",
    explanation: "\
An id names one event, one source, one place or one briefing. Where two have the same, what refers to
it means the first in the file, and the second cannot be reached. Subevents share their ids with all
other events.

    - {id: visit, date: 2000-07, title: The first visit}
    - {id: visit, date: 2024-06, title: The second visit}      # wrong",
    explanation_fr: "\
Un identifiant désigne un seul événement, une seule source, un seul lieu ou un seul briefing. Si deux
ont le même, ce qui y renvoie désigne le premier du fichier, et l’autre est hors d’atteinte. Les
sous-événements partagent leurs identifiants avec les autres.

    - {id: visit, date: 2000-07, title: La première visite}
    - {id: visit, date: 2024-06, title: La seconde visite}     # faux",
};

pub(in crate::load) static UNKNOWN_SOURCE: Rule = Rule {
    code: "unknown-source",
    severity: Error,
    summary: "a quote names a source that the timeline does not have",
    summary_fr: "une citation renvoie à une source absente de la frise",
    explanation: "\
The `source` of a quote is the id of one of the timeline's `sources`. Without its source a quote
cannot be checked, and is shown as an orphan.

    sources:
      - {id: doc1, text: articles/doc1.txt}
    events:
      - id: treaty
        quotes:
          - {source: dok1, exact: \"signé en 1961\"}           # wrong: doc1",
    explanation_fr: "\
La `source` d’une citation est l’identifiant d’une des `sources` de la frise. Sans sa source, une
citation ne peut pas être vérifiée, et se présente comme orpheline.

    sources:
      - {id: doc1, text: articles/doc1.txt}
    events:
      - id: treaty
        quotes:
          - {source: dok1, exact: \"signé en 1961\"}             # faux\u{a0}: doc1",
};

pub(in crate::load) static UNKNOWN_PLACE: Rule = Rule {
    code: "unknown-place",
    severity: Error,
    summary: "an event names a place that the timeline does not have",
    summary_fr: "un événement renvoie à un lieu absent de la frise",
    explanation: "\
The `places` of an event are ids of the timeline's `places`, not names. What is not known is left
out of the route.

    places:
      - {id: pyongyang, name: Pyongyang}
    events:
      - {id: visit, date: 2000, title: The visit, places: [Pyongyang]}   # wrong: pyongyang",
    explanation_fr: "\
Les `places` d’un événement sont des identifiants de lieux de la frise, pas des noms. Ce qui est
inconnu est laissé hors de l’itinéraire.

    places:
      - {id: pyongyang, name: Pyongyang}
    events:
      - {id: visit, date: 2000, title: La visite, places: [Pyongyang]}   # faux\u{a0}: pyongyang",
};

pub(super) static SOURCE_UNQUOTED: Rule = Rule {
    code: "source-unquoted",
    severity: Warning,
    summary: "a source is never quoted",
    summary_fr: "une source n’est jamais citée",
    explanation: "\
No quote names this source, so nothing in the timeline rests on it, and yet it would be shown among
the sources. Quote it or take it out.

    sources:
      - {id: doc9, text: articles/doc9.txt}      # and no quote with `source: doc9`",
    explanation_fr: "\
Aucune citation ne nomme cette source\u{a0}: rien dans la frise ne repose sur elle, et pourtant elle
figurerait parmi les sources. Citez-la ou retirez-la.

    sources:
      - {id: doc9, text: articles/doc9.txt}      # et aucune citation avec `source: doc9`",
};

pub(super) static UNUSED_PLACE: Rule = Rule {
    code: "unused-place",
    severity: Warning,
    summary: "nothing happens in a place",
    summary_fr: "il ne se passe rien dans ce lieu",
    explanation: "\
No event names this place, so it is never shown. Name it in an event or take it out.

    places:
      - {id: seoul, name: Seoul}                 # and no event with `places: [seoul]`",
    explanation_fr: "\
Aucun événement ne nomme ce lieu\u{a0}: il ne se voit jamais. Nommez-le dans un événement ou retirez-le.

    places:
      - {id: seoul, name: Séoul}                 # et aucun événement avec `places: [seoul]`",
};

pub(super) fn duplicate_id(facts: &Facts<'_>) -> Vec<Finding> {
    let timeline = facts.timeline();
    // The file's order, not time's, decides which is the first.
    let mut events: Vec<(Path, &str)> = (0..timeline.events.len())
        .map(|event| (to_event(facts.timeline(), event), timeline.events[event].id.as_str()))
        .collect();
    events.sort_by_cached_key(|(path, _)| positions(path));
    let sources = timeline.sources.iter().enumerate();
    let sources =
        sources.map(|(source, data)| (to_source(facts.timeline(), source), data.id.as_str())).collect();
    let places = timeline.places.iter().map(|place| (to_place(place), place.id.as_str())).collect();
    let briefings = timeline.briefings.iter();
    let briefings = briefings.map(|outline| (to_briefing(outline), outline.id.as_str())).collect();
    [
        (("event", "l’événement"), events),
        (("source", "la source"), sources),
        (("place", "le lieu"), places),
        (("briefing", "le briefing"), briefings),
    ]
    .into_iter()
    .flat_map(|(kind, ids)| duplicates(kind, ids))
    .collect()
}

fn positions(path: &[Step]) -> Vec<usize> {
    let position = |step: &Step| match step {
        Step::Item(position) => Some(*position),
        Step::Key(_) => None,
    };
    path.iter().filter_map(position).collect()
}

fn duplicates((kind, kind_fr): (&str, &str), ids: Vec<(Path, &str)>) -> Vec<Finding> {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let mut findings = Vec::new();
    for (path, id) in ids {
        let count = seen.entry(id).or_default();
        *count += 1;
        if *count > 1 {
            let message = said!(
                en: "the {kind} `{id}` stands here for the second time",
                fr: "{kind_fr} `{id}` figure ici pour la deuxième fois",
            );
            let better = format!("{id}-{count}");
            findings.push(
                Finding::on(&DUPLICATE_ID, to(&path, Step::Key("id")), message)
                    .label(said!(en: "the first one counts", fr: "seul le premier compte"))
                    .help(said!(
                        en: "give it an id of its own, such as `{better}`",
                        fr: "donnez-lui son propre identifiant, par exemple `{better}`",
                    ))
                    .probably(&better),
            );
        }
    }
    findings
}

pub(super) fn source_unquoted(facts: &Facts<'_>) -> Vec<Finding> {
    let timeline = facts.timeline();
    let mut is_quoted = vec![false; timeline.sources.len()];
    for source in timeline.quotes.iter().filter_map(|quote| quote.source) {
        is_quoted[source] = true;
    }
    let unquoted = (0..is_quoted.len()).filter(|source| !is_quoted[*source]);
    unquoted
        .map(|source| {
            let id = &timeline.sources[source].id;
            let message =
                said!(en: "the source `{id}` is never quoted", fr: "la source `{id}` n’est jamais citée");
            Finding::on(&SOURCE_UNQUOTED, to(&to_source(facts.timeline(), source), Step::Key("id")), message)
                .help(said!(en: "quote it or take it out", fr: "citez-la ou retirez-la"))
        })
        .collect()
}

pub(super) fn unused_place(facts: &Facts<'_>) -> Vec<Finding> {
    let timeline = facts.timeline();
    let mut is_used = vec![false; timeline.places.len()];
    for place in timeline.events.iter().flat_map(|event| &event.places) {
        is_used[*place] = true;
    }
    let unused = timeline.places.iter().zip(is_used).filter(|(_, is_used)| !is_used);
    unused
        .map(|(place, _)| {
            let id = &place.id;
            let message =
                said!(en: "nothing happens in the place `{id}`", fr: "il ne se passe rien dans le lieu `{id}`");
            Finding::on(&UNUSED_PLACE, to(&to_place(place), Step::Key("id")), message)
                .help(said!(en: "name it in an event or take it out", fr: "nommez-le dans un événement ou retirez-le"))
        })
        .collect()
}
