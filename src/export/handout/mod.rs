//! A timeline as a page to hand out: HTML that needs nothing but itself, or Markdown.
//!
//! Both are drawn from one `view::Page`, which says everything in the words of one language.
//! Whatever comes from the timeline is escaped on the way out: by askama, whose template is `handout.html`, and
//! by `markdown::escape`.
//!
//! ```text
//!                                                               ┌─handout.html─▶ HTML
//! Handout ─page, event, quote, source, passage─▶ view::Page ────┤
//!                                                               └─markdown─────▶ Markdown
//! ```

mod chart;
mod event;
mod link;
mod markdown;
mod moment;
mod page;
mod passage;
mod quote;
mod request;
mod source;
mod view;

use std::io::{self, Write};

use askama::Template;

use crate::i18n::Lang;

use view::{Body, Page, Part, Piece, Places, Run, Value};

pub use request::{Edition, Handout};

/// In what form it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One page of HTML, with its style in it, without scripts, and with nothing to load.
    Html,
    /// `CommonMark`, without HTML in it.
    Markdown,
}

/// Writes the handout with its dates and labels in `lang`, and its texts in `lang` where they exist in it.
///
/// The same handout is always the same text: what its links lead to is numbered in the order of the page.
///
/// # Errors
///
/// What writing to `out` reports.
pub fn write(handout: &Handout<'_>, form: Form, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let page = page::page(handout, lang);
    match form {
        Form::Html => Html { page }.write_into(&mut &mut *out),
        Form::Markdown => out.write_all(markdown::written(&page).as_bytes()),
    }
}

#[derive(Template)]
#[template(path = "handout.html", config = "src/export/handout/askama.toml")]
struct Html<'a> {
    page: Page<'a>,
}
