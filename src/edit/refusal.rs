//! Why a timeline is left as it is.

/// Why a timeline is not changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Refusal {
    /// It is no YAML.
    #[error("line {line} is no YAML: {message}")]
    Syntax {
        /// The line, from 1.
        line: usize,
        /// What the parser says.
        message: String,
    },
    /// Nothing is in it.
    #[error("there is no timeline in it")]
    Empty,
    /// Several documents are in it.
    #[error("it holds more than one YAML document")]
    ManyDocuments,
    /// It lies too deep.
    #[error("lists and mappings lie too deep in each other at line {line}")]
    TooDeep {
        /// The line, from 1.
        line: usize,
    },
    /// There is nothing on the way.
    #[error("it has no {0}")]
    Missing(String),
    /// There is something else than a list or a mapping.
    #[error("line {line} has no {wanted} under `{key}`")]
    OtherKind {
        /// The line, from 1.
        line: usize,
        /// The key.
        key: String,
        /// What would have to stand there.
        wanted: &'static str,
    },
    /// What would be changed has an anchor.
    #[error(
        "`{key}` at line {line} has the anchor `&{anchor}`: a change would show wherever `*{anchor}` stands. Add the lines by hand, \
         or write out what the anchor stands for"
    )]
    Anchored {
        /// The key.
        key: String,
        /// The line, from 1.
        line: usize,
        /// The name of the anchor.
        anchor: String,
    },
    /// What would be changed stands elsewhere.
    #[error(
        "`{key}` at line {line} is an alias: what it stands for is written elsewhere. Write it out, then try again"
    )]
    Alias {
        /// The key.
        key: String,
        /// The line, from 1.
        line: usize,
    },
    /// The result does not read as it should.
    #[error("the layout at line {line} is not understood, so nothing was changed. Add the lines by hand")]
    ReadBack {
        /// The line, from 1.
        line: usize,
    },
}
