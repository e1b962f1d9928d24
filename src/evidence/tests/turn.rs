//! What a quote leaves out, and what is told of that.

use super::{DOC5, find};
use crate::evidence::{Wide, turned_at_edges, turned_by_cut, wide};

/// What the cuts and the edges of a quote leave out.
fn turned(quote: &str, text: &str, language: &str) -> Vec<String> {
    let (found, article) = find(quote, text);
    let span = found.span().unwrap_or_else(|| panic!("{quote}: {found:?}"));
    let cuts = found.edited().into_iter().flat_map(|edited| &edited.cuts);
    let by_cuts = cuts.filter_map(|cut| turned_by_cut(cut, &article, language));
    let at_edges = turned_at_edges(span, &article, language).into_iter().flatten();
    by_cuts.chain(at_edges).map(|span| article.slice(span).to_owned()).collect()
}

#[test]
fn what_turns_a_sentence_is_told() {
    let cases = [
        ("fr", "L’accord […] partenaire", "L’accord n’exclut pas un partenaire.", "n’"),
        ("fr", "L'accord n'exclut [...] un", "L'accord n'exclut pas un partenaire.", "pas"),
        ("fr", "Il vient […] à Moscou", "Il vient demain, sans ses ministres, à Moscou.", "sans"),
        ("fr", "Il vient […] parte", "Il vient hier. Rien ne va. Il faut qu'elle ne parte.", "ne"),
        ("fr", "céder la ville", "Le roi refuse de céder la ville.", "refuse"),
        ("fr", "la Russie ait reçu", "Kim dément que la Russie ait reçu des armes.", "dément"),
        ("fr", "le traité tiendra", "Personne ne croit que le traité tiendra.", "Personne ne"),
        ("fr", "[…] précisé ce que Poutine a reçu", "Ouchakov n’a pas précisé ce que Poutine a reçu", "n’"),
        ("en-GB", "They […] sign it", "They don’t sign it.", "don’t"),
        ("en", "permitted to leave", "He is not permitted to leave.", "not"),
        ("en", "[…] permitted to leave", "He is not permitted to leave.", "not"),
        ("en", "the war will end", "the war will end unless Kim signs", "unless"),
        ("en", "He […] signed", "He has hardly signed", "hardly"),
        ("en", "sign the treaty", "They failed to sign the treaty.", "failed"),
        ("de", "Russland lieferte die Raketen", "Russland lieferte die Raketen nicht.", "nicht"),
        ("de", "Er […] unterzeichnet", "Er hat keinen Vertrag unterzeichnet", "keinen"),
        ("es", "El tratado […] válido", "El tratado no es válido", "no"),
        ("it", "Il trattato […] valido", "Il trattato non è valido", "non"),
        ("pt", "O tratado […] válido", "O tratado não é válido", "não"),
        ("nl", "Het verdrag is […] geldig", "Het verdrag is niet geldig", "niet"),
        ("pl", "Traktat […] ważny", "Traktat nie jest ważny", "nie"),
        ("ru", "Договор […] подписан", "Договор не был подписан", "не"),
        ("uk", "Договір […] підписано", "Договір не було підписано", "не"),
        ("fr", "plus de 10 […] sont arrivés", "plus de 10 navires et 500 hommes sont arrivés", "navires"),
    ];
    for (language, quote, text, expected) in cases {
        assert_eq!(turned(quote, text, language), [expected], "{quote} of {text}");
    }
}

#[test]
fn false_alarms_stay_silent() {
    let cases = [
        ("fr", "Il vient […] demain", "Il vient sans doute demain."),
        ("fr", "Il a […] signé", "Il a non seulement parlé mais signé."),
        ("fr", "Il fit […] vers Kim", "Il fit un pas vers Kim."),
        ("fr", "Il dit […] tout", "Il dit ni plus ni moins que tout."),
        ("en", "He met […] today", "He met No. 5 today."),
        ("fr", "Le traité […] garantit", "Le traité (qui n'est pas public) garantit l'aide."),
        ("fr", "Le traité […] garantit", "Le traité, qui n'a jamais été ratifié, garantit l'aide."),
        ("fr", "Le traité […] garantit", "Le traité – jamais ratifié – garantit l'aide."),
        ("fr", "Il vient. […] Elle part", "Il vient. Lui ne dort pas. Elle part."),
        ("fr", "garantit l'aide", "Il ne prévoit pas de guerre mais garantit l'aide."),
        ("fr", "les deux pays coopèrent", "Le traité n'est pas signé, les deux pays coopèrent."),
        ("fr", "Elle part", "Il ne vient pas. Elle part."),
        ("fr", "un document constructif", "Ce n'est rien de moins qu'un document constructif."),
        ("ja", "He […] signed", "He has not signed"),
    ];
    for (language, quote, text) in cases {
        assert_eq!(turned(quote, text, language), Vec::<String>::new(), "{quote} of {text}");
    }
}

/// Why the cuts of a quote join too much.
fn widths(quote: &str, text: &str, language: &str) -> Vec<String> {
    let (found, article) = find(quote, text);
    let edited = found.edited().cloned().unwrap_or_else(|| panic!("{quote}: {found:?}"));
    let wide = edited.cuts.iter().filter_map(|cut| wide(cut, &article, language));
    wide.map(|wide| match wide {
        Wide::LeavesSentence => "sentence".to_owned(),
        Wide::Subject(name) => article.slice(name).to_owned(),
        Wide::Long => "long".to_owned(),
    })
    .collect()
}

#[test]
fn wide_cuts_are_told() {
    let long = format!("Poutine {}dort", "et ".repeat(61));
    let cases = [
        ("fr", "Poutine […] reste isolé", "Poutine parle. Kim reste isolé.", "sentence"),
        ("fr", "Poutine […] dort", &long, "long"),
        ("fr", "Vladimir Poutine […] reste isolé sur la scène mondiale", DOC5, "sentence"),
        ("fr", "Poutine […] reste isolé", "Poutine a dit que Kim Jong Un reste isolé.", "Kim Jong Un"),
        ("fr", "Poutine […] reste isolé", "Poutine a rencontré Kim, qui reste isolé.", "Kim"),
        ("en", "Putin […] remains alone", "Putin flew home, while Kim Jong Un remains alone.", "Kim Jong Un"),
        ("ru", "Путин […] остался", "Путин сказал, что Ким остался.", "Ким"),
    ];
    for (language, quote, text, why) in cases {
        assert_eq!(widths(quote, text, language), [why], "{quote} of {text}");
    }
    let silent = [
        ("fr", "Poutine parle. […] Kim dort", "Poutine parle. Il part. Kim dort."),
        ("fr", "Poutine […] dort", "Poutine parle de Kim et dort."),
        ("fr", "Poutine […] dort", "Poutine, que Kim a reçu, dort."),
        ("fr", "Kim […] dort", "Kim Jong Un dort."),
        ("fr", "Il a vu […] en 2000", "Il a vu Pékin, Hanoï et Pyongyang en 2000."),
        ("en", "He came […] in June", "He came on Wednesday in June."),
        ("de", "Er sah […] schlafen", "Er sah die Kinder schlafen."),
    ];
    for (language, quote, text) in silent {
        assert_eq!(widths(quote, text, language), [""; 0], "{quote} of {text}");
    }
}
