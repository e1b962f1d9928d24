//! The plain forms people write, turned into EDTF; and for what is refused, what it might have meant.
//!
//! A text is folded to one spelling (`fold`) and cut into words (`word`). The words make one date
//! (`draft`, `whole`)
//! or two with something between (`range`). What could be read in several ways is never guessed: it is
//! refused, and every reading is named as EDTF (`numbers`, `repair`).

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
    if let Some(edtf) = Edtf::parse(&text).ok().or_else(|| moment(&text)) {
        return Ok(edtf);
    }
    words(&text, &word::tokens(&folded)).map_err(|refusal| {
        let refusal = if refusal.readings.is_empty() { repair::better(&text, refusal) } else { refusal };
        DateError { message: refusal.message, offset: folded.place(refusal.at), readings: refusal.readings }
    })
}

/// A day and a time of day, the seconds left out or a space in the place of the `T`.
fn moment(text: &str) -> Option<Edtf> {
    let (day, rest) = text.split_at_checked(10)?;
    let time = rest.strip_prefix(['T', 't', ' '])?;
    let (minutes, rest) = time.split_at_checked(5)?;
    let seconds = if rest.starts_with(':') { "" } else { ":00" };
    let (clock, zone) = rest.split_once(' ').unwrap_or((rest, ""));
    Edtf::parse(&format!("{day}T{minutes}{seconds}{clock}{zone}")).ok()
}

fn words(text: &str, tokens: &[Token]) -> Result<Edtf, Refusal> {
    refuse_words(tokens)?;
    if let Some(refusal) = numbers::refusal(tokens) {
        return Err(refusal);
    }
    let edtf = match tokens {
        [Token { word: Word::Since, .. }, rest @ ..] => format!("{}/..", whole::alone(text, rest)?.first),
        [Token { word: Word::Until, .. }, Token { word: Word::To, .. }, rest @ ..]
        | [Token { word: Word::Until, .. }, rest @ ..] => {
            format!("../{}", whole::alone(text, rest)?.last)
        }
        _ => match range::separator(tokens)? {
            Some(between) => range::read(text, tokens, between)?,
            None => whole::alone(text, tokens)?.to_string(),
        },
    };
    Edtf::parse(&edtf).map_err(|error| {
        let swapped = edtf.split_once('/').map(|(start, end)| format!("{end}/{start}"));
        match swapped.filter(|swapped| Edtf::parse(swapped).is_ok()) {
            Some(swapped) => Refusal::new(0, "this ends before it starts").or([swapped]),
            None => Refusal::new(0, error.message),
        }
    })
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
    for token in tokens {
        let message = match token.word {
            Word::Relative => "a date must not depend on the day it is read",
            Word::Vague => {
                "nobody knows how far this word reaches: write the years, months or days themselves"
            }
            _ => continue,
        };
        return Err(Refusal::new(token.from, message));
    }
    Ok(())
}
