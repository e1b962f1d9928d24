//! Two dates with something between them: `2000–2001`, `du 19 au 20 juin 2024`.

use super::Refusal;
use super::draft::{Draft, Year, draft};
use super::word::{Token, Word};

const WINTER: u8 = 24;

/// The place of the word or sign that parts two dates, where there is one.
///
/// A slash parts more strongly than a long dash, this more than a word or a hyphen with spaces, and this more
/// than a hyphen without: that one also stands inside EDTF dates.
pub(super) fn separator(tokens: &[Token]) -> Result<Option<usize>, Refusal> {
    let spaced = |index: usize| {
        let here = tokens.get(index).is_some_and(|token| token.spaced);
        here && tokens.get(index + 1).is_none_or(|token| token.spaced)
    };
    let strength = |index: usize, word: &Word| match word {
        Word::Sign('/') => 4,
        Word::Sign('–') => 3,
        Word::To | Word::Until => 2,
        Word::Sign('-') if spaced(index) => 2,
        Word::Sign('-') => 1,
        _ => 0,
    };
    let marks = tokens.iter().enumerate().map(|(index, token)| (index, strength(index, &token.word)));
    let strongest = marks.clone().map(|(_, strength)| strength).max().unwrap_or_default();
    if strongest == 0 {
        return Ok(None);
    }
    let mut places = marks.filter(|(_, strength)| *strength == strongest).map(|(index, _)| index);
    match (places.next(), places.next().and_then(|second| tokens.get(second))) {
        // `jusqu’à` is two words for one.
        (Some(first), Some(second))
            if second.word == Word::To
                && tokens.get(first).is_some_and(|token| token.word == Word::Until) =>
        {
            Ok(Some(first))
        }
        (_, Some(_)) if strongest == 1 => Ok(None),
        (_, Some(second)) => Err(Refusal::new(second.from, "a date has two ends, not three")),
        (first, None) => Ok(first),
    }
}

/// The EDTF of the dates on both sides of a separator.
pub(super) fn read(text: &str, tokens: &[Token], between: usize) -> Result<String, Refusal> {
    let left = tokens.get(..between).unwrap_or_default();
    let rest = tokens.get(between + 1..).unwrap_or_default();
    let right = rest.split_first().filter(|(first, _)| first.word == Word::To).map_or(rest, |(_, rest)| rest);
    match (end(left), end(right)) {
        (Some(_), Some(_)) => Err(Refusal::new(0, "there is no date here")),
        (Some(start), None) => one_sided(text, right, start, |date, mark| format!("{mark}/{date}")),
        (None, Some(end)) => one_sided(text, left, end, |date, mark| format!("{date}/{mark}")),
        (None, None) => {
            let (mut left, mut right) = (draft(text, left)?, draft(text, right)?);
            if let Some(winter) = winter(&left, &right) {
                return Ok(winter);
            }
            refuse_ambiguous(&left, &right)?;
            borrow(&mut left, &mut right);
            refuse_half_marked(&left, &right)?;
            Ok(format!("{}/{}", left.whole()?.first, right.whole()?.last))
        }
    }
}

/// What stands in the place of an end that is no date.
#[derive(Clone, Copy)]
enum Blank {
    Nothing,
    Open,
    Unknown,
}

fn end(tokens: &[Token]) -> Option<Blank> {
    match tokens {
        [] => Some(Blank::Nothing),
        [token] => match token.word {
            Word::Dots => Some(Blank::Open),
            Word::Sign('?') | Word::Nothing => Some(Blank::Unknown),
            _ => None,
        },
        _ => None,
    }
}

fn one_sided(
    text: &str,
    dated: &[Token],
    blank: Blank,
    join: impl Fn(&str, &str) -> String,
) -> Result<String, Refusal> {
    let date = draft(text, dated)?.whole()?.to_string();
    match blank {
        Blank::Open => Ok(join(&date, "..")),
        Blank::Unknown => Ok(join(&date, "")),
        Blank::Nothing => {
            let at = dated.first().map_or(0, |token| token.from);
            let refusal = Refusal::new(at, "is the other end open (`..`), or unknown?");
            Err(refusal.or([join(&date, ".."), join(&date, "")]))
        }
    }
}

/// A winter is named by its two years, and begins in the first.
fn winter(left: &Draft, right: &Draft) -> Option<String> {
    let (Some(WINTER), Some(Year::Number(first, None))) = (left.month, &left.year) else { return None };
    let year: u32 = first.parse().ok()?;
    let next = match (right.bare_year(), right.day) {
        (Some(digits), _) => digits.parse().ok()?,
        (None, Some(number)) if right.month.is_none() && right.year.is_none() => year / 100 * 100 + number,
        (None, _) => return None,
    };
    if next != year + 1 {
        return None;
    }
    left.whole().ok().map(|winter| winter.first)
}

/// Refuses ends of which nobody can tell what they leave out.
fn refuse_ambiguous(left: &Draft, right: &Draft) -> Result<(), Refusal> {
    let no_month = right.month.is_none() && right.year.is_none();
    if let (Some(digits), Some(number)) = (left.bare_year(), right.day.filter(|_| no_month))
        && digits.len() == 4
        && let Ok(year) = digits.parse::<u32>()
    {
        let refusal = Refusal::new(right.at, "a month, or a year without its century?");
        let end = year / 100 * 100 + number;
        return Err(refusal.or([format!("{digits}-{number:02}"), format!("{digits}/{end:04}")]));
    }
    match (&left.year, &right.year) {
        (Some(Year::Decade(_)), Some(Year::Number(digits, None))) if digits.ends_with('0') => {
            let tens = digits.strip_suffix('0').unwrap_or(digits);
            let start = left.whole()?.first;
            let refusal = Refusal::new(right.at, "a decade, or a year?");
            Err(refusal.or([format!("{start}/{tens}X"), format!("{start}/{digits}")]))
        }
        (Some(Year::Number(digits, None)), Some(Year::Decade(_))) if digits.ends_with('0') => {
            let tens = digits.strip_suffix('0').unwrap_or(digits);
            let end = right.whole()?.last;
            let refusal = Refusal::new(left.at, "a decade, or a year?");
            Err(refusal.or([format!("{tens}X/{end}"), format!("{digits}/{end}")]))
        }
        _ => Ok(()),
    }
}

/// Gives each end the parts that only the other one says: `juin–juillet 2000`, `June 19–20, 2024`.
fn borrow(left: &mut Draft, right: &mut Draft) {
    match (&mut left.year, &right.year, left.day) {
        (year @ None, Some(Year::Number(_, era @ Some(_))), Some(number))
            if right.day.is_none() && left.month.is_none() =>
        {
            *year = Some(Year::Number(number.to_string(), *era));
            left.day = None;
        }
        (Some(Year::Number(_, own @ None)), Some(Year::Number(_, era)), _) => *own = *era,
        (year @ None, Some(Year::Number(digits, era)), _) => *year = Some(Year::Number(digits.clone(), *era)),
        _ => {}
    }
    if right.day.is_some() && left.day.is_some() {
        right.month = right.month.or(left.month);
        left.month = left.month.or(right.month);
    }
}

/// Refuses `c. 1914–1918` and `1914–1918?`: is one end meant, or are both?
fn refuse_half_marked(left: &Draft, right: &Draft) -> Result<(), Refusal> {
    let leading = left.approximate && !right.approximate && !left.uncertain;
    let trailing = right.uncertain && !left.uncertain && !right.approximate;
    if !(leading || trailing) {
        return Ok(());
    }
    let span = |left: &Draft, right: &Draft| -> Result<String, Refusal> {
        Ok(format!("{}/{}", left.whole()?.first, right.whole()?.last))
    };
    let both = span(&left.marked_as(left, right), &right.marked_as(left, right))?;
    Err(Refusal::new(left.at, "are both ends meant, or only one?").or([span(left, right)?, both]))
}
