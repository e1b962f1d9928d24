//! What the curator should look at before a quote is taken.

use std::fmt;

/// Something about a text that only a person can judge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Note {
    /// The encoding was guessed; the first line that shows whether the guess is right.
    Guessed {
        /// The encoding.
        encoding: &'static str,
        /// A line with letters beyond ASCII.
        line: String,
    },
    /// The encoding was converted from.
    Converted {
        /// The encoding.
        encoding: &'static str,
    },
    /// No article was told from the rest of the page.
    WholePage,
    /// Words that a line's end had torn, joined, of which the article does not say how they are written: the
    /// two halves.
    Joined {
        /// How many words were joined in all.
        count: usize,
        /// Those that are uncertain: the line and the word as it was joined.
        uncertain: Vec<(usize, String)>,
    },
    /// Ligatures taken apart.
    Ligatures(usize),
    /// Accents that stand beside their letters.
    LooseAccents(usize),
    /// Pages without text, from 1.
    EmptyPages(Vec<usize>),
    /// A date that is no date.
    UnknownDate(String),
}

/// How many of many are listed.
const LISTED: usize = 8;

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Guessed { encoding, line } => {
                write!(
                    f,
                    "the encoding is guessed, {encoding}: is this line right? {line}\n(if not: --encoding)"
                )
            }
            Self::Converted { encoding } => write!(f, "converted from {encoding} to UTF-8"),
            Self::WholePage => {
                f.write_str("no article could be told from the rest, so the whole page was taken")
            }
            Self::Joined { count, uncertain } => {
                write!(f, "{} torn at line ends joined", words(*count))?;
                if !uncertain.is_empty() {
                    let shown =
                        uncertain.iter().take(LISTED).map(|(line, word)| format!("{word} (line {line})"));
                    let more = uncertain.len().saturating_sub(LISTED);
                    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
                    let shown = shown.collect::<Vec<_>>().join(", ");
                    write!(f, "; perhaps with a hyphen: {shown}{more}")?;
                }
                Ok(())
            }
            Self::Ligatures(count) => write!(f, "{count} ligatures taken apart"),
            Self::LooseAccents(count) => {
                write!(f, "{count} accents stand beside their letters: this text is no good for quoting")
            }
            Self::EmptyPages(pages) => {
                let numbers =
                    pages.iter().take(LISTED).map(ToString::to_string).collect::<Vec<_>>().join(", ");
                let more = if pages.len() > LISTED { ", …" } else { "" };
                let (noun, verb) = if pages.len() == 1 { ("page", "has") } else { ("pages", "have") };
                write!(f, "{noun} {numbers}{more} {verb} no text: pictures, perhaps")
            }
            Self::UnknownDate(date) => write!(f, "no date was understood in `{date}`"),
        }
    }
}

fn words(count: usize) -> String {
    if count == 1 { "1 word".to_owned() } else { format!("{count} words") }
}
