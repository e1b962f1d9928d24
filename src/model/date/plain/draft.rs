//! What plain words say about one date: `vers juin 1945`, `44 BC`, `XIXe siècle`, or only `19` or `juin`.

use edtf_core::{Edtf, YearKind};

use super::clock::{self, Time};
use super::moment;
use super::refusal::Refusal;
use super::word::{Era, Token, Word, nearest_month};
use super::zone::Zone;

/// The year of a date in plain words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Year {
    /// Digits, and the way they are counted where that is said.
    Number(String, Option<Era>),
    /// The digits of the first year of a decade.
    Decade(String),
    /// The first century is 1.
    Century(u32, Option<Era>),
}

/// What plain words say about one date; parts may be missing, to be taken from the other end of a range.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Draft {
    pub(super) year: Option<Year>,
    /// 1 to 12, or the code of a season.
    pub(super) month: Option<u8>,
    /// The digits of a day of the month.
    pub(super) day: Option<u32>,
    /// The digits of the day, where they may as well be the last ones of a year.
    pub(super) short: Option<String>,
    /// The weekday that the name of its month may be: `mar` is a Tuesday in French too.
    pub(super) or_weekday: Option<u8>,
    /// The day stands before its month.
    pub(super) is_day_first: bool,
    pub(super) time: Option<Time>,
    /// 0 is Monday.
    pub(super) weekday: Option<u8>,
    pub(super) approximate: bool,
    pub(super) uncertain: bool,
    /// Where it begins, in the folded text.
    pub(super) at: usize,
    /// Its EDTF, where it was written as such.
    pub(super) edtf: Option<String>,
}

/// Reads words that are a date or a part of one.
pub(super) fn draft(text: &str, tokens: &[Token]) -> Result<Draft, Refusal> {
    let end = tokens.last().map_or(0, |token| token.to);
    let mut draft = Draft::default();
    let rest = strip(tokens, &mut draft);
    draft.at = rest.first().map_or(end, |token| token.from);
    if let Some(draft) = draft.iso_moment(text, rest) {
        return Ok(draft);
    }
    let rest = timed(rest, &mut draft);
    if rest.is_empty() && draft.time.is_some() {
        return Ok(draft);
    }
    let piece = piece(text, rest);
    if let Ok(Edtf::Date(date)) = Edtf::parse(&piece) {
        return Ok(draft.edtf(&date, piece));
    }
    let (rest, era) = match rest {
        [before @ .., Token { word: Word::Era(era), .. }] => (before, Some(*era)),
        // `AD 79`
        [Token { word: Word::Era(era), .. }, after @ ..] => (after, Some(*era)),
        _ => (rest, None),
    };
    let rest = match rest {
        [Token { word: Word::Weekday(weekday), .. }, after @ ..] => {
            draft.weekday = Some(*weekday);
            after
        }
        [first, after @ ..] if is_mar(text, first) => {
            let is_weekday = after.iter().any(|token| matches!(token.word, Word::Month(_)));
            draft.or_weekday = (!is_weekday).then_some(TUESDAY);
            draft.weekday = is_weekday.then_some(TUESDAY);
            if is_weekday { after } else { rest }
        }
        _ => rest,
    };
    let said = meaningful(rest);
    match parts(&said, era) {
        Some(parts) if draft.fill(&parts, era) => Ok(draft),
        _ => Err(misfit(text, &said, end)),
    }
}

const TUESDAY: u8 = 1;

/// The text that some words were written as.
fn piece(text: &str, tokens: &[Token]) -> String {
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return String::new() };
    text.chars().skip(first.from).take(last.to - first.from).collect()
}

/// Whether a month is written `mar`.
fn is_mar(text: &str, token: &Token) -> bool {
    let letters: String = text.chars().skip(token.from).take(token.to - token.from).collect();
    token.word == Word::Month(3) && letters.trim_end_matches('.').eq_ignore_ascii_case("mar")
}

/// Takes off the time of day, before or behind the day.
fn timed<'a>(tokens: &'a [Token], draft: &mut Draft) -> &'a [Token] {
    let ([Token { word: Word::Time(time), .. }, rest @ ..]
    | [rest @ .., Token { word: Word::Time(time), .. }]) = tokens
    else {
        return tokens;
    };
    draft.time = Some(time.clone());
    trimmed(rest)
}

fn trimmed(tokens: &[Token]) -> &[Token] {
    match tokens {
        [Token { word: Word::Filler | Word::From | Word::Sign(','), .. }, rest @ ..]
        | [rest @ .., Token { word: Word::Filler | Word::Sign(','), .. }] => trimmed(rest),
        tokens => tokens,
    }
}

/// What a word can be in a date. A number of one or two digits is a day before it is a year.
#[derive(Clone, Copy)]
enum Part<'a> {
    /// The number, and its digits as they were written.
    Day(u32, &'a str),
    Nth(u32),
    Roman(u32),
    Year(&'a str),
    Month(u8),
    Season(u8),
    Decade(&'a str),
    Decades,
    Century,
}

fn parts<'a>(said: &[&'a Token], era: Option<Era>) -> Option<Vec<Part<'a>>> {
    let last = said.len().saturating_sub(1);
    said.iter()
        .enumerate()
        .map(|(index, token)| match &token.word {
            // Only the year has an era, and the era follows it.
            Word::Number(digits) if digits.len() < 3 && (era.is_none() || index < last) => {
                digits.parse().ok().map(|number| Part::Day(number, digits))
            }
            Word::Number(digits) => Some(Part::Year(digits)),
            Word::Ordinal(number) => Some(Part::Nth(*number)),
            Word::Roman(number) => Some(Part::Roman(*number)),
            Word::Month(month) => Some(Part::Month(*month)),
            Word::Season(season) => Some(Part::Season(*season)),
            Word::Plural(digits) => Some(Part::Decade(digits)),
            Word::Decades => Some(Part::Decades),
            Word::Century => Some(Part::Century),
            _ => None,
        })
        .collect()
}

/// Takes off what says how far a date can be trusted.
fn strip<'a>(tokens: &'a [Token], draft: &mut Draft) -> &'a [Token] {
    match tokens {
        [Token { word: Word::Circa | Word::Sign('~'), .. }, rest @ ..] => {
            draft.approximate = true;
            strip(rest, draft)
        }
        [Token { word: Word::Filler | Word::From, .. }, rest @ ..]
        | [rest @ .., Token { word: Word::Filler, .. }] => strip(rest, draft),
        [rest @ .., Token { word: Word::Sign(sign @ ('?' | '~' | '%')), .. }] => {
            draft.uncertain |= *sign != '~';
            draft.approximate |= *sign != '?';
            strip(rest, draft)
        }
        [rest @ .., Token { word: Word::Circa, .. }] => {
            draft.approximate = true;
            strip(rest, draft)
        }
        rest => rest,
    }
}

/// The words without those and the commas that only join others: what they join stands on both sides.
fn meaningful(tokens: &[Token]) -> Vec<&Token> {
    let last = tokens.len().saturating_sub(1);
    tokens
        .iter()
        .enumerate()
        .filter(|(index, token)| !matches!(token.word, Word::Filler | Word::Sign(',')) || *index == last)
        .map(|(_, token)| token)
        .collect()
}

/// Why words are no date: the first that never stands in one, or else all of them together.
fn misfit(text: &str, said: &[&Token], end: usize) -> Refusal {
    let Some(first) = said.first() else { return Refusal::new(end, "there is no date here") };
    let odd = |token: &&&Token| matches!(token.word, Word::Unknown | Word::Relative | Word::Sign(_));
    match said.iter().find(odd) {
        Some(token) if token.word == Word::Relative => {
            Refusal::new(token.from, "a date must not depend on the day it is read")
        }
        Some(token) if token.word == Word::Unknown => {
            let letters: String = text.chars().skip(token.from).take(token.to - token.from).collect();
            let refusal = Refusal::new(token.from, format!("“{letters}” is no part of a date"));
            refusal.or(misspelt(&letters, said))
        }
        Some(token) => Refusal::new(token.from, "this sign has no place here"),
        None => Refusal::new(first.from, "these words do not make a date together"),
    }
}

/// The month and year that were meant, where a word is nearly the name of a month.
fn misspelt(letters: &str, said: &[&Token]) -> Option<String> {
    let year = said.iter().find_map(|token| match &token.word {
        Word::Number(digits) if digits.len() == 4 => Some(digits),
        _ => None,
    });
    Some(format!("{}-{:02}", year?, nearest_month(&letters.to_ascii_lowercase())?))
}

impl Draft {
    /// The parts of `2024-06-19T02:20`, so that the other end of a range can take them over.
    fn iso_moment(&self, text: &str, tokens: &[Token]) -> Option<Self> {
        let piece = piece(text, tokens);
        let (edtf, _) = moment::edtf(&piece)?;
        let Ok(Edtf::DateTime(moment)) = Edtf::parse(&edtf) else { return None };
        let letters: Vec<char> = edtf.get(11..)?.to_ascii_lowercase().chars().collect();
        let (mut time, length) = clock::time(&letters)?;
        let zone = edtf.get(11 + length..)?;
        if !zone.is_empty() {
            time.zone = Some(Zone::Known(zone.to_owned()));
        }
        let (year, month, day) = (moment.date.year.value()?, moment.date.month?, moment.date.day?);
        Some(Self {
            year: Some(Year::Number(format!("{year:04}"), None)),
            month: month.value(),
            day: day.value().map(u32::from),
            time: Some(time),
            ..self.clone()
        })
        .filter(|_| year >= 0)
    }

    fn edtf(mut self, date: &edtf_core::Date, piece: String) -> Self {
        let plain_year = date.month.is_none()
            && matches!(date.year.kind, YearKind::Standard { negative: false, .. })
            && !date.is_uncertain()
            && !date.is_approximate()
            && piece.bytes().all(|byte| byte.is_ascii_digit());
        if plain_year {
            self.year = Some(Year::Number(piece, None));
        } else {
            self.uncertain |= date.is_uncertain();
            self.approximate |= date.is_approximate();
            self.edtf = Some(piece);
        }
        self
    }

    /// Whether the parts make a form that is known; if so, takes them.
    fn fill(&mut self, parts: &[Part<'_>], era: Option<Era>) -> bool {
        use Part::{Century, Day, Decade, Decades, Month, Nth, Roman, Season, Year as Digits};
        let year = |digits: &str| Some(Year::Number(digits.to_owned(), era));
        let decade = |digits: String| era.is_none().then_some(Year::Decade(digits));
        self.is_day_first = matches!(parts, [Day(..) | Nth(_), Month(_), ..]);
        self.short = match *parts {
            [Day(_, digits)] | [Month(_), Day(_, digits)] => Some(digits.to_owned()),
            _ => None,
        };
        (self.year, self.month, self.day) = match *parts {
            [Day(day, _) | Nth(day) | Roman(day)] => (None, None, Some(day)),
            [Digits(digits)] => (year(digits), None, None),
            [Decade(digits)] | [Decades, Digits(digits)] => (decade(digits.to_owned()), None, None),
            [Decades, Day(short, _)] => (decade(short.to_string()), None, None),
            [Nth(number) | Roman(number), Century] => (Some(Year::Century(number, era)), None, None),
            [Month(month) | Season(month)] => (None, Some(month), None),
            [Month(month), Day(day, _) | Nth(day)] | [Day(day, _) | Nth(day), Month(month)] => {
                (None, Some(month), Some(day))
            }
            [Month(month) | Season(month), Digits(digits)]
            | [Digits(digits), Month(month) | Season(month)] => (year(digits), Some(month), None),
            [Season(season), Day(short, _)] => (year(&format!("{short:02}")), Some(season), None),
            [Day(day, _) | Nth(day), Month(month), Digits(digits)]
            | [Month(month), Day(day, _) | Nth(day), Digits(digits)]
            | [Digits(digits), Month(month), Day(day, _)] => (year(digits), Some(month), Some(day)),
            [Day(day, _) | Nth(day), Month(month), Day(short, _)] => {
                (year(&format!("{short:02}")), Some(month), Some(day))
            }
            [Day(day, _) | Nth(day), Digits(digits)] => (year(digits), None, Some(day)),
            _ => return false,
        };
        true
    }

    /// The same, doubted as both of two are.
    pub(super) fn marked_as(&self, one: &Self, other: &Self) -> Self {
        Self {
            approximate: one.approximate || other.approximate,
            uncertain: one.uncertain || other.uncertain,
            ..self.clone()
        }
    }

    /// Whether it says no more than a time of day.
    pub(super) const fn is_time_alone(&self) -> bool {
        let has_date =
            self.year.is_some() || self.month.is_some() || self.day.is_some() || self.edtf.is_some();
        self.time.is_some() && !has_date
    }

    /// Whether it is a year by itself, said in digits.
    pub(super) fn bare_year(&self) -> Option<&str> {
        match (&self.year, self.month, self.day) {
            (Some(Year::Number(digits, None)), None, None) => Some(digits),
            _ => None,
        }
    }
}
