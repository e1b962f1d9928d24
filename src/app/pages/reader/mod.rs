//! An article that is being read.

mod line;
mod margin;
mod open_article;

pub(crate) use line::Bar;
pub(crate) use margin::Note;
pub use open_article::open_article;
pub(crate) use open_article::{OpenArticle, reader_scroll, wanted_scroll, with_some_before};
