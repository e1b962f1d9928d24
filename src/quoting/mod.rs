//! From words to a quote: the passage that is meant, and the quote as a timeline writes it.

mod find;
mod quote;
#[cfg(test)]
mod tests;

pub(crate) use find::{Found, find};
pub(crate) use quote::{Quote, value};
