//! The keys, from the table of commands, and the signs.

use crate::command::{COMMANDS, Group, Scope, Spec};
use crate::glyphs::Glyphs;
use crate::i18n::{Lang, Words};
use crate::keymap::Keymap;
use crate::role::Role;
use crate::wrap;

use super::page::Page;

/// With less room than this beside the keys, what they do stands under them.
const NARROWEST_HELP: usize = 34;

/// The help for the keyboard in `scope`, in `width` columns: what works there first, the rest dim; then what
/// the signs mean.
pub(super) fn page(scope: Scope, keymap: &Keymap, lang: Lang, glyphs: &Glyphs, width: usize) -> Page<()> {
    let keys = |spec: &Spec| keymap.names(spec.command, lang, glyphs);
    let mut page = Page::new(width);
    let widest = COMMANDS.iter().map(|spec| wrap::width(&keys(spec))).max().unwrap_or_default();
    for group in Group::ALL {
        page.gap();
        page.paragraph(group.title(lang), Role::Heading);
        for spec in COMMANDS.iter().filter(|spec| spec.group == group) {
            let works = spec.works_in(scope);
            let roles = if works { (Role::Key, Role::Text) } else { (Role::Dim, Role::Dim) };
            entry(&mut page, &keys(spec), spec.help.in_language(lang), roles, widest);
        }
    }
    let words = Words::of(lang);
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
        entry(&mut page, sign, meaning, (role, Role::Text), widest);
    }
    page
}

/// A key or sign with what it means beside it, or under it where there is no room.
fn entry(page: &mut Page<()>, sign: &str, meaning: &str, (role, text): (Role, Role), widest: usize) {
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
