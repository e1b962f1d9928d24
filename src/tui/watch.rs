//! Watching the files of a timeline.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use notify::event::{AccessKind, AccessMode};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::load::Draft;

/// Watches the files of a timeline, through the folders they lie in: many editors put a new file in the place of
/// the old one, and a watch on that would follow the old one into nothing.
pub(super) struct Watch {
    watcher: RecommendedWatcher,
    folders: BTreeSet<PathBuf>,
    files: Arc<Mutex<BTreeSet<PathBuf>>>,
}

/// Links lead to links; longer chains than this lead nowhere.
const LONGEST_CHAIN: usize = 16;

impl Watch {
    /// A watch over nothing yet that calls `changed` whenever one of its files may have changed.
    pub(super) fn new(changed: impl Fn() + Send + 'static) -> notify::Result<Self> {
        let files = Arc::new(Mutex::new(BTreeSet::new()));
        let wanted: Arc<Mutex<BTreeSet<PathBuf>>> = Arc::clone(&files);
        let watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            let Ok(event) = event else { return };
            let wanted = wanted.lock().unwrap_or_else(PoisonError::into_inner);
            let is_ours = event.paths.iter().any(|path| wanted.contains(path)) || event.need_rescan();
            if is_ours && changes(event.kind) {
                changed();
            }
        })?;
        Ok(Self { watcher, folders: BTreeSet::new(), files })
    }

    /// Watches the files of `draft`, and no others any more.
    pub(super) fn follow(&mut self, draft: &Draft) -> notify::Result<()> {
        let files: BTreeSet<PathBuf> = draft.files().iter().flat_map(|file| chain(file)).collect();
        let folders: BTreeSet<PathBuf> =
            files.iter().filter_map(|file| file.parent()).map(Path::to_owned).collect();
        *self.files.lock().unwrap_or_else(PoisonError::into_inner) = files;
        for gone in self.folders.difference(&folders) {
            // A folder that is no more is not watched any more either.
            let _ = self.watcher.unwatch(gone);
        }
        let mut watched = Ok(());
        let new: Vec<PathBuf> = folders.difference(&self.folders).cloned().collect();
        self.folders.retain(|folder| folders.contains(folder));
        for folder in new {
            match self.watcher.watch(&folder, RecursiveMode::NonRecursive) {
                Ok(()) => drop(self.folders.insert(folder)),
                Err(error) => watched = Err(error),
            }
        }
        watched
    }
}

/// Whether such an event may mean that a file has changed: reading it, as we do, does not.
fn changes(kind: EventKind) -> bool {
    !matches!(kind, EventKind::Access(access) if access != AccessKind::Close(AccessMode::Write))
}

/// A file by the real name of its folder, and what it leads to where it is a link.
fn chain(file: &Path) -> Vec<PathBuf> {
    let mut names = Vec::new();
    let mut next = Some(file.to_owned());
    while let Some(path) = next.filter(|_| names.len() < LONGEST_CHAIN) {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let (Ok(folder), Some(name)) = (fs::canonicalize(folder), path.file_name()) else { break };
        let real = folder.join(name);
        next = fs::read_link(&real).ok().map(|target| folder.join(target));
        names.push(real);
    }
    names
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn links_are_followed_to_their_ends() {
        let folder = std::env::temp_dir().join(format!("frise-chain-{}", std::process::id()));
        fs::create_dir_all(folder.join("real")).unwrap();
        let folder = fs::canonicalize(&folder).unwrap();
        fs::write(folder.join("real/t.yaml"), "").unwrap();
        symlink("real/t.yaml", folder.join("near.yaml")).unwrap();
        symlink(folder.join("near.yaml"), folder.join("far.yaml")).unwrap();
        symlink("loop.yaml", folder.join("loop.yaml")).unwrap();
        let names = |file: &str| chain(&folder.join(file)).into_iter().collect::<Vec<_>>();
        let expected = ["far.yaml", "near.yaml", "real/t.yaml"].map(|name| folder.join(name));
        assert_eq!(names("far.yaml"), expected);
        assert_eq!(names("real/t.yaml"), [folder.join("real/t.yaml")]);
        assert_eq!(names("loop.yaml").len(), LONGEST_CHAIN);
        assert!(names("none/t.yaml").is_empty());
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn reading_is_no_change() {
        assert!(!changes(EventKind::Access(AccessKind::Open(AccessMode::Read))));
        assert!(!changes(EventKind::Access(AccessKind::Close(AccessMode::Read))));
        assert!(changes(EventKind::Access(AccessKind::Close(AccessMode::Write))));
        assert!(changes(EventKind::Remove(notify::event::RemoveKind::File)));
    }
}
