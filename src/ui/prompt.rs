//! A line being typed.

use crate::app::screen::labels::{date_words, title_words};
use crate::app::screen::layout::Area;
use crate::app::screen::prompt::Prompt;
use crate::app::state::State;
use crate::app::state::goto::{Destination, GoToPrompt};
use crate::role::Role;
use crate::wrap;

use super::canvas::Canvas;

/// The columns a line keeps for what is typed, whatever stands before it.
const NARROWEST: usize = 8;

/// A line with fewer columns has no room for what it is called.
const NARROW: u16 = 60;

/// Draws `prompt` behind `label` on the first row of `area`.
pub(super) fn draw(state: &State, prompt: &Prompt, label: &str, area: Area, canvas: &mut Canvas<'_>) {
    let sign = if label.is_empty() { state.display.glyphs.prompt } else { label };
    let room = usize::from(area.width).saturating_sub(NARROWEST);
    let sign = wrap::fit(sign, room, state.display.glyphs.ellipsis);
    canvas.text(area.x, area.y, &sign, Role::Accent, area.width);
    let lead = u16::try_from(wrap::width(&sign) + 1).unwrap_or(0).min(area.width);
    let left = area.width - lead;
    let (text, cursor) = prompt.shown(left.into());
    canvas.text(area.x + lead, area.y, &text, Role::Text, left);
    let at = lead + u16::try_from(cursor).unwrap_or(0);
    canvas.cursor(area.x + at, area.y);
}

/// Draws `prompt` behind `label`, and at the right end what comes of it, as far as there is room.
pub(super) fn with_outcome(
    state: &State,
    prompt: &Prompt,
    label: &str,
    (outcome, role): (&str, Role),
    area: Area,
    canvas: &mut Canvas<'_>,
) {
    // What is to be said of a key has no other place where the line takes that of the footer.
    let notice = state.display.notice.as_deref().filter(|_| area.y + 1 == state.size.1);
    let (outcome, role) = notice.map_or((outcome, role), |notice| (notice, Role::Warn));
    let least = wrap::width(label) + NARROWEST + wrap::width(prompt.text());
    let room = usize::from(area.width).saturating_sub(least + 2);
    let outcome = wrap::fit(outcome, room, state.display.glyphs.ellipsis);
    let wide = u16::try_from(wrap::width(&outcome)).unwrap_or(0).min(area.width);
    draw(state, prompt, label, Area { width: area.width - wide, ..area }, canvas);
    canvas.text(area.x + area.width - wide, area.y, &outcome, role, wide);
}

/// The date to go to, in the footer, and the event it leads to.
pub(super) fn goto(state: &State, goto: &GoToPrompt, area: Area, canvas: &mut Canvas<'_>) {
    canvas.blank_row(area);
    let (words, role) = outcome(state, &goto.found);
    // On a narrow screen what comes of it matters more than the name of the line.
    let label = if area.width < NARROW { "" } else { state.words().go_to };
    with_outcome(state, &goto.prompt, label, (&words, role), area, canvas);
}

fn outcome(state: &State, found: &Destination) -> (String, Role) {
    let words = state.words();
    match found {
        Destination::Nothing => (String::new(), Role::Dim),
        Destination::NoDate => (words.no_date.to_owned(), Role::Dim),
        Destination::NoEvent => (words.no_dated_event.to_owned(), Role::Warn),
        Destination::Ambiguous(readings) => {
            (format!("{} {}", words.which_date, readings.join(&format!(" {} ", words.or))), Role::Warn)
        }
        Destination::Event { event, away } => {
            let event = &state.timeline().events[*event];
            let dot = state.display.glyphs.dot;
            let date = date_words(&event.date, state.display.lang);
            let away =
                away.map(|away| format!(" {dot} {}", away.words(state.display.lang))).unwrap_or_default();
            let title = title_words(event, state.display.lang);
            (format!("{} {date}{away} {dot} {title}", state.display.glyphs.route), Role::Date)
        }
    }
}
