//! Where a user's settings are kept: in the folders of the XDG Base Directory Specification.

use std::env;
use std::path::PathBuf;

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

/// The folder of the user's own themes, which need not be there.
pub fn themes_folder() -> Option<PathBuf> {
    Some(config_folder()?.join("themes"))
}

fn config_folder() -> Option<PathBuf> {
    inside(Xdg::new().ok()?.config_dir())
}

/// The folder of what the program notes down by itself.
pub(super) fn state_folder() -> Option<PathBuf> {
    inside(Xdg::new().ok()?.state_dir()?)
}

/// Our folder in one of the user's. An empty HOME makes a folder of whatever folder one is in, and what lies there
/// may be a stranger's.
fn inside(folder: PathBuf) -> Option<PathBuf> {
    folder.is_absolute().then(|| folder.join("frise"))
}
