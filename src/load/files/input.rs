//! Which timeline to read.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::disk::Unreadable;
use crate::visible;

/// The name of a timeline in its folder.
const NAME: &str = "timeline.yaml";
/// A file of so many bytes is read sooner than anybody notices.
const SMALL: u64 = 128 << 10;

/// Which timeline to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// The one in the program.
    Builtin,
    /// A file.
    File(PathBuf),
}

/// Why there is nothing to read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The file cannot be read.
    #[error("cannot read {}: {reason}", visible::line(&path.display().to_string()))]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: Unreadable,
    },
    /// The folder has no `timeline.yaml`.
    #[error("the folder {} has no {NAME}", visible::line(&folder.display().to_string()))]
    NoTimeline {
        /// The folder.
        folder: PathBuf,
    },
}

impl Input {
    /// The timeline that `argument` names, a file or a folder with a `timeline.yaml`; without an argument the
    /// one `variable` names (the value of `$FRISE_TIMELINE`, empty meaning unset), else `timeline.yaml` in the
    /// folder `here`, else the built-in one.
    ///
    /// # Errors
    ///
    /// What is named does not exist, or is a folder without a timeline.
    pub fn resolve(
        argument: Option<&Path>,
        variable: Option<OsString>,
        here: &Path,
    ) -> Result<Self, ReadError> {
        let named = argument
            .map(Path::to_owned)
            .or_else(|| variable.filter(|value| !value.is_empty()).map(PathBuf::from));
        let Some(named) = named else {
            let near = here.join(NAME);
            return Ok(if near.is_file() { Self::File(PathBuf::from(NAME)) } else { Self::Builtin });
        };
        let metadata = here
            .join(&named)
            .metadata()
            .map_err(|error| ReadError::Unreadable { path: named.clone(), reason: error.into() })?;
        if !metadata.is_dir() {
            return Ok(Self::File(named));
        }
        let inside = named.join(NAME);
        if here.join(&inside).exists() {
            Ok(Self::File(inside))
        } else {
            Err(ReadError::NoTimeline { folder: named })
        }
    }

    /// Whether reading it takes less time than having it read by another thread saves.
    pub fn is_small(&self) -> bool {
        let Self::File(path) = self else { return true };
        path.metadata().is_ok_and(|metadata| metadata.is_file() && metadata.len() <= SMALL)
    }

    /// Its name, as the user would write it.
    pub fn name(&self) -> String {
        match self {
            Self::Builtin => NAME.to_owned(),
            Self::File(path) => path.display().to_string(),
        }
    }

    /// Its file; `None` for the built-in timeline.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Builtin => None,
            Self::File(path) => Some(path),
        }
    }

    /// The folder its articles lie in; `None` for the built-in timeline, whose articles are in the program.
    pub fn folder(&self) -> Option<&Path> {
        let Self::File(path) = self else { return None };
        Some(path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new(".")))
    }

    /// The name of one of its articles, as the user would write it.
    pub(in crate::load) fn article_name(&self, written: &str) -> String {
        match self.folder() {
            Some(folder) if folder != Path::new(".") => folder.join(written).display().to_string(),
            _ => written.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::tests::Folder;

    #[test]
    fn the_argument_comes_before_the_variable_and_that_before_the_folder() {
        let folder = Folder::new();
        folder.write("a.yaml", "");
        folder.write("with/timeline.yaml", "");
        folder.write("without/other.yaml", "");
        let here = folder.path("");
        let resolve = |argument: Option<&str>, variable: Option<&str>| match Input::resolve(
            argument.map(Path::new),
            variable.map(OsString::from),
            &here,
        ) {
            Ok(input) => input.name(),
            Err(ReadError::NoTimeline { .. }) => "no timeline".into(),
            Err(ReadError::Unreadable { .. }) => "unreadable".into(),
        };
        let with = Path::new("with").join(NAME).display().to_string();
        assert_eq!(resolve(Some("a.yaml"), Some("with")), "a.yaml");
        assert_eq!(resolve(Some("with"), None), with);
        assert_eq!(resolve(None, Some("with")), with);
        assert_eq!(resolve(Some("without"), None), "no timeline");
        assert_eq!(resolve(Some("nothing"), None), "unreadable");
        assert_eq!(resolve(None, Some("nothing")), "unreadable");
        assert_eq!(Input::resolve(None, Some("".into()), &here).unwrap(), Input::Builtin);
        folder.write(NAME, "");
        assert_eq!(Input::resolve(None, None, &here).unwrap(), Input::File(NAME.into()));
    }

    #[test]
    fn only_what_takes_no_time_is_small() {
        let folder = Folder::new();
        folder.write("small.yaml", "title: T");
        folder.write("large.yaml", "#".repeat(200 << 10));
        let is_small = |name: &str| Input::File(folder.path(name)).is_small();
        assert!(Input::Builtin.is_small() && is_small("small.yaml"));
        assert!(!is_small("large.yaml") && !is_small("missing.yaml") && !is_small(""));
    }
}
