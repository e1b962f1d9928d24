//! Why a text is no date.

/// Why a text is no date, and what it might have meant.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct DateError {
    /// What is wrong, in English, without a full stop.
    pub message: String,
    /// Where in the text, in Unicode scalars from 0.
    pub offset: usize,
    /// The dates it may have meant, each as the text to write instead.
    pub readings: Vec<String>,
}

/// What is wrong with a span whose halves are dates in the wrong order.
pub(super) const ENDS_BEFORE_START: &str = "this ends before it starts";

impl DateError {
    /// Whether the halves of a span are dates, and only their order is wrong.
    pub fn ends_before_start(&self) -> bool {
        self.message == ENDS_BEFORE_START
    }
}
