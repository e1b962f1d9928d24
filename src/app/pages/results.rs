//! What a search brought to light, as pages: the hits, and the one selected in its context.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::evidence::{Anchor, Promise, Span};
use crate::glyphs::Glyphs;
use crate::i18n::{Lang, count};
use crate::load::{Draft, Proof};
use crate::model::{EventIndex, QuoteIndex};
use crate::role::Role;
use crate::search::{self, Field, Found, Hit, Reason, Target};
use crate::standing::{self, Kind, Standing, Telling};
use crate::wrap;

use crate::app::briefing::Cover;
use crate::app::screen::labels::{anchor_mark, date_words, source_line, source_name, title_words};
use crate::app::screen::page::{Line, Page, Part};
use crate::app::screen::quoting;

/// What pages of hits are made from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ResultsPage<'a> {
    /// The timeline and its articles.
    pub(crate) draft: &'a Draft,
    /// How its quotes stand in them, where that is known.
    pub(crate) proof: Option<&'a Proof>,
    /// The language of the screen.
    pub(crate) lang: Lang,
    pub(crate) glyphs: &'static Glyphs,
    /// The dates that a class has still to guess.
    pub(crate) cover: Option<&'a Cover>,
}

/// About how much of an article is shown on each side of a quote, in characters.
const AROUND: usize = 400;

impl ResultsPage<'_> {
    /// The hits in `width` columns; each is an item, by its position.
    pub(crate) fn page(&self, found: &Found, width: usize) -> Page<usize> {
        let mut page = Page::new(width);
        for (index, hit) in found.hits.iter().enumerate() {
            page.item(index, |page| self.hit(page, hit));
        }
        if found.left_out() > 0 && !found.hits.is_empty() {
            page.gap();
            let more = match self.lang {
                Lang::Fr => count(self.lang, found.left_out(), "autre réponse", "autres réponses"),
                Lang::En => count(self.lang, found.left_out(), "more answer", "more answers"),
            };
            page.paragraph(&format!("+ {more}"), Role::Dim);
        }
        page
    }

    /// What was found on one line, and on a second one why, where the first does not show it.
    fn hit(&self, page: &mut Page<usize>, hit: &Hit) {
        page.lines.push(match self.own_event(hit) {
            Some(event) => self.event_line(event, hit, page.width),
            None => self.article_line(hit, page.width),
        });
        if self.own_event(hit).is_some_and(|event| self.is_covered(event)) {
            return;
        }
        let is_shown = |reason: &&Reason| matches!(reason.field, Field::Title | Field::Date);
        if let Some(reason) = hit.reasons.first().filter(|reason| !is_shown(reason)) {
            page.lines.push(self.reason_line(reason, page.width));
        }
    }

    /// The event that a hit is, or whose quote it is.
    fn own_event(&self, hit: &Hit) -> Option<EventIndex> {
        match hit.target {
            Target::Event(_) | Target::Quote(_) => hit.event(&self.draft.timeline),
            Target::Passage { .. } => None,
        }
    }

    /// Whether a class has still to guess the date of an event.
    fn is_covered(&self, event: EventIndex) -> bool {
        self.cover.is_some_and(|cover| cover.covered.contains(event))
    }

    fn event_line(&self, event: EventIndex, hit: &Hit, width: usize) -> Line {
        let is_covered = self.is_covered(event);
        let event = &self.draft.timeline.events[event];
        let mut line = Line::default();
        if is_covered {
            line.push("?  ", Role::Date);
            self.excerpt(&mut line, title_words(event, self.lang), &[], Role::Text, width);
            return line;
        }
        let date = date_words(&event.date, self.lang);
        let plain = wrap::fit(&date, width / 2, self.glyphs.ellipsis);
        match hit.reason(Field::Date).filter(|reason| reason.text == plain) {
            Some(reason) => {
                line.push_marked(&reason.text, 0..reason.text.len(), Role::Date, &reason.highlights);
            }
            None => line.push(&plain, Role::Date),
        }
        line.push("  ", Role::Text);
        let title = title_words(event, self.lang);
        let found = hit.reason(Field::Title);
        let (text, matches) = found.map_or((title, &[][..]), |reason| (&*reason.text, &*reason.highlights));
        self.excerpt(&mut line, text, matches, Role::Text, width);
        line
    }

    fn article_line(&self, hit: &Hit, width: usize) -> Line {
        let mut line = Line::default();
        if let Target::Passage { source, .. } = hit.target {
            let name = source_name(&self.draft.timeline.sources[source], self.lang, self.glyphs);
            let name =
                self.cover.map_or(name.as_str().into(), |cover| cover.of(&name, None).text).into_owned();
            line.push(&wrap::fit(&name, width, self.glyphs.ellipsis), Role::Source);
        }
        line
    }

    /// Why something was found: in what kind of text, and the words around what was looked for.
    fn reason_line(&self, reason: &Reason, width: usize) -> Line {
        let mut line = Line::default();
        line.push("  ", Role::Dim);
        if !matches!(reason.field, Field::Article(_)) {
            line.push(reason.field.label(self.lang), Role::Dim);
            self.altered(&mut line, reason.field, width);
            line.push(&format!(" {} ", self.glyphs.dot), Role::Dim);
        }
        self.excerpt(&mut line, &reason.text, &reason.highlights, Role::Dim, width);
        line
    }

    /// Of a quote with words of the curator's, what the article says in their place, in half of the line at the most.
    fn altered(&self, line: &mut Line, field: Field, width: usize) {
        let Field::Quote(quote) = field else { return };
        let Some(standing) = quoting::proven(self.draft, self.proof, quote) else { return };
        let remarks = standing::remarks(standing, Telling::Counts, self.lang);
        for remark in remarks.iter().filter(|remark| remark.kind == Kind::Altered) {
            let lead = format!(" {} ", self.glyphs.altered);
            let room = (width / 2).saturating_sub(line.width() + wrap::width(&lead));
            line.push(&lead, Role::Altered);
            line.push(&wrap::fit(&remark.text, room, self.glyphs.ellipsis), Role::Article);
        }
    }

    /// As much of `text` as there is room for on the line, with the first match in it.
    fn excerpt(&self, line: &mut Line, text: &str, matches: &[Range<usize>], role: Role, width: usize) {
        let room = width.saturating_sub(line.width());
        let covered = self.cover.map(|cover| cover.of(text, None));
        let moved: Vec<Range<usize>> = covered.as_ref().map_or_else(
            || matches.to_vec(),
            |covered| matches.iter().map(|found| covered.moved_range(found)).collect(),
        );
        let (text, matches) = (covered.as_ref().map_or(text, |covered| &covered.text), moved.as_slice());
        let signs = 2 * wrap::width(self.glyphs.ellipsis);
        let range = window(text, matches.first().map_or(0, |first| first.start), room, signs);
        let cut = |is_cut: bool| if is_cut { self.glyphs.ellipsis } else { "" };
        line.push(cut(range.start > 0), role);
        line.push_marked(text, range.clone(), role, matches);
        line.push(cut(range.end < text.len()), role);
    }

    /// One hit in its context, in `width` columns, with the words that were `typed` standing out.
    pub(crate) fn preview(&self, hit: &Hit, typed: &str, width: usize) -> Page<()> {
        let mut page = Page::new(width);
        let event = hit.event(&self.draft.timeline);
        if let Some(cover) = self.cover {
            // What is known of it would tell when it was.
            let title = event.map(|event| title_words(&self.draft.timeline.events[event], self.lang));
            if let Some(title) = title {
                page.paragraph(&cover.of(title, event).text, Role::Title);
            }
            return page;
        }
        if let Some(event) = event {
            let event = &self.draft.timeline.events[event];
            page.paragraph(&date_words(&event.date, self.lang), Role::Date);
            Self::titled(&mut page, hit, title_words(event, self.lang));
        }
        match &hit.target {
            Target::Quote(quote) => self.quote(&mut page, *quote, typed),
            Target::Event(_) | Target::Passage { .. } => {}
        }
        let is_shown = |field: Field| match hit.target {
            Target::Quote(quote) => field == Field::Quote(quote),
            Target::Event(_) | Target::Passage { .. } => false,
        };
        let others = hit.reasons.iter().filter(|reason| reason.field != Field::Title);
        for reason in others.filter(|reason| !is_shown(reason.field)) {
            self.reason(&mut page, reason);
        }
        if let Target::Event(event) = hit.target
            && hit.reasons.iter().all(|reason| reason.field != Field::Summary)
            && let Some(summary) = &self.draft.timeline.events[event].summary
        {
            page.gap();
            page.paragraph(summary.best(self.lang.tag()), Role::Text);
        }
        page
    }

    fn titled(page: &mut Page<()>, hit: &Hit, title: &str) {
        match hit.reason(Field::Title) {
            Some(reason) => page.marked(&[], &[], &reason.text, Role::Title, &reason.highlights),
            None => page.paragraph(title, Role::Title),
        }
    }

    /// In what kind of text something was found, and the text.
    fn reason(&self, page: &mut Page<()>, reason: &Reason) {
        page.gap();
        let head = match reason.field {
            Field::Article(source) => {
                source_name(&self.draft.timeline.sources[source], self.lang, self.glyphs)
            }
            field => field.label(self.lang).to_owned(),
        };
        page.paragraph(&head, Role::Heading);
        let (before, after) = reason.is_cut;
        let cut = |is_cut: bool| if is_cut { self.glyphs.ellipsis } else { "" };
        let lead = cut(before);
        let text = format!("{lead}{}{}", reason.text, cut(after));
        let shifted: Vec<Range<usize>> =
            reason.highlights.iter().map(|range| range.start + lead.len()..range.end + lead.len()).collect();
        let role = if matches!(reason.field, Field::Article(_)) { Role::Article } else { Role::Text };
        page.marked(&[], &[], &text, role, &shifted);
    }

    /// A quote where it stands in its article, the words around it dim.
    fn quote(&self, page: &mut Page<()>, index: QuoteIndex, typed: &str) {
        let timeline = &self.draft.timeline;
        let quote = &timeline.quotes[index];
        let anchor = self.proof.and_then(|proof| proof.anchors.get(index));
        let article = quote.source.and_then(|source| self.draft.articles.get(source)?.as_ref());
        page.gap();
        let bar = [(self.glyphs.bar, Role::Accent), (" ", Role::Accent)];
        let standing = quoting::proven(self.draft, self.proof, index);
        let edited = standing.filter(|standing| standing.anchor.edited().is_some());
        match (article, anchor.and_then(Anchor::span), edited) {
            // The passage of the article would pass for the quote.
            (_, _, Some(standing)) => self.edited(page, standing, typed),
            (Some(article), Some(span), None) => {
                let text = article.text();
                let (before, after) = self.around(text, span);
                page.paragraph(&before, Role::Dim);
                let passage = &text[byte_of(text, span.start)..byte_of(text, span.end)];
                page.marked(&bar, &bar, passage, Role::Quote, &search::in_article(passage, typed));
                page.paragraph(&after, Role::Dim);
            }
            _ => page.marked(&bar, &bar, &quote.exact, Role::Quote, &search::in_article(&quote.exact, typed)),
        }
        let (sign, role, _) = anchor_mark(anchor, self.glyphs, self.lang);
        let sign = format!("{sign} ");
        page.indented(
            &[(&sign, role)],
            &[("  ", role)],
            &source_line(timeline, quote, self.lang, self.glyphs),
            Role::Source,
        );
    }
}

impl ResultsPage<'_> {
    /// A quote that has cut or changed its article, with what it has cut and what the article says.
    fn edited(&self, page: &mut Page<()>, standing: Standing<'_>, typed: &str) {
        let role = if standing.anchor.promise() == Promise::Altered { Role::Altered } else { Role::Accent };
        let bar = [(self.glyphs.bar, role), (" ", role)];
        let exact = standing.exact;
        let matches = search::in_article(exact, typed);
        let is_apart =
            |part: &Part| matches.iter().all(|found| found.end <= part.0.start || found.start >= part.0.end);
        let changes = quoting::changes(exact, Some(standing.anchor)).into_iter().filter(is_apart);
        let found = matches.iter().map(|found| (found.clone(), Role::Match));
        let mut parts: Vec<Part> = changes.chain(found).collect();
        parts.sort_by_key(|(bytes, _)| bytes.start);
        page.parted(&bar, &bar, exact, Role::Quote, &parts);
        for beside in quoting::beside(standing, Telling::Words, self.glyphs, self.lang) {
            let sign = format!("{} ", beside.sign);
            page.parted(
                &[(&sign, beside.role)],
                &[("  ", beside.role)],
                &beside.text,
                beside.role,
                &beside.parts,
            );
        }
    }

    /// What stands before and behind a passage of an article: whole words, with a sign where more is left out.
    fn around(&self, text: &str, span: Span) -> (String, String) {
        let (from, to) = (byte_of(text, span.start), byte_of(text, span.end));
        let (start, end) =
            (byte_of(text, span.start.saturating_sub(AROUND)), byte_of(text, span.end + AROUND));
        let (before, after) = (&text[start..from], &text[to..end]);
        let before = match before.split_once(char::is_whitespace) {
            Some((_, words)) if start > 0 => format!("{} {}", self.glyphs.ellipsis, words.trim()),
            _ => before.trim().to_owned(),
        };
        let after = match after.rsplit_once(char::is_whitespace) {
            Some((words, _)) if end < text.len() => format!("{} {}", words.trim(), self.glyphs.ellipsis),
            _ => after.trim().to_owned(),
        };
        (before, after)
    }
}

/// The byte offset of a scalar offset, or the end of the text.
fn byte_of(text: &str, scalar: usize) -> usize {
    text.char_indices().nth(scalar).map_or(text.len(), |(byte, _)| byte)
}

/// The bytes of `text` to show in `columns` columns, with room for the signs on the sides that are cut, `signs` columns
/// together, so that the byte `wanted` is among them with something before it.
fn window(text: &str, wanted: usize, columns: usize, signs: usize) -> Range<usize> {
    if wrap::width(text) <= columns {
        return 0..text.len();
    }
    let room = columns.saturating_sub(signs);
    let before = backwards(&text[..wanted.min(text.len())], room / 3);
    // What stands behind the last word of a text needs no room.
    let start = if wrap::width(&text[before..]) < room { backwards(text, room) } else { before };
    let mut used = 0;
    let mut end = start;
    for (at, grapheme) in text[start..].grapheme_indices(true) {
        used += wrap::width(grapheme);
        if used > room {
            break;
        }
        end = start + at + grapheme.len();
    }
    start..end
}

/// Where the last `columns` columns of `text` begin.
fn backwards(text: &str, columns: usize) -> usize {
    let mut used = 0;
    let mut start = text.len();
    for (at, grapheme) in text.grapheme_indices(true).rev() {
        used += wrap::width(grapheme);
        if used > columns {
            break;
        }
        start = at;
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_shows_what_was_looked_for() {
        let text = "Le traité de 1961, signé à Moscou, et sa clause d’intervention automatique 平壤 en cas de guerre";
        for wanted in text.char_indices().map(|(at, _)| at) {
            for columns in 8..120 {
                let range = window(text, wanted, columns, 2);
                let signs = usize::from(range.start > 0) + usize::from(range.end < text.len());
                let shown = &text[range.clone()];
                assert!(wrap::width(shown) + signs <= columns, "{wanted} {columns} {shown}");
                assert!(range.contains(&wanted), "{wanted} {columns} {shown}");
            }
        }
        assert_eq!(window("court", 3, 20, 2), 0..5);
    }
}
