//! An article, with the events that rest on it in its margin.

use crate::app::pages::reader::{Bar, Note, OpenArticle, open_article, reader_scroll};
use crate::app::screen::labels::{anchor_mark, date_words, source_name, title_words};
use crate::app::screen::layout::{Area, ReaderColumns, YEARS, YEARS_AT, reader_head};
use crate::app::screen::page::Line;
use crate::app::screen::quoting;
use crate::app::state::State;
use crate::app::state::find::FindPrompt;
use crate::app::state::view::ReaderView;
use crate::evidence::Anchor;
use crate::i18n::{Lang, count};
use crate::model::{Bound, EventIndex};
use crate::role::Role;
use crate::wrap;

use super::canvas::{Canvas, small};
use super::{pages, prompt};

/// Draws whose article it is, how the quote stands in it, and its text.
pub(super) fn draw(state: &State, area: Area, focused: bool, canvas: &mut Canvas<'_>) {
    let Some(reading) = state.reading() else { return };
    let opened = open_article(state);
    head(state, reading, opened.as_ref(), area, focused, canvas);
    let head = reader_head(area);
    let text = Area { y: area.y + head, height: area.height.saturating_sub(head), ..area };
    match opened {
        Some(opened) => {
            verdict(state, reading, area, canvas);
            article(state, &opened, focused, text, canvas);
        }
        None => canvas.text(text.x + 2, text.y, state.words().no_article, Role::Bad, area.width - 2),
    }
}

/// Whose article it is, and at which of its passages or of the words looked for one is.
fn head(
    state: &State,
    reading: ReaderView,
    opened: Option<&OpenArticle<'_>>,
    area: Area,
    focused: bool,
    canvas: &mut Canvas<'_>,
) {
    let Some(source) = state.timeline().sources.get(reading.source) else { return };
    let room = usize::from(area.width) - 2;
    let place = opened.map(|opened| place(state, opened)).unwrap_or_default();
    let is_selecting = state.selection.is_some();
    let place = if is_selecting || wrap::width(&place) * 3 <= room { place } else { String::new() };
    let wide = wrap::width(&place);
    let name = source_name(source, state.display.lang, state.display.glyphs);
    let name = wrap::fit(&name, room - wide - usize::from(wide > 0) * 2, state.display.glyphs.ellipsis);
    let role = if focused { Role::Title } else { Role::Dim };
    canvas.text(area.x + 2, area.y, &name, role, area.width - 2);
    canvas.text(area.x + area.width - small(wide), area.y, &place, Role::Dim, small(wide));
}

fn place(state: &State, opened: &OpenArticle<'_>) -> String {
    if let Some(selected) = opened.words_selected() {
        let words = state.words();
        return count(state.display.lang, selected, words.word_selected, words.words_selected);
    }
    match (state.match_number(), opened.passage_number()) {
        (Some((at, all)), _) => format!("{at}/{all}"),
        (None, (Some(number), all)) => format!("{} {number}/{all}", state.words().passage),
        (None, (None, _)) => String::new(),
    }
}

/// How the quote stands in the article, in words, and the event that rests on it.
fn verdict(state: &State, reading: ReaderView, area: Area, canvas: &mut Canvas<'_>) {
    let Some(quote) = reading.quote else { return };
    let words = state.words();
    let anchor = state.proof.as_ref().and_then(|proof| proof.anchors.get(quote));
    let (sign, role, short) = anchor_mark(anchor, state.display.glyphs, state.display.lang);
    let text = match anchor {
        Some(Anchor::Orphan(Some(_))) => words.orphan_banner,
        Some(Anchor::Orphan(None)) => words.orphan_lost,
        Some(Anchor::Ambiguous(_)) => words.ambiguous_banner,
        _ => short,
    };
    let event = &state.timeline().events[state.timeline().quotes[quote].event];
    let standing = quoting::proven(&state.draft, state.proof.as_deref(), quote);
    let told = standing
        .and_then(|standing| quoting::told_beside(standing, state.display.glyphs, state.display.lang));
    let mut parts = Vec::new();
    let mut line = format!("{sign} ");
    match told {
        Some((told, said)) => {
            parts.extend(said.into_iter().map(|said| said.start + line.len()..said.end + line.len()));
            line += &told;
        }
        None => line += text,
    }
    line.extend([" ", state.display.glyphs.dot, " ", title_words(event, state.display.lang)]);
    let text = wrap::fit(&line, usize::from(area.width) - 2, state.display.glyphs.ellipsis);
    // What is cut off ends in a sign that is no word of the article.
    let alike = line.chars().zip(text.chars()).take_while(|(one, other)| one == other);
    let kept: usize = alike.map(|(c, _)| c.len_utf8()).sum();
    let mut drawn = Line::default();
    let mut done = 0;
    for said in parts {
        let (start, end) = (said.start.min(kept), said.end.min(kept));
        drawn.push(&text[done..start], role);
        drawn.push(&text[start..end], Role::Article);
        done = end;
    }
    drawn.push(&text[done..], role);
    canvas.line(area.x + 2, area.y + 1, &drawn, area.width - 2);
}

fn article(state: &State, opened: &OpenArticle<'_>, focused: bool, area: Area, canvas: &mut Canvas<'_>) {
    let columns = ReaderColumns::of(area.width);
    let height = usize::from(area.height);
    let scroll = reader_scroll(state, opened.reading, height);
    let shown = scroll..scroll.saturating_add(height);
    let mut is_pointed = !focused;
    if focused {
        canvas.point(area.x + columns.text_at, area.y);
    }
    for ((line, bar), y) in opened.lines(shown.clone()).zip(area.y..) {
        canvas.line(area.x + columns.text_at, y, &line, columns.text);
        if bar == Some(Bar::Current) && !std::mem::replace(&mut is_pointed, true) {
            let before = line.runs.iter().take_while(|run| run.role != Role::Passage);
            let before: usize = before.map(|run| wrap::width(&run.text)).sum();
            canvas.point(area.x + columns.text_at + small(before), y);
        }
        let (sign, role) = match bar {
            Some(Bar::Current) => (state.display.glyphs.selected, Role::Accent),
            Some(Bar::Other) => (state.display.glyphs.bar, Role::Dim),
            None => continue,
        };
        canvas.text(area.x, y, sign, role, 1);
    }
    for note in opened.notes(shown.clone()) {
        match columns.margin {
            Some((x, width)) => {
                let margin = Area { x: area.x + x, width, ..area };
                named(state, &note, scroll, margin, canvas);
            }
            None if note.line >= scroll => {
                let y = area.y + small(note.line - scroll);
                canvas.text(area.x + YEARS_AT, y, &year(state, &note), note_role(&note), YEARS);
            }
            None => {}
        }
    }
    pages::more_signs(state, (scroll > 0, opened.goes_on(shown.end)), area, canvas);
}

fn note_role(note: &Note) -> Role {
    if note.is_current { Role::Date } else { Role::Dim }
}

/// The year of the first event of a note, with a sign where there are others.
fn year(state: &State, note: &Note) -> String {
    let date =
        |event: &EventIndex| state.timeline().events[*event].date.date().map(crate::model::Date::earliest);
    let year = match note.events.first().and_then(date) {
        Some(Bound::Day(day)) if day.year > 0 => day.year.to_string(),
        // Historians write the year 44 before Christ as -44; astronomers count one less.
        Some(Bound::Day(day)) => format!("-{}", 1 - i128::from(day.year)),
        Some(Bound::Open | Bound::Unknown) | None => String::new(),
    };
    let year =
        if year.is_empty() || year.len() >= usize::from(YEARS) { state.display.glyphs.dot } else { &year };
    format!("{year}{}", if note.events.len() > 1 { "+" } else { "" })
}

/// Names the events of a note in the lines of the margin there are for it.
fn named(state: &State, note: &Note, scroll: usize, margin: Area, canvas: &mut Canvas<'_>) {
    let lines = match note.events[..] {
        [event] => one_event(state, note, event, margin.width.into()),
        _ => several_events(state, note, margin.width.into()),
    };
    for (index, line) in lines.iter().enumerate() {
        let line_of_article = note.line + index;
        if (scroll..scroll + usize::from(margin.height)).contains(&line_of_article) {
            canvas.line(margin.x, margin.y + small(line_of_article - scroll), line, margin.width);
        }
    }
}

/// An event by its date and title, in as many lines as there are.
fn one_event(state: &State, note: &Note, event: EventIndex, width: usize) -> Vec<Line> {
    let event = &state.timeline().events[event];
    let date = date_words(&event.date, state.display.lang);
    // The note above has its title.
    let title =
        if note.is_again { state.display.glyphs.ellipsis } else { title_words(event, state.display.lang) };
    let text = format!("{date} {} {title}", state.display.glyphs.dot);
    let whole = wrap::lines(&text, width);
    let shown = whole.iter().take(note.room).enumerate().map(|(index, range)| {
        let is_cut = index + 1 == note.room && whole.len() > note.room;
        let words = if is_cut { &text[range.start..] } else { &text[range.clone()] };
        let words = wrap::fit(words, width, state.display.glyphs.ellipsis);
        let dated = date.len().saturating_sub(range.start).min(words.len());
        let dated = if words.is_char_boundary(dated) { dated } else { 0 };
        let mut line = Line::default();
        line.push(&words[..dated], note_role(note));
        line.push(&words[dated..], Role::Dim);
        line
    });
    shown.collect()
}

/// Several events, a line each where there are enough, else their number.
fn several_events(state: &State, note: &Note, width: usize) -> Vec<Line> {
    if note.events.len() <= note.room {
        let short = Note { room: 1, ..note.clone() };
        return note.events.iter().flat_map(|event| one_event(state, &short, *event, width)).collect();
    }
    let number = match state.display.lang {
        Lang::Fr => count(state.display.lang, note.events.len(), "événement", "événements"),
        Lang::En => count(state.display.lang, note.events.len(), "event", "events"),
    };
    let mut line = Line::default();
    line.push(&wrap::fit(&number, width, state.display.glyphs.ellipsis), note_role(note));
    vec![line]
}

/// The words to find in the article, in the footer, with how many places they stand in.
pub(super) fn find(state: &State, find: &FindPrompt, area: Area, canvas: &mut Canvas<'_>) {
    canvas.blank_row(area);
    let words = state.words();
    let tally = match state.match_number() {
        None => (String::new(), Role::Dim),
        Some((_, 0)) => (words.not_in_article.to_owned(), Role::Warn),
        Some((at, all)) => (format!("{at}/{all}"), Role::Dim),
    };
    prompt::with_outcome(state, &find.prompt, words.find, (&tally.0, tally.1), area, canvas);
}
