//! What the slides show, set for the size of the screen.

pub(super) mod builder;
mod claim;
pub(super) mod compose;
pub(super) mod context;
mod head;
pub(super) mod letters;
mod opening;
mod ordering;
mod quote;
pub(super) mod scene;
mod sources;

pub(crate) use letters::{Letters, marked};
pub(crate) use scene::{LargeLine, Scene, Shown};
