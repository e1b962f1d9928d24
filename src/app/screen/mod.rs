//! What a screen is made of, whatever stands on it.

pub(crate) mod context;
pub(crate) mod evidence;
pub(crate) mod labels;
pub mod layout;
pub(crate) mod memo;
pub(crate) mod page;
pub(crate) mod prompt;
pub(crate) mod quoting;
