//! What keys do.

use std::path::PathBuf;
use std::sync::Arc;

use crate::command::Command;
use crate::keymap::{Key, Meaning};
use crate::load::{Failure, Proof};

use super::briefing::{self, Home, Now, Order, Start, Told};
use super::edit::{edit, reload};
use super::filter;
use super::folding::{fold, fold_all, group};
use super::goto::GoTo;
use super::menu::{self, MenuKind};
use super::mouse::{Mouse, point};
use super::moves::{self, next_whole};
use super::overlay::{self, Overlay};
use super::page::Position;
use super::reload::Reloaded;
use super::searching::{self, Answer, Answers, Question};
use super::state::State;
use super::travel::{close, next_pane, open, open_article, previous_pane, sources, toggle};
use super::trouble::Trouble;
use super::view::View;
use super::{find, jump, take, zoom};

/// Something that happened outside.
#[derive(Clone, Debug)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// The terminal has so many columns and rows now.
    Resize(u16, u16),
    /// Text was pasted.
    Paste(String),
    /// A question was answered.
    Answered(Answer),
    /// The timeline has been checked.
    Proven(Arc<Proof>),
    /// The mouse was used.
    Mouse(Mouse),
    /// The terminal's background has this colour.
    Background {
        /// Red.
        r: u8,
        /// Green.
        g: u8,
        /// Blue.
        b: u8,
    },
    /// The timeline was saved, read anew and checked.
    Reloaded(Box<Reloaded>),
    /// The timeline was saved and cannot be read.
    Unreadable(Arc<Failure>),
    /// Something outside did not go as asked for.
    Trouble(Trouble),
    /// It is so late.
    Time(Now),
    /// The talk that is followed is there.
    Told(Told),
    /// A follower of the talk asks for something.
    Ordered(Order),
}

/// Something to do outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// End the program.
    Quit,
    /// Draw every cell of the screen anew.
    Redraw,
    /// Put a text into the clipboard.
    Copy(String),
    /// Find the answer to a question.
    Ask(Question),
    /// Give the terminal back to the shell until the program is continued.
    Suspend,
    /// Open the editor at a line of a file, counted from 1.
    Edit {
        /// The file.
        path: PathBuf,
        /// The line.
        line: usize,
    },
    /// Read the timeline anew.
    Reload,
    /// Ask the screen from which the talk is given for something.
    Order(Order),
}

/// Changes `state` by `message`, and says what has to happen outside.
pub fn update(state: &mut State, message: Message) -> Vec<Effect> {
    let mut effects = match message {
        Message::Key(key) => press(state, key),
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
        Message::Mouse(mouse) => point(state, mouse),
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
            briefing::take_in(state, &told);
            Vec::new()
        }
        Message::Ordered(order) => {
            briefing::obey(state, &order);
            Vec::new()
        }
    };
    if let Some(briefing) = &mut state.briefing {
        effects.extend(briefing.orders().into_iter().map(Effect::Order));
    }
    state.refresh();
    effects
}

fn press(state: &mut State, key: Key) -> Vec<Effect> {
    state.notice = None;
    state.hint.key_pressed();
    if key == Key::ESC && state.pending().is_some() {
        state.keys.clear();
        state.count = None;
        return Vec::new();
    }
    if state.keys.is_empty()
        && let Some(effects) = overlay::press(state, key)
    {
        return effects;
    }
    if briefing::lights(state, key) {
        state.keys.clear();
        state.count = None;
        return Vec::new();
    }
    if let Some(digit) = key.digit()
        && state.keys.is_empty()
        && (digit > 0 || state.count.is_some())
    {
        let count = state.count.unwrap_or(0).saturating_mul(10).saturating_add(digit as usize);
        state.count = Some(count.min(1_000_000));
        return Vec::new();
    }
    state.keys.push(key);
    let meaning = state.keymap.meaning(state.scope(), &state.keys);
    if meaning == Meaning::Begun {
        return Vec::new();
    }
    state.keys.clear();
    let count = state.count.take();
    match meaning {
        Meaning::Command(command, letter) => run(state, Asked { command, count, letter }),
        Meaning::Begun | Meaning::Nothing => Vec::new(),
    }
}

/// A command as it was asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked {
    pub(super) command: Command,
    pub(super) count: Option<usize>,
    pub(super) letter: Option<char>,
}

pub(super) fn run(state: &mut State, asked: Asked) -> Vec<Effect> {
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
        Some(command) => run(state, Asked { command, count: None, letter: None }),
        None => Vec::new(),
    }
}

fn run_in_pane(state: &mut State, asked: Asked) -> Vec<Effect> {
    let Asked { command, count, letter } = asked;
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
        Command::Article => open_article(state),
        Command::Sources => sources(state),
        Command::Problems => toggle(state, View::Problems(Position::default())),
        Command::Search if state.overlay.is_some() => menu::search(state),
        Command::Search if find::open(state) => {}
        Command::Search => searching::open(state),
        Command::NextHit => find::onward(state, steps),
        Command::PreviousHit => find::onward(state, -steps),
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
        Command::Help => menu::toggle(state, MenuKind::Help),
        Command::Palette => menu::toggle(state, MenuKind::Palette),
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
