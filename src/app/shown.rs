//! What is on the screen, laid out.

use crate::briefing::Dates;
use crate::command::Command;
use crate::i18n::Lang;
use crate::model::{EventIndex, SourceIndex};
use crate::standing::Telling;

use super::briefing::{Areas, Briefing, Role, Slides, Thread};
use super::detail::{Detail, Target};
use super::evidence::Known;
use super::find::Places;
use super::help::Asked;
use super::hits::Answered;
use super::layout::{Area, MENU_HEAD, MenuKind, SearchAreas, menu_area};
use super::list::{Listed, Rows};
use super::made::Made;
use super::overlay::Overlay;
use super::page::{Line, Page, Position};
use super::place::{Heights, Stood};
use super::reader::Articles;
use super::state::State;
use super::view::View;
use super::{evidence, help, problems, sources};

/// What is on the screen, laid out; made anew when what it is made from changes.
#[derive(Debug, Default)]
pub(super) struct Shown {
    pub(super) rows: Rows,
    /// How often they have been made.
    pub(super) rows_made: usize,
    pub(super) stood: Stood,
    pub(super) heights: Heights,
    pub(super) detail: Made<(EventIndex, usize, Lang, bool, Telling), Page<Target>>,
    pub(super) articles: Articles,
    pub(super) places: Places,
    pub(super) sources: Made<(usize, Lang), Page<SourceIndex>>,
    pub(super) problems: Made<(usize, Lang, bool), Page<usize>>,
    pub(super) menu: Made<Asked, Page<Command>>,
    pub(super) evidence: Made<(Lang, bool), Vec<Line>>,
    pub(super) hits: Made<(u64, usize, Lang), Page<usize>>,
    pub(super) preview: Made<(u64, usize, usize, Lang), Page<()>>,
}

impl State {
    /// Makes the list anew: after folding, grouping or filtering, or in another language.
    pub(super) fn make_rows(&mut self) {
        self.shown.rows = Rows::new(&Listed {
            timeline: &self.draft.timeline,
            unfolded: &self.unfolded,
            grouping: self.grouping,
            wanted: self.filter.as_ref().map(|filter| &*filter.shown),
            lang: self.lang,
        });
        self.shown.rows_made += 1;
    }

    /// Lays out what is on the screen, where it changed, and brings what is selected into view.
    pub(super) fn refresh(&mut self) {
        if self.briefing.is_some() {
            self.make_briefing();
            self.make_menu();
            self.make_hits();
            return;
        }
        let Some(layout) = self.layout() else { return };
        self.make_evidence();
        self.make_axis(layout.axis);
        if let Some(area) = layout.list {
            self.place_rows(area);
        }
        self.make_detail(layout.detail);
        if let Some(area) = layout.page {
            self.make_pages(area);
        }
        self.make_menu();
        self.make_hits();
        self.make_places();
        if let Some(area) = layout.reader {
            self.make_reader(area);
        }
    }

    fn make_evidence(&mut self) {
        let (timeline, proof) = (&self.draft.timeline, self.proof.as_deref());
        let known = Known { settings: &self.settings_problems, proof, unreadable: None };
        let from = (self.lang, proof.is_some());
        let is_unreadable = self.unreadable.is_some();
        self.shown.evidence.make(from, |_| {
            if is_unreadable {
                return evidence::unreadable(self.lang).to_vec();
            }
            evidence::evidence(timeline, known, self.lang, self.glyphs)
        });
    }

    /// Forgets what was laid out in another language.
    pub(super) fn language_changed(&mut self) {
        self.make_rows();
    }

    fn make_detail(&mut self, area: Option<Area>) {
        // The detail is laid out even where it is not on the screen: what is selected in it decides which
        // article the keys lead to.
        let width = usize::from(area.map_or(80, |area| area.width)).saturating_sub(3);
        let (draft, proof) = (&self.draft, self.proof.as_deref());
        let from = (self.trail.base().event, width, self.lang, proof.is_some(), self.telling);
        let (lang, glyphs) = (self.lang, self.glyphs);
        let is_new = self.shown.detail.make(from, |(event, width, _, _, telling)| {
            let anchors = proof.map(|proof| &*proof.anchors);
            Detail { draft, anchors, lang, glyphs, telling: *telling }.page(*event, *width)
        });
        if let (Some(area), Some(page)) = (area, self.shown.detail.get()) {
            let base = self.trail.base_mut();
            let height = usize::from(area.height);
            base.detail = place(page, base.detail, height, is_new);
        }
    }

    fn make_pages(&mut self, area: Area) {
        let width = usize::from(area.width.min(100)).saturating_sub(3);
        let height = usize::from(area.height).saturating_sub(2);
        let (lang, glyphs) = (self.lang, self.glyphs);
        let (draft, proof, settings) = (&self.draft, self.proof.as_deref(), &self.settings_problems);
        let shown = &mut self.shown;
        match self.trail.top() {
            View::Sources(at) => {
                let is_new = shown
                    .sources
                    .make((width, lang), |_| sources::page(&draft.timeline, lang, glyphs, width));
                let at = shown.sources.get().map_or(at, |page| place(page, at, height, is_new));
                self.trail.replace(View::Sources(at));
            }
            View::Problems(at) => {
                let unreadable = self.unreadable.as_deref();
                let known = Known { settings, proof, unreadable };
                let from = (width, lang, proof.is_some());
                let is_new = shown.problems.make(from, |_| problems::page(known, lang, glyphs, width));
                let at = shown.problems.get().map_or(at, |page| place(page, at, height, is_new));
                self.trail.replace(View::Problems(at));
            }
            View::Browse(_) | View::Reader(_) => {}
        }
    }

    fn make_menu(&mut self) {
        let scope = self.pane_scope();
        let Some(Overlay::Menu(menu)) = &mut self.overlay else { return };
        let area = menu_area(self.size, menu.kind);
        let (lang, width) = (self.lang, usize::from(area.width));
        let asked = Asked { kind: menu.kind, wanted: menu.wanted().to_owned(), scope, lang, width };
        let is_new = self.shown.menu.make(asked, |asked| help::page(asked, &self.keymap, self.glyphs));
        let height = usize::from(area.height.saturating_sub(MENU_HEAD));
        if let Some(page) = self.shown.menu.get() {
            menu.at = place(page, menu.at, height, is_new);
        }
    }

    fn make_hits(&mut self) {
        let Some(Overlay::Search(search)) = &mut self.overlay else { return };
        let Some(hits) = &search.hits else { return };
        let areas = SearchAreas::new(self.size);
        let (lang, glyphs, draft) = (self.lang, self.glyphs, &*self.draft);
        let timeline = &draft.timeline;
        let guessed = self.briefing.as_ref().and_then(|briefing| briefing.guessed(timeline));
        let answers = Answered { draft, proof: self.proof.as_deref(), lang, glyphs, guessed };
        let (width, height) = (usize::from(areas.hits.width) - 2, usize::from(areas.hits.height));
        let from = (hits.number, width, lang);
        let is_new = self.shown.hits.make(from, |_| answers.page(&hits.found, width));
        let Some(page) = self.shown.hits.get() else { return };
        search.at = place(page, search.at, height, is_new);
        let selected = page.target(search.at).copied();
        if let (Some(area), Some(index)) = (areas.preview, selected)
            && let Some(hit) = hits.found.hits.get(index)
        {
            let from = (hits.number, index, usize::from(area.width), lang);
            self.shown.preview.make(from, |_| answers.preview(hit, &hits.text, area.width.into()));
        }
    }
}

/// Where one is on a page that was laid out anew, or just moved on.
pub(super) fn place<T>(page: &Page<T>, at: Position, height: usize, is_new: bool) -> Position {
    if at.scroll == Position::UNKNOWN {
        return page.selecting(at.item, height);
    }
    if is_new { page.settled(at, height) } else { page.bounded(at, height) }
}

impl State {
    /// Lays out the talk, where it changed.
    fn make_briefing(&mut self) {
        let Some(mut briefing) = self.briefing.take() else { return };
        if let Some(areas) = Areas::new(self.size) {
            briefing.lay_out_notes(&self.context(), self.size);
            briefing.lay_out_scene(&self.context(), self.size, &areas);
            let columns = usize::from(areas.axis.width);
            let (ruler, ends) = (self.true_ruler(), self.axis_ends());
            briefing.thread.make((columns, self.lang), |_| Thread::new(&ruler, ends, columns));
            self.make_overview(&mut briefing);
        }
        self.briefing = Some(briefing);
    }

    /// Lays out the slides that what is typed leaves.
    fn make_overview(&mut self, briefing: &mut Briefing) {
        let Some(Overlay::Overview(overview)) = &self.overlay else { return };
        let area = menu_area(self.size, MenuKind::Help);
        let width = usize::from(area.width);
        let wanted = overview.prompt.text().to_owned();
        let at = overview.at;
        let key = (wanted, self.lang, width, briefing.dates, briefing.place);
        // The teacher knows the dates.
        let dates = if briefing.role == Role::Notes { Dates::Shown } else { briefing.dates };
        let guesses = briefing.guesses(self.timeline()).filter(|_| dates == Dates::Guessed).cloned();
        let slides = Slides {
            context: self.context(),
            dates,
            guesses: guesses.as_deref(),
            here: briefing.place,
            width,
        };
        let is_new = briefing.overview.make(key, |(wanted, ..)| slides.page(wanted));
        let height = usize::from(area.height.saturating_sub(MENU_HEAD));
        let placed = briefing.overview.get().map_or(at, |page| place(page, at, height, is_new));
        if let Some(Overlay::Overview(overview)) = &mut self.overlay {
            overview.at = placed;
        }
    }
}
