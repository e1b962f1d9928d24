//! `frise add`: files become sources of a timeline.

use std::io;
use std::path::PathBuf;

use super::exit::Exit;
use super::sources::{self, Plan, Taken};
use super::{output, reading};
use crate::edit::{self, Document, Original, Step, TIMELINE_KEYS, Value};
use crate::load::Input;
use crate::visible;

/// Make sources of files
///
/// Plain text, pages in HTML, PDF (with poppler's `pdftotext`), EPUB; references in CSL-JSON or BibTeX. The
/// text is written beside the file, and the source is added to the timeline with what the file states of
/// itself. What was taken, and the change of the timeline, are shown on standard error; what was written is
/// printed, a file a line.
#[derive(Debug, clap::Args)]
#[command(after_help = MORE)]
pub(super) struct Arguments {
    /// The files; those from outside the timeline's folder are copied into its `articles`
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,

    /// The timeline: a YAML file, or a folder with a `timeline.yaml`
    #[arg(long, value_name = "TIMELINE")]
    timeline: Option<PathBuf>,

    /// The encoding of the texts and pages, where it is not told from them: windows-1252, macintosh, koi8-r …
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,

    /// Show what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

const MORE: &str = "\
Either everything is written or nothing is. No file is written over, and of the timeline every byte stays but for the
sources that are added.

Examples:
  frise add page.html report.pdf      two sources
  frise add old.txt --encoding macintosh
  frise add library.json --dry-run    what a library of Zotero would add

Exit codes: 0 done; 2 nothing was written.";

/// Adds the files.
pub(super) fn run(arguments: &Arguments) -> io::Result<Exit> {
    let input = match reading::resolve(arguments.timeline.as_deref()) {
        Ok(input) => input,
        Err(error) => return Ok(refuse(error, None)),
    };
    let (Some(path), Some(folder)) = (input.path(), input.folder()) else {
        return Ok(refuse("there is no timeline here", Some("`frise new .` begins one")));
    };
    let original = match Original::read(path, edit::LARGEST) {
        Ok(original) => original,
        Err(error) => return Ok(refuse(format!("cannot read {}: {error}", input.name()), None)),
    };
    let Ok(old) = std::str::from_utf8(original.bytes()) else {
        return Ok(refuse(format!("{} is not UTF-8", input.name()), Some("`frise check` says where")));
    };
    let document = match Document::read(old) {
        Ok(document) => document,
        Err(refusal) => return Ok(not_understood(&input, &refusal)),
    };
    let Some(plan) = Plan::of(folder, &arguments.files, arguments.encoding.as_deref(), taken(&document))
    else {
        return Ok(Exit::CouldNotRun);
    };
    let entries: Vec<Value> = plan.sources.iter().map(|source| source.entry.clone()).collect();
    let new = match document.append(&[Step::Key("sources")], &entries, TIMELINE_KEYS) {
        Ok(new) => new,
        Err(refusal) => return Ok(not_understood(&input, &refusal)),
    };
    plan.show();
    output::warn(&edit::difference(old, &new, &visible::line(&input.name())));
    if arguments.dry_run {
        return Ok(Exit::Clean);
    }
    let written = match plan.write(folder) {
        Ok(written) => written,
        Err(error) => return Ok(refuse(error, None)),
    };
    if let Err(error) = original.replace(new.as_bytes()) {
        written.undo();
        return Ok(refuse(error, Some("nothing was written; try again")));
    }
    output::print(|out| {
        let files = written.files().iter().map(|file| sources::shown(file));
        files.chain([input.name()]).try_for_each(|file| writeln!(out, "{}", visible::line(&file)))
    })?;
    Ok(Exit::Clean)
}

/// What the timeline has already.
fn taken(document: &Document<'_>) -> Taken {
    Taken {
        ids: document.texts("sources", "id").map(str::to_owned).collect(),
        digests: document.pairs("sources", ["sha256", "id"]).map(|pair| pair.map(str::to_owned)).collect(),
        language: document.text("language").map(str::to_owned),
    }
}

fn refuse(message: impl std::fmt::Display, help: Option<&str>) -> Exit {
    output::complain(message, help);
    Exit::CouldNotRun
}

fn not_understood(input: &Input, refusal: &edit::Refusal) -> Exit {
    refuse(format!("{} is left as it is: {refusal}", input.name()), None)
}
