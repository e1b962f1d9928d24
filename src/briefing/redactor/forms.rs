//! The forms in which people write one date.

use crate::i18n::{self, Lang};
use crate::model::{Clock, Date, End, Member, Month, Part, Point, Shape, Slot, Year};

/// One form of a date.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Form {
    pub(super) words: Vec<String>,
    /// Whether it is a name only with a capital: `May`, `March`.
    pub(super) has_capital: bool,
}

/// A word of a text, in small letters.
pub(super) struct Word {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) letters: String,
    pub(super) has_capital: bool,
}

impl Word {
    /// The year with which it begins, where more follows: `2001effectuant`, `20010713`.
    pub(super) fn year(&self) -> Option<&str> {
        let digits = self.letters.bytes().take_while(u8::is_ascii_digit).count();
        let is_glued = digits == 4 && self.letters.len() > 4 || digits >= 6;
        self.letters.get(..4).filter(|_| is_glued)
    }
}

impl Form {
    pub(super) fn of(said: &str) -> Self {
        Self { words: words(said).map(|word| word.letters).collect(), has_capital: false }
    }

    /// Whether it says more than a small number, which may be any number.
    pub(super) fn tells(&self) -> bool {
        self.words.len() > 1 || self.words.iter().any(|word| word.chars().count() > 2)
    }

    /// Whether it names a year: two digits may be a day.
    pub(super) fn has_year(&self) -> bool {
        let is_year = |word: &String| word.bytes().take_while(u8::is_ascii_digit).count() > 2;
        self.words.iter().any(is_year)
    }

    pub(super) fn begins(&self, words: &[Word]) -> bool {
        let Some(words) = words.get(..self.words.len()) else { return false };
        words.iter().map(|word| &word.letters).eq(&self.words)
            && words.iter().all(|word| word.has_capital || !self.has_capital)
    }
}

/// The words of `text`. Whatever stands between two does not count, so that `19 juin 2024` is found with no-break
/// spaces too, and `2000–2001` with a hyphen.
pub(super) fn words(text: &str) -> impl Iterator<Item = Word> {
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

/// The forms of `date`, in every language of the screen.
pub(super) fn of(date: &Date) -> Vec<Form> {
    let mut whole = vec![date.edtf()];
    whole.extend(Lang::ALL.map(|lang| i18n::date(date, lang)));
    let mut forms: Vec<Form> = whole.iter().flat_map(|whole| years(whole)).collect();
    forms.extend(whole.iter().map(|whole| Form::of(whole)));
    forms.extend(points(&date.shape()).into_iter().flat_map(without_year));
    let (start, end) = date.clocks();
    forms.extend(start.into_iter().chain(end.filter(|_| end != start)).flat_map(hours));
    forms.extend(date.years().into_iter().flat_map(|years| [decade(years), before_christ(years)].concat()));
    forms
}

/// The tens of a decade, from the second on, in words.
const TENS: [&[&str]; 8] = [
    &["vingt", "twenties"],
    &["trente", "thirties"],
    &["quarante", "forties"],
    &["cinquante", "fifties"],
    &["soixante", "sixties"],
    &["soixante-dix", "seventies"],
    &["quatre-vingt", "quatre-vingts", "eighties"],
    &["quatre-vingt-dix", "nineties"],
];

/// The years of a decade, and its name in words.
fn decade((first, last): (i64, i64)) -> Vec<Form> {
    if first < 0 || first % 10 != 0 || last - first != 9 {
        return Vec::new();
    }
    let tens = usize::try_from(first / 10 % 10).ok().and_then(|ten| TENS.get(ten.checked_sub(2)?));
    let names = tens
        .into_iter()
        .copied()
        .flatten()
        .flat_map(|ten| ["années", "nineteen", ""].map(|lead| Form::of(&format!("{lead} {ten}"))));
    // Alone, a French ten is any number.
    let names =
        names.filter(|form| form.words.len() > 1 || form.words.iter().any(|word| word.ends_with("ies")));
    (first..=last).map(|year| Form::of(&year.to_string())).chain(names).collect()
}

/// A year before Christ, with and without stops.
fn before_christ((first, last): (i64, i64)) -> Vec<Form> {
    // The year 0 is 1 BC (ISO 8601).
    let years = [first, last].into_iter().filter(|year| *year <= 0).map(|year| 1 - year);
    years
        .flat_map(|year| ["BC", "B. C.", "BCE", "B. C. E."].map(|era| Form::of(&format!("{year} {era}"))))
        .collect()
}

/// The years that a date in words names; two digits may be a day.
fn years(whole: &str) -> impl Iterator<Item = Form> {
    let years = words(whole).filter_map(|word| {
        let year = word.letters.trim_end_matches('s').to_owned();
        (year.len() > 2 && year.bytes().all(|byte| byte.is_ascii_digit())).then_some(year)
    });
    years.flat_map(|year| [Form::of(&format!("{year}s")), Form::of(&year)])
}

/// The day and the month, and the month alone.
fn without_year(point: &Point) -> Vec<Form> {
    let Some(Part { value: Month::Calendar(Slot::Known(month)), .. }) = point.month else {
        return Vec::new();
    };
    let mut forms = Vec::new();
    for lang in Lang::ALL {
        let name = said(&format!("2000-{month:02}"), lang);
        if let Some(Part { value: Slot::Known(day), .. }) = point.day {
            forms.push(Form::of(&said(&format!("2000-{month:02}-{day:02}"), lang)));
            forms.push(Form::of(&format!("{name} {day}")));
            let nth = ordinal(day.into());
            forms.extend(
                [format!("{name} {nth}"), format!("{nth} {name}"), format!("{nth} of {name}")]
                    .map(|said| Form::of(&said)),
            );
            let year = known_year(point);
            forms.extend(year.map(|year| Form::of(&format!("{name} {year}"))));
            // Americans put the year after the day.
            forms.extend(year.map(|year| Form::of(&format!("{name} {day}, {year}"))));
        }
        forms.push(Form { has_capital: name.starts_with(char::is_uppercase), ..Form::of(&name) });
    }
    forms
}

fn ordinal(day: u32) -> String {
    let ending = match (day % 10, day % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{day}{ending}")
}

fn known_year(point: &Point) -> Option<i64> {
    match point.year.value {
        Year::Known(year) => Some(year),
        _ => None,
    }
}

/// A date of the year 2000 in words, without the year.
fn said(edtf: &str, lang: Lang) -> String {
    let said = Date::parse(edtf).map(|date| i18n::date(&date, lang)).unwrap_or_default();
    said.trim_end_matches(" 2000").to_owned()
}

fn hours(clock: Clock) -> Vec<Form> {
    let Clock { hour, minute, .. } = clock;
    let mut forms: Vec<Form> = Lang::ALL.map(|lang| Form::of(&i18n::clock(clock, lang))).into();
    forms
        .extend([format!("{hour} h {minute:02}"), format!("{hour}h{minute:02}")].map(|said| Form::of(&said)));
    if minute > 0 {
        forms.push(Form::of(&format!("{hour}:{minute:02}")));
    }
    let (of_twelve, half) = ((hour + 11) % 12 + 1, if hour < 12 { "a" } else { "p" });
    let minutes = if minute > 0 { format!(" {minute:02}") } else { String::new() };
    forms.extend(["m", " m"].map(|m| Form::of(&format!("{of_twelve}{minutes} {half}{m}"))));
    forms
}

fn points(shape: &Shape) -> Vec<&Point> {
    match shape {
        Shape::Point(point) | Shape::Moment(point, _) => vec![point],
        Shape::Span(start, end) => [start, end].into_iter().filter_map(of_end).collect(),
        Shape::All(members) | Shape::OneOf(members) => members.iter().flat_map(of_member).collect(),
    }
}

fn of_end(end: &End) -> Option<&Point> {
    match end {
        End::At(point) | End::AtTime(point, _) | End::OrBefore(point) | End::OrAfter(point) => Some(point),
        End::Open | End::Unknown => None,
    }
}

fn of_member(member: &Member) -> Vec<&Point> {
    match member {
        Member::At(point) | Member::OrBefore(point) | Member::OrAfter(point) => vec![point],
        Member::Range(first, last) => vec![first, last],
    }
}
