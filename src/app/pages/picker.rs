//! The events that a quote can be written into, as a page.

use crate::app::screen::labels::{date_words, indent, title_words};
use crate::app::screen::page::{Line, Page};
use crate::app::state::State;
use crate::app::state::picker::{Choice, Picker};
use crate::model::EventIndex;
use crate::role::Role;
use crate::wrap;

/// The event one is at, then those that answer what was typed, then one that there is not yet.
pub(crate) fn page(state: &State, picker: &Picker, width: usize) -> Page<Choice> {
    let mut page = Page::new(width);
    let events: Vec<EventIndex> = if let Some((_, found)) = &picker.found {
        found.clone()
    } else {
        let (here, all) = (state.event(), 0..state.timeline().events.len());
        all.clone().filter(|event| *event == here).chain(all.filter(|event| *event != here)).collect()
    };
    for event in events {
        page.item(Choice::Event(event), |page| page.lines.push(line(state, event, width)));
    }
    page.item(Choice::New, |page| {
        let typed = picker.prompt.text().trim();
        let words = state.words().new_event;
        let text = if typed.is_empty() { format!("+ {words}") } else { format!("+ {words}: {typed}") };
        let text = wrap::fit(&text, width, state.display.glyphs.ellipsis);
        let mut line = Line::default();
        line.push(&text, Role::Accent);
        page.lines.push(line);
    });
    page
}

fn line(state: &State, event: EventIndex, width: usize) -> Line {
    let (timeline, lang) = (state.timeline(), state.display.lang);
    let Some(known) = timeline.events.get(event) else { return Line::default() };
    let ellipsis = state.display.glyphs.ellipsis;
    let mut line = Line::default();
    line.push(&" ".repeat(indent(timeline, event)), Role::Dim);
    let date = date_words(&known.date, lang);
    line.push(&wrap::fit(&date, width.saturating_sub(line.width()), ellipsis), Role::Date);
    line.push(if line.width() + 2 > width { "" } else { "  " }, Role::Dim);
    let room = width.saturating_sub(line.width());
    line.push(&wrap::fit(title_words(known, lang), room, ellipsis), Role::Text);
    line
}
