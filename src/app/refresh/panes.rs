//! What is on the screen, laid out.

use crate::app::pages::detail::DetailPage;
use crate::app::pages::results::ResultsPage;
use crate::app::pages::{menu, picker, problems, sources};
use crate::app::screen::context::Context;
use crate::app::screen::evidence::{self, KnownProblems};
use crate::app::screen::layout::{Area, MENU_HEAD, MenuKind, SearchAreas, menu_area};
use crate::app::state::State;
use crate::app::state::layout_cache::{MenuKey, PickerKey};
use crate::app::state::overlay::Overlay;
use crate::app::state::view::View;

use super::{axis, briefing, list, reader};

/// Lays out what is on the screen, where it changed, and brings what is selected into view.
pub(crate) fn refresh(state: &mut State) {
    if state.briefing.is_some() {
        briefing::lay_out(state);
        make_menu(state);
        make_hits(state);
        return;
    }
    let Some(layout) = state.layout() else { return };
    make_evidence(state);
    axis::lay_out(state, layout.axis);
    if let Some(area) = layout.list {
        list::place_rows(state, area);
    }
    make_detail(state, layout.detail);
    if let Some(area) = layout.page {
        make_pages(state, area);
    }
    make_menu(state);
    make_picker(state);
    make_hits(state);
    reader::find_matches(state);
    if let Some(area) = layout.reader {
        reader::lay_out(state, area);
    }
}

fn make_evidence(state: &mut State) {
    let (timeline, proof) = (&state.draft.timeline, state.proof.as_deref());
    let known = KnownProblems { settings: &state.settings_problems, proof, unreadable: None };
    let from = (state.display.lang, proof.is_some());
    let is_unreadable = state.unreadable.is_some();
    state.cache.evidence.make(from, |_| {
        if is_unreadable {
            return evidence::unreadable(state.display.lang).to_vec();
        }
        evidence::evidence(timeline, known, state.display.lang, state.display.glyphs)
    });
}

fn make_detail(state: &mut State, area: Option<Area>) {
    // The detail is laid out even where it is not on the screen: what is selected in it decides which
    // article the keys lead to.
    let width = usize::from(area.map_or(80, |area| area.width)).saturating_sub(3);
    let (draft, proof) = (&state.draft, state.proof.as_deref());
    let from =
        (state.history.base().event, width, state.display.lang, proof.is_some(), state.display.telling);
    let (lang, glyphs) = (state.display.lang, state.display.glyphs);
    let is_new = state.cache.detail.make(from, |(event, width, _, _, telling)| {
        let anchors = proof.map(|proof| &*proof.anchors);
        DetailPage { draft, anchors, lang, glyphs, telling: *telling }.page(*event, *width)
    });
    if let (Some(area), Some(page)) = (area, state.cache.detail.get()) {
        let base = state.history.base_mut();
        let height = usize::from(area.height);
        base.detail = page.placed(base.detail, height, is_new);
    }
}

fn make_pages(state: &mut State, area: Area) {
    let width = usize::from(area.width.min(100)).saturating_sub(3);
    let height = usize::from(area.height).saturating_sub(2);
    let (lang, glyphs) = (state.display.lang, state.display.glyphs);
    let (draft, proof, settings) = (&state.draft, state.proof.as_deref(), &state.settings_problems);
    let shown = &mut state.cache;
    match state.history.top() {
        View::Sources(at) => {
            let is_new =
                shown.sources.make((width, lang), |_| sources::page(&draft.timeline, lang, glyphs, width));
            let at = shown.sources.get().map_or(at, |page| page.placed(at, height, is_new));
            state.history.replace(View::Sources(at));
        }
        View::Problems(at) => {
            let unreadable = state.unreadable.as_deref();
            let known = KnownProblems { settings, proof, unreadable };
            let from = (width, lang, proof.is_some());
            let is_new = shown.problems.make(from, |_| problems::page(known, lang, glyphs, width));
            let at = shown.problems.get().map_or(at, |page| page.placed(at, height, is_new));
            state.history.replace(View::Problems(at));
        }
        View::Browse(_) | View::Reader(_) => {}
    }
}

fn make_menu(state: &mut State) {
    let scope = state.pane_scope();
    let Some(Overlay::Menu(menu)) = &mut state.overlay else { return };
    let area = menu_area(state.size, menu.kind);
    let (lang, width) = (state.display.lang, usize::from(area.width));
    let asked = MenuKey { kind: menu.kind, wanted: menu.wanted().to_owned(), scope, lang, width };
    let is_new =
        state.cache.menu.make(asked, |asked| menu::page(asked, &state.keys.map, state.display.glyphs));
    let height = usize::from(area.height.saturating_sub(MENU_HEAD));
    if let Some(page) = state.cache.menu.get() {
        menu.at = page.placed(menu.at, height, is_new);
    }
}

fn make_picker(state: &mut State) {
    let Some(Overlay::Picker(picker)) = &state.overlay else { return };
    let area = menu_area(state.size, MenuKind::Help);
    let width = usize::from(area.width);
    let from = PickerKey {
        number: picker.found.as_ref().map(|(number, _)| *number),
        typed: picker.prompt.text().to_owned(),
        lang: state.display.lang,
        width,
    };
    let page = state.cache.picker.get_for(&from).is_none().then(|| picker::page(state, picker, width));
    let is_new = page.is_some();
    if let Some(page) = page {
        state.cache.picker.make(from, |_| page);
    }
    let height = usize::from(area.height.saturating_sub(MENU_HEAD));
    if let (Some(Overlay::Picker(picker)), Some(page)) = (&mut state.overlay, state.cache.picker.get()) {
        picker.at = page.placed(picker.at, height, is_new);
    }
}

fn make_hits(state: &mut State) {
    let Some(Overlay::Search(search)) = &mut state.overlay else { return };
    let Some(results) = &search.results else { return };
    let areas = SearchAreas::new(state.size);
    let (lang, glyphs, draft) = (state.display.lang, state.display.glyphs, &*state.draft);
    let context = Context { draft, proof: state.proof.as_deref(), lang, glyphs };
    let cover = state.briefing.as_ref().and_then(|briefing| briefing.cover_here(&context));
    let answers = ResultsPage { draft, proof: context.proof, lang, glyphs, cover: cover.as_ref() };
    let (width, height) = (usize::from(areas.hits.width) - 2, usize::from(areas.hits.height));
    let from = (results.number, width, lang);
    let is_new = state.cache.hits.make(from, |_| answers.page(&results.found, width));
    let Some(page) = state.cache.hits.get() else { return };
    search.at = page.placed(search.at, height, is_new);
    let selected = page.target(search.at).copied();
    if let (Some(area), Some(index)) = (areas.preview, selected)
        && let Some(hit) = results.found.hits.get(index)
    {
        let from = (results.number, index, usize::from(area.width), lang);
        state.cache.preview.make(from, |_| answers.preview(hit, &results.text, area.width.into()));
    }
}
