//! The keys, from the table of commands.

use crate::command::{COMMANDS, Group, Scope, Spec};
use crate::i18n::Lang;
use crate::role::Role;
use crate::wrap;

use super::page::Page;

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
            let keys = keys(spec);
            let lead = format!("  {keys}{}  ", " ".repeat(widest - wrap::width(&keys)));
            let rest = " ".repeat(widest + 4);
            page.indented(&[(&lead, key)], &[(&rest, key)], spec.help.in_language(lang), text);
        }
    }
    page
}
