//! A change of a file, and why it is not made.

use std::path::PathBuf;
use std::sync::Arc;

/// Other bytes for a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileChange {
    /// The file.
    pub path: PathBuf,
    /// What it has.
    pub old: Arc<[u8]>,
    /// What it is to have.
    pub new: Arc<[u8]>,
    /// Whether an earlier change is taken back by it.
    pub is_undo: bool,
}

/// Why a file was left as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unwritten {
    /// It was changed meanwhile.
    Changed,
    /// The system does not let us, for this reason.
    System(String),
}
