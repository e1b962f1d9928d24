//! The sources, each with its sheet.

use crate::glyphs::Glyphs;
use crate::i18n::{Lang, Words, count};
use crate::model::{SourceIndex, Text, Timeline};
use crate::role::Role;

use crate::app::screen::labels::{date_words, source_name};
use crate::app::screen::page::{Address, Page};

/// The sources of a timeline in `width` columns; each is an item.
pub(crate) fn page(timeline: &Timeline, lang: Lang, glyphs: &Glyphs, width: usize) -> Page<SourceIndex> {
    let mut page = Page::new(width);
    for index in 0..timeline.sources.len() {
        page.gap();
        page.item(index, |page| sheet(page, timeline, index, lang, glyphs));
    }
    page
}

fn sheet(page: &mut Page<SourceIndex>, timeline: &Timeline, index: SourceIndex, lang: Lang, glyphs: &Glyphs) {
    let source = &timeline.sources[index];
    let words = Words::of(lang);
    page.paragraph(&source_name(source, lang, glyphs), Role::Title);
    let quotes = timeline.quotes_from(index).len();
    let quotes = match lang {
        Lang::Fr => count(lang, quotes, "citation", "citations"),
        Lang::En => count(lang, quotes, "quote", "quotes"),
    };
    let date = source.issued.as_ref().map(|date| date_words(date, lang));
    let (m, f, fp) = (words.not_stated, words.not_stated_f, words.not_stated_fp);
    let fields: [(&str, Option<&str>, &str); 12] = [
        (words.title, stated(source.title.as_ref(), lang), m),
        (words.nature, stated(source.genre.as_ref(), lang), f),
        (words.author, stated(source.author.as_ref(), lang), m),
        (words.publication, stated(source.container_title.as_ref(), lang), f),
        (words.credit, stated(source.credit.as_ref(), lang), f),
        (words.date, date.as_deref(), f),
        (words.audience, stated(source.sheet.audience.as_ref(), lang), m),
        (words.context, stated(source.sheet.context.as_ref(), lang), m),
        (words.viewpoint, stated(source.sheet.viewpoint.as_ref(), lang), m),
        (words.limits, stated(source.sheet.limits.as_ref(), lang), fp),
        (words.address, source.url.as_deref(), f),
        (words.article, source.text.as_deref(), m),
    ];
    for (name, value, not_stated) in fields {
        let first = page.lines.len();
        let column = field(page, name, value.ok_or(not_stated));
        if name == words.address
            && let Some(url) = &source.url
        {
            page.addresses.push(Address { lines: first..page.lines.len(), column, url: url.clone() });
        }
    }
    let origin = format!("{} {} {quotes}", source.origin(), glyphs.dot);
    field(page, words.origin, Ok(&origin));
    let relays: Vec<&str> = source.relays.iter().map(|relay| relay.best(lang.tag())).collect();
    if !relays.is_empty() {
        field(page, words.relays, Ok(&relays.join(", ")));
    }
}

fn stated(text: Option<&Text>, lang: Lang) -> Option<&str> {
    text.map(|text| text.best(lang.tag())).filter(|text| !text.is_empty())
}

/// Adds a field with its value, or the words for that it has none, and returns the column they begin in.
fn field(page: &mut Page<SourceIndex>, name: &str, value: Result<&str, &str>) -> usize {
    let lead = format!("  {name:<14}");
    let rest = " ".repeat(lead.chars().count());
    let (Ok(text) | Err(text)) = value;
    let role = if value.is_ok() { Role::Text } else { Role::Warn };
    page.indented(&[(&lead, Role::Dim)], &[(&rest, Role::Dim)], text, role);
    rest.len()
}
