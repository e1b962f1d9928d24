//! `frise schema`: what a timeline may hold, for editors.

use std::io;

use super::exit::Exit;
use super::output;
use crate::{export, load};

/// Print the JSON Schema of timelines, for editors
///
/// An editor with yaml-language-server completes, explains and checks a timeline whose first line names the
/// file that this was written to:
///
///     # yaml-language-server: $schema=timeline.schema.json
#[derive(Debug, clap::Args)]
#[command(verbatim_doc_comment)]
pub(super) struct Arguments {}

/// Prints the schema.
pub(super) fn run(_: &Arguments) -> io::Result<Exit> {
    output::print(|out| export::write_value(&load::schema(), out))?;
    Ok(Exit::Clean)
}
