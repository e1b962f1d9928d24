//! The `frise` program: parse, dispatch, exit code.

use std::io::{self, Write};
use std::process::ExitCode;

use color_eyre::eyre::WrapErr;
use frise::cli::{self, Arguments, Exit};

fn main() -> ExitCode {
    let arguments = Arguments::read();
    match color_eyre::install().and_then(|()| cli::run(&arguments).wrap_err("could not write")) {
        Ok(exit) => exit.into(),
        Err(report) => {
            let _ = writeln!(io::stderr(), "error: {report:#}");
            Exit::CouldNotRun.into()
        }
    }
}
