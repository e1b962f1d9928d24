//! A date in plain words as EDTF, where it is whole and exists.

use std::fmt;

use super::clock::Time;
use super::draft::{Draft, Year, draft};
use super::refusal::Refusal;
use super::word::{Era, Token};
use super::zone::Zone;
use crate::model::date::convert::exact_day;
use crate::model::date::day::{Day, month_length};

/// A date as EDTF: one, or the first and last of the years of a century.
#[derive(Debug)]
pub(super) struct Whole {
    pub(super) first: String,
    pub(super) last: String,
}

impl fmt::Display for Whole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first == self.last {
            f.write_str(&self.first)
        } else {
            write!(f, "{}/{}", self.first, self.last)
        }
    }
}

/// Reads words that are one whole date.
pub(super) fn alone(text: &str, tokens: &[Token]) -> Result<Whole, Refusal> {
    draft(text, tokens)?.whole()
}

impl Draft {
    /// The date, where nothing is missing and it exists.
    pub(super) fn whole(&self) -> Result<Whole, Refusal> {
        let date = self.date()?;
        match &self.time {
            None => Ok(date),
            Some(time) => {
                let moment = self.at_time(&date, time)?;
                Ok(Whole { first: moment.clone(), last: moment })
            }
        }
    }

    fn at_time(&self, date: &Whole, time: &Time) -> Result<String, Refusal> {
        let day = &date.first;
        if exact_day(day).is_none() {
            return Err(self.refuse("a time of day needs one certain day").or([day]));
        }
        let Some(digits) = time.digits() else {
            return Err(self.refuse("no clock shows this time").or([day]));
        };
        match &time.zone {
            None => Ok(format!("{day}T{digits}")),
            Some(Zone::Known(shift)) => Ok(format!("{day}T{digits}{shift}")),
            Some(Zone::Several(shifts)) => Err(self
                .refuse("zones of several continents bear this name: write the shift from UTC")
                .or(shifts.iter().map(|shift| format!("{day}T{digits}{shift}")))),
        }
    }

    fn date(&self) -> Result<Whole, Refusal> {
        let marked = |text: String| format!("{text}{}", self.mark());
        if let Some(edtf) = &self.edtf {
            let bare = edtf.trim_end_matches(['?', '~', '%']);
            return Ok(Whole { first: marked(bare.to_owned()), last: marked(bare.to_owned()) });
        }
        match &self.year {
            None => Err(self.without_year()),
            Some(Year::Decade(digits)) => self.decade(digits).map(|decade| {
                let decade = marked(decade);
                Whole { first: decade.clone(), last: decade }
            }),
            Some(Year::Century(number, era)) => {
                let (first, last) = self.century(*number, *era)?;
                Ok(Whole { first: marked(first), last: marked(last) })
            }
            Some(Year::Number(digits, era)) => {
                let date = marked(self.dated(digits, *era)?);
                Ok(Whole { first: date.clone(), last: date })
            }
        }
    }

    const fn mark(&self) -> &'static str {
        match (self.uncertain, self.approximate) {
            (false, false) => "",
            (true, false) => "?",
            (false, true) => "~",
            (true, true) => "%",
        }
    }

    fn refuse(&self, message: impl Into<String>) -> Refusal {
        Refusal::new(self.at, message)
    }

    /// Readings of a year of one or two digits: as it stands, and in the last two centuries.
    fn centuries(&self, digits: &str) -> Vec<String> {
        let rest = match (self.month, self.day) {
            (Some(month), Some(day)) => format!("-{month:02}-{day:02}"),
            (Some(month), None) => format!("-{month:02}"),
            (None, _) => String::new(),
        };
        ["20", "19", "00"]
            .iter()
            .map(|century| format!("{century}{digits:0>2}{rest}{}", self.mark()))
            .collect()
    }

    fn without_year(&self) -> Refusal {
        let refusal = self.refuse("the year is missing");
        match &self.short {
            None => refusal,
            Some(short) => {
                let refusal = match self.month {
                    None => self.refuse("a year takes at least three digits, or BC or AD"),
                    Some(_) => self.refuse("is this a day without its year, or half a year?"),
                };
                refusal.or(Self { day: None, ..self.clone() }.centuries(short))
            }
        }
    }

    fn decade(&self, digits: &str) -> Result<String, Refusal> {
        let mark = self.mark();
        match (digits.len(), digits.as_bytes()) {
            (4, [a, b, b'0', b'0']) => {
                let first = format!("{}{}", char::from(*a), char::from(*b));
                Err(self
                    .refuse("is this ten years or a hundred?")
                    .or([format!("{first}0X{mark}"), format!("{first}XX{mark}")]))
            }
            (3 | 4, [.., b'0']) => {
                let first = digits.strip_suffix('0').unwrap_or(digits);
                Ok(format!("{first:0>3}X"))
            }
            (2, [tens, b'0']) => Err(self
                .refuse("the decade of which century?")
                .or(["19", "20", "18"].map(|century| format!("{century}{}X{mark}", char::from(*tens))))),
            _ => {
                Err(self.refuse("a decade begins with a year that ends in 0").or([format!("{digits}{mark}")]))
            }
        }
    }

    /// First and last year: the first century is 1 to 100, the first before Christ 100 BC to 1 BC.
    fn century(&self, number: u32, era: Option<Era>) -> Result<(String, String), Refusal> {
        let years = i64::from(number) * 100;
        let (first, last) = match era {
            _ if !(1..=99).contains(&number) => return Err(self.refuse("there is no such century")),
            Some(Era::Before) => (1 - years, 100 - years),
            Some(Era::After) | None => (years - 99, years),
        };
        Ok((year_text(first), year_text(last)))
    }

    fn dated(&self, digits: &str, era: Option<Era>) -> Result<String, Refusal> {
        let Ok(number) = digits.parse::<i64>() else {
            return Err(self.refuse("this year is too far away"));
        };
        match era {
            None if digits.len() < 3 => {
                return Err(self
                    .refuse("a year takes at least three digits, or BC or AD")
                    .or(self.centuries(digits)));
            }
            None if digits.len() > 4 => {
                let refusal = self.refuse("a year of more than four digits is written with a Y before it");
                return Err(refusal.or([format!("Y{digits}{}", self.mark())]));
            }
            Some(_) if number == 0 => {
                return Err(self.refuse("there is no year 0: 1 BC comes before 1 AD").or(["0000", "0001"]));
            }
            _ => {}
        }
        let year = if era == Some(Era::Before) { 1 - number } else { number };
        if year.abs() > 9999 {
            return match self.month {
                None => Ok(year_text(year)),
                Some(_) => Err(self.refuse("a year this far away cannot have a month")),
            };
        }
        self.in_year(year)
    }

    fn in_year(&self, year: i64) -> Result<String, Refusal> {
        let year_text = year_text(year);
        match (self.month, self.day) {
            (None, None) => Ok(year_text),
            (None, Some(_)) => Err(self.refuse("the month is missing")),
            (Some(month), None) => Ok(format!("{year_text}-{month:02}")),
            (Some(month), Some(day)) => {
                let length = month_length(year, month);
                let Some(day) = u8::try_from(day).ok().filter(|day| (1..=length).contains(day)) else {
                    return Err(self
                        .refuse(format!("{year_text}-{month:02} has {length} days"))
                        .or([format!("{year_text}-{month:02}")]));
                };
                let edtf = format!("{year_text}-{month:02}-{day:02}");
                self.on_weekday(Day { year, month, day }, &edtf)?;
                Ok(edtf)
            }
        }
    }

    fn on_weekday(&self, day: Day, edtf: &str) -> Result<(), Refusal> {
        const NAMES: [&str; 7] =
            ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
        // 1970-01-01 was a Thursday.
        let real = (day.number() + 3).rem_euclid(7);
        let Some((_, name)) = (0..).zip(NAMES).find(|(number, _)| *number == real) else { return Ok(()) };
        if self.weekday.is_none_or(|weekday| i64::from(weekday) == real) {
            return Ok(());
        }
        Err(self.refuse(format!("{edtf} is a {name}")).or([edtf]))
    }
}

/// The year as EDTF.
pub(super) fn year_text(year: i64) -> String {
    match year {
        -9999..=-1 => format!("-{:04}", -year),
        0..=9999 => format!("{year:04}"),
        _ => format!("Y{year}"),
    }
}

/// Both ends together as EDTF.
pub(super) fn span(left: &Draft, right: &Draft) -> Result<String, Refusal> {
    match (left.whole(), right.whole()) {
        (Ok(start), Ok(end)) => Ok(format!("{}/{}", start.first, end.last)),
        (Err(refusal), Ok(end)) => Err(refusal.within(|start| format!("{start}/{}", end.last))),
        (Ok(start), Err(refusal)) => Err(refusal.within(|end| format!("{}/{end}", start.first))),
        (Err(refusal), Err(_)) => Err(refusal.half()),
    }
}
