//! The quotes of a handout.

use super::Edition;
use super::page::{Builder, Hidden, line};
use super::view::{Part, Places, Quote, Reference, Standing};
use super::{Handout, link};
use crate::citation;
use crate::evidence::{Anchor, Span};
use crate::export::quoted;
use crate::glyphs;
use crate::model::{self, QuoteIndex};
use crate::standing::{self, PartKind, Remark};
use crate::visible;

impl<'a> Builder<'a> {
    pub(super) fn quote(&self, index: QuoteIndex) -> Quote<'a> {
        let quote = &self.timeline.quotes[index];
        let passages = self.passages(index).into_iter().map(|(label, _)| label).collect::<Vec<_>>();
        // Remarks on quotes tell what the class is to find.
        let note = quote.note.as_ref().filter(|_| self.handout.edition == Edition::Teacher);
        let passages = if self.handout.has_articles { passages } else { Vec::new() };
        Quote {
            number: self.numbers.get(&index).copied(),
            standing: self.standing(index),
            parts: self.parts(&quote.exact, self.handout.anchors.get(index)),
            remarks: self.remarks(index),
            lang: quote.language.as_str(),
            cite: self.cite(quote),
            source: self.reference(quote),
            speaker: quote.speaker.as_ref().and_then(|speaker| self.wording(speaker)),
            translation: self.translation(quote),
            note: self.paragraphs(note, Hidden::Nothing),
            passage_label: self.own.passage.of(self.lang, passages.len()),
            passages,
        }
    }

    /// Every passage of the quote, with what it is called: `12`, or, where nothing says which one is meant,
    /// `12.1`, `12.2`. A passage with cuts has several pieces. None where its article has none.
    pub(super) fn passages(&self, index: QuoteIndex) -> Vec<(String, Vec<Span>)> {
        let number = self.number(index);
        match self.handout.anchors.get(index) {
            Some(Anchor::Ambiguous(places)) => {
                let places = places.iter().enumerate();
                places.map(|(at, span)| (format!("{number}.{}", at + 1), vec![*span])).collect()
            }
            Some(Anchor::Orphan(_)) | None => Vec::new(),
            Some(anchor) => vec![(number.to_string(), anchor.pieces().to_vec())],
        }
    }

    /// The words of the quote with what stands out in them.
    fn parts(&self, exact: &'a str, anchor: Option<&Anchor>) -> Vec<Part<'a>> {
        let trimmed = exact.trim();
        let before = exact.len() - exact.trim_start().len();
        let parts = standing::parts(exact, anchor).into_iter().filter_map(|part| {
            let bytes = part.bytes.start.max(before)..part.bytes.end.min(before + trimmed.len());
            let said = visible::line(exact.get(bytes).filter(|said| !said.is_empty())?);
            Some(match part.kind {
                PartKind::Words => Part::Words(said),
                PartKind::Cut(words) => Part::Cut(said, standing::left_out(words, self.lang)),
                PartKind::Change => Part::Change(said),
            })
        });
        parts.collect()
    }

    /// What was cut or changed, each behind its label.
    fn remarks(&self, index: QuoteIndex) -> Vec<(String, String)> {
        let Handout { timeline, articles, anchors, .. } = self.handout;
        let remarks = quoted::remarks(quoted::standing(timeline, articles, anchors, index), self.lang);
        let said = |remark: Remark| (remark.label, visible::line(&remark.text).into_owned());
        remarks.into_iter().map(said).collect()
    }

    /// The number of a quote on the page; 0 where it is not there.
    pub(super) fn number(&self, index: QuoteIndex) -> usize {
        self.numbers.get(&index).copied().unwrap_or_default()
    }

    fn standing(&self, index: QuoteIndex) -> Standing {
        let anchor = self.handout.anchors.get(index);
        let (mark, words) = quoted::mark(anchor, &glyphs::UNICODE, self.lang);
        Standing {
            name: anchor.map_or("orphan", Anchor::name),
            mark,
            words,
            places: match anchor {
                None | Some(Anchor::Orphan(_)) => Places::None,
                Some(Anchor::Ambiguous(_)) => Places::Several,
                Some(_) => Places::One,
            },
        }
    }

    fn cite(&self, quote: &model::Quote) -> Option<String> {
        let source = &self.timeline.sources[quote.source?];
        let address = source.url.as_deref().and_then(link::address);
        Some(address.unwrap_or_else(|| format!("#s{}", source.position + 1)))
    }

    fn reference(&self, quote: &'a model::Quote) -> Reference {
        let Some(source) = quote.source.and_then(|source| self.timeline.sources.get(source)) else {
            let name = format!("{} ({})", self.words.unknown_source, line(&quote.source_id));
            return Reference { number: None, name, issued: None };
        };
        Reference {
            number: Some(source.position + 1),
            name: line(&citation::name(source, self.lang)).into_owned(),
            issued: source.issued.as_ref().map(|issued| self.when(issued)),
        }
    }

    fn translation(&self, quote: &'a model::Quote) -> Option<super::view::Wording<'a>> {
        let is_foreign = quote.language.primary() != self.lang.tag();
        Some(&quote.translation).filter(|_| is_foreign).and_then(|translation| self.wording(translation))
    }
}
