//! Sources in plain text.

use std::io;

use super::Page;
use crate::citation;
use crate::model::{Quote, Source, SourceIndex, Text};

impl Page<'_> {
    /// The sources with their sheets.
    pub(super) fn sources(&mut self) -> io::Result<()> {
        let sources = self.extract.sources();
        if sources.is_empty() {
            return Ok(());
        }
        self.gap()?;
        self.line(0, self.words.source_list)?;
        sources.into_iter().try_for_each(|source| self.source(source))
    }

    /// Where a quote comes from: the document's number, who published it, and when.
    pub(super) fn source_line(&self, quote: &Quote) -> String {
        let Some(source) = quote.source.and_then(|source| self.timeline.sources.get(source)) else {
            return format!("{} ({})", self.words.unknown_source, quote.source_id);
        };
        let name = citation::name(source, self.lang);
        let issued = self.issued(source).unwrap_or_else(|| self.words.unissued.to_owned());
        [self.number(source), name, issued].join(&format!(" {} ", self.glyphs.dot))
    }

    fn source(&mut self, index: SourceIndex) -> io::Result<()> {
        let source = &self.timeline.sources[index];
        let title = source.title.as_ref().map_or(self.words.untitled, |title| self.text(title));
        self.gap()?;
        self.line(1, &format!("{} {} {title}", self.number(source), self.glyphs.dash))?;
        self.document(source)?;
        self.criticism(source)
    }

    /// What the document says of itself, and where it says nothing, that it says nothing.
    fn document(&mut self, source: &Source) -> io::Result<()> {
        let words = &self.words.sheet;
        let text = |text: &Option<Text>| text.as_ref().map(|text| self.text(text).to_owned());
        let rows = [
            (words.author, text(&source.author)),
            (words.container_title, text(&source.container_title)),
            (words.credit, text(&source.credit)),
            (words.issued, self.issued(source)),
            (words.genre, text(&source.genre)),
            (words.url, source.url.clone()),
        ];
        for (label, value) in rows {
            self.labelled(2, label.name, value.as_deref().unwrap_or(label.not_stated))?;
        }
        Ok(())
    }

    /// What the timeline says of the document.
    fn criticism(&mut self, source: &Source) -> io::Result<()> {
        let (words, sheet) = (&self.words.sheet, &source.sheet);
        let text = |text: &Option<Text>| text.as_ref().map(|text| self.text(text).to_owned());
        let relays: Vec<&str> = source.relays.iter().map(|relay| self.text(relay)).collect();
        let relays = (!relays.is_empty()).then(|| relays.join(", "));
        let rows = [
            (words.audience, text(&sheet.audience)),
            (words.context, text(&sheet.context)),
            (words.viewpoint, text(&sheet.viewpoint)),
            (words.limits, text(&sheet.limits)),
            (words.origin, source.origin.clone()),
            (words.relays, relays),
            (words.text, source.text.clone()),
        ];
        rows.into_iter().try_for_each(|(label, value)| match value {
            Some(value) => self.labelled(2, label, &value),
            None => Ok(()),
        })
    }

    fn number(&self, source: &Source) -> String {
        format!("{} {}", self.words.document, source.position + 1)
    }

    fn issued(&self, source: &Source) -> Option<String> {
        source.issued.as_ref().map(|issued| self.date(issued))
    }
}
