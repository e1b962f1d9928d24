//! From the tree to the model, losing nothing: what is wrong is noted, what can be read is kept.

mod briefing;
mod event;
mod fields;
mod guess;
mod reader;
mod timeline;
mod values;
mod written;

use reader::Reader;
pub(super) use timeline::{Read, read};
pub(super) use written::{as_written, slips};
