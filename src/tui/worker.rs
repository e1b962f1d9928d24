//! The thread that proves the timeline, and reads it anew when its files change.

use std::fs::Metadata;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use super::watch::Watch;
use crate::app::{Message, Notice, Reloaded};
use crate::load::{self, Draft, Proof};

/// Something for the worker to do.
pub(super) enum Work {
    /// A file has changed, or may have.
    Changed,
    /// Read the timeline anew in any case.
    Reload,
    /// Read and prove no more: another timeline is shown.
    End,
    /// Let go of a timeline that is no longer shown; of a large one that takes longer than a frame.
    Drop(Arc<Draft>, Option<Arc<Proof>>),
}

/// An editor writes a file in several steps; so long nothing may have happened before it is read.
const QUIET: Duration = Duration::from_millis(40);
/// A file that changes all the time is read after this.
const LONGEST: Duration = Duration::from_millis(150);

/// Starts the thread. Files that changed after `since`, when `draft` began to be read, have changed. `tell` says
/// whether anybody listens still.
pub(super) fn start(
    draft: Arc<Draft>,
    since: SystemTime,
    tell: impl Fn(Message) -> bool + Send + 'static,
) -> Sender<Work> {
    let (sender, work) = mpsc::channel();
    let changed = sender.clone();
    thread::spawn(move || {
        if !tell(Message::Checked(Arc::new(draft.prove()))) {
            return;
        }
        let mut watch = match Watch::new(move || drop(changed.send(Work::Changed))) {
            Ok(watch) => Some(watch),
            Err(error) => {
                tell(Message::Notice(Notice::Watch(error.to_string())));
                None
            }
        };
        if let Some(Err(error)) = watch.as_mut().map(|watch| watch.follow(&draft)) {
            tell(Message::Notice(Notice::Watch(error.to_string())));
        }
        let is_late = draft.files().iter().any(|file| may_have_changed(file, since));
        Worker { draft, watch, work, tell, is_broken: false }.work(is_late);
    });
    sender
}

/// How far the times in a file system lag behind the clock: those of FAT have two seconds, those of Linux the
/// length of a tick.
const COARSEST: Duration = Duration::from_secs(2);

/// Whether a file may be another one than it was at `since`. A file that is moved into its place keeps the time of
/// its writing, but not that of its change.
fn may_have_changed(file: &Path, since: SystemTime) -> bool {
    let Ok(metadata) = file.metadata() else { return true };
    let modified = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
    modified.max(changed(&metadata)) + COARSEST >= since
}

/// When a file, or where it lies, was changed.
#[cfg(unix)]
fn changed(metadata: &Metadata) -> SystemTime {
    use std::os::unix::fs::MetadataExt;
    SystemTime::UNIX_EPOCH + Duration::from_secs(u64::try_from(metadata.ctime()).unwrap_or(0))
}

/// When a file was made, for that is all that can be known.
#[cfg(not(unix))]
fn changed(metadata: &Metadata) -> SystemTime {
    metadata.created().unwrap_or(SystemTime::UNIX_EPOCH)
}

struct Worker<T> {
    /// The last timeline that could be read.
    draft: Arc<Draft>,
    watch: Option<Watch>,
    work: Receiver<Work>,
    tell: T,
    /// Whether what is saved now could not be read.
    is_broken: bool,
}

impl<T: Fn(Message) -> bool> Worker<T> {
    fn work(mut self, is_late: bool) {
        if is_late && !self.reload(false) {
            return;
        }
        while let Ok(work) = self.work.recv() {
            let goes_on = match work {
                Work::Reload => self.reload(true),
                Work::Changed => match self.wait_for_quiet() {
                    Some(is_forced) => self.reload(is_forced),
                    None => false,
                },
                Work::End => false,
                Work::Drop(draft, proof) => {
                    drop((draft, proof));
                    true
                }
            };
            if !goes_on {
                return;
            }
        }
    }

    /// Waits until nothing changes any more; says whether a reload was asked for meanwhile, and nothing where
    /// nobody asks for anything any more.
    fn wait_for_quiet(&self) -> Option<bool> {
        let end = Instant::now() + LONGEST;
        let mut is_forced = false;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            match self.work.recv_timeout(QUIET.min(left)) {
                Ok(Work::Reload) => is_forced = true,
                Ok(Work::Changed | Work::Drop(..)) => {}
                Err(RecvTimeoutError::Timeout) => return Some(is_forced),
                Ok(Work::End) | Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
    }

    /// Reads the timeline anew and proves it, and says whether anybody listens still. What is the same as before
    /// is news only where it was asked for.
    fn reload(&mut self, is_forced: bool) -> bool {
        // What took the place of something else is watched before it is read, so that nothing comes in between.
        if let Some(watch) = &mut self.watch {
            watch.forget();
        }
        if !self.follow() {
            return false;
        }
        let draft = match load::read(self.draft.input()) {
            Ok(draft) => Arc::new(draft),
            Err(failure) => {
                self.is_broken = true;
                return (self.tell)(Message::Unreadable(Arc::new(failure)));
            }
        };
        if draft.is_same_as(&self.draft) && !is_forced && !self.is_broken {
            return true;
        }
        self.is_broken = false;
        let proof = Arc::new(draft.prove());
        let reloaded = Reloaded::new(&self.draft, Arc::clone(&draft), proof);
        self.draft = draft;
        self.follow() && (self.tell)(Message::Reloaded(Box::new(reloaded)))
    }

    /// Watches the files of the timeline; says whether anybody listens still.
    fn follow(&mut self) -> bool {
        match self.watch.as_mut().map(|watch| watch.follow(&self.draft)) {
            Some(Err(error)) => (self.tell)(Message::Notice(Notice::Watch(error.to_string()))),
            Some(Ok(())) | None => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_file_that_took_the_place_of_another_has_changed() {
        let path = std::env::temp_dir().join(format!("frise-changed-{}", std::process::id()));
        let file = fs::File::create(&path).unwrap();
        let now = SystemTime::now();
        assert!(may_have_changed(&path, now));
        // Times of files are taken from a coarser clock than ours.
        assert!(may_have_changed(&path, now + Duration::from_millis(10)));
        file.set_modified(now - Duration::from_secs(3600)).unwrap();
        assert!(may_have_changed(&path, now));
        assert!(!may_have_changed(&path, now + Duration::from_secs(60)));
        fs::remove_file(&path).unwrap();
        assert!(may_have_changed(&path, now));
    }
}
