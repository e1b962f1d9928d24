//! Quotes that say something else than their article: none passes without a word, and each is told once.

use super::*;
use crate::load::Severity;

/// A folder with one article, and a timeline with these quotes from it, each on a line of its own from line 10 on.
fn with_quotes(article: &str, language: &str, quotes: &[&str]) -> Folder {
    let folder = Folder::new();
    folder.write("a.txt", article);
    let head = format!(
        "title: T\nlanguage: {language}\nsources:\n  - {{id: a, text: a.txt}}\nevents:\n  - id: e\n    \
         date: 2024\n    title: E\n    quotes:\n"
    );
    let quotes = quotes.iter().map(|quote| format!("      - {{source: a, exact: {quote:?}}}\n"));
    folder.write("timeline.yaml", head + &quotes.collect::<String>());
    folder
}

/// What is wrong with its quotes; no date of it stands in them.
fn problems_of_quotes(folder: &Folder) -> Vec<Problem> {
    problems(folder).into_iter().filter(|problem| problem.code != "date-unborne").collect()
}

const DOC5: &str = include_str!("../../../assets/articles/doc5-cnn-traduit.txt");

#[test]
fn false_quotes_are_told_with_what_the_article_says() {
    let cases = [
        (
            "Ouchakov [l]’a pa[rfaitement] précisé ce que Poutine a reçu",
            "quote-altered",
            "“[l]’a” stands for “n’a”",
        ),
        (
            "Poutine a effectué sa dernière visite à P[aris] en 2000",
            "quote-altered",
            "“P[aris]” stands for “Pyongyang”",
        ),
        ("La Russie a reçu plus de 10 […] conteneurs maritimes", "orphan", "a cut stands inside"),
        ("Vladimir Poutine […] reste isolé sur la scène mondiale", "wide-cut", "leads into another sentence"),
        (
            "missiles de fabrication [sud]-coréenne sur l’Ukraine",
            "quote-altered",
            "stands for “nord-coréenne”",
        ),
        (
            "La Russie [n′]a [pаs] reçu plus de 10 000 conteneurs maritimes",
            "quote-altered",
            "“[pаs]” is put in",
        ),
        (
            "La Russie a re[fusé] plus de 10 000 conteneurs maritimes",
            "quote-altered",
            "“re[fusé]” stands for “reçu”",
        ),
        ("précisé ce que Poutine a reçu", "quote-turned", "“n’” directly before"),
        ("Russie a reçu plus de 10", "quote-mid-word", "inside “10 000”"),
    ];
    for (quote, code, said) in cases {
        let found = problems_of_quotes(&with_quotes(DOC5, "fr", &[quote]));
        let found: Vec<_> = found
            .iter()
            .map(|problem| {
                (problem.code, problem.at.line, problem.message.in_language(crate::i18n::Lang::En))
            })
            .collect();
        assert!(
            found
                .iter()
                .any(|(found, line, message)| *found == code && *line == 10 && message.contains(said)),
            "{quote}: {found:?}"
        );
    }
}

#[test]
fn what_is_told_is_told_once() {
    let codes = |quote: &str, article: &str| -> Vec<&str> {
        problems_of_quotes(&with_quotes(article, "fr", &[quote])).iter().map(|problem| problem.code).collect()
    };
    let article = "Il est arrivé à Moscou. Le traité ne prévoit pas d’intervention, dit-il.";
    assert_eq!(codes("Le traité […] prévoit pas", article), ["dropped-negation"]);
    assert_eq!(codes("Le traité [le] prévoit pas d’intervention", article), ["quote-altered"]);
    assert_eq!(codes("traité ne prévoit pas d’intervention", article), [""; 0]);
    assert_eq!(codes("raité ne prévoit pas d’intervention", article), ["quote-mid-word"]);
    assert_eq!(codes("[l]e traité ne prévoit pas", article), [""; 0]);
    assert_eq!(codes("Il est arrivé […] ne prévoit pas", article), ["wide-cut"]);
}

#[test]
fn a_language_whose_negations_are_unknown_is_told_once_a_source() {
    let article = "Szerinte a szerződés nem jött létre tavaly. Ma aláírták a szerződést Moszkvában.";
    let quotes = ["a szerződés nem jött létre", "jött létre tavaly", "Ma aláírták a szerződést Moszkvában."];
    let codes: Vec<_> =
        problems_of_quotes(&with_quotes(article, "hu", &quotes)).iter().map(|problem| problem.code).collect();
    assert_eq!(codes, ["turns-unchecked"]);
    assert_eq!(problems_of_quotes(&with_quotes(article, "hu", &quotes[2..])), []);
}

#[test]
fn a_prefix_that_fits_none_of_several_places_is_told() {
    let folder = folder(GOOD.replacen(
        "exact: \"un traité signé en 1961\"",
        "exact: \"fois le même passage\"\n        prefix: \"Trois\"",
        1,
    ));
    let messages: Vec<_> = problems(&folder)
        .into_iter()
        .map(|problem| (problem.code, problem.message.in_language(crate::i18n::Lang::En).to_owned()))
        .collect();
    let expected = "these words stand in `doc1` 2 times, and its prefix fits none of them";
    assert_eq!(messages, [("ambiguous-quote", expected.to_owned())]);
}

#[test]
fn a_whole_file_costs_no_more_than_its_budget() {
    let hostile = "a [b] ".repeat(60) + "a";
    let quotes: Vec<&str> = std::iter::repeat_n(hostile.as_str(), 20).collect();
    for article in ["a ".repeat(500_000), "a".repeat(1_000_000)] {
        let found = problems_of_quotes(&with_quotes(&article, "fr", &quotes));
        assert_eq!(found.len(), 20);
        for problem in found {
            assert_eq!(problem.severity, Severity::Error);
            assert!(["quote-not-looked-up", "orphan"].contains(&problem.code), "{}", problem.code);
            assert!(
                problem.code == "orphan"
                    || problem
                        .message
                        .in_language(crate::i18n::Lang::En)
                        .starts_with("not looked up: “a [b]")
            );
        }
    }
}
