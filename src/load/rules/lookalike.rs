//! Names that look the same and are not: characters that are not seen, and letters of another script.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

use super::Facts;
use super::paths::{to_briefing, to_event, to_place, to_quote, to_source};
use crate::load::diagnostics::Severity::Warning;
use crate::load::diagnostics::{Finding, Path, Rule, Step, said, to};
use crate::model::Text;

pub(super) static LOOKALIKE: Rule = Rule {
    code: "lookalike",
    severity: Warning,
    summary: "two names look the same and are not",
    summary_fr: "deux noms se ressemblent à s’y méprendre",
    explanation: "\
Two ids, tags, speakers, origins or other names differ only in what is not seen: a zero-width
character, another kind of space, an accent written as one character or as two, or a letter of
another script in a Latin word, such as a Cyrillic `а`. To the program they are two. Write both in
the same way.

    tags: [traité]
    tags: [traitе́]                   # the last letter is Cyrillic",
    explanation_fr: "\
Deux identifiants, mots-clés, locuteurs, origines ou autres noms ne diffèrent que par ce qui ne se
voit pas\u{a0}: un caractère de largeur nulle, une autre sorte d’espace, un accent écrit en un caractère
ou en deux, ou une lettre d’une autre écriture dans un mot latin, comme le `а` cyrillique. Pour le
programme, ils sont deux. Écrivez-les de même.

    tags: [traité]
    tags: [traitе́]                   # la dernière lettre est cyrillique",
};

pub(super) fn lookalike(facts: &Facts<'_>) -> Vec<Finding> {
    groups(facts).into_iter().flat_map(|names| alike(&names)).collect()
}

/// The names of each kind, each with the way to it.
fn groups<'a>(facts: &Facts<'a>) -> Vec<Vec<(Path, &'a str)>> {
    let timeline = facts.timeline();
    let events = || timeline.events.iter().enumerate();
    let sources = || timeline.sources.iter().enumerate();
    let in_source = |index, key| to(&to_source(timeline, index), Step::Key(key));
    let mut tags = Vec::new();
    for (index, event) in events() {
        for (position, tag) in event.tags.iter().enumerate() {
            let path = to(&to(&to_event(timeline, index), Step::Key("tags")), Step::Item(position));
            tags.extend(wordings(&path, Some(tag)));
        }
    }
    let relays = sources().flat_map(|(index, source)| {
        let all = source.relays.iter().enumerate();
        all.flat_map(move |(position, relay)| {
            wordings(&to(&in_source(index, "relays"), Step::Item(position)), Some(relay))
        })
    });
    let quotes = timeline.quotes.iter().enumerate();
    let speakers = quotes.flat_map(|(index, quote)| {
        wordings(&to(&to_quote(timeline, index), Step::Key("speaker")), quote.speaker.as_ref())
    });
    let of_sources = |key, text: fn(&'a crate::model::Source) -> Option<&'a Text>| {
        sources().flat_map(|(index, source)| wordings(&in_source(index, key), text(source))).collect()
    };
    vec![
        events()
            .map(|(index, event)| (to(&to_event(timeline, index), Step::Key("id")), event.id.as_str()))
            .collect(),
        sources().map(|(index, source)| (in_source(index, "id"), source.id.as_str())).collect(),
        sources()
            .filter_map(|(index, source)| Some((in_source(index, "origin"), source.origin.as_deref()?)))
            .collect(),
        relays.collect(),
        timeline
            .places
            .iter()
            .map(|place| (to(&to_place(place), Step::Key("id")), place.id.as_str()))
            .collect(),
        timeline
            .briefings
            .iter()
            .map(|outline| (to(&to_briefing(outline), Step::Key("id")), outline.id.as_str()))
            .collect(),
        timeline
            .places
            .iter()
            .flat_map(|place| wordings(&to(&to_place(place), Step::Key("name")), Some(&place.name)))
            .collect(),
        of_sources("author", |source| source.author.as_ref()),
        of_sources("container-title", |source| source.container_title.as_ref()),
        of_sources("credit", |source| source.credit.as_ref()),
        of_sources("genre", |source| source.genre.as_ref()),
        tags,
        speakers.collect(),
    ]
}

fn wordings<'a>(path: &[Step], text: Option<&'a Text>) -> Vec<(Path, &'a str)> {
    text.into_iter().flat_map(Text::entries).map(|(_, wording)| (path.to_vec(), wording)).collect()
}

/// A finding on each of `names` that looks like one before it.
fn alike(names: &[(Path, &str)]) -> Vec<Finding> {
    let mut first: HashMap<String, &str> = HashMap::new();
    let mut findings = Vec::new();
    for (path, name) in names {
        let known = *first.entry(skeleton(name)).or_insert(name);
        let Some(letters) = difference(name, known) else { continue };
        let message = said!(
            en: "`{name}` looks like another name, and is not the same: {letters}",
            fr: "`{name}` ressemble à un autre nom sans être le même\u{a0}: {letters}",
        );
        findings.push(
            Finding::on(&LOOKALIKE, path.clone(), message)
                .help(said!(en: "write both in the same way", fr: "écrivez-les tous deux de la même façon"))
                .probably(known),
        );
    }
    findings
}

/// The first of `known` that looks like `written` and is not the same, and what tells them apart.
pub(in crate::load) fn find<'a>(
    written: &str,
    known: impl Iterator<Item = &'a str>,
) -> Option<(&'a str, String)> {
    let seen = skeleton(written);
    // Most names are only what is seen.
    let is_what_is_seen = |name: &str| name.bytes().all(|byte| byte.is_ascii_graphic());
    let looks_so = |name: &str| if is_what_is_seen(name) { name == seen } else { skeleton(name) == seen };
    known.filter(|name| looks_so(name)).find_map(|name| Some((name, difference(written, name)?)))
}

/// What is not seen and tells `a` from `b`, by its code points; `None` where they are the same, or differ in what is
/// seen.
fn difference(a: &str, b: &str) -> Option<String> {
    if a == b || skeleton(a) != skeleton(b) {
        return None;
    }
    let hidden = |text: &str| -> Vec<String> {
        let mut odd: Vec<char> = text.chars().filter(|c| !c.is_ascii() && is_odd(*c)).collect();
        odd.dedup();
        odd.into_iter().map(|c| format!("U+{:04X}", u32::from(c))).collect()
    };
    let (in_a, in_b) = (hidden(a), hidden(b));
    let odd = if in_a.len() >= in_b.len() { in_a } else { in_b };
    // What is left is a space at an end.
    Some(if odd.is_empty() { "U+0020".to_owned() } else { odd.join(", ") })
}

/// Whether a character may be what is not seen.
fn is_odd(c: char) -> bool {
    is_unseen(c)
        || c.is_whitespace()
        || latin(c).is_some()
        || unicode_normalization::char::is_combining_mark(c)
}

/// What a text looks like.
fn skeleton(text: &str) -> String {
    let seen = text.chars().filter(|c| !is_unseen(*c)).nfc();
    let seen: String = seen.map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    let words = seen.split(' ').map(|word| {
        let is_latin = word.chars().any(|c| c.is_ascii_alphabetic() || ('\u{c0}'..'\u{250}').contains(&c));
        if is_latin { word.chars().map(|c| latin(c).unwrap_or(c)).nfc().collect() } else { word.to_owned() }
    });
    words.collect::<Vec<_>>().join(" ").trim().to_owned()
}

/// Whether a character has neither width nor form (of Unicode's `Default_Ignorable_Code_Point`, those in use).
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}')
}

/// The letters of other scripts that look like Latin ones, and those.
const LOOKALIKES: &str = "аaеeоoрpсcуyхxіiјjѕsԁdһhԛqԝwкkАAВBЕEЗ3КKМMНHОOРPСCТTУYХXІIЈJЅSԌGӏl\
    αaοoνvρpιiκkυuΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXϲcϳjіi\
    օoսuհhոnցgզqԍGɑaɡgⅼlⅰiⅴvⅹxⅽcⅾdⅿm";

/// The Latin letter that a letter of another script looks like.
fn latin(c: char) -> Option<char> {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0),
        '\u{1d400}'..='\u{1d7ff}' => c.nfkc().next(),
        _ if c.is_ascii() => None,
        _ => {
            let mut letters = LOOKALIKES.chars();
            while let (Some(other), Some(latin)) = (letters.next(), letters.next()) {
                if other == c {
                    return Some(latin);
                }
            }
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_seen_is_told() {
        for (a, b, expected) in [
            ("doc1", "dос1", Some("U+043E, U+0441")),
            ("doc\u{200b}1", "doc1", Some("U+200B")),
            ("traité", "traite\u{301}", Some("U+0301")),
            ("M. Poutine", "M.\u{a0}Poutine", Some("U+00A0")),
            ("ｄoc1", "doc1", Some("U+FF44")),
            ("doc1", "doc2", None),
            ("doc1", "doc1", None),
            ("мир", "mup", None),
            ("сор", "cop", None),
            ("Doc1", "doc1", None),
        ] {
            assert_eq!(difference(a, b).as_deref(), expected, "{a} {b}");
        }
        let pairs = LOOKALIKES.chars().filter(|c| !c.is_whitespace()).count();
        assert_eq!(pairs % 2, 0);
        let mut letters = LOOKALIKES.chars();
        while let (Some(other), Some(latin)) = (letters.next(), letters.next()) {
            assert!(!other.is_ascii() && latin.is_ascii(), "{other}{latin}");
        }
    }
}
