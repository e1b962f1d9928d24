//! The detail of an event: what happened, and every quote it rests on.

use std::ops::Range;

use crate::evidence::Anchor;
use crate::glyphs::Glyphs;
use crate::i18n::{Lang, Words};
use crate::load::Draft;
use crate::model::{Claim, EventIndex, Quote, QuoteIndex, Text, Timeline};
use crate::role::Role;
use crate::standing::{self, Kind, Telling};

use crate::app::screen::labels::{anchor_mark, date_words, source_line, stance_words, title_words};
use crate::app::screen::page::Page;
use crate::app::screen::quoting;
use crate::app::state::State;
use crate::app::state::view::Target;

/// What stands below a quote is under its words.
const INDENT: &str = "     ";

/// What the detail is made from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DetailPage<'a> {
    /// The timeline and its articles.
    pub(crate) draft: &'a Draft,
    /// The anchors of its quotes, where they have been checked.
    pub(crate) anchors: Option<&'a [Anchor]>,
    /// The language of the screen.
    pub(crate) lang: Lang,
    pub(crate) glyphs: &'static Glyphs,
    /// How much is told of cuts.
    pub(crate) telling: Telling,
}

impl DetailPage<'_> {
    fn timeline(&self) -> &Timeline {
        &self.draft.timeline
    }

    /// The detail of `event` in `width` columns.
    pub(crate) fn page(&self, event: EventIndex, width: usize) -> Page<Target> {
        let mut page = Page::new(width);
        let Some(found) = self.timeline().events.get(event) else { return page };
        page.paragraph(&date_words(&found.date, self.lang), Role::Date);
        page.paragraph(title_words(found, self.lang), Role::Title);
        self.places_and_tags(&mut page, event);
        if let Some(summary) = &found.summary {
            page.gap();
            page.paragraph(self.text(summary), Role::Text);
        }
        self.own_quotes(&mut page, event);
        self.claims(&mut page, event);
        self.subevents(&mut page, event);
        self.for_the_class(&mut page, event);
        page
    }

    fn words(&self) -> &'static Words {
        Words::of(self.lang)
    }

    fn text<'t>(&self, text: &'t Text) -> &'t str {
        text.best(self.lang.tag())
    }

    fn places_and_tags(&self, page: &mut Page<Target>, event: EventIndex) {
        let event = &self.timeline().events[event];
        let places: Vec<&str> =
            event.places.iter().map(|place| self.text(&self.timeline().places[*place].name)).collect();
        let route = format!(" {} ", self.glyphs.route);
        let mut parts = Vec::new();
        if !places.is_empty() {
            parts.push(places.join(&route));
        }
        parts.extend(event.tags.iter().map(|tag| format!("#{}", self.text(tag))));
        if !parts.is_empty() {
            page.paragraph(&parts.join("  "), Role::Dim);
        }
    }

    fn own_quotes(&self, page: &mut Page<Target>, event: EventIndex) {
        let quotes = self.timeline().events[event].quotes.clone();
        if self.timeline().quotes_of(event).is_empty() {
            if self.timeline().children(Some(event)).next().is_none() {
                page.gap();
                page.paragraph(self.words().no_quotes, Role::Warn);
            }
            return;
        }
        for quote in quotes {
            page.gap();
            self.quote(page, quote, event);
        }
    }

    fn claims(&self, page: &mut Page<Target>, event: EventIndex) {
        let claims: &[Claim] = &self.timeline().events[event].claims;
        if claims.is_empty() {
            return;
        }
        page.gap();
        page.paragraph(self.words().claims, Role::Heading);
        for claim in claims {
            page.gap();
            let lead = format!("{} ", self.glyphs.dot);
            page.indented(
                &[(&lead, Role::Accent)],
                &[("  ", Role::Text)],
                self.text(&claim.says),
                Role::Text,
            );
            self.claim_quotes(page, claim.quotes.clone(), event);
        }
    }

    fn claim_quotes(&self, page: &mut Page<Target>, quotes: Range<QuoteIndex>, event: EventIndex) {
        for quote in quotes {
            page.gap();
            self.quote(page, quote, event);
        }
    }

    fn quote(&self, page: &mut Page<Target>, index: QuoteIndex, event: EventIndex) {
        let quote = &self.timeline().quotes[index];
        let anchor = self.anchors.and_then(|anchors| anchors.get(index));
        let number = index - self.timeline().quotes_of(event).start + 1;
        page.item(Target::Quote(index), |page| {
            let is_told = if matches!(anchor, Some(Anchor::Orphan(_))) {
                self.orphan(page, index, number);
                true
            } else {
                self.quoted_words(page, quote, number, anchor);
                self.beside(page, index)
            };
            self.attribution(page, quote, anchor, is_told);
        });
    }

    fn quoted_words(&self, page: &mut Page<Target>, quote: &Quote, number: usize, anchor: Option<&Anchor>) {
        let bar = format!("{} ", self.glyphs.bar);
        let number = format!("{number:>2} ");
        let (bar_role, role) = match anchor {
            Some(Anchor::Altered(_)) => (Role::Altered, Role::Quote),
            _ => (Role::Accent, Role::Quote),
        };
        let rest = [("   ", Role::Dim), (&*bar, bar_role)];
        let mut first = [(&*number, Role::Dim), (&*bar, bar_role)];
        if self.stance(page, quote, &number) {
            first = rest;
        }
        page.parted(&first, &rest, &quote.exact, role, &quoting::changes(&quote.exact, anchor));
        self.speaker(page, quote, &rest);
    }

    /// Words that stand nowhere: no quotation, but what is said to be one, and the passage most like it.
    fn orphan(&self, page: &mut Page<Target>, index: QuoteIndex, number: usize) {
        let quote = &self.timeline().quotes[index];
        let number = format!("{number:>2} ");
        let lead = [("   ", Role::Dim)];
        let first = if self.stance(page, quote, &number) { lead } else { [(&*number, Role::Dim)] };
        let not_found = format!("{} {}", self.glyphs.orphan, self.words().orphan);
        page.indented(&first, &lead, &not_found, Role::Bad);
        let indent = [(INDENT, Role::Dim)];
        page.indented(&indent, &indent, &quote.exact, Role::Dim);
        self.speaker(page, quote, &indent);
        let standing = quoting::standing(self.draft, self.anchors, index);
        if let Some(nearest) = standing.and_then(|standing| standing::nearest(standing, self.lang)) {
            let (line, said) = nearest.line(self.lang);
            let parts: Vec<_> = said.into_iter().map(|said| (said, Role::Article)).collect();
            page.parted(&indent, &indent, &line, Role::Text, &parts);
        }
    }

    /// How a quote stands to its claim, behind its number; says whether it has one.
    fn stance(&self, page: &mut Page<Target>, quote: &Quote, number: &str) -> bool {
        if quote.claim.is_some() {
            let (stance, role) = stance_words(quote.stance, self.words());
            page.indented(&[(number, Role::Dim)], &[("   ", Role::Dim)], stance, role);
        }
        quote.claim.is_some()
    }

    fn speaker(&self, page: &mut Page<Target>, quote: &Quote, lead: &[(&str, Role)]) {
        if let Some(speaker) = &quote.speaker {
            page.indented(lead, lead, &format!("{} {}", self.glyphs.dash, self.text(speaker)), Role::Dim);
        }
    }

    /// Says what a quote has cut or changed, and returns whether there was anything to say.
    fn beside(&self, page: &mut Page<Target>, index: QuoteIndex) -> bool {
        let Some(standing) = quoting::standing(self.draft, self.anchors, index) else { return false };
        let lines = quoting::beside(standing, self.telling, self.glyphs, self.lang);
        // What was joined is shown in the article.
        let lines: Vec<_> = lines.into_iter().filter(|line| line.kind != Kind::Joined).collect();
        for line in &lines {
            let mark = format!("{} ", line.sign);
            let (first, rest) =
                ([(INDENT, line.role), (&*mark, line.role)], [(INDENT, line.role), ("  ", line.role)]);
            page.parted(&first, &rest, &line.text, line.role, &line.parts);
        }
        !lines.is_empty()
    }

    /// Where a quote comes from, and behind its mark how it stands there, unless that has been told.
    fn attribution(&self, page: &mut Page<Target>, quote: &Quote, anchor: Option<&Anchor>, is_told: bool) {
        let (sign, role, words) = anchor_mark(anchor, self.glyphs, self.lang);
        let indent = INDENT;
        let mark = if is_told { "  ".to_owned() } else { format!("{sign} ") };
        let mut line = source_line(self.timeline(), quote, self.lang, self.glyphs);
        if !is_told && !matches!(anchor, Some(Anchor::Exact(_))) {
            line = format!("{line} {} {words}", self.glyphs.dot);
        }
        page.indented(
            &[(indent, Role::Source), (&mark, role)],
            &[(indent, Role::Source), ("  ", role)],
            &line,
            Role::Source,
        );
        let lead = [(indent, Role::Source), ("  ", Role::Source)];
        if quote.language.primary() != self.lang.tag()
            && let Some(translation) = quote.translation.get(self.lang.tag())
        {
            let text = format!("({}) {translation}", self.words().our_translation);
            page.indented(&lead, &lead, &text, Role::Text);
        }
        if let Some(note) = &quote.note {
            page.indented(&lead, &lead, &format!("{} {}", self.words().note, self.text(note)), Role::Dim);
        }
    }

    fn subevents(&self, page: &mut Page<Target>, event: EventIndex) {
        let mut children = self.timeline().children(Some(event)).peekable();
        if children.peek().is_none() {
            return;
        }
        page.gap();
        page.paragraph(self.words().subevents, Role::Heading);
        for child in children {
            let event = &self.timeline().events[child];
            let date = format!("{}  ", date_words(&event.date, self.lang));
            page.item(Target::Event(child), |page| {
                let lead = [("   ", Role::Dim), (&*date, Role::Date)];
                page.indented(&lead, &[("     ", Role::Dim)], title_words(event, self.lang), Role::Text);
            });
        }
    }

    fn for_the_class(&self, page: &mut Page<Target>, event: EventIndex) {
        let event = &self.timeline().events[event];
        if let Some(notes) = &event.notes {
            page.gap();
            page.paragraph(self.words().notes, Role::Heading);
            page.paragraph(self.text(notes), Role::Dim);
        }
        if !event.questions.is_empty() {
            page.gap();
            page.paragraph(self.words().questions, Role::Heading);
        }
        for (index, question) in event.questions.iter().enumerate() {
            let lead = format!("{}. ", index + 1);
            page.indented(&[(&lead, Role::Dim)], &[("   ", Role::Dim)], self.text(question), Role::Text);
        }
    }
}

/// Whether a quote of the event one is at has a cut.
pub(crate) fn has_cuts(state: &State) -> bool {
    let Some(proof) = &state.proof else { return false };
    let edited = |quote| proof.anchors.get(quote).and_then(Anchor::edited);
    state.timeline().quotes_of(state.event()).filter_map(edited).any(|edited| !edited.cuts.is_empty())
}
