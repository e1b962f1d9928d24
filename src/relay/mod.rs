//! A briefing and those who follow it on the same machine, over a socket that only its user can reach.
//!
//! Every briefing that is being given listens on a socket of its own in the user's runtime folder. Who follows takes
//! the newest one that answers, and waits for the next where none does. What is told goes to everybody in the order
//! in which it was told, one line of JSON each, behind a greeting with the version; what followers ask for comes back
//! the same way.
//!
//! A briefing that ends removes its socket. One that is killed cannot; whoever finds that nobody listens behind a
//! socket removes it.

mod folder;
mod follower;
mod pause;
mod presenter;
mod socket;
mod wire;

pub use folder::Folder;
pub use follower::{Follower, Heard};
pub use presenter::Presenter;

#[cfg(test)]
#[cfg(unix)]
mod tests;
