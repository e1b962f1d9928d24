//! Files on disk: replaced whole or not at all, and never one that was changed meanwhile.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// How many bytes a timeline may have.
pub(crate) const LARGEST: u64 = 64 << 20;

/// A file as it was when it was read.
#[derive(Debug)]
pub(crate) struct Original {
    /// As it was named.
    named: PathBuf,
    /// With links resolved: a link stays, and what it leads to is replaced.
    real: PathBuf,
    bytes: Vec<u8>,
}

/// Why a file is not written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum WriteError {
    /// It is not as it was when it was read.
    #[error("{} was changed meanwhile, so nothing was written to it", .0.display())]
    Changed(PathBuf),
    /// There is one already.
    #[error("{} exists already, and is left as it is", .0.display())]
    Exists(PathBuf),
    /// The system does not let us.
    #[error("cannot write {}: {reason}", .path.display())]
    System {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: io::Error,
    },
}

impl Original {
    /// Reads the file, of at most `limit` bytes.
    pub(crate) fn read(named: &Path, limit: u64) -> io::Result<Self> {
        let real = fs::canonicalize(named)?;
        let bytes = read_limited(&real, limit)?;
        Ok(Self { named: named.to_owned(), real, bytes })
    }

    /// What was read.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Puts `bytes` in its place: whoever looks, and whatever goes wrong, finds all of the old or all of the
    /// new.
    pub(crate) fn replace(&self, bytes: &[u8]) -> Result<(), WriteError> {
        let system = |reason| WriteError::System { path: self.named.clone(), reason };
        let metadata = fs::metadata(&self.real).map_err(system)?;
        if metadata.permissions().readonly() {
            return Err(system(io::ErrorKind::PermissionDenied.into()));
        }
        let limit = u64::try_from(self.bytes.len()).unwrap_or(u64::MAX);
        let is_same = || read_limited(&self.real, limit).is_ok_and(|now| now == self.bytes);
        if !is_same() {
            return Err(WriteError::Changed(self.named.clone()));
        }
        let ready = Ready::write(&self.real, bytes, Some(&metadata)).map_err(system)?;
        if !is_same() {
            return Err(WriteError::Changed(self.named.clone()));
        }
        ready.replace(&self.real).map_err(system)
    }
}

/// Puts `new` in the place of `old` in a file that has `old`.
pub(crate) fn exchange(path: &Path, old: &[u8], new: &[u8]) -> Result<(), WriteError> {
    let system = |reason| WriteError::System { path: path.to_owned(), reason };
    let original = Original::read(path, LARGEST).map_err(system)?;
    if original.bytes() != old {
        return Err(WriteError::Changed(path.to_owned()));
    }
    original.replace(new)
}

/// Makes a new file with these bytes: all of them are in it as soon as it is there. Nothing is written over.
pub(crate) fn create(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let made = Ready::write(path, bytes, None).and_then(|ready| ready.create(path));
    made.map_err(|reason| match reason.kind() {
        io::ErrorKind::AlreadyExists => WriteError::Exists(path.to_owned()),
        _ => WriteError::System { path: path.to_owned(), reason },
    })
}

/// The bytes of a regular file of at most `limit` bytes.
pub(crate) fn read_limited(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let too_big =
        || io::Error::new(io::ErrorKind::FileTooLarge, format!("it is larger than {} MiB", limit >> 20));
    // Asked before opening, because opening a pipe waits for its other end.
    let metadata = fs::metadata(path)?;
    if !metadata.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is not a regular file"));
    }
    if metadata.len() > limit {
        return Err(too_big());
    }
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or_default());
    File::open(path)?.take(limit + 1).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length <= limit) { Ok(bytes) } else { Err(too_big()) }
}

/// A file that is written, and has no name of its own yet or one that nobody looks for.
struct Ready {
    file: File,
    /// The name it has meanwhile, where it needs one; taken away again if it does not come to the end.
    beside: Option<PathBuf>,
}

impl Ready {
    fn write(path: &Path, bytes: &[u8], like: Option<&fs::Metadata>) -> io::Result<Self> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut ready = if let Some(file) = nameless(folder) {
            Self { file, beside: None }
        } else {
            let (beside, file) = named(path, |beside| File::create_new(beside))?;
            Self { file, beside: Some(beside) }
        };
        ready.file.write_all(bytes)?;
        if let Some(metadata) = like {
            // Before its permissions, which a change of owner may take away.
            #[cfg(unix)]
            {
                use std::os::unix::fs::MetadataExt;
                // Only the system's own user may give files away; for others the owner is the same already.
                let _ = std::os::unix::fs::fchown(&ready.file, Some(metadata.uid()), Some(metadata.gid()));
            }
            ready.file.set_permissions(metadata.permissions())?;
        }
        ready.file.sync_all()?;
        Ok(ready)
    }

    fn replace(mut self, path: &Path) -> io::Result<()> {
        if self.beside.is_none() {
            let (beside, ()) = named(path, |beside| link(&self.file, beside))?;
            self.beside = Some(beside);
        }
        match &self.beside {
            Some(beside) => fs::rename(beside, path)?,
            None => return Err(io::ErrorKind::Other.into()),
        }
        self.beside = None;
        Ok(())
    }

    fn create(self, path: &Path) -> io::Result<()> {
        match &self.beside {
            None => link(&self.file, path),
            // The one way without a gap that refuses a name that is taken.
            Some(beside) => match fs::hard_link(beside, path) {
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists => copy_new(beside, path),
                made => made,
            },
        }
    }
}

impl Drop for Ready {
    fn drop(&mut self) {
        if let Some(beside) = &self.beside {
            let _ = fs::remove_file(beside);
        }
    }
}

/// Copies to a new file, where the disk knows no second names.
fn copy_new(from: &Path, path: &Path) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    let copied =
        File::open(from).and_then(|mut from| io::copy(&mut from, &mut file)).and_then(|_| file.sync_all());
    if copied.is_err() {
        let _ = fs::remove_file(path);
    }
    copied
}

/// What `make` makes under a name for `path` until it is whole. Names that are left from elsewhere are passed
/// over.
fn named<T>(path: &Path, make: impl Fn(&Path) -> io::Result<T>) -> io::Result<(PathBuf, T)> {
    const TRIED: usize = 100;
    static NUMBER: AtomicUsize = AtomicUsize::new(0);
    let mut tried = 0;
    loop {
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let beside = path.with_file_name(format!(".frise-{}-{number}.tmp", std::process::id()));
        tried += 1;
        match make(&beside) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && tried < TRIED => {}
            done => return done.map(|file| (beside, file)),
        }
    }
}

/// A file in `folder` without a name, so that nothing is left of it if we are killed; `None` where there is
/// no such thing.
#[cfg(target_os = "linux")]
fn nameless(folder: &Path) -> Option<File> {
    use rustix::fs::{Mode, OFlags};
    let flags = OFlags::TMPFILE | OFlags::RDWR | OFlags::CLOEXEC;
    let file = rustix::fs::open(folder, flags, Mode::from_raw_mode(0o666)).ok().map(File::from)?;
    // Without /proc it could never get a name.
    fs::metadata(own_path(&file)).is_ok().then_some(file)
}

#[cfg(not(target_os = "linux"))]
fn nameless(_: &Path) -> Option<File> {
    None
}

#[cfg(target_os = "linux")]
fn own_path(file: &File) -> String {
    use std::os::fd::AsRawFd;
    format!("/proc/self/fd/{}", file.as_raw_fd())
}

/// Gives a nameless file a name, which must not be taken.
#[cfg(target_os = "linux")]
fn link(file: &File, path: &Path) -> io::Result<()> {
    use rustix::fs::{AtFlags, CWD, linkat};
    Ok(linkat(CWD, own_path(file), CWD, path, AtFlags::SYMLINK_FOLLOW)?)
}

#[cfg(not(target_os = "linux"))]
fn link(_: &File, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

#[cfg(all(test, unix))]
#[allow(clippy::unwrap_used, reason = "what helps a test may fail as one")]
mod tests {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

    use super::*;

    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("frise-edit-{}-{name}", std::process::id()));
            fs::create_dir_all(&path).unwrap();
            Self(path)
        }

        fn names(&self) -> Vec<String> {
            let entries = fs::read_dir(&self.0).unwrap().map(|entry| entry.unwrap().file_name());
            let mut names: Vec<_> = entries.map(|name| name.into_string().unwrap()).collect();
            names.sort();
            names
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn a_file_is_replaced_through_its_link_and_keeps_its_permissions() {
        let folder = Folder::new("link");
        let (file, link) = (folder.0.join("a.yaml"), folder.0.join("link.yaml"));
        fs::write(&file, "old").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
        symlink("a.yaml", &link).unwrap();
        Original::read(&link, 10).unwrap().replace(b"new").unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"new");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::metadata(&file).unwrap().mode() & 0o777, 0o640);
        assert_eq!(folder.names(), ["a.yaml", "link.yaml"]);
    }

    #[test]
    fn what_was_changed_meanwhile_is_left_alone() {
        let folder = Folder::new("changed");
        let file = folder.0.join("a.yaml");
        fs::write(&file, "old").unwrap();
        let original = Original::read(&file, 10).unwrap();
        for other in ["other", "ol", "oldest"] {
            fs::write(&file, other).unwrap();
            assert!(matches!(original.replace(b"new"), Err(WriteError::Changed(_))));
            assert_eq!(fs::read_to_string(&file).unwrap(), other);
        }
        fs::remove_file(&file).unwrap();
        assert!(original.replace(b"new").is_err());
        assert_eq!(folder.names(), [""; 0]);
    }

    #[test]
    fn a_new_file_takes_no_name_that_is_taken() {
        let folder = Folder::new("new");
        let file = folder.0.join("a.txt");
        create(&file, b"one").unwrap();
        assert!(matches!(create(&file, b"two"), Err(WriteError::Exists(_))));
        symlink("nowhere", folder.0.join("dangling")).unwrap();
        assert!(matches!(create(&folder.0.join("dangling"), b"two"), Err(WriteError::Exists(_))));
        assert_eq!(fs::read(&file).unwrap(), b"one");
        assert!(create(&folder.0.join("none/a.txt"), b"x").is_err());
        assert_eq!(folder.names(), ["a.txt", "dangling"]);
    }

    #[test]
    fn a_file_that_must_not_be_written_is_not() {
        let folder = Folder::new("locked");
        let file = folder.0.join("a.yaml");
        fs::write(&file, "old").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).unwrap();
        assert!(Original::read(&file, 10).unwrap().replace(b"new").is_err());
        assert_eq!(fs::read(&file).unwrap(), b"old");
        assert!(Original::read(&file, 2).is_err());
        assert!(Original::read(&folder.0, 2).is_err());
    }
}
