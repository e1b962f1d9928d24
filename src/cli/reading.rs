//! Reading the timeline a subcommand is about.

use std::path::{Path, PathBuf};

use super::{Exit, output};
use crate::evidence::Anchor;
use crate::i18n::Lang;
use crate::load::report::{self, Verdict};
use crate::load::{self, Draft, Failure, Input, Problem, Proof, ReadError, Severity};
use crate::model::Timeline;
use crate::search::Corpus;
use crate::visible;

/// A timeline read and proved.
pub(super) struct Reading {
    draft: Draft,
    /// How each quote stands in its article.
    pub(super) anchors: Vec<Anchor>,
    /// What is wrong with it.
    pub(super) problems: Vec<Problem>,
    /// The warnings that it lets stand.
    pub(super) allowed: Vec<Problem>,
}

impl Reading {
    /// Proves a timeline.
    pub(super) fn of(draft: Draft) -> Self {
        let Proof { anchors, problems, allowed } = draft.prove();
        Self { draft, anchors, problems, allowed }
    }

    /// The timeline, as far as it can be read.
    pub(super) fn timeline(&self) -> &Timeline {
        &self.draft.timeline
    }

    /// The timeline with its articles, for searching.
    pub(super) fn corpus(&self) -> Corpus<'_> {
        let Draft { timeline, articles, .. } = &self.draft;
        Corpus { timeline, articles, anchors: &self.anchors }
    }

    /// The files it was read from, and what each is: the timeline, and the articles it names, also those that
    /// are not there. None for the built-in timeline, whose articles are in the program.
    pub(super) fn files(&self) -> Vec<(PathBuf, &'static str)> {
        let input = self.draft.input();
        let Some((path, folder)) = input.path().zip(input.folder()) else { return Vec::new() };
        let articles = self.timeline().sources.iter().filter_map(|source| source.text.as_deref());
        let articles = articles.map(|text| (folder.join(text), "an article of the timeline"));
        std::iter::once((path.to_owned(), "the timeline itself")).chain(articles).collect()
    }

    /// Says on standard error where there are errors, so that what is missing from what is shown is not missed; they
    /// decide the exit code.
    pub(super) fn tell_errors(&self) -> Exit {
        if self.tell_errors_as("error") { Exit::Errors } else { Exit::Clean }
    }

    /// The same where the exit code tells something else.
    pub(super) fn warn_of_errors(&self) {
        self.tell_errors_as("warning");
    }

    fn tell_errors_as(&self, severity: &str) -> bool {
        let is_error = |problem: &&Problem| problem.severity == Severity::Error;
        let errors = match self.problems.iter().filter(is_error).count() {
            0 => return false,
            1 => "1 error".to_owned(),
            errors => format!("{errors} errors"),
        };
        let name = self.draft.input().name();
        let name = visible::line(&name);
        output::warn(&format!("{severity}: {name} has {errors}, which `frise check` shows\n"));
        true
    }
}

/// The timeline that `path` names, or the one that is read where none is named.
pub(super) fn resolve(path: Option<&Path>) -> Result<Input, ReadError> {
    Input::resolve(path, std::env::var_os("FRISE_TIMELINE"), Path::new("."))
}

/// The same without the timeline in the program, which proves nothing about anybody's own.
pub(super) fn resolve_own(path: Option<&Path>) -> Result<Input, ReadError> {
    Input::resolve_own(path, std::env::var_os("FRISE_TIMELINE"), Path::new("."))
}

/// Reads a timeline for a subcommand that shows it, and says on standard error when it cannot be read.
pub(super) fn draft(path: Option<&Path>) -> Option<Draft> {
    let input = resolve(path).map_err(Failure::Io);
    if let Ok(Input::Builtin) = input {
        hint_at_standard_input();
    }
    let draft = input.and_then(|input| load::read(&input));
    draft.map_err(|failure| complain(&failure)).ok()
}

/// Says how a timeline is read that is piped in. Nothing tells whether anything is to come through a pipe, so it is read
/// only where somebody asks for it.
fn hint_at_standard_input() {
    #[cfg(unix)]
    {
        use rustix::fs::FileType;
        let kind = rustix::fs::fstat(std::io::stdin()).map(|stat| FileType::from_raw_mode(stat.st_mode));
        if matches!(kind, Ok(FileType::Fifo | FileType::RegularFile)) {
            output::help("this is the built-in timeline; `-` reads the one on standard input");
        }
    }
}

/// Says on standard error why a timeline cannot be read.
pub(super) fn complain(failure: &Failure) {
    match failure {
        Failure::Io(error) => {
            let help = error.help();
            output::complain(error, help.as_ref().map(|help| help.in_language(Lang::En)));
        }
        Failure::Problems(problems) => {
            for problem in problems {
                output::warn(&report::render(problem, Verdict::Counts, Lang::En, false, output::COLUMNS));
            }
        }
    }
}
