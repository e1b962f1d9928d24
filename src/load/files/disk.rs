//! Files from strangers: only regular ones, only so much of them, only from where they may lie.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
#[cfg(unix)]
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Component, Path, PathBuf};

#[cfg(unix)]
use rustix::fs::OFlags;
#[cfg(target_os = "linux")]
use rustix::fs::{Mode, ResolveFlags};
#[cfg(target_os = "linux")]
use rustix::io::Errno;

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
    read_open(path, open(path), limit)
}

/// The same for a path in which there are no links, and in which none is followed that was put there meanwhile.
///
/// # Errors
///
/// The same.
pub(in crate::load) fn read_real(path: &Path, limit: u64) -> Result<Vec<u8>, Unreadable> {
    read_open(path, open_real(path), limit)
}

/// Opens what lies at `path` without waiting for anything: what it is, is asked of what is open, for a moment later
/// something else may lie there.
pub(crate) fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    options.custom_flags(WITHOUT_WAITING.bits().cast_signed());
    options.open(path)
}

/// Opening a pipe waits for its other end, and opening a terminal may make it ours.
#[cfg(unix)]
const WITHOUT_WAITING: OFlags = OFlags::NONBLOCK.union(OFlags::NOCTTY);

#[cfg(target_os = "linux")]
fn open_real(path: &Path) -> io::Result<File> {
    let flags = OFlags::RDONLY | OFlags::CLOEXEC | WITHOUT_WAITING;
    match rustix::fs::openat2(rustix::fs::CWD, path, flags, Mode::empty(), ResolveFlags::NO_SYMLINKS) {
        Ok(file) => Ok(file.into()),
        // An older system, or one that forbids the call.
        Err(Errno::NOSYS | Errno::PERM) => open(path),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(target_os = "linux"))]
fn open_real(path: &Path) -> io::Result<File> {
    open(path)
}

fn read_open(path: &Path, opened: io::Result<File>, limit: u64) -> Result<Vec<u8>, Unreadable> {
    let file = match opened {
        Ok(file) => file,
        // Not everything can be opened at all.
        Err(_) if fs::metadata(path).is_ok_and(|metadata| !metadata.is_file()) => {
            return Err(Unreadable::NotAFile);
        }
        Err(error) => return Err(error.into()),
    };
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
        // Nobody writes to it, and nobody waits for somebody who does.
        let pipe = folder.path("pipe");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        assert!(matches!(read(&pipe, 3), Err(Unreadable::NotAFile)));
        assert!(matches!(read_real(&pipe, 3), Err(Unreadable::NotAFile)));
    }

    /// What was found inside the folder may be a link out of it when it is read.
    #[cfg(target_os = "linux")]
    #[test]
    fn a_link_put_in_the_place_of_a_folder_is_not_followed() {
        let outer = Folder::new();
        outer.write("secret/a.txt", "secret");
        outer.write("in/texts/a.txt", "public");
        let real = confine(&outer.path("in"), "texts/a.txt").unwrap();
        assert_eq!(read_real(&real, 10).unwrap(), b"public");
        fs::rename(outer.path("in/texts"), outer.path("in/old")).unwrap();
        symlink("../secret", outer.path("in/texts")).unwrap();
        assert!(read_real(&real, 10).is_err());
    }
}
