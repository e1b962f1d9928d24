//! The quotes: that each stands in its article, says what it seems to say, and that nothing goes without one.

use super::Facts;
use super::paths::{to_event, to_quote};
use crate::evidence::{self, Anchor, Article, Budget, Nearest, OverBudget, Refusal, Span};
use crate::load::diagnostics::Rule;
use crate::load::diagnostics::Severity::{Error, Warning};
use crate::load::diagnostics::{Finding, Localized, Step, said, to};
use crate::model::{Event, Quote, QuoteIndex, SourceIndex};

/// How many characters a quote has at least.
const SHORTEST: usize = 12;
/// How many of the places an ambiguous quote may mean are shown.
const SHOWN: usize = 3;

pub(super) static ORPHAN: Rule = Rule {
    code: "orphan",
    severity: Error,
    summary: "the words of a quote are not in the article",
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
    explanation_fr: "\
Les mots d’une citation sont cherchés dans l’article de sa source, un pour un. Seule la typographie
peut différer\u{a0}: sortes d’apostrophes et de guillemets, sortes et nombre d’espaces, accents en un
caractère ou en deux, ligatures, mots coupés en fin de ligne. Un chiffre, un accent, une majuscule, un
mot de plus ou de moins font un autre texte. Les coupures `[…]` sont admises, sauf dans un mot, un
nombre ou un mot composé. D’autres mots que ceux de l’article se mettent entre crochets, et la citation
est alors `quote-altered`. Le passage le plus proche est montré\u{a0}: c’est une suggestion, et l’article
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
    explanation_fr: "\
Les mots sont dans l’article, mais la citation coupe le premier ou le dernier, ou un nombre, ou un
mot composé. Une partie peut vouloir dire autre chose que le tout. Signes, décimales, groupes de
chiffres et multiplicateurs font partie du nombre. Dans les écritures sans espaces entre les mots, rien
n’est dit des mots.

    exact: \"possible que le traité soit défensif\"     # l’article\u{a0}: Il est impossible que…
    exact: \"5 millions de morts\"                      # l’article\u{a0}: 2,5 millions de morts",
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
    explanation_fr: "\
Certaines citations peuvent se placer de tant de façons dans un article que les examiner toutes
prendrait des minutes\u{a0}: des morceaux courts entre beaucoup de marques, dans un article qui se
répète. Le travail consacré aux citations d’un fichier est donc compté, et une citation qui le
dépasse n’est pas prouvée. Donnez-lui des morceaux plus longs et moins de marques.

    exact: \"a [b] a [b] a [b] a\"        # dans un article qui dit `a a a a a …`",
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
    explanation_fr: "\
`prefix` est ce qui précède directement la citation dans l’article, `suffix` ce qui la suit
directement. Ou bien la citation vient d’un autre endroit, ou bien ils sont mal copiés\u{a0}: copiez-les
de l’article.

    exact: \"les deux pays ont signé\"
    prefix: \"en 1962, \"                 # l’article\u{a0}: en 1961, les deux pays ont signé",
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
    let message = said!(
        en: "a cut stands inside a word, a number or a compound",
        fr: "une coupure se trouve dans un mot, un nombre ou un mot composé",
    );
    let path = to(&to_quote(facts.timeline(), index), Step::Key("exact"));
    Finding::within(&ORPHAN, path, in_quote.start..in_quote.end, message)
        .label(said!(en: "nothing may be left out here", fr: "rien ne peut être omis ici"))
        .help(said!(
            en: "quote the whole word or number, with its unit, and cut elsewhere",
            fr: "citez tout le mot ou tout le nombre, avec son unité, et coupez ailleurs",
        ))
        .more(in_article.and_then(|whole| {
            facts.excerpt(
                source,
                &[whole],
                said!(en: "the quote divides this", fr: "la citation divise ceci"),
            )
        }))
}

pub(super) fn quote_mid_word(facts: &Facts<'_>) -> Vec<Finding> {
    let mut budget = Budget::default();
    orphans(facts)
        .filter_map(|(index, quote, article, _)| {
            let refusal = evidence::refusal(&Facts::selector(quote), article, &mut budget).ok()??;
            let Refusal::Edge { in_quote, in_article } = refusal else { return None };
            let whole = article.slice(in_article).split_whitespace().collect::<Vec<_>>().join(" ");
            let message = said!(
                en: "the quote begins or ends inside “{whole}”",
                fr: "la citation commence ou finit à l’intérieur de «\u{a0}{whole}\u{a0}»",
            );
            let path = to(&to_quote(facts.timeline(), index), Step::Key("exact"));
            Some(
                Finding::within(&QUOTE_MID_WORD, path, in_quote.start..in_quote.end, message)
                    .label(said!(en: "a part of it", fr: "une partie"))
                    .help(said!(
                        en: "quote whole words, numbers and compounds",
                        fr: "citez des mots, des nombres et des mots composés entiers",
                    ))
                    .more(facts.excerpt(quote.source?, &[in_article], article_has())),
            )
        })
        .collect()
}

pub(super) fn quote_not_looked_up(facts: &Facts<'_>) -> Vec<Finding> {
    let finding = |index: &QuoteIndex| {
        let words: String = facts.timeline().quotes[*index].exact.chars().take(NAMED_BY).collect();
        let path = to(&to_quote(facts.timeline(), *index), Step::Key("exact"));
        let message =
            said!(en: "not looked up: “{words}…”", fr: "non recherchée\u{a0}: «\u{a0}{words}…\u{a0}»");
        Finding::on(&QUOTE_NOT_LOOKED_UP, path, message)
            .label(said!(
                en: "costs too much to look up, and is not proven",
                fr: "trop coûteuse à rechercher, et non prouvée",
            ))
            .help(said!(
                en: "give it longer pieces and fewer marks, or divide the timeline",
                fr: "donnez-lui des morceaux plus longs et moins de marques, ou divisez la frise",
            ))
    };
    facts.not_looked_up.iter().map(finding).collect()
}

pub(super) fn context_contradicted(facts: &Facts<'_>) -> Vec<Finding> {
    facts
        .anchored()
        .filter_map(|(index, quote, anchor, article)| Some((index, quote, anchor.span()?, article)))
        .flat_map(|(index, quote, passage, article)| {
            let found = evidence::contradicted(&Facts::selector(quote), passage, article);
            [("prefix", ["before", "avant"], found[0]), ("suffix", ["after", "après"], found[1])].into_iter().filter_map(
                move |(key, [side, side_fr], instead)| {
                    let source_id = &quote.source_id;
                    let instead = instead?;
                    let path = to(&to_quote(facts.timeline(), index), Step::Key(key));
                    let said = evidence::shortened(article.slice(instead).trim());
                    let message = match said.as_str() {
                        "" => said!(
                            en: "nothing stands {side} these words in `{source_id}`",
                            fr: "rien ne se trouve {side_fr} ces mots dans `{source_id}`",
                        ),
                        said => said!(
                            en: "{side} the quote, `{source_id}` has “{said}” instead",
                            fr: "{side_fr} la citation, `{source_id}` dit «\u{a0}{said}\u{a0}»",
                        ),
                    };
                    let finding = Finding::on(&CONTEXT_CONTRADICTED, path, message)
                        .label(not_so())
                        .help(said!(
                            en: "copy the {key} from the article, or leave it out where the quote stands once",
                            fr: "copiez `{key}` de l’article, ou retirez-le si la citation ne s’y trouve qu’une fois",
                        ));
                    Some(
                        finding.more(
                            quote.source.and_then(|source| {
                                facts.excerpt(
                                    source,
                                    &[passage],
                                    said!(en: "the quote stands here", fr: "la citation est ici"),
                                )
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
    let source_id = &quote.source_id;
    let message = said!(
        en: "these words are not in `{source_id}`",
        fr: "ces mots ne sont pas dans `{source_id}`",
    );
    let path = to(&to_quote(facts.timeline(), index), Step::Key("exact"));
    let Some(nearest) = nearest else {
        return Finding::on(&ORPHAN, path, message)
            .label(said!(en: "nowhere in the article", fr: "nulle part dans l’article"))
            .help(said!(
                en: "quote the article word for word, and check that it is the right article",
                fr: "citez l’article mot pour mot, et vérifiez que c’est le bon article",
            ));
    };
    let differing = nearest.in_quote.first().map(|first| first.start..first.end);
    let finding = match differing {
        Some(stretch) if !stretch.is_empty() => Finding::within(&ORPHAN, path, stretch, message),
        Some(stretch) => Finding::within(&ORPHAN, path, stretch.start..stretch.start + 1, message),
        None => Finding::on(&ORPHAN, path, message),
    };
    let marks =
        if nearest.in_article.is_empty() { vec![nearest.passage] } else { nearest.in_article.clone() };
    finding.label(not_so()).help(suggestion(facts, source, nearest)).more(facts.excerpt(
        source,
        &marks,
        article_has(),
    ))
}

fn article_has() -> Localized {
    said!(en: "the article has", fr: "l’article dit")
}

fn not_so() -> Localized {
    said!(en: "not so in the article", fr: "ce n’est pas dans l’article")
}

fn who() -> Localized {
    said!(en: "who says so?", fr: "qui le dit\u{a0}?")
}

/// How many characters of a quote name it.
const NAMED_BY: usize = 60;

/// The nearest passage with its differing words between marks.
fn suggestion(facts: &Facts<'_>, source: SourceIndex, nearest: &Nearest) -> Localized {
    let Some(article) = &facts.articles[source] else { return Localized::default() };
    let shown = nearest.marked(article);
    said!(en: "the nearest passage is: {shown}", fr: "le passage le plus proche est\u{a0}: {shown}")
}

pub(super) fn ambiguous_quote(facts: &Facts<'_>) -> Vec<Finding> {
    facts
        .anchored()
        .filter_map(|(index, quote, anchor, _)| match anchor {
            Anchor::Ambiguous(places) => Some((index, quote, quote.source?, places)),
            _ => None,
        })
        .map(|(index, quote, source, places)| {
            let is_all = places.len() < evidence::MAX_PLACES;
            let (more, more_fr) = if is_all { ("", "") } else { (" or more", " ou plus") };
            let (source_id, count) = (&quote.source_id, places.len());
            let (none, none_fr) = fitting_none(quote, places, facts);
            let message = said!(
                en: "these words stand in `{source_id}` {count}{more} times{none}",
                fr: "ces mots se lisent {count} fois{more_fr} dans `{source_id}`{none_fr}",
            );
            let excerpts = places.iter().take(SHOWN);
            let excerpts = excerpts.filter_map(|place| facts.excerpt(source, &[*place], said!(en: "they stand here", fr: "ils sont ici")));
            Finding::on(&AMBIGUOUS_QUOTE, to(&to_quote(facts.timeline(), index), Step::Key("exact")), message)
                .label(said!(en: "which of them?", fr: "lesquels\u{a0}?"))
                .help(said!(
                    en: "quote more words, or add the words just before as `prefix` or just after as `suffix`",
                    fr: "citez plus de mots, ou ajoutez ceux qui précèdent comme `prefix` ou ceux qui suivent comme `suffix`",
                ))
                .more(excerpts)
        })
        .collect()
}

/// That the prefix or the suffix of an ambiguous quote fits none of its places, if so.
fn fitting_none(quote: &Quote, places: &[Span], facts: &Facts<'_>) -> (&'static str, &'static str) {
    let Some(article) = facts.article(quote) else { return ("", "") };
    let found: Vec<_> =
        places.iter().map(|place| evidence::contradicted(&Facts::selector(quote), *place, article)).collect();
    let fits_none =
        |side: usize| places.len() < evidence::MAX_PLACES && found.iter().all(|found| found[side].is_some());
    match (fits_none(0), fits_none(1)) {
        (true, true) => (
            ", and neither its prefix nor its suffix fits any of them",
            ", et ni son préfixe ni son suffixe ne convient à aucun endroit",
        ),
        (true, false) => {
            (", and its prefix fits none of them", ", et son préfixe ne convient à aucun endroit")
        }
        (false, true) => {
            (", and its suffix fits none of them", ", et son suffixe ne convient à aucun endroit")
        }
        (false, false) => ("", ""),
    }
}

pub(super) fn short_quote(facts: &Facts<'_>) -> Vec<Finding> {
    let quotes = facts.timeline().quotes.iter().enumerate();
    quotes
        .filter(|(_, quote)| !quote.exact.trim().is_empty())
        .map(|(index, quote)| (index, length(quote)))
        .filter(|(_, length)| *length < SHORTEST)
        .map(|(index, length)| {
            let message = said!(
                en: "a quote of {length} characters proves little",
                fr: "une citation de {length} caractères ne prouve guère",
            );
            Finding::on(&SHORT_QUOTE, to(&to_quote(facts.timeline(), index), Step::Key("exact")), message)
                .label(said!(en: "fewer than {SHORTEST} characters", fr: "moins de {SHORTEST} caractères"))
                .help(said!(en: "quote the whole statement", fr: "citez toute la phrase"))
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
            let id = &event.id;
            let message = said!(
                en: "the event `{id}` has no quote to rest on",
                fr: "l’événement `{id}` ne repose sur aucune citation",
            );
            Finding::on(&EVENT_UNQUOTED, to(&to_event(facts.timeline(), index), Step::Key("title")), message)
                .label(who())
                .help(said!(en: "give it a quote, or take it out", fr: "donnez-lui une citation, ou retirez-le"))
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
            Finding::on(&CLAIM_UNQUOTED, path, said!(en: "the claim has no quote that carries or disputes it", fr: "aucune citation n’appuie ni ne conteste l’affirmation"))
                .label(who())
                .help(said!(en: "give it a quote, or take it out", fr: "donnez-lui une citation, ou retirez-le"))
        })
        .collect()
}
