//! Keys, and what they mean.

use std::fmt;

use termina::event::{KeyCode, KeyEvent, KeyEventKind, Modifiers};

use crate::command::{COMMANDS, Command, Scope, key_name};
use crate::glyphs::Glyphs;
use crate::i18n::Lang;

/// A key that an ordinary terminal can tell from every other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// Whether Ctrl is held down.
    pub ctrl: bool,
    /// Whether Alt is held down.
    pub alt: bool,
}

/// The key itself; Shift is part of the letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// A letter, digit or sign.
    Char(char),
    /// A key with a name of its own.
    Named(&'static str),
    /// A function key, 1 to 24.
    F(u8),
    /// Any letter; no key that is pressed has this code.
    AnyLetter,
}

/// How a letter of one’s choice ([`Code::AnyLetter`]) is written.
pub const ANY_LETTER: &str = "{a-z}";

const NAMED: [(KeyCode, &str); 15] = [
    (KeyCode::Enter, "Enter"),
    (KeyCode::Escape, "Esc"),
    (KeyCode::Backspace, "Backspace"),
    (KeyCode::Tab, "Tab"),
    (KeyCode::BackTab, "Shift-Tab"),
    (KeyCode::Up, "Up"),
    (KeyCode::Down, "Down"),
    (KeyCode::Left, "Left"),
    (KeyCode::Right, "Right"),
    (KeyCode::Home, "Home"),
    (KeyCode::End, "End"),
    (KeyCode::PageUp, "PageUp"),
    (KeyCode::PageDown, "PageDown"),
    (KeyCode::Delete, "Delete"),
    (KeyCode::Insert, "Insert"),
];

impl Key {
    /// The key of a terminal event; `None` for a key that was let go or that no command can be bound to.
    pub fn from_event(event: KeyEvent) -> Option<Self> {
        if event.kind == KeyEventKind::Release {
            return None;
        }
        let code = match event.code {
            KeyCode::Char(c) if c.is_control() => return None,
            KeyCode::Char(c) => Code::Char(c),
            KeyCode::Function(n) => Code::F(n),
            other => Code::Named(NAMED.iter().find(|(code, _)| *code == other)?.1),
        };
        let has = |modifier| event.modifiers.contains(modifier);
        Some(Self { code, ctrl: has(Modifiers::CONTROL), alt: has(Modifiers::ALT) })
    }

    /// The names of the keys that have one.
    pub fn names() -> impl Iterator<Item = &'static str> + Clone {
        NAMED.iter().map(|(_, name)| *name)
    }

    /// The key that closes one layer.
    pub const ESC: Self = Self { code: Code::Named("Esc"), ctrl: false, alt: false };

    /// A letter, digit or sign without modifiers.
    pub const fn char(c: char) -> Self {
        Self { code: Code::Char(c), ctrl: false, alt: false }
    }

    /// The digit it is, when pressed alone.
    pub fn digit(self) -> Option<u32> {
        match self {
            Self { code: Code::Char(c), ctrl: false, alt: false } => c.to_digit(10),
            _ => None,
        }
    }

    /// The letter it is, when pressed alone.
    pub fn letter(self) -> Option<char> {
        match self {
            Self { code: Code::Char(c), ctrl: false, alt: false } => Some(c).filter(|c| c.is_alphabetic()),
            _ => None,
        }
    }

    /// Whether this key, as bound, is meant by the key `pressed`.
    fn is_meant_by(self, pressed: Self) -> bool {
        self == pressed || (self.code == Code::AnyLetter && pressed.letter().is_some())
    }

    /// Reads one or several keys as they are written in the table of commands; `None` where it is none.
    pub fn parse(text: &str) -> Option<Vec<Self>> {
        if let Some(first) = text.strip_suffix(ANY_LETTER) {
            let letter = Self { code: Code::AnyLetter, ctrl: false, alt: false };
            return Some(Self::parse(first)?.into_iter().chain([letter]).collect());
        }
        if let Some(key) = Self::parse_one(text) {
            return Some(vec![key]);
        }
        let is_sequence =
            text.chars().count() > 1 && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '\'');
        is_sequence.then(|| text.chars().map(Self::char).collect())
    }

    fn parse_one(text: &str) -> Option<Self> {
        let plain = |code| Some(Self { code, ctrl: false, alt: false });
        if text == "Space" {
            return Some(Self::char(' '));
        }
        if let Some((_, name)) = NAMED.iter().find(|(_, name)| *name == text) {
            return plain(Code::Named(name));
        }
        if let Some(rest) = text.strip_prefix("Ctrl-") {
            return Self::parse_one(rest).map(|key| Self { ctrl: true, ..key });
        }
        if let Some(rest) = text.strip_prefix("Alt-") {
            return Self::parse_one(rest).map(|key| Self { alt: true, ..key });
        }
        if let Some(number) = text.strip_prefix('F').and_then(|number| number.parse().ok()) {
            return plain(Code::F(number));
        }
        let mut chars = text.chars();
        let first = chars.next()?;
        if chars.next().is_none() { plain(Code::Char(first)) } else { None }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.ctrl { "Ctrl-" } else { "" })?;
        f.write_str(if self.alt { "Alt-" } else { "" })?;
        match self.code {
            Code::Char(' ') => f.write_str("Space"),
            Code::Char(c) => write!(f, "{c}"),
            Code::Named(name) => f.write_str(name),
            Code::F(number) => write!(f, "F{number}"),
            Code::AnyLetter => f.write_str(ANY_LETTER),
        }
    }
}

/// What keys pressed so far mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// A command, with the letter it asked for.
    Command(Command, Option<char>),
    /// The beginning of one.
    Begun,
    /// Nothing.
    Nothing,
}

/// Which keys mean which commands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap {
    pub(super) bindings: Vec<(&'static [Scope], Vec<Key>, Command)>,
}

impl Default for Keymap {
    /// The keys of the table of commands.
    fn default() -> Self {
        let bindings = COMMANDS
            .iter()
            .flat_map(|spec| spec.keys.iter().map(move |keys| (spec, keys)))
            .filter_map(|(spec, keys)| Some((spec.scopes, Key::parse(keys)?, spec.command)))
            .collect();
        Self { bindings }
    }
}

impl Keymap {
    /// The keys of a command as they are written in the table, the one shown first.
    pub fn keys_of(&self, command: Command) -> Vec<String> {
        self.bindings_of(command).map(|keys| keys.iter().map(Key::to_string).collect()).collect()
    }

    /// What is printed on the keys of a command; empty where it has none.
    pub fn names(&self, command: Command, lang: Lang, glyphs: &Glyphs) -> String {
        let names = self.keys_of(command).into_iter().map(|key| key_name(&key, lang, glyphs.set));
        names.collect::<Vec<_>>().join("  ")
    }

    /// What is printed on the key of a command that is shown, where it has one.
    pub fn first_name(&self, command: Command, lang: Lang, glyphs: &Glyphs) -> Option<String> {
        self.keys_of(command).first().map(|key| key_name(key, lang, glyphs.set))
    }

    /// What is printed on the key of a command that is shown to somebody in `scope`, where it has one: while a line
    /// is typed, a key that types nothing.
    pub fn name_in(&self, scope: Scope, command: Command, lang: Lang, glyphs: &Glyphs) -> Option<String> {
        let types = |key: &Key| matches!(key.code, Code::Char(_)) && !key.ctrl && !key.alt;
        let works = |keys: &&Vec<Key>| scope != Scope::Prompt || !keys.iter().any(types);
        let keys = self.bindings_of(command).find(works)?;
        let written: String = keys.iter().map(Key::to_string).collect();
        Some(key_name(&written, lang, glyphs.set))
    }

    fn bindings_of(&self, command: Command) -> impl Iterator<Item = &Vec<Key>> {
        self.bindings.iter().filter(move |binding| binding.2 == command).map(|binding| &binding.1)
    }

    /// What `keys`, pressed one after the other, mean in `scope`.
    pub fn meaning(&self, scope: Scope, keys: &[Key]) -> Meaning {
        let mut meaning = Meaning::Nothing;
        for (scopes, bound, command) in &self.bindings {
            if !scopes.iter().any(|s| *s == scope || *s == Scope::Anywhere) || !begins(bound, keys) {
                continue;
            }
            if bound.len() == keys.len() {
                let asks = bound.last().is_some_and(|key| key.code == Code::AnyLetter);
                let letter = keys.last().and_then(|key| key.letter()).filter(|_| asks);
                return Meaning::Command(*command, letter);
            }
            meaning = Meaning::Begun;
        }
        meaning
    }
}

/// Whether `pressed` is how `bound` begins.
pub(super) fn begins(bound: &[Key], pressed: &[Key]) -> bool {
    bound.len() >= pressed.len() && bound.iter().zip(pressed).all(|(bound, key)| bound.is_meant_by(*key))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCOPES: [Scope; 10] = [
        Scope::List,
        Scope::Detail,
        Scope::Reader,
        Scope::Selection,
        Scope::Sources,
        Scope::Problems,
        Scope::Help,
        Scope::Prompt,
        Scope::Briefing,
        Scope::Notes,
    ];

    #[test]
    fn every_key_of_the_table_can_be_read_and_written() {
        for spec in COMMANDS {
            for written in spec.keys {
                let keys = Key::parse(written).unwrap_or_else(|| panic!("{written}"));
                assert_eq!(keys.iter().map(Key::to_string).collect::<String>(), **written);
            }
        }
    }

    #[test]
    fn no_key_means_two_things_or_begins_another() {
        let map = Keymap::default();
        for scope in SCOPES {
            let here: Vec<_> = map
                .bindings
                .iter()
                .filter(|(scopes, _, _)| scopes.iter().any(|s| *s == scope || *s == Scope::Anywhere))
                .collect();
            for (index, (_, keys, command)) in here.iter().enumerate() {
                for (_, other, other_command) in &here[index + 1..] {
                    assert!(
                        !begins(keys, other) && !begins(other, keys),
                        "{command:?} {other_command:?} in {scope:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn digits_are_always_counts() {
        let bound = |keys: &Vec<Key>| keys[0].digit().is_some();
        assert!(!Keymap::default().bindings.iter().any(|(_, keys, _)| bound(keys)));
    }

    #[test]
    fn a_letter_that_was_asked_for_comes_along() {
        let map = Keymap::default();
        let meaning =
            |keys: &[char]| map.meaning(Scope::List, &keys.iter().map(|c| Key::char(*c)).collect::<Vec<_>>());
        assert_eq!(meaning(&['m']), Meaning::Begun);
        assert_eq!(meaning(&['m', 'é']), Meaning::Command(Command::Mark, Some('é')));
        assert_eq!(meaning(&['m', '1']), Meaning::Nothing);
        assert_eq!(meaning(&['\'', '\'']), Meaning::Command(Command::JumpBack, None));
        assert_eq!(meaning(&['\'', 'x']), Meaning::Command(Command::ToMark, Some('x')));
    }

    #[test]
    fn a_sequence_is_begun_and_ended() {
        let map = Keymap::default();
        let g = Key::char('g');
        assert_eq!(map.meaning(Scope::List, &[g]), Meaning::Begun);
        assert_eq!(map.meaning(Scope::List, &[g, g]), Meaning::Command(Command::First, None));
        assert_eq!(map.meaning(Scope::List, &[g, Key::char('x')]), Meaning::Nothing);
        assert_eq!(map.meaning(Scope::Reader, &[Key::char(' ')]), Meaning::Nothing);
    }
}
