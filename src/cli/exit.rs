//! How a run ended.

use std::process::ExitCode;

/// How a run ended, as its exit code says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// 0: done, and nothing is wrong.
    Clean,
    /// 1: done, and the timeline has errors, the text is no date, or nothing was found.
    Errors,
    /// 2: it could not be done.
    CouldNotRun,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Clean => Self::SUCCESS,
            Exit::Errors => Self::from(1),
            Exit::CouldNotRun => Self::from(2),
        }
    }
}
