//! The margin of an article: which events rest on each passage.

use std::ops::Range;

use crate::model::{EventIndex, QuoteIndex, Timeline};

use crate::app::state::article_lines::ArticleLines;
use crate::app::state::passages::Passages;

/// The events that rest on the passages that begin on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Note {
    /// The line.
    pub(crate) line: usize,
    /// The events, each once, in the order of the passages; that of the passage one has come to see first.
    pub(crate) events: Vec<EventIndex>,
    /// The lines there are for it above the next note.
    pub(crate) room: usize,
    /// Whether one of the passages is the one that one has come to see.
    pub(crate) is_current: bool,
    /// Whether the note right above it names the same event, and no other.
    pub(crate) is_again: bool,
}

/// The most lines that a note takes.
const LONGEST_NOTE: usize = 4;

/// The notes that are to be seen beside the lines `shown`, those included that begin above them.
pub(crate) fn notes(
    timeline: &Timeline,
    passages: &Passages,
    laid: &ArticleLines,
    shown: Range<usize>,
    current: Option<QuoteIndex>,
) -> Vec<Note> {
    // A note that is to be seen may hang down from above, and what it says depends on the one before it.
    let from = shown.start.saturating_sub(2 * (LONGEST_NOTE - 1));
    let Some(first) = laid.lines().get(from) else { return Vec::new() };
    let mut notes: Vec<Note> = Vec::new();
    for passage in passages.from(first.start, current) {
        let line = laid.lines_of(&passage.bytes).start;
        let is_current = Some(passage.quote) == current;
        let event = timeline.quotes[passage.quote].event;
        match notes.last_mut() {
            Some(note) if note.line == line => {
                note.add(event, is_current);
                continue;
            }
            Some(note) => note.room = note.room.min(line - note.line),
            None => {}
        }
        if line >= shown.end {
            break;
        }
        notes.push(Note { line, events: vec![event], room: LONGEST_NOTE, is_current, is_again: false });
    }
    for index in 1..notes.len() {
        let (before, note) = (&notes[index - 1], &notes[index]);
        notes[index].is_again =
            note.events.len() == 1 && note.events == before.events && note.line < before.line + LONGEST_NOTE;
    }
    notes
}

impl Note {
    /// Adds the event of one more passage; that of the passage one has come to see is named first.
    fn add(&mut self, event: EventIndex, is_current: bool) {
        self.is_current |= is_current;
        let known = self.events.iter().position(|other| *other == event);
        match known {
            Some(known) if is_current => self.events[..=known].rotate_right(1),
            Some(_) => {}
            None if is_current => self.events.insert(0, event),
            None => self.events.push(event),
        }
    }
}
