//! What a quote leaves out or puts in: it stands in the article, and may yet say something else.

use super::Facts;
use super::paths::{to_quote, to_source};
use crate::evidence::{self, Article, Span, Wide};
use crate::load::diagnostics::Rule;
use crate::load::diagnostics::Severity::Warning;
use crate::load::diagnostics::{Finding, Localized, Path, Step, said, to};
use crate::model::QuoteIndex;

/// How many characters of the article are named in a message.
const NAMED: usize = 80;

pub(super) static QUOTE_ALTERED: Rule = Rule {
    code: "quote-altered",
    severity: Warning,
    summary: "a quote has other words in brackets than the article",
    summary_fr: "une citation a entre crochets d’autres mots que l’article",
    explanation: "\
What stands in brackets is the timeline's, not the article's. Such a quote is shown with the article's
words beside those in brackets, and is no proof. Only a cut `[…]`, and the first letter of a word in
another case, as in `[l]e`, change no word.

    exact: \"Poutine a effectué sa dernière visite à P[aris]\"     # the article: Pyongyang",
    explanation_fr: "\
Ce qui est entre crochets vient de la frise, non de l’article. Une telle citation est montrée avec les
mots de l’article à côté, et ne prouve rien. Seules une coupure `[…]`, et la première lettre d’un mot
dans une autre casse, comme dans `[l]e`, ne changent aucun mot.

    exact: \"Poutine a effectué sa dernière visite à P[aris]\"     # l’article\u{a0}: Pyongyang",
};

pub(super) static DROPPED_NEGATION: Rule = Rule {
    code: "dropped-negation",
    severity: Warning,
    summary: "a marked cut drops a negation, or what works like one",
    summary_fr: "une coupure signalée supprime une négation, ou ce qui en tient lieu",
    explanation: "\
The part that `[…]` leaves out holds a `ne`, `not`, `never`, `refuse de`, `hardly` or the like, or
what a number counts. So the quote may say the contrary of what the article says. Quote the passage
whole, or cut it elsewhere.

    exact: \"le traité […] prévoit une intervention\"   # the article: le traité ne prévoit pas…",
    explanation_fr: "\
La partie que `[…]` laisse de côté contient un `ne`, un `jamais`, un `refuse de`, un `peu de` ou
semblable, ou ce qu’un nombre compte. La citation peut donc dire le contraire de l’article. Citez
tout le passage, ou coupez ailleurs.

    exact: \"le traité […] prévoit une intervention\"   # l’article\u{a0}: le traité ne prévoit pas…",
};

pub(super) static QUOTE_TURNED: Rule = Rule {
    code: "quote-turned",
    severity: Warning,
    summary: "words directly before or after a quote turn its sense",
    summary_fr: "des mots juste avant ou après une citation en changent le sens",
    explanation: "\
The quote begins or ends in the middle of a sentence, and the words beside it there negate it or take
it back. Quote them too. Words of ten languages are known: French, English, German, Spanish, Italian,
Portuguese, Dutch, Polish, Russian, Ukrainian.

    exact: \"permitted to leave the country\"           # the article: He is not permitted to leave…",
    explanation_fr: "\
La citation commence ou finit au milieu d’une phrase, et les mots voisins la nient ou la retirent.
Citez-les aussi. Dix langues sont connues\u{a0}: français, anglais, allemand, espagnol, italien,
portugais, néerlandais, polonais, russe, ukrainien.

    exact: \"permitted to leave the country\"           # l’article\u{a0}: He is not permitted to leave…",
};

pub(super) static WIDE_CUT: Rule = Rule {
    code: "wide-cut",
    severity: Warning,
    summary: "a cut leaves the sentence, drops a subject, or leaves out more than 60 words",
    summary_fr: "une coupure sort de la phrase, supprime un sujet, ou omet plus de 60 mots",
    explanation: "\
A cut that begins in one sentence and ends in another, that drops the name of whom something is said,
or that leaves out more than 60 words, can join anything: what is said of one person to the name of
another. Make two quotes of it.

    exact: \"Vladimir Poutine […] reste isolé\"         # the second sentence is about Kim",
    explanation_fr: "\
Une coupure qui commence dans une phrase et finit dans une autre, qui supprime le nom de celui dont on
parle, ou qui laisse de côté plus de 60 mots, peut relier n’importe quoi\u{a0}: ce qui est dit de l’un
au nom d’un autre. Faites-en deux citations.

    exact: \"Vladimir Poutine […] reste isolé\"         # la seconde phrase parle de Kim",
};

pub(super) static TURNS_UNCHECKED: Rule = Rule {
    code: "turns-unchecked",
    severity: Warning,
    summary: "negations that quotes leave out are not looked for in this language",
    summary_fr: "les négations que des citations omettent ne sont pas cherchées dans cette langue",
    explanation: "\
Quotes of this source leave out words of their sentences. In French, English, German, Spanish, Italian,
Portuguese, Dutch, Polish, Russian and Ukrainian frise looks for negations among those words. In other
languages it does not: read them yourself.

    - {id: doc9, language: ja, text: articles/doc9.txt}",
    explanation_fr: "\
Des citations de cette source omettent des mots de leurs phrases. En français, anglais, allemand,
espagnol, italien, portugais, néerlandais, polonais, russe et ukrainien, frise cherche des négations
parmi ces mots. Dans d’autres langues, non\u{a0}: lisez-les vous-même.

    - {id: doc9, language: ja, text: articles/doc9.txt}",
};

fn to_words(facts: &Facts<'_>, index: QuoteIndex) -> Path {
    to(&to_quote(facts.timeline(), index), Step::Key("exact"))
}

/// Words of the article on one line, without their middle where they are many.
fn named(article: &Article, span: Span) -> String {
    let words = article.slice(span).split_whitespace().collect::<Vec<_>>().join(" ");
    let length = words.chars().count();
    if length <= NAMED {
        return words;
    }
    let half = NAMED / 2;
    let start: String = words.chars().take(half).collect();
    let end: String = words.chars().skip(length - half).collect();
    format!("{start}…{end}")
}

fn leaves_out(words: &str) -> Localized {
    said!(en: "leaves out “{words}”", fr: "omet «\u{a0}{words}\u{a0}»")
}

fn left_out() -> Localized {
    said!(en: "this is left out", fr: "ceci est omis")
}

pub(super) fn quote_altered(facts: &Facts<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, quote, anchor, article) in facts.anchored() {
        let changes = anchor.edited().into_iter().flat_map(|edited| &edited.changes);
        for change in changes.filter(|change| !change.is_case_only) {
            let written = evidence::written(&quote.exact, change.in_quote);
            let message = match named(article, change.in_article).as_str() {
                "" => said!(
                    en: "“{written}” is put in: the article has nothing in its place",
                    fr: "«\u{a0}{written}\u{a0}» est ajouté\u{a0}: l’article n’a rien à sa place",
                ),
                said => said!(
                    en: "“{written}” stands for “{said}”",
                    fr: "«\u{a0}{written}\u{a0}» remplace «\u{a0}{said}\u{a0}»",
                ),
            };
            let stretch = change.in_quote.start..change.in_quote.end;
            let finding = Finding::within(&QUOTE_ALTERED, to_words(facts, index), stretch, message)
                .label(said!(en: "not the article's words", fr: "pas les mots de l’article"))
                .help(said!(
                    en: "quote the article's words; a quote with others proves nothing",
                    fr: "citez les mots de l’article\u{a0}; une citation qui en a d’autres ne prouve rien",
                ));
            let passage = Some(change.in_article).filter(|span| span.start < span.end);
            findings.push(finding.more(passage.zip(quote.source).and_then(|(passage, source)| {
                let label = said!(en: "the article has", fr: "l’article dit");
                facts.excerpt(source, &[passage], label)
            })));
        }
    }
    findings
}

pub(super) fn dropped_negation(facts: &Facts<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, quote, anchor, article) in facts.anchored() {
        for cut in anchor.edited().into_iter().flat_map(|edited| &edited.cuts) {
            let Some(dropped) = evidence::turned_by_cut(cut, article, quote.language.as_str()) else {
                continue;
            };
            let named_words = named(article, dropped);
            let message = said!(en: "a cut drops “{named_words}”", fr: "une coupure supprime «\u{a0}{named_words}\u{a0}»");
            let stretch = cut.in_quote.start..cut.in_quote.end;
            let finding = Finding::within(&DROPPED_NEGATION, to_words(facts, index), stretch, message)
                .label(leaves_out(&named(article, cut.in_article)))
                .help(said!(
                    en: "it may say the contrary of the article: quote the passage whole, or cut it elsewhere",
                    fr: "elle peut dire le contraire de l’article\u{a0}: citez tout le passage, ou coupez ailleurs",
                ));
            let more = quote.source.and_then(|source| facts.excerpt(source, &[dropped], left_out()));
            findings.push(finding.more(more));
        }
    }
    findings
}

pub(super) fn quote_turned(facts: &Facts<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, quote, anchor, article) in facts.anchored() {
        let Some(passage) = anchor.span() else { continue };
        let found = evidence::turned_at_edges(passage, article, quote.language.as_str());
        for ([side, side_fr], turning) in [["before", "avant"], ["after", "après"]].into_iter().zip(found) {
            let Some(turning) = turning else { continue };
            let words = named(article, turning);
            let message = said!(
                en: "“{words}” directly {side} the quote turns its sense",
                fr: "«\u{a0}{words}\u{a0}», juste {side_fr} la citation, en change le sens",
            );
            let finding = Finding::on(&QUOTE_TURNED, to_words(facts, index), message)
                .label(leaves_out(&words))
                .help(said!(en: "quote these words too", fr: "citez aussi ces mots"));
            let more = quote.source.and_then(|source| facts.excerpt(source, &[turning], left_out()));
            findings.push(finding.more(more));
        }
    }
    findings
}

pub(super) fn wide_cut(facts: &Facts<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, quote, anchor, article) in facts.anchored() {
        for cut in anchor.edited().into_iter().flat_map(|edited| &edited.cuts) {
            let Some(wide) = evidence::wide(cut, article, quote.language.as_str()) else { continue };
            let (count, plural) = (cut.words, if cut.words == 1 { "" } else { "s" });
            let plural_fr = if cut.words < 2 { "" } else { "s" };
            let message = match wide {
                Wide::LeavesSentence => said!(
                    en: "a cut leaves out {count} word{plural}, and leads into another sentence",
                    fr: "une coupure omet {count} mot{plural_fr} et mène dans une autre phrase",
                ),
                Wide::Long => said!(
                    en: "a cut leaves out {count} word{plural}",
                    fr: "une coupure omet {count} mot{plural_fr}",
                ),
                Wide::Subject(name) => {
                    let name = named(article, name);
                    said!(
                        en: "a cut leaves out “{name}”, of whom the article says what follows",
                        fr: "une coupure omet «\u{a0}{name}\u{a0}», dont l’article dit ce qui suit",
                    )
                }
            };
            let stretch = cut.in_quote.start..cut.in_quote.end;
            let finding = Finding::within(&WIDE_CUT, to_words(facts, index), stretch, message)
                .label(leaves_out(&named(article, cut.in_article)))
                .help(said!(en: "make two quotes of it", fr: "faites-en deux citations"));
            let more = quote.source.and_then(|source| facts.excerpt(source, &[cut.in_article], left_out()));
            findings.push(finding.more(more));
        }
    }
    findings
}

pub(super) fn turns_unchecked(facts: &Facts<'_>) -> Vec<Finding> {
    let timeline = facts.timeline();
    let mut languages = vec![None; timeline.sources.len()];
    for (_, quote, anchor, article) in facts.anchored() {
        let Some((source, passage)) = quote.source.zip(anchor.span()) else { continue };
        let has_cut = anchor.edited().is_some_and(|edited| !edited.cuts.is_empty());
        if languages[source].is_none()
            && !evidence::is_looked_for(quote.language.as_str())
            && (has_cut || evidence::is_part_of_sentence(passage, article))
        {
            languages[source] = Some(quote.language.as_str());
        }
    }
    let unchecked =
        languages.into_iter().enumerate().filter_map(|(source, language)| Some((source, language?)));
    unchecked
        .map(|(source, language)| {
            let id = &timeline.sources[source].id;
            let message = said!(
                en: "negations that quotes of `{id}` leave out are not looked for in `{language}`",
                fr: "les négations omises par des citations de `{id}` ne sont pas cherchées en `{language}`",
            );
            let help = match language {
                "und" => said!(
                    en: "say with `language` which language it is in, or read what stands around its quotes",
                    fr: "dites avec `language` en quelle langue elle est, ou lisez ce qui entoure ses citations",
                ),
                _ => said!(
                    en: "read what stands around its quotes yourself",
                    fr: "lisez vous-même ce qui entoure ses citations",
                ),
            };
            Finding::on(&TURNS_UNCHECKED, to(&to_source(timeline, source), Step::Key("id")), message)
                .label(said!(en: "not looked for", fr: "non cherchées"))
                .help(help)
        })
        .collect()
}
