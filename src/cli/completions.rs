//! `frise completions`: what a shell needs to complete the arguments.

use std::io;

use clap_complete::Shell;

use super::exit::Exit;
use super::output;

/// Print what a shell needs to complete the arguments
///
/// Put it where the shell looks for it:
///
///     bash        frise completions bash > ~/.local/share/bash-completion/completions/frise
///     zsh         frise completions zsh > _frise      in a folder of $fpath
///     fish        frise completions fish > ~/.config/fish/completions/frise.fish
///     elvish      frise completions elvish >> ~/.config/elvish/rc.elv
///     powershell  frise completions powershell >> $PROFILE
#[derive(Debug, clap::Args)]
#[command(verbatim_doc_comment)]
pub(super) struct Arguments {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

/// Prints the script.
pub(super) fn run(arguments: &Arguments, mut command: clap::Command) -> io::Result<Exit> {
    let name = command.get_name().to_owned();
    // The generator ends the process where it cannot write; a vector can always be written to.
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut command, name, &mut script);
    output::print(|out| out.write_all(&script))?;
    Ok(Exit::Clean)
}
