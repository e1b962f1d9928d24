//! A TOML file, as far as it can be read, and what is wrong in it.

use std::borrow::Cow;
use std::fs::FileType;
use std::io::{self, ErrorKind, Read};
use std::ops::Range;
use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::fault::Fault;
use crate::load::{self, Kind, Localized, Problem, Severity};

/// Nobody sets this much by hand, in bytes.
const LONGEST: u64 = 1 << 20;

/// Why a file cannot be read.
#[derive(Debug)]
pub(super) struct Unreadable(io::Error);

impl Unreadable {
    /// Whether there is no such file.
    pub(super) fn is_missing(&self) -> bool {
        matches!(self.0.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
    }

    /// The same as a problem of the whole file.
    pub(super) fn problem(&self, code: &'static str, file: &Path) -> Problem {
        let message = format!("cannot read this file: {}", self.0);
        let file = file.display().to_string();
        let kind = Kind { code, severity: Severity::Error };
        let message = Localized::new(message, Fault::Unreadable.in_french());
        Problem::in_text(kind, (&file, ""), 0..0, message, None)
    }
}

pub(super) fn text(file: &Path) -> Result<String, Unreadable> {
    read(file).map_err(Unreadable)
}

fn read(file: &Path) -> io::Result<String> {
    let mut text = Vec::new();
    let file = load::open(file)?;
    if is_endless(file.metadata()?.file_type()) {
        return Err(io::Error::other("it is not a file"));
    }
    let read = file.take(LONGEST + 1).read_to_end(&mut text)?;
    if u64::try_from(read).is_ok_and(|read| read > LONGEST) {
        return Err(io::Error::other("it is longer than a megabyte"));
    }
    String::from_utf8(text).map_err(|_| io::Error::other("it is not UTF-8"))
}

/// Whether reading it may wait for somebody who writes to it. `/dev/null` is as good as an empty file.
#[cfg(unix)]
fn is_endless(file: FileType) -> bool {
    use std::os::unix::fs::FileTypeExt;
    file.is_dir() || file.is_fifo() || file.is_socket()
}

#[cfg(not(unix))]
fn is_endless(file: FileType) -> bool {
    !file.is_file()
}

/// A key of a table and its value, with the bytes they stand at.
pub(super) type Entry<'t, 'a> = (&'t Spanned<Cow<'a, str>>, &'t Spanned<DeValue<'a>>);

/// The entries of a table in the order of the file.
pub(super) fn entries<'t, 'a>(table: &'t DeTable<'a>) -> Vec<Entry<'t, 'a>> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    entries
}

/// What is wrong in a file, noted on the way.
pub(super) struct Notes<'a> {
    code: &'static str,
    file: &'a str,
    text: &'a str,
    /// Where the file is no TOML: what is said there besides would only confuse.
    broken: Vec<usize>,
    problems: Vec<Problem>,
}

/// Reads `text` as far as it is TOML, and notes where it is not.
pub(super) fn parse<'a>(code: &'static str, file: &'a str, text: &'a str) -> (DeTable<'a>, Notes<'a>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut notes = Notes { code, file, text, broken: Vec::new(), problems: Vec::new() };
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        let line = notes.line(span.start);
        // What follows from an error on its line is no error of its own.
        if !notes.broken.contains(&line) {
            let ends_here =
                text[span.start.min(text.len())..].lines().next().is_none_or(|rest| rest.trim().is_empty());
            let is_value = error.message().starts_with("string values must be quoted");
            let message = if is_value && ends_here { "a value is missing" } else { error.message() };
            notes.error(Fault::NotToml, &span, &format!("this is not TOML: {message}"), None);
            notes.broken.push(line);
        }
    }
    (table.into_inner(), notes)
}

impl Notes<'_> {
    /// Notes something that cannot hold.
    pub(super) fn error(
        &mut self,
        fault: Fault,
        span: &Range<usize>,
        message: &str,
        help: Option<Localized>,
    ) {
        self.note((Severity::Error, fault), span, message, help);
    }

    /// Notes something that holds, and could be better.
    pub(super) fn warning(
        &mut self,
        fault: Fault,
        span: &Range<usize>,
        message: &str,
        help: Option<Localized>,
    ) {
        self.note((Severity::Warning, fault), span, message, help);
    }

    fn note(
        &mut self,
        (severity, fault): (Severity, Fault),
        span: &Range<usize>,
        message: &str,
        help: Option<Localized>,
    ) {
        if !self.broken.contains(&self.line(span.start)) {
            let at = (self.file, self.text);
            let kind = Kind { code: self.code, severity };
            let message = Localized::new(message, fault.in_french());
            self.problems.push(Problem::in_text(kind, at, span.clone(), message, help));
        }
    }

    fn line(&self, byte: usize) -> usize {
        self.text.bytes().take(byte).filter(|byte| *byte == b'\n').count()
    }

    /// Everything noted, in the order of the file.
    pub(super) fn into_problems(mut self) -> Vec<Problem> {
        self.problems.sort_by_key(|problem| (problem.at.line, problem.at.column));
        self.problems
    }
}

/// What kind of value stands there, in the words of a person.
pub(super) fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
