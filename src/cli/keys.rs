//! `frise keys`: every key, from the table of commands.

use std::io;

use super::{Exit, output};
use crate::command::{COMMANDS, Group, key_names};
use crate::i18n::Lang;

/// Print every key and what it does
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {}

/// Prints the table of commands.
pub(super) fn run(_: &Arguments, lang: Lang) -> io::Result<Exit> {
    let width = COMMANDS.iter().map(|spec| key_names(spec, lang).chars().count()).max().unwrap_or_default();
    output::print(|out| {
        for (index, group) in Group::ALL.into_iter().enumerate() {
            let gap = if index == 0 { "" } else { "\n" };
            writeln!(out, "{gap}{}", group.title(lang))?;
            for spec in COMMANDS.iter().filter(|spec| spec.group == group) {
                writeln!(out, "  {:width$}  {}", key_names(spec, lang), spec.help.in_language(lang))?;
            }
        }
        Ok(())
    })?;
    Ok(Exit::Clean)
}
