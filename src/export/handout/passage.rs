//! Articles, with the passages that are quoted.

use std::ops::Range;

use super::page::Builder;
use super::view::Piece;
use crate::evidence::{Article, Span};
use crate::model::SourceIndex;
use crate::visible;

/// A passage: its quote, what it is called, and its pieces.
struct Passage {
    quote: usize,
    label: String,
    pieces: Vec<Span>,
}

/// Something that happens at a byte of an article. In this order where several happen at once: what ends does so
/// before something begins.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum What {
    /// The words of a piece end.
    Falls,
    /// The passage with this label ends.
    Ends(String),
    /// A passage begins or goes on: its quote, whether it begins, its label.
    Begins(usize, bool, String),
    /// The words of a piece begin.
    Rises,
}

impl<'a> Builder<'a> {
    /// The paragraphs of the article of a source.
    pub(super) fn article(&self, source: SourceIndex, article: &'a Article) -> Vec<Vec<Piece<'a>>> {
        let quotes =
            self.timeline.quotes_from(source).iter().filter(|quote| self.numbers.contains_key(quote));
        let passages = quotes.flat_map(|&quote| {
            let passages = self.passages(quote).into_iter();
            passages.map(move |(label, pieces)| Passage { quote: self.number(quote), label, pieces })
        });
        quoted_part(paragraphs(article, passages))
    }
}

/// From the first quoted paragraph to the last: what lies around them is often what remains of a web page.
fn quoted_part(mut paragraphs: Vec<Vec<Piece<'_>>>) -> Vec<Vec<Piece<'_>>> {
    let is_quoted =
        |paragraph: &Vec<Piece<'_>>| paragraph.iter().any(|piece| !matches!(piece, Piece::Plain(_)));
    let end = paragraphs.iter().rposition(is_quoted).map_or(0, |last| last + 1);
    paragraphs.truncate(end);
    let start = paragraphs.iter().position(is_quoted).unwrap_or(end);
    paragraphs.split_off(start)
}

/// The paragraphs of `article`, with the pieces of `passages` marked in them.
fn paragraphs(article: &Article, passages: impl Iterator<Item = Passage>) -> Vec<Vec<Piece<'_>>> {
    let text = article.text();
    let mut stops: Vec<(usize, What)> = passages.flat_map(|passage| stops(article, passage)).collect();
    stops.sort();
    let mut stops = stops.into_iter().peekable();
    let mut depth = 0_usize;
    let mut paragraphs = Vec::new();
    for paragraph in blocks(text) {
        let mut pieces = Vec::new();
        let mut at = paragraph.start;
        let is_inside = |at: usize, what: &What| match what {
            What::Falls | What::Ends(_) => at <= paragraph.end,
            What::Begins(..) | What::Rises => at < paragraph.end,
        };
        while let Some((stop, what)) = stops.next_if(|(at, what)| is_inside(*at, what)) {
            let to = stop.clamp(at, paragraph.end);
            pieces.extend(words(text, at..to, depth));
            at = to;
            match what {
                What::Rises => depth += 1,
                What::Falls => depth = depth.saturating_sub(1),
                What::Ends(label) => pieces.push(Piece::End(label)),
                What::Begins(quote, is_first, label) => pieces.push(Piece::Start { quote, label, is_first }),
            }
        }
        pieces.extend(words(text, at..paragraph.end, depth));
        paragraphs.push(pieces);
    }
    paragraphs
}

/// Where in the article a passage begins, goes on after a cut, and ends.
fn stops(article: &Article, passage: Passage) -> Vec<(usize, What)> {
    let Passage { quote, label, pieces } = passage;
    let text = article.text();
    let bytes = |span: &Span| {
        let (start, end) = (article.byte_offset(span.start), article.byte_offset(span.end));
        let said = text.get(start..end).unwrap_or_default();
        let start = start + (said.len() - said.trim_start().len());
        start..start.max(end - (said.len() - said.trim_end().len()))
    };
    let pieces: Vec<Range<usize>> = pieces.iter().map(bytes).collect();
    let mut stops = Vec::new();
    for (number, piece) in pieces.iter().enumerate() {
        // A number in the middle of a word would tear it.
        let word = text.get(..piece.start).unwrap_or_default().trim_end_matches(char::is_alphanumeric).len();
        if number == 0 || word == piece.start {
            stops.push((word, What::Begins(quote, number == 0, label.clone())));
        }
        stops.push((piece.start, What::Rises));
        stops.push((piece.end, What::Falls));
    }
    stops.extend(pieces.last().map(|last| (last.end, What::Ends(label))));
    stops
}

/// Words that as many passages have as `depth` says.
fn words(text: &str, bytes: Range<usize>, depth: usize) -> Option<Piece<'_>> {
    let words = text.get(bytes).filter(|words| !words.is_empty()).map(visible::lines)?;
    Some(match depth {
        0 => Piece::Plain(words),
        1 => Piece::Marked(words),
        _ => Piece::Shared(words),
    })
}

/// The paragraphs of a text, in bytes: what stands between blank lines.
fn blocks(text: &str) -> Vec<Range<usize>> {
    let mut blocks: Vec<Range<usize>> = Vec::new();
    let mut is_open = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let said = line.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        let start = at + line.find(said).unwrap_or_default();
        let range = start..start + said.len();
        match blocks.last_mut() {
            _ if said.is_empty() => is_open = false,
            Some(block) if is_open => block.end = range.end,
            _ => {
                blocks.push(range);
                is_open = true;
            }
        }
        at += line.len();
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The article with `(12` where passage 12 begins, `12)` where it ends, `~` where it goes on after a cut, and
    /// the words of one passage in `<>`, of several in `«»`; paragraphs are parted by `|`.
    fn shown(text: &str, quotes: &[&[&str]]) -> String {
        let article = Article::new(text.to_owned());
        let span = |said: &&str| {
            let start = article.scalar_offset(text.find(said).unwrap());
            Span { start, end: start + said.chars().count() }
        };
        let passages = quotes.iter().enumerate().map(|(at, pieces)| Passage {
            quote: at + 1,
            label: (at + 1).to_string(),
            pieces: pieces.iter().map(span).collect(),
        });
        let piece = |piece: &Piece<'_>| match piece {
            Piece::Plain(said) => said.to_string(),
            Piece::Marked(said) => format!("<{said}>"),
            Piece::Shared(said) => format!("«{said}»"),
            Piece::Start { label, is_first: true, .. } => format!("({label}"),
            Piece::Start { label, .. } => format!("~{label}"),
            Piece::End(label) => format!("{label})"),
        };
        let paragraphs = paragraphs(&article, passages);
        paragraphs.iter().map(|pieces| pieces.iter().map(piece).collect()).collect::<Vec<String>>().join("|")
    }

    #[test]
    fn passages_are_marked_however_they_lie() {
        let text = "un deux trois quatre cinq";
        for (quotes, expected) in [
            (&[&["deux"][..]][..], "un (1<deux>1) trois quatre cinq"),
            (&[&["un deux trois quatre cinq"]], "(1<un deux trois quatre cinq>1)"),
            (&[&["deux trois"], &["deux trois"]], "un (1(2«deux trois»1)2) quatre cinq"),
            (&[&["deux trois"], &["trois quatre"]], "un (1<deux >(2«trois»1)< quatre>2) cinq"),
            (&[&["deux trois quatre"], &["trois"]], "un (1<deux >(2«trois»2)< quatre>1) cinq"),
            (&[&["un"], &["deux"]], "(1<un>1) (2<deux>2) trois quatre cinq"),
            (&[&["deux", "quatre"]], "un (1<deux> trois ~1<quatre>1) cinq"),
            (&[&["rois"]], "un deux (1t<rois>1) quatre cinq"),
            (&[&["deux", "atre"]], "un (1<deux> trois qu<atre>1) cinq"),
            (&[], "un deux trois quatre cinq"),
        ] {
            assert_eq!(shown(text, quotes), expected);
        }
    }

    #[test]
    fn a_passage_goes_from_paragraph_to_paragraph() {
        assert_eq!(
            shown(
                "\u{feff}un\r\n\r\n \n deux\ntrois\n\n\nquatre\n",
                &[&["un\r\n\r\n \n deux\ntrois\n\n"], &["quatre\n"]]
            ),
            "(1<un>|<deux\ntrois>1)|(2<quatre>2)"
        );
        assert_eq!(shown(" \n", &[]), "");
    }
}
