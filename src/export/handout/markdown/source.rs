//! Sources and articles in Markdown.

use super::escape::escaped;
use super::{Paper, said, when};
use crate::export::handout::view::{Body, Piece, Source, Value};

impl Paper<'_> {
    /// The sources with their sheets.
    pub(super) fn sources(&mut self) {
        if self.page.sources.is_empty() {
            return;
        }
        self.block(&format!("## {}", self.page.words.source_list));
        for source in &self.page.sources {
            self.block(&self.heading(source));
            let rows = source.rows.iter().map(|(label, value)| {
                format!("- **{}**{}{}", escaped(label), self.page.words.colon, self.value(value))
            });
            self.block(&rows.collect::<Vec<_>>().join("\n"));
        }
    }

    /// The articles, each passage between its number and the same number again.
    pub(super) fn articles(&mut self) {
        let sources = &self.page.sources;
        if sources.iter().all(|source| matches!(source.article, Body::None)) {
            return;
        }
        self.block(&format!("## {}", self.page.own.articles));
        for source in sources {
            match &source.article {
                Body::None => continue,
                Body::Unreadable => {
                    self.block(&self.heading(source));
                    self.block(&escaped(self.page.own.no_article));
                }
                Body::Paragraphs(paragraphs) => {
                    self.block(&self.heading(source));
                    for paragraph in paragraphs {
                        self.block(&paragraph.iter().map(piece).collect::<String>());
                    }
                }
            }
        }
    }

    fn heading(&self, source: &Source<'_>) -> String {
        format!("### {} {} — {}", self.page.words.document, source.number, said(&source.title))
    }

    fn value(&self, value: &Value<'_>) -> String {
        let document = self.page.words.document;
        match value {
            Value::Said(paragraphs) => paragraphs.iter().map(said).collect::<Vec<_>>().join("\\\n  "),
            Value::Missing(missing) => escaped(missing),
            Value::When(date) => when(date),
            Value::Address(_, Some(link)) => format!("<{link}>"),
            Value::Address(address, None) => escaped(address),
            Value::Origin(origin, others) if others.is_empty() => escaped(origin),
            Value::Origin(origin, others) => {
                let others: Vec<_> = others.iter().map(|other| format!("{document} {other}")).collect();
                format!("{} ({} {})", escaped(origin), self.page.own.also, others.join(", "))
            }
        }
    }
}

fn piece(piece: &Piece<'_>) -> String {
    match piece {
        Piece::Plain(said) | Piece::Marked(said) | Piece::Shared(said) => spaced(said),
        Piece::Start { label, is_first: true, .. } => format!(r"\[{label}: "),
        Piece::Start { .. } => String::new(),
        Piece::End(label) => format!(r" :{label}\]"),
    }
}

/// Escaped, with the spaces at its ends, which part it from the next piece.
fn spaced(said: &str) -> String {
    let start = said.len() - said.trim_start().len();
    let end = said.trim_end().len().max(start);
    format!("{}{}{}", blank(&said[..start]), escaped(&said[start..end]), blank(&said[end..]))
}

fn blank(space: &str) -> &str {
    match space {
        "" => "",
        space if space.contains('\n') => "\\\n",
        space => space,
    }
}
