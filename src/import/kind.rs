//! What kind of file it is, by what is in it; by its name only where that leaves it open.

use std::path::Path;

use super::refusal::Refusal;

/// A kind of file that sources are made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Plain text.
    Plain,
    /// A page in HTML.
    Page,
    /// A PDF.
    Pdf,
    /// An electronic book.
    Epub,
    /// References in CSL-JSON.
    Csl,
    /// References in BibTeX.
    Bibtex,
}

impl Kind {
    /// The kind of the file at `path`, which holds `bytes`.
    pub(super) fn of(path: &Path, bytes: &[u8]) -> Result<Self, Refusal> {
        let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
        let begins = |magic: &[u8]| head.starts_with(magic);
        let ending =
            path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
        if bytes.is_empty() {
            return Err(Refusal::new("it is empty"));
        }
        if head.windows(5).any(|window| window == b"%PDF-") {
            return Ok(Self::Pdf);
        }
        if begins(b"PK\x03\x04") {
            let is_book =
                ending == "epub" || head.windows(20).any(|window| window == b"application/epub+zip");
            return if is_book {
                Ok(Self::Epub)
            } else {
                Err(Refusal::new("it is an archive or an office document")
                    .help("save it as PDF or as plain text"))
            };
        }
        let office = begins(b"\xd0\xcf\x11\xe0") || begins(b"{\\rtf");
        if office {
            return Err(Refusal::new("it is an office document").help("save it as PDF or as plain text"));
        }
        let pictures: [&[u8]; 5] = [b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*"];
        if pictures.iter().any(|magic| begins(magic)) {
            let help = "turn it into text first, for instance with Tesseract, and add that";
            return Err(Refusal::new("it is a picture, which holds no text").help(help));
        }
        if ["mht", "mhtml", "webarchive"].contains(&ending.as_str()) {
            return Err(Refusal::new("it is a page in a web archive").help("save the page as HTML"));
        }
        Ok(match ending.as_str() {
            "html" | "htm" | "xhtml" | "xht" => Self::Page,
            "json" => Self::Csl,
            "bib" => Self::Bibtex,
            _ if is_markup(head) => Self::Page,
            _ => Self::Plain,
        })
    }

    /// What it is called.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain text",
            Self::Page => "a page",
            Self::Pdf => "a PDF",
            Self::Epub => "a book",
            Self::Csl | Self::Bibtex => "a reference",
        }
    }
}

/// Whether a file begins like a page, whatever its encoding.
fn is_markup(head: &[u8]) -> bool {
    let letters: Vec<u8> =
        head.iter().filter(|byte| (b' '..=b'~').contains(byte)).map(u8::to_ascii_lowercase).collect();
    let start = String::from_utf8_lossy(&letters);
    let start = start.trim_start();
    start.starts_with("<!doctype html")
        || start.starts_with("<html")
        || (start.starts_with("<?xml") && start.contains("<html"))
}
