//! The side of those who follow a briefing.

use std::io::{self, Write};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use interprocess::local_socket::Stream;
use interprocess::local_socket::prelude::*;
use notify::event::ModifyKind;
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::folder::Folder;
use super::pause::Pause;
use super::socket::{self, Unreachable};
use super::wire::{self, Lines};

/// What is heard of a briefing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard<Told> {
    /// This was told.
    Told(Told),
    /// The briefing of which something was told is over.
    Over,
    /// A briefing is given by another version of the program, which says other things.
    OtherVersion,
    /// Nobody can be followed, and nobody will be.
    Failed(String),
}

/// Follows the newest briefing, and when it is over the next one.
#[derive(Debug)]
pub struct Follower {
    /// The connection to the briefing that is followed.
    connection: Arc<Mutex<Option<Arc<Stream>>>>,
}

/// A presenter greets at once; one that is stopped is given up after this.
const GREETING: Duration = Duration::from_secs(2);

/// What is asked of a presenter goes into a buffer at once; where that is full for so long, it is dropped.
const SENDING: Duration = Duration::from_millis(200);

impl Follower {
    /// Follows the briefings whose sockets lie in `folder`. `hear` is called with what is heard, in its order; it says
    /// whether anybody wants to know still.
    pub fn start<Told: DeserializeOwned + Send + 'static>(
        folder: Folder,
        hear: impl Fn(Heard<Told>) -> bool + Send + 'static,
    ) -> Self {
        let connection = Arc::new(Mutex::new(None));
        let theirs = Arc::clone(&connection);
        thread::spawn(move || {
            if let Err(error) = follow(&folder, &theirs, &hear) {
                hear(Heard::Failed(error.to_string()));
            }
        });
        Self { connection }
    }

    /// Asks something of the briefing that is followed; false where there is none.
    pub fn ask(&self, what: &impl Serialize) -> bool {
        let connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let Some((stream, line)) = connection.zip(wire::line(what).ok()) else { return false };
        (&*stream).write_all(line.as_bytes()).is_ok()
    }
}

/// What came of a visit to one briefing.
enum Visit {
    /// Something was told, and it is over.
    Followed,
    /// Nothing was told: it hung up at once, or did not answer.
    Nothing,
    OtherVersion,
    /// Nobody wants to know any more.
    Unwanted,
}

fn follow<Told: DeserializeOwned>(
    folder: &Folder,
    connection: &Mutex<Option<Arc<Stream>>>,
    hear: &impl Fn(Heard<Told>) -> bool,
) -> io::Result<()> {
    // A socket that comes between looking and waiting is not missed: the watch is there before.
    let (_watcher, news) = watch(folder)?;
    let mut pause = Pause::default();
    loop {
        let mut is_anybody_there = false;
        let mut is_other_version = false;
        let mut was_followed = false;
        for path in folder.sockets()? {
            let stream = match socket::connect(&path) {
                Ok(Ok(stream)) => Arc::new(stream),
                Ok(Err(Unreachable::Abandoned)) => {
                    socket::remove_stale(&path);
                    continue;
                }
                Ok(Err(Unreachable::Busy)) => {
                    is_anybody_there = true;
                    continue;
                }
                // It has just ended.
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(error) => return Err(error),
            };
            match visit(&stream, connection, hear) {
                Visit::Followed => {
                    was_followed = true;
                    break;
                }
                Visit::Nothing => is_anybody_there = true,
                Visit::OtherVersion => (is_anybody_there, is_other_version) = (true, true),
                Visit::Unwanted => return Ok(()),
            }
        }
        if was_followed {
            pause = Pause::default();
            // Who was killed has left something behind; whoever says that the briefing is over has tidied up.
            folder.sweep();
            if !hear(Heard::Over) {
                return Ok(());
            }
            continue;
        }
        if is_other_version && !hear(Heard::OtherVersion) {
            return Ok(());
        }
        // Where somebody is there who does not answer, he may later.
        let has_news = if is_anybody_there && !is_other_version {
            news.recv_timeout(pause.next())
        } else {
            news.recv().map_err(|_| RecvTimeoutError::Disconnected)
        };
        if has_news == Err(RecvTimeoutError::Disconnected) {
            return Ok(());
        }
    }
}

/// Hears what is told in one briefing, to its end.
fn visit<Told: DeserializeOwned>(
    stream: &Arc<Stream>,
    connection: &Mutex<Option<Arc<Stream>>>,
    hear: &impl Fn(Heard<Told>) -> bool,
) -> Visit {
    // Where a socket knows no time limit there is none.
    let _ = stream.set_recv_timeout(Some(GREETING));
    let mut lines = Lines::new(stream);
    match lines.read_greeting() {
        None => return Visit::Nothing,
        Some(false) => return Visit::OtherVersion,
        Some(true) => {}
    }
    let _ = stream.set_recv_timeout(None);
    // A presenter that is stopped reads nothing, and the thread that draws must not wait for it.
    let _ = stream.set_send_timeout(Some(SENDING));
    let set = |open| *connection.lock().unwrap_or_else(PoisonError::into_inner) = open;
    set(Some(Arc::clone(stream)));
    let mut was_heard = false;
    let wants_more = lines.said().all(|told| {
        was_heard = true;
        hear(Heard::Told(told))
    });
    set(None);
    match (wants_more, was_heard) {
        (false, _) => Visit::Unwanted,
        (true, true) => Visit::Followed,
        (true, false) => Visit::Nothing,
    }
}

/// Something for each change in the folder.
fn watch(folder: &Folder) -> io::Result<(RecommendedWatcher, Receiver<()>)> {
    let (sender, news) = mpsc::channel();
    let tell = move |event: notify::Result<notify::Event>| {
        // Looking into the folder is an event, too.
        if event.is_ok_and(|event| {
            matches!(event.kind, EventKind::Create(_) | EventKind::Modify(ModifyKind::Name(_)))
        }) {
            let _ = sender.send(());
        }
    };
    let mut watcher = notify::recommended_watcher(tell).map_err(io::Error::other)?;
    watcher.watch(folder.path(), RecursiveMode::NonRecursive).map_err(io::Error::other)?;
    Ok((watcher, news))
}
