//! Sources and articles in Markdown.

use super::escape::{HARD_BREAK, escaped, escaped_on_one_line, escaped_piece};
use super::{Paper, on_one_line, said, when};
use crate::export::handout::view::{Body, Piece, Source, Value};

impl Paper<'_> {
    /// The sources with their sheets.
    pub(super) fn sources(&mut self) {
        if self.page.sources.is_empty() {
            return;
        }
        self.block(&format!("## {}", self.page.words.source_list));
        if !self.page.has_sheets {
            let rows = self.page.sources.iter().map(|source| self.row(source));
            self.block(&rows.collect::<Vec<_>>().join("\n"));
            return;
        }
        for source in &self.page.sources {
            self.block(&self.heading(source));
            let rows = source.rows.iter().map(|(label, value)| {
                format!("- **{}**{}{}", escaped(label), self.page.words.colon, self.value(value))
            });
            let missing = (!source.missing.is_empty()).then(|| {
                let (label, colon) = (self.page.own.not_stated, self.page.words.colon);
                format!("- **{}**{colon}{}", escaped(label), escaped(&source.missing.join(", ")))
            });
            self.block(&rows.chain(missing).collect::<Vec<_>>().join("\n"));
        }
    }

    /// A source on one line.
    fn row(&self, source: &Source<'_>) -> String {
        let words = self.page.words;
        let issued = source.issued.as_ref().map_or_else(|| escaped_on_one_line(words.unissued), when);
        let genre =
            source.genre.as_ref().map(|genre| format!(" · {}", on_one_line(genre))).unwrap_or_default();
        let (number, title) = (source.number, on_one_line(&source.title));
        format!(
            "- **{} {number}** {title} · {} · {issued}{genre}",
            words.document,
            escaped_on_one_line(&source.publisher)
        )
    }

    /// The articles, each passage between its number and the same number again.
    pub(super) fn articles(&mut self) {
        let sources = &self.page.sources;
        if sources.iter().all(|source| matches!(source.article, Body::None)) {
            return;
        }
        self.block(&format!("## {}", self.page.own.articles));
        for source in sources.iter().filter(|source| !matches!(source.article, Body::None)) {
            self.block(&self.heading(source));
            if let Body::Paragraphs(paragraphs) = &source.article {
                for paragraph in paragraphs {
                    self.block(&paragraph.iter().map(piece).collect::<String>());
                }
            } else {
                self.block(&escaped(self.page.own.no_article));
            }
        }
    }

    fn heading(&self, source: &Source<'_>) -> String {
        format!("### {} {} — {}", self.page.words.document, source.number, on_one_line(&source.title))
    }

    fn value(&self, value: &Value<'_>) -> String {
        let document = self.page.words.document;
        match value {
            Value::Said(paragraphs) => {
                paragraphs.iter().map(said).collect::<Vec<_>>().join(&format!("{HARD_BREAK}  "))
            }
            Value::When(date) => when(date),
            Value::Address(_, Some(link)) => format!("<{link}>"),
            Value::Address(address, None) => escaped_on_one_line(address),
            Value::Origin(origin, others) if others.is_empty() => escaped_on_one_line(origin),
            Value::Origin(origin, others) => {
                let others: Vec<_> = others.iter().map(|other| format!("{document} {other}")).collect();
                format!("{} ({} {})", escaped_on_one_line(origin), self.page.own.also, others.join(", "))
            }
        }
    }
}

fn piece(piece: &Piece<'_>) -> String {
    match piece {
        Piece::Plain(said) | Piece::Marked(said) | Piece::Shared(said) => escaped_piece(said),
        Piece::Start { label, is_first: true, .. } => format!(r"\[{label}: "),
        Piece::Start { .. } => String::new(),
        Piece::End(label) => format!(r" :{label}\]"),
    }
}
