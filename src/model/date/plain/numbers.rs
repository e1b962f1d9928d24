//! Dates all in numbers that nobody can read for certain: `03/04/2024`, `06/24`.

use super::Refusal;
use super::word::{Token, Word};

/// Why numbers that are not EDTF are no date, where they look like one.
pub(super) fn refusal(tokens: &[Token]) -> Option<Refusal> {
    let at = tokens.first()?.from;
    let words: Vec<&Word> = tokens.iter().map(|token| &token.word).collect();
    let (message, readings) = match words[..] {
        [Word::Number(digits)] => ("a date needs its hyphens", together(digits)),
        [Word::Sign('-'), Word::Number(digits)] if digits.len() > 4 => {
            ("a year of more than four digits is written with a Y before it", vec![format!("Y-{digits}")])
        }
        [Word::Sign('-'), Word::Number(digits)] => {
            ("a year before 0000 takes four digits", vec![format!("-{digits:0>4}")])
        }
        [Word::Number(a), Word::Sign(sign), Word::Number(b)] => {
            ("write years in full, and a month after its year: YYYY-MM", pair(a, *sign, b))
        }
        [Word::Number(a), Word::Sign(one), Word::Number(b), Word::Sign(other), Word::Number(c)]
            if one == other =>
        {
            ("which number is the month? Write YYYY-MM-DD", triple(a, b, c))
        }
        _ => return None,
    };
    let refusal = Refusal::new(at, message).or(readings);
    (!refusal.readings.is_empty()).then_some(refusal)
}

/// `20240619`, `202406`.
fn together(digits: &str) -> Vec<String> {
    let cut = |at| digits.split_at_checked(at).unwrap_or((digits, ""));
    match digits.len() {
        8 => vec![iso(cut(4).0, cut(4).1.get(..2).unwrap_or_default(), cut(6).1), format!("Y{digits}")],
        6 => vec![format!("{}-{}", cut(4).0, cut(4).1), format!("Y{digits}")],
        _ => Vec::new(),
    }
}

/// Month and year, or two years that a slash parts: `06/2024`, `06/24`, `2000/01`.
fn pair(a: &str, sign: char, b: &str) -> Vec<String> {
    let century = |year: &str| ["20", "19"].map(|century| format!("{century}{year}"));
    let month = |year: &str, month: &str| format!("{year}-{month:0>2}");
    match (a.len(), b.len()) {
        (1 | 2, 4) => vec![month(b, a)],
        (4, 1 | 2) => {
            let years = a.split_at_checked(2).map(|(hundreds, _)| format!("{a}/{hundreds}{b:0>2}"));
            std::iter::once(month(a, b)).chain(years).collect()
        }
        (1 | 2, 2) if sign != '-' => century(b).map(|year| month(&year, a)).to_vec(),
        _ => Vec::new(),
    }
}

fn triple(a: &str, b: &str, c: &str) -> Vec<String> {
    match (a.len(), b.len(), c.len()) {
        (3.., 1 | 2, 1 | 2) => vec![iso(a, b, c)],
        (1 | 2, 1 | 2, 3..) => vec![iso(c, b, a), iso(c, a, b)],
        (2, 1 | 2, 1 | 2) | (1, 1 | 2, 2) => ["20", "19"]
            .into_iter()
            .flat_map(|century| {
                let year = |short: &str| format!("{century}{short:0>2}");
                [iso(&year(c), b, a), iso(&year(c), a, b), iso(&year(a), b, c)]
            })
            .collect(),
        _ => Vec::new(),
    }
}

fn iso(year: &str, month: &str, day: &str) -> String {
    format!("{year:0>4}-{month:0>2}-{day:0>2}")
}

/// Whether signs only join a day, the name of a month and a year: `19-Jun-2024`.
pub(super) fn joined(one: &Word, month: &Word, other: &Word) -> bool {
    matches!((one, month), (Word::Sign('-' | '/' | '.'), Word::Month(_))) && one == other
}
