//! `frise keys`: every key, from the table of commands.

use std::io;

use super::{Exit, output};
use crate::i18n::Lang;

/// Print every key and what it does
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {}

/// Prints the table of commands.
pub(super) fn run(_: &Arguments, _: Lang) -> io::Result<Exit> {
    output::print(|_| Ok(()))?;
    Ok(Exit::Clean)
}
