//! Briefings, and the quotes that stand for events on their slides.

use super::Facts;
use super::paths::to_quote;
use crate::load::diagnostics::Rule;
use crate::load::diagnostics::Severity::{Error, Warning};
use crate::load::diagnostics::{Finding, Step, said, to};

pub(in crate::load) static UNKNOWN_EVENT: Rule = Rule {
    code: "unknown-event",
    severity: Error,
    summary: "a briefing names an event that the timeline does not have",
    summary_fr: "un briefing renvoie à un événement absent de la frise",
    explanation: "\
The `events` of a briefing are ids of events or subevents of the timeline. One that is not known is
left out of the briefing.

    briefings:
      - {id: short, title: Short, events: [treaty, visitt]}    # wrong: visit
    events:
      - {id: treaty, date: 1961, title: The treaty}
      - {id: visit, date: 2000, title: The visit}",
    explanation_fr: "\
Les `events` d’un briefing sont des identifiants d’événements ou de sous-événements de la frise. Ce
qui est inconnu est laissé hors du briefing.

    briefings:
      - {id: court, title: En bref, events: [traite, visitte]}   # faux\u{a0}: visite
    events:
      - {id: traite, date: 1961, title: Le traité}
      - {id: visite, date: 2000, title: La visite}",
};

pub(in crate::load) static LISTED_TWICE: Rule = Rule {
    code: "listed-twice",
    severity: Warning,
    summary: "a briefing lists an event twice",
    summary_fr: "un briefing nomme deux fois le même événement",
    explanation: "\
A briefing shows each of its events once, where its id stands first in `events`. Take the second one
out, or write the id that was meant.

    briefings:
      - {id: short, title: Short, events: [treaty, visit, treaty]}    # the treaty again",
    explanation_fr: "\
Un briefing montre chacun de ses événements une fois, là où son identifiant figure d’abord dans
`events`. Retirez le second, ou écrivez l’identifiant voulu.

    briefings:
      - {id: court, title: En bref, events: [traite, visite, traite]}    # encore le traité",
};

pub(in crate::load) static BAD_DEPTH: Rule = Rule {
    code: "bad-depth",
    severity: Error,
    summary: "a briefing has no such depth",
    summary_fr: "un briefing n’a pas cette profondeur",
    explanation: "\
The `depth` of a briefing says how much of its events it shows: `main` for the key quote and the
disputed claim of each, `events` for the same of their subevents too, `all` for everything.

    briefings:
      - {id: short, title: Short, depth: main}",
    explanation_fr: "\
La profondeur (`depth`) d’un briefing dit ce qu’il montre de ses événements\u{a0}: `main` pour la
citation clé et l’affirmation contestée de chacun, `events` pour en montrer autant des
sous-événements, `all` pour tout montrer.

    briefings:
      - {id: court, title: En bref, depth: main}",
};

pub(in crate::load) static BAD_MINUTES: Rule = Rule {
    code: "bad-minutes",
    severity: Error,
    summary: "a briefing cannot last that long",
    summary_fr: "un briefing ne peut pas durer ainsi",
    explanation: "\
The `minutes` of a briefing are a whole number from 1 to 1440, which is a day.

    briefings:
      - {id: short, title: Short, minutes: 10}",
    explanation_fr: "\
Les `minutes` d’un briefing sont un nombre entier de 1 à 1440, soit un jour.

    briefings:
      - {id: court, title: En bref, minutes: 10}",
};

pub(in crate::load) static SUBEVENT_ON_MAIN_LINE: Rule = Rule {
    code: "subevent-on-main-line",
    severity: Warning,
    summary: "a briefing of depth main lists a subevent",
    summary_fr: "un briefing de profondeur main nomme un sous-événement",
    explanation: "\
At depth `main` a briefing has one slide for each top-level event. A subevent that it lists is shown
as if it were one, without the event it is part of. Write `depth: events`, or list the event instead.
Where the subevent is meant to stand alone, add this code to the `allow` of the timeline.

    briefings:
      - {id: short, title: Short, events: [signing], depth: main}    # signing is part of treaty",
    explanation_fr: "\
À la profondeur `main`, un briefing a une diapositive par événement principal. Un sous-événement qu’il
nomme se montre comme s’il en était un, sans l’événement dont il fait partie. Écrivez `depth: events`,
ou nommez l’événement. Si le sous-événement doit se montrer seul, ajoutez ce code à l’`allow` de la
frise.

    briefings:
      - {id: court, title: En bref, events: [signature], depth: main}    # partie de traite",
};

pub(super) static TWO_KEY_QUOTES: Rule = Rule {
    code: "two-key-quotes",
    severity: Error,
    summary: "two quotes of an event are marked as its key quote",
    summary_fr: "deux citations d’un événement sont marquées comme sa citation clé",
    explanation: "\
The key quote is the one that an event is shown with on a slide and on the worksheet. An event has one:
where two have `key: true`, the first counts. The quotes of its claims are quotes of the event, too;
those of its subevents are not.

    quotes:
      - {source: doc1, exact: \"signé en 1961\", key: true}
      - {source: doc2, exact: \"le traité de 1961\", key: true}    # wrong",
    explanation_fr: "\
La citation clé est celle qui accompagne un événement sur une diapositive et sur la fiche de travail. Un
événement en a une\u{a0}: si deux ont `key: true`, la première compte. Les citations de ses affirmations
sont aussi des citations de l’événement\u{a0}; celles de ses sous-événements n’en sont pas.

    quotes:
      - {source: doc1, exact: \"signé en 1961\", key: true}
      - {source: doc2, exact: \"le traité de 1961\", key: true}      # faux",
};

pub(super) fn two_key_quotes(facts: &Facts<'_>) -> Vec<Finding> {
    let timeline = facts.timeline();
    let mut findings = Vec::new();
    for (event, data) in timeline.events.iter().enumerate() {
        let marked = timeline.quotes_of(event).filter(|quote| timeline.quotes[*quote].is_key);
        for quote in marked.skip(1) {
            let id = &data.id;
            let message = said!(
                en: "the event `{id}` has a key quote already",
                fr: "l’événement `{id}` a déjà une citation clé",
            );
            let finding =
                Finding::on_key(&TWO_KEY_QUOTES, to(&to_quote(timeline, quote), Step::Key("key")), message);
            findings.push(
                finding
                    .label(said!(en: "the first one counts", fr: "c’est la première qui compte"))
                    .help(said!(en: "take the key out here or there", fr: "retirez la clé ici ou là")),
            );
        }
    }
    findings
}
