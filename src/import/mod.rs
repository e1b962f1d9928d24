//! From a file somebody has saved to a source of a timeline: its text, and what it states of itself.
//!
//! Nothing here writes. Files come from strangers: each is looked at before a library gets to see it (its
//! size, how deep it is nested, what it unpacks to), and every import runs on a thread of its own that is not
//! waited for longer than [`LONGEST`].
//!
//! ```text
//! bytes ─kind▶ page ─markup▶ text, and what the page states ─┐
//!             pdf ─pdftotext, torn▶ text                     ├─▶ Proposal ─entry▶ the source in YAML
//!             epub ─markup▶ text                             │
//!             plain ─encoding▶ text                          │
//!             csl, bibtex ─▶ what is stated ─────────────────┘
//! ```

mod bibtex;
mod csl;
mod encoding;
mod entry;
mod epub;
mod kind;
mod markup;
mod note;
mod page;
mod pdf;
mod proposal;
mod refusal;
mod stated;
mod tags;
#[cfg(test)]
mod tests;
mod torn;

use std::path::Path;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

pub(crate) use entry::{Article, digest, source, source_id};
pub(crate) use kind::Kind;
pub(crate) use proposal::{Proposal, Text};
pub(crate) use refusal::Refusal;
pub(crate) use stated::{Name, Stated};

use proposal::LONGEST_TEXT;

/// How many bytes a file may have.
pub(crate) const LARGEST: u64 = 100 << 20;
/// How long an import is waited for.
const LONGEST: Duration = Duration::from_secs(30);
/// Parsers go deeper than the stack of a usual thread allows.
const STACK: usize = 64 << 20;

/// What the file at `path`, which holds `bytes`, is a source of. `encoding` overrides how its text is read.
///
/// # Errors
///
/// It is nothing a text could be taken from, or too large, too deep or too slow to read.
pub(crate) fn import(path: &Path, bytes: Vec<u8>, encoding: Option<&str>) -> Result<Vec<Proposal>, Refusal> {
    let (path, encoding) = (path.to_owned(), encoding.map(str::to_owned));
    let work = move || {
        let kind = Kind::of(&path, &bytes)?;
        let proposals = match kind {
            Kind::Page => vec![page::read(&bytes, encoding.as_deref())?],
            Kind::Pdf => vec![pdf::read(&path)?],
            Kind::Epub => vec![epub::read(bytes)?],
            Kind::Plain => vec![plain(&bytes, encoding.as_deref())?],
            Kind::Csl => csl::read(&encoding::decode(&bytes, encoding.as_deref(), None)?.text)?,
            Kind::Bibtex => bibtex::read(&encoding::decode(&bytes, encoding.as_deref(), None)?.text)?,
        };
        let is_too_long = |text: &Text| text.as_str().len() > LONGEST_TEXT;
        if proposals.iter().filter_map(|proposal| proposal.text.as_ref()).any(is_too_long) {
            let message = format!("its text is larger than {} MiB", LONGEST_TEXT >> 20);
            return Err(Refusal::new(message).help("cut out the part that is quoted"));
        }
        Ok(proposals)
    };
    bounded(work)
}

/// What `work` returns, if it does so in time and without a panic. A library that does not come to an end is
/// left to itself: it ends with the program.
fn bounded<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Refusal> + Send + 'static,
) -> Result<T, Refusal> {
    let (sender, receiver) = mpsc::sync_channel(1);
    let spawned = thread::Builder::new().stack_size(STACK).spawn(move || {
        // Nobody may be waiting any more.
        let _ = sender.send(work());
    });
    let failed = |error: std::io::Error| Refusal::new(format!("there is no thread to read it: {error}"));
    drop(spawned.map_err(failed)?);
    receiver.recv_timeout(LONGEST).unwrap_or_else(|error| {
        Err(Refusal::new(match error {
            mpsc::RecvTimeoutError::Timeout => {
                format!("it takes longer than {} seconds to read", LONGEST.as_secs())
            }
            mpsc::RecvTimeoutError::Disconnected => "it cannot be read: its structure is damaged".to_owned(),
        })
        .help("save it in another form, such as plain text"))
    })
}

fn plain(bytes: &[u8], encoding: Option<&str>) -> Result<Proposal, Refusal> {
    let decoded = encoding::decode(bytes, encoding, None)?;
    if !decoded.text.chars().any(char::is_alphanumeric) {
        return Err(Refusal::new("there is no text in it"));
    }
    let notes = decoded.notes();
    let text = if decoded.is_same { Text::Same(decoded.text) } else { Text::Taken(decoded.text) };
    Ok(Proposal { kind: Kind::Plain, text: Some(text), stated: Stated::default(), notes })
}
