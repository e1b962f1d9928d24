//! `frise lsp`: problems, ids and passages, in the editor.

use std::io;

use lsp_server::Connection;

use super::exit::Exit;
use super::output;
use super::settings::Asked;
use crate::lsp;

/// Help an editor by the Language Server Protocol
///
/// The editor starts it and talks to it over standard input and output: problems while one types, with their fixes;
/// the ids of sources, places and events; how a quote stands in its article, and the way there.
#[derive(Debug, clap::Args)]
#[command(after_help = MORE)]
pub(super) struct Arguments {}

const MORE: &str = "\
Neovim:  vim.lsp.start({name = 'frise', cmd = {'frise', 'lsp'}}) for files of type yaml
Helix:   [language-server.frise] command = \"frise\", args = [\"lsp\"] in languages.toml

Exit codes: 0 the editor took its leave; 2 it was not understood.";

/// Talks with the editor to the end.
pub(super) fn run(asked: Asked) -> io::Result<Exit> {
    let (connection, threads) = Connection::stdio();
    let ended = lsp::serve(&connection, asked.lang);
    // The thread that writes ends with what it is sent from.
    drop(connection);
    if let Err(error) = ended {
        output::complain(error, None);
        return Ok(Exit::CouldNotRun);
    }
    threads.join()?;
    Ok(Exit::Clean)
}
