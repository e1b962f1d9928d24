//! Files from strangers: only regular ones, only so much of them, only from where they may lie.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use crate::load::diagnostics::{Localized, said};

/// How many bytes a timeline may have.
pub(in crate::load) const LARGEST: u64 = 64 << 20;

/// Why a file cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// There is none.
    #[error("there is no such file")]
    Missing,
    /// A folder, device, pipe or socket.
    #[error("it is not a regular file")]
    NotAFile,
    /// More bytes than it may have; the number is how many it may have.
    #[error("it is larger than {} MiB", .0 >> 20)]
    TooBig(u64),
    /// What the system says.
    #[error("{0}")]
    System(io::Error),
}

impl Unreadable {
    /// The same in every language; what the system says comes as it is.
    pub fn said(&self) -> Localized {
        match self {
            Self::Missing => said!(en: "there is no such file", fr: "ce fichier n’existe pas"),
            Self::NotAFile => said!(en: "it is not a regular file", fr: "ce n’est pas un fichier ordinaire"),
            Self::TooBig(limit) => {
                let limit = limit >> 20;
                said!(en: "it is larger than {limit} MiB", fr: "il fait plus de {limit} Mio")
            }
            Self::System(error) => error.to_string().into(),
        }
    }
}

impl From<io::Error> for Unreadable {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Missing,
            _ => Self::System(error),
        }
    }
}

/// The bytes of a regular file of at most `limit` bytes.
///
/// # Errors
///
/// There is no such file, it is no regular file, it is larger, or the system does not let us.
pub(in crate::load) fn read(path: &Path, limit: u64) -> Result<Vec<u8>, Unreadable> {
    // Asked before opening, because opening a pipe waits for its other end.
    if !fs::metadata(path)?.is_file() {
        return Err(Unreadable::NotAFile);
    }
    let file = File::open(path)?;
    let metadata = file.metadata()?;
    if !metadata.is_file() {
        return Err(Unreadable::NotAFile);
    }
    if metadata.len() > limit {
        return Err(Unreadable::TooBig(limit));
    }
    // Files that the system makes up as they are read say they are empty, and may never end.
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or_default());
    file.take(limit + 1).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length <= limit) {
        Ok(bytes)
    } else {
        Err(Unreadable::TooBig(limit))
    }
}

/// Why a path leads nowhere that it may lead.
#[derive(Debug)]
pub(in crate::load) enum Astray {
    /// It leads out of the folder.
    Outside,
    /// It leads to nothing that can be read.
    Unreadable(Unreadable),
}

/// The real path of the file that `written` names inside `folder`, links resolved.
pub(in crate::load) fn confine(folder: &Path, written: &str) -> Result<PathBuf, Astray> {
    let relative = Path::new(written);
    let is_relative =
        relative.components().all(|part| !matches!(part, Component::Prefix(_) | Component::RootDir));
    if !is_relative {
        return Err(Astray::Outside);
    }
    let folder = fs::canonicalize(folder).map_err(|error| Astray::Unreadable(error.into()))?;
    match fs::canonicalize(folder.join(relative)) {
        Ok(path) if path.starts_with(&folder) => Ok(path),
        Ok(_) => Err(Astray::Outside),
        Err(_) if climbs_out(relative) => Err(Astray::Outside),
        Err(error) => Err(Astray::Unreadable(error.into())),
    }
}

/// Whether a path that leads to nothing would lead out of the folder it starts in.
fn climbs_out(path: &Path) -> bool {
    let mut depth = 0_usize;
    path.components().any(|part| match part {
        Component::ParentDir => depth.checked_sub(1).map(|up| depth = up).is_none(),
        Component::Normal(_) => {
            depth += 1;
            false
        }
        _ => false,
    })
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;
    use crate::load::tests::Folder;

    #[test]
    fn paths_stay_inside_their_folder() {
        let outer = Folder::new();
        outer.write("secret.txt", "x");
        outer.write("in/a.txt", "x");
        outer.write("in/deep/b.txt", "x");
        let folder = outer.path("in");
        symlink("../secret.txt", folder.join("out.txt")).unwrap();
        symlink("..", folder.join("up")).unwrap();
        symlink("a.txt", folder.join("near.txt")).unwrap();
        symlink("loop.txt", folder.join("loop.txt")).unwrap();
        let absolute = folder.join("a.txt").display().to_string();
        for (path, expected) in [
            ("a.txt", "ok"),
            ("deep/../a.txt", "ok"),
            ("../in/a.txt", "ok"),
            ("near.txt", "ok"),
            ("../secret.txt", "outside"),
            ("../nothing.txt", "outside"),
            ("out.txt", "outside"),
            ("up/secret.txt", "outside"),
            ("/etc/passwd", "outside"),
            (absolute.as_str(), "outside"),
            ("nothing.txt", "missing"),
            ("a.txt/b", "missing"),
            ("loop.txt", "system"),
            ("a\0.txt", "system"),
        ] {
            let found = match confine(&folder, path) {
                Ok(_) => "ok",
                Err(Astray::Outside) => "outside",
                Err(Astray::Unreadable(Unreadable::Missing)) => "missing",
                Err(Astray::Unreadable(_)) => "system",
            };
            assert_eq!(found, expected, "{path}");
        }
    }

    #[test]
    fn only_regular_files_of_limited_size_are_read() {
        let folder = Folder::new();
        folder.write("four", "1234");
        assert_eq!(read(&folder.path("four"), 4).unwrap(), b"1234");
        assert!(matches!(read(&folder.path("four"), 3), Err(Unreadable::TooBig(3))));
        assert!(matches!(read(&folder.path(""), 3), Err(Unreadable::NotAFile)));
        assert!(matches!(read(Path::new("/dev/zero"), 3), Err(Unreadable::NotAFile)));
        assert!(matches!(read(&folder.path("none"), 3), Err(Unreadable::Missing)));
        let _socket = std::os::unix::net::UnixListener::bind(folder.path("socket")).unwrap();
        assert!(matches!(read(&folder.path("socket"), 3), Err(Unreadable::NotAFile)));
    }
}
