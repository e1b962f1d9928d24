//! Every mark, wherever a quote is shown: on the screen, in a talk, as text, as JSON, on paper.

use std::path::Path;
use std::sync::Arc;

use frise::app::{Message, Options, State, briefing::Start, update};
use frise::briefing::{Choice, Selection};
use frise::evidence::{Anchor, Article, Change, Cut, Edited, Joined, Nearest, Span};
use frise::export::handout::{self, Edition, Form, Handout};
use frise::export::{Extract, json, text};
use frise::glyphs::GlyphSet;
use frise::i18n::Lang;
use frise::load::{self, Draft, Input, Proof};
use frise::model;
use frise::theme::{Depth, ThemeChoice, ThemeName};

use crate::support::{frise, press, run, screen};

const TIMELINE: &str = "tests/marks/timeline.yaml";

fn draft() -> Arc<Draft> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(TIMELINE);
    Arc::new(load::read(&Input::File(path)).unwrap())
}

/// A quote of each kind, anchored by hand: what is shown does not depend on how it was found.
struct Hand<'a> {
    draft: &'a Draft,
    quote: usize,
}

impl Hand<'_> {
    fn article(&self) -> &Article {
        let source = self.draft.timeline.quotes[self.quote].source.unwrap();
        self.draft.articles[source].as_ref().unwrap()
    }

    fn span(&self, said: &str) -> Span {
        within(self.article().text(), said)
    }

    fn mark(&self, mark: &str) -> Span {
        within(&self.draft.timeline.quotes[self.quote].exact, mark)
    }

    fn spans(&self, pieces: &[&str]) -> Vec<Span> {
        pieces.iter().map(|piece| self.span(piece)).collect()
    }

    fn cut(&self, before: &str, said: &str) -> Cut {
        let exact = &self.draft.timeline.quotes[self.quote].exact;
        let start = within(exact, before).end + 1;
        let words = said.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count();
        Cut { in_quote: Span { start, end: start + 3 }, in_article: self.span(said), words }
    }

    fn change(&self, mark: &str, said: &str) -> Change {
        Change { in_quote: self.mark(mark), in_article: self.span(said), is_case_only: false }
    }
}

fn within(text: &str, said: &str) -> Span {
    let start = text[..text.find(said).unwrap_or_else(|| panic!("no {said:?}"))].chars().count();
    Span { start, end: start + said.chars().count() }
}

fn proof(draft: &Draft) -> Proof {
    let hand = |quote| Hand { draft, quote };
    let joined = |quote: usize, said: &str, join: &str| {
        Anchor::Joined(Joined { span: hand(quote).span(said), joins: vec![hand(quote).span(join)] })
    };
    let cut = hand(3);
    let case = hand(4);
    let (name, two, both) = (hand(5), hand(6), hand(10));
    let nowhere = two.span("lourdes").start;
    let anchors = vec![
        Anchor::Exact(hand(0).span("La digue a cédé dans la nuit")),
        Anchor::Typographic(hand(1).span("le garde, M. Le Goff, n’a rien entendu")),
        joined(2, "un village indé-\npendant de la commune", "-\n"),
        Anchor::Elided(Edited {
            pieces: cut.spans(&["Le maire", "a demandé du secours", "au préfet"]),
            cuts: vec![
                cut.cut("Le maire", ", réveillé par les cloches et\nencore en chemise,"),
                cut.cut("du secours", "dès l’aube"),
            ],
            changes: Vec::new(),
        }),
        Anchor::Elided(Edited {
            pieces: case.spans(&["La digue a cédé dans la nuit"]),
            cuts: Vec::new(),
            changes: vec![Change { is_case_only: true, ..case.change("[l]", "L") }],
        }),
        Anchor::Altered(Edited {
            pieces: name.spans(&["le préfet est arrivé de", "par le train"]),
            cuts: Vec::new(),
            changes: vec![name.change("[yon]", "Limoges")],
        }),
        Anchor::Altered(Edited {
            pieces: two.spans(&["Les pertes", "sont", ", dit-on"]),
            cuts: Vec::new(),
            changes: vec![
                Change {
                    in_quote: two.mark("[humaines]"),
                    in_article: Span { start: nowhere - 5, end: nowhere - 5 },
                    is_case_only: false,
                },
                two.change("[faibles]", "lourdes"),
            ],
        }),
        Anchor::Ambiguous(hand(7).spans(&["la mairie", "la mairie est"])),
        Anchor::Orphan(Some(Nearest {
            passage: hand(8).span("La digue a cédé dans la nuit"),
            in_quote: vec![hand(8).mark("tenu toute")],
            in_article: vec![hand(8).span("cédé dans")],
        })),
        joined(9, "The oﬃcial report says nothing of repairs", "ﬃ"),
        Anchor::Altered(Edited {
            pieces: both.spans(&["The dyke", "inspected", "in 1909"]),
            cuts: vec![both.cut("inspected", "by anyone from the county")],
            changes: vec![both.change("[had been]", "was never")],
        }),
    ];
    Proof { anchors, problems: Vec::new(), allowed: Vec::new() }
}

fn browser(options: Options, size: (u16, u16)) -> State {
    let draft = draft();
    let mut state = State::new(Arc::clone(&draft), options, size);
    update(&mut state, Message::Checked(Arc::new(proof(&draft))));
    state
}

fn in_language(lang: Lang, size: (u16, u16)) -> State {
    browser(Options { lang, ..Options::default() }, size)
}

#[test]
fn every_mark_in_the_detail() {
    for (width, height) in [(80, 24), (120, 36), (200, 50)] {
        for lang in Lang::ALL {
            for (name, keys) in [("marks", "Enter"), ("marks_unfolded", "Enter 4j Space G")] {
                let mut state = in_language(lang, (width, height));
                press(&mut state, keys);
                let name = format!("{name}_{width}x{height}_{}", lang.tag());
                insta::assert_snapshot!(name, screen::with_styles(&state));
            }
        }
    }
}

#[test]
fn what_was_joined_cut_and_changed_is_marked_in_the_article() {
    for (quote, name) in
        [(3, "joined"), (4, "cut"), (5, "case"), (6, "altered"), (10, "ligature"), (11, "altered_and_cut")]
    {
        let mut state = in_language(Lang::En, (80, 24));
        press(&mut state, &format!("Enter {quote}Enter"));
        insta::assert_snapshot!(format!("marks_reader_{name}"), screen::with_styles(&state));
    }
}

#[test]
fn the_article_says_it_in_french_and_on_wide_screens() {
    let mut state = in_language(Lang::Fr, (120, 36));
    press(&mut state, "Enter 6Enter");
    let shown = screen::text(&state);
    assert!(shown.contains("✎ modifiée · l’article dit\u{a0}: Limoges · La digue cède"), "{shown}");
    let mut state = in_language(Lang::En, (200, 50));
    press(&mut state, "Enter 2j");
    let shown = screen::text(&state);
    assert!(shown.contains("‿ word for word · joined: indé-/pendant"), "{shown}");
}

#[test]
fn ascii_and_few_colors_tell_them_apart() {
    let ascii = Options { lang: Lang::Fr, glyphs: GlyphSet::Ascii, ..Options::default() };
    let mut state = browser(ascii, (80, 50));
    press(&mut state, "Enter Space");
    insta::assert_snapshot!("marks_ascii", screen::text(&state));
    for (name, theme) in [("dark", ThemeName::Dark), ("light", ThemeName::Light)] {
        let mut state = browser(Options { theme: ThemeChoice::Fixed(theme), ..Options::default() }, (80, 50));
        press(&mut state, "Enter Space");
        insta::assert_snapshot!(
            format!("marks_16_colors_{name}"),
            screen::with_styles_at(&state, Depth::Basic)
        );
    }
}

#[test]
fn every_mark_in_a_talk() {
    for lang in Lang::ALL {
        let talk = Options { lang, briefing: Some(Start::default()), ..Options::default() };
        let mut state = browser(talk, (80, 24));
        insta::assert_snapshot!(format!("marks_talk_opening_{}", lang.tag()), screen::with_styles(&state));
        // Date, title, and the quotes one by one.
        press(&mut state, "6Space");
        insta::assert_snapshot!(format!("marks_talk_cut_{}", lang.tag()), screen::with_styles(&state));
        press(&mut state, "2Space");
        insta::assert_snapshot!(format!("marks_talk_altered_{}", lang.tag()), screen::with_styles(&state));
        press(&mut state, "4Space");
        insta::assert_snapshot!(format!("marks_talk_claim_{}", lang.tag()), screen::with_styles(&state));
    }
}

#[test]
fn the_three_are_counted_apart_in_the_header() {
    for (lang, counts) in [
        (Lang::En, "✓ 4 word for word · 2 cut · 3 altered"),
        (Lang::Fr, "✓ 4 mot pour mot · 2 coupées · 3 modifiées"),
    ] {
        let shown = screen::text(&in_language(lang, (120, 36)));
        assert!(shown.lines().next().unwrap().ends_with(counts), "{shown}");
        let narrow = screen::text(&in_language(lang, (40, 12)));
        assert!(narrow.lines().next().unwrap().ends_with("✓ 4 · ✂ 2 · ✎ 3"), "{narrow}");
    }
}

#[test]
fn a_key_unfolds_what_was_cut() {
    let mut state = in_language(Lang::En, (100, 60));
    press(&mut state, "Enter");
    let folded = screen::text(&state);
    assert!(folded.contains("✂ 8 + 2 words left out\n") && folded.contains("Space cuts"), "{folded}");
    assert!(!folded.contains("réveillé"), "{folded}");
    press(&mut state, "Space");
    let unfolded = screen::text(&state);
    assert!(unfolded.contains("8 words left out: réveillé"), "{unfolded}");
    assert!(unfolded.contains("2 words left out: dès l’aube"), "{unfolded}");
    press(&mut state, "Space k");
    assert_eq!(screen::text(&state), folded);
}

#[test]
fn a_search_shows_what_the_article_says() {
    let mut state = in_language(Lang::En, (120, 36));
    press(&mut state, "/ a r r i v e");
    let shown = screen::text(&state);
    assert!(
        shown.contains("quote ✎ Limoges ·") && shown.contains("altered · the article says: Limoges"),
        "{shown}"
    );
    let found = run(&mut frise(&["search", "arrivé", TIMELINE, "--lang", "en"])).out;
    assert!(found.contains("(altered, ") && found.contains("The article says: "), "{found}");
    let found = run(&mut frise(&["search", "arrivé", TIMELINE, "--format", "json"])).out;
    let found: serde_json::Value = serde_json::from_str(&found).unwrap();
    let hit = &found["hits"][0];
    assert_eq!((&hit["anchor"], &hit["changes"][0]["written"]), (&"altered".into(), &"yon".into()), "{hit}");
}

fn extract<'a>(draft: &'a Draft, proof: &'a Proof) -> Extract<'a> {
    Extract { timeline: &draft.timeline, articles: &draft.articles, anchors: &proof.anchors, event: None }
}

#[test]
fn a_text_says_each_mark_in_words() {
    let draft = draft();
    let proof = proof(&draft);
    for lang in Lang::ALL {
        let mut out = Vec::new();
        text::write(&extract(&draft, &proof), lang, GlyphSet::Unicode, &mut out).unwrap();
        insta::assert_snapshot!(format!("marks_text_{}", lang.tag()), String::from_utf8(out).unwrap());
    }
}

#[test]
fn json_has_what_was_cut_changed_and_joined() {
    let draft = draft();
    let proof = proof(&draft);
    let mut out = Vec::new();
    json::write(&extract(&draft, &proof), "fr", &mut out).unwrap();
    let document: serde_json::Value = serde_json::from_slice(&out).unwrap();
    let quotes = &document["events"][0]["quotes"];
    let keys = ["anchor", "pieces", "cuts", "changes", "joins"];
    let shown: Vec<_> =
        quotes.as_array().unwrap().iter().map(|quote| keys.map(|key| quote[key].clone())).collect();
    insta::assert_snapshot!("marks_json", serde_json::to_string_pretty(&shown).unwrap());
}

#[test]
fn paper_tells_what_was_cut_and_changed() {
    let draft = draft();
    let proof = proof(&draft);
    let selection = Selection::of(&Choice::default(), model::Depth::All);
    let handout = Handout {
        timeline: &draft.timeline,
        articles: &draft.articles,
        anchors: &proof.anchors,
        selection: &selection,
        edition: Edition::Class,
        has_sheets: true,
        has_articles: true,
    };
    let written = |form, lang| {
        let mut out = Vec::new();
        handout::write(&handout, form, lang, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    };
    let html = written(Form::Html, Lang::En);
    for expected in [
        "11 quotes: ✓ 4 word for word · 2 cut · 3 altered · 1 in several places · 1 not found",
        r#"de L<span class="change">[yon]</span> par le train"#,
        r#"<span class="label">The article says</span>: <q lang="fr">Limoges</q>"#,
        r#"<span class="label">8 words left out</span>: <q lang="fr">réveillé par les cloches et encore en chemise</q>"#,
        r#"<span class="cut" title="8 words left out">[…]</span>"#,
        r#"<span class="label">Joined</span>: <q lang="fr">indé-/pendant</q>"#,
    ] {
        assert!(html.contains(expected), "{expected} is not in\n{html}");
    }
    let markdown = written(Form::Markdown, Lang::Fr);
    for expected in [
        "11 citations\u{a0}: ✓ 4 mot pour mot · 2 coupées · 3 modifiées",
        "**L’article dit**\u{a0}: Limoges",
        "**8 mots coupés**\u{a0}: réveillé par les cloches et encore en chemise",
        r"de L\[yon\] par le train",
    ] {
        assert!(markdown.contains(expected), "{expected} is not in\n{markdown}");
    }
}

#[test]
fn a_check_counts_them_apart() {
    let run = run(&mut frise(&["check", TIMELINE]));
    let line = run.out.lines().find(|line| line.contains("11 quotes: ")).unwrap();
    assert!(line.contains("✓") && line.contains(" · 2 cut · 3 altered"), "{line}");
    assert!(!line.contains("all anchored"), "{line}");
}
