//! The keys, from the table of commands, and the signs.

use crate::command::{COMMANDS, Command, Group, Scope, Spec, key_name, key_names};
use crate::glyphs::Glyphs;
use crate::i18n::{Lang, Words};
use crate::role::Role;
use crate::wrap;

use super::menu::{MenuKind, matching};
use super::page::{Line, Page};

/// With less room than this beside the keys, what they do stands under them.
const NARROWEST_HELP: usize = 34;

/// What a page of commands is made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    /// As what they are shown.
    pub kind: MenuKind,
    /// What they are narrowed down by.
    pub wanted: String,
    /// Where the keyboard is; what does not work there is dim.
    pub scope: Scope,
    /// The language of the screen.
    pub lang: Lang,
    /// The columns of the page.
    pub width: usize,
}

/// The commands asked for; each is an item.
pub(super) fn page(asked: &Asked, glyphs: &Glyphs) -> Page<Command> {
    let is_narrowed = !asked.wanted.trim().is_empty();
    let mut page = match asked.kind {
        MenuKind::Help if !is_narrowed => return help(asked, glyphs),
        _ => Page::new(asked.width),
    };
    for spec in matching(&asked.wanted, asked.lang) {
        page.item(spec.command, |page| match asked.kind {
            MenuKind::Help => command(page, spec, asked),
            MenuKind::Palette => page.lines.push(choice(spec, asked, glyphs)),
        });
    }
    if page.items.is_empty() {
        page.paragraph(Words::of(asked.lang).no_command, Role::Warn);
    }
    page
}

/// All commands in their groups, then what the signs mean.
fn help(asked: &Asked, glyphs: &Glyphs) -> Page<Command> {
    let mut page = Page::new(asked.width);
    for group in Group::ALL {
        page.gap();
        page.paragraph(group.title(asked.lang), Role::Heading);
        for spec in COMMANDS.iter().filter(|spec| spec.group == group) {
            page.item(spec.command, |page| command(page, spec, asked));
        }
    }
    legend(&mut page, asked.lang, glyphs);
    page
}

fn widest_keys(lang: Lang) -> usize {
    COMMANDS.iter().map(|spec| wrap::width(&key_names(spec, lang))).max().unwrap_or_default()
}

/// The keys of a command and what it does.
fn command(page: &mut Page<Command>, spec: &Spec, asked: &Asked) {
    let works = spec.works_in(asked.scope);
    let roles = if works { (Role::Key, Role::Text) } else { (Role::Dim, Role::Dim) };
    let keys = key_names(spec, asked.lang);
    entry(page, &keys, spec.help.in_language(asked.lang), roles, widest_keys(asked.lang));
}

/// What a command does, and its key at the right end of the line.
fn choice(spec: &Spec, asked: &Asked, glyphs: &Glyphs) -> Line {
    let works = spec.works_in(asked.scope);
    let (text, key) = if works { (Role::Text, Role::Key) } else { (Role::Dim, Role::Dim) };
    let keys = key_name(spec.keys[0], asked.lang);
    let room = asked.width.saturating_sub(wrap::width(keys) + 2);
    let help = wrap::fit(spec.help.in_language(asked.lang), room, glyphs.ellipsis);
    let mut line = Line::default();
    line.push(&help, text);
    line.push(&" ".repeat(asked.width.saturating_sub(wrap::width(&help) + wrap::width(keys))), text);
    line.push(keys, key);
    line
}

fn legend(page: &mut Page<Command>, lang: Lang, glyphs: &Glyphs) {
    let words = Words::of(lang);
    let widest = widest_keys(lang);
    page.gap();
    page.paragraph(words.signs, Role::Heading);
    for (sign, role, meaning) in [
        (glyphs.exact, Role::Good, words.exact),
        (glyphs.typographic, Role::Good, words.typographic),
        (glyphs.elided, Role::Good, words.elided),
        (glyphs.ambiguous, Role::Warn, words.ambiguous),
        (glyphs.orphan, Role::Bad, words.orphan),
        (glyphs.moment, Role::Date, words.sign_moment),
        (glyphs.certain, Role::Date, words.sign_certain),
        (glyphs.possible, Role::Date, words.sign_possible),
        ("2", Role::Date, words.sign_several),
        (glyphs.folded, Role::Accent, words.sign_folded),
        ("3", Role::Dim, words.sign_origins),
    ] {
        entry(page, sign, meaning, (role, Role::Text), widest);
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
