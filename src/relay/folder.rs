//! Where the sockets lie.

use std::fs::{self, DirBuilder};
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use interprocess::local_socket::prelude::*;
use interprocess::local_socket::{GenericFilePath, Name, Stream};

/// A folder of sockets that belongs to the user alone.
#[derive(Clone, Debug)]
pub struct Folder {
    path: PathBuf,
}

/// How the names of sockets end.
const SUFFIX: &str = ".sock";

impl Folder {
    /// The folder of this user: in the runtime folder, else in the folder of temporary files under the user's number.
    ///
    /// # Errors
    ///
    /// It cannot be made, or belongs to somebody else.
    pub fn of_user() -> io::Result<Self> {
        let runtime =
            std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|path| path.is_absolute());
        let shared = || std::env::temp_dir().join(format!("frise-{}", rustix::process::getuid().as_raw()));
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
        match DirBuilder::new().mode(0o700).create(&path) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                return Err(io::Error::new(error.kind(), format!("{}: {error}", path.display())));
            }
            _ => {}
        }
        // Where anybody may make folders, somebody else may have been first.
        let metadata = fs::symlink_metadata(&path)?;
        let is_ours = metadata.is_dir() && metadata.uid() == rustix::process::getuid().as_raw();
        if !is_ours {
            let words = format!("{} belongs to somebody else", path.display());
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, words));
        }
        if metadata.permissions().mode() & 0o077 != 0 {
            fs::set_permissions(&path, fs::Permissions::from_mode(0o700))?;
        }
        Ok(Self { path })
    }

    /// Its path.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A path for the socket of a talk that begins now: later ones come behind earlier ones.
    pub(super) fn next(&self) -> PathBuf {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        self.path.join(format!("{:014}-{}{SUFFIX}", now.as_millis(), std::process::id()))
    }

    /// A connection to the newest talk that answers. Sockets behind which nobody listens are removed.
    pub(super) fn connect(&self) -> io::Result<Option<Stream>> {
        for path in self.sockets()? {
            match Stream::connect(name(&path)?) {
                Ok(stream) => return Ok(Some(stream)),
                Err(error) if error.kind() == io::ErrorKind::ConnectionRefused => {
                    // Somebody else may have removed it meanwhile.
                    let _ = fs::remove_file(&path);
                }
                // It has just ended.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(error),
            }
        }
        Ok(None)
    }

    /// Removes the sockets behind which nobody listens; says behind how many somebody does.
    pub(super) fn sweep(&self) -> usize {
        let mut talks = 0;
        for path in self.sockets().unwrap_or_default() {
            match name(&path).and_then(Stream::connect) {
                Ok(_) => talks += 1,
                Err(error) if error.kind() == io::ErrorKind::ConnectionRefused => {
                    let _ = fs::remove_file(&path);
                }
                Err(_) => {}
            }
        }
        talks
    }

    /// The sockets, the newest first.
    fn sockets(&self) -> io::Result<Vec<PathBuf>> {
        let entries = fs::read_dir(&self.path)?.filter_map(Result::ok).map(|entry| entry.path());
        let is_socket = |path: &PathBuf| path.to_string_lossy().ends_with(SUFFIX);
        let mut sockets: Vec<PathBuf> = entries.filter(is_socket).collect();
        sockets.sort_unstable_by(|one, other| other.cmp(one));
        Ok(sockets)
    }
}

/// The name of the socket at `path`.
pub(super) fn name(path: &Path) -> io::Result<Name<'_>> {
    path.to_fs_name::<GenericFilePath>()
}

#[cfg(test)]
mod tests {
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
}
