//! The quotes: that each stands in its article, says what it seems to say, and that nothing goes without one.

use super::Facts;
use super::paths::{to_event, to_quote};
use crate::evidence::{self, Anchor, Article, Budget, Nearest, OverBudget, Refusal, Span};
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
character or two, ligatures, words divided at the end of a line. A digit, an accent, a capital, a word
more or less is another text. Marked cuts `[…]` are allowed, but not inside a word, a number or a
compound. Other words than the article's stand in brackets, and the quote is then `quote-altered`. The
nearest passage is shown; it is a suggestion, and the article decides. Quotes of an article that
cannot be read are orphans too, but are not listed one by one.

    exact: \"signé en 1962\"           # the article says 1961",
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
};

pub(super) static SHORT_QUOTE: Rule = Rule {
    code: "short-quote",
    severity: Error,
    summary: "a quote is shorter than 12 characters",
    summary_fr: "une citation compte moins de 12 caractères",
    explanation: "\
A word or two can be found in any article, and prove nothing. Take the whole statement: who, what,
when. White space at the ends does not count; of a quote with marks `[…]` only the letters and digits
outside them do.

    exact: \"en 1961\"                 # wrong
    exact: \"le traité signé en 1961\"",
};

pub(super) static QUOTE_MID_WORD: Rule = Rule {
    code: "quote-mid-word",
    severity: Error,
    summary: "a quote begins or ends inside a word, a number or a compound",
    summary_fr: "une citation commence ou finit au milieu d’un mot, d’un nombre ou d’un mot composé",
    explanation: "\
The characters stand in the article, but the quote cuts through its first or last word, number or
compound, and a part may mean something else than the whole. Signs, decimals, groups of digits and
multipliers belong to a number. In scripts without spaces between words nothing is said of words.

    exact: \"possible que le traité soit défensif\"     # the article: Il est impossible que…
    exact: \"5 millions de morts\"                      # the article: 2,5 millions de morts",
};

pub(super) static QUOTE_NOT_LOOKED_UP: Rule = Rule {
    code: "quote-not-looked-up",
    severity: Error,
    summary: "a quote costs too much to look up",
    summary_fr: "la recherche d’une citation coûte trop cher",
    explanation: "\
Some quotes stand in so many ways in an article that looking at each would take minutes: short pieces
between many marks, in an article that repeats itself. So the work that goes into the quotes of one
file is counted, and a quote beyond it is not proven. Give it longer pieces and fewer marks.

    exact: \"a [b] a [b] a [b] a\"        # in an article that says `a a a a a …`",
};

pub(super) static CONTEXT_CONTRADICTED: Rule = Rule {
    code: "context-contradicted",
    severity: Error,
    summary: "the article has other words beside a quote than its prefix or suffix",
    summary_fr: "l’article a d’autres mots à côté d’une citation que son préfixe ou son suffixe",
    explanation: "\
`prefix` is what stands directly before the quote in the article, `suffix` what stands directly after
it. Either the quote was taken from another place, or they were mistyped: copy them from the article.

    exact: \"les deux pays ont signé\"
    prefix: \"en 1962, \"                 # the article: en 1961, les deux pays ont signé",
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
};

pub(super) fn orphan(facts: &Facts<'_>) -> Vec<Finding> {
    let mut budget = Budget::default();
    orphans(facts)
        .filter_map(|(index, quote, article, nearest)| {
            match evidence::refusal(&Facts::selector(quote), article, &mut budget) {
                Ok(Some(Refusal::Edge { .. })) => None,
                Ok(Some(Refusal::Cut { in_quote, in_article })) => {
                    Some(torn_by_cut(facts, index, quote.source?, in_quote, in_article))
                }
                Ok(None) | Err(OverBudget) => Some(orphaned(facts, index, quote, quote.source?, nearest)),
            }
        })
        .collect()
}

/// The orphans that were looked up.
fn orphans<'a>(
    facts: &'a Facts<'a>,
) -> impl Iterator<Item = (QuoteIndex, &'a Quote, &'a Article, Option<&'a Nearest>)> {
    facts.anchored().filter_map(|(index, quote, anchor, article)| match anchor {
        // A missing or empty key is reported where the file is read.
        Anchor::Orphan(_) if quote.exact.trim().is_empty() => None,
        Anchor::Orphan(_) if facts.not_looked_up.binary_search(&index).is_ok() => None,
        Anchor::Orphan(nearest) => Some((index, quote, article, nearest.as_ref())),
        _ => None,
    })
}

fn torn_by_cut(
    facts: &Facts<'_>,
    index: QuoteIndex,
    source: SourceIndex,
    in_quote: Span,
    in_article: Option<Span>,
) -> Finding {
    let message = "a cut stands inside a word, a number or a compound";
    let path = to(&to_quote(facts.timeline(), index), Step::Key("exact"));
    Finding::within(&ORPHAN, path, in_quote.start..in_quote.end, message)
        .label("nothing may be left out here")
        .help("quote the whole word or number, with its unit, and cut elsewhere")
        .more(in_article.and_then(|whole| facts.excerpt(source, &[whole], "this is torn")))
}

pub(super) fn quote_mid_word(facts: &Facts<'_>) -> Vec<Finding> {
    let mut budget = Budget::default();
    orphans(facts)
        .filter_map(|(index, quote, article, _)| {
            let refusal = evidence::refusal(&Facts::selector(quote), article, &mut budget).ok()??;
            let Refusal::Edge { in_quote, in_article } = refusal else { return None };
            let whole = article.slice(in_article).split_whitespace().collect::<Vec<_>>().join(" ");
            let message = format!("the quote begins or ends inside “{whole}”");
            let path = to(&to_quote(facts.timeline(), index), Step::Key("exact"));
            Some(
                Finding::within(&QUOTE_MID_WORD, path, in_quote.start..in_quote.end, message)
                    .label("a part of it")
                    .help("quote whole words, numbers and compounds")
                    .more(facts.excerpt(quote.source?, &[in_article], "the article has")),
            )
        })
        .collect()
}

pub(super) fn quote_not_looked_up(facts: &Facts<'_>) -> Vec<Finding> {
    let finding = |index: &QuoteIndex| {
        let words: String = facts.timeline().quotes[*index].exact.chars().take(AROUND).collect();
        let path = to(&to_quote(facts.timeline(), *index), Step::Key("exact"));
        Finding::on(&QUOTE_NOT_LOOKED_UP, path, format!("not looked up: “{words}…”"))
            .label("costs too much to look up, and is not proven")
            .help("give it longer pieces and fewer marks, or divide the timeline")
    };
    facts.not_looked_up.iter().map(finding).collect()
}

pub(super) fn context_contradicted(facts: &Facts<'_>) -> Vec<Finding> {
    facts
        .anchored()
        .filter_map(|(index, quote, anchor, article)| Some((index, quote, anchor.span()?, article)))
        .flat_map(|(index, quote, passage, article)| {
            let found = evidence::contradicted(&Facts::selector(quote), passage, article);
            [("prefix", "before", found[0]), ("suffix", "after", found[1])].into_iter().filter_map(
                move |(key, side, instead)| {
                    let instead = instead?;
                    let path = to(&to_quote(facts.timeline(), index), Step::Key(key));
                    let said = shortened(article.slice(instead).trim());
                    let message = match said.as_str() {
                        "" => format!("nothing stands {side} these words in `{}`", quote.source_id),
                        said => {
                            format!("in `{}` not this stands {side} the quote, but “{said}”", quote.source_id)
                        }
                    };
                    let finding = Finding::on(&CONTEXT_CONTRADICTED, path, message)
                        .label("not so in the article")
                        .help(format!(
                            "copy the {key} from the article, or leave it out where the quote stands once"
                        ));
                    Some(
                        finding.more(
                            quote.source.and_then(|source| {
                                facts.excerpt(source, &[passage], "the quote stands here")
                            }),
                        ),
                    )
                },
            )
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
            let mut message =
                format!("these words stand in `{}` {}{more} times", quote.source_id, places.len());
            message += &fitting_none(quote, places, facts);
            let excerpts = places.iter().take(SHOWN);
            let excerpts = excerpts.filter_map(|place| facts.excerpt(source, &[*place], "they stand here"));
            Finding::on(&AMBIGUOUS_QUOTE, to(&to_quote(facts.timeline(), index), Step::Key("exact")), message)
                .label("which of them?")
                .help("quote more words, or add the words just before as `prefix` or just after as `suffix`")
                .more(excerpts)
        })
        .collect()
}

/// That the prefix or the suffix of an ambiguous quote fits none of its places, if so.
fn fitting_none(quote: &Quote, places: &[Span], facts: &Facts<'_>) -> String {
    let Some(article) = facts.article(quote) else { return String::new() };
    let found: Vec<_> =
        places.iter().map(|place| evidence::contradicted(&Facts::selector(quote), *place, article)).collect();
    let fits_none =
        |side: usize| places.len() < evidence::MAX_PLACES && found.iter().all(|found| found[side].is_some());
    match (fits_none(0), fits_none(1)) {
        (true, true) => ", and neither its prefix nor its suffix fits any of them".to_owned(),
        (true, false) => ", and its prefix fits none of them".to_owned(),
        (false, true) => ", and its suffix fits none of them".to_owned(),
        (false, false) => String::new(),
    }
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
