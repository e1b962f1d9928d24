//! One point in time in words, and what stands before it.

use super::clock::clock;
use super::names;
use crate::i18n::Lang;
use crate::model::{Clock, Month, Part, Point, Slot, Year};

/// A point in time in words, not yet in a sentence.
#[derive(Debug)]
pub(super) struct Phrase {
    text: String,
    kind: Kind,
    approximate: bool,
    remarks: Vec<&'static str>,
}

/// What French puts before a phrase depends on what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// `1961`, `juin 2024`: no article.
    Bare,
    /// `19 juin 2024`, `printemps 1951`: *le*.
    Masculine,
    /// `été 1951`: *l’*.
    Elided,
    /// `années 1940`: *les*.
    Plural,
    /// `entre 1800 et 1899`: no preposition goes before it.
    Clause,
}

impl Phrase {
    pub(super) fn of(point: &Point, lang: Lang) -> Self {
        let (year, year_kind) = winter(point, lang).unwrap_or_else(|| year(&point.year.value, lang));
        let mut unknown = Vec::new();
        let mut remarks = Vec::new();
        let head = head(point, lang, &mut unknown, &mut remarks);
        let (mut text, kind) = match head {
            None => (year, year_kind),
            Some((head, kind)) if year_kind == Kind::Bare => {
                (format!("{head}{}{year}", joint(point, lang)), kind)
            }
            Some((head, kind)) => (format!("{head}, {year}"), kind),
        };
        for unknown in unknown {
            text.push_str(", ");
            text.push_str(&unknown);
        }
        let mut phrase = Self { text, kind, approximate: false, remarks };
        phrase.doubt(point, lang);
        phrase
    }

    /// A time of a day.
    pub(super) fn at(point: &Point, time: Clock, lang: Lang) -> Self {
        let day = Self::of(point, lang);
        Self { text: format!("{}, {}", day.text, clock(time, lang)), ..day }
    }

    /// A time with a name of its own, as far to be trusted as the year it begins with: `XIXe siècle`.
    pub(super) fn named<T>(name: String, year: &Part<T>, is_plural: bool, lang: Lang) -> Self {
        let kind = if is_plural { Kind::Plural } else { Kind::Masculine };
        let doubt = in_language(lang, ["incertain", "uncertain"]);
        let remarks = if year.uncertain { vec![doubt] } else { Vec::new() };
        Self { text: name, kind, approximate: year.approximate, remarks }
    }

    /// Takes over how far the parts can be trusted: all of them alike, or each by its name.
    fn doubt(&mut self, point: &Point, lang: Lang) {
        let doubts: Vec<Doubt> = [
            Some(Doubt::of(
                &point.year,
                lang,
                [("année incertaine", "année approximative"), ("year uncertain", "year approximate")],
            )),
            point.month.as_ref().map(|month| {
                Doubt::of(
                    month,
                    lang,
                    [("mois incertain", "mois approximatif"), ("month uncertain", "month approximate")],
                )
            }),
            point.day.as_ref().map(|day| {
                Doubt::of(
                    day,
                    lang,
                    [("jour incertain", "jour approximatif"), ("day uncertain", "day approximate")],
                )
            }),
        ]
        .into_iter()
        .flatten()
        .collect();
        let all = in_language(lang, [("incertain", "approximatif"), ("uncertain", "approximate")]);
        if doubts.iter().all(|doubt| doubt.approximate.is_some()) {
            self.approximate = self.kind != Kind::Clause;
            self.remarks.extend((self.kind == Kind::Clause).then_some(all.1));
        } else {
            self.remarks.extend(doubts.iter().filter_map(|doubt| doubt.approximate));
        }
        if doubts.iter().all(|doubt| doubt.uncertain.is_some()) {
            self.remarks.push(all.0);
        } else {
            self.remarks.extend(doubts.iter().filter_map(|doubt| doubt.uncertain));
        }
    }

    /// Standing by itself: `vers 1945`.
    pub(super) fn plain(&self, lang: Lang) -> String {
        let text = match (self.approximate, lang) {
            (false, _) => self.text.clone(),
            (true, Lang::Fr) => format!("vers {}", self.definite()),
            (true, Lang::En) => format!("c. {}", self.text),
        };
        text + &self.remarked()
    }

    /// The start of what has no end: `depuis 1985`.
    pub(super) fn since(&self, lang: Lang) -> String {
        match lang {
            Lang::Fr => format!("depuis {}{}{}", self.definite(), self.roughly(), self.remarked()),
            Lang::En => self.english("since"),
        }
    }

    /// The end of what has no start: `jusqu’en 1985`.
    pub(super) fn until(&self, lang: Lang) -> String {
        let before = match (lang, self.kind) {
            (Lang::En, _) => return self.english("until"),
            (Lang::Fr, Kind::Bare) => "jusqu’en ",
            (Lang::Fr, Kind::Masculine) => "jusqu’au ",
            (Lang::Fr, Kind::Elided) => "jusqu’à l’",
            (Lang::Fr, Kind::Plural) => "jusqu’aux ",
            (Lang::Fr, Kind::Clause) => "jusqu’à une date, ",
        };
        format!("{before}{}{}{}", self.text, self.roughly(), self.remarked())
    }

    fn english(&self, preposition: &str) -> String {
        let some = if self.kind == Kind::Clause { "some time, " } else { "" };
        format!("{preposition} {some}{}", self.plain(Lang::En))
    }

    /// With the article French wants after a preposition.
    pub(super) fn definite(&self) -> String {
        let article = match self.kind {
            Kind::Bare => "",
            Kind::Masculine => "le ",
            Kind::Elided => "l’",
            Kind::Plural => "les ",
            Kind::Clause => "une date, ",
        };
        format!("{article}{}", self.text)
    }

    const fn roughly(&self) -> &'static str {
        if self.approximate { " environ" } else { "" }
    }

    fn remarked(&self) -> String {
        if self.remarks.is_empty() { String::new() } else { format!(" ({})", self.remarks.join(", ")) }
    }
}

/// What is doubtful about one part, in words that name it.
struct Doubt {
    uncertain: Option<&'static str>,
    approximate: Option<&'static str>,
}

/// Words for uncertain and approximate.
type Names = (&'static str, &'static str);

impl Doubt {
    fn of<T>(part: &Part<T>, lang: Lang, names: [Names; 2]) -> Self {
        let (uncertain, approximate) = in_language(lang, names);
        Self {
            uncertain: part.uncertain.then_some(uncertain),
            approximate: part.approximate.then_some(approximate),
        }
    }
}

fn in_language<T>(lang: Lang, [french, english]: [T; 2]) -> T {
    match lang {
        Lang::Fr => french,
        Lang::En => english,
    }
}

/// The month and the day, as far as they are known; what is not known of them goes into `unknown`.
fn head(
    point: &Point,
    lang: Lang,
    unknown: &mut Vec<String>,
    remarks: &mut Vec<&'static str>,
) -> Option<(String, Kind)> {
    let day = point.day.as_ref().map(|day| day.value);
    let month = match point.month.as_ref()?.value {
        Month::Season(code) => {
            let (name, hemisphere) = names::season(code, lang);
            remarks.extend(hemisphere);
            let vowel = name.starts_with(['é', 'a', 'h']);
            return Some((name, if vowel { Kind::Elided } else { Kind::Masculine }));
        }
        Month::Calendar(slot) => slot,
    };
    match (month, day) {
        (Slot::Known(month), Some(Slot::Known(day))) => {
            Some((format!("{} {}", names::day(day, lang), names::month(month, lang)), Kind::Masculine))
        }
        (Slot::Known(month), day) => {
            unknown.extend(day.map(|day| missing(day, "jour", "day", lang)));
            Some((names::month(month, lang), Kind::Bare))
        }
        (month, day) => {
            unknown.push(missing(month, "mois", "month", lang));
            unknown.extend(day.map(|day| missing(day, "jour", "day", lang)));
            None
        }
    }
}

/// A month or day that cannot be said with its name: `jour inconnu`, `jour 1X`.
fn missing(slot: Slot, french: &str, english: &str, lang: Lang) -> String {
    let name = in_language(lang, [french, english]);
    match (slot, lang) {
        (Slot::Masked([None, None]), Lang::Fr) => format!("{name} inconnu"),
        (Slot::Masked([None, None]), Lang::En) => format!("{name} unknown"),
        (Slot::Masked(digits), _) => format!("{name} {}", masked(&digits)),
        (Slot::Known(number), _) => format!("{name} {number}"),
    }
}

fn masked(digits: &[Option<u8>]) -> String {
    digits.iter().map(|digit| digit.map_or_else(|| "X".to_owned(), |digit| digit.to_string())).collect()
}

/// What stands between month or season and year.
fn joint(point: &Point, lang: Lang) -> &'static str {
    match point.month.as_ref().map(|month| month.value) {
        Some(Month::Season(code)) => names::season_joint(code, lang),
        _ => " ",
    }
}

/// The two years of a winter, or of a summer south of the equator, which ends in the next one.
fn winter(point: &Point, lang: Lang) -> Option<(String, Kind)> {
    match (&point.year.value, point.month.as_ref()?.value) {
        (Year::Known(year), Month::Season(24 | 28 | 30)) => {
            Some((years(*year, year.checked_add(1)?, lang), Kind::Bare))
        }
        _ => None,
    }
}

/// `2000–2001`, `44–42 BC`: an era that both years have is said once.
pub(super) fn years(first: i64, last: i64, lang: Lang) -> String {
    let (from, to) = (names::year(first, lang), names::year(last, lang));
    if names::era(first, lang) == names::era(last, lang) {
        format!("{}–{to}", names::year_number(first, lang))
    } else {
        format!("{from} – {to}")
    }
}

fn year(year: &Year, lang: Lang) -> (String, Kind) {
    match year {
        Year::Huge(text) => (text.clone(), Kind::Bare),
        Year::Rough { year, first: Some(first), last: Some(last) } => {
            let year = names::year(*year, lang);
            let (around, within) =
                (if lang == Lang::Fr { "vers" } else { "c." }, between(*first, *last, lang));
            (format!("{around} {year} ({within})"), Kind::Clause)
        }
        Year::Known(year) | Year::Rough { year, .. } => (names::year(*year, lang), Kind::Bare),
        Year::Masked([None, None, None, None]) => {
            (in_language(lang, ["année inconnue", "year unknown"]).to_owned(), Kind::Clause)
        }
        Year::Masked(digits) => masked_year(*digits, lang),
    }
}

/// A decade by its name, where that is not the name of a century too; other years by their bounds.
fn masked_year(digits: [Option<u8>; 4], lang: Lang) -> (String, Kind) {
    let known = digits.iter().take_while(|digit| digit.is_some()).count();
    if digits.iter().skip(known).any(Option::is_some) {
        let name = in_language(lang, ["année", "year"]);
        return (format!("{name} {}", masked(&digits)), Kind::Clause);
    }
    let filled = |with: i64| digits.iter().fold(0, |year, digit| year * 10 + digit.map_or(with, i64::from));
    let (first, last) = (filled(0), filled(9));
    if last - first == 9 && first % 100 != 0 && first >= 100 {
        return match lang {
            Lang::Fr => (format!("années {first}"), Kind::Plural),
            Lang::En => (format!("the {first}s"), Kind::Plural),
        };
    }
    (between(first, last, lang), Kind::Clause)
}

fn between(first: i64, last: i64, lang: Lang) -> String {
    let (first, last) = (names::year(first, lang), names::year(last, lang));
    match lang {
        Lang::Fr => format!("entre {first} et {last}"),
        Lang::En => format!("between {first} and {last}"),
    }
}
