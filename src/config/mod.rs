//! What a user has set once and for all, in a TOML file.
//!
//! What is asked for on the command line comes before what is set here, and that before what the environment
//! says to every program (`LANG`, `NO_COLOR`). A setting that makes no sense is a [`Problem`](crate::load::Problem)
//! like those of a timeline, and stands at its default; the others hold.

mod defaults;
mod document;
mod fault;
mod first_run;
mod keys;
mod paths;
mod reader;
mod settings;
mod theme;

pub use defaults::defaults;
pub use first_run::FirstRun;
pub use paths::{config_file, themes_folder};
pub use settings::Config;
pub use theme::{Chosen, NoTheme, choose_theme};
