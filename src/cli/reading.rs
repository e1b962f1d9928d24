//! Reading the timeline a subcommand is about.

use std::path::Path;

use super::output;
use crate::evidence::Anchor;
use crate::load::{self, Draft, Failure, Input, Problem, ReadError, Severity, report};
use crate::model::Timeline;

/// A timeline read and proved.
pub(super) struct Reading {
    draft: Draft,
    /// How each quote stands in its article.
    pub(super) anchors: Vec<Anchor>,
    /// What is wrong with it.
    pub(super) problems: Vec<Problem>,
}

impl Reading {
    /// The timeline, as far as it can be read.
    pub(super) fn timeline(&self) -> &Timeline {
        &self.draft.timeline
    }
}

/// The timeline that `path` names, or the one that is read where none is named.
pub(super) fn resolve(path: Option<&Path>) -> Result<Input, ReadError> {
    Input::resolve(path, std::env::var_os("FRISE_TIMELINE"), Path::new("."))
}

/// Reads and proves a timeline.
pub(super) fn read(input: &Input) -> Result<Reading, Failure> {
    let draft = load::read(input)?;
    let proof = draft.prove();
    Ok(Reading { draft, anchors: proof.anchors, problems: proof.problems })
}

/// Reads and proves a timeline for a subcommand that shows it. Says on standard error when it cannot be read,
/// and when it has errors, so that what is missing from it is not missed.
pub(super) fn read_to_show(path: Option<&Path>) -> Option<Reading> {
    let reading = resolve(path).map_err(Failure::Io).and_then(|input| {
        let reading = read(&input)?;
        let errors = reading.problems.iter().filter(|problem| problem.severity == Severity::Error).count();
        if errors > 0 {
            let name = input.name();
            let errors = if errors == 1 { "1 error".to_owned() } else { format!("{errors} errors") };
            output::warn(&format!("warning: {name} has {errors}, which `frise check` shows\n"));
        }
        Ok(reading)
    });
    reading.map_err(|failure| complain(&failure)).ok()
}

/// Reads a timeline without proving it. Says on standard error when it cannot be read.
pub(super) fn draft(path: Option<&Path>) -> Option<Draft> {
    let draft = resolve(path).map_err(Failure::Io).and_then(|input| load::read(&input));
    draft.map_err(|failure| complain(&failure)).ok()
}

/// Says on standard error why a timeline cannot be read.
fn complain(failure: &Failure) {
    match failure {
        Failure::Io(error) => output::complain(error, None),
        Failure::Problems(problems) => {
            for problem in problems {
                output::warn(&report::render(problem, false, output::COLUMNS));
            }
        }
    }
}
