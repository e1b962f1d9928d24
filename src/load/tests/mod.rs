//! The whole way, from files on disk to problems on lines.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A folder of its own for a test, gone afterwards.
pub(super) struct Folder(PathBuf);

impl Folder {
    pub(super) fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("frise-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub(super) fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.0.join(name)
    }

    pub(super) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn the_builtin_timeline_has_no_problems() {
    let draft = super::read(&super::Input::Builtin).unwrap();
    let proof = draft.prove();
    let drawn: Vec<String> =
        proof.problems.iter().map(|problem| super::report::render(problem, false, 100)).collect();
    assert!(drawn.is_empty(), "\n{}", drawn.join("\n"));
}

/// The tree made while frise is built says what the YAML says.
#[test]
fn the_tree_of_the_built_in_timeline_is_that_of_its_yaml() {
    let made: super::node::Node<'_> = serde_json::from_str(super::builtin::TREE).unwrap();
    assert_eq!(made, super::syntax::parse(super::builtin::TIMELINE).unwrap().0);
}
