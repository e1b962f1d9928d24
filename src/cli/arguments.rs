//! Arguments that several subcommands take.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

/// Which timeline a subcommand reads.
#[derive(Debug, Args)]
pub(super) struct TimelineArgument {
    /// The timeline: a YAML file, a folder with a `timeline.yaml`, or `-` for standard input
    #[arg(value_name = "TIMELINE")]
    pub(super) timeline: Option<PathBuf>,
}

impl TimelineArgument {
    pub(super) fn path(&self) -> Option<&Path> {
        self.timeline.as_deref()
    }
}

/// Text for people or JSON for scripts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// Plain text
    #[default]
    Text,
    /// JSON, for scripts
    Json,
}
