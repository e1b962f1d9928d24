//! One bad file for every rule: the code, the line and the column, and that nothing hides anything else.

use super::*;
use crate::i18n::Lang;
use crate::load::{Localized, Severity, rules};

/// What to replace in the good timeline, with what, and the code expected. `§` stands before the character that
/// the caret points at, and is taken out.
pub(super) const CASES: &[(&str, &str, &str)] = &[
    ("speaker: Poutine", "§speeker: Poutine", "unknown-key"),
    ("speaker: Poutine", "§<<: {speaker: Poutine}", "unknown-key"),
    ("    date: 1961\n", "    §date:\n", "missing-key"),
    ("    date: 1961\n", "    §date: ~\n", "missing-key"),
    ("  - id: treaty\n    date: 1961\n", "  - §id: treaty\n", "missing-key"),
    ("{source: doc2, exact:", "§{source: doc2, prefix:", "missing-key"),
    ("title: {fr: \"Le traité\", en: \"The treaty\"}", "title: §\" \"", "missing-key"),
    ("speaker: Poutine", "speaker: Poutine\n        §speaker: Kim", "duplicate-key"),
    ("{fr: \"Un traité\", en:", "{fr: \"Un traité\", §FR: x, en:", "duplicate-key"),
    ("speaker: Poutine", "speaker: §1.50", "wrong-type"),
    ("speaker: Poutine", "speaker: §[Poutine]", "wrong-type"),
    ("speaker: Poutine", "§speaker:", "wrong-type"),
    ("places: [moscou]", "places: §moscou", "wrong-type"),
    ("latitude: 55.75", "latitude: §north", "wrong-type"),
    ("date: 1961\n", "date: §1961.50\n", "wrong-type"),
    ("speaker: Poutine", "speaker: §!who Poutine", "unsupported-tag"),
    ("id: signing", "id: §the signing", "bad-id"),
    ("{fr: \"Un traité\", en:", "{§french: \"Un traité\", en:", "bad-language"),
    ("language: fr", "language: §french", "bad-language"),
    ("date: 1961\n", "date: §03/04/2024\n", "bad-date"),
    ("date: 1961\n", "date: §1800s\n", "bad-date"),
    ("date: 1961\n", "date: §1190/85 BC\n", "bad-date"),
    ("issued: 2024-06-19", "issued: §1936-39", "season-or-years"),
    ("date: 1961\n", "date: §2001/2000\n", "end-before-start"),
    ("date: 1961-07", "date: §1961-07/1961-06", "end-before-start"),
    ("latitude: 55.75", "latitude: §155.75", "bad-coordinates"),
    ("{id: moscou, name: Moscou, latitude: 55.75,", "§{id: moscou, name: Moscou,", "bad-coordinates"),
    ("stance: disputes", "stance: §disputed", "bad-stance"),
    ("speaker: Poutine", "stance: §supports", "bad-stance"),
    ("https://example.org/a", "§file:///etc/passwd", "unsafe-url"),
    ("https://example.org/a", "§javascript:alert(1)", "unsafe-url"),
    ("sha256: ", "sha256: §x", "bad-digest"),
    ("id: signing", "id: §treaty", "duplicate-id"),
    ("  - id: doc2", "  - id: §doc1", "duplicate-id"),
    ("      - source: doc1", "      - source: §dok1", "unknown-source"),
    ("places: [moscou]", "places: [moscou, §moscow]", "unknown-place"),
    ("source: doc2", "source: doc1", "orphan"),
    ("places: [moscou]\n    ", "", "unused-place"),
    ("articles/b.txt", "§articles/c.txt", "article-missing"),
    ("articles/b.txt", "§../timeline.yaml", "article-outside"),
    ("articles/b.txt", "§/etc/passwd", "article-outside"),
    ("articles/b.txt", "§articles", "not-a-file"),
    ("articles/b.txt", "§latin.txt", "article-not-utf8"),
    ("id: doc2\n    text: articles/b.txt", "id: §doc2\n    text: copy.txt", "shared-run"),
    ("un traité signé en 1961", "un traité signé en §1962", "orphan"),
    ("un traité signé en 1961", "§Un traité signé en 1961", "orphan"),
    ("un traité signé en 1961", "un §traite signé en 1961", "orphan"),
    (
        "exact: \"un traité signé en 1961\"",
        "exact: >\n          un traité\n          signé en §1962",
        "orphan",
    ),
    ("\"un traité signé en 1961\"", "§\"fois le même passage\"", "ambiguous-quote"),
    ("\"un traité signé en 1961\"", "§\"en 1961\"", "short-quote"),
    ("\"un traité signé en 1961\"", "§\"un […] signé […]\"", "short-quote"),
    ("\"un traité signé en 1961\"", "\"un traité signé en §[1962]\"", "quote-altered"),
    ("\"un traité signé en 1961\"", "\"un traité si§[…]gné en 1961\"", "orphan"),
    ("\"un traité signé en 1961\"", "\"Le traité §[…] prévoit […] d'intervention\"", "dropped-negation"),
    ("\"un traité signé en 1961\"", "\"Le traité ne prévoit §[…] d'intervention\"", "dropped-negation"),
    ("\"un traité signé en 1961\"", "§\"prévoit pas d'intervention\"", "quote-turned"),
    ("\"un traité signé en 1961\"", "\"Il y eut un traité §[…] ne prévoit pas\"", "wide-cut"),
    ("\"un traité signé en 1961\"", "\"§possible que cela dure\"", "quote-mid-word"),
    (
        "\"un traité signé en 1961\"",
        "\"un traité signé en 1961\"\n        prefix: §\"Il y a\"",
        "context-contradicted",
    ),
    (
        "\"un traité signé en 1961\"",
        "\"un traité signé en 1961\"\n        suffix: §\", mais\"",
        "context-contradicted",
    ),
    ("  - id: doc2\n", "  - id: §doc2\n    language: ja\n", "turns-unchecked"),
    ("events: [treaty]", "events: [treaty, §traety]", "unknown-event"),
    ("events: [treaty]", "events: [treaty, §treaty]", "listed-twice"),
    ("events: [treaty]", "events: [§signing]", "subevent-on-main-line"),
    ("depth: main", "depth: §deep", "bad-depth"),
    ("minutes: 10", "minutes: §0", "bad-minutes"),
    ("minutes: 10", "minutes: §1.5", "bad-minutes"),
    ("minutes: 10", "minutes: §99999999999999999999", "bad-minutes"),
    ("minutes: 10", "minutes: §ten", "wrong-type"),
    ("order: true", "order: §yes", "wrong-type"),
    ("key: true", "key: §1", "wrong-type"),
    ("stance: disputes", "§key: true", "two-key-quotes"),
    (
        "depth: main, order: true}\n",
        "depth: main, order: true}\n  - {id: §short, title: {fr: Encore, en: Again}}\n",
        "duplicate-id",
    ),
    ("relays: [TASS, ", "relays: [§' ', ", "missing-key"),
    ("relays: [TASS, {fr: médias russes, en: Russian media}]", "relays: §TASS", "wrong-type"),
    ("{fr: médias russes, en: Russian media}", "§{fr: a, en: b, de: c}", "missing-translation"),
    ("date: 1961-07", "date: §1962-07", "subevent-outside-parent"),
    ("date: 1961-07", "date: §1950-07", "subevent-outside-parent"),
    (
        "title: {fr: \"La signature\", en: \"The signing\"}",
        "§title: {fr: La signature}",
        "missing-translation",
    ),
    ("questions: [{fr: \"Qui ?\", en: \"Who?\"}]", "questions: [§Qui]", "missing-translation"),
];

#[test]
fn every_problem_is_placed_on_its_character() {
    let copy = format!("Autre titre. {}", ARTICLE_A.repeat(2));
    for (old, new, code) in CASES {
        assert!(GOOD.contains(old), "{old}");
        let marked = GOOD.replacen(old, new, 1);
        // Another problem at the very end must be found in the same run.
        let yaml = marked.replace('§', "") + "zzz: 1\n";
        let last = yaml.lines().count();
        let folder = folder(yaml);
        folder.write("latin.txt", b"trait\xe9");
        folder.write("copy.txt", &copy);
        let problems = problems(&folder);
        let found: Vec<_> =
            problems.iter().map(|problem| (problem.code, problem.at.line, problem.at.column)).collect();
        if let Some(at) = marked.find('§') {
            let line = marked[..at].matches('\n').count() + 1;
            let column = marked[..at].rsplit('\n').next().unwrap_or_default().chars().count() + 1;
            assert!(
                found.contains(&(*code, line, column)),
                "{new}: {code} at {line}:{column}, found {found:?}"
            );
        } else {
            assert!(found.iter().any(|(found, ..)| found == code), "{new}: {code}, found {found:?}");
        }
        assert!(
            found.iter().any(|(code, line, _)| *code == "unknown-key" && *line == last),
            "{new}: {found:?}"
        );
    }
}

#[test]
fn a_quote_is_no_orphan_for_want_of_words_and_a_changed_capital_tears_no_word() {
    for (exact, expected) in [
        ("", vec!["missing-key"]),
        (" ", vec!["missing-key"]),
        ("\u{a0}", vec!["missing-key"]),
        ("[L]a signature de juill[et]", vec!["quote-altered"]),
        ("[U]n traité signé", vec![]),
    ] {
        let yaml = GOOD.replacen("\"un traité signé en 1961\"", &format!("\"{exact}\""), 1);
        assert_ne!(yaml, GOOD);
        let codes: Vec<_> = problems(&folder(yaml)).iter().map(|problem| problem.code).collect();
        assert_eq!(codes, expected, "{exact:?}");
    }
}

#[test]
fn what_cannot_be_read_says_why_on_its_line() {
    let good = GOOD.as_bytes();
    for (yaml, code, line, column) in [
        ([good, b"a: b: c\n"].concat(), "yaml-syntax", 44, 5),
        ([good, b"a: \"caf\xe9\"\n"].concat(), "not-utf8", 44, 8),
        (Vec::new(), "empty-file", 1, 1),
        (b"# nothing\n".to_vec(), "empty-file", 1, 1),
        (b"- a\n".to_vec(), "wrong-type", 1, 3),
        ([good, b"---\na: 1\n"].concat(), "many-documents", 44, 1),
        (
            b"--- {title: t, events: [{id: a, date: 1961, title: t, allow: [event-unquoted]}]}\n# x\n---\n"
                .to_vec(),
            "many-documents",
            3,
            1,
        ),
        ("[".repeat(100_000).into_bytes(), "too-deep", 1, 256),
        ([b"a: &a [x, *a]\n", good].concat(), "alias-bomb", 1, 11),
        (b"%TAG !a! b\n".repeat(100), "too-large", 1, 1),
    ] {
        let problems = problems(&folder(&yaml));
        let found: Vec<_> =
            problems.iter().map(|problem| (problem.code, problem.at.line, problem.at.column)).collect();
        assert_eq!(found, [(code, line, column)], "{}", String::from_utf8_lossy(&yaml[..yaml.len().min(80)]));
    }
}

#[test]
fn every_rule_has_a_bad_file() {
    let elsewhere = [
        "yaml-syntax",
        "not-utf8",
        "empty-file",
        "many-documents",
        "too-large",
        "too-deep",
        "alias-bomb",
        // Each has a test of its own.
        "too-many",
        "cut-by-comment",
        "unused-anchor",
        "no-events",
        "bad-allowance",
        "unused-allowance",
        "lookalike",
        "article-html",
        "source-unquoted",
        "event-unquoted",
        "claim-unquoted",
        "date-unborne",
        "article-too-big",
        "digest-differs",
        "quote-not-looked-up",
    ];
    for rule in rules() {
        let has_case = CASES.iter().any(|(_, _, code)| *code == rule.code);
        assert!(has_case != elsewhere.contains(&rule.code), "{}", rule.code);
    }
}

#[test]
fn what_nothing_rests_on_is_noticed() {
    let yaml = "\
title: t
sources:
  - {id: doc1, text: articles/a.txt, sha256: '0000000000000000000000000000000000000000000000000000000000000000'}
  - {id: doc2, text: big.txt}
events:
  - {id: a, date: 1961, title: nothing}
  - id: b
    date: 1950
    title: another year
    quotes:
      - {source: doc1, exact: un traité signé en 1961}
    claims:
      - says: nothing
";
    let folder = folder(yaml);
    let big = std::fs::File::create(folder.path("big.txt")).unwrap();
    big.set_len((16 << 20) + 1).unwrap();
    let found: Vec<_> = problems(&folder).iter().map(|problem| (problem.code, problem.at.line)).collect();
    assert_eq!(
        found,
        [
            ("turns-unchecked", 3),
            ("digest-differs", 3),
            ("source-unquoted", 4),
            ("article-too-big", 4),
            ("event-unquoted", 6),
            ("date-unborne", 8),
            ("claim-unquoted", 13),
        ]
    );
}

#[test]
fn ten_thousand_problems_are_enough() {
    let yaml = format!("title: t\nevents: []\nsources: [{}]\n", "1,".repeat(10_002));
    let problems = problems(&folder(yaml));
    assert_eq!(problems.len(), 10_001);
    assert_eq!(problems.last().map(|problem| (problem.code, problem.at.line)), Some(("too-many", 4)));
}

#[test]
fn a_giant_file_is_refused_without_reading_it() {
    let folder = folder("");
    let giant = std::fs::File::create(folder.path("timeline.yaml")).unwrap();
    giant.set_len(1 << 40).unwrap();
    let found: Vec<_> = problems(&folder).iter().map(|problem| (problem.code, problem.at.line)).collect();
    assert_eq!(found, [("too-large", 1)]);
}

#[test]
fn a_text_has_no_more_languages_than_anyone_speaks() {
    let letters = || 'a'..='z';
    let many: Vec<String> = letters().flat_map(|a| letters().map(move |b| format!("{a}{b}: x"))).collect();
    let event = "{id: a, date: 1961, title: t, allow: [event-unquoted, missing-translation]}";
    let problems = problems(&folder(format!(
        "title: {{{}}}\nallow: [missing-translation]\nevents: [{event}]\n",
        many.join(", ")
    )));
    let codes = problems.iter().map(|problem| problem.code).filter(|code| *code != "unused-allowance");
    assert_eq!(codes.collect::<Vec<_>>(), ["bad-language"]);
}

#[test]
fn help_names_what_was_probably_meant() {
    for (old, new, help) in [
        ("speaker: Poutine", "speeker: Poutine", "did you mean `speaker`?"),
        ("source: doc1\n        exact", "source: dok1\n        exact", "did you mean `doc1`?"),
        ("places: [moscou]", "places: [moscow]", "did you mean `moscou`?"),
        ("articles/b.txt", "articles/bb.txt", "did you mean `articles/b.txt`?"),
        ("stance: disputes", "stance: dispute", "did you mean `disputes`?"),
        ("events: [treaty]", "events: [traety]", "did you mean `treaty`?"),
        ("depth: main", "depth: mian", "did you mean `main`?"),
        ("order: true", "order: oui", "write `true`"),
        ("date: 1961\n", "date: 03/04/2024\n", "2024-04-03"),
        ("signé en 1961", "signé en 1962", "un traité signé en ›1961‹"),
    ] {
        let problems = problems(&folder(GOOD.replacen(old, new, 1)));
        let helps = problems.iter().filter_map(|problem| problem.help.as_ref());
        let helps: Vec<_> = helps.map(|help| help.in_language(Lang::En)).collect();
        assert!(helps.iter().any(|found| found.contains(help)), "{new}: {helps:?}");
    }
}

#[test]
fn a_language_that_few_texts_have_is_reported_once() {
    let both = "{fr: un, en: one}";
    let found = |title: &str, first: &str, second: &str, third: &str| {
        let events =
            [first, second, third].map(|title| format!("  - {{id: a, date: 1961, title: {title}}}\n"));
        let problems =
            problems(&folder(format!("title: {title}\nlanguage: fr\nevents:\n{}", events.concat())));
        let missing = problems.into_iter().filter(|problem| problem.code == "missing-translation");
        let english = |text: &Localized| text.in_language(Lang::En).to_owned();
        missing
            .map(|problem| (problem.at.line, english(&problem.message), english(&problem.help.unwrap())))
            .collect::<Vec<_>>()
    };
    let stray = |line, language, count| {
        let message = format!("`{language}` is given in {count} of 4 texts only");
        (line, message, "add it to the others, or take it out".to_owned())
    };
    let lacks = |line, language| {
        (line, format!("this text is missing in `{language}`"), format!("add `{language}: …`"))
    };
    let in_three = "{fr: un, en: one, de: eins}";
    assert_eq!(found(both, both, both, both), []);
    assert_eq!(found(both, both, in_three, both), [stray(5, "de", 1)]);
    assert_eq!(found(both, both, in_three, "un"), [stray(5, "de", 1), lacks(6, "en")]);
    // Half of the texts are enough to expect the rest.
    assert_eq!(found(both, in_three, in_three, both), [lacks(1, "de"), lacks(6, "de")]);
    assert_eq!(found("un", "un", both, both), [lacks(1, "en"), lacks(4, "en")]);
    // The timeline's own language is always expected.
    assert_eq!(found("{en: one}", "{en: one}", "{en: one}", "un").len(), 4);
    assert_eq!(found("{en: one}", "un", "un", "un"), [stray(1, "en", 1), lacks(1, "fr")]);
}

#[test]
fn a_name_in_one_language_makes_no_other_text_lack_it() {
    let yaml = GOOD.replacen("container-title: AZERTAC", "container-title: {az: AZƏRTAC}", 1);
    assert_ne!(yaml, GOOD);
    assert_eq!(problems(&folder(yaml)), []);
}

#[test]
fn files_that_are_none_are_refused_without_reading() {
    let folder = folder(GOOD);
    for path in [Path::new("/dev/zero"), &folder.path("none.yaml"), &folder.path("articles")] {
        assert!(matches!(read(&Input::File(path.to_owned())), Err(Failure::Io(_))), "{}", path.display());
    }
}

#[test]
fn errors_and_warnings_are_told_apart() {
    let is = |code| crate::load::rule(code).map(|rule| rule.severity);
    for code in ["orphan", "digest-differs", "quote-mid-word", "end-before-start", "unsafe-url"] {
        assert_eq!(is(code), Some(Severity::Error), "{code}");
    }
    for code in [
        "short-quote",
        "source-unquoted",
        "event-unquoted",
        "dropped-negation",
        "quote-altered",
        "missing-translation",
        "shared-run",
    ] {
        assert_eq!(is(code), Some(Severity::Warning), "{code}");
    }
}
