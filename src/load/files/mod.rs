//! Where the bytes come from: the timeline, its articles, and those in the program.

pub(super) mod articles;
pub(super) mod builtin;
pub(super) mod disk;
pub(super) mod encoding;
mod input;

pub use disk::Unreadable;
pub(crate) use disk::open;
pub use input::{Input, ReadError};
