//! The guide to a timeline of one's own: its commands do what it says, from a folder of files to a sheet for the class.

use std::fs;

use crate::support::{Folder, frise, run};

use super::authoring::{PAGE, pdf, reads_pdf};

/// The commands of a guide, in order.
fn commands(guide: &str) -> Vec<&str> {
    let blocks = guide.split("```sh\n").skip(1).filter_map(|block| block.split("```").next());
    blocks.flat_map(str::lines).collect()
}

#[test]
fn a_folder_of_files_becomes_a_timeline_by_the_guide() {
    for (lang, guide) in [
        ("en", include_str!("../../assets/guide/own.en.md")),
        ("fr", include_str!("../../assets/guide/own.fr.md")),
    ] {
        let commands = commands(guide);
        assert!(commands.len() >= 8, "{commands:?}");
        let page = PAGE.replace("La mer est moins noire", "La mer est moins sombre");
        let page =
            if lang == "en" { page.replace("La mer est moins sombre", "The sea is less dark") } else { page };
        let folder = Folder::with(&[("page.html", &page)]);
        let old = "La lampe br\u{fb}le de l'huile depuis 1907. The lamp burns oil.\n";
        folder.write("old.txt", old.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect::<Vec<_>>());
        folder.write("report.pdf", pdf(&[&["In 1907 the light was inde-", "pendent of the town."]]));
        let mut here = folder.path().to_owned();
        for command in commands {
            let words: Vec<&str> = command.split_whitespace().collect();
            match words[..] {
                ["cd", into] => here.push(into),
                ["frise", ..] if command.contains(".pdf") && !reads_pdf() => {}
                ["frise", ref arguments @ ..] => {
                    let ran = run(frise(arguments).current_dir(&here).args(["--lang", lang]));
                    assert_eq!(ran.code, Some(0), "{command}: {}{}", ran.out, ran.err);
                    if matches!(arguments[0], "quote" | "search") {
                        assert!(ran.out.starts_with("- source: "), "{command}: {}", ran.out);
                    }
                }
                _ => panic!("{command}"),
            }
        }
        assert!(fs::read_to_string(here.join("handout.html")).unwrap().contains("<html"));
    }
}
