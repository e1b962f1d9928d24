//! Electronic books: what they unpack to is looked at before anything is unpacked for good.

use std::io::{Cursor, Read};

use rbook::Epub;
use zip::ZipArchive;

use super::kind::Kind;
use super::proposal::{LONGEST_TEXT, Proposal, Text};
use super::refusal::Refusal;
use super::stated::{self, Name, Stated, said};
use super::{markup, tags};

/// How many files a book may have.
const FILES: usize = 10_000;
/// How many bytes all of it may unpack to.
const UNPACKED: u64 = 256 << 20;
/// How many bytes a text in it may unpack to.
const CHAPTER: u64 = 8 << 20;

pub(super) fn read(bytes: Vec<u8>) -> Result<Proposal, Refusal> {
    weigh(&bytes)?;
    let book = Epub::options()
        .skip_toc(true)
        .read(Cursor::new(bytes))
        .map_err(|error| damaged(&error.to_string()))?;
    let mut text = String::new();
    for chapter in book.reader() {
        let chapter = chapter.map_err(|error| damaged(&error.to_string()))?;
        let page = markup::parse(&tags::with_end_tags(chapter.content()))?;
        let chapter = markup::text(&page.root());
        if !chapter.trim().is_empty() {
            text.push_str(if text.is_empty() { "" } else { "\n\n" });
            text.push_str(chapter.trim());
        }
        if text.len() > LONGEST_TEXT {
            break;
        }
    }
    if !text.chars().any(char::is_alphanumeric) {
        return Err(Refusal::new("there is no text in it: a book of pictures, perhaps"));
    }
    text.push('\n');
    let metadata = book.metadata();
    let stated = Stated {
        title: metadata.title().and_then(|title| said(title.value())),
        authors: metadata.creators().filter_map(|creator| said(creator.value())).map(Name::Literal).collect(),
        publisher: metadata.publishers().next().and_then(|publisher| said(publisher.value())),
        issued: metadata.published_entry().and_then(|date| stated::date(date.value())),
        language: metadata.language().and_then(|language| stated::language(language.value())),
        ..Stated::default()
    };
    Ok(Proposal { kind: Kind::Epub, text: Some(Text::Taken(text)), stated, notes: Vec::new() })
}

fn damaged(error: &str) -> Refusal {
    Refusal::new(format!("it is damaged, or no book: {error}"))
}

/// Unpacks everything once and keeps nothing: what the list of contents says of sizes may be wrong.
fn weigh(bytes: &[u8]) -> Result<(), Refusal> {
    let too_big = || {
        let message = format!(
            "it unpacks to more than {} MiB, or has a text of more than {}",
            UNPACKED >> 20,
            CHAPTER >> 20
        );
        Refusal::new(message).help("save the chapter that is quoted as plain text")
    };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error.to_string()))?;
    if archive.len() > FILES {
        return Err(Refusal::new(format!("it has more than {FILES} files in it")));
    }
    let mut left = UNPACKED;
    for index in 0..archive.len() {
        let file = archive.by_index(index).map_err(|error| damaged(&error.to_string()))?;
        let name = String::from_utf8_lossy(file.name_raw()).to_lowercase();
        let is_text =
            [".html", ".xhtml", ".htm", ".xml", ".opf", ".ncx"].iter().any(|ending| name.ends_with(ending));
        let limit = if is_text { CHAPTER.min(left) } else { left };
        let is_lock = name == "meta-inf/encryption.xml";
        let mut head = Vec::new();
        let mut file = file.take(limit + 1);
        if is_lock {
            file.by_ref()
                .take(1 << 20)
                .read_to_end(&mut head)
                .map_err(|error| damaged(&error.to_string()))?;
        }
        let size = head.len() as u64
            + std::io::copy(&mut file, &mut std::io::sink()).map_err(|error| damaged(&error.to_string()))?;
        if size > limit {
            return Err(too_big());
        }
        left -= size;
        if is_lock && locks_text(&String::from_utf8_lossy(&head)) {
            return Err(Refusal::new(
                "the book is locked by its publisher (DRM), so its text cannot be read",
            ));
        }
    }
    Ok(())
}

/// Whether more than fonts is encrypted.
fn locks_text(encryption: &str) -> bool {
    let uris = encryption.split("URI=").skip(1);
    let is_text = |uri: &str| {
        let uri =
            uri.trim_start_matches(['"', '\'']).split(['"', '\'']).next().unwrap_or_default().to_lowercase();
        [".html", ".xhtml", ".htm", ".xml"].iter().any(|ending| uri.ends_with(ending))
    };
    uris.into_iter().any(is_text)
}
