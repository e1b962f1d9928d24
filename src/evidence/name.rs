//! Names: what a change may not stand for.

use super::word;

/// Words that a sentence begins with and that name nobody, lower case.
#[rustfmt::skip]
const NAMELESS: &[&str] = &[
    "il", "elle", "ils", "elles", "on", "je", "j", "tu", "nous", "vous", "ce", "c", "cela", "ça", "ceci", "celui",
    "celle", "ceux", "celles", "le", "la", "les", "l", "un", "une", "des", "du", "de", "d", "au", "aux", "cet",
    "cette", "ces", "mon", "ma", "mes", "son", "sa", "ses", "notre", "nos", "leur", "leurs", "qui", "que", "qu",
    "et", "mais", "ou", "en", "à", "lui", "y", "s", "si",
    "i", "he", "she", "it", "they", "we", "you", "the", "a", "an", "this", "that", "these", "those", "his", "her",
    "its", "their", "our", "my", "who", "and", "but", "or", "in",
];

/// Whether a word of `text` may be a name: it begins with a capital, and is no pronoun or the like.
pub(super) fn names(text: &str) -> bool {
    word::ranges(text).filter_map(|range| text.get(range)).any(is_name)
}

pub(super) fn is_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && !NAMELESS.contains(&word.to_lowercase().as_str())
}
