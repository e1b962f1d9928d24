//! An article in lines, laid out as far as it has been looked at.

use std::ops::Range;

use crate::wrap;

/// The lines of an article in so many columns. A long article is laid out from its beginning only as far as somebody
/// looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ArticleLines {
    columns: usize,
    lines: Vec<Range<usize>>,
    /// The byte at which the next paragraph begins; `None` once all are laid out.
    next: Option<usize>,
}

impl ArticleLines {
    /// Nothing yet of an article in `columns` columns.
    pub(crate) fn new(columns: usize) -> Self {
        Self { columns, lines: Vec::new(), next: Some(0) }
    }

    /// The lines laid out so far, in bytes of the text.
    pub(crate) fn lines(&self) -> &[Range<usize>] {
        &self.lines
    }

    /// Lays out the article up to its line `line`, or to its end.
    pub(crate) fn reach_line(&mut self, text: &str, line: usize) {
        while self.lines.len() <= line && self.more(text) {}
    }

    /// Lays out the article up to the line that `byte` stands on.
    pub(crate) fn reach_byte(&mut self, text: &str, byte: usize) {
        while self.next.is_some_and(|next| next <= byte) && self.more(text) {}
    }

    /// The lines that `bytes` stand on, as far as they are laid out.
    pub(crate) fn lines_of(&self, bytes: &Range<usize>) -> Range<usize> {
        let first = self.lines.partition_point(|line| line.end <= bytes.start);
        let last = self.lines.partition_point(|line| line.start < bytes.end);
        first.min(last)..last
    }

    /// The line that `byte` stands on.
    pub(crate) fn line_of(&self, byte: usize) -> usize {
        self.lines.partition_point(|line| line.start <= byte).saturating_sub(1)
    }

    /// The last line that may stand at the top of `height` lines; the largest number while the end is not known.
    pub(crate) fn last_scroll(&self, height: usize) -> usize {
        if self.next.is_some() { usize::MAX } else { self.lines.len().saturating_sub(height) }
    }

    /// Whether there are lines from number `line` on.
    pub(crate) fn goes_on(&self, line: usize) -> bool {
        self.next.is_some() || line < self.lines.len()
    }

    fn more(&mut self, text: &str) -> bool {
        if let Some(next) = self.next {
            self.next = wrap::paragraph(text, next, self.columns, &mut self.lines);
        }
        self.next.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_laid_out_as_far_as_somebody_looks() {
        let text = "un deux trois\nquatre cinq\n\nsix\n".repeat(50);
        let whole = wrap::lines(&text, 8);
        let mut laid = ArticleLines::new(8);
        laid.reach_line(&text, 3);
        assert!(laid.lines().len() > 3 && laid.lines().len() < 10);
        assert_eq!((laid.last_scroll(5), laid.goes_on(100)), (usize::MAX, true));
        laid.reach_byte(&text, 200);
        let line = laid.line_of(200);
        assert!(laid.lines()[line].contains(&200) || laid.lines()[line].end == 200);
        assert_eq!(laid.lines(), &whole[..laid.lines().len()]);
        laid.reach_line(&text, usize::MAX);
        assert_eq!(laid.lines(), whole);
        assert_eq!((laid.last_scroll(5), laid.goes_on(whole.len())), (whole.len() - 5, false));
    }

    #[test]
    fn an_empty_article_is_one_line() {
        let mut laid = ArticleLines::new(8);
        laid.reach_byte("", 0);
        assert_eq!((laid.lines().len(), laid.line_of(0), laid.lines_of(&(0..0))), (1, 0, 0..0));
    }
}
