//! The side of the one who gives the briefing.

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use interprocess::local_socket::prelude::*;
use interprocess::local_socket::{Listener, Stream};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::folder::Folder;
use super::pause::Pause;
use super::socket;
use super::wire::{self, Lines};

/// Tells followers where the briefing is.
#[derive(Debug)]
pub struct Presenter {
    path: PathBuf,
    audience: Arc<Mutex<Audience>>,
    is_over: Arc<AtomicBool>,
    is_alone: bool,
}

/// Who follows, and what everybody who comes is told first.
#[derive(Debug, Default)]
struct Audience {
    /// Each with the number of its connection.
    followers: Vec<(usize, SyncSender<Arc<str>>)>,
    connections: usize,
    last: Option<Arc<str>>,
}

/// A follower this many lines behind is dropped.
const LONGEST_QUEUE: usize = 4096;
/// No room has more screens than this; each costs two threads.
const MOST_FOLLOWERS: usize = 32;
/// All that one of these threads needs.
const STACK: usize = 256 * 1024;

impl Audience {
    /// Adds a follower, tells him where the briefing is, and returns the number of his connection.
    fn add(&mut self, follower: SyncSender<Arc<str>>) -> usize {
        if let Some(last) = &self.last {
            let _ = follower.try_send(Arc::clone(last));
        }
        self.connections += 1;
        self.followers.push((self.connections, follower));
        self.connections
    }
}

impl Presenter {
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
        let listener = socket::open(&path)?;
        let audience = Arc::new(Mutex::new(Audience::default()));
        let is_over = Arc::new(AtomicBool::new(false));
        let (theirs, ends) = (Arc::clone(&audience), Arc::clone(&is_over));
        thread::spawn(move || receive(&listener, &ends, &theirs, &asked));
        Ok(Self { path, audience, is_over, is_alone })
    }

    /// Whether no other briefing was being given when this one began. Who follows another one goes on doing so.
    pub fn is_alone(&self) -> bool {
        self.is_alone
    }

    /// Tells everybody who follows, now and later, until something else is told.
    ///
    /// # Errors
    ///
    /// It cannot be written as JSON.
    pub fn tell(&self, what: &impl Serialize) -> io::Result<()> {
        let line: Arc<str> = wire::line(what)?.into();
        let mut audience = lock(&self.audience);
        audience.followers.retain(|(_, follower)| follower.try_send(Arc::clone(&line)).is_ok());
        audience.last = Some(line);
        Ok(())
    }
}

impl Drop for Presenter {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Release);
        // Nobody finds this briefing any more before anybody hears that it is over: who looks for the next one at once
        // would come back to it.
        socket::close(&self.path);
        lock(&self.audience).followers.clear();
    }
}

/// Waits for followers until the briefing `is_over`.
fn receive<Asked: DeserializeOwned>(
    listener: &Listener,
    is_over: &AtomicBool,
    audience: &Arc<Mutex<Audience>>,
    asked: &(impl Fn(Asked) -> bool + Clone + Send + 'static),
) {
    let present = Arc::new(AtomicUsize::new(0));
    let mut pause = Pause::default();
    loop {
        let come = listener.accept();
        if is_over.load(Ordering::Acquire) {
            return;
        }
        match come {
            Ok(stream) => {
                pause = Pause::default();
                let seat = ConnectionSlot::take(&present);
                // With no slot or no thread left, the connection is closed.
                if let Some(seat) = seat {
                    let _ = welcome(Arc::new(stream), seat, audience, asked.clone());
                }
            }
            // As where no more files can be opened: it will not be better at once.
            Err(_) => thread::sleep(pause.next()),
        }
    }
}

/// A follower's seat, free again when it is dropped.
struct ConnectionSlot(Arc<AtomicUsize>);

impl ConnectionSlot {
    fn take(present: &Arc<AtomicUsize>) -> Option<Self> {
        let seat = Self(Arc::clone(present));
        (present.fetch_add(1, Ordering::AcqRel) < MOST_FOLLOWERS).then_some(seat)
    }
}

impl Drop for ConnectionSlot {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}

/// Tells a follower everything from now on, and hears what he asks for.
fn welcome<Asked: DeserializeOwned>(
    stream: Arc<Stream>,
    seat: ConnectionSlot,
    audience: &Arc<Mutex<Audience>>,
    asked: impl Fn(Asked) -> bool + Send + 'static,
) -> io::Result<()> {
    let (sender, lines) = mpsc::sync_channel(LONGEST_QUEUE);
    let hears = Arc::clone(&stream);
    let thread = || thread::Builder::new().stack_size(STACK);
    thread().spawn(move || {
        write(&stream, &lines);
        drop(seat);
    })?;
    let number = lock(audience).add(sender);
    let theirs = Arc::clone(audience);
    thread().spawn(move || {
        let _ = Lines::new(&hears).said().all(asked);
        // Whoever is not listened to any more is not told anything either.
        lock(&theirs).followers.retain(|(other, _)| *other != number);
    })?;
    Ok(())
}

fn write(mut stream: &Stream, lines: &Receiver<Arc<str>>) {
    if wire::greet(stream).is_err() {
        return;
    }
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
