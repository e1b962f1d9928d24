//! What a user has set once and for all, in a TOML file.
//!
//! What is asked for on the command line comes before what is set here, and that before what the environment
//! says to every program (`LANG`, `NO_COLOR`). A setting that makes no sense is a [`Problem`] like those of a
//! timeline, and stands at its default; the others hold.

mod defaults;
mod document;
mod fault;
mod first_run;
mod keys;
mod paths;
mod reader;
mod theme;

use std::path::Path;

use crate::i18n::Lang;
use crate::keymap::Keymap;
use crate::load::Problem;
use crate::theme::{ColorChoice, ThemeChoice};

pub use defaults::defaults;
pub use first_run::FirstRun;
pub use paths::{config_file, themes_folder};
pub use theme::{Chosen, NoTheme, choose_theme};

/// What a user has set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// The language of the screen; `None` where the environment decides.
    pub language: Option<Lang>,
    /// The theme.
    pub theme: ThemeChoice,
    /// Whether the screen is drawn with ASCII alone; `None` where the environment decides.
    pub ascii: Option<bool>,
    /// Whether the mouse is listened to.
    pub mouse: bool,
    /// How many colours are used.
    pub color: ColorChoice,
    /// What keys mean.
    pub keymap: Keymap,
}

impl Default for Config {
    /// What holds where nothing is set.
    fn default() -> Self {
        Self {
            language: None,
            theme: ThemeChoice::default(),
            ascii: None,
            mouse: true,
            color: ColorChoice::default(),
            keymap: Keymap::default(),
        }
    }
}

impl Config {
    /// Reads the configuration in `file`, with the user's own theme where it names one. What holds comes back with
    /// what is wrong. A file that is not there sets nothing, and nothing is wrong.
    pub fn read(file: &Path) -> (Self, Vec<Problem>) {
        match document::text(file) {
            Ok(text) => reader::read(file, &text),
            Err(error) if error.is_missing() => (Self::default(), Vec::new()),
            Err(error) => (Self::default(), vec![error.problem(reader::CODE, file)]),
        }
    }
}
