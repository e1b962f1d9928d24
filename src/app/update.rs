//! What happens on a message, and what a command does.

use crate::command::{Command, Over, Route, Scope};

use super::handlers::{
    self, axis, clipboard, editor, filter, find, folding, keyboard, marks, menu, mouse, movement, navigation,
    overlay, picker, reload, remote, search, selection,
};
use super::message::{Answer, Answers, Effect, Invocation, Message, Next};
use super::refresh::refresh;
use super::screen::layout::MenuKind;
use super::screen::page::Position;
use super::state::State;
use super::state::goto::GoToPrompt;
use super::state::overlay::Overlay;
use super::state::view::View;

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
                Answers::Hits(found) => search::take_in(state, number, text, found),
                Answers::Events(filter) => filter::take_in(state, number, filter),
            }
            Vec::new()
        }
        Message::Checked(proof) => {
            state.proof = Some(proof);
            Vec::new()
        }
        Message::Mouse(mouse) => {
            let next = mouse::point(state, mouse);
            carry_on(state, next)
        }
        Message::Background { r, g, b } => {
            state.display.background_is((r, g, b));
            Vec::new()
        }
        Message::Reloaded(reloaded) => reload::apply(state, *reloaded),
        Message::Unreadable(failure) => {
            state.unreadable(failure);
            Vec::new()
        }
        Message::Notice(notice) => {
            state.say(notice.words(state.words()));
            Vec::new()
        }
        Message::Time(now) => {
            if let Some(briefing) = &mut state.briefing {
                briefing.now = now;
            }
            Vec::new()
        }
        Message::Presenter(presenter) => {
            remote::take_in(state, &presenter);
            Vec::new()
        }
        Message::Remote(command) => {
            remote::apply(state, &command);
            Vec::new()
        }
        Message::Written(change, result) => picker::written(state, change, result),
    };
    if let Some(briefing) = &mut state.briefing {
        effects.extend(briefing.take_remote_commands().into_iter().map(Effect::Remote));
    }
    selection::forget_elsewhere(state);
    refresh(state);
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
    let spec = asked.command.spec();
    match &mut state.overlay {
        Some(Overlay::Menu(_)) if spec.over == Over::Accepts => return choose(state),
        Some(Overlay::Menu(menu)) if asked.command == Command::Search => {
            menu.search();
            return Vec::new();
        }
        Some(_) if spec.over == Over::Accepts => {
            return overlay::accept(state);
        }
        Some(_) if spec.closes_overlay() => state.overlay = None,
        _ => {}
    }
    match state.briefing().filter(|_| state.overlay.is_none()) {
        Some(briefing) if spec.route(briefing.screen, briefing.stands_still()) != Route::Browser => {
            handlers::briefing::handle(state, asked)
        }
        _ if state.scope() == Scope::Selection => {
            run_in_selection(state, asked).unwrap_or_else(|| run_in_pane(state, asked))
        }
        _ => run_in_pane(state, asked),
    }
}

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
        | Command::Last => movement::handle(state, command, count),
        Command::NextItem => movement::next_item(state, steps),
        Command::PreviousItem => movement::next_item(state, -steps),
        Command::Open => navigation::open(state, count),
        Command::Close => navigation::close(state),
        Command::HistoryBack if !state.history.go_back() => state.say(state.words().no_history),
        Command::HistoryForward if !state.history.go_forward() => state.say(state.words().no_future),
        Command::HistoryBack | Command::HistoryForward => state.unfold_to(state.event()),
        Command::NextPane => navigation::next_pane(state),
        Command::PreviousPane => navigation::previous_pane(state),
        Command::Fold => folding::fold(state),
        Command::GroupBy => folding::group(state),
        Command::FoldAll => folding::fold_all(state),
        Command::UnfoldCuts => folding::unfold_cuts(state),
        Command::Article => navigation::open_article(state),
        Command::Sources => navigation::sources(state),
        Command::Problems => navigation::toggle(state, View::Problems(Position::default())),
        Command::Search if find::open(state) => {}
        Command::Search => search::open(state),
        Command::NextHit => next_hit(state, steps),
        Command::PreviousHit => next_hit(state, -steps),
        Command::Filter => filter::open(state),
        Command::LiftFilter if !filter::lift(state) => state.say(state.words().no_filter),
        Command::SameTag => return filter::same_tag(state),
        Command::GoTo => state.overlay = Some(Overlay::GoTo(GoToPrompt::default())),
        Command::Mark | Command::ToMark | Command::JumpBack => marks::handle(state, command, letter),
        Command::CopyCitation | Command::CopyQuote | Command::CopyAddress => {
            return clipboard::copy(state, command);
        }
        Command::ZoomIn
        | Command::ZoomOut
        | Command::ZoomTo
        | Command::PanEarlier
        | Command::PanLater
        | Command::EqualSteps => axis::handle(state, command, steps),
        Command::Brief => handlers::briefing::begin_here(state),
        // What works while selecting or in a briefing alone has nothing to do in a pane.
        Command::LiftFilter
        | Command::NextWord
        | Command::PreviousWord
        | Command::NextSentence
        | Command::PreviousSentence
        | Command::LineStart
        | Command::LineEnd
        | Command::OtherEnd
        | Command::CopyPassage
        | Command::AddQuote
        | Command::EndSelection
        | Command::NextStep
        | Command::PreviousStep
        | Command::Below
        | Command::Above
        | Command::AllSteps
        | Command::Overview
        | Command::Black
        | Command::HideDates
        | Command::Freeze
        | Command::Timer
        | Command::ResetTimer
        | Command::ClockMode
        | Command::Larger
        | Command::Smaller
        | Command::LightDark
        | Command::EndBriefing => {}
        Command::Help => overlay::toggle_menu(state, MenuKind::Help),
        Command::Palette => overlay::toggle_menu(state, MenuKind::Palette),
        Command::Language => {
            state.display.lang = state.display.lang.next();
            state.make_rows();
            return overlay::line_changed(state);
        }
        Command::Theme => state.display.next_theme(),
        Command::Select => selection::begin(state),
        Command::Undo => return picker::undo(state),
        Command::Edit => return editor::edit(state),
        Command::Reload => return editor::reload(state),
        Command::Redraw => return vec![Effect::Redraw],
        Command::Suspend => return vec![Effect::Suspend],
        Command::Quit => return vec![Effect::Quit],
    }
    Vec::new()
}

/// Does what a command means while a passage is being selected; `None` where it means what it means everywhere.
fn run_in_selection(state: &mut State, asked: Invocation) -> Option<Vec<Effect>> {
    match asked.command {
        Command::Down
        | Command::Up
        | Command::HalfDown
        | Command::HalfUp
        | Command::PageDown
        | Command::PageUp
        | Command::First
        | Command::Last
        | Command::NextItem
        | Command::PreviousItem
        | Command::NextWord
        | Command::PreviousWord
        | Command::NextSentence
        | Command::PreviousSentence
        | Command::LineStart
        | Command::LineEnd
        | Command::OtherEnd => selection::handle(state, asked.command, asked.count),
        Command::CopyPassage => return Some(selection::copy(state)),
        Command::AddQuote => selection::choose_event(state),
        Command::EndSelection => selection::end(state),
        _ => return None,
    }
    Some(Vec::new())
}

/// Goes `steps` places on in the article where something is looked for in it, else as many hits of the last search.
fn next_hit(state: &mut State, steps: isize) {
    if state.is_finding() { find::next(state, steps) } else { search::next(state, steps) }
}
