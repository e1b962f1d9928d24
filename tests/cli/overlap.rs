//! `frise overlap`, and what `frise check` says of it.

use crate::support::Folder;

const SENTENCE: &str = "La lampe du phare a été allumée hier soir devant une foule nombreuse, et elle brûlera \
    désormais toutes les nuits de l’année.";

fn sources(lines: &[&str]) -> String {
    let events = "events: [{id: a, date: 1907, title: A}]";
    format!("title: Phare\nlanguage: fr\nsources:\n{}\n{events}\n", lines.join("\n"))
}

#[test]
fn offsets_lead_to_the_passage_in_both_articles() {
    let one = format!("\u{feff}Brest, « le 2 mars ».\n\n{SENTENCE}\nFin.\n");
    let two =
        format!("Dépêche de Havas :\n{} Rien de plus.\n", SENTENCE.replace('’', "'").replace(' ', "\n"));
    let timeline =
        sources(&["  - {id: one, text: one.txt}", "  - {id: none}", "  - {id: two, text: two.txt}"]);
    let folder = Folder::with(&[("timeline.yaml", &timeline), ("one.txt", &one), ("two.txt", &two)]);
    let run = folder.run(&["overlap", "--format", "json"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let pairs = run.json();
    assert_eq!(pairs.as_array().unwrap().len(), 1, "{pairs}");
    assert_eq!(pairs[0]["sources"], serde_json::json!(["one", "two"]));
    let runs = pairs[0]["runs"].as_array().unwrap();
    assert_eq!(runs.len(), 1, "{pairs}");
    let slice = |side: &str, text: &str| -> String {
        let offset = |end: &str| usize::try_from(runs[0][side][end].as_u64().unwrap()).unwrap();
        text.chars().skip(offset("start")).take(offset("end") - offset("start")).collect()
    };
    let plain = |text: &str| text.replace('’', "'").split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(plain(&slice("first", &one)), plain(SENTENCE));
    assert_eq!(plain(&slice("second", &two)), plain(SENTENCE));
}

#[test]
fn two_sources_with_one_article_are_called_that() {
    let text = format!("{SENTENCE}\n");
    for (second, said) in [
        ("one.txt", "`two` has the same article as `one`"),
        ("two.txt", "articles of `two` and `one` are the same"),
    ] {
        let timeline =
            sources(&["  - {id: one, text: one.txt}", &format!("  - {{id: two, text: {second}}}")]);
        let folder = Folder::with(&[("timeline.yaml", &timeline), ("one.txt", &text), ("two.txt", &text)]);
        let run = folder.run(&["check"]);
        assert!(run.out.contains(said), "{}", run.out);
        assert!(!run.out.contains("characters with"), "{}", run.out);
        let run = folder.run(&["overlap", "--lang", "en"]);
        assert_eq!(run.out, "one – two: the same article\n");
    }
}
