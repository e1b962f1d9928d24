//! `frise new`, `frise add` and `frise quote`: from files to a timeline that is checked.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::support::Folder;

pub(super) const PAGE: &str = r#"<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Le phare | La Gazette</title>
<meta property="og:title" content="Le phare"><meta property="og:site_name" content="La Gazette">
<meta property="article:published_time" content="1907-03-02"></head><body><nav>Abonnez-vous</nav><article><h1>Le phare</h1>
<p>Le phare a été allumé hier soir, le 1er mars 1907, devant une foule nombreuse venue de tout le pays malgré la pluie.</p>
<p>«&nbsp;La mer est moins noire&nbsp;», a dit le maire, qui avait attendu ce jour pendant plus de vingt ans, disait-il.</p>
</article></body></html>"#;

/// A timeline as a curator keeps it.
const KEPT: &str = "\u{feff}# Mine.\r\ntitle: &t 'T' # why\r\nlanguage: fr\r\nsources:\r\n-   id: a\r\n    text: \"a.txt\" # the first\r\n    # about a\r\n\r\n# Events\r\nevents:\r\n-   id: e\r\n    tags: [*t]\r\n    date: 1907\r\n    title: |\r\n      Le phare\r\n    quotes: [{source: a, exact: \"Le phare est à Brest\"}]";

fn kept() -> Folder {
    Folder::with(&[("timeline.yaml", KEPT), ("a.txt", "Le phare est à Brest.\n"), ("page.html", PAGE)])
}

fn read(folder: &Folder, name: &str) -> String {
    fs::read_to_string(folder.path().join(name)).unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_new_timeline_passes_the_check_and_names_what_it_wrote() {
    for lang in ["en", "fr"] {
        let folder = Folder::with(&[("page.html", PAGE)]);
        let new = folder.run(&["new", "mine", "page.html", "--lang", lang]);
        assert_eq!(new.code, Some(0), "{}", new.err);
        assert_eq!(new.out, "mine/articles/page.html\nmine/articles/page.txt\nmine/timeline.yaml\n");
        let check = folder.run(&["check", "mine"]);
        assert_eq!(check.code, Some(0), "{}", check.out);
        let yaml = read(&folder, "mine/timeline.yaml");
        assert!(
            yaml.contains(
                "  - id: page\n    title: Le phare\n    container-title: La Gazette\n    issued: 1907-03-02\n"
            ),
            "{yaml}"
        );
        assert!(yaml.contains("exact: \"Le phare a été allumé hier soir"), "{yaml}");
        assert_eq!(
            yaml.contains("language: fr\n    sheet") || yaml.contains("    language: fr\n"),
            lang == "en",
            "{yaml}"
        );
        let again = folder.run(&["new", "mine"]);
        assert_eq!((again.code, again.out.as_str()), (Some(2), ""));
        assert_eq!(read(&folder, "mine/timeline.yaml"), yaml);
        let bare = folder.run(&["new", "bare", "--lang", lang]);
        assert_eq!((bare.code, bare.out.as_str()), (Some(0), "bare/timeline.yaml\n"));
        assert_eq!(folder.run(&["check", "bare"]).code, Some(0));
    }
}

#[test]
fn the_examples_are_clean_and_the_small_one_has_every_key() {
    let folder = Folder::new();
    for lang in ["en", "fr"] {
        for (name, count) in [("lighthouse", 4), ("built-in", 7)] {
            let to = format!("{name}-{lang}");
            let new = folder.run(&["new", "--example", name, &to, "--lang", lang]);
            assert_eq!(new.code, Some(0), "{}", new.err);
            assert_eq!(new.out.lines().count(), count, "{}", new.out);
            assert!(new.out.lines().all(|file| folder.path().join(file).is_file()), "{}", new.out);
            let check = folder.run(&["check", "--deny-warnings", &to]);
            assert_eq!(check.code, Some(0), "{}", check.out);
        }
        let yaml = read(&folder, &format!("lighthouse-{lang}/timeline.yaml"));
        for key in keys(&folder.run(&["schema"]).json()) {
            assert!(yaml.contains(&format!("{key}:")), "the example has no `{key}`");
        }
    }
    assert_eq!(read(&folder, "built-in-fr/timeline.yaml"), include_str!("../../timeline.yaml"));
    let before = names(folder.path());
    assert_eq!(folder.run(&["new", "--example", "lighthouse", "lighthouse-en"]).code, Some(2));
    assert_eq!(folder.run(&["new", "--example", "lighthouse"]).code, Some(0));
    assert_eq!(names(folder.path()).len(), before.len() + 1);
    assert_eq!(folder.run(&["new"]).code, Some(2));
}

/// The names of all properties of a schema.
fn keys(schema: &Value) -> Vec<String> {
    match schema {
        Value::Object(object) => {
            let own = object
                .get("properties")
                .and_then(Value::as_object)
                .into_iter()
                .flat_map(|own| own.keys().cloned());
            own.chain(object.values().flat_map(keys)).filter(|key| key != "pattern").collect()
        }
        Value::Array(values) => values.iter().flat_map(keys).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn a_source_is_added_in_the_layout_of_the_others_and_nothing_else_changes() {
    let folder = kept();
    let dry = folder.run(&["add", "page.html", "--dry-run"]);
    assert_eq!((dry.code, dry.out.as_str()), (Some(0), ""), "{}", dry.err);
    assert!(dry.err.contains("+-   id: page") && dry.err.contains("La Gazette"), "{}", dry.err);
    assert_eq!(read(&folder, "timeline.yaml"), KEPT);
    assert_eq!(names(folder.path()), ["a.txt", "page.html", "timeline.yaml"]);
    let added = folder.run(&["add", "page.html"]);
    assert_eq!((added.code, added.out.as_str()), (Some(0), "page.txt\ntimeline.yaml\n"), "{}", added.err);
    let new = read(&folder, "timeline.yaml");
    let at = KEPT.find("\r\n# Events").unwrap();
    let added = new.strip_prefix(&KEPT[..at]).and_then(|rest| rest.strip_suffix(&KEPT[at..])).unwrap();
    assert!(
        added.starts_with("-   id: page\r\n    title: Le phare\r\n")
            && added.ends_with("\"\r\n") | added.ends_with("\r\n"),
        "{added}"
    );
    assert!(!added.replace("\r\n", "").contains('\n'), "{added}");
    assert!(
        read(&folder, "page.txt").starts_with("Le phare\n\nLe phare a été allumé"),
        "{}",
        read(&folder, "page.txt")
    );
    assert_eq!(folder.run(&["check"]).code, Some(0));
    let again = folder.run(&["add", "page.html"]);
    assert_eq!((again.code, again.out.as_str()), (Some(2), ""));
    assert!(again.err.contains("`page` already"), "{}", again.err);
}

#[test]
fn what_lies_there_is_taken_if_it_is_the_same_and_never_written_over() {
    let folder = kept();
    assert_eq!(folder.run(&["add", "page.html"]).code, Some(0));
    let text = read(&folder, "page.txt");
    // As if it had been killed before it came to the timeline.
    folder.write("timeline.yaml", KEPT);
    let again = folder.run(&["add", "page.html"]);
    assert_eq!((again.code, again.out.as_str()), (Some(0), "timeline.yaml\n"), "{}", again.err);
    folder.write("timeline.yaml", KEPT);
    folder.write("page.txt", "mine");
    let other = folder.run(&["add", "page.html"]);
    assert_eq!((other.code, other.out.as_str()), (Some(0), "page-2.txt\ntimeline.yaml\n"), "{}", other.err);
    assert_eq!((read(&folder, "page.txt").as_str(), read(&folder, "page-2.txt")), ("mine", text));
}

#[test]
fn texts_in_any_encoding_become_utf8_beside_the_original() {
    let folder = kept();
    let text = "Le phare fut allumé à l’été, c’était décidé : « enfin ».\n";
    let latin: Vec<u8> = text
        .chars()
        .map(|c| match c {
            '’' => 0x92,
            c => u8::try_from(u32::from(c)).unwrap(),
        })
        .collect();
    folder.write("vieux.txt", &latin);
    let added = folder.run(&["add", "vieux.txt"]);
    assert_eq!(
        (added.code, added.out.as_str()),
        (Some(0), "vieux.utf-8.txt\ntimeline.yaml\n"),
        "{}",
        added.err
    );
    assert!(added.err.contains("windows-1252") && added.err.contains("c’était décidé"), "{}", added.err);
    assert_eq!(read(&folder, "vieux.utf-8.txt"), text);
    assert_eq!(fs::read(folder.path().join("vieux.txt")).unwrap(), latin);
    // The same bytes in another encoding are another text.
    folder.write("autre.txt", &latin);
    let added = folder.run(&["add", "autre.txt", "--encoding", "koi8-r"]);
    assert_eq!(added.code, Some(0), "{}", added.err);
    assert!(read(&folder, "autre.utf-8.txt").starts_with("Le phare fut"));
}

#[test]
fn nothing_is_written_where_one_file_is_no_good() {
    let folder = kept();
    folder.write("bad.zip", b"PK\x03\x04");
    folder.write("deep.html", "<div>".repeat(100_000));
    folder.write("scan.pdf", "%PDF-1.4 nothing");
    folder.write("fifo.txt", "");
    let before = names(folder.path());
    for bad in ["bad.zip", "deep.html", "scan.pdf", "fifo.txt", "missing.txt", "."] {
        let run = folder.run(&["add", "page.html", bad]);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{bad}");
        assert!(run.err.starts_with("error: ") && !run.err.contains("panicked"), "{}", run.err);
        assert_eq!(read(&folder, "timeline.yaml"), KEPT);
        assert_eq!(names(folder.path()), before, "{bad}");
    }
    for (name, yaml) in [
        ("anchored.yaml", "title: T\nsources: &s []\nevents: *s\n"),
        ("alias.yaml", "title: T\nplaces: &s []\nsources: *s\n"),
        ("scalar.yaml", "title: T\nsources: 3\n"),
        ("broken.yaml", "title: [\n"),
    ] {
        folder.write(name, yaml);
        let run = folder.run(&["add", "page.html", "--timeline", name]);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{name}");
        assert_eq!(read(&folder, name), yaml);
        assert!(!folder.path().join("page.txt").exists());
    }
    assert_eq!(Folder::with(&[("page.html", PAGE)]).run(&["add", "page.html"]).code, Some(2));
}

#[cfg(unix)]
#[test]
fn files_stay_in_the_folder_of_the_timeline() {
    let folder =
        Folder::with(&[("page.html", PAGE), ("in/timeline.yaml", "title: T\nevents: []\n"), ("out/x", "")]);
    std::os::unix::fs::symlink("../out", folder.path().join("in/articles")).unwrap();
    let run = folder.run(&["add", "page.html", "--timeline", "in"]);
    assert_eq!(run.code, Some(2), "{}", run.out);
    assert_eq!(names(&folder.path().join("out")), ["x"]);
    fs::remove_file(folder.path().join("in/articles")).unwrap();
    let run = folder.run(&["add", "page.html", "--timeline", "in"]);
    assert_eq!(run.out, "in/articles/page.html\nin/articles/page.txt\nin/timeline.yaml\n", "{}", run.err);
    assert_eq!(names(&folder.path().join("in")), ["articles", "timeline.yaml"]);
}

#[test]
fn references_become_sources_without_a_text() {
    let folder = kept();
    folder.write(
        "refs.bib",
        "@book{goff, title={Le phare}, author={Le Goff, Anne}, date={1907-06}}\n@misc{b, title={Deux}}",
    );
    let run = folder.run(&["add", "refs.bib"]);
    assert_eq!((run.code, run.out.as_str()), (Some(0), "timeline.yaml\n"), "{}", run.err);
    let yaml = read(&folder, "timeline.yaml");
    assert!(yaml.contains("-   id: goff\r\n    title: Le phare\r\n    author: Anne Le Goff\r\n    issued: 1907-06\r\n-   id: b\r\n"), "{yaml}");
}

#[test]
fn a_passage_is_printed_as_a_quote() {
    let folder = kept();
    for (words, expected) in [
        (&["Le", "phare", "est"][..], "- source: a\n  exact: \"Le phare est\"\n"),
        (&["le phare a Brest"], "- source: a\n  exact: \"Le phare est à Brest\"\n"),
    ] {
        let run = folder.run(&[&["quote", "a"], words].concat());
        assert_eq!((run.code, run.out.as_str()), (Some(0), expected), "{}", run.err);
    }
    let json = folder.run(&["quote", "a", "phare", "--format", "json"]).json();
    assert_eq!(
        json,
        serde_json::json!({"source": "a", "exact": "phare", "start": 3, "end": 8, "anchor": "exact"})
    );
    let none = folder.run(&["quote", "a", "xyzzy", "phare", "plugh"]);
    assert_eq!((none.code, none.out.as_str()), (Some(1), ""));
    assert!(none.err.contains("1 of 3 words: phare"), "{}", none.err);
    let unknown = folder.run(&["quote", "b", "phare"]);
    assert_eq!((unknown.code, unknown.out.as_str()), (Some(2), ""));
    let twice = folder.run(&[
        "quote",
        "doc1",
        "Poutine",
        "--timeline",
        concat!(env!("CARGO_MANIFEST_DIR"), "/timeline.yaml"),
        "--format",
        "json",
    ]);
    let json = twice.json();
    assert!(json["prefix"].is_string() || json["suffix"].is_string(), "{json}");
    assert!(twice.err.contains("places"), "{}", twice.err);
}

/// A PDF with these lines on its pages, set in a font that every reader has.
pub(super) fn pdf(pages: &[&[&str]]) -> Vec<u8> {
    let mut objects = vec!["<< /Type /Catalog /Pages 2 0 R >>".to_owned()];
    let kids: Vec<String> = (0..pages.len()).map(|page| format!("{} 0 R", 4 + 2 * page)).collect();
    objects.push(format!("<< /Type /Pages /Kids [{}] /Count {} >>", kids.join(" "), pages.len()));
    objects.push("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned());
    for (index, lines) in pages.iter().enumerate() {
        let drawn: Vec<String> = lines.iter().map(|line| format!("({line}) Tj T*")).collect();
        let stream = format!("BT /F1 12 Tf 14 TL 72 700 Td {} ET", drawn.join(" "));
        let contents = 5 + 2 * index;
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {contents} 0 R >>"
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{stream}\nendstream", stream.len()));
    }
    let mut out = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(out.len());
        write!(out, "{} 0 obj\n{object}\nendobj\n", index + 1).unwrap();
    }
    let table = out.len();
    write!(out, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).unwrap();
    for place in places {
        writeln!(out, "{place:010} 00000 n ").unwrap();
    }
    write!(out, "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n", objects.len() + 1)
        .unwrap();
    out.into_bytes()
}

/// Whether `pdftotext` is there. Whoever looks at the output of the tests is told where it is not.
pub(super) fn reads_pdf() -> bool {
    let is_there = std::process::Command::new("pdftotext").arg("-v").output().is_ok();
    if !is_there {
        let _ = std::io::Write::write_all(
            &mut std::io::stderr(),
            b"pdftotext is not installed: its tests are left out\n",
        );
    }
    is_there
}

#[test]
fn a_pdf_gives_its_text_with_torn_words_joined_and_its_pages() {
    if !reads_pdf() {
        return;
    }
    let folder = kept();
    folder.write(
        "report.pdf",
        pdf(&[
            &["The light was inde-", "pendent of the town.", "A well-", "known man lit it."],
            &["He was well-known."],
        ]),
    );
    let added = folder.run(&["add", "report.pdf"]);
    assert_eq!((added.code, added.out.as_str()), (Some(0), "report.txt\ntimeline.yaml\n"), "{}", added.err);
    assert!(
        added.err.contains("2 words torn at line ends joined; perhaps with a hyphen: independent (line 1)"),
        "{}",
        added.err
    );
    let text = read(&folder, "report.txt");
    assert_eq!(
        text,
        "The light was independent\nof the town.\nA well-known\nman lit it.\n\u{c}He was well-known.\n"
    );
    let json = folder.run(&["quote", "report", "He was", "--format", "json"]).json();
    assert_eq!((json["page"].as_u64(), json["exact"].as_str()), (Some(2), Some("He was")));
}

#[test]
fn a_pdf_without_text_or_program_is_told() {
    let folder = kept();
    folder.write("a.pdf", pdf(&[&["Some text."]]));
    let none = crate::support::run(
        crate::support::frise(&["add", "a.pdf"]).current_dir(folder.path()).env("PATH", ""),
    );
    assert_eq!(none.code, Some(2));
    assert!(
        none.err.contains("`pdftotext`, which is not installed")
            && none.err.contains("help: install poppler"),
        "{}",
        none.err
    );
    if !reads_pdf() {
        return;
    }
    for (bytes, expected) in [(pdf(&[&[]]), "scan"), (pdf(&[&["x"]])[..200].to_vec(), "damaged")] {
        folder.write("a.pdf", bytes);
        let run = folder.run(&["add", "a.pdf"]);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
        assert!(run.err.contains(expected), "{}", run.err);
    }
    assert_eq!(read(&folder, "timeline.yaml"), KEPT);
}

#[cfg(unix)]
#[test]
fn a_killed_add_leaves_the_old_timeline_or_the_new_one() {
    let folder = kept();
    let mut old = KEPT.to_owned();
    for round in 0..40_u64 {
        let name = format!("page{round}.html");
        folder.write(&name, PAGE.replace("1er mars", &format!("{round} mars")));
        let mut child = crate::support::frise(&["add", &name])
            .current_dir(folder.path())
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        // It says what it is about to write: the more of that we hear, the further it is.
        let mut heard = vec![0; usize::try_from(round * 30).unwrap()];
        let _ = std::io::Read::read_exact(child.stderr.as_mut().unwrap(), &mut heard);
        let _ = child.kill();
        child.wait().unwrap();
        let new = read(&folder, "timeline.yaml");
        assert!(new == old || new.contains(&format!("id: page{round}\r\n")), "{new}");
        assert!(new.len() >= old.len());
        old = new;
    }
    assert_eq!(folder.run(&["check"]).code, Some(0));
    if cfg!(target_os = "linux") {
        let left: Vec<_> =
            names(folder.path()).into_iter().filter(|name| name.starts_with(".frise")).collect();
        assert!(left.len() <= 1, "{left:?}");
    }
}

#[test]
fn a_folder_of_files_becomes_a_checked_timeline_without_a_quote_typed() {
    let newspaper = "LE PETIT BRESTOIS\n2 mars 1907\n\nLe phare, dont la lampe avait été éprou-\nvée en février, fut allumé hier.\n";
    let folder = Folder::with(&[("page.html", PAGE), ("ocr.txt", newspaper)]);
    let latin: Vec<u8> = "Le gardien a noté l'arrivée du préfet en 1907.\n"
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    folder.write("vieux.txt", &latin);
    let mut files = vec!["page.html", "vieux.txt", "ocr.txt"];
    if reads_pdf() {
        folder.write("report.pdf", pdf(&[&["In 1907 the light was inde-", "pendent of the town."]]));
        files.push("report.pdf");
    }
    assert_eq!(folder.run(&["new", ".", "--lang", "fr"]).code, Some(0));
    let added = folder.run(&[&["add"], files.as_slice()].concat());
    assert_eq!(added.code, Some(0), "{}", added.err);
    let mut yaml = read(&folder, "timeline.yaml").replace("    quotes: []\n", "    quotes:\n");
    let remembered = [
        ("page", "la mer est moins noire"),
        ("page", "foule nombreuse de tout le pays malgre la pluie"),
        ("vieux", "arrivee du prefet"),
        ("ocr", "dont la lampe avait été éprouvée en février"),
        ("report", "light was independent of the town"),
    ];
    for (source, words) in remembered.iter().filter(|(source, _)| files.len() == 4 || *source != "report") {
        let quote = folder.run(&["quote", source, words]);
        assert_eq!(quote.code, Some(0), "{words}: {}", quote.err);
        yaml += &quote.out.lines().map(|line| format!("      {line}\n")).collect::<Vec<_>>().concat();
    }
    folder.write("timeline.yaml", yaml);
    let check = folder.run(&["check", "--format", "json"]);
    assert_eq!(check.code, Some(0), "{}", check.out);
    assert!(!check.out.contains("orphan") && !check.out.contains("ambiguous"), "{}", check.out);
}
