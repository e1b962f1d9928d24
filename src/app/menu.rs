//! The commands as something to choose from: the help, and the palette.

use crate::command::{COMMANDS, Command, Spec};
use crate::i18n::Lang;
use crate::keymap::{Code, Key, Keymap};
use crate::search::fold;

use super::layout::MenuKind;
use super::overlay::Overlay;
use super::page::Position;
use super::prompt::Prompt;
use super::state::State;

/// The commands with their keys.
#[derive(Clone, Debug)]
pub struct Menu {
    /// As what they are shown.
    pub kind: MenuKind,
    /// What they are narrowed down by, while it is being typed.
    pub filter: Option<Prompt>,
    /// Where one is among them.
    pub at: Position,
    /// Where one was before they were narrowed down.
    before: Position,
}

impl Menu {
    /// The commands as they open: the palette asks at once which one is meant.
    pub fn new(kind: MenuKind) -> Self {
        let filter = (kind == MenuKind::Palette).then(Prompt::default);
        Self { kind, filter, at: Position::default(), before: Position::default() }
    }

    /// The words the commands are narrowed down by.
    pub fn wanted(&self) -> &str {
        self.filter.as_ref().map_or("", Prompt::text)
    }

    /// The commands after something else was typed: one is at the best one.
    pub(super) fn filtered(self) -> Self {
        Self { at: Position::default(), ..self }
    }

    /// The commands with one layer less: the help without its filter, then nothing.
    pub(super) fn closed(self) -> Option<Self> {
        let is_filtered = self.kind == MenuKind::Help && self.filter.is_some();
        is_filtered.then_some(Self { filter: None, at: self.before, ..self })
    }
}

/// The commands in which every word of `wanted` stands, the best first: in what it is called, then in what it
/// does.
pub(super) fn matching(wanted: &str, keymap: &Keymap, lang: Lang) -> Vec<&'static Spec> {
    let wanted = fold(wanted);
    let words: Vec<&str> = wanted.split_whitespace().collect();
    let mut found: Vec<(u8, &Spec)> =
        COMMANDS.iter().filter_map(|spec| Some((rank(spec, &words, keymap, lang)?, spec))).collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, spec)| spec).collect()
}

/// How well a command fits: 0 where its key or name is meant, 1 where its name has the words, 2 where its help has
/// them.
fn rank(spec: &Spec, words: &[&str], keymap: &Keymap, lang: Lang) -> Option<u8> {
    let called = fold(&format!("{} {}", spec.label.in_language(lang), spec.name));
    let all = format!("{called} {}", fold(spec.help.in_language(lang)));
    let is_key = |word: &&str| keymap.keys_of(spec.command).iter().any(|key| fold(key) == **word);
    match words {
        [only] if is_key(only) || called.starts_with(only) => Some(0),
        _ if words.iter().all(|word| called.contains(word)) => Some(1),
        _ if words.iter().all(|word| all.contains(word)) => Some(2),
        _ => None,
    }
}

/// What a command was found by and what it does hide: the words under which it stands in the footer, its name in the
/// configuration, or one of its keys that is not the one shown.
pub(super) fn found_by(spec: &Spec, wanted: &str, keymap: &Keymap, lang: Lang) -> Option<Hidden> {
    let wanted = fold(wanted);
    let words: Vec<&str> = wanted.split_whitespace().collect();
    let help = fold(spec.help.in_language(lang));
    let has = |text: &str, word: &str| fold(text).contains(word);
    let keys = keymap.keys_of(spec.command);
    let key = keys.into_iter().find(|key| words.len() == 1 && fold(key) == words[0]);
    if let Some(key) = key {
        return Some(Hidden::Key(key));
    }
    let missing: Vec<&str> = words.into_iter().filter(|word| !help.contains(word)).collect();
    let name = |text: &'static str| missing.iter().all(|word| has(text, word)).then_some(Hidden::Name(text));
    let both = || name(spec.label.in_language(lang)).or_else(|| name(spec.name));
    if missing.is_empty() { None } else { both().or(Some(Hidden::Name(spec.name))) }
}

/// What a command was found by that its help does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Hidden {
    /// A key, as it is bound.
    Key(String),
    /// What it is called elsewhere.
    Name(&'static str),
}

/// Lets the help be narrowed down by what is typed.
pub(super) fn search(state: &mut State) {
    if let Some(Overlay::Menu(menu)) = &mut state.overlay
        && menu.filter.is_none()
    {
        menu.filter = Some(Prompt::default());
        menu.before = menu.at;
    }
}

/// The command that is selected, with the menu closed behind it; `None` where it cannot be run here.
pub(super) fn choose(state: &mut State) -> Option<Command> {
    let Some(Overlay::Menu(menu)) = &state.overlay else { return None };
    let command = *state.menu_page()?.target(menu.at)?;
    state.overlay = None;
    let spec = COMMANDS.iter().find(|spec| spec.command == command)?;
    if !spec.works_in(state.pane_scope()) {
        state.say(state.words().not_here);
        return None;
    }
    // A command that asks for a letter waits for it, as after its key.
    let keys = state.keymap.keys_of(command).first().and_then(|keys| Key::parse(keys)).unwrap_or_default();
    if let [first @ .., Key { code: Code::AnyLetter, .. }] = &*keys {
        state.keys = first.to_vec();
        return None;
    }
    Some(command)
}
