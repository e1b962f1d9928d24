//! From the tree to the model, losing nothing: what is wrong is noted, what can be read is kept.

mod event;
mod fields;
mod reader;
mod timeline;
mod values;

use reader::Reader;
pub(super) use timeline::read;
