//! The side of those who follow a talk.

use std::io::{self, BufRead, BufReader, Write};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use interprocess::local_socket::Stream;
use notify::event::ModifyKind;
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::folder::Folder;

/// What is heard of a talk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard<Told> {
    /// This was told.
    Told(Told),
    /// The talk of which something was told is over.
    Over,
    /// Nobody can be followed, and nobody will be.
    Failed(String),
}

/// Follows the newest talk, and when it is over the next one.
#[derive(Debug)]
pub struct Follow {
    /// The connection to the talk that is followed.
    talk: Arc<Mutex<Option<Arc<Stream>>>>,
}

impl Follow {
    /// Follows the talks whose sockets lie in `folder`. `hear` is called with what is heard, in its order; it says
    /// whether anybody wants to know still.
    pub fn start<Told: DeserializeOwned + Send + 'static>(
        folder: Folder,
        hear: impl Fn(Heard<Told>) -> bool + Send + 'static,
    ) -> Self {
        let talk = Arc::new(Mutex::new(None));
        let theirs = Arc::clone(&talk);
        thread::spawn(move || {
            if let Err(error) = follow(&folder, &theirs, &hear) {
                hear(Heard::Failed(error.to_string()));
            }
        });
        Self { talk }
    }

    /// Asks something of the talk that is followed; false where there is none.
    pub fn ask(&self, what: &impl Serialize) -> bool {
        let talk = self.talk.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let Some((talk, line)) = talk.zip(serde_json::to_string(what).ok()) else { return false };
        (&*talk).write_all(format!("{line}\n").as_bytes()).is_ok()
    }
}

fn follow<Told: DeserializeOwned>(
    folder: &Folder,
    talk: &Mutex<Option<Arc<Stream>>>,
    hear: &impl Fn(Heard<Told>) -> bool,
) -> io::Result<()> {
    // A socket that comes between looking and waiting is not missed: the watch is there before.
    let (_watcher, news) = watch(folder)?;
    loop {
        let Some(stream) = folder.connect()?.map(Arc::new) else {
            if news.recv().is_err() {
                return Ok(());
            }
            continue;
        };
        *talk.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&stream));
        // The last line is empty.
        let lines =
            BufReader::new(&*stream).lines().map_while(Result::ok).take_while(|line| !line.is_empty());
        let mut told = lines.filter_map(|line| serde_json::from_str(&line).ok()).peekable();
        // A talk that ended while this follower stood at its door was never heard.
        let was_heard = told.peek().is_some();
        let wants_more = told.map(Heard::Told).all(hear);
        // Who was killed has left something behind; whoever says that the talk is over has tidied up.
        folder.sweep();
        let wants_more = wants_more && (!was_heard || hear(Heard::Over));
        *talk.lock().unwrap_or_else(PoisonError::into_inner) = None;
        if !wants_more {
            return Ok(());
        }
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
