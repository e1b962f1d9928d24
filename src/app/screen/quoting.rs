//! How a quote looks: what stands out in its words, and what is said beside it.

use std::ops::Range;

use crate::evidence::Anchor;
use crate::glyphs::Glyphs;
use crate::i18n::{Lang, StandingWords};
use crate::load::{Draft, Proof};
use crate::model::QuoteIndex;
use crate::role::Role;
use crate::standing::{self, Kind, Part, PartKind, Standing, Telling};

use super::page;

/// A quote with how it stands in its article; `None` where that is not known.
pub(crate) fn standing<'a>(
    draft: &'a Draft,
    anchors: Option<&'a [Anchor]>,
    index: QuoteIndex,
) -> Option<Standing<'a>> {
    let quote = draft.timeline.quotes.get(index)?;
    let article = draft.articles.get(quote.source?)?.as_ref()?;
    Some(Standing { exact: &quote.exact, anchor: anchors?.get(index)?, article })
}

/// The same of a proof.
pub(crate) fn proven<'a>(
    draft: &'a Draft,
    proof: Option<&'a Proof>,
    index: QuoteIndex,
) -> Option<Standing<'a>> {
    standing(draft, proof.map(|proof| &*proof.anchors), index)
}

/// What stands out in the words of a quote: the brackets that are not the article's.
pub(crate) fn changes(exact: &str, anchor: Option<&Anchor>) -> Vec<page::Part> {
    let parts = standing::parts(exact, anchor).into_iter();
    parts.filter(|part| part.kind == PartKind::Change).map(|part| (part.bytes, Role::Change)).collect()
}

/// The words of a quote in which each cut says how many words it leaves out, and what stands out in them.
pub(crate) fn counted(
    exact: &str,
    anchor: Option<&Anchor>,
    glyphs: &Glyphs,
    lang: Lang,
) -> (String, Vec<page::Part>) {
    let mut text = String::with_capacity(exact.len());
    let mut out = Vec::new();
    for Part { bytes, kind } in standing::parts(exact, anchor) {
        let said = &exact[bytes];
        let start = text.len();
        match kind {
            PartKind::Words | PartKind::Cut(0) => text += said,
            PartKind::Change => {
                text += said;
                out.push((start..text.len(), Role::Change));
            }
            PartKind::Cut(words) => {
                let inside = said.trim_end_matches(']');
                let counted = standing::left_out(words, lang);
                text.extend([&inside.replace('…', glyphs.ellipsis), " ", &*counted, &said[inside.len()..]]);
                out.push((start..text.len(), Role::Dim));
            }
        }
    }
    (text, out)
}

/// A line beside a quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Beside {
    /// What it is about.
    pub(crate) kind: Kind,
    /// The sign before it.
    pub(crate) sign: &'static str,
    /// Its role, that of the sign, too.
    pub(crate) role: Role,
    /// What it says.
    pub(crate) text: String,
    /// The words of the article and of the quote in it.
    pub(crate) parts: Vec<page::Part>,
}

/// What is said beside a quote whose words are not those of its article throughout.
pub(crate) fn beside(standing: Standing<'_>, telling: Telling, glyphs: &Glyphs, lang: Lang) -> Vec<Beside> {
    let mut lines: Vec<Beside> = Vec::new();
    for remark in standing::remarks(standing, telling, lang) {
        let (sign, role) = match remark.kind {
            Kind::Altered => (glyphs.altered, Role::Altered),
            Kind::Cut | Kind::Case => (glyphs.elided, Role::Text),
            Kind::Joined => (glyphs.joined, Role::Good),
            Kind::Nearest => (glyphs.dot, Role::Text),
        };
        // What is gravest comes first, and says how the quote stands.
        let words = StandingWords::of(lang);
        let label = match remark.kind {
            Kind::Case => Some(words.case),
            _ if !lines.is_empty() => None,
            Kind::Altered => Some(words.altered),
            Kind::Joined => Some(words.exact),
            Kind::Cut | Kind::Nearest => None,
        };
        let lead = label.map(|label| format!("{label} · ")).unwrap_or_default();
        let (line, said) = remark.line(lang);
        let part = |said: Range<usize>| (said.start + lead.len()..said.end + lead.len(), Role::Article);
        let parts = said.into_iter().map(part).collect();
        lines.push(Beside { kind: remark.kind, sign, role, text: lead + &line, parts });
    }
    lines
}

/// All that is said beside a quote on one line, with the words of the article and of the quote in it; `None` where
/// nothing is.
pub(crate) fn told_beside(
    standing: Standing<'_>,
    glyphs: &'static Glyphs,
    lang: Lang,
) -> Option<(String, Vec<Range<usize>>)> {
    let mut line = String::new();
    let mut said = Vec::new();
    for beside in beside(standing, Telling::Counts, glyphs, lang) {
        line += if line.is_empty() { "" } else { " · " };
        said.extend(beside.parts.iter().map(|(part, _)| part.start + line.len()..part.end + line.len()));
        line += &beside.text;
    }
    (!line.is_empty()).then_some((line, said))
}
