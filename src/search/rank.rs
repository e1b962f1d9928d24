//! What finding something is worth: the kind of field counts most, then how well the term stands in it.

use super::date::Time;
use super::field::FieldKind;
use super::needle::Grade;

/// By how much what is only like a term is worth less, so that it comes after the term itself in a summary.
const ONLY_LIKE: u32 = 250;

/// What finding a term in a field of this kind is worth at least.
fn weight(kind: FieldKind, has_digit: bool) -> u32 {
    match kind {
        // A number is a year or a day before it is anything else.
        FieldKind::Date if has_digit => 800,
        FieldKind::Title => 700,
        FieldKind::Date | FieldKind::Tag | FieldKind::Place => 600,
        FieldKind::Id => 550,
        FieldKind::Speaker => 500,
        FieldKind::Source | FieldKind::Headline => 450,
        FieldKind::Summary => 400,
        FieldKind::Claim => 370,
        FieldKind::Quote => 200,
        FieldKind::Remark => 100,
        FieldKind::Article => 1,
    }
}

/// What finding a term with this grade in a field of this kind is worth.
pub(super) fn score(kind: FieldKind, has_digit: bool, grade: Grade) -> u32 {
    match grade {
        Grade::Stands(grade) => weight(kind, has_digit) + grade,
        Grade::Like(grade) => weight(kind, has_digit) - ONLY_LIKE + grade,
        // Below everything that has the term, wherever that is.
        Grade::Misspelt => 1 + weight(kind, has_digit) / 20,
    }
}

/// What an event is worth whose time has a day in common with the date that a term is, or lies nearest to it.
/// Less than one that names the date; the shorter the event, the more.
pub(super) fn time((start, end): Time) -> u32 {
    let days = u128::try_from(end - start).unwrap_or(0) + 1;
    BY_DATE - days.ilog2().min(90)
}

/// The most that an event is worth for its time.
const BY_DATE: u32 = 190;
/// The most that finding a term with a wrong letter can be worth.
pub(super) const BEST_MISSPELT: u32 = 1 + 700 / 20;

/// The most that finding a term in a long text of an event can be worth.
pub(super) const BEST_OF_LONG: u32 = 400 + Grade::BEST;
/// The most that finding what is only like a term can be worth.
pub(super) const BEST_OF_LIKE: u32 = 700 - ONLY_LIKE + 39;
