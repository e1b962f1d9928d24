//! frise: a terminal timeline browser that proves its quotes.

pub mod cli;
pub mod evidence;
pub mod export;
pub mod i18n;
pub mod load;
pub mod model;
pub mod visible;
