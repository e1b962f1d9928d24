//! YAML and articles to a model, with every problem found, never only the first.
use crate::evidence::{Anchor, Article};
use crate::model::Timeline;

/// A draft.
#[derive(Debug, Default)]
pub struct Draft {
    /// t
    pub timeline: Timeline,
    /// a
    pub articles: Vec<Option<Article>>,
}

impl Draft {
    /// p
    pub fn prove(&self) -> Proof {
        Proof::default()
    }
}

/// Proof.
#[derive(Debug, Default)]
pub struct Proof {
    /// a
    pub anchors: Vec<Anchor>,
    /// p
    pub problems: Vec<Problem>,
}

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// e
    Error,
    /// w
    Warning,
}

/// Problem
#[derive(Debug, Clone)]
pub struct Problem {
    /// c
    pub code: &'static str,
    /// s
    pub severity: Severity,
    /// m
    pub message: String,
    /// f
    pub file: String,
    /// l
    pub line: usize,
    /// c
    pub column: usize,
    /// t
    pub line_text: String,
    /// h
    pub help: Option<String>,
}
