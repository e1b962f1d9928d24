//! Where the sockets lie.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use super::socket::{self, Unreachable};

/// A folder of sockets that belongs to the user alone.
#[derive(Clone, Debug)]
pub struct Folder {
    path: PathBuf,
}

/// How the names of sockets end.
const SUFFIX: &str = ".sock";

impl Folder {
    /// The folder of this user: in the runtime folder, else in the folder of temporary files.
    ///
    /// # Errors
    ///
    /// It cannot be made, belongs to somebody else, or its path is too long.
    pub fn of_user() -> io::Result<Self> {
        let runtime =
            std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|path| path.is_absolute());
        let shared = || std::env::temp_dir().join(platform::name_of_folder());
        // Where the runtime folder is not what it should be, all sides find that out, and meet in the other one.
        match runtime.map(|runtime| Self::at(runtime.join("frise"))) {
            Some(Ok(folder)) => Ok(folder),
            Some(Err(error)) => Self::at(shared()).map_err(|_| error),
            None => Self::at(shared()),
        }
    }

    /// The folder at `path`, made where it is not there.
    ///
    /// # Errors
    ///
    /// The same.
    pub fn at(path: PathBuf) -> io::Result<Self> {
        let folder = Self { path };
        if folder.next().as_os_str().len() > platform::LONGEST_PATH {
            let words = format!("{} is too long a path for a socket", folder.path.display());
            return Err(io::Error::new(io::ErrorKind::InvalidInput, words));
        }
        platform::make(&folder.path)?;
        Ok(folder)
    }

    /// Its path.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A path for the socket of a briefing that begins now: later ones come behind earlier ones.
    pub(super) fn next(&self) -> PathBuf {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        self.path.join(format!("{:014}-{:010}{SUFFIX}", now.as_millis(), std::process::id()))
    }

    /// Removes the sockets behind which nobody listens; says behind how many somebody does.
    pub(super) fn sweep(&self) -> usize {
        let mut briefings = 0;
        for path in self.sockets().unwrap_or_default() {
            match socket::connect(&path) {
                Ok(Ok(_) | Err(Unreachable::Busy)) => briefings += 1,
                Ok(Err(Unreachable::Abandoned)) => socket::remove_stale(&path),
                Err(_) => {}
            }
        }
        briefings
    }

    /// The sockets, the newest first.
    pub(super) fn sockets(&self) -> io::Result<Vec<PathBuf>> {
        let entries = fs::read_dir(&self.path)?.filter_map(Result::ok).map(|entry| entry.path());
        let is_socket = |path: &PathBuf| path.to_string_lossy().ends_with(SUFFIX);
        let mut sockets: Vec<PathBuf> = entries.filter(is_socket).collect();
        sockets.sort_unstable_by(|one, other| other.cmp(one));
        Ok(sockets)
    }
}

#[cfg(unix)]
mod platform {
    use std::fs::DirBuilder;
    use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt};

    use super::{Path, fs, io};

    /// The shortest path that a Unix has no room for in the address of a socket, that of the BSDs, less one for the end
    /// and three for a longer ending while nobody is to find it.
    pub(super) const LONGEST_PATH: usize = 104 - 1 - 3;

    pub(super) fn name_of_folder() -> String {
        format!("frise-{}", rustix::process::getuid().as_raw())
    }

    pub(super) fn make(path: &Path) -> io::Result<()> {
        match DirBuilder::new().mode(0o700).create(path) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                return Err(io::Error::new(error.kind(), format!("{}: {error}", path.display())));
            }
            _ => {}
        }
        // Where anybody may make folders, somebody else may have been first.
        let metadata = fs::symlink_metadata(path)?;
        let is_ours = metadata.is_dir() && metadata.uid() == rustix::process::getuid().as_raw();
        if !is_ours {
            let words = format!("{} is not a folder of your own", path.display());
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, words));
        }
        if metadata.permissions().mode() & 0o077 != 0 {
            fs::set_permissions(path, fs::Permissions::from_mode(0o700))?;
        }
        Ok(())
    }

    #[cfg(test)]
    mod tests {
        use super::super::Folder;
        use super::*;

        #[test]
        fn nobody_else_can_look_in() {
            let path = std::env::temp_dir().join(format!("frise-folder-{}", std::process::id()));
            fs::create_dir_all(&path).unwrap();
            fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
            let folder = Folder::at(path.clone()).unwrap();
            assert_eq!(fs::metadata(folder.path()).unwrap().permissions().mode() & 0o777, 0o700);
            fs::remove_dir(&path).unwrap();
            std::os::unix::fs::symlink("/tmp", &path).unwrap();
            assert_eq!(Folder::at(path.clone()).unwrap_err().kind(), io::ErrorKind::PermissionDenied);
            fs::remove_file(&path).unwrap();
        }

        #[test]
        fn a_path_that_no_socket_can_have_is_refused() {
            let path = std::env::temp_dir().join("a".repeat(90));
            let error = Folder::at(path.clone()).unwrap_err();
            assert!(error.to_string().contains("too long"), "{error}");
            assert!(!path.exists());
        }
    }
}

#[cfg(windows)]
mod platform {
    use super::{Path, fs, io};

    /// Named pipes have names of their own.
    pub(super) const LONGEST_PATH: usize = usize::MAX;

    /// The folder of temporary files is the user's own.
    pub(super) fn name_of_folder() -> String {
        "frise".to_owned()
    }

    pub(super) fn make(path: &Path) -> io::Result<()> {
        fs::create_dir_all(path)
    }
}
