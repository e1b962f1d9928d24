//! Choosing an event, and writing a quote into it.

use std::path::PathBuf;

use crate::app::change::{FileChange, Unwritten};
use crate::app::message::{Effect, Question, Wanted};
use crate::app::screen::page::Position;
use crate::app::state::State;
use crate::app::state::filter::Filter;
use crate::app::state::overlay::Overlay;
use crate::app::state::picker::{Choice, Picker};
use crate::command::Command;
use crate::edit::{self, Document, EVENT_KEYS, Refusal, Step, TIMELINE_KEYS, Value};
use crate::model::{Dating, EventIndex};
use crate::quoting::Quote;
use crate::visible;

use super::selection;

/// Asks for the events that answer what is typed now.
pub(crate) fn ask(state: &mut State) -> Vec<Effect> {
    let number = state.search.next_question();
    let lang = state.display.lang;
    let Some(Overlay::Picker(picker)) = &mut state.overlay else { return Vec::new() };
    picker.number = number;
    picker.at = Position::default();
    let text = picker.prompt.text().trim().to_owned();
    if text.is_empty() {
        picker.found = None;
        return Vec::new();
    }
    vec![Effect::Ask(Question { number, text, wanted: Wanted::Events, lang })]
}

/// Takes in the events that answer the last question; says whether it was ours.
pub(crate) fn take_in(state: &mut State, number: u64, filter: &Filter) -> bool {
    let Some(Overlay::Picker(picker)) = &mut state.overlay else { return false };
    let is_ours = picker.number == number;
    if is_ours {
        picker.found = Some((number, filter.events.clone()));
    }
    is_ours
}

/// Writes the quote into the event that is selected.
pub(crate) fn accept(state: &mut State) -> Vec<Effect> {
    let Some(Overlay::Picker(picker)) = &state.overlay else { return Vec::new() };
    // What is on the screen answers what was typed before.
    if !picker.is_answered() {
        return Vec::new();
    }
    let Some(choice) = state.picker_page().and_then(|page| page.target(picker.at)).copied() else {
        return Vec::new();
    };
    let Picker { prompt, quote, .. } = picker.clone();
    state.overlay = None;
    let Some(path) = state.draft.input().path().map(PathBuf::from) else {
        state.say(state.words().built_in);
        return Vec::new();
    };
    if state.unreadable.is_some() {
        state.say(state.words().unreadable);
        return Vec::new();
    }
    let old = state.draft.file_text();
    let written = match choice {
        Choice::Event(event) => in_event(state, &old, event, &quote),
        Choice::New => as_event(state, &old, prompt.text().trim(), &quote),
    };
    match written {
        Ok(new) => {
            selection::end(state);
            let (old, new) = (old.into_bytes().into(), new.into_bytes().into());
            vec![Effect::Write(FileChange { path, old, new, is_undo: false })]
        }
        Err(refusal) => {
            let why = refusal.in_language(state.display.lang);
            state.say(format!("{} {why}", state.words().not_written));
            Vec::new()
        }
    }
}

/// The timeline with the quote at the end of those of an event.
fn in_event(state: &State, text: &str, event: EventIndex, quote: &Quote) -> Result<String, Refusal> {
    let document = Document::read(text)?;
    let id = state.timeline().events.get(event).map_or("", |event| event.id.as_str());
    let mut way = document.event(id).ok_or_else(|| Refusal::Missing(format!("`id: {id}`")))?;
    way.push(Step::Key("quotes"));
    document.append(&way, &[quote.value()], EVENT_KEYS)
}

/// The timeline with an event more that is called `title` and has the quote. It gets the date of its source, or of the
/// event one is at, to be written over.
fn as_event(state: &State, text: &str, title: &str, quote: &Quote) -> Result<String, Refusal> {
    let timeline = state.timeline();
    let source = timeline.sources.iter().find(|source| source.id == quote.source);
    let issued = source.and_then(|source| source.issued.as_ref());
    let here = timeline.events.get(state.event()).map(|event| &event.date);
    // A year that nobody knows is a date, too.
    let date = issued.or(here).map(Dating::written).filter(|date| !date.is_empty()).unwrap_or("XXXX");
    let title = if title.is_empty() { state.words().new_event } else { title };
    let id = edit::free_id(title, "event", timeline.events.iter().map(|event| event.id.as_str()));
    let event = Value::Map(vec![
        ("id", Value::Text(id)),
        ("date", Value::Date(date.to_owned())),
        ("title", Value::Text(title.to_owned())),
        ("quotes", Value::List(vec![quote.value()])),
    ]);
    Document::read(text)?.append(&[Step::Key("events")], &[event], TIMELINE_KEYS)
}

/// Takes back what was written last.
pub(crate) fn undo(state: &mut State) -> Vec<Effect> {
    let Some(FileChange { path, old, new, .. }) = state.written.last().cloned() else {
        state.say(state.words().nothing_to_undo);
        return Vec::new();
    };
    vec![Effect::Write(FileChange { path, old: new, new: old, is_undo: true })]
}

/// Takes note of what became of a change.
pub(crate) fn written(state: &mut State, change: FileChange, result: Result<(), Unwritten>) -> Vec<Effect> {
    let words = state.words();
    match result {
        Ok(()) if change.is_undo => {
            state.written.pop();
            state.say(words.undone);
        }
        Ok(()) => {
            let key = state.keys.map.first_name(Command::Undo, state.display.lang, state.display.glyphs);
            state.written.push(change);
            state.say(format!("{} {}", words.quote_written, key.unwrap_or_default()));
        }
        Err(Unwritten::Changed) => {
            state.say(words.changed_meanwhile);
            return Vec::new();
        }
        Err(Unwritten::System(reason)) => {
            state.say(format!("{} {}", words.not_written, visible::line(&reason)));
            return Vec::new();
        }
    }
    vec![Effect::Reload]
}
