//! Where a user's settings are kept: in the folders of the XDG Base Directory Specification.

use std::env;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use etcetera::base_strategy::Xdg;

/// Names another file than that of the XDG folder.
const FRISE_CONFIG: &str = "FRISE_CONFIG";

/// The file of the configuration, which need not be there: what `FRISE_CONFIG` names, else `frise/config.toml` in
/// `XDG_CONFIG_HOME`, else in `~/.config`. `None` where a user has no home.
pub fn config_file() -> Option<PathBuf> {
    let named = env::var_os(FRISE_CONFIG).filter(|path| !path.is_empty()).map(PathBuf::from);
    named.or_else(|| Some(config_folder()?.join("config.toml")))
}

/// The folder of the user's own themes, which need not be there: beside the configuration.
pub fn themes_folder(config_file: &Path) -> PathBuf {
    config_file.with_file_name("themes")
}

fn config_folder() -> Option<PathBuf> {
    of_user("XDG_CONFIG_HOME", |xdg| Some(xdg.config_dir()))
}

/// The folder of what the program notes down by itself.
pub(super) fn state_folder() -> Option<PathBuf> {
    of_user("XDG_STATE_HOME", BaseStrategy::state_dir)
}

/// Our folder in one of the user's, which `variable` names, else HOME. Without either, whoever runs the program wants
/// nothing of a home, even if the system knows one.
fn of_user(variable: &str, folder: impl Fn(&Xdg) -> Option<PathBuf>) -> Option<PathBuf> {
    let names_one = |variable| env::var_os(variable).is_some_and(|path| PathBuf::from(path).is_absolute());
    let is_known = cfg!(windows) || names_one("HOME") || names_one(variable);
    let folder = is_known.then(Xdg::new)?.ok().and_then(|xdg| folder(&xdg))?;
    Some(folder.join("frise"))
}
