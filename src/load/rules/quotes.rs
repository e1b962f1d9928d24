//! The quotes: that each stands in its article, says what it seems to say, and that nothing goes without one.

use super::Facts;
use super::paths::{to_event, to_quote};
use crate::evidence::{self, Anchor, Nearest, Span};
use crate::load::diagnostics::Rule;
use crate::load::diagnostics::Severity::{Error, Warning};
use crate::load::diagnostics::{Finding, Step, to};
use crate::model::{Event, Quote, QuoteIndex, SourceIndex};

/// How many characters a quote has at least.
const SHORTEST: usize = 12;
/// How many of the places an ambiguous quote may mean are shown.
const SHOWN: usize = 3;

pub(super) static ORPHAN: Rule = Rule {
    code: "orphan",
    severity: Error,
    summary: "the words of a quote do not stand in the article",
    summary_fr: "les mots d’une citation ne sont pas dans l’article",
    explanation: "\
The words of a quote are looked up in the article of its source, one for one. Only how they are
typeset may differ: kinds of apostrophes and quote marks, kinds and numbers of spaces, accents as one
character or two, soft hyphens. A digit, an accent, a capital, a word more or less is another text.
Marked cuts `[…]` and marked changes `[l]es` are allowed, but no change of a name, a number or a
negation. The nearest passage is shown; it is a suggestion, and the article decides. Quotes of an
article that cannot be read are orphans too, but are not listed one by one.

    exact: \"signé en 1962\"           # the article says 1961",
    explanation_fr: "\
Les mots d’une citation sont cherchés dans l’article de sa source, un pour un. Seule la typographie
peut différer\u{a0}: sortes d’apostrophes et de guillemets, sortes et nombre d’espaces, accents en un
caractère ou en deux, césures invisibles. Un chiffre, un accent, une majuscule, un mot de plus ou de
moins font un autre texte. Le passage le plus proche est montré\u{a0}: c’est une suggestion, et l’article
décide. Les citations d’un article illisible sont orphelines aussi, sans être listées.

    exact: \"signé en 1962\"           # l’article dit 1961",
};

pub(super) static AMBIGUOUS_QUOTE: Rule = Rule {
    code: "ambiguous-quote",
    severity: Error,
    summary: "the words of a quote stand in the article more than once",
    summary_fr: "les mots d’une citation se lisent plusieurs fois dans l’article",
    explanation: "\
The words stand in several places of the article, and nothing says which one is meant. Take more
words into the quote, or give the words just before it or just after it, which are not shown as
quoted.

    exact: \"les deux pays\"
    prefix: \"le traité que \"
    suffix: \" ont signé\"",
    explanation_fr: "\
Les mots sont à plusieurs endroits de l’article, et rien ne dit lequel est voulu. Prenez plus de
mots dans la citation, ou donnez les mots juste avant ou juste après, qui ne sont pas montrés comme
cités.

    exact: \"les deux pays\"
    prefix: \"le traité que \"
    suffix: \" ont signé\"",
};

pub(super) static SHORT_QUOTE: Rule = Rule {
    code: "short-quote",
    severity: Warning,
    summary: "a quote is shorter than 12 characters",
    summary_fr: "une citation compte moins de 12 caractères",
    explanation: "\
A word or two can be found in any article, and prove nothing. Take the whole statement: who, what,
when. White space at the ends does not count; of a quote with marks `[…]` only the letters and digits
outside them do.

    exact: \"en 1961\"                 # wrong
    exact: \"le traité signé en 1961\"",
    explanation_fr: "\
Un mot ou deux se trouvent dans n’importe quel article, et ne prouvent pas grand-chose. Prenez toute
la déclaration\u{a0}: qui, quoi, quand. Les espaces aux bords ne comptent pas\u{a0}; d’une citation à marques
`[…]`, seuls comptent les lettres et les chiffres hors des marques.

    exact: \"en 1961\"                 # faux
    exact: \"le traité signé en 1961\"",
};

pub(super) static DROPPED_NEGATION: Rule = Rule {
    code: "dropped-negation",
    severity: Error,
    summary: "a marked cut drops a negation",
    summary_fr: "une coupure signalée supprime une négation",
    explanation: "\
The part that `[…]` leaves out holds a `ne`, `pas`, `not`, `never` or the like, so the quote may say
the contrary of what the article says. Quote the passage whole, or cut it elsewhere.

    exact: \"le traité […] prévoit une intervention\"   # the article: le traité ne prévoit pas…",
    explanation_fr: "\
La partie que `[…]` laisse de côté contient un `ne`, un `pas`, un `not`, un `never` ou un mot
semblable\u{a0}: la citation peut dire le contraire de l’article. Citez tout le passage, ou coupez
ailleurs.

    exact: \"le traité […] prévoit une intervention\"   # l’article : le traité ne prévoit pas…",
};

pub(super) static QUOTE_MID_WORD: Rule = Rule {
    code: "quote-mid-word",
    severity: Warning,
    summary: "a quote begins or ends inside a word",
    summary_fr: "une citation commence ou finit au milieu d’un mot",
    explanation: "\
The words stand in the article, but the quote cuts through the first or the last of them. A part of a
word may mean something else than the word.

    exact: \"possible que le traité soit défensif\"     # the article: Il est impossible que…",
    explanation_fr: "\
Les mots sont dans l’article, mais la citation coupe le premier ou le dernier. Une partie de mot
peut vouloir dire autre chose que le mot.

    exact: \"possible que le traité soit défensif\"     # l’article : Il est impossible que…",
};

pub(super) static EVENT_UNQUOTED: Rule = Rule {
    code: "event-unquoted",
    severity: Warning,
    summary: "an event has no quote to rest on",
    summary_fr: "un événement ne repose sur aucune citation",
    explanation: "\
Neither the event, nor a claim in it, nor an event inside it has a quote. Nobody can tell who says
so. Give it a quote or take it out.

    - id: treaty
      date: 1961
      title: The treaty
      quotes:
        - {source: doc1, exact: \"le traité signé en 1961\"}",
    explanation_fr: "\
Ni l’événement, ni une de ses affirmations, ni un événement qu’il contient n’a de citation. Personne
ne peut dire qui l’affirme. Donnez-lui une citation ou retirez-le.

    - id: treaty
      date: 1961
      title: Le traité
      quotes:
        - {source: doc1, exact: \"le traité signé en 1961\"}",
};

pub(super) static CLAIM_UNQUOTED: Rule = Rule {
    code: "claim-unquoted",
    severity: Warning,
    summary: "a claim has no quote that carries or disputes it",
    summary_fr: "aucune citation n’appuie ni ne conteste une affirmation",
    explanation: "\
A claim is what sources say or deny, so it needs at least one quote.

    claims:
      - says: The talks took two hours
        quotes:
          - {source: doc1, exact: \"qui aura duré deux heures\"}",
    explanation_fr: "\
Une affirmation est ce que des sources disent ou nient\u{a0}: il lui faut au moins une citation.

    claims:
      - says: L’entretien a duré deux heures
        quotes:
          - {source: doc1, exact: \"qui aura duré deux heures\"}",
};

pub(super) fn orphan(facts: &Facts<'_>) -> Vec<Finding> {
    facts
        .anchored()
        .filter_map(|(index, quote, anchor, _)| match anchor {
            // A missing or empty key is reported where the file is read.
            Anchor::Orphan(_) if quote.exact.trim().is_empty() => None,
            Anchor::Orphan(nearest) => Some(orphaned(facts, index, quote, quote.source?, nearest.as_ref())),
            _ => None,
        })
        .collect()
}

fn orphaned(
    facts: &Facts<'_>,
    index: QuoteIndex,
    quote: &Quote,
    source: SourceIndex,
    nearest: Option<&Nearest>,
) -> Finding {
    let message = format!("these words do not stand in `{}`", quote.source_id);
    let path = to(&to_quote(facts.timeline(), index), Step::Key("exact"));
    let Some(nearest) = nearest else {
        return Finding::on(&ORPHAN, path, message)
            .label("nowhere in the article")
            .help("quote the article word for word, and check that it is the right article");
    };
    let differing = nearest.in_quote.first().map(|first| first.start..first.end);
    let finding = match differing {
        Some(stretch) if !stretch.is_empty() => Finding::within(&ORPHAN, path, stretch, message),
        Some(stretch) => Finding::within(&ORPHAN, path, stretch.start..stretch.start + 1, message),
        None => Finding::on(&ORPHAN, path, message),
    };
    let marks =
        if nearest.in_article.is_empty() { vec![nearest.passage] } else { nearest.in_article.clone() };
    finding.label("not so in the article").help(suggestion(facts, source, nearest)).more(facts.excerpt(
        source,
        &marks,
        "the article has",
    ))
}

/// How many characters of what is the same are shown before and after what differs.
const AROUND: usize = 60;

/// A text that both have, without its middle where it is long.
fn shortened(same: &str) -> String {
    let length = same.chars().count();
    if length <= 2 * AROUND + 1 {
        return same.to_owned();
    }
    let start: String = same.chars().take(AROUND).collect();
    let end: String = same.chars().skip(length - AROUND).collect();
    format!("{start}…{end}")
}

/// The nearest passage with its differing words between marks.
fn suggestion(facts: &Facts<'_>, source: SourceIndex, nearest: &Nearest) -> String {
    let Some(article) = &facts.articles[source] else { return String::new() };
    let mut shown = String::new();
    let mut at = nearest.passage.start;
    for differing in &nearest.in_article {
        let (start, end) = (differing.start.max(at), differing.end.min(nearest.passage.end));
        if start < end {
            shown += &shortened(article.slice(Span { start: at, end: start }));
            shown.push('›');
            shown += article.slice(Span { start, end });
            shown.push('‹');
            at = end;
        }
    }
    shown += &shortened(article.slice(Span { start: at, end: nearest.passage.end }));
    let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("the nearest passage is: {shown}")
}

pub(super) fn ambiguous_quote(facts: &Facts<'_>) -> Vec<Finding> {
    facts
        .anchored()
        .filter_map(|(index, quote, anchor, _)| match anchor {
            Anchor::Ambiguous(places) => Some((index, quote, quote.source?, places)),
            _ => None,
        })
        .map(|(index, quote, source, places)| {
            let more = if places.len() < evidence::MAX_PLACES { "" } else { " or more" };
            let message = format!("these words stand in `{}` {}{more} times", quote.source_id, places.len());
            let excerpts = places.iter().take(SHOWN);
            let excerpts = excerpts.filter_map(|place| facts.excerpt(source, &[*place], "they stand here"));
            Finding::on(&AMBIGUOUS_QUOTE, to(&to_quote(facts.timeline(), index), Step::Key("exact")), message)
                .label("which of them?")
                .help("quote more words, or add the words just before as `prefix` or just after as `suffix`")
                .more(excerpts)
        })
        .collect()
}

pub(super) fn short_quote(facts: &Facts<'_>) -> Vec<Finding> {
    let quotes = facts.timeline().quotes.iter().enumerate();
    quotes
        .filter(|(_, quote)| !quote.exact.trim().is_empty())
        .map(|(index, quote)| (index, length(quote)))
        .filter(|(_, length)| *length < SHORTEST)
        .map(|(index, length)| {
            let message = format!("a quote of {length} characters proves nothing");
            Finding::on(&SHORT_QUOTE, to(&to_quote(facts.timeline(), index), Step::Key("exact")), message)
                .label(format!("fewer than {SHORTEST} characters"))
                .help("quote the whole statement")
        })
        .collect()
}

/// How many characters of the quote prove something.
fn length(quote: &Quote) -> usize {
    let outside = evidence::letters_outside_marks(&quote.exact);
    outside.unwrap_or_else(|| quote.exact.trim().chars().count())
}

pub(super) fn dropped_negation(facts: &Facts<'_>) -> Vec<Finding> {
    facts
        .anchored()
        .filter_map(|(index, quote, anchor, article)| {
            let Anchor::Elided(pieces) = anchor else { return None };
            let dropped = evidence::dropped_negation(&quote.exact, pieces, article)?;
            let message = format!("a cut drops “{}”", article.slice(dropped));
            Some(
                Finding::on(
                    &DROPPED_NEGATION,
                    to(&to_quote(facts.timeline(), index), Step::Key("exact")),
                    message,
                )
                .label("may say the contrary of the article")
                .help("quote the passage whole, or cut it elsewhere")
                .more(facts.excerpt(quote.source?, &[dropped], "this is left out")),
            )
        })
        .collect()
}

pub(super) fn quote_mid_word(facts: &Facts<'_>) -> Vec<Finding> {
    facts
        .anchored()
        .filter_map(|(index, quote, anchor, article)| {
            let (Anchor::Exact(span) | Anchor::Typographic(span)) = *anchor else { return None };
            evidence::cuts_mid_word(span, article).then(|| {
                let message = "the quote begins or ends inside a word of the article";
                Finding::on(
                    &QUOTE_MID_WORD,
                    to(&to_quote(facts.timeline(), index), Step::Key("exact")),
                    message,
                )
                .help("quote whole words")
                .more(quote.source.and_then(|source| facts.excerpt(source, &[span], "the quoted part")))
            })
        })
        .collect()
}

pub(super) fn event_unquoted(facts: &Facts<'_>) -> Vec<Finding> {
    let timeline = facts.timeline();
    let rests_on_nothing = |index: usize, event: &Event| {
        let first = event.quotes.start;
        timeline.quotes_of(event.end - 1).end == first && timeline.quotes_of(index).is_empty()
    };
    let events = timeline.events.iter().enumerate();
    events
        .filter(|(index, event)| rests_on_nothing(*index, event))
        .map(|(index, event)| {
            let message = format!("the event `{}` has no quote to rest on", event.id);
            Finding::on(&EVENT_UNQUOTED, to(&to_event(facts.timeline(), index), Step::Key("title")), message)
                .label("who says so?")
                .help("give it a quote, or take it out")
        })
        .collect()
}

pub(super) fn claim_unquoted(facts: &Facts<'_>) -> Vec<Finding> {
    let events = facts.timeline().events.iter().enumerate();
    events
        .flat_map(|(index, event)| event.claims.iter().enumerate().map(move |claim| (index, claim)))
        .filter(|(_, (_, claim))| claim.quotes.is_empty())
        .map(|(index, (position, _))| {
            let mut path = to_event(facts.timeline(), index);
            path.extend([Step::Key("claims"), Step::Item(position), Step::Key("says")]);
            Finding::on(&CLAIM_UNQUOTED, path, "the claim has no quote that carries or disputes it")
                .label("who says so?")
                .help("give it a quote, or take it out")
        })
        .collect()
}
