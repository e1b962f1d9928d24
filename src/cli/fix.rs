//! `frise check --fix`: what a program can put right in a timeline.

use std::io;

use super::exit::Exit;
use super::output;
use crate::edit::{self, Edit, Original};
use crate::i18n::Lang;
use crate::load::{self, Applicability, Failure, Input, Localized, Problem, said};
use crate::visible;

/// How timelines are put right.
pub(super) struct Fixing {
    /// Whether what was probably meant is written, too.
    pub(super) is_unsafe: bool,
    /// Whether it is only shown.
    pub(super) is_dry_run: bool,
    pub(super) lang: Lang,
}

impl Fixing {
    /// Shows on standard error what can be put right, writes it, and prints the name of a file that was written.
    pub(super) fn fix(&self, input: &Input) -> io::Result<Exit> {
        let Some(path) = input.path() else {
            let message = said!(
                en: "--fix changes a file, and standard input is none",
                fr: "--fix modifie un fichier, et l’entrée standard n’en est pas un",
            );
            return Ok(self.refuse(&message));
        };
        let name = visible::line(&input.name()).into_owned();
        // What cannot be read is said by the check that follows.
        let Ok(original) = Original::read(path, edit::LARGEST) else { return Ok(Exit::Clean) };
        let Ok(old) = std::str::from_utf8(original.bytes()) else { return Ok(Exit::Clean) };
        let fixed = edit::fix(old, |text| edits(&problems(input, text), self.is_unsafe));
        if fixed.text != old {
            output::warn(&edit::difference(old, &fixed.text, &name));
        }
        if !self.is_unsafe {
            self.tell_of_more(&problems(input, &fixed.text));
        }
        if fixed.text == old || self.is_dry_run {
            return Ok(Exit::Clean);
        }
        if let Err(error) = original.replace(fixed.text.as_bytes()) {
            return Ok(self.refuse(&Localized::from(error.to_string())));
        }
        output::print(|out| writeln!(out, "{name}"))?;
        Ok(Exit::Clean)
    }

    fn tell_of_more(&self, problems: &[Problem]) {
        let is_left = |problem: &&Problem| !edits(std::slice::from_ref(*problem), true).is_empty();
        let help = match problems.iter().filter(is_left).count() {
            0 => return,
            1 => said!(
                en: "1 problem has an answer that may be wrong: `--fix --unsafe` writes it",
                fr: "1 problème a une réponse peut-être fausse\u{a0}: `--fix --unsafe` l’écrit",
            ),
            n => said!(
                en: "{n} problems have an answer that may be wrong: `--fix --unsafe` writes them",
                fr: "{n} problèmes ont une réponse peut-être fausse\u{a0}: `--fix --unsafe` les écrit",
            ),
        };
        let sign = if self.lang == Lang::Fr { "aide\u{a0}: " } else { "help: " };
        output::warn(&format!("{sign}{}\n", help.in_language(self.lang)));
    }

    fn refuse(&self, message: &Localized) -> Exit {
        output::refuse(message, None, self.lang);
        Exit::CouldNotRun
    }
}

/// What is wrong with the timeline of `input` if `text` is in its file.
fn problems(input: &Input, text: &str) -> Vec<Problem> {
    match load::read_as(input, text.as_bytes().to_vec()) {
        Ok(draft) => draft.prove().problems,
        Err(Failure::Problems(problems)) => problems,
        Err(Failure::Io(_)) => Vec::new(),
    }
}

/// The edits of the first fix of each problem that may be written unasked.
fn edits(problems: &[Problem], is_unsafe: bool) -> Vec<Edit> {
    let may_be_written = |applicability| match applicability {
        Applicability::MachineApplicable => true,
        Applicability::MaybeIncorrect => is_unsafe,
        Applicability::HasPlaceholders => false,
    };
    let fixes = problems
        .iter()
        .filter_map(|problem| problem.fixes.iter().find(|fix| may_be_written(fix.applicability)));
    let edits = fixes.flat_map(|fix| &fix.edits);
    edits.map(|edit| Edit { at: edit.at.bytes.clone(), replacement: edit.replacement.clone() }).collect()
}
