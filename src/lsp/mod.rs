//! What an editor is told of a timeline while one types, by the Language Server Protocol.
//!
//! Positions are lines and UTF-16 units, from 0, as the protocol has them unless both sides agree on something else.

mod answers;
mod completion;
mod diagnostics;
mod document;
mod position;
mod server;
mod uri;

pub(crate) use server::serve;
