//! What the commands of a briefing do.

use crate::app::briefing::{Briefing, Home, Overview, SlideMove, Start, target};
use crate::app::message::{Effect, Invocation, Next};
use crate::app::state::State;
use crate::app::state::overlay::Overlay;
use crate::briefing::{
    Choice, ClockMode, Dates, PageRef, Reveal, ScreenKind, Slide, SlidePosition, Step, Timer,
};
use crate::command::{Command, Route};
use crate::keymap::{Key, Meaning};
use crate::model::EventIndex;
use crate::theme::ThemeName;

use super::search;

/// So many rows the notes are moved at once.
const NOTES_STEP: usize = 5;

/// Begins a briefing: at the event where the browser is, at its title, or where one that ended stood.
pub(crate) fn begin(state: &mut State, start: &Start, home: Home) {
    let mut briefing = Briefing::new(&state.context(), start, state.step_time, home);
    let timeline = &state.draft.timeline;
    briefing.set_size(timeline, state.size);
    if home == Home::Browser && !timeline.events.is_empty() {
        let slide = shown_slide(state, &briefing, state.event());
        briefing.place = SlidePosition::begin(timeline, &briefing.deck, slide, briefing.dates);
    }
    if let Some(presenter) = &start.resumed {
        briefing.resume(timeline, presenter);
    }
    state.briefing = Some(Box::new(briefing));
}

/// Begins a briefing from the browser: what the filter leaves, or the whole timeline.
pub(crate) fn begin_here(state: &mut State) {
    let events = state.list.filter.as_ref().map(|filter| filter.events.clone());
    if events.as_ref().is_some_and(Vec::is_empty) {
        state.say(state.words().no_event_left);
        return;
    }
    let choice = Choice { is_exact: events.is_some(), events, ..Choice::default() };
    begin(state, &Start { choice, ..Start::default() }, Home::Browser);
}

/// The slide of the main line that shows an event or the event around it; the event's own where none does.
fn shown_slide(state: &State, briefing: &Briefing, event: EventIndex) -> Slide {
    let events = &state.timeline().events;
    let mut around = std::iter::successors(Some(event), |event| events[*event].parent);
    let slide = around.find(|event| briefing.deck.slides().any(|slide| slide == Slide::Event(*event)));
    Slide::Event(slide.unwrap_or(event))
}

/// Ends the briefing: the browser stands at the event it was at, or the program ends.
fn end(state: &mut State) -> Vec<Effect> {
    let Some(briefing) = state.briefing.take() else { return Vec::new() };
    if matches!(briefing.home, Home::Shell) {
        state.briefing = Some(briefing);
        return vec![Effect::Quit];
    }
    if let Some(event) = briefing.place.slide.event() {
        state.history.go_to_list(event);
        state.unfold_to(event);
    }
    Vec::new()
}

/// Lights a black screen, whatever the key; says whether that was all it was for. Keys that lead out of the briefing or
/// out of the program do what they always do.
pub(crate) fn wake(state: &mut State, key: Key) -> bool {
    let scope = state.scope();
    let dark = state
        .briefing
        .as_mut()
        .filter(|briefing| briefing.screen == ScreenKind::Presenter && briefing.is_black);
    let Some(briefing) = dark.filter(|_| state.overlay.is_none()) else { return false };
    let meaning = state.keys.map.meaning(scope, &[key]);
    let is_all = !matches!(meaning, Meaning::Command(command, _) if !command.spec().wakes_screen);
    briefing.is_black &= !is_all;
    is_all
}

/// Puts the title of a letter into the row that is marked, while a class puts events in order; says whether there is
/// such a title.
pub(crate) fn order(state: &mut State, key: Key) -> bool {
    let is_free = state.overlay.is_none();
    let Some(briefing) = state.briefing.as_mut().filter(|_| is_free) else { return false };
    let letter = key.letter().filter(|letter| letter.is_ascii_lowercase() && briefing.is_ordering());
    let Some(event) = letter.and_then(|letter| briefing.ordering.of_letter(letter)) else { return false };
    match briefing.screen {
        ScreenKind::Presenter => briefing.ordering.put(event),
        ScreenKind::SpeakerNotes => briefing.ask_for_title(&state.draft.timeline, event),
        ScreenKind::Audience => {}
    }
    true
}

/// A press of the mouse goes on.
pub(crate) fn click(state: &State, steps: isize) -> Next {
    if state.briefing.as_ref().is_some_and(|briefing| briefing.screen == ScreenKind::Audience) {
        return Next::NOTHING;
    }
    Next::run(if steps < 0 { Command::PreviousStep } else { Command::NextStep })
}

/// Does what a command of the briefing says.
pub(crate) fn handle(state: &mut State, asked: Invocation) -> Vec<Effect> {
    if let Some(briefing) = &mut state.briefing
        && briefing.screen != ScreenKind::Presenter
    {
        match asked.command.spec().route(briefing.screen, false) {
            Route::Presenter => {
                briefing.ask_presenter(asked.command, asked.count);
                turn(state, asked.command);
                return Vec::new();
            }
            Route::Nowhere => return Vec::new(),
            Route::Browser | Route::Briefing => {}
        }
    }
    let Some(mut briefing) = state.briefing.take() else { return Vec::new() };
    // Whoever moves in the dark wants to see where he is.
    let is_dark = briefing.screen == ScreenKind::Presenter && briefing.is_black;
    if is_dark && asked.command != Command::Quit {
        briefing.is_black = false;
        state.briefing = Some(briefing);
        return if asked.command == Command::EndBriefing { end(state) } else { Vec::new() };
    }
    let steps = isize::try_from(asked.count.unwrap_or(1)).unwrap_or(1);
    match asked.command {
        // What the audience sees stands still.
        _ if asked.command.spec().changes_look && briefing.stands_still() => {}
        Command::NextStep => repeat(state, &mut briefing, SlideMove::Next, steps),
        Command::PreviousStep => repeat(state, &mut briefing, SlideMove::Previous, steps),
        Command::Below => below(state, &mut briefing, SlideMove::Down),
        Command::Above => below(state, &mut briefing, SlideMove::Up),
        Command::NextItem => go(state, &mut briefing, SlideMove::Slides(steps)),
        Command::PreviousItem => go(state, &mut briefing, SlideMove::Slides(-steps)),
        Command::First => jump(state, &mut briefing, SlideMove::Slide(asked.count.unwrap_or(1).max(1) - 1)),
        Command::Last => {
            let to = asked.count.map_or(SlideMove::End, |number| SlideMove::Slide(number.max(1) - 1));
            jump(state, &mut briefing, to);
        }
        Command::JumpBack => back(state, &mut briefing),
        Command::AllSteps => all_steps(state, &mut briefing),
        Command::HideDates => hide_dates(state, &mut briefing),
        Command::Freeze => freeze(state, &mut briefing),
        Command::Black => briefing.is_black = true,
        Command::Timer | Command::ResetTimer | Command::ClockMode => clock(&mut briefing, asked.command),
        Command::Larger => briefing.level = briefing.level.moved(1),
        Command::Smaller => briefing.level = briefing.level.moved(-1),
        Command::LightDark => light_dark(state),
        Command::HalfDown => read_on(state, &mut briefing),
        Command::HalfUp => read_back(&mut briefing),
        _ => {}
    }
    let here = briefing.column(briefing.place).unwrap_or_default();
    state.briefing = Some(briefing);
    match asked.command {
        Command::Overview => state.overlay = Some(Overlay::Overview(Overview::at(here))),
        Command::Search => search::open(state),
        Command::EndBriefing | Command::Quit => return end(state),
        _ => {}
    }
    Vec::new()
}

/// Turns the pages of a screen that follows, where it is smaller than the one it follows.
fn turn(state: &mut State, command: Command) {
    let Some(mut briefing) = state.briefing.take() else { return };
    match command {
        Command::NextStep if briefing.screen == ScreenKind::Audience => turn_on(state, &mut briefing),
        Command::PreviousStep if briefing.screen == ScreenKind::Audience => {
            briefing.turned = briefing.turned.saturating_sub(1);
        }
        _ => {}
    }
    state.briefing = Some(briefing);
}

fn turn_on(state: &State, briefing: &mut Briefing) {
    let seen = briefing.seen();
    let pages = briefing.pages(&state.context(), state.size, seen);
    let left = pages.saturating_sub(1 + seen.page.page(pages));
    briefing.turned = (briefing.turned + 1).min(left);
}

/// The rest of the speaker notes, and then of the step.
fn read_on(state: &State, briefing: &mut Briefing) {
    let last = briefing.last_of_notes(state.size);
    if briefing.scrolled < last {
        briefing.scrolled = (briefing.scrolled + NOTES_STEP).min(last);
    } else {
        turn_on(state, briefing);
    }
}

fn read_back(briefing: &mut Briefing) {
    if briefing.turned > 0 {
        briefing.turned -= 1;
    } else {
        briefing.scrolled = briefing.scrolled.saturating_sub(NOTES_STEP);
    }
}

fn repeat(state: &State, briefing: &mut Briefing, to: SlideMove, steps: isize) {
    for _ in 0..steps {
        let place = target(&state.context(), state.size, briefing, to);
        if place == briefing.place {
            break;
        }
        briefing.go(place);
    }
}

fn go(state: &State, briefing: &mut Briefing, to: SlideMove) {
    let place = target(&state.context(), state.size, briefing, to);
    briefing.go(place);
}

fn jump(state: &State, briefing: &mut Briefing, to: SlideMove) {
    let place = target(&state.context(), state.size, briefing, to);
    briefing.digress(state.timeline(), place);
}

/// Down to what lies below the slide, or back up. On the title slide, to another of the timeline's briefings.
fn below(state: &mut State, briefing: &mut Briefing, to: SlideMove) {
    if briefing.place.slide == Slide::Opening && !state.timeline().briefings.is_empty() {
        choose_outline(state, briefing, if to == SlideMove::Down { 1 } else { -1 });
        return;
    }
    if briefing.is_ordering() {
        let by = if to == SlideMove::Down { 1 } else { -1 };
        briefing.ordering.choose(briefing.ordering.row().saturating_add_signed(by));
        return;
    }
    let place = target(&state.context(), state.size, briefing, to);
    if place == briefing.place && to == SlideMove::Down {
        state.say(state.words().nothing_below);
    }
    briefing.go(place);
}

/// Chooses the briefing of the timeline that is listed `by` further on; the whole timeline comes before them.
fn choose_outline(state: &State, briefing: &mut Briefing, by: isize) {
    let timeline = state.timeline();
    let listed = briefing.selection.outline.map_or(0, |number| number + 1);
    let next = listed.saturating_add_signed(by).min(timeline.briefings.len());
    let choice = briefing.choice(timeline, next.checked_sub(1));
    briefing.choose(&state.context(), &choice);
}

/// Back to where the briefing was, or to where it digressed to.
fn back(state: &mut State, briefing: &mut Briefing) {
    match briefing.left.take() {
        Some(before) => briefing.digress(&state.draft.timeline, before),
        None => state.say(state.words().no_jump),
    }
}

/// All steps of the slide at once, or again the one where the briefing was.
fn all_steps(state: &State, briefing: &mut Briefing) {
    let here = briefing.place;
    if here.reveal == Reveal::All {
        let before = briefing.stepped.take().filter(|before| before.slide == here.slide);
        let begin = || SlidePosition::begin(state.timeline(), &briefing.deck, here.slide, briefing.dates);
        briefing.go(before.unwrap_or_else(begin));
    } else {
        briefing.stepped = Some(here);
        briefing.go(SlidePosition { reveal: Reveal::All, page: PageRef::First, ..here });
    }
}

fn hide_dates(state: &State, briefing: &mut Briefing) {
    let timeline = state.timeline();
    briefing.set_dates(timeline, briefing.dates.switched());
    let is_date = matches!(briefing.place.reveal, Reveal::UpTo(Step::Date | Step::Summary));
    briefing.place = if is_date && briefing.dates == Dates::Guessed {
        SlidePosition::begin(timeline, &briefing.deck, briefing.place.slide, briefing.dates)
    } else {
        briefing.place.within(timeline, &briefing.deck, briefing.dates)
    };
    briefing.place.page = PageRef::First;
}

/// Lets what the audience sees stand still, or shows it again where the speaker is.
fn freeze(state: &State, briefing: &mut Briefing) {
    briefing.frozen = match briefing.frozen {
        Some(_) => None,
        None => Some(settled(state, briefing)),
    };
}

/// The place with its page, which may depend on where the briefing goes on.
fn settled(state: &State, briefing: &Briefing) -> SlidePosition {
    let of = briefing.pages(&state.context(), state.size, briefing.place);
    SlidePosition { page: PageRef::At { page: briefing.place.page.page(of), of }, ..briefing.place }
}

fn clock(briefing: &mut Briefing, command: Command) {
    match command {
        Command::Timer => briefing.timer.toggle(briefing.now.since),
        Command::ResetTimer => briefing.timer = Timer::default(),
        _ => briefing.clock_mode = briefing.clock_mode.next(briefing.limit.is_some()),
    }
    // Else nothing would show that the key did something.
    let is_silent = command != Command::ClockMode && briefing.clock_mode == ClockMode::Nothing;
    if is_silent && !briefing.stands_still() {
        briefing.clock_mode = ClockMode::Elapsed;
    }
}

fn light_dark(state: &mut State) {
    let is_light = state.display.theme.palette().is_some_and(|palette| palette.is_light());
    state.display.choose_theme(if is_light { ThemeName::Dark } else { ThemeName::Light });
}

/// Goes to the slide that is selected.
pub(crate) fn choose_slide(state: &mut State) {
    let Some(Overlay::Overview(overview)) = &state.overlay else { return };
    let page = state.briefing().and_then(Briefing::overview_page);
    let Some(slide) = page.and_then(|page| page.target(overview.at)).copied() else { return };
    state.overlay = None;
    let timeline = &state.draft.timeline;
    if let Some(briefing) = &mut state.briefing {
        let place = SlidePosition::begin(timeline, &briefing.deck, slide, briefing.dates);
        briefing.digress(timeline, place);
    }
}
