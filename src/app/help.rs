//! The keys, from the table of commands.

use crate::command::{COMMANDS, Group, Scope, Spec};
use crate::i18n::Lang;
use crate::role::Role;
use crate::wrap;

use super::page::Page;

/// With less room than this beside the keys, what they do stands under them.
const NARROWEST_HELP: usize = 34;

/// The help for the keyboard in `scope`, in `width` columns: what works there first, the rest dim.
pub(super) fn page(scope: Scope, lang: Lang, width: usize) -> Page<()> {
    let mut page = Page::new(width);
    let keys = |spec: &Spec| spec.keys.join("  ");
    let widest = COMMANDS.iter().map(|spec| wrap::width(&keys(spec))).max().unwrap_or_default();
    for group in Group::ALL {
        page.gap();
        page.paragraph(group.title(lang), Role::Heading);
        for spec in COMMANDS.iter().filter(|spec| spec.group == group) {
            let (key, text) =
                if spec.works_in(scope) { (Role::Key, Role::Text) } else { (Role::Dim, Role::Dim) };
            let (keys, help) = (keys(spec), spec.help.in_language(lang));
            if width < widest + NARROWEST_HELP {
                page.indented(&[("  ", key)], &[("  ", key)], &keys, key);
                page.indented(&[("    ", text)], &[("    ", text)], help, text);
                continue;
            }
            let lead = format!("  {keys}{}  ", " ".repeat(widest - wrap::width(&keys)));
            let rest = " ".repeat(widest + 4);
            page.indented(&[(&lead, key)], &[(&rest, key)], help, text);
        }
    }
    page
}
