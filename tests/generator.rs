//! The made-up timelines that speed is measured with.

#[path = "bench/timelines/mod.rs"]
mod timelines;

use crate::support::Folder;

#[test]
fn a_made_up_timeline_has_so_many_events_and_nothing_wrong() {
    for count in [7, 40, 1000] {
        let made = timelines::made(count);
        assert_eq!(made.yaml, timelines::made(count).yaml);
        assert_eq!(made.yaml.matches("- id: e").count(), count);
        assert!(!made.articles.is_empty());
        let folder = Folder::new();
        made.write(folder.path()).unwrap();
        let run = folder.run(&["check", "--deny-warnings"]);
        assert_eq!(run.code, Some(0), "{}", run.out);
        for word in [" word for word", " cut"] {
            assert!(run.out.contains(word), "{}", run.out);
        }
    }
}
