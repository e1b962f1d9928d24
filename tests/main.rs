//! The integration tests of frise.

mod keys;
mod pictures;
mod pty;
mod screens;
mod support;
