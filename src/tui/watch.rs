//! Watching the files of a timeline.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::{fs, io};

use notify::event::{AccessKind, AccessMode};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::load::Draft;

/// Watches the files of a timeline, through the folders they lie in: many editors put a new file in the place of
/// the old one, and a watch on that would follow the old one into nothing. The same is done with folders, and with links.
pub(super) struct Watch {
    watcher: RecommendedWatcher,
    folders: BTreeSet<PathBuf>,
    names: Arc<Mutex<BTreeSet<PathBuf>>>,
}

impl Watch {
    /// A watch over nothing yet that calls `changed` whenever one of its files may have changed.
    pub(super) fn new(changed: impl Fn() + Send + 'static) -> notify::Result<Self> {
        let names = Arc::new(Mutex::new(BTreeSet::new()));
        let wanted: Arc<Mutex<BTreeSet<PathBuf>>> = Arc::clone(&names);
        let watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            let Ok(event) = event else { return };
            let wanted = wanted.lock().unwrap_or_else(PoisonError::into_inner);
            let is_ours = event.paths.iter().any(|path| wanted.contains(path)) || event.need_rescan();
            if is_ours && changes(event.kind) {
                changed();
            }
        })?;
        Ok(Self { watcher, folders: BTreeSet::new(), names })
    }

    /// Lets go of all folders: others may have their names by now. What changes before they are watched again is not
    /// heard of.
    pub(super) fn forget(&mut self) {
        for folder in std::mem::take(&mut self.folders) {
            // One that is no more is not watched any more either.
            let _ = self.watcher.unwatch(&folder);
        }
    }

    /// Watches the files of `draft`, and no others any more.
    pub(super) fn follow(&mut self, draft: &Draft) -> notify::Result<()> {
        let mut names = Names::default();
        if let Some(timeline) = draft.input().path() {
            names.add(timeline, None);
        }
        if let Some(folder) = draft.input().folder() {
            let texts = draft.timeline.sources.iter().filter_map(|source| source.text.as_deref());
            for text in texts.filter(|text| !text.trim().is_empty()) {
                names.add(&folder.join(text), Some(folder));
            }
        }
        let folders = names.folders();
        *self.names.lock().unwrap_or_else(PoisonError::into_inner) = names.0;
        for gone in self.folders.difference(&folders) {
            let _ = self.watcher.unwatch(gone);
        }
        let mut watched = Ok(());
        let new: Vec<PathBuf> = folders.difference(&self.folders).cloned().collect();
        self.folders.retain(|folder| folders.contains(folder));
        for folder in new {
            match self.watcher.watch(&folder, RecursiveMode::NonRecursive) {
                Ok(()) => drop(self.folders.insert(folder)),
                // It has gone meanwhile, or is none of ours: what is below it is watched.
                Err(_) if !folder.is_dir() => {}
                Err(error) if is_forbidden(&error) => {}
                Err(error) => watched = Err(error),
            }
        }
        watched
    }
}

fn is_forbidden(error: &notify::Error) -> bool {
    matches!(&error.kind, notify::ErrorKind::Io(error) if error.kind() == io::ErrorKind::PermissionDenied)
}

/// Every name that leads to a file: those of the folders on the way, of links, and its own.
#[derive(Default)]
struct Names(BTreeSet<PathBuf>);

/// Links lead to links; longer chains than this lead nowhere.
const MOST_LINKS: usize = 40;

impl Names {
    /// Adds those that lead to `file`. A link that leads out of the folder `inside` is not followed.
    fn add(&mut self, file: &Path, inside: Option<&Path>) {
        let Ok(file) = std::path::absolute(file) else { return };
        let inside = inside.and_then(|inside| fs::canonicalize(inside).ok());
        let mut links = 0;
        let mut left: Vec<PathBuf> = parts(&file);
        let mut here = PathBuf::new();
        while let Some(part) = left.pop() {
            match Path::new(&part).components().next() {
                Some(Component::ParentDir) => {
                    here.pop();
                    continue;
                }
                Some(Component::CurDir) | None => continue,
                Some(Component::Prefix(_) | Component::RootDir) => {
                    here.push(part);
                    continue;
                }
                Some(Component::Normal(_)) => here.push(part),
            }
            self.0.insert(here.clone());
            let Ok(target) = fs::read_link(&here) else { continue };
            links += 1;
            let leads_out = inside.as_ref().is_some_and(|inside| {
                here.starts_with(inside)
                    && !fs::canonicalize(&here).is_ok_and(|real| real.starts_with(inside))
            });
            if links > MOST_LINKS || leads_out {
                return;
            }
            here.pop();
            if target.has_root() {
                here = PathBuf::new();
            }
            left.extend(parts(&target));
        }
    }

    /// The folders in which they lie.
    fn folders(&self) -> BTreeSet<PathBuf> {
        let folders = self.0.iter().filter_map(|name| name.parent());
        // Nobody puts another folder in the place of one at the top of the system.
        folders.filter(|folder| folder.parent().is_some()).map(Path::to_owned).collect()
    }
}

/// The parts of a path, the first one last.
fn parts(path: &Path) -> Vec<PathBuf> {
    path.components().rev().map(|part| PathBuf::from(part.as_os_str())).collect()
}

/// Whether such an event may mean that a file has changed: reading it, as we do, does not.
fn changes(kind: EventKind) -> bool {
    !matches!(kind, EventKind::Access(access) if access != AccessKind::Close(AccessMode::Write))
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn every_name_on_the_way_is_known() {
        let folder = std::env::temp_dir().join(format!("frise-names-{}", std::process::id()));
        fs::create_dir_all(folder.join("real/texts")).unwrap();
        let folder = fs::canonicalize(&folder).unwrap();
        fs::write(folder.join("real/t.yaml"), "").unwrap();
        for (target, link) in [
            ("real/t.yaml", "near.yaml"),
            ("near.yaml", "far.yaml"),
            ("loop.yaml", "loop.yaml"),
            ("real", "now"),
            ("/etc", "real/out"),
        ] {
            symlink(target, folder.join(link)).unwrap();
        }
        let names = |file: &str, inside: Option<&str>| {
            let mut names = Names::default();
            let inside = inside.map(|inside| folder.join(inside));
            names.add(&folder.join(file), inside.as_deref());
            let below = names.0.iter().filter_map(|name| name.strip_prefix(&folder).ok());
            below.map(|name| name.display().to_string()).filter(|name| !name.is_empty()).collect::<Vec<_>>()
        };
        assert_eq!(names("far.yaml", None), ["far.yaml", "near.yaml", "real", "real/t.yaml"]);
        assert_eq!(names("now/../now/t.yaml", None), ["now", "real", "real/t.yaml"]);
        assert_eq!(names("none/t.yaml", None), ["none", "none/t.yaml"]);
        assert_eq!(names("loop.yaml", None), ["loop.yaml"]);
        assert_eq!(names("real/out/passwd", Some("real")), ["real", "real/out"]);
        assert_eq!(names("now/texts/a", Some("now")), ["now", "real", "real/texts", "real/texts/a"]);
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
