//! An article in passages: what one sees of it at a time, and in which several words are found together.

use std::ops::Range;

/// About the most bytes of a passage.
const LONGEST: usize = 1_500;

/// The passages of an article, in order: its paragraphs, cut where they are very long. A line that ends like a
/// sentence ends a paragraph; one that does not goes on in the next line, as where lines are broken to a width.
pub(super) fn split(text: &str) -> Vec<Range<usize>> {
    let mut passages: Vec<Range<usize>> = Vec::new();
    let mut open: Option<Range<usize>> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        let start = at + (line.len() - line.trim_start().len());
        at += line.len();
        if words.is_empty() {
            passages.extend(open.take());
            continue;
        }
        let begin = open.take().map_or(start, |open| open.start);
        let paragraph = begin..start + words.len();
        if is_end(words) || paragraph.len() > LONGEST {
            passages.extend(cut(text, paragraph));
        } else {
            open = Some(paragraph);
        }
    }
    passages.extend(open);
    passages
}

fn is_end(line: &str) -> bool {
    line.trim_end_matches(['"', '»', '”', '’', '\'', ')', ']', ' ', '\u{a0}', '\u{202f}'])
        .ends_with(['.', '!', '?', '…', '。'])
}

/// A paragraph in pieces of at most about [`LONGEST`] bytes: cut at the last sentence that fits, else the last
/// word, else anywhere.
fn cut(text: &str, mut paragraph: Range<usize>) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    while paragraph.len() > LONGEST {
        let end = (paragraph.start..=paragraph.start + LONGEST).rev().find(|end| text.is_char_boundary(*end));
        let end = end.unwrap_or(paragraph.end);
        let part = &text[paragraph.start..end];
        let sentence =
            [". ", "! ", "? ", "\n"].iter().filter_map(|end| part.rfind(end)).max().map(|at| at + 1);
        let length = sentence.or_else(|| part.rfind(' ')).filter(|length| *length > 0).unwrap_or(part.len());
        pieces.push(paragraph.start..paragraph.start + length);
        let rest = &text[paragraph.start + length..paragraph.end];
        paragraph.start = paragraph.end - rest.trim_start().len();
    }
    pieces.extend((!paragraph.is_empty()).then_some(paragraph));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_passages_and_broken_lines_go_on() {
        let text = "\u{feff} Titre\n\nUn. Deux\u{a0}!\nTrois lignes\nd'une « seule. »\r\n \t\nfin";
        let passages: Vec<_> = split(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(passages, ["\u{feff} Titre", "Un. Deux\u{a0}!", "Trois lignes\nd'une « seule. »", "fin"]);
        assert!(split(" \n\n").is_empty());
    }

    #[test]
    fn long_paragraphs_are_cut_and_nothing_is_lost() {
        for unit in ["Une phrase. ", "mot ", "é"] {
            let text = unit.repeat(2_000);
            let passages = split(&text);
            assert!(passages.iter().all(|passage| passage.len() <= LONGEST));
            let words: String = passages.iter().map(|range| text[range.clone()].replace(' ', "")).collect();
            assert_eq!(words, text.replace(' ', ""));
        }
    }
}
