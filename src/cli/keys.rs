//! `frise keys`: every key as it is bound.

use std::io;

use super::exit::Exit;
use super::output;
use super::settings::Settings;
use crate::command::{COMMANDS, Group, Spec};

/// Print every key and what it does
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {}

/// Prints the table of commands with the keys of the configuration.
pub(super) fn run(_: &Arguments, settings: &Settings) -> io::Result<Exit> {
    let (lang, glyphs) = (settings.lang(), settings.glyphs(false).glyphs());
    let keys = |spec: &Spec| settings.config.keymap.names(spec.command, lang, glyphs);
    let width = COMMANDS.iter().map(|spec| keys(spec).chars().count()).max().unwrap_or_default();
    settings.warn_of_problems();
    output::print(|out| {
        for (index, group) in Group::ALL.into_iter().enumerate() {
            let gap = if index == 0 { "" } else { "\n" };
            writeln!(out, "{gap}{}", group.title(lang))?;
            for spec in COMMANDS.iter().filter(|spec| spec.group == group) {
                writeln!(out, "  {:width$}  {}", keys(spec), spec.help.in_language(lang))?;
            }
        }
        Ok(())
    })?;
    Ok(Exit::Clean)
}
