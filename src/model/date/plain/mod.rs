//! The plain forms people write, turned into EDTF; and for what is refused, what it might have meant.
//!
//! A text is folded to one spelling (`fold`) and cut into words (`word`). The words make one date
//! (`draft`, `whole`)
//! or two with something between (`range`). What could be read in several ways is never guessed: it is
//! refused, and every reading is named as EDTF (`numbers`, `ambiguous`, `repair`).

mod ambiguous;
mod draft;
mod fold;
mod numbers;
mod range;
mod repair;
mod whole;
mod word;

use edtf_core::Edtf;

use self::fold::Folded;
use self::word::{Token, Word};
use super::DateError;

/// The longest text that is read at all, in Unicode scalars: far longer than any date.
const LONGEST: usize = 400;

/// Why some words are no date: what is wrong, at which character of the folded text, and the readings.
struct Refusal {
    message: String,
    at: usize,
    readings: Vec<String>,
}

impl Refusal {
    fn new(at: usize, message: impl Into<String>) -> Self {
        Self { message: message.into(), at, readings: Vec::new() }
    }

    /// The same for a longer text: its readings become readings of that.
    fn within(self, whole: impl Fn(&str) -> String) -> Self {
        let readings: Vec<_> = self.readings.iter().map(|reading| whole(reading)).collect();
        Self::new(self.at, self.message).or(readings)
    }

    /// With those of these texts that are dates.
    fn or<T: Into<String>>(mut self, readings: impl IntoIterator<Item = T>) -> Self {
        for reading in readings.into_iter().map(Into::into) {
            if Edtf::parse(&reading).is_ok() && !self.readings.contains(&reading) {
                self.readings.push(reading);
            }
        }
        self
    }
}

/// Reads EDTF or a plain form.
pub(super) fn read(written: &str) -> Result<Edtf, DateError> {
    if written.chars().nth(LONGEST).is_some() {
        let message = format!("a date takes no more than {LONGEST} characters");
        return Err(DateError { message, offset: 0, readings: Vec::new() });
    }
    if let Ok(edtf) = Edtf::parse(written) {
        return Ok(edtf);
    }
    let folded = Folded::of(written);
    let text = folded.text();
    if let Ok(edtf) = Edtf::parse(&text) {
        return Ok(edtf);
    }
    let read = moment(&text).unwrap_or_else(|| {
        words(&text, &word::tokens(&folded)).map_err(|refusal| match refusal.readings[..] {
            [] => repair::better(&text, refusal),
            _ => refusal,
        })
    });
    read.map_err(|Refusal { message, at, readings }| DateError {
        message,
        offset: folded.place(at),
        readings,
    })
}

/// A day and a time of day, the seconds left out or a space in the place of the `T`; `None` where the text
/// looks like nothing of the kind.
fn moment(text: &str) -> Option<Result<Edtf, Refusal>> {
    let (day, rest) = text.split_at_checked(10)?;
    let time = rest.strip_prefix(['T', 't', ' '])?;
    let (minutes, rest) = time.split_at_checked(5)?;
    if !text.is_ascii() || minutes.as_bytes().get(2) != Some(&b':') || Edtf::parse(day).is_err() {
        return None;
    }
    let seconds = if rest.starts_with(':') { "" } else { ":00" };
    let (clock, zone) = rest.split_once(' ').unwrap_or((rest, ""));
    let edtf = format!("{day}T{minutes}{seconds}{clock}{zone}");
    Some(Edtf::parse(&edtf).map_err(|error| {
        // The seconds put in come after the minutes, 16 characters from the start.
        let at = if error.offset > 16 { error.offset - seconds.len() } else { error.offset };
        Refusal { at, ..repair::better(&edtf, Refusal::new(at, error.message)) }
    }))
}

fn words(text: &str, tokens: &[Token]) -> Result<Edtf, Refusal> {
    refuse_words(tokens)?;
    if let Some(refusal) = numbers::refusal(tokens) {
        return Err(refusal);
    }
    let edtf = edtf(text, tokens)?;
    Edtf::parse(&edtf).map_err(|error| {
        let swapped = edtf.split_once('/').map(|(start, end)| format!("{end}/{start}"));
        match swapped.filter(|swapped| Edtf::parse(swapped).is_ok()) {
            Some(swapped) => Refusal::new(0, "this ends before it starts").or([swapped]),
            None => Refusal::new(0, error.message),
        }
    })
}

/// The words as EDTF, which may still end before it starts.
fn edtf(text: &str, tokens: &[Token]) -> Result<String, Refusal> {
    match tokens {
        [Token { word: Word::Since, .. }, rest @ ..] => {
            let since = |date: &str| format!("{date}/..");
            Ok(since(&whole::alone(text, rest).map_err(|refusal| refusal.within(since))?.first))
        }
        [Token { word: Word::Until, .. }, Token { word: Word::To, .. }, rest @ ..]
        | [Token { word: Word::Until, .. }, rest @ ..] => {
            let until = |date: &str| format!("../{date}");
            Ok(until(&whole::alone(text, rest).map_err(|refusal| refusal.within(until))?.last))
        }
        [Token { word: Word::Between, .. }, rest @ ..] => Err(range::between(text, rest)),
        [day, one, month, other, year] if numbers::joined(&one.word, &month.word, &other.word) => {
            Ok(whole::alone(text, &[day.clone(), month.clone(), year.clone()])?.to_string())
        }
        _ => match range::separator(tokens)? {
            Some(between) => range::read(text, tokens, between),
            None => Ok(whole::alone(text, tokens)?.to_string()),
        },
    }
}

/// Refuses words that no date can be made of.
fn refuse_words(tokens: &[Token]) -> Result<(), Refusal> {
    let absent = matches!(
        tokens,
        [] | [Token { word: Word::Nothing | Word::Sign('~' | '?' | '%' | '-' | '–') | Word::Dots, .. }]
    );
    if absent {
        return Err(Refusal::new(0, "there is no date here"));
    }
    match tokens.iter().find(|token| token.word == Word::Vague) {
        None => Ok(()),
        Some(vague) => {
            let message =
                "nobody knows how far this word reaches: write the years, months or days themselves";
            Err(Refusal::new(vague.from, message))
        }
    }
}
