//! The dates that a class is to find, and where the timeline's own words give them away.
//!
//! A date is taken out in the forms people write: whole, without its year, its year or its month alone. What
//! the sources say stays as it is, for that is where the dates are to be found.

mod forms;
mod whole;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::model::Dating;

use forms::{Form, Word, words};

/// The dates to take out of a text.
#[derive(Debug, Default)]
pub struct DateRedactor {
    /// By their first word, longest first.
    forms: HashMap<String, Vec<Told>>,
}

/// A form, with the dates it gives away, by their positions, in order.
#[derive(Debug)]
struct Told {
    form: Form,
    dates: Vec<usize>,
}

impl DateRedactor {
    /// Everything that gives one of `dates` away.
    pub fn of<'d>(dates: impl IntoIterator<Item = &'d Dating>) -> Self {
        let mut known: HashMap<Form, Vec<usize>> = HashMap::new();
        for (number, dating) in dates.into_iter().enumerate() {
            let mut forms: HashSet<Form> = dating.date().into_iter().flat_map(forms::of).collect();
            forms.insert(Form::of(dating.written()));
            for form in forms.into_iter().filter(Form::tells) {
                known.entry(form).or_default().push(number);
            }
        }
        let mut forms: HashMap<String, Vec<Told>> = HashMap::new();
        for (form, dates) in known {
            if let Some(first) = form.words.first() {
                forms.entry(first.clone()).or_default().push(Told { form, dates });
            }
        }
        for forms in forms.values_mut() {
            forms.sort_by_key(|told| std::cmp::Reverse(told.form.words.len()));
        }
        Self { forms }
    }

    /// Where the dates stand in `text`, in bytes, in order, apart from each other.
    pub fn find(&self, text: &str) -> Vec<Range<usize>> {
        self.find_where(text, |_| true)
    }

    /// Where the date number `own` stands in `text`, in any form, and where those that are covered stand with their
    /// years. A month alone says nothing of when something else was.
    pub fn find_covered(
        &self,
        text: &str,
        own: Option<usize>,
        is_covered: impl Fn(usize) -> bool,
    ) -> Vec<Range<usize>> {
        self.find_where(text, |told| {
            own.is_some_and(|own| told.dates.binary_search(&own).is_ok())
                || told.form.has_year() && told.dates.iter().any(|date| is_covered(*date))
        })
    }

    /// Whether `text` names one of the dates with its year.
    pub fn names_year(&self, text: &str) -> bool {
        !self.find_where(text, |told| told.form.has_year()).is_empty()
    }

    fn find_where(&self, text: &str, tells: impl Fn(&Told) -> bool) -> Vec<Range<usize>> {
        if self.forms.is_empty() {
            return Vec::new();
        }
        let words: Vec<Word> = words(text).collect();
        let mut found: Vec<Range<usize>> = Vec::new();
        let mut at = 0;
        while let Some(first) = words.get(at) {
            let forms = self.forms.get(&first.letters).into_iter().flatten();
            let mut found_here = forms.filter(|told| tells(told) && told.form.begins(&words[at..]));
            let length = found_here.next().map(|told| told.form.words.len());
            let length = length.or_else(|| {
                let forms = self.forms.get(first.year()?).into_iter().flatten();
                forms.filter(|told| tells(told) && told.form.words.len() == 1).map(|_| 1).next()
            });
            let Some(length) = length else {
                at += 1;
                continue;
            };
            let taken = whole::date_around(text, &words, at..at + length);
            let (start, end) = (words[taken.start].start, words[taken.end - 1].end);
            match found.last_mut().filter(|last| start <= last.end) {
                Some(last) => last.end = last.end.max(end),
                None => found.push(start..end),
            }
            at = taken.end;
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Date;

    fn blanked(date: &str, text: &str) -> String {
        let dating = Date::parse(date).map_or(Dating::Undated { written: date.to_owned() }, Dating::Dated);
        let mut blanked = text.to_owned();
        for found in DateRedactor::of([&dating]).find(text).into_iter().rev() {
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
            ("2024-06-19T02:20:00", "vers 2 h 20, 2h20, 2.20 a.m.", "vers __, __, __."),
            ("1907-03-01", "on March 1st, the 1st of March", "on __, the __"),
            ("194X", "de 1946 à 1949, les années quarante", "de __ à __, les __"),
            (
                "194X",
                "the nineteen-forties, quarante soldats, the forties",
                "the __, quarante soldats, the __",
            ),
            ("44 BC", "in 44 B.C., 44 soldats", "in __., 44 soldats"),
            ("2024-06-19T20:17", "at 8.17 pm, 8:17 p.m., 20:17", "at __, __., __"),
            ("someday", "Not Someday", "Not __"),
            ("1961", "19610 soldats, 1 961 ou x1961", "19610 soldats, 1 961 ou x1961"),
            ("2001", "en 2001effectuant, 20010713, /2001071307/a", "en __, __, /__/a"),
            ("1961", "", ""),
            ("1961", "le 6 juil. 1961, le 6 juillet 1961", "le __, le __"),
            ("1961", "on July 6, 1961 and in Sept. 1961", "on __ and in __"),
            ("1961-07-06", "le 6 juillet 61, 6 July 61", "le __, __"),
            ("1961", "Article 6, 1961; le 5e plan", "Article 6, __; le 5e plan"),
            ("1961-07", "in July, 1961, in July, 24 years on", "in __, in __, 24 years on"),
            ("", "rien", "rien"),
        ] {
            assert_eq!(blanked(date, text), expected, "{date}");
        }
    }
}
