//! Which timeline to read.

use std::ffi::OsString;
use std::fmt;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::disk::{self, Unreadable};
use crate::i18n::Lang;
use crate::load::diagnostics::{Localized, said};
use crate::visible;

/// The name of a timeline in its folder.
const NAME: &str = "timeline.yaml";
/// How many files of a folder are looked at.
const LOOKED_AT: usize = 1_000;
/// A file of so many bytes is read sooner than anybody notices.
const SMALL: u64 = 128 << 10;

/// Which timeline to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// The one in the program.
    Builtin,
    /// A file.
    File(PathBuf),
    /// What came on standard input; its articles lie in the folder where frise was started.
    Piped(Arc<[u8]>),
}

/// What stands for standard input where a file is named.
const STANDARD_INPUT: &str = "-";
/// What it is called in messages.
const PIPED: &str = "<stdin>";

/// Why there is nothing to read.
#[derive(Debug)]
pub enum ReadError {
    /// The file cannot be read.
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: Unreadable,
    },
    /// The folder has no `timeline.yaml`.
    NoTimeline {
        /// The folder.
        folder: PathBuf,
        /// A YAML file that lies there.
        other: Option<PathBuf>,
    },
}

impl ReadError {
    /// What is wrong.
    pub fn said(&self) -> Localized {
        match self {
            Self::Unreadable { path, reason } => {
                let path = visible::line(&path.display().to_string()).into_owned();
                let reason = reason.said();
                let (en, fr) = (reason.in_language(Lang::En), reason.in_language(Lang::Fr));
                said!(en: "cannot read {path}: {en}", fr: "impossible de lire {path}\u{a0}: {fr}")
            }
            Self::NoTimeline { folder, .. } => {
                let folder = visible::line(&folder.display().to_string()).into_owned();
                said!(en: "the folder {folder} has no {NAME}", fr: "le dossier {folder} n’a pas de {NAME}")
            }
        }
    }

    /// What would help.
    pub fn help(&self) -> Option<Localized> {
        let Self::NoTimeline { other, .. } = self else { return None };
        let other = visible::line(&other.as_ref()?.display().to_string()).into_owned();
        Some(said!(
            en: "there is {other}: name it, or call it {NAME}",
            fr: "il y a {other}\u{a0}: nommez-le, ou appelez-le {NAME}",
        ))
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.said().in_language(Lang::En))
    }
}

impl std::error::Error for ReadError {}

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
        if named == Path::new(STANDARD_INPUT) {
            let mut bytes = Vec::new();
            let limit = disk::LARGEST + 1;
            return match io::stdin().lock().take(limit).read_to_end(&mut bytes) {
                Ok(_) => Ok(Self::Piped(bytes.into())),
                Err(error) => Err(ReadError::Unreadable { path: PIPED.into(), reason: error.into() }),
            };
        }
        let metadata = here
            .join(&named)
            .metadata()
            .map_err(|error| ReadError::Unreadable { path: named.clone(), reason: error.into() })?;
        if !metadata.is_dir() {
            return Ok(Self::File(named));
        }
        let inside = named.join(NAME);
        if here.join(&inside).exists() { Ok(Self::File(inside)) } else { Err(Self::none_in(named, here)) }
    }

    /// The same where a timeline must be meant: the one in the program never is.
    ///
    /// # Errors
    ///
    /// As above, or no timeline is named and none lies here.
    pub fn resolve_own(
        argument: Option<&Path>,
        variable: Option<OsString>,
        here: &Path,
    ) -> Result<Self, ReadError> {
        match Self::resolve(argument, variable, here)? {
            Self::Builtin => Err(Self::none_in(PathBuf::from("."), here)),
            input => Ok(input),
        }
    }

    fn none_in(folder: PathBuf, here: &Path) -> ReadError {
        let other = yaml_in(&here.join(&folder));
        let other = other.map(|name| if folder == Path::new(".") { name } else { folder.join(name) });
        ReadError::NoTimeline { folder, other }
    }

    /// Whether reading it takes less time than having it read by another thread saves.
    pub fn is_small(&self) -> bool {
        let path = match self {
            Self::Builtin => return true,
            Self::Piped(bytes) => return u64::try_from(bytes.len()).is_ok_and(|length| length <= SMALL),
            Self::File(path) => path,
        };
        path.metadata().is_ok_and(|metadata| metadata.is_file() && metadata.len() <= SMALL)
    }

    /// Its name, as the user would write it.
    pub fn name(&self) -> String {
        match self {
            Self::Builtin => NAME.to_owned(),
            Self::File(path) => path.display().to_string(),
            Self::Piped(_) => PIPED.to_owned(),
        }
    }

    /// Its file; `None` for the built-in timeline.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Builtin | Self::Piped(_) => None,
            Self::File(path) => Some(path),
        }
    }

    /// The folder its articles lie in; `None` for the built-in timeline, whose articles are in the program.
    pub fn folder(&self) -> Option<&Path> {
        let path = match self {
            Self::Builtin => return None,
            Self::Piped(_) => return Some(Path::new(".")),
            Self::File(path) => path,
        };
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

/// A YAML file of a folder that is a timeline by its keys, else any.
fn yaml_in(folder: &Path) -> Option<PathBuf> {
    let files = std::fs::read_dir(folder).ok()?.take(LOOKED_AT).filter_map(Result::ok);
    let is_yaml = |path: &PathBuf| path.extension().is_some_and(|end| end == "yml" || end == "yaml");
    let mut found: Vec<PathBuf> = files.map(|file| PathBuf::from(file.file_name())).filter(is_yaml).collect();
    found.sort_unstable();
    let is_timeline = |name: &&PathBuf| {
        let bytes = disk::read(&folder.join(name), SMALL).unwrap_or_default();
        memchr::memmem::find(&bytes, b"events:").is_some()
    };
    found.iter().find(is_timeline).or(found.first()).cloned()
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
