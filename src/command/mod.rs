//! THE table of commands.
//!
//! Everything a person can ask for stands here once: the key map, the footer, the help, `frise keys` and the documents
//! are all made from it, and it alone says where and when a command applies.

mod key_names;
mod spec;
mod table;

pub use key_names::{key_name, key_names};
pub use spec::{AxisNeed, Bilingual, Command, Group, Over, Reach, Route, Scope, Spec, When};
pub use table::COMMANDS;
