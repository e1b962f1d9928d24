//! What keys do.

use crate::command::Command;

use super::briefing::{self, Home, Start};
use super::edit::{edit, reload};
use super::filter;
use super::folding::{fold, fold_all, group, unfold_cuts};
use super::goto::GoTo;
use super::layout::MenuKind;
use super::menu;
use super::message::{Answer, Answers, Effect, Invocation, Message, Next};
use super::mouse::point;
use super::moves::{self, next_whole};
use super::overlay::{self, Overlay};
use super::page::Position;
use super::searching;
use super::state::State;
use super::travel::{close, next_pane, open, open_article, previous_pane, sources, toggle};
use super::view::View;
use super::{find, jump, keyboard, remote, take, zoom};

/// Changes `state` by `message`, and says what has to happen outside.
pub fn update(state: &mut State, message: Message) -> Vec<Effect> {
    let mut effects = match message {
        Message::Key(key) => {
            let next = keyboard::press(state, key);
            carry_on(state, next)
        }
        Message::Resize(columns, rows) => {
            state.size = (columns, rows);
            Vec::new()
        }
        Message::Paste(text) => overlay::paste(state, &text),
        Message::Answered(answer) => {
            let Answer { number, text, answers } = answer;
            match answers {
                Answers::Hits(found) => searching::take_in(state, number, text, found),
                Answers::Events(filter) => filter::take_in(state, number, filter),
            }
            Vec::new()
        }
        Message::Proven(proof) => {
            state.proof = Some(proof);
            Vec::new()
        }
        Message::Mouse(mouse) => {
            let next = point(state, mouse);
            carry_on(state, next)
        }
        Message::Background { r, g, b } => {
            state.background_is((r, g, b));
            Vec::new()
        }
        Message::Reloaded(reloaded) => reloaded.apply(state),
        Message::Unreadable(failure) => {
            state.unreadable(failure);
            Vec::new()
        }
        Message::Trouble(trouble) => {
            state.say(trouble.words(state.words()));
            Vec::new()
        }
        Message::Time(now) => {
            if let Some(briefing) = &mut state.briefing {
                briefing.now = now;
            }
            Vec::new()
        }
        Message::Told(told) => {
            remote::take_in(state, &told);
            Vec::new()
        }
        Message::Ordered(order) => {
            remote::obey(state, &order);
            Vec::new()
        }
    };
    if let Some(briefing) = &mut state.briefing {
        effects.extend(briefing.orders().into_iter().map(Effect::Order));
    }
    state.refresh();
    effects
}

/// Does what a handler has left to be done.
fn carry_on(state: &mut State, next: Next) -> Vec<Effect> {
    match next {
        Next::Effects(effects) => effects,
        Next::Run(invocation) => run(state, invocation),
    }
}

fn run(state: &mut State, asked: Invocation) -> Vec<Effect> {
    match &state.overlay {
        Some(Overlay::Menu(_)) if asked.command == Command::Open => return choose(state),
        Some(_) if asked.command == Command::Open => {
            overlay::accept(state);
            return Vec::new();
        }
        Some(_) if overlay::leaves(asked.command) => state.overlay = None,
        _ => {}
    }
    if state.briefing.is_some() && state.overlay.is_none() && !briefing::passes(state, asked.command) {
        return briefing::run(state, asked);
    }
    run_in_pane(state, asked)
}

/// Runs the selected command.
fn choose(state: &mut State) -> Vec<Effect> {
    match menu::choose(state) {
        Some(command) => run(state, Invocation { command, count: None, letter: None }),
        None => Vec::new(),
    }
}

fn run_in_pane(state: &mut State, asked: Invocation) -> Vec<Effect> {
    let Invocation { command, count, letter } = asked;
    let steps = isize::try_from(count.unwrap_or(1)).unwrap_or(1);
    match command {
        Command::Down
        | Command::Up
        | Command::HalfDown
        | Command::HalfUp
        | Command::PageDown
        | Command::PageUp
        | Command::First
        | Command::Last => moves::run(state, command, count),
        Command::NextWhole => next_whole(state, steps),
        Command::PreviousWhole => next_whole(state, -steps),
        Command::Open => open(state, count),
        Command::Close => close(state),
        Command::HistoryBack if !state.trail.go_back() => state.say(state.words().no_history),
        Command::HistoryForward if !state.trail.go_forward() => state.say(state.words().no_future),
        Command::HistoryBack | Command::HistoryForward => state.unfold_to(state.event()),
        Command::NextPane => next_pane(state),
        Command::PreviousPane => previous_pane(state),
        Command::Fold => fold(state),
        Command::GroupBy => group(state),
        Command::FoldAll => fold_all(state),
        Command::UnfoldCuts => unfold_cuts(state),
        Command::Article => open_article(state),
        Command::Sources => sources(state),
        Command::Problems => toggle(state, View::Problems(Position::default())),
        Command::Search if state.overlay.is_some() => menu::search(state),
        Command::Search if find::open(state) => {}
        Command::Search => searching::open(state),
        Command::NextHit => next_hit(state, steps),
        Command::PreviousHit => next_hit(state, -steps),
        Command::Filter => filter::open(state),
        Command::LiftFilter if !filter::lift(state) => state.say(state.words().no_filter),
        Command::SameTag => return filter::same_tag(state),
        Command::GoTo => state.overlay = Some(Overlay::GoTo(GoTo::default())),
        Command::Mark | Command::ToMark | Command::JumpBack => jump::run(state, command, letter),
        Command::CopyCitation | Command::CopyQuote | Command::CopyAddress => {
            return take::copy(state, command);
        }
        Command::ZoomIn
        | Command::ZoomOut
        | Command::ZoomTo
        | Command::PanEarlier
        | Command::PanLater
        | Command::EqualSteps => zoom::run(state, command, steps),
        Command::Brief => briefing::begin(state, Start::default(), Home::Browser),
        // What works in a talk alone has nothing to do in a pane.
        Command::LiftFilter
        | Command::NextStep
        | Command::PreviousStep
        | Command::AllSteps
        | Command::Overview
        | Command::Black
        | Command::HideDates
        | Command::Freeze
        | Command::Timer
        | Command::ResetTimer
        | Command::Dial
        | Command::Larger
        | Command::Smaller
        | Command::LightDark
        | Command::EndBriefing => {}
        Command::Help => overlay::toggle_menu(state, MenuKind::Help),
        Command::Palette => overlay::toggle_menu(state, MenuKind::Palette),
        Command::Language => {
            state.lang = state.lang.next();
            state.language_changed();
            return overlay::line_changed(state);
        }
        Command::Theme => state.next_theme(),
        Command::Edit => return edit(state),
        Command::Reload => return reload(state),
        Command::Redraw => return vec![Effect::Redraw],
        Command::Suspend => return vec![Effect::Suspend],
        Command::Quit => return vec![Effect::Quit],
    }
    Vec::new()
}

/// Goes `steps` places on in the article where something is looked for in it, else as many hits of the last search.
fn next_hit(state: &mut State, steps: isize) {
    if state.is_finding() { find::next(state, steps) } else { searching::next(state, steps) }
}
