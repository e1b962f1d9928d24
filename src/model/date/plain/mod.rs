//! The plain forms people write, turned into EDTF; and for what is refused, what it might have meant.
//!
//! A text is folded to one spelling (`fold`) and cut into words (`word`, `combine`). The words make one date
//! (`draft`, `whole`) or two with something between (`range`). What could be read in several ways is never guessed: it
//! is refused, and every reading is named as EDTF (`numbers`, `unspecified`, `vague`, `calendars`, `ambiguous`,
//! `turned`, `repair`).

mod ambiguous;
mod calendars;
mod clock;
mod combine;
mod draft;
mod fold;
mod moment;
mod numbers;
mod pair;
mod range;
mod refusal;
mod repair;
mod turned;
mod unspecified;
mod vague;
mod whole;
mod word;
mod zone;

use self::fold::Folded;
use self::refusal::Refusal;
use self::word::{Token, Word};
use super::error::{DateError, ENDS_BEFORE_START};
use super::expression::Expression;

/// The longest text that is read at all, in Unicode scalars: far longer than any date.
const LONGEST: usize = 400;

/// Reads EDTF, an interval with times of day, or a plain form.
pub(super) fn read(written: &str) -> Result<Expression, DateError> {
    if written.chars().nth(LONGEST).is_some() {
        let message = format!("a date takes no more than {LONGEST} characters");
        return Err(DateError { message, offset: 0, readings: Vec::new() });
    }
    if let Ok(meant) = Expression::parse(written) {
        return Ok(meant);
    }
    let folded = Folded::of(written);
    let text = folded.text();
    // Spaces mean nothing inside a set.
    let set = if text.starts_with(['[', '{']) { text.replace(' ', "") } else { text.clone() };
    if let Ok(meant) = Expression::parse(&set) {
        return Ok(meant);
    }
    let tokens = combine::combine(word::tokens(&folded));
    let read = moment::read(&text).unwrap_or_else(|| words(&text, &tokens));
    let read = read.map_err(|refusal| match refusal.readings[..] {
        [] => repair::better(&text, refusal),
        _ => refusal,
    });
    read.map_err(|Refusal { message, at, readings }| DateError {
        message,
        offset: folded.place(at),
        readings,
    })
}

fn words(text: &str, tokens: &[Token]) -> Result<Expression, Refusal> {
    refuse_nothing(tokens)?;
    unspecified::refuse(text)?;
    numbers::refuse(tokens)?;
    calendars::refuse(text, tokens)?;
    vague::refuse(text, tokens)?;
    let edtf = edtf(text, tokens)?;
    Expression::parse(&edtf).map_err(|error| {
        let swapped = edtf.split_once('/').map(|(start, end)| format!("{end}/{start}"));
        match swapped.filter(|swapped| Expression::parse(swapped).is_ok()) {
            Some(swapped) => Refusal::new(0, ENDS_BEFORE_START).or([swapped]),
            None => Refusal::new(0, error.message),
        }
    })
}

/// The words as EDTF, which may still end before it starts.
fn edtf(text: &str, tokens: &[Token]) -> Result<String, Refusal> {
    match tokens {
        [Token { word: Word::Since, .. }, rest @ ..] | [rest @ .., Token { word: Word::Onwards, .. }] => {
            since(text, rest)
        }
        [Token { word: Word::Until, .. }, Token { word: Word::To, .. }, rest @ ..]
        | [Token { word: Word::Until, .. }, rest @ ..] => {
            let until = |date: &str| format!("../{date}");
            Ok(until(&whole::alone(text, rest).map_err(|refusal| refusal.within(until))?.last))
        }
        [Token { word: Word::Between, .. }, rest @ ..] => Err(pair::between(text, rest)),
        [day, one, month, other, year] if numbers::joined(&one.word, &month.word, &other.word) => {
            Ok(whole::alone(text, &[day.clone(), month.clone(), year.clone()])?.to_string())
        }
        _ if tokens.iter().any(|token| token.word == Word::Or) => pair::one_of(text, tokens),
        _ => match (range::separator(tokens)?, tokens) {
            (Some(between), _) => pair::read(text, tokens, between),
            (None, [Token { word: Word::From, .. }, rest @ ..]) => since(text, rest),
            (None, _) => Ok(whole::alone(text, tokens)?.to_string()),
        },
    }
}

fn since(text: &str, tokens: &[Token]) -> Result<String, Refusal> {
    let since = |date: &str| format!("{date}/..");
    Ok(since(&whole::alone(text, tokens).map_err(|refusal| refusal.within(since))?.first))
}

/// Refuses words that say no date at all.
fn refuse_nothing(tokens: &[Token]) -> Result<(), Refusal> {
    let absent = matches!(
        tokens,
        [] | [Token { word: Word::Nothing | Word::Sign('~' | '?' | '%' | '-' | '–') | Word::Dots, .. }]
    );
    if absent { Err(Refusal::new(0, "there is no date here")) } else { Ok(()) }
}
