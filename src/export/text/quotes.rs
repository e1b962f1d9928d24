//! Quotes and claims in plain text.

use std::io;

use super::Page;
use crate::evidence::Anchor;
use crate::export::quoted;
use crate::model::{Claim, Quote, QuoteIndex, Stance};

impl Page<'_> {
    /// A quote, and below it how it stands in its article, where it comes from, what was cut or changed, and who speaks. Words that
    /// are not anchored stand without quotation marks, after a label that says so.
    pub(super) fn quote(&mut self, depth: usize, index: QuoteIndex) -> io::Result<()> {
        let quote = &self.timeline.quotes[index];
        let anchor = self.extract.anchors.get(index);
        let (mark, standing) = quoted::mark(anchor, self.glyphs, self.lang);
        let source = self.source_line(quote);
        if anchor.and_then(Anchor::span).is_some() {
            let (open, close) = self.quotation;
            self.line(depth, &format!("{open}{}{close}", quote.exact))?;
            self.line(depth + 1, &format!("{mark} {standing} {} {source}", self.glyphs.dot))?;
        } else {
            let colon = self.words.colon;
            self.line(depth, &format!("{mark} {standing}{colon}{}", quote.exact))?;
            self.line(depth + 1, &source)?;
        }
        for remark in quoted::remarks(self.extract.standing(index), self.lang) {
            let (line, _) = remark.line(self.lang);
            self.line(depth + 1, &line)?;
        }
        self.remarks(depth + 1, quote)
    }

    /// A claim, then its quotes, each after how it stands towards the claim.
    pub(super) fn claim(&mut self, depth: usize, claim: &Claim) -> io::Result<()> {
        self.labelled(depth, self.words.claim, self.text(&claim.says))?;
        for index in claim.quotes.clone() {
            let stance = match self.timeline.quotes[index].stance {
                Stance::Supports => self.words.supports,
                Stance::Disputes => self.words.disputes,
                Stance::Nuances => self.words.nuances,
            };
            self.labelled(depth + 1, stance, "")?;
            self.quote(depth + 2, index)?;
        }
        Ok(())
    }

    fn remarks(&mut self, depth: usize, quote: &Quote) -> io::Result<()> {
        if let Some(speaker) = &quote.speaker {
            self.labelled(depth, self.words.speaker, self.text(speaker))?;
        }
        let is_foreign = quote.language.primary() != self.lang.tag();
        if let Some(translation) = quote.translation.get(self.lang.tag()).filter(|_| is_foreign) {
            self.labelled(depth, self.words.translation, translation)?;
        }
        if let Some(note) = &quote.note {
            self.labelled(depth, self.words.note, self.text(note))?;
        }
        Ok(())
    }
}
