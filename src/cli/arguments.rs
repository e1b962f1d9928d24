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

/// Which timeline a subcommand reads, and which of its briefings.
#[derive(Clone, Debug, Args)]
pub(super) struct BriefingArgument {
    /// The timeline, as everywhere; or the id of a briefing that the timeline of this folder holds
    #[arg(value_name = "TIMELINE|BRIEFING")]
    first: Option<PathBuf>,

    /// A briefing that this timeline holds, by its id
    #[arg(value_name = "BRIEFING")]
    second: Option<String>,
}

impl BriefingArgument {
    /// The path of a timeline, and the id of a briefing. What is no file and looks like none is an id.
    pub(super) fn path_and_briefing(&self) -> (Option<&Path>, Option<&str>) {
        let Some(first) = self.first.as_deref() else { return (None, None) };
        let is_id = |name: &&str| !matches!(*name, "" | "-") && !name.contains(['/', '\\', '.']);
        match (&self.second, first.to_str().filter(is_id)) {
            (None, Some(name)) if !first.exists() => (None, Some(name)),
            (second, _) => (Some(first), second.as_deref()),
        }
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
