//! Lays out the briefing, where it changed.

use crate::app::briefing::{Areas, Briefing, OverviewPage, ProgressAxis};
use crate::app::pages::axis;
use crate::app::screen::layout::{MENU_HEAD, MenuKind, menu_area};
use crate::app::state::State;
use crate::app::state::overlay::Overlay;

/// Lays out the briefing, where it changed.
pub(crate) fn lay_out(state: &mut State) {
    let Some(mut briefing) = state.briefing.take() else { return };
    if let Some(areas) = Areas::new(state.size) {
        briefing.plan_again(&state.context());
        briefing.set_size(&state.draft.timeline, state.size);
        briefing.lay_out_notes(&state.context(), state.size);
        briefing.lay_out_scene(&state.context(), state.size, &areas);
        let columns = usize::from(areas.axis.width);
        let (projection, ends) = (axis::true_projection(state), axis::axis_ends(state));
        briefing
            .progress
            .make((columns, state.display.lang), |_| ProgressAxis::new(&projection, ends, columns));
        make_overview(state, &mut briefing);
    }
    state.briefing = Some(briefing);
}

/// Lays out the slides that what is typed leaves.
fn make_overview(state: &mut State, briefing: &mut Briefing) {
    let Some(Overlay::Overview(overview)) = &state.overlay else { return };
    let area = menu_area(state.size, MenuKind::Help);
    let width = usize::from(area.width);
    let wanted = overview.prompt.text().to_owned();
    let at = overview.at;
    let key = (wanted, state.display.lang, width, briefing.dates, briefing.place);
    let cover = briefing.cover_here(&state.context());
    let deck = briefing.deck.clone();
    let slides = OverviewPage { context: state.context(), cover: cover.as_ref(), deck: &deck, width };
    let is_new = briefing.overview.make(key, |(wanted, ..)| slides.page(wanted));
    let height = usize::from(area.height.saturating_sub(MENU_HEAD));
    let placed = briefing.overview.get().map_or(at, |page| page.placed(at, height, is_new));
    if let Some(Overlay::Overview(overview)) = &mut state.overlay {
        overview.at = placed;
    }
}
