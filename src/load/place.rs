//! Where the parts of a timeline stand on the disk.

use std::path::PathBuf;

use super::draft::Draft;
use super::rules::paths::{to_event, to_quote, to_source};
use super::{disk, locate};
use crate::evidence::Article;
use crate::load::diagnostics::{Part, Path, Spot};
use crate::model::{EventIndex, QuoteIndex, SourceIndex};

impl Draft {
    /// Its files: its own, and those of its articles that lie where they may. None for the built-in timeline.
    pub fn files(&self) -> Vec<PathBuf> {
        let Some(path) = self.input.path() else { return Vec::new() };
        let articles = (0..self.timeline.sources.len()).filter_map(|source| self.article_path(source));
        std::iter::once(path.to_owned()).chain(articles).collect()
    }

    /// The file of the article of a source, whether or not it is there; `None` where the source names none, or
    /// one outside the timeline's folder.
    pub fn article_path(&self, source: SourceIndex) -> Option<PathBuf> {
        let folder = self.input.folder()?;
        let written =
            self.timeline.sources.get(source)?.text.as_deref().filter(|path| !path.trim().is_empty())?;
        match disk::confine(folder, written) {
            Err(disk::Astray::Outside) => None,
            _ => Some(folder.join(written)),
        }
    }

    /// Whether it was read from the same text and the same articles.
    pub fn is_same_as(&self, other: &Self) -> bool {
        let texts = self.articles.iter().map(|article| article.as_ref().map(Article::text));
        self.yaml == other.yaml
            && texts.eq(other.articles.iter().map(|article| article.as_ref().map(Article::text)))
    }

    /// The line on which an event begins, from 1; the first where there is no such event. The whole text is
    /// looked through for it.
    pub fn line_of_event(&self, event: EventIndex) -> usize {
        self.line(self.timeline.events.get(event).map(|_| to_event(&self.timeline, event)))
    }

    /// The line on which a quote begins, in the same way.
    pub fn line_of_quote(&self, quote: QuoteIndex) -> usize {
        self.line(self.timeline.quotes.get(quote).map(|_| to_quote(&self.timeline, quote)))
    }

    /// The line on which a source begins, in the same way.
    pub fn line_of_source(&self, source: SourceIndex) -> usize {
        self.line(self.timeline.sources.get(source).map(|_| to_source(&self.timeline, source)))
    }

    fn line(&self, path: Option<Path>) -> usize {
        let Some(path) = path else { return 1 };
        let spot = Spot::Node(path, Part::Value);
        locate::locate(&self.yaml, &[&spot]).first().map_or(1, |place| place.line)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::Folder;
    use super::super::{Input, read};

    const YAML: &str = "\
title: T
sources:
  - id: a
    text: a.txt
  - {id: b, text: ../b.txt}
  - {id: c, text: none.txt}
events:
  - id: first
    date: 1961
    title: x
    quotes:
      - {source: a, exact: one}
      - source: a
        exact: two
    subevents:
      - id: inside
        date: 1961
        title: y
        claims:
          - says: z
            quotes:
              - {source: a, exact: three}
  - id: earlier
    date: 1950
    title: w
";

    #[test]
    fn everything_has_its_line() {
        let folder = Folder::new();
        folder.write("t.yaml", YAML);
        folder.write("a.txt", "one two three");
        let draft = read(&Input::File(folder.path("t.yaml"))).unwrap();
        let lines = |id: &str| draft.line_of_event(draft.timeline.event_by_id(id).unwrap());
        assert_eq!((lines("first"), lines("inside"), lines("earlier")), (8, 16, 23));
        let quotes: Vec<usize> = (0..3).map(|quote| draft.line_of_quote(quote)).collect();
        assert_eq!(quotes, [12, 13, 22]);
        assert_eq!((draft.line_of_source(0), draft.line_of_source(2)), (3, 6));
        assert_eq!((draft.line_of_event(9), draft.line_of_quote(9)), (1, 1));
        let files = ["t.yaml", "a.txt", "none.txt"].map(|name| folder.path(name));
        assert_eq!(draft.files(), files);
    }

    #[test]
    fn what_was_only_touched_is_the_same() {
        let folder = Folder::new();
        folder.write("t.yaml", YAML);
        folder.write("a.txt", "one two three");
        let input = Input::File(folder.path("t.yaml"));
        let before = read(&input).unwrap();
        assert!(read(&input).unwrap().is_same_as(&before));
        folder.write("a.txt", "one two");
        assert!(!read(&input).unwrap().is_same_as(&before));
        assert!(read(&Input::Builtin).unwrap().files().is_empty());
    }
}
