//! PDF, by way of poppler's `pdftotext`: no library of our language takes text from a PDF well enough for
//! quotes.
//!
//! Pages are divided by a form feed, as `pdftotext` does it: which page a passage stands on follows from the
//! text.

use std::io::{self, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::kind::Kind;
use super::note::Note;
use super::proposal::{LONGEST_TEXT, Proposal, Text};
use super::refusal::Refusal;
use super::stated::{Name, Stated, said};
use super::torn;

/// How long a program may take.
const LONGEST: Duration = Duration::from_secs(20);
/// How long a program is left alone before it is looked at again.
const PAUSE: Duration = Duration::from_millis(10);
/// How much memory a program may take.
#[cfg(target_os = "linux")]
const MEMORY: u64 = 1 << 30;

pub(super) fn read(path: &Path) -> Result<Proposal, Refusal> {
    // A whole path does not begin with a dash.
    let path = std::path::absolute(path).map_err(|error| Refusal::new(error.to_string()))?;
    let Output { out, err, is_done } =
        run("pdftotext", &["-raw", "-enc", "UTF-8", "-eol", "unix"], &path, true)?;
    if err.contains("ncorrect password") || err.contains("ncrypted") && !is_done {
        return Err(Refusal::new("it is locked by a password").help("save it without one, and add that"));
    }
    if !is_done {
        return Err(
            Refusal::new("it is damaged, or no PDF").help("open it in a viewer, and print it into a new PDF")
        );
    }
    let text = String::from_utf8(out).map_err(|_| Refusal::new("pdftotext gave no UTF-8"))?;
    let mut notes = Vec::new();
    let text = tidied(&text, &mut notes)?;
    let mut stated = Stated::default();
    // What is missing without it is told nowhere else, but a text without a title is worth having.
    if let Ok(Output { out, is_done: true, .. }) = run("pdfinfo", &["-enc", "UTF-8"], &path, false) {
        state(&String::from_utf8_lossy(&out), &mut stated);
    }
    Ok(Proposal { kind: Kind::Pdf, text: Some(Text::Taken(text)), stated, notes })
}

/// The text with words joined and ligatures taken apart, and what is to be said of it.
fn tidied(text: &str, notes: &mut Vec<Note>) -> Result<String, Refusal> {
    let mut pages: Vec<&str> = text.split('\u{c}').collect();
    if pages.last().is_some_and(|page| page.trim().is_empty()) {
        pages.pop();
    }
    let is_empty = |page: &&str| !page.chars().any(char::is_alphanumeric);
    if pages.iter().all(is_empty) {
        return Err(Refusal::new("it has no text: a scan, whose pages are pictures")
            .help("let a program read it first, for instance `ocrmypdf in.pdf out.pdf`, and add that"));
    }
    let empty: Vec<usize> =
        pages.iter().enumerate().filter(|(_, page)| is_empty(page)).map(|(index, _)| index + 1).collect();
    let (text, ligatures) = apart(&pages.join("\u{c}"));
    let torn::Joined { text, note } = torn::join(&text);
    notes.extend(note);
    if ligatures > 0 {
        notes.push(Note::Ligatures(ligatures));
    }
    let loose = loose_accents(&text);
    if loose > 2 {
        notes.push(Note::LooseAccents(loose));
    }
    if !empty.is_empty() {
        notes.push(Note::EmptyPages(empty));
    }
    Ok(text.trim_end().to_owned() + "\n")
}

/// The text with its ligatures as letters, and how many there were.
fn apart(text: &str) -> (String, usize) {
    let mut count = 0;
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let letters = match c {
            'ﬀ' => "ff",
            'ﬁ' => "fi",
            'ﬂ' => "fl",
            'ﬃ' => "ffi",
            'ﬄ' => "ffl",
            'ﬅ' | 'ﬆ' => "st",
            c => {
                out.push(c);
                continue;
            }
        };
        count += 1;
        out.push_str(letters);
    }
    (out, count)
}

/// How many accents stand by themselves before or after a letter, as fonts without accented letters leave
/// them.
fn loose_accents(text: &str) -> usize {
    let chars: Vec<char> = text.chars().collect();
    let is_loose = |three: &&[char]| matches!(three, [before, '´' | '`' | '¨' | 'ˆ' | '˜' | '¸', after] if before.is_alphabetic() && after.is_alphabetic());
    chars.windows(3).filter(is_loose).count()
}

fn state(info: &str, stated: &mut Stated) {
    for line in info.lines() {
        let Some((key, value)) = line.split_once(':') else { continue };
        match key.trim() {
            "Title" => stated.title = said(value).filter(|title| !is_file_name(title)),
            "Author" => stated.authors = said(value).map(Name::Literal).into_iter().collect(),
            _ => {}
        }
    }
}

/// Whether a title is none, but the name of the file that the document was made from.
fn is_file_name(title: &str) -> bool {
    let lower = title.to_lowercase();
    let endings = [".doc", ".docx", ".odt", ".indd", ".qxd", ".tex", ".dvi", ".pdf", ".html", ".rtf", ".txt"];
    lower.starts_with("microsoft word")
        || lower == "untitled"
        || endings.iter().any(|ending| lower.ends_with(ending))
}

struct Output {
    out: Vec<u8>,
    err: String,
    /// Whether it did what it was asked for.
    is_done: bool,
}

/// What `program` says of the file at `path`; no more of it than a text may have, and no later than is waited
/// for.
fn run(program: &str, options: &[&str], path: &Path, to_output: bool) -> Result<Output, Refusal> {
    let mut command = Command::new(program);
    command.args(options).arg(path).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    if to_output {
        command.arg("-");
    }
    let mut child = command.spawn().map_err(|error| unavailable(program, &error))?;
    bound_memory(&child);
    let out = child.stdout.take().map(|pipe| read_in_background(pipe, LONGEST_TEXT + 1));
    let err = child.stderr.take().map(|pipe| read_in_background(pipe, 1 << 16));
    let is_done = wait(&mut child);
    let collected = |reader: Option<thread::JoinHandle<Vec<u8>>>| {
        reader.and_then(|reader| reader.join().ok()).unwrap_or_default()
    };
    let (out, err) = (collected(out), String::from_utf8_lossy(&collected(err)).into_owned());
    let is_done = is_done.map_err(|error| unavailable(program, &error))?;
    if out.len() > LONGEST_TEXT {
        return Err(Refusal::new(format!("its text is larger than {} MiB", LONGEST_TEXT >> 20))
            .help("cut out the pages that are quoted"));
    }
    let Some(is_done) = is_done else {
        return Err(Refusal::new(format!(
            "`{program}` takes longer than {} seconds to read it",
            LONGEST.as_secs()
        ))
        .help("cut out the pages that are quoted"));
    };
    Ok(Output { out, err, is_done })
}

/// Everything a program writes is read, or it would wait for us; only the first `limit` bytes are kept.
fn read_in_background(mut pipe: impl Read + Send + 'static, limit: usize) -> thread::JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut kept = Vec::new();
        let limit = u64::try_from(limit).unwrap_or(u64::MAX);
        // A pipe that breaks has nothing more to say; neither has one that says too much.
        let _ = pipe.by_ref().take(limit).read_to_end(&mut kept);
        kept
    })
}

/// Whether the program ended well; `None` where it had to be stopped.
fn wait(child: &mut Child) -> io::Result<Option<bool>> {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status.success()));
        }
        if start.elapsed() > LONGEST {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        thread::sleep(PAUSE);
    }
}

#[cfg(target_os = "linux")]
fn bound_memory(child: &Child) {
    use rustix::process::{Pid, Resource, Rlimit, prlimit};
    let limit = Rlimit { current: Some(MEMORY), maximum: Some(MEMORY) };
    let pid = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
    // The time is bounded in any case.
    let _ = prlimit(pid, Resource::As, limit);
}

#[cfg(not(target_os = "linux"))]
fn bound_memory(_: &Child) {}

fn unavailable(program: &str, error: &io::Error) -> Refusal {
    if error.kind() != io::ErrorKind::NotFound {
        return Refusal::new(format!("`{program}` cannot be run: {error}"));
    }
    let how = if cfg!(target_os = "macos") {
        "brew install poppler"
    } else if cfg!(windows) {
        "winget install oschwartz10612.Poppler"
    } else {
        "apt install poppler-utils, or whatever your system has in place of `apt`"
    };
    Refusal::new(format!("reading a PDF takes the program `{program}`, which is not installed"))
        .help(format!("install poppler: {how}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_words_and_ligatures_are_seen_to() {
        let mut notes = Vec::new();
        let text = tidied("un oﬃciel inde-\npendent\n\u{c}\n\u{c}trois\n\u{c}", &mut notes).unwrap();
        assert_eq!(text, "un officiel independent\n\u{c}\n\u{c}trois\n");
        let joined = Note::Joined { count: 1, uncertain: vec![(1, "independent".into())] };
        assert_eq!(notes, [joined, Note::Ligatures(1), Note::EmptyPages(vec![2])]);
        assert!(tidied("\u{c}\u{c} \u{c}", &mut notes).unwrap_err().message.contains("scan"));
        assert_eq!(loose_accents("Cor´ee, l´a-bas, 5´"), 2);
    }

    #[test]
    fn what_is_stated_is_taken_but_no_name_of_a_file() {
        let mut stated = Stated::default();
        state("Title:  Le phare: un récit\nAuthor: Anne Le Goff\nCreationDate: today\n", &mut stated);
        assert_eq!(stated.title.as_deref(), Some("Le phare: un récit"));
        assert_eq!(stated.authors, [Name::Literal("Anne Le Goff".into())]);
        state("Title: Microsoft Word - a.doc\nAuthor:\n", &mut stated);
        assert_eq!(stated, Stated::default());
    }
}
