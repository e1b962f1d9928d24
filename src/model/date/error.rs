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
