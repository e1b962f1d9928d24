//! A file to write, in place of what it holds: whole or not at all, and never a timeline or its article.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Where something is to be written.
#[derive(Debug)]
pub(super) struct Place {
    /// As the user wrote it.
    named: PathBuf,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    /// A regular file, or one that is not there yet: its path with links resolved.
    File(PathBuf),
    /// A device or a pipe, which nothing can take the place of.
    Stream,
}

/// Why something is not written.
#[derive(Debug, thiserror::Error)]
pub(super) enum Refusal {
    /// The timeline, or one of its articles.
    #[error("{} is {what}, which frise never writes to", .path.display())]
    Kept {
        /// The file.
        path: PathBuf,
        /// What it is to the timeline.
        what: &'static str,
    },
    /// The file cannot be written.
    #[error("cannot write {}: {reason}", .path.display())]
    Failed {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: io::Error,
    },
}

impl Refusal {
    /// What would help.
    pub(super) fn help(&self) -> Option<&'static str> {
        match self {
            Self::Kept { .. } => Some("name another file"),
            Self::Failed { .. } => None,
        }
    }
}

impl Place {
    /// The place that `named` means, where it is none of `kept`: files, and what they are.
    ///
    /// # Errors
    ///
    /// It is one of `kept`, a folder, or a file that must not be written to, or lies where there is nothing.
    pub(super) fn find(named: &Path, kept: &[(PathBuf, &'static str)]) -> Result<Self, Refusal> {
        let failed = |reason| Refusal::Failed { path: named.to_owned(), reason };
        let place = |kind| Self { named: named.to_owned(), kind };
        match fs::metadata(named) {
            Ok(metadata) if metadata.is_dir() => return Err(failed(io::ErrorKind::IsADirectory.into())),
            Ok(metadata) if !metadata.is_file() => return Ok(place(Kind::Stream)),
            Ok(metadata) if metadata.permissions().readonly() => {
                return Err(failed(io::ErrorKind::PermissionDenied.into()));
            }
            Ok(_) | Err(_) => {}
        }
        let real = real(named).map_err(failed)?;
        let is_kept = |(path, _): &&(PathBuf, _)| self::real(path).is_ok_and(|kept| kept == real);
        if let Some((_, what)) = kept.iter().find(is_kept) {
            return Err(Refusal::Kept { path: named.to_owned(), what });
        }
        Ok(place(Kind::File(real)))
    }

    /// Writes `bytes` there. A file has them all, or keeps what it had.
    ///
    /// # Errors
    ///
    /// What the system reports.
    pub(super) fn write(&self, bytes: &[u8]) -> Result<(), Refusal> {
        let written = match &self.kind {
            Kind::File(real) => replace(real, bytes),
            Kind::Stream => OpenOptions::new().write(true).open(&self.named).and_then(|mut file| {
                file.write_all(bytes)?;
                file.flush()
            }),
        };
        written.map_err(|reason| Refusal::Failed { path: self.named.clone(), reason })
    }
}

/// The path of a file with links resolved, also where it is not there yet.
fn real(path: &Path) -> io::Result<PathBuf> {
    if let Ok(real) = fs::canonicalize(path) {
        return Ok(real);
    }
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Ok(fs::canonicalize(folder)?.join(name))
}

/// Puts `bytes` in the place of what `path` holds: they are written beside it first, so that whoever reads it
/// meanwhile, and whatever goes wrong, finds all of the old or all of the new.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let beside = path.with_file_name(format!(".frise-{}.tmp", std::process::id()));
    let filled = match without_name(path) {
        Some(mut file) => fill(&mut file, path, bytes).and_then(|()| name(&file, &beside)),
        None => File::create_new(&beside).and_then(|mut file| fill(&mut file, path, bytes)),
    };
    let written = filled.and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        let _ = fs::remove_file(&beside);
    }
    written
}

fn fill(file: &mut File, path: &Path, bytes: &[u8]) -> io::Result<()> {
    file.write_all(bytes)?;
    if let Ok(metadata) = fs::metadata(path) {
        file.set_permissions(metadata.permissions())?;
    }
    file.sync_all()
}

/// A file in the folder of `path` that has no name yet: a program that is killed leaves nothing behind. Not every file
/// system has such files.
#[cfg(target_os = "linux")]
fn without_name(path: &Path) -> Option<File> {
    use rustix::fs::{CWD, Mode, OFlags, openat};
    if !Path::new("/proc/self/fd").exists() {
        // The name could not be given afterwards.
        return None;
    }
    let flags = OFlags::TMPFILE | OFlags::WRONLY | OFlags::CLOEXEC;
    openat(CWD, path.parent()?, flags, Mode::from_raw_mode(0o666)).ok().map(File::from)
}

#[cfg(target_os = "linux")]
fn name(file: &File, path: &Path) -> io::Result<()> {
    use std::os::fd::AsRawFd;

    use rustix::fs::{AtFlags, CWD, linkat};
    let open = format!("/proc/self/fd/{}", file.as_raw_fd());
    Ok(linkat(CWD, open, CWD, path, AtFlags::SYMLINK_FOLLOW)?)
}

#[cfg(not(target_os = "linux"))]
fn without_name(_path: &Path) -> Option<File> {
    None
}

#[cfg(not(target_os = "linux"))]
fn name(_file: &File, _path: &Path) -> io::Result<()> {
    Ok(())
}
