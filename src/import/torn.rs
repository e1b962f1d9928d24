//! Words that the end of a line has torn.

use std::collections::HashMap;

use super::note::Note;

/// A text whose torn words are joined.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Joined {
    pub(super) text: String,
    pub(super) note: Option<Note>,
}

/// Joins the words that a hyphen at the end of a line tears: the rest of the word moves up. The hyphen stays
/// where the text has the word with one elsewhere, or where the rest begins with a capital or a digit; it
/// goes where the text has the word without one. Where the text does not say, it goes, and the note says so.
pub(super) fn join(text: &str) -> Joined {
    let known = words(text);
    let mut out = String::with_capacity(text.len());
    let (mut count, mut uncertain) = (0, Vec::new());
    let mut lines = text.split_inclusive('\n');
    let (mut number, mut line) = (1, lines.next().map(str::to_owned));
    while let Some(current) = line {
        let next = lines.next();
        let Some((torn, next)) = next.and_then(|next| Some((Torn::at(&current, next)?, next))) else {
            out.push_str(&current);
            number += 1;
            line = next.map(str::to_owned);
            continue;
        };
        count += 1;
        let (whole, compound) =
            (format!("{}{}", torn.first, torn.rest), format!("{}-{}", torn.first, torn.rest));
        let is_in_text = |word: &str| known.contains_key(&word.trim_matches(is_hyphen).to_lowercase());
        let keeps_hyphen = !torn.is_soft
            && match (is_in_text(&compound), is_in_text(&whole)) {
                (true, _) => true,
                (false, true) => false,
                (false, false) => {
                    let is_new = torn.rest.starts_with(|c: char| !c.is_lowercase());
                    if !is_new {
                        uncertain.push((number, whole.trim_matches(is_hyphen).to_owned()));
                    }
                    is_new
                }
            };
        let joined =
            format!("{}{}{}\n", torn.before, if keeps_hyphen { compound } else { whole }, torn.behind);
        let remaining = next.get(torn.moved..).unwrap_or_default().trim_start_matches(' ');
        number += 1;
        line = if remaining.trim().is_empty() {
            // All of the next line has moved up, and may be torn itself.
            Some(joined)
        } else {
            out.push_str(&joined);
            Some(remaining.to_owned())
        };
    }
    let had_end = text.ends_with('\n');
    if !had_end && count > 0 && out.ends_with('\n') {
        out.pop();
    }
    let note = (count > 0).then_some(Note::Joined { count, uncertain });
    Joined { text: out, note }
}

/// A word that ends on the next line.
struct Torn<'t> {
    /// The line before the word.
    before: &'t str,
    first: &'t str,
    rest: &'t str,
    /// What follows the word without a blank.
    behind: &'t str,
    /// How many bytes of the next line move up.
    moved: usize,
    /// Whether the hyphen is a soft one, which is never part of a word.
    is_soft: bool,
}

impl<'t> Torn<'t> {
    fn at(line: &'t str, next: &'t str) -> Option<Self> {
        let line = line.trim_end_matches(['\n', '\r', ' ']);
        let hyphen = line.chars().next_back().filter(|c| is_hyphen(*c))?;
        let stem = line.get(..line.len() - hyphen.len_utf8())?;
        let start = stem.rfind(|c: char| !is_part(c)).map_or(0, |at| {
            at + stem.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
        });
        let (before, first) = stem.split_at_checked(start)?;
        // Of a word that has a hyphen already only the last part is torn, but it is known as a whole.
        let rest_length = next.find(|c: char| !is_part(c)).unwrap_or(next.len());
        let (rest, after) = next.split_at_checked(rest_length)?;
        let behind = after.split(char::is_whitespace).next()?;
        let is_word = first.ends_with(char::is_alphabetic) && rest.starts_with(char::is_alphanumeric);
        is_word.then(|| Self {
            before,
            first,
            rest,
            behind,
            moved: rest_length + behind.len(),
            is_soft: hyphen == '\u{ad}',
        })
    }
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{ad}')
}

fn is_part(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '\u{2010}')
}

/// The words of `text` in lower case, and how often each stands there; words with hyphens as a whole and in
/// parts.
fn words(text: &str) -> HashMap<String, usize> {
    let mut words = HashMap::new();
    for line in text.lines() {
        let mut tokens = line.split(|c: char| !is_part(c)).filter(|word| !word.is_empty()).peekable();
        while let Some(word) = tokens.next() {
            // What a line's end tears is no word yet.
            let word = if tokens.peek().is_none() && line.trim_end().ends_with(is_hyphen) {
                let Some((head, _)) = word.trim_end_matches(is_hyphen).rsplit_once(is_hyphen) else {
                    continue;
                };
                head
            } else {
                word
            };
            let word = word.to_lowercase().replace('\u{2010}', "-");
            for part in word.split('-').filter(|part| part.len() < word.len()) {
                *words.entry(part.to_owned()).or_insert(0) += 1;
            }
            *words.entry(word).or_insert(0) += 1;
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(text: &str) -> (String, Vec<(usize, String)>) {
        let Joined { text, note } = join(text);
        match note {
            Some(Note::Joined { uncertain, .. }) => (text, uncertain),
            _ => (text, Vec::new()),
        }
    }

    #[test]
    fn a_torn_word_is_joined_as_the_text_writes_it() {
        let uncertain = |line: usize, word: &str| vec![(line, word.to_owned())];
        for (what, text, expected, open) in [
            (
                "unknown",
                "un État inde-\npendent, dit-il\n",
                "un État independent,\ndit-il\n",
                uncertain(1, "independent"),
            ),
            ("known", "independent\nun État inde-\npendent\n", "independent\nun État independent\n", vec![]),
            ("a compound", "nord-coréen\nle nord-\ncoréen a\n", "nord-coréen\nle nord-coréen\na\n", vec![]),
            ("a capital", "la Corée-\nUnie a\n", "la Corée-Unie\na\n", vec![]),
            ("soft", "inde\u{ad}\npendent a\n", "independent\na\n", vec![]),
            ("the other hyphen", "inde\u{2010}\npendent a", "independent\na", uncertain(1, "independent")),
            (
                "a mark follows",
                "« inde-\npendent », dit-il",
                "« independent\n», dit-il",
                uncertain(1, "independent"),
            ),
            (
                "three lines",
                "ein sehr lan-\nges-\nWort da",
                "ein sehr langes-Wort\nda",
                uncertain(1, "langes"),
            ),
            ("a dash", "il vint -\npuis partit\n", "il vint -\npuis partit\n", vec![]),
            ("a page's end", "inde-\n\u{c}pendent\n", "inde-\n\u{c}pendent\n", vec![]),
            ("nothing follows", "inde-\n\nautre\n", "inde-\n\nautre\n", vec![]),
            ("the end", "inde-", "inde-", vec![]),
        ] {
            assert_eq!(joined(text), (expected.to_owned(), open), "{what}");
        }
    }

    #[test]
    fn no_letter_is_lost() {
        let text = "a-\nb-\nc-\n\nd-\r\ne f-\u{ad}\ng\n-\nh".repeat(50);
        let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
        assert_eq!(letters(&join(&text).text), letters(&text));
    }
}
