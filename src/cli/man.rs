//! `frise man`: the page for `man`.

use std::io::{self, Write};

use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use super::exit::Exit;
use super::{about, output};
use crate::command::{COMMANDS, Group, key_names};
use crate::i18n::Lang;

/// Print the manual page
///
/// Read it with `frise man | man -l -`, or put it where `man` looks for it:
///
///     frise man > ~/.local/share/man/man1/frise.1
#[derive(Debug, clap::Args)]
#[command(verbatim_doc_comment)]
pub(super) struct Arguments {}

/// Files that frise reads, and what for.
const FILES: &[(&str, &str)] = &[
    ("timeline.yaml", "The timeline in this folder, opened where no other is named."),
    ("~/.config/frise/config.toml", "The configuration, as `frise config` prints it."),
    ("~/.config/frise/themes/NAME.toml", "Themes of one's own."),
    ("~/.local/state/frise/seen", "Says that the browser has been seen, and need give no hint."),
];

/// What every piece of the page that clap and roff make begins with.
const PREAMBLE: &str = ".ie \\n(.g .ds Aq \\(aq\n.el .ds Aq '\n";

/// Prints the page.
pub(super) fn run(_: &Arguments, command: Command) -> io::Result<Exit> {
    let page = page(command)?;
    output::print(|out| out.write_all(page.as_bytes()))?;
    Ok(Exit::Clean)
}

fn page(mut command: Command) -> io::Result<String> {
    command.build();
    let man = Man::new(command.clone());
    let mut page = Vec::new();
    // Without a date, which would change from day to day and say nothing.
    let version = command.get_version().unwrap_or_default();
    writeln!(page, ".TH FRISE 1 \"\" \"frise {version}\" \"User Commands\"")?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    let mut which = Roff::new();
    which.control("PP", []).text([roman(about::TIMELINE)]);
    which.control("PP", []).text([roman(about::SETTINGS)]);
    which.to_writer(&mut page)?;
    man.render_options_section(&mut page)?;
    subcommands(&command, &mut page)?;
    keys().to_writer(&mut page)?;
    section("FILES", FILES).to_writer(&mut page)?;
    section("ENVIRONMENT", about::ENVIRONMENT).to_writer(&mut page)?;
    section("EXIT STATUS", about::EXITS).to_writer(&mut page)?;
    section("EXAMPLES", about::EXAMPLES).to_writer(&mut page)?;
    let mut also = Roff::new();
    also.control("SH", ["SEE ALSO"]);
    also.text([bold("less"), roman("(1), "), bold("fzf"), roman("(1), "), bold("jq"), roman("(1)")]);
    also.to_writer(&mut page)?;
    let page = String::from_utf8_lossy(&page).replace(PREAMBLE, "");
    Ok(format!("{PREAMBLE}{page}"))
}

/// A section of things and what they mean.
fn section(title: &str, rows: &[(&str, &str)]) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", [title]);
    for (name, meaning) in rows {
        entry(&mut roff, name, meaning);
    }
    roff
}

/// A name, and what it means set in under it.
fn entry(roff: &mut Roff, name: &str, meaning: &str) {
    roff.control("TP", []).text([bold(name)]).text([roman(meaning)]);
}

/// Every subcommand with its arguments.
fn subcommands(command: &Command, out: &mut dyn Write) -> io::Result<()> {
    let mut roff = Roff::new();
    roff.control("SH", ["COMMANDS"]);
    roff.to_writer(out)?;
    for subcommand in command.get_subcommands() {
        let mut roff = Roff::new();
        let usage = subcommand.clone().render_usage().to_string();
        roff.control("SS", [usage.trim_start_matches("Usage: ")]);
        let about = subcommand.get_long_about().or(subcommand.get_about());
        described(&mut roff, &about.map(ToString::to_string).unwrap_or_default());
        roff.to_writer(out)?;
        // What holds for every subcommand stands under the options already.
        let mut own = subcommand.clone();
        own = own.disable_help_flag(true).mut_args(|arg| {
            let is_shared = arg.is_global_set() || arg.get_id() == "help";
            arg.hide(is_shared)
        });
        let mut options = Vec::new();
        Man::new(own).render_options_section(&mut options)?;
        out.write_all(without_heading(&options))?;
    }
    Ok(())
}

/// Paragraphs of prose, and lines set in that stay as they are.
fn described(roff: &mut Roff, text: &str) {
    for paragraph in text.split("\n\n") {
        roff.control("PP", []);
        if paragraph.starts_with("    ") {
            roff.control("EX", []).text([roman(paragraph)]).control("EE", []);
        } else {
            roff.text([roman(paragraph)]);
        }
    }
}

/// The page of a subcommand's options without the line that heads it.
fn without_heading(options: &[u8]) -> &[u8] {
    let start = options.windows(b".SH OPTIONS\n".len()).position(|line| line == b".SH OPTIONS\n");
    start.map_or(&[], |start| &options[start + b".SH OPTIONS\n".len()..])
}

/// Every key of the browser, from the table of commands.
fn keys() -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["KEYS"]);
    for group in Group::ALL {
        roff.control("SS", [group.title(Lang::En)]);
        for spec in COMMANDS.iter().filter(|spec| spec.group == group) {
            entry(&mut roff, &key_names(spec, Lang::En), spec.help.in_language(Lang::En));
        }
    }
    roff
}
