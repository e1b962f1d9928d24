//! The words and signs that dates are written with, in French and English.

use super::clock::{self, Time};
use super::fold::Folded;

/// A word or sign, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) word: Word,
    /// First character and end, in the folded text.
    pub(super) from: usize,
    pub(super) to: usize,
    /// A space stands before it.
    pub(super) spaced: bool,
}

/// What a word or sign says about a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// Digits.
    Number(String),
    /// Digits of a decade: `1940s`.
    Plural(String),
    /// `1er`, `19th`.
    Ordinal(u32),
    /// `XIXe`, `XIX`: the number of a century.
    Roman(u32),
    /// 1 to 12.
    Month(u8),
    /// 21 to 41, as in EDTF: a season, a quarter, a half.
    Season(u8),
    /// `trimestre`: a part of the year that has a number, the code of its first and how many there are.
    Fraction(u8, u32),
    /// `12:45`
    Time(Time),
    /// 0 is Monday.
    Weekday(u8),
    /// `années`
    Decades,
    /// `siècle`
    Century,
    Era(Era),
    Circa,
    /// `from`: since, or only the first of two ends.
    From,
    Since,
    /// `onwards`
    Onwards,
    Until,
    To,
    /// An article or a preposition that adds nothing.
    Filler,
    /// `entre`
    Between,
    /// `et`
    And,
    /// `ou`
    Or,
    /// `late`: a word whose extent nobody could agree on.
    Third(Third),
    Before,
    After,
    /// `O.S.`: the day is counted by the Julian calendar.
    Julian,
    /// `brumaire`: a word of another calendar still.
    Foreign,
    /// `yesterday`: a word that depends on the day it is read.
    Relative,
    /// `unknown`
    Nothing,
    /// `..`
    Dots,
    /// Any other sign.
    Sign(char),
    /// Any other word.
    Unknown,
}

/// Which way years are counted from the birth of Christ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Era {
    Before,
    After,
}

/// Which part of a time is meant by a word that does not say how far it reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Third {
    Early,
    Middle,
    Late,
}

const MONTHS: [&[&str]; 12] = [
    &["janvier", "january", "janv", "jan"],
    &["fevrier", "february", "fevr", "fev", "feb"],
    &["mars", "march", "mar"],
    &["avril", "april", "avr", "apr"],
    &["mai", "may"],
    &["juin", "june", "jun"],
    &["juillet", "july", "juil", "jul"],
    &["aout", "august", "aug"],
    &["septembre", "september", "sept", "sep"],
    &["octobre", "october", "oct"],
    &["novembre", "november", "nov"],
    &["decembre", "december", "dec"],
];

const SEASONS: [&[&str]; 4] =
    [&["printemps", "spring"], &["ete", "summer"], &["automne", "autumn", "fall"], &["hiver", "winter"]];

const WEEKDAYS: [&[&str]; 7] = [
    &["lundi", "monday", "lun", "mon"],
    &["mardi", "tuesday", "tue", "tues"],
    &["mercredi", "wednesday", "mer", "wed", "weds"],
    &["jeudi", "thursday", "jeu", "thu", "thur", "thurs"],
    &["vendredi", "friday", "ven", "fri"],
    &["samedi", "saturday", "sam", "sat"],
    &["dimanche", "sunday", "dim", "sun"],
];

/// Without the dots, hyphens and spaces between their letters, which people set as they like.
const ERAS: [(&str, Era); 16] = [
    ("avantjesuschrist", Era::Before),
    ("avantnotreere", Era::Before),
    ("avantjc", Era::Before),
    ("avjc", Era::Before),
    ("aec", Era::Before),
    ("bce", Era::Before),
    ("bc", Era::Before),
    ("apresjesuschrist", Era::After),
    ("denotreere", Era::After),
    ("apresjc", Era::After),
    ("aprjc", Era::After),
    ("apjc", Era::After),
    ("ad", Era::After),
    ("ce", Era::After),
    ("ec", Era::After),
    ("annodomini", Era::After),
];

/// Words that say by which calendar a day is counted, spelt as the eras are.
const CALENDARS: [(&str, Word); 14] = [
    ("oldstyle", Word::Julian),
    ("os", Word::Julian),
    ("vieuxstyle", Word::Julian),
    ("ancienstyle", Word::Julian),
    ("vs", Word::Julian),
    ("julien", Word::Julian),
    ("julian", Word::Julian),
    ("newstyle", Word::Filler),
    ("ns", Word::Filler),
    ("nouveaustyle", Word::Filler),
    ("gregorien", Word::Filler),
    ("gregorian", Word::Filler),
    ("ah", Word::Foreign),
    ("hijri", Word::Foreign),
];

/// Months of the French Republican, Islamic and Hebrew calendars that are no words of ours.
const FOREIGN: [&str; 30] = [
    "vendemiaire",
    "brumaire",
    "frimaire",
    "nivose",
    "pluviose",
    "ventose",
    "germinal",
    "floreal",
    "prairial",
    "messidor",
    "thermidor",
    "fructidor",
    "muharram",
    "mouharram",
    "safar",
    "rajab",
    "shaban",
    "ramadan",
    "shawwal",
    "tishri",
    "tichri",
    "kislev",
    "tevet",
    "shevat",
    "adar",
    "nisan",
    "iyar",
    "sivan",
    "tammuz",
    "elul",
];

const FILLERS: [&str; 20] = [
    "le", "la", "les", "the", "of", "de", "du", "des", "l", "d", "en", "in", "on", "an", "annee", "year",
    "aux", "at", "courant", "during",
];
/// Some are the words of GEDCOM for dates that are estimated or reckoned.
const CIRCA: [&str; 15] = [
    "c",
    "ca",
    "circa",
    "vers",
    "v",
    "about",
    "abt",
    "around",
    "environ",
    "env",
    "approx",
    "approximately",
    "est",
    "cal",
    "roughly",
];
const EARLY: [&str; 5] = ["early", "beginning", "start", "debut", "commencement"];
const MIDDLE: [&str; 4] = ["mid", "middle", "milieu", "mi"];
const LATE: [&str; 3] = ["late", "end", "fin"];
const BEFORE: [&str; 6] = ["before", "bef", "pre", "avant", "av", "ante"];
const AFTER: [&str; 5] = ["after", "aft", "post", "apres", "ap"];
const ORDINALS: [&[&str]; 4] = [
    &["first", "premier", "premiere"],
    &["second", "deuxieme", "seconde"],
    &["third", "troisieme"],
    &["fourth", "quatrieme"],
];
/// The one word with an apostrophe inside.
const TODAY: [char; 11] = ['a', 'u', 'j', 'o', 'u', 'r', 'd', '\'', 'h', 'u', 'i'];
const RELATIVE: [&str; 13] = [
    "today",
    "yesterday",
    "tomorrow",
    "now",
    "present",
    "ago",
    "last",
    "next",
    "hier",
    "demain",
    "maintenant",
    "dernier",
    "prochain",
];
const NOTHING: [&str; 11] =
    ["null", "nil", "none", "na", "nd", "sd", "unknown", "undated", "inconnu", "inconnue", "tbd"];

/// The words and signs of a text, in order.
pub(super) fn tokens(folded: &Folded) -> Vec<Token> {
    let chars: Vec<char> = folded.chars.iter().map(char::to_ascii_lowercase).collect();
    let mut tokens = Vec::new();
    let mut from = 0;
    while let Some(rest) = chars.get(from..).filter(|rest| !rest.is_empty()) {
        let spaced = rest.first() == Some(&' ');
        from += usize::from(spaced);
        let Some(rest) = chars.get(from..).filter(|rest| !rest.is_empty()) else { break };
        let (word, length) = first(rest);
        tokens.push(Token { word, from, to: from + length, spaced });
        from += length;
    }
    tokens
}

/// The first word of a text that begins with no space, and how many characters it takes: at least one.
fn first(text: &[char]) -> (Word, usize) {
    match text {
        [digit, ..] if digit.is_ascii_digit() => {
            clock::time(text).map_or_else(|| number(text), |(time, length)| (Word::Time(time), length))
        }
        [letter, ..] if letter.is_alphabetic() => {
            spelt(&ERAS.map(|(letters, era)| (letters, Word::Era(era))), text)
                .or_else(|| spelt(&CALENDARS, text))
                .or_else(|| numbered_part(text))
                .unwrap_or_else(|| word(text))
        }
        ['.', '.', ..] => (Word::Dots, 2),
        [sign, ..] => (Word::Sign(*sign), 1),
        [] => (Word::Unknown, 1),
    }
}

fn run(text: &[char], of: impl Fn(char) -> bool) -> String {
    text.iter().copied().take_while(|c| of(*c)).collect()
}

/// A number and what is glued to it; groups of three digits may be set apart by spaces, commas or apostrophes.
fn number(text: &[char]) -> (Word, usize) {
    let mut digits = run(text, |c| c.is_ascii_digit());
    let mut written = digits.len();
    if digits.len() <= 3 {
        while let Some([' ' | ',' | '\'', thousands @ ..]) = text.get(written..) {
            let group = run(thousands, |c| c.is_ascii_digit());
            // A space may as well part a day from a year with its era glued to it.
            if group.len() != 3
                || (text.get(written) == Some(&' ') && run(thousands, char::is_alphanumeric) != group)
            {
                break;
            }
            digits.push_str(&group);
            written += 4;
        }
    }
    let rest = text.get(written..).unwrap_or_default();
    if rest.starts_with(&['\'', 's']) && !rest.get(2).is_some_and(|c| c.is_alphanumeric()) {
        return (Word::Plural(digits), written + 2);
    }
    let suffix = run(rest, char::is_alphanumeric);
    let length = written + suffix.chars().count();
    match suffix.as_str() {
        "" => (Word::Number(digits), length),
        "s" => (Word::Plural(digits), length),
        "er" | "re" | "ere" | "e" | "eme" | "st" | "nd" | "rd" | "th" => {
            (digits.parse().map_or(Word::Unknown, Word::Ordinal), length)
        }
        "bc" | "bce" | "ad" | "ce" => (Word::Number(digits), written),
        _ if numbered_part(rest).is_some() => (Word::Number(digits), written),
        _ => (Word::Unknown, length),
    }
}

/// `q1`, `t1`: a quarter, `h1`, `s1`: a half of the year.
fn numbered_part(text: &[char]) -> Option<(Word, usize)> {
    let (kind, number, after) = (text.first()?, text.get(1)?.to_digit(10)?, text.get(2));
    let (first, count) = match kind {
        'q' | 't' => (33, 4),
        'h' | 's' => (40, 2),
        _ => return None,
    };
    let is_whole = (1..=count).contains(&number) && !after.is_some_and(|c| c.is_alphanumeric());
    let code = first + u8::try_from(number).ok()?.checked_sub(1)?;
    is_whole.then_some((Word::Season(code), 2))
}

/// One of some words, with dots, spaces and hyphens between their letters or without.
fn spelt(words: &[(&str, Word)], text: &[char]) -> Option<(Word, usize)> {
    words.iter().find_map(|(letters, word)| {
        let mut at = 0;
        for letter in letters.chars() {
            while at > 0 && matches!(text.get(at), Some('.' | ' ' | '-')) {
                at += 1;
            }
            if text.get(at) != Some(&letter) {
                return None;
            }
            at += 1;
        }
        match text.get(at) {
            Some('.') => Some((word.clone(), at + 1)),
            Some(c) if c.is_alphanumeric() => None,
            _ => Some((word.clone(), at)),
        }
    })
}

fn word(text: &[char]) -> (Word, usize) {
    let letters = run(text, char::is_alphabetic);
    let length = letters.chars().count();
    if text.starts_with(&TODAY) {
        return (Word::Relative, TODAY.len());
    }
    let word = meaning(&letters);
    // The dot of an abbreviation and the apostrophe of an elided word belong to them.
    let ends = match (text.get(length), text.get(length + 1)) {
        (Some('.'), next) => next != Some(&'.'),
        (Some('\''), _) => matches!(word, Word::Filler | Word::Until),
        _ => false,
    };
    (word, length + usize::from(ends))
}

fn meaning(word: &str) -> Word {
    let among = |table: &[&[&str]], first: u8| {
        (first..).zip(table).find(|(_, names)| names.contains(&word)).map(|(number, _)| number)
    };
    if let Some(month) = among(&MONTHS, 1) {
        return Word::Month(month);
    }
    if let Some(season) = among(&SEASONS, 21) {
        return Word::Season(season);
    }
    if let Some(weekday) = among(&WEEKDAYS, 0) {
        return Word::Weekday(weekday);
    }
    if let Some((number, _)) = (1..).zip(ORDINALS).find(|(_, names)| names.contains(&word)) {
        return Word::Ordinal(number);
    }
    match word {
        "annees" | "decennie" | "decade" => Word::Decades,
        "siecle" | "siecles" | "century" | "centuries" | "cent" | "s" => Word::Century,
        "trimestre" | "quarter" => Word::Fraction(33, 4),
        "quadrimestre" => Word::Fraction(37, 3),
        "semestre" | "semester" | "half" => Word::Fraction(40, 2),
        "from" | "partir" => Word::From,
        "onward" | "onwards" => Word::Onwards,
        "or" | "ou" => Word::Or,
        "since" | "depuis" => Word::Since,
        "until" | "till" | "jusqu" | "jusque" => Word::Until,
        "to" | "a" | "au" => Word::To,
        "between" | "bet" | "entre" => Word::Between,
        "and" | "et" => Word::And,
        word if FILLERS.contains(&word) => Word::Filler,
        word if CIRCA.contains(&word) => Word::Circa,
        word if EARLY.contains(&word) => Word::Third(Third::Early),
        word if MIDDLE.contains(&word) => Word::Third(Third::Middle),
        word if LATE.contains(&word) => Word::Third(Third::Late),
        word if BEFORE.contains(&word) => Word::Before,
        word if AFTER.contains(&word) => Word::After,
        word if FOREIGN.contains(&word) => Word::Foreign,
        word if RELATIVE.contains(&word) => Word::Relative,
        word if NOTHING.contains(&word) => Word::Nothing,
        word => roman(word).map_or(Word::Unknown, Word::Roman),
    }
}

/// A number in Roman figures, also as a French ordinal: `xix` and `xixe` are 19.
fn roman(word: &str) -> Option<u32> {
    let figures = word.strip_suffix("eme").or(word.strip_suffix("er")).or(word.strip_suffix('e'));
    let figures = figures.unwrap_or(word);
    (1..=39).find(|number| roman_figures(*number) == figures)
}

fn roman_figures(number: u32) -> String {
    let ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let ones = ones.get(number as usize % 10).copied().unwrap_or_default();
    "x".repeat(number as usize / 10) + ones
}

/// The month whose name is nearly this word.
pub(super) fn nearest_month(word: &str) -> Option<u8> {
    let near = |name: &&str| name.len() > 3 && strsim::osa_distance(name, word) == 1;
    (1..).zip(MONTHS).find(|(_, names)| names.iter().any(near)).map(|(number, _)| number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<Word> {
        tokens(&Folded::of(text)).into_iter().map(|token| token.word).collect()
    }

    #[test]
    fn eras_are_one_word_however_they_are_spelt() {
        for text in
            ["av. J.-C.", "av. J-C", "avant J.-C.", "Avant Jésus-Christ", "BC", "b.c.", "BCE", "B. C."]
        {
            assert_eq!(words(text), [Word::Era(Era::Before)], "{text}");
        }
        for text in ["ap. J.-C.", "apr. J.-C.", "AD", "A.D.", "CE", "après J.-C."] {
            assert_eq!(words(text), [Word::Era(Era::After)], "{text}");
        }
    }

    #[test]
    fn numbers_keep_what_is_glued_to_them() {
        assert_eq!(words("1er 19th XIXᵉ"), [Word::Ordinal(1), Word::Ordinal(19), Word::Roman(19)]);
        assert_eq!(words("1940s 1940’s"), [Word::Plural("1940".into()), Word::Plural("1940".into())]);
        assert_eq!(words("44BC"), [Word::Number("44".into()), Word::Era(Era::Before)]);
        assert_eq!(words("1940ies"), [Word::Unknown]);
        assert_eq!(
            words("12 000 12 0000 10,000 1'234'567"),
            ["12000", "12", "0000", "10000", "1234567"].map(|number| Word::Number(number.into()))
        );
        assert_eq!(words("2024Q1"), [Word::Number("2024".into()), Word::Season(33)]);
    }

    #[test]
    fn elided_words_end_at_their_apostrophe() {
        assert_eq!(words("l’été"), [Word::Filler, Word::Season(22)]);
        assert_eq!(words("jusqu’en"), [Word::Until, Word::Filler]);
    }
}
