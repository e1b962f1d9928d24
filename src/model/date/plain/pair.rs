//! Two dates with something between them as EDTF: `2000–2001`, `du 19 au 20 juin 2024`, `between 1940 and 1945`.

use super::draft::Draft;
use super::range::{borrow, drafts, end, one_sided, separator, sides};
use super::refusal::Refusal;
use super::whole::span;
use super::word::{Token, Word};
use super::{ambiguous, calendars, turned};

/// The EDTF of the dates on both sides of a separator.
pub(super) fn read(text: &str, tokens: &[Token], between: usize) -> Result<String, Refusal> {
    let (left, right) = sides(tokens, between);
    match (end(left), end(right)) {
        (Some(_), Some(_)) => Err(Refusal::new(0, "there is no date here")),
        (Some(start), None) => one_sided(text, right, start, |date, mark| format!("{mark}/{date}")),
        (None, Some(end)) => one_sided(text, left, end, |date, mark| format!("{date}/{mark}")),
        (None, None) => {
            let said = drafts(text, left, right)?;
            let is_slash = tokens.get(between).is_some_and(|token| token.word == Word::Sign('/'));
            whole(&said, is_slash)
        }
    }
}

fn whole((left, right): &(Draft, Draft), is_slash: bool) -> Result<String, Refusal> {
    let (mut start, mut end) = (left.clone(), right.clone());
    borrow(&mut start, &mut end);
    if is_slash {
        calendars::refuse_twice(&start, &end)?;
    }
    ambiguous::refuse(left, right)?;
    ambiguous::refuse_half_marked(&start, &end)?;
    turned::refuse((left, right), &start, &end)?;
    span(&start, &end)
}

/// Why `entre 1940 et 1945` is no date: some time between, or all of it?
pub(super) fn between(text: &str, tokens: &[Token]) -> Refusal {
    let at = tokens.first().map_or(0, |token| token.from);
    let refusal = Refusal::new(at, "is it some time between, or all the time between?");
    let both = |span: &str| [format!("[{}]", span.replace('/', "..")), span.to_owned()];
    let mut ends = tokens.split(|token| token.word == Word::And);
    let span = match (ends.next(), ends.next(), ends.next()) {
        (Some(left), Some(right), None) => drafts(text, left, right).and_then(|said| whole(&said, false)),
        _ => match separator(tokens) {
            Ok(Some(between)) => read(text, tokens, between),
            _ => return refusal,
        },
    };
    match span {
        Ok(span) => refusal.or(both(&span)),
        Err(other) => {
            let readings: Vec<String> = other.readings.iter().flat_map(|span| both(span)).collect();
            if readings.is_empty() { other } else { refusal.or(readings) }
        }
    }
}

/// `1666 or 1667`: one of them.
pub(super) fn one_of(text: &str, tokens: &[Token]) -> Result<String, Refusal> {
    let ends: Vec<&[Token]> = tokens.split(|token| token.word == Word::Or).collect();
    let [left, right] = ends[..] else { return Err(Refusal::new(0, "write the dates as [1666,1667,1668]")) };
    let (mut start, mut end) = drafts(text, left, right)?;
    borrow(&mut start, &mut end);
    let dates = [start.whole().map_err(Refusal::half)?, end.whole().map_err(Refusal::half)?];
    match dates.iter().find(|date| date.first != date.last) {
        Some(_) => Err(Refusal::new(0, "only years, months and days can be one of two")),
        None => Ok(format!("[{},{}]", dates[0].first, dates[1].first)),
    }
}
