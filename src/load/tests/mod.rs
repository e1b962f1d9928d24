//! The whole way, from files on disk to problems on lines.

mod bad;
mod drawing;
mod good;
mod marks;
mod messages;
mod mutations;
mod schema;
mod syntax;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use super::{Failure, Input, Problem, read};

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

/// A timeline with every kind of thing in it, and nothing wrong.
pub(super) const GOOD: &str = "\
title: {fr: \"Les traités\", en: \"The treaties\"}
language: fr
sources:
  - id: doc1
    container-title: AZERTAC
    issued: 2024-06-19
    genre: {fr: dépêche, en: dispatch}
    url: https://example.org/a
    text: articles/a.txt
    sha256: bd3ea2cdff84edd6146cccfec34d8db9c0bfe85e82299635e4828a4d98702a86
    origin: agency
    relays: [TASS, {fr: médias russes, en: Russian media}]
    sheet: {limits: {fr: aucun auteur, en: no author}}
  - id: doc2
    text: articles/b.txt
places:
  - {id: moscou, name: Moscou, latitude: 55.75, longitude: 37.62}
events:
  - id: treaty
    date: 1961
    title: {fr: \"Le traité\", en: \"The treaty\"}
    summary: {fr: \"Un traité\", en: \"A treaty\"}
    places: [moscou]
    tags: [traité]
    quotes:
      - source: doc1
        exact: \"un traité signé en 1961\"
        speaker: Poutine
        translation: {en: \"a treaty signed in 1961\"}
        key: true
    claims:
      - says: {fr: \"Deux heures\", en: \"Two hours\"}
        quotes:
          - {source: doc2, exact: \"environ une heure et demie\", stance: disputes}
    questions: [{fr: \"Qui ?\", en: \"Who?\"}]
    subevents:
      - id: signing
        date: 1961-07
        title: {fr: \"La signature\", en: \"The signing\"}
        quotes:
          - {source: doc1, exact: \"la signature de juillet 1961\"}
briefings:
  - {id: short, title: {fr: En bref, en: In short}, minutes: 10, events: [treaty], depth: main, order: true}
";

pub(super) const ARTICLE_A: &str = "Il y eut un traité signé en 1961, et la signature de juillet 1961.
Le traité ne prévoit pas d’intervention. Il est impossible que cela dure.
Deux fois le même passage, puis deux fois le même passage.
";

pub(super) const ARTICLE_B: &str = "La rencontre a duré environ une heure et demie, dit-on.\n";

/// A folder with `timeline` and both articles.
pub(super) fn folder(timeline: impl AsRef<[u8]>) -> Folder {
    let folder = Folder::new();
    folder.write("timeline.yaml", timeline);
    folder.write("articles/a.txt", ARTICLE_A);
    folder.write("articles/b.txt", ARTICLE_B);
    folder
}

/// Everything that is wrong with the timeline of a folder.
pub(super) fn problems(folder: &Folder) -> Vec<Problem> {
    match read(&Input::File(folder.path("timeline.yaml"))) {
        Ok(draft) => draft.prove().problems,
        Err(Failure::Problems(problems)) => problems,
        Err(Failure::Io(error)) => panic!("{error}"),
    }
}

#[test]
fn the_tree_of_the_built_in_timeline_is_that_of_its_yaml() {
    let made: super::yaml::Node<'_> = serde_json::from_str(super::files::builtin::TREE).unwrap();
    assert_eq!(made, super::yaml::tree(super::files::builtin::TIMELINE).unwrap().root);
}
