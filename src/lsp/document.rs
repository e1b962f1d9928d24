//! A timeline that is open in an editor.

use std::ops::Range;
use std::path::PathBuf;

use crate::evidence::Anchor;
use crate::load::{self, Draft, Failure, Input, Problem};

/// A timeline that is open in an editor.
pub(super) struct Document {
    pub(super) path: PathBuf,
    pub(super) text: String,
    pub(super) problems: Vec<Problem>,
    /// The last text that could be read as a timeline, and what came of it.
    pub(super) read: Option<Read>,
    /// Whether the text was changed since it was read.
    is_stale: bool,
}

/// A timeline that was read.
pub(super) struct Read {
    pub(super) draft: Draft,
    pub(super) anchors: Vec<Anchor>,
}

impl Document {
    pub(super) fn new(path: PathBuf, text: String) -> Self {
        Self { path, text, problems: Vec::new(), read: None, is_stale: true }
    }

    pub(super) fn change(&mut self, text: String) {
        self.text = text;
        self.is_stale = true;
    }

    /// Reads the text anew even if it is the same: an article may have been changed.
    pub(super) fn outdate(&mut self) {
        self.is_stale = true;
    }

    /// Reads and checks the text, where that has not been done; says whether it was.
    pub(super) fn refresh(&mut self) -> bool {
        if !std::mem::take(&mut self.is_stale) {
            return false;
        }
        if !self.looks_like_timeline() {
            self.problems = Vec::new();
            self.read = None;
            return true;
        }
        let input = Input::File(self.path.clone());
        match load::read_as(&input, self.text.clone().into_bytes()) {
            Ok(draft) => {
                let proof = draft.prove();
                self.problems = proof.problems;
                self.read = Some(Read { draft, anchors: proof.anchors });
            }
            // What was read before still knows the ids.
            Err(Failure::Problems(problems)) => self.problems = problems,
            Err(Failure::Io(_)) => self.problems = Vec::new(),
        }
        true
    }

    /// Editors send every YAML file there is.
    fn looks_like_timeline(&self) -> bool {
        let is_named = self.path.file_stem().is_some_and(|stem| stem == "timeline");
        is_named || self.text.lines().any(|line| line.starts_with("events:"))
    }

    /// The quote that the byte `at` lies in, by its position, where the text is the one that was read.
    pub(super) fn quote_at(&self, at: usize) -> Option<(usize, &Read)> {
        let read = self.read.as_ref().filter(|read| read.draft.file_text() == self.text)?;
        Some((read.draft.quote_at(at)?, read))
    }
}

/// The passage that a quote rests on, or that it resembles, in bytes of its article.
pub(super) fn passage(read: &Read, quote: usize) -> Option<(&str, Range<usize>)> {
    let source = read.draft.timeline.quotes.get(quote)?.source?;
    let article = read.draft.articles.get(source)?.as_ref()?;
    let span = match read.anchors.get(quote)? {
        Anchor::Ambiguous(places) => *places.first()?,
        Anchor::Orphan(nearest) => nearest.as_ref()?.passage,
        anchor => anchor.span()?,
    };
    Some((article.text(), article.byte_offset(span.start)..article.byte_offset(span.end)))
}
