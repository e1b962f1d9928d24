//! What a quote leaves out or puts in: it stands in the article, and may yet say something else.

use super::Facts;
use super::paths::{to_quote, to_source};
use crate::evidence::{self, Article, Span};
use crate::load::diagnostics::Rule;
use crate::load::diagnostics::Severity::Warning;
use crate::load::diagnostics::{Finding, Path, Step, to};
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
};

pub(super) static WIDE_CUT: Rule = Rule {
    code: "wide-cut",
    severity: Warning,
    summary: "a cut leaves the sentence, or is longer than what it joins",
    summary_fr: "une coupure sort de la phrase, ou est plus longue que ce qu’elle relie",
    explanation: "\
A cut that begins in one sentence and ends in another, or that leaves out more than 60 words, can join
anything: what is said of one person to the name of another. Make two quotes of it.

    exact: \"Vladimir Poutine […] reste isolé\"         # the second sentence is about Kim",
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

pub(super) fn quote_altered(facts: &Facts<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, quote, anchor, article) in facts.anchored() {
        let changes = anchor.edited().into_iter().flat_map(|edited| &edited.changes);
        for change in changes.filter(|change| !change.is_case_only) {
            let written = evidence::written(&quote.exact, change.in_quote);
            let message = match named(article, change.in_article).as_str() {
                "" => format!("“{written}” is put in: the article has nothing in its place"),
                said => format!("“{written}” stands for “{said}”"),
            };
            let stretch = change.in_quote.start..change.in_quote.end;
            let finding = Finding::within(&QUOTE_ALTERED, to_words(facts, index), stretch, message)
                .label("not the article's words")
                .help("quote the article's words; a quote with others is no proof");
            let passage = Some(change.in_article).filter(|span| span.start < span.end);
            findings.push(
                finding.more(
                    passage
                        .zip(quote.source)
                        .and_then(|(passage, source)| facts.excerpt(source, &[passage], "the article has")),
                ),
            );
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
            let message = format!("a cut drops “{}”", named(article, dropped));
            let stretch = cut.in_quote.start..cut.in_quote.end;
            let finding = Finding::within(&DROPPED_NEGATION, to_words(facts, index), stretch, message)
                .label(format!("leaves out “{}”", named(article, cut.in_article)))
                .help("it may say the contrary of the article: quote the passage whole, or cut it elsewhere");
            let more = quote.source.and_then(|source| facts.excerpt(source, &[dropped], "this is left out"));
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
        for (side, turning) in ["before", "after"].into_iter().zip(found) {
            let Some(turning) = turning else { continue };
            let message = format!("“{}” directly {side} the quote turns its sense", named(article, turning));
            let finding = Finding::on(&QUOTE_TURNED, to_words(facts, index), message)
                .label(format!("leaves out “{}”", named(article, turning)))
                .help("quote these words too");
            let more = quote.source.and_then(|source| facts.excerpt(source, &[turning], "this is left out"));
            findings.push(finding.more(more));
        }
    }
    findings
}

pub(super) fn wide_cut(facts: &Facts<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, quote, anchor, article) in facts.anchored() {
        for cut in anchor.edited().into_iter().flat_map(|edited| &edited.cuts) {
            let Some(wide) = evidence::wide(cut, article) else { continue };
            let leads = if wide.leaves_sentence { ", and leads into another sentence" } else { "" };
            let words = if cut.words == 1 { "word" } else { "words" };
            let message = format!("a cut leaves out {} {words}{leads}", cut.words);
            let stretch = cut.in_quote.start..cut.in_quote.end;
            let finding = Finding::within(&WIDE_CUT, to_words(facts, index), stretch, message)
                .label(format!("leaves out “{}”", named(article, cut.in_article)))
                .help("make two quotes of it");
            let more =
                quote.source.and_then(|source| facts.excerpt(source, &[cut.in_article], "this is left out"));
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
            let message =
                format!("negations that quotes of `{id}` leave out are not looked for in `{language}`");
            let help = match language {
                "und" => "say with `language` which language it is in, or read what stands around its quotes",
                _ => "read what stands around its quotes yourself",
            };
            Finding::on(&TURNS_UNCHECKED, to(&to_source(timeline, source), Step::Key("id")), message)
                .label("not looked for")
                .help(help)
        })
        .collect()
}
