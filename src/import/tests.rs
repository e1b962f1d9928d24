//! Whole files, good and hostile.

use std::io::{Cursor, Write};
use std::path::Path;

use zip::write::SimpleFileOptions;

use super::*;

fn imported(name: &str, bytes: impl Into<Vec<u8>>) -> Result<Vec<Proposal>, Refusal> {
    import(Path::new(name), bytes.into(), None)
}

const CONTAINER: &str = r#"<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"#;

const PACKAGE: &str = r#"<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">x</dc:identifier><dc:title>Le phare</dc:title>
<dc:creator>Anne Le Goff</dc:creator><dc:language>fr</dc:language><dc:date>1907-03-02</dc:date></metadata>
<manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="b" href="b.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="a"/><itemref idref="b"/></spine></package>"#;

fn book(chapter: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let page = |body: &str| {
        format!(
            "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title/></head><body>{body}</body></html>"
        )
    };
    let (first, second) = (page(chapter), page("<p>Fin.</p>"));
    let mut files: Vec<(&str, &[u8])> = vec![
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", CONTAINER.as_bytes()),
        ("OEBPS/content.opf", PACKAGE.as_bytes()),
        ("OEBPS/a.xhtml", first.as_bytes()),
        ("OEBPS/b.xhtml", second.as_bytes()),
    ];
    files.extend(more);
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn a_book_gives_its_chapters_in_order() {
    let read =
        imported("a.epub", book("<h1>Un</h1><p>«&#160;La mer&#160;», a<br/>dit le maire.</p>", &[])).unwrap();
    assert_eq!(
        read[0].text.as_ref().unwrap().as_str(),
        "Un\n\n«\u{a0}La mer\u{a0}», a\ndit le maire.\n\nFin.\n"
    );
    let stated = &read[0].stated;
    assert_eq!((stated.title.as_deref(), stated.language.as_deref()), (Some("Le phare"), Some("fr")));
    assert_eq!(stated.authors, [Name::Literal("Anne Le Goff".into())]);
    assert_eq!(stated.issued.as_deref(), Some("1907-03-02"));
}

#[test]
fn hostile_books_are_refused() {
    let blanks = vec![b' '; 40 << 20];
    let many: Vec<String> = (0..10_050).map(|number| format!("f{number}")).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
    let lock = br#"<encryption><CipherReference URI="OEBPS/a.xhtml"/></encryption>"#.as_slice();
    let cut = book("<p>x</p>", &[]);
    for (what, bytes, expected) in [
        ("a bomb", book(&"<p>a</p>".repeat(2 << 20), &[]), "unpacks to more than"),
        (
            "many bombs",
            book(
                "x",
                &[
                    ("a", &blanks),
                    ("b", &blanks),
                    ("c", &blanks),
                    ("d", &blanks),
                    ("e", &blanks),
                    ("f", &blanks),
                    ("g", &blanks),
                ],
            ),
            "unpacks",
        ),
        ("many files", book("x", &many), "files in it"),
        ("deep", book(&"<div>".repeat(10_000), &[]), "deep in each other"),
        ("a lock", book("x", &[("META-INF/encryption.xml", lock)]), "locked"),
        ("cut off", cut.get(..cut.len() / 2).unwrap().to_vec(), "damaged"),
        ("no book", b"PK\x03\x04application/epub+zip".to_vec(), "damaged"),
        ("nothing in it", book("<img src='x'/>", &[]), ""),
    ] {
        match imported("a.epub", bytes) {
            Ok(_) => assert_eq!(expected, "", "{what}"),
            Err(refusal) => assert!(refusal.message.contains(expected), "{what}: {refusal}"),
        }
    }
    // Names that lead elsewhere are never names of files of ours.
    assert!(
        imported("a.epub", book("<p>x</p>", &[("../../evil.xhtml", b"x"), ("/etc/passwd", b"x")])).is_ok()
    );
}

#[test]
fn what_a_file_is_follows_from_what_is_in_it() {
    for (name, bytes, expected) in [
        ("a.txt", "Le phare.", Ok(Kind::Plain)),
        ("a", "  <!doctype HTML><p>Le phare.", Ok(Kind::Page)),
        ("a.html", "Le phare.", Ok(Kind::Page)),
        ("a.json", "[{\"title\": \"x\"}]", Ok(Kind::Csl)),
        ("a.bib", "@book{a, title={x}}", Ok(Kind::Bibtex)),
        ("a.txt", "", Err("empty")),
        ("a.txt", " \n", Err("no text")),
        ("a.docx", "PK\u{3}\u{4}word", Err("office")),
        ("a.rtf", "{\\rtf1 x}", Err("office")),
        ("a.mhtml", "From: x", Err("web archive")),
    ]
    .map(|(name, text, expected)| (name, text.as_ref() as &[u8], expected))
    {
        match (imported(name, bytes), expected) {
            (Ok(read), Ok(kind)) => assert_eq!(read[0].kind, kind, "{name}"),
            (Err(refusal), Err(expected)) => assert!(refusal.message.contains(expected), "{refusal}"),
            (read, expected) => panic!("{name}: {read:?} {expected:?}"),
        }
    }
    assert!(imported("a.jpg", b"\xff\xd8\xff\xe0").unwrap_err().message.contains("picture"));
}

#[test]
fn a_panic_is_an_error() {
    let refusal = bounded::<()>(|| panic!("on purpose")).unwrap_err();
    assert!(refusal.message.contains("damaged"), "{refusal}");
}
