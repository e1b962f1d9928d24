//! The side of the one who gives the talk.

use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use interprocess::local_socket::prelude::*;
use interprocess::local_socket::{Listener, ListenerOptions, Stream};
use interprocess::os::unix::local_socket::ListenerOptionsExt;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::folder::{Folder, name};

/// Tells followers where the talk is.
#[derive(Debug)]
pub struct Lead {
    path: PathBuf,
    audience: Arc<Mutex<Audience>>,
    is_over: Arc<AtomicBool>,
    is_alone: bool,
}

/// Who follows, and what everybody who comes is told first.
#[derive(Debug, Default)]
struct Audience {
    followers: Vec<SyncSender<Arc<str>>>,
    last: Option<Arc<str>>,
}

/// Who is so many lines behind does not listen any more.
const LONGEST_QUEUE: usize = 100_000;

impl Lead {
    /// Listens on a socket of its own in `folder`. `asked` is called with what followers ask for; it says whether
    /// anybody wants to know still.
    ///
    /// # Errors
    ///
    /// What the system reports where the socket cannot be made.
    pub fn start<Asked: DeserializeOwned + Send + 'static>(
        folder: &Folder,
        asked: impl Fn(Asked) -> bool + Clone + Send + 'static,
    ) -> io::Result<Self> {
        let is_alone = folder.sweep() == 0;
        let path = folder.next();
        let listener = listen(&path)?;
        let audience = Arc::new(Mutex::new(Audience::default()));
        let is_over = Arc::new(AtomicBool::new(false));
        let (theirs, ends) = (Arc::clone(&audience), Arc::clone(&is_over));
        thread::spawn(move || {
            for stream in listener.incoming().filter_map(Result::ok) {
                if ends.load(Ordering::Acquire) {
                    return;
                }
                welcome(Arc::new(stream), &theirs, asked.clone());
            }
        });
        Ok(Self { path, audience, is_over, is_alone })
    }

    /// Whether no other talk was being given when this one began. Who follows another one goes on doing so.
    pub fn is_alone(&self) -> bool {
        self.is_alone
    }

    /// Tells everybody who follows, now and later, until something else is told.
    ///
    /// # Errors
    ///
    /// It cannot be written as JSON.
    pub fn tell(&self, what: &impl Serialize) -> io::Result<()> {
        let line: Arc<str> = format!("{}\n", serde_json::to_string(what)?).into();
        let mut audience = lock(&self.audience);
        audience.followers.retain(|follower| follower.try_send(Arc::clone(&line)).is_ok());
        audience.last = Some(line);
        Ok(())
    }
}

impl Drop for Lead {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Release);
        // Nobody finds this talk any more before anybody hears that it is over: who looks for the next one at once
        // would come back to it.
        let late = unseen(&self.path);
        let _ = fs::rename(&self.path, &late);
        lock(&self.audience).followers.clear();
        // The thread that waits for followers wakes up for one more, and ends.
        let _ = name(&late).and_then(Stream::connect);
        let _ = fs::remove_file(&late);
    }
}

/// The name of the socket at `path` while nobody is to find it.
fn unseen(path: &Path) -> PathBuf {
    path.with_extension("unseen")
}

/// A socket at `path` that this user alone can reach. It gets its name when somebody listens behind it: before, it would
/// look like one that was left behind.
fn listen(path: &Path) -> io::Result<Listener> {
    let early = unseen(path);
    let options = ListenerOptions::new().name(name(&early)?).mode(0o600).reclaim_name(false);
    let listener = options.create_sync()?;
    fs::rename(&early, path)?;
    Ok(listener)
}

/// Tells a follower everything from now on, and hears what he asks for.
fn welcome<Asked: DeserializeOwned>(
    stream: Arc<Stream>,
    audience: &Mutex<Audience>,
    asked: impl Fn(Asked) -> bool + Send + 'static,
) {
    let (sender, lines) = mpsc::sync_channel(LONGEST_QUEUE);
    {
        let mut audience = lock(audience);
        if let Some(last) = &audience.last {
            let _ = sender.try_send(Arc::clone(last));
        }
        audience.followers.push(sender);
    }
    let hears = Arc::clone(&stream);
    thread::spawn(move || write(&stream, &lines));
    thread::spawn(move || {
        let lines = BufReader::new(&*hears).lines().map_while(Result::ok);
        // What is no question is not answered.
        let _ = lines.filter_map(|line| serde_json::from_str(&line).ok()).all(asked);
    });
}

fn write(mut stream: &Stream, lines: &Receiver<Arc<str>>) {
    while let Ok(line) = lines.recv() {
        if stream.write_all(line.as_bytes()).is_err() {
            return;
        }
    }
    // Both sides may live on: an empty line says that nothing more will be told.
    let _ = stream.write_all(b"\n");
}

fn lock(audience: &Mutex<Audience>) -> MutexGuard<'_, Audience> {
    audience.lock().unwrap_or_else(PoisonError::into_inner)
}
