//! What a problem looks like.

use super::*;
use crate::i18n::Lang;
use crate::load::diagnostics::drawing::{self, Verdict};

fn render(problem: &Problem, color: bool, width: usize) -> String {
    drawing::render(problem, Verdict::Counts, Lang::En, color, width)
}

fn draw(yaml: &str, code: &str) -> String {
    let problems = problems(&folder(yaml));
    let problem = problems.iter().find(|problem| problem.code == code).unwrap();
    render(problem, false, 80)
}

/// What stands above the carets, as far as they reach; wide characters count twice.
fn pointed_at(drawn: &str) -> String {
    let lines: Vec<&str> = drawn.lines().collect();
    let at = lines.iter().position(|line| line.trim_start().starts_with('|') && line.contains('^')).unwrap();
    let start = lines[at].find('^').unwrap();
    let end = start + lines[at].matches('^').count();
    let mut column = 0;
    let mut pointed = String::new();
    for c in lines[at - 1].chars() {
        if (start..end).contains(&column) {
            pointed.push(c);
        }
        column += unicode_width::UnicodeWidthChar::width(c).unwrap_or_default();
    }
    pointed
}

#[test]
fn a_problem_is_drawn_with_its_line_and_the_likely_fix() {
    let drawn = draw(&GOOD.replacen("speaker: Poutine", "speeker: Poutine", 1), "unknown-key");
    let (first, rest) = drawn.split_once('\n').unwrap();
    let (place, rest) = rest.split_once('\n').unwrap();
    assert_eq!(first, "error[unknown-key]: a quote has no key `speeker`");
    assert!(place.starts_with("  --> ") && place.ends_with("timeline.yaml:28:9"), "{place}");
    let expected = "   |
28 |         speeker: Poutine
   |         ^^^^^^^ means nothing here
   |
help: did you mean `speaker`?
";
    assert_eq!(rest, expected);
}

#[test]
fn an_orphan_is_drawn_with_the_passage_it_may_have_meant() {
    let drawn = draw(&GOOD.replacen("signé en 1961", "signé en 1962", 1), "orphan");
    assert_eq!(pointed_at(&drawn), "1962");
    for expected in [
        "note: the article has\n",
        "articles/a.txt:1:29\n",
        "1961, et la signature",
        "   |                             ----\n",
        "help: the nearest passage is: un traité signé en ›1961‹\n",
    ] {
        assert!(drawn.contains(expected), "{expected}\n{drawn}");
    }
}

#[test]
fn carets_stand_under_what_they_mean_whatever_comes_before() {
    for before in [
        "",
        "東 ",
        "e\u{301} ",
        "\\t",
        "\u{202e}",
        "\u{200b}\u{200d}",
        "\u{e0041}",
        &"東é\u{202e}".repeat(50_000),
        &"x".repeat(1_000_000),
    ] {
        let yaml = format!("title:\t{{en: \"{before}\", zz\u{202e}z: 東}}\nevents: []\n");
        let drawn = draw(&yaml, "bad-language");
        assert_eq!(pointed_at(&drawn), "zz⟨U+202E⟩z", "{drawn}");
        let longest = drawn.lines().skip(2).map(unicode_width::UnicodeWidthStr::width).max();
        assert!(longest <= Some(110), "{longest:?}\n{drawn}");
        assert!(!drawn.contains(|c: char| c != '\n' && crate::visible::is_dangerous(c)), "{drawn}");
    }
}

#[test]
fn file_names_and_keys_cannot_command_the_terminal() {
    let folder = folder(
        "title: t\nevents: [{id: a, date: 1961, title: t, allow: [event-unquoted]}]\n\"\\e[31m\\a\": 1\n",
    );
    std::fs::rename(folder.path("timeline.yaml"), folder.path("\x1b]0;x\x07.yaml")).unwrap();
    let draft = read(&Input::File(folder.path("\x1b]0;x\x07.yaml"))).unwrap();
    let problem = &draft.prove().problems[0];
    let drawn = render(problem, false, 80);
    assert!(drawn.contains("␛[31m␇") && drawn.contains("␛]0;x␇.yaml:3:1"), "{drawn}");
    assert!(!drawn.contains(['\x1b', '\x07']), "{drawn}");
    assert!(render(problem, true, 80).contains("\x1b["));
}

#[test]
fn color_changes_nothing_but_color() {
    let problems = problems(&folder(GOOD.replacen("signé en 1961", "signé en 1962", 1)));
    let colored = render(&problems[0], true, 80);
    let mut plain = String::new();
    for (index, part) in colored.split('\x1b').enumerate() {
        plain += if index == 0 { part } else { part.split_once('m').unwrap().1 };
    }
    assert_eq!(plain, render(&problems[0], false, 80));
}

#[test]
fn an_empty_file_and_a_narrow_screen_are_drawn_too() {
    assert_eq!(pointed_at(&(draw("", "empty-file") + " ")), "");
    let problems = problems(&folder(GOOD.replacen("speaker: Poutine", "speeker: Poutine", 1)));
    for width in [0, 1, 10, 40, usize::MAX] {
        assert!(render(&problems[0], false, width).contains("speeker"), "{width}");
    }
}
