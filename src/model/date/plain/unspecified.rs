//! Digits that are not known, in other signs than the `X` of EDTF: `19??`, `194-`, `1916-04-??`.

use super::refusal::Refusal;
use crate::model::date::expression::Expression;

/// Refuses a text with such signs.
pub(super) fn refuse(text: &str) -> Result<(), Refusal> {
    let masked: String = text.chars().map(|c| if is_unknown(c) { 'X' } else { c }).collect();
    let reading = [Some(masked.clone()), filled(&masked)].into_iter().flatten().find(|text| is_date(text));
    // A decade that has not come yet is no reading: `476?` is a year of three digits.
    let Some(reading) = reading.filter(|reading| reading.as_str() < "203Y") else { return Ok(()) };
    let at = text.chars().take_while(char::is_ascii_digit).count();
    let doubted = text.strip_suffix('?').filter(|year| year.len() == 3).map(|year| format!("0{year}?"));
    Err(Refusal::new(at, "a digit that is not known is written X").or([reading]).or(doubted))
}

/// `19--`, `194.`: four signs for a year, its last ones in the place of digits.
fn filled(text: &str) -> Option<String> {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let rest = text.get(digits..)?;
    let missing = 4usize.checked_sub(digits)?;
    let signs: String = rest.chars().take(missing).collect();
    let is_filled =
        signs.chars().count() == missing && signs.chars().all(|c| matches!(c, '-' | '.' | '–' | 'X'));
    is_filled.then(|| format!("{}{}{}", &text[..digits], "X".repeat(missing), &rest[signs.len()..]))
}

const fn is_unknown(c: char) -> bool {
    matches!(c, '?' | '*' | '_' | '•' | '·')
}

/// Whether a text is a date with an unknown digit, digit for digit.
fn is_date(text: &str) -> bool {
    let shape: String = text.chars().map(|c| if c.is_ascii_digit() || c == 'X' { '0' } else { c }).collect();
    let is_known = text.starts_with(|c: char| c.is_ascii_digit());
    is_known
        && text.contains('X')
        && matches!(shape.as_str(), "0000" | "0000-00" | "0000-00-00")
        && Expression::parse(text).is_ok()
}
