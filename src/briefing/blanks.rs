//! The dates that a class is to find, and where the timeline's own words give them away.
//!
//! A date is taken out in the forms people write: whole, without its year, its year or its month alone. What
//! the sources say stays as it is, for that is where the dates are to be found.

mod forms;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::model::Dating;

/// The dates to take out of a text.
#[derive(Debug, Default)]
pub struct Blanks {
    /// By their first word, longest first.
    forms: HashMap<String, Vec<Form>>,
}

/// One form of a date.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Form {
    words: Vec<String>,
    /// Whether it is a name only with a capital: `May`, `March`.
    has_capital: bool,
}

/// A word of a text, in small letters.
struct Word {
    start: usize,
    end: usize,
    letters: String,
    has_capital: bool,
}

impl Blanks {
    /// Everything that gives one of `dates` away.
    pub fn of<'d>(dates: impl IntoIterator<Item = &'d Dating>) -> Self {
        let mut known = HashSet::new();
        for dating in dates {
            known.insert(Form::of(dating.written()));
            known.extend(dating.date().into_iter().flat_map(forms::of));
        }
        let mut forms: HashMap<String, Vec<Form>> = HashMap::new();
        for form in known.into_iter().filter(Form::tells) {
            if let Some(first) = form.words.first() {
                forms.entry(first.clone()).or_default().push(form);
            }
        }
        for forms in forms.values_mut() {
            forms.sort_by_key(|form| std::cmp::Reverse(form.words.len()));
        }
        Self { forms }
    }

    /// Where the dates stand in `text`, in bytes, in order, apart from each other.
    pub fn find(&self, text: &str) -> Vec<Range<usize>> {
        if self.forms.is_empty() {
            return Vec::new();
        }
        let words: Vec<Word> = words(text).collect();
        let mut found = Vec::new();
        let mut rest = words.as_slice();
        while let Some(first) = rest.first() {
            let forms = self.forms.get(&first.letters).into_iter().flatten();
            let length = forms.filter(|form| form.begins(rest)).map(|form| form.words.len()).next();
            let (form, after) = rest.split_at(length.unwrap_or(1));
            if let (Some(_), Some(last)) = (length, form.last()) {
                found.push(first.start..last.end);
            }
            rest = after;
        }
        found
    }
}

impl Form {
    fn of(said: &str) -> Self {
        Self { words: words(said).map(|word| word.letters).collect(), has_capital: false }
    }

    /// Whether it says more than a small number, which may be any number.
    fn tells(&self) -> bool {
        self.words.len() > 1 || self.words.iter().any(|word| word.chars().count() > 2)
    }

    fn begins(&self, words: &[Word]) -> bool {
        let Some(words) = words.get(..self.words.len()) else { return false };
        words.iter().map(|word| &word.letters).eq(&self.words)
            && words.iter().all(|word| word.has_capital || !self.has_capital)
    }
}

/// The words of `text`. Whatever stands between two does not count, so that `19 juin 2024` is found with no-break
/// spaces too, and `2000–2001` with a hyphen.
fn words(text: &str) -> impl Iterator<Item = Word> {
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = chars.find(|(_, c)| c.is_alphanumeric())?;
        let mut letters: String = first.to_lowercase().collect();
        while let Some((_, c)) = chars.next_if(|(_, c)| c.is_alphanumeric()) {
            letters.extend(c.to_lowercase());
        }
        let end = chars.peek().map_or(text.len(), |&(end, _)| end);
        Some(Word { start, end, letters, has_capital: first.is_uppercase() })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Date;

    fn blanked(date: &str, text: &str) -> String {
        let dating = Date::parse(date).map_or(Dating::Undated { written: date.to_owned() }, Dating::Dated);
        let mut blanked = text.to_owned();
        for found in Blanks::of([&dating]).find(text).into_iter().rev() {
            blanked.replace_range(found, "__");
        }
        blanked
    }

    #[test]
    fn a_date_is_taken_out_in_every_form_people_write() {
        for (date, text, expected) in [
            ("1996", "Le traité de 1961 est annulé en 1996.", "Le traité de 1961 est annulé en __."),
            ("194X", "à la fin des années 1940, d’où 194X", "à la fin des __, d’où __"),
            ("194X", "in the late 1940s", "in the late __"),
            ("2000/2001", "signés en 2000 et 2001 (2000–2001)", "signés en __ et __ (__)"),
            ("2000-07-19", "du 19\u{a0}juillet\u{a0}2000, mercredi", "du __, mercredi"),
            ("2000-07-19", "le 19 juillet, en juillet, Juillet 2000", "le __, en __, __"),
            ("2000-07-19", "July 19, 2000 and 19 July", "__ and __"),
            ("1907-03-01", "le 1er mars 1907", "le __"),
            ("2019-04", "en avril, pas en mai", "en __, pas en mai"),
            ("2019-05", "What may be said in May? En mai.", "What may be said in __? En __."),
            ("44 BC", "44 soldats en 44 av. J.-C.", "44 soldats en __."),
            ("2024-06-19T02:20:00", "vers 2 h 20, 2h20, 2.20 a.m.", "vers __, __, __ a.m."),
            ("someday", "Not Someday", "Not __"),
            ("1961", "19610 soldats, 1 961 ou x1961", "19610 soldats, 1 961 ou x1961"),
            ("1961", "", ""),
            ("", "rien", "rien"),
        ] {
            assert_eq!(blanked(date, text), expected, "{date}");
        }
    }
}
