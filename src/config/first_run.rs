//! Whether somebody has seen the browser before.

use std::fs;
use std::path::PathBuf;

use super::paths;

/// The mark that somebody has seen the browser: an empty file in the XDG folder for state.
#[derive(Clone, Debug)]
pub struct FirstRun {
    mark: Option<PathBuf>,
}

impl FirstRun {
    /// The mark of whoever runs the program.
    pub fn of_user() -> Self {
        Self { mark: paths::state_folder().map(|folder| folder.join("seen")) }
    }

    /// Whether nothing says that the browser has been seen.
    pub fn is_first(&self) -> bool {
        self.mark.as_ref().is_none_or(|mark| !mark.exists())
    }

    /// Notes down that it has. Where that cannot be, nothing is lost but a line on the screen.
    pub fn is_over(&self) {
        let Some(mark) = self.mark.as_ref().filter(|mark| !mark.exists()) else { return };
        if let Some(folder) = mark.parent() {
            let _ = fs::create_dir_all(folder).and_then(|()| fs::write(mark, ""));
        }
    }
}
