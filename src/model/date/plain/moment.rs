//! A day and a time of day in the order of ISO 8601, the seconds left out or a space in the place of the `T`.

use super::refusal::Refusal;
use super::repair;
use crate::model::date::expression::Expression;

/// Reads such a text; `None` where it is nothing of the kind.
pub(super) fn read(text: &str) -> Option<Result<Expression, Refusal>> {
    let (edtf, seconds) = edtf(text)?;
    if let Some(refusal) = shift_or_end(text) {
        return Some(Err(refusal));
    }
    Some(Expression::parse(&edtf).map_err(|error| {
        // The seconds put in come after the minutes, 16 characters from the start.
        let at = if error.offset > 16 { error.offset - seconds } else { error.offset };
        Refusal { at, ..repair::better(&edtf, Refusal::new(at, error.message)) }
    }))
}

/// The text as EDTF has it, and how many characters of it were put in. Zones by name are words.
pub(super) fn edtf(text: &str) -> Option<(String, usize)> {
    let (day, rest) = text.split_at_checked(10)?;
    let time = rest.strip_prefix(['T', 't', ' '])?;
    let (minutes, rest) = time.split_at_checked(5)?;
    let is_zone = |c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | '+' | '-' | 'Z' | 'z' | ' ');
    if minutes.as_bytes().get(2) != Some(&b':')
        || !rest.chars().all(is_zone)
        || Expression::parse(day).is_err()
    {
        return None;
    }
    let seconds = if rest.starts_with(':') { "" } else { ":00" };
    let (clock, zone) = rest.split_once(' ').unwrap_or((rest, ""));
    // What is left of a space is a zone, or the text goes on to another time.
    if !zone.is_empty() && !zone.starts_with(['+', '-', 'Z', 'z']) || zone.contains(' ') {
        return None;
    }
    let edtf = format!("{day}T{minutes}{seconds}{clock}{}", zone.to_ascii_uppercase());
    Some((edtf, seconds.len()))
}

/// `2024-06-19 08:01-09:30`: an hour and a half, or a place west of Greenwich?
fn shift_or_end(text: &str) -> Option<Refusal> {
    let (day, times) = text.split_once(' ')?;
    let (start, end) = times.split_once('-')?;
    let is_minutes = |text: &str| text.len() == 5 && text.as_bytes().get(2) == Some(&b':');
    if !is_minutes(start) || !is_minutes(end) {
        return None;
    }
    let refusal = Refusal::new(day.len() + 1 + start.len(), "does it end then, or is this a shift from UTC?");
    let refusal = refusal.or([format!("{day}T{start}:00/{day}T{end}:00"), format!("{day}T{start}:00-{end}")]);
    (refusal.readings.len() > 1).then_some(refusal)
}
