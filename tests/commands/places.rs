//! Every place a command can work in, the way into it, and the ways out.

use frise::app::{MenuKind, Overlay};
use frise::command::{Scope, Spec};
use frise::keymap::{Code, Key};

/// A pane, or what lies over the panes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    List,
    Detail,
    Reader,
    Sources,
    Problems,
    Help,
    /// The help, with a line to narrow it down by.
    HelpLine,
    Palette,
    Search,
    Filter,
    GoTo,
    Find,
    /// The slides of a talk, which is no part of the browser.
    Overview,
    /// The events that a quote can be written into, which a file is needed for.
    Picker,
}

pub(super) const PLACES: [Place; 12] = [
    Place::List,
    Place::Detail,
    Place::Reader,
    Place::Sources,
    Place::Problems,
    Place::Help,
    Place::HelpLine,
    Place::Palette,
    Place::Search,
    Place::Filter,
    Place::GoTo,
    Place::Find,
];

impl Place {
    pub(super) fn of(overlay: &Overlay) -> Self {
        match overlay {
            Overlay::Menu(menu) => match (menu.kind, &menu.filter) {
                (MenuKind::Palette, _) => Self::Palette,
                (MenuKind::Help, Some(_)) => Self::HelpLine,
                (MenuKind::Help, None) => Self::Help,
            },
            Overlay::GoTo(_) => Self::GoTo,
            Overlay::Search(_) => Self::Search,
            Overlay::Filter(_) => Self::Filter,
            Overlay::Find(_) => Self::Find,
            Overlay::Overview(_) => Self::Overview,
            Overlay::Picker(_) => Self::Picker,
        }
    }

    pub(super) fn scope(self) -> Scope {
        match self {
            Self::List => Scope::List,
            Self::Detail => Scope::Detail,
            Self::Reader => Scope::Reader,
            Self::Sources => Scope::Sources,
            Self::Problems => Scope::Problems,
            Self::Help => Scope::Help,
            Self::HelpLine
            | Self::Palette
            | Self::Search
            | Self::Filter
            | Self::GoTo
            | Self::Find
            | Self::Overview
            | Self::Picker => Scope::Prompt,
        }
    }

    /// The keys that lead there, with something typed where that leads further.
    pub(super) fn way_in(self) -> &'static str {
        match self {
            Self::List => "",
            Self::Detail => "Enter",
            Self::Reader => "Enter Enter",
            Self::Sources => "s",
            Self::Problems => "!",
            Self::Help => "?",
            Self::HelpLine => "? /",
            Self::Palette => ":",
            Self::Search => "/ lighthouse",
            Self::Filter => "f odd",
            Self::GoTo => "t 1 9 2 4",
            Self::Find => "Enter Enter / lighthouse",
            Self::Overview => "F5 o",
            Self::Picker => "Enter Enter v Y",
        }
    }

    /// The keys that lead there in any timeline that has such a place, with nothing typed.
    pub(super) fn way_in_anywhere(self) -> &'static str {
        match self {
            Self::Search => "/",
            Self::Filter => "f",
            Self::GoTo => "t",
            Self::Find => "Enter Enter /",
            other => other.way_in(),
        }
    }
}

/// The first key of a command that means it in a place; `None` where the line takes all of them.
pub(super) fn key_in(spec: &Spec, place: Place) -> Option<String> {
    let written = spec.keys.iter().map(|written| written.replace("{a-z}", "a"));
    let is_free = |written: &String| !edits(&Key::parse(written).unwrap());
    written.into_iter().find(|written| place.scope() != Scope::Prompt || is_free(written))
}

/// Whether a line being typed has a use for these keys.
pub(super) fn edits(keys: &[Key]) -> bool {
    keys.iter().any(|key| match key.code {
        Code::Char(c) if key.ctrl => "hbaewku".contains(c),
        Code::Char(_) => !key.alt,
        Code::Named(name) => ["Backspace", "Delete", "Left", "Right", "Home", "End"].contains(&name),
        Code::F(_) | Code::AnyLetter => false,
    })
}

/// From where, the keys that lead into something, and the ways out of it; a `+` stands between keys of one way.
pub(super) const WAYS: &[(&str, &str, &str)] = &[
    ("j", "Enter", "Esc h Left Backspace Shift-Tab"),
    ("j", "Tab", "Esc h Left Backspace Shift-Tab"),
    ("j", "l", "Esc h Left Backspace"),
    ("j Enter", "Enter", "Esc h Left Backspace H"),
    ("j Enter j", "Enter", "Esc h Left Backspace H"),
    ("j Enter G", "Enter", "Esc h Left Backspace H"),
    ("j", "o", "Esc h Left Backspace H"),
    ("j", "s", "Esc h Left Backspace s H"),
    ("j Enter", "s", "Esc h Left Backspace s H"),
    ("j Enter Enter", "s", "Esc h Left Backspace s H"),
    ("s j", "Enter", "Esc h Left Backspace H"),
    ("s j", "o", "Esc h Left Backspace H"),
    ("s j", "!", "Esc h Left Backspace ! H"),
    ("j", "!", "Esc h Left Backspace ! H"),
    ("j Enter", "!", "Esc h Left Backspace ! H"),
    ("j Enter Enter", "!", "Esc h Left Backspace ! H"),
    ("! j", "s", "Esc h Left Backspace s H"),
    ("j", "?", "Esc h Left Backspace ? F1"),
    ("j Enter Enter", "?", "Esc h Left Backspace ? F1"),
    ("s j", "?", "Esc h Left Backspace ? F1"),
    ("j ? j", "/", "Esc Backspace"),
    ("j ? j", "/ mark", "Esc"),
    ("j", ":", "Esc Backspace"),
    ("j Enter", ": mark", "Esc"),
    ("j Enter Enter", "Ctrl-p", "Esc Backspace"),
    ("j", "/", "Esc Backspace Enter"),
    ("j Enter", "/ the", "Esc"),
    ("s", "/ lighthouse", "Esc"),
    ("j", "f", "Esc Backspace Enter"),
    ("j", "f odd", "Esc"),
    ("j", "f nothinglikethis", "Esc"),
    ("j Enter", "f t0", "Esc"),
    ("j f t0 Enter", "f x", "Esc"),
    ("3j", "* ", "F Esc *+* *+Esc"),
    ("j", "t", "Esc Backspace Enter"),
    ("j", "t 1 9 6 1", "Esc"),
    ("j Enter", "t x", "Esc"),
    ("j Enter Enter", "/", "Esc Backspace Enter"),
    ("j Enter Enter 3j", "/ the", "Esc"),
    ("j", "F2", "F2"),
    ("j", "=", "="),
    ("j", "e", "e"),
    ("j", "b", "b+b"),
    ("gg", "z", "z"),
    ("j", "/ F1", "Esc ? F1 h"),
    ("j", "/ the F1", "Esc ? F1 h"),
    ("j", "f odd F1", "Esc ? F1 h"),
    ("j f t0 Enter", "f x F1", "Esc ? F1 h"),
    ("j", "t 1 9 6 1 F1", "Esc ? F1 h"),
    ("j", ": mark F1", "Esc ? F1 h"),
    ("j Enter Enter 3j", "/ the F1", "Esc ? F1 h"),
];
