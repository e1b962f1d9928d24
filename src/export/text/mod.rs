//! A timeline as plain text: what a pipe, a printer and a screen reader get.
//!
//! One statement a line, unwrapped, in the order of reading, nothing said by position or colour alone.

mod quotes;
mod sources;

use std::io::{self, Write};

use super::Extract;
use crate::glyphs::{GlyphSet, Glyphs};
use crate::i18n::{self, Counted, ExportWords, Lang};
use crate::model::{Dating, EventIndex, Text, Timeline};
use crate::visible;

/// Writes the extract with its dates and labels in `lang`, and its texts in `lang` where they exist in it. The signs of
/// the page are those of `signs`; its texts are as they are.
///
/// # Errors
///
/// What writing to `out` reports.
pub fn write(extract: &Extract<'_>, lang: Lang, signs: GlyphSet, out: &mut dyn Write) -> io::Result<()> {
    let (words, glyphs) = (ExportWords::of(lang), signs.glyphs());
    let quotation = match signs {
        GlyphSet::Unicode => words.quotation,
        GlyphSet::Ascii => ("\"", "\""),
    };
    let mut page = Page { extract, timeline: extract.timeline, lang, words, glyphs, quotation, out };
    page.front()?;
    for event in extract.events() {
        page.event(event, 0)?;
    }
    page.sources()
}

struct Page<'a> {
    extract: &'a Extract<'a>,
    timeline: &'a Timeline,
    lang: Lang,
    words: &'static ExportWords,
    glyphs: &'static Glyphs,
    /// Opens and closes a quotation.
    quotation: (&'static str, &'static str),
    out: &'a mut dyn Write,
}

impl Page<'_> {
    fn front(&mut self) -> io::Result<()> {
        self.line(0, self.text(&self.timeline.title))?;
        if self.extract.event.is_some() {
            return Ok(());
        }
        self.line(0, &super::counts(self.timeline, self.extract.anchors, self.glyphs, self.lang))
    }

    fn event(&mut self, index: EventIndex, depth: usize) -> io::Result<()> {
        let event = &self.timeline.events[index];
        self.gap()?;
        self.line(
            depth,
            &format!("{} {} {}", self.date(&event.date), self.glyphs.dash, self.text(&event.title)),
        )?;
        let depth = depth + 1;
        if let Some(summary) = &event.summary {
            self.paragraph(depth, self.text(summary))?;
        }
        let places = event.places.iter().map(|&place| self.text(&self.timeline.places[place].name));
        let route = format!(" {} ", self.glyphs.route);
        self.list(depth, self.words.places, &places.collect::<Vec<_>>(), &route)?;
        let tags = event.tags.iter().map(|tag| self.text(tag));
        self.list(depth, self.words.tags, &tags.collect::<Vec<_>>(), ", ")?;
        for quote in event.quotes.clone() {
            self.gap()?;
            self.quote(depth, quote)?;
        }
        for claim in &event.claims {
            self.gap()?;
            self.claim(depth, claim)?;
        }
        self.for_the_class(index, depth)?;
        self.timeline.children(Some(index)).try_for_each(|event| self.event(event, depth))
    }

    fn for_the_class(&mut self, index: EventIndex, depth: usize) -> io::Result<()> {
        let event = &self.timeline.events[index];
        if let Some(notes) = &event.notes {
            self.gap()?;
            self.labelled(depth, self.words.notes, self.text(notes))?;
        }
        if !event.questions.is_empty() {
            self.gap()?;
            self.labelled(depth, self.words.questions.of(self.lang, event.questions.len()), "")?;
        }
        for (question, number) in event.questions.iter().zip(1..) {
            self.paragraph(depth + 1, &format!("{number}. {}", self.text(question)))?;
        }
        Ok(())
    }

    fn text<'t>(&self, text: &'t Text) -> &'t str {
        text.best(self.lang.tag())
    }

    fn date(&self, dating: &Dating) -> String {
        match dating {
            Dating::Dated(date) => i18n::date(date, self.lang),
            Dating::Undated { written } if written.trim().is_empty() => self.words.undated.to_owned(),
            Dating::Undated { written } => format!("{written} ({})", self.words.no_date),
        }
    }

    fn gap(&mut self) -> io::Result<()> {
        self.out.write_all(b"\n")
    }

    /// Everything the page says goes through here, so nothing in it can command a terminal.
    fn line(&mut self, depth: usize, text: &str) -> io::Result<()> {
        let text = visible::line(text);
        writeln!(self.out, "{:indent$}{}", "", text.trim(), indent = 2 * depth)
    }

    fn paragraph(&mut self, depth: usize, text: &str) -> io::Result<()> {
        text.lines().filter(|line| !line.trim().is_empty()).try_for_each(|line| self.line(depth, line))
    }

    fn labelled(&mut self, depth: usize, label: &str, text: &str) -> io::Result<()> {
        self.paragraph(depth, &format!("{label}{}{text}", self.words.colon))
    }

    fn list(&mut self, depth: usize, label: Counted, items: &[&str], between: &str) -> io::Result<()> {
        if items.is_empty() {
            return Ok(());
        }
        self.labelled(depth, label.of(self.lang, items.len()), &items.join(between))
    }
}
