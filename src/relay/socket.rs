//! One briefing's socket: on Unix a file of the folder, on Windows a named pipe that a file of the folder stands for.

use std::fs;
use std::io;
use std::path::Path;
use std::time::Duration;

use interprocess::ConnectWaitMode;
use interprocess::local_socket::{ConnectOptions, Listener, ListenerOptions, Stream};

use platform::name;

/// A listener accepts at once. One that is stopped, or whose queue is full, is given up after this.
const CONNECT_TIMEOUT: Duration = Duration::from_millis(200);

/// Why a socket cannot be connected to.
pub(super) enum Unreachable {
    /// Nobody will ever listen here again.
    Abandoned,
    /// Somebody listens, and cannot answer now.
    Busy,
}

/// Connects to the briefing behind `path`.
pub(super) fn connect(path: &Path) -> io::Result<Result<Stream, Unreachable>> {
    let options =
        ConnectOptions::new().name(name(path)?).wait_mode(ConnectWaitMode::Timeout(CONNECT_TIMEOUT));
    match options.connect_sync() {
        Ok(stream) => Ok(Ok(stream)),
        Err(error) if platform::is_abandoned(&error) => Ok(Err(Unreachable::Abandoned)),
        Err(error) if matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut) => {
            Ok(Err(Unreachable::Busy))
        }
        Err(error) => Err(error),
    }
}

/// Listens behind `path`. It gets its name when somebody listens behind it: before, it would look like one that was
/// left behind.
pub(super) fn open(path: &Path) -> io::Result<Listener> {
    platform::open(path)
}

/// Lets nobody find the briefing behind `path` any more, and wakes up whoever waits for somebody to come.
pub(super) fn close(path: &Path) {
    platform::close(path, |path| drop(connect(path)));
}

/// Removes a socket behind which nobody listens.
pub(super) fn remove_stale(path: &Path) {
    // Somebody else may have removed it meanwhile.
    let _ = fs::remove_file(path);
}

fn listen(path: &Path) -> io::Result<ListenerOptions<'_>> {
    Ok(ListenerOptions::new().name(name(path)?).reclaim_name(false))
}

#[cfg(unix)]
mod platform {
    use std::os::unix::fs::PermissionsExt;
    use std::path::PathBuf;

    use interprocess::local_socket::prelude::*;
    use interprocess::local_socket::{GenericFilePath, Name};

    use super::{Listener, Path, fs, io, listen};

    pub(super) fn name(path: &Path) -> io::Result<Name<'_>> {
        path.to_fs_name::<GenericFilePath>()
    }

    pub(super) fn is_abandoned(error: &io::Error) -> bool {
        error.kind() == io::ErrorKind::ConnectionRefused
    }

    pub(super) fn open(path: &Path) -> io::Result<Listener> {
        let early = unseen(path);
        let listener = listen(&early)?.create_sync()?;
        // Not every system takes a mode for a socket before it is there; the folder keeps others out anyway.
        fs::set_permissions(&early, fs::Permissions::from_mode(0o600))?;
        fs::rename(&early, path)?;
        Ok(listener)
    }

    pub(super) fn close(path: &Path, wake: impl Fn(&Path)) {
        let late = unseen(path);
        let _ = fs::rename(path, &late);
        wake(&late);
        let _ = fs::remove_file(&late);
    }

    /// The name of the socket at `path` while nobody is to find it.
    fn unseen(path: &Path) -> PathBuf {
        path.with_extension("unseen")
    }
}

#[cfg(windows)]
mod platform {
    use interprocess::local_socket::prelude::*;
    use interprocess::local_socket::{GenericNamespaced, Name};
    use interprocess::os::windows::local_socket::ListenerOptionsExt;
    use interprocess::os::windows::security_descriptor::SecurityDescriptor;
    use widestring::u16cstr;

    use super::{Listener, Path, fs, io, listen};

    /// All of one machine share the names of pipes; those of files tell briefings apart.
    pub(super) fn name(path: &Path) -> io::Result<Name<'_>> {
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        format!("frise-{file}").to_ns_name::<GenericNamespaced>()
    }

    pub(super) fn is_abandoned(error: &io::Error) -> bool {
        error.kind() == io::ErrorKind::NotFound
    }

    pub(super) fn open(path: &Path) -> io::Result<Listener> {
        // Whoever owns it may do anything with it, and nobody else.
        let owner = SecurityDescriptor::deserialize(u16cstr!("D:P(A;;GA;;;OW)"))?;
        let listener = listen(path)?.security_descriptor(owner).create_sync()?;
        fs::write(path, "")?;
        Ok(listener)
    }

    pub(super) fn close(path: &Path, wake: impl Fn(&Path)) {
        let _ = fs::remove_file(path);
        wake(path);
    }
}
