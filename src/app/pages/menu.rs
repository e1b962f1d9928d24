//! The keys, from the table of commands, and the signs.

use crate::command::{COMMANDS, Command, Group, Scope, Spec, key_name};
use crate::glyphs::Glyphs;
use crate::i18n::{Lang, Words};
use crate::keymap::Keymap;
use crate::legend;
use crate::role::Role;
use crate::search::fold;
use crate::wrap;

use crate::app::screen::layout::MenuKind;
use crate::app::screen::page::{Line, Page};
use crate::app::state::layout_cache::MenuKey;

/// With less room than this beside the keys, what they do stands under them.
const NARROWEST_HELP: usize = 34;

/// The commands asked for; each is an item.
pub(crate) fn page(asked: &MenuKey, keymap: &Keymap, glyphs: &Glyphs) -> Page<Command> {
    let keys = Keys { keymap, lang: asked.lang, glyphs };
    let is_narrowed = !asked.wanted.trim().is_empty();
    let mut page = match asked.kind {
        MenuKind::Help if !is_narrowed => return help(asked, &keys),
        _ => Page::new(asked.width),
    };
    for spec in matching(&asked.wanted, keymap, asked.lang) {
        page.item(spec.command, |page| match asked.kind {
            MenuKind::Help => command(page, spec, asked, &keys),
            MenuKind::Palette => page.lines.push(choice(spec, asked, &keys)),
        });
    }
    if page.items.is_empty() {
        page.paragraph(Words::of(asked.lang).no_command, Role::Warn);
    }
    page
}

/// All commands in their groups, then what the signs mean.
fn help(asked: &MenuKey, keys: &Keys<'_>) -> Page<Command> {
    let mut page = Page::new(asked.width);
    let is_briefing = matches!(asked.scope, Scope::Briefing | Scope::Notes);
    // In a briefing its own keys come first.
    let (first, rest): (Vec<Group>, _) =
        Group::ALL.into_iter().partition(|group| is_briefing && *group == Group::Brief);
    for group in first.into_iter().chain(rest) {
        let is_here = |spec: &&Spec| !is_briefing || spec.works_in(asked.scope);
        let specs: Vec<&Spec> = COMMANDS.iter().filter(|spec| spec.group == group).filter(is_here).collect();
        if specs.is_empty() {
            continue;
        }
        page.gap();
        page.paragraph(group.title(asked.lang), Role::Heading);
        for spec in specs {
            page.item(spec.command, |page| command(page, spec, asked, keys));
        }
    }
    legend(&mut page, keys);
    page
}

/// Keys as they are bound, and how they are shown.
struct Keys<'a> {
    keymap: &'a Keymap,
    lang: Lang,
    glyphs: &'a Glyphs,
}

impl Keys<'_> {
    fn of(&self, spec: &Spec) -> String {
        self.keymap.names(spec.command, self.lang, self.glyphs)
    }

    fn first(&self, spec: &Spec) -> String {
        self.keymap.first_name(spec.command, self.lang, self.glyphs).unwrap_or_default()
    }

    fn widest(&self) -> usize {
        COMMANDS.iter().map(|spec| wrap::width(&self.of(spec))).max().unwrap_or_default()
    }
}

/// The keys of a command and what it does.
fn command(page: &mut Page<Command>, spec: &Spec, asked: &MenuKey, keys: &Keys<'_>) {
    let works = spec.works_in(asked.scope);
    let roles = if works { (Role::Key, Role::Text) } else { (Role::Dim, Role::Dim) };
    let mut help = spec.help.in_language(asked.lang).to_owned();
    // All keys stand there in any case.
    if let Some(Hidden::Name(name)) = found_by(spec, &asked.wanted, keys.keymap, asked.lang) {
        help = format!("{help} ({name})");
    }
    entry(page, &keys.of(spec), &help, roles, keys.widest());
}

/// What a command does, what it was found by where that has it not, and at the right end of the line its key.
fn choice(spec: &Spec, asked: &MenuKey, keys: &Keys<'_>) -> Line {
    let works = spec.works_in(asked.scope);
    let (text, key) = if works { (Role::Text, Role::Key) } else { (Role::Dim, Role::Dim) };
    let (name, shown) = match found_by(spec, &asked.wanted, keys.keymap, asked.lang) {
        Some(Hidden::Name(name)) => (format!(" ({name})"), keys.first(spec)),
        Some(Hidden::Key(key)) => (String::new(), key_name(&key, asked.lang, keys.glyphs.set)),
        None => (String::new(), keys.first(spec)),
    };
    let room = asked.width.saturating_sub(wrap::width(&name) + wrap::width(&shown) + 2);
    let help = wrap::fit(spec.help.in_language(asked.lang), room, keys.glyphs.ellipsis);
    let mut line = Line::default();
    line.push(&help, text);
    line.push(&name, Role::Dim);
    line.push(&" ".repeat(asked.width.saturating_sub(line.width() + wrap::width(&shown))), text);
    line.push(&shown, key);
    line
}

fn legend(page: &mut Page<Command>, keys: &Keys<'_>) {
    page.gap();
    page.paragraph(Words::of(keys.lang).signs, Role::Heading);
    for legend::Entry { sign, role, meaning } in legend::of_all(keys.glyphs, keys.lang) {
        entry(page, &sign, meaning, (role, Role::Text), keys.widest());
    }
}

/// A key or sign with what it means beside it, or under it where there is no room.
fn entry(page: &mut Page<Command>, sign: &str, meaning: &str, (role, text): (Role, Role), widest: usize) {
    if page.width < widest + NARROWEST_HELP && wrap::width(sign) > 1 {
        page.indented(&[("  ", role)], &[("  ", role)], sign, role);
        page.indented(&[("    ", text)], &[("    ", text)], meaning, text);
        return;
    }
    let widest = if page.width < widest + NARROWEST_HELP { 1 } else { widest };
    let lead = format!("  {sign}{}  ", " ".repeat(widest.saturating_sub(wrap::width(sign))));
    let rest = " ".repeat(widest + 4);
    page.indented(&[(&lead, role)], &[(&rest, role)], meaning, text);
}

/// The commands in which every word of `wanted` stands, the best first: in what it is called, then in what it
/// does.
fn matching(wanted: &str, keymap: &Keymap, lang: Lang) -> Vec<&'static Spec> {
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
fn found_by(spec: &Spec, wanted: &str, keymap: &Keymap, lang: Lang) -> Option<Hidden> {
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
enum Hidden {
    /// A key, as it is bound.
    Key(String),
    /// What it is called elsewhere.
    Name(&'static str),
}
