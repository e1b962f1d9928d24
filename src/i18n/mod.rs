//! Words on the screen, in French and English.

mod export_words;
mod lang;

pub use export_words::{Counted, ExportWords, SheetWords};
pub use lang::Lang;

/// The date as one says it in `lang`.
pub fn date(date: &crate::model::Date, _lang: Lang) -> String {
    date.written().to_owned()
}
