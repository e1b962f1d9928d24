//! How far a slide is, how late it is, and whether the briefing is in time.

use std::time::Duration;

use crate::app::briefing::{Briefing, below_sign, below_words};
use crate::app::pages::hint;
use crate::app::screen::layout::Area;
use crate::app::state::State;
use crate::briefing::{ClockMode, DeckPosition, ScreenKind, Slide};
use crate::role::Role;
use crate::wrap;

use crate::ui::canvas::{Canvas, small};

/// More steps than this are counted, not drawn.
const MOST_DOTS: usize = 16;

/// Draws the steps of the slide, the pace, and the clock; or a word about the last key.
pub(super) fn draw(state: &State, briefing: &Briefing, area: Area, canvas: &mut Canvas<'_>) {
    let is_audience = briefing.screen == ScreenKind::Audience;
    let time = if is_audience { String::new() } else { clock_words(briefing) };
    let wide = small(wrap::width(&time)).min(area.width);
    canvas.text(area.x + area.width - wide, area.y, &time, Role::Text, wide);
    let room = area.width - wide - u16::from(wide > 0) * 2;
    if let Some(notice) = state.display.notice.as_ref().filter(|_| !briefing.stands_still()) {
        let notice = wrap::fit(notice, room.into(), state.display.glyphs.ellipsis);
        canvas.text(area.x, area.y, &notice, Role::Warn, room);
        return;
    }
    let seen = briefing.seen();
    if seen.slide == Slide::Opening {
        canvas.line(area.x, area.y, &hint::briefing_hint(state, room.into()), room);
        return;
    }
    let words = steps(state, briefing, room.into());
    let used = small(wrap::width(&words));
    canvas.text(area.x, area.y, &words, Role::Dim, room);
    let left = used + if used == 0 { 0 } else { 3 };
    // How much time is left is the speaker's business, unless he shows a clock.
    if room > left + 10 && briefing.clock_mode != ClockMode::Nothing && !is_audience {
        pace(state, Area { x: area.x + left, width: room - left, ..area }, canvas);
    }
}

/// The steps of the slide on the main line, those that are done filled; what more there is below it, or that this is the
/// end. In `width` columns.
fn steps(state: &State, briefing: &Briefing, width: usize) -> String {
    let seen = briefing.seen();
    let glyphs = state.display.glyphs;
    let Some(position) = briefing.position(seen) else { return String::new() };
    let here = briefing.deck.on_main(position, seen.above);
    let slide = briefing.deck.main_line()[here].slide;
    let stops = briefing.deck.main_line();
    let first = stops.iter().position(|stop| stop.slide == slide).unwrap_or(here);
    let count = stops.iter().filter(|stop| stop.slide == slide).count();
    let done = here + 1 - first;
    let dots = match count {
        0 | 1 => String::new(),
        count if count > MOST_DOTS => format!("{done}/{count}"),
        count => {
            let dot = |step| if step < done { glyphs.step_done } else { glyphs.step_ahead };
            (0..count).map(dot).collect::<Vec<_>>().join(" ")
        }
    };
    let below = briefing.deck.below(position);
    let is_end = here + 1 == stops.len() && matches!(position, DeckPosition::Main(_));
    let behind = [
        if is_end { state.words().end_of_briefing.to_owned() } else { String::new() },
        below_words(below, state.display.lang, glyphs),
        below_sign(below, glyphs),
    ];
    let joined = |behind: &String| {
        let parts = [dots.as_str(), behind];
        parts.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join("   ")
    };
    let mut said = behind.iter().filter(|words| !words.is_empty()).map(joined);
    let fitting = said.find(|words| wrap::width(words) <= width);
    fitting.unwrap_or_else(|| wrap::fit(&dots, width, glyphs.ellipsis).into_owned())
}

/// What the clock shows, and whether it stands.
fn clock_words(briefing: &Briefing) -> String {
    words(briefing, briefing.clock_mode)
}

fn words(briefing: &Briefing, mode: ClockMode) -> String {
    let shows_timer = matches!(mode, ClockMode::Elapsed | ClockMode::Remaining);
    let time = time(briefing, mode);
    // The word is the same in both languages.
    if shows_timer && briefing.timer.is_paused() { format!("pause {time}") } else { time }
}

fn time(briefing: &Briefing, mode: ClockMode) -> String {
    let gone = briefing.timer.elapsed(briefing.now.since);
    match (mode, briefing.limit) {
        (ClockMode::Nothing, _) => String::new(),
        (ClockMode::Clock, _) => format!("{:02}:{:02}", briefing.now.clock.0, briefing.now.clock.1),
        (ClockMode::Remaining, Some(limit)) if limit >= gone => seconds(round_up(limit.saturating_sub(gone))),
        // What is over is counted on, with a sign before it.
        (ClockMode::Remaining, Some(limit)) => format!("+{}", seconds(gone.saturating_sub(limit))),
        (ClockMode::Elapsed | ClockMode::Remaining, _) => seconds(gone),
    }
}

/// The clock of the speaker's screen, which always shows one.
pub(super) fn clock(briefing: &Briefing) -> String {
    match briefing.clock_mode {
        // What the audience does not see.
        ClockMode::Nothing => words(briefing, ClockMode::Remaining),
        mode => words(briefing, mode),
    }
}

/// A count down shows a second until it is over.
fn round_up(left: Duration) -> Duration {
    if left.subsec_nanos() == 0 { left } else { Duration::from_secs(left.as_secs() + 1) }
}

fn seconds(time: Duration) -> String {
    let seconds = time.as_secs();
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// A bar as long as the briefing: filled as far as it is, with a mark where it should be.
pub(super) fn pace(state: &State, area: Area, canvas: &mut Canvas<'_>) {
    let Some(pace) = state.briefing().and_then(Briefing::pace) else { return };
    let (done, due) = pace.columns(area.width.into());
    let last = usize::from(area.width).saturating_sub(1);
    for column in 0..usize::from(area.width) {
        let (mark, role) = match () {
            () if column == due.min(last) => (state.display.glyphs.due, Role::Accent),
            () if column < done => (state.display.glyphs.certain, Role::Date),
            () => (state.display.glyphs.line, Role::Rule),
        };
        canvas.text(area.x + small(column), area.y, mark, role, 1);
    }
}
