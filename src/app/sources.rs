//! The sources, each with the sheet a teacher asks for.

use crate::glyphs::Glyphs;
use crate::i18n::{Lang, Words, count};
use crate::model::{SourceIndex, Text, Timeline};
use crate::role::Role;

use super::list::date_words;
use super::page::{Address, Page};
use super::quotes::source_name;

/// The sources of a timeline in `width` columns; each is an item.
pub(super) fn page(timeline: &Timeline, lang: Lang, glyphs: &Glyphs, width: usize) -> Page<SourceIndex> {
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
    let fields: [(&str, Option<&str>); 12] = [
        (words.title, stated(source.title.as_ref(), lang)),
        (words.nature, stated(source.genre.as_ref(), lang)),
        (words.author, stated(source.author.as_ref(), lang)),
        (words.publication, stated(source.container_title.as_ref(), lang)),
        (words.credit, stated(source.credit.as_ref(), lang)),
        (words.date, source.issued.as_ref().map(|_| "")),
        (words.audience, stated(source.sheet.audience.as_ref(), lang)),
        (words.context, stated(source.sheet.context.as_ref(), lang)),
        (words.viewpoint, stated(source.sheet.viewpoint.as_ref(), lang)),
        (words.limits, stated(source.sheet.limits.as_ref(), lang)),
        (words.address, source.url.as_deref()),
        (words.article, source.text.as_deref()),
    ];
    let date = source.issued.as_ref().map(|date| date_words(date, lang));
    for (name, value) in fields {
        let value = value.map(|value| if value.is_empty() { date.as_deref().unwrap_or("") } else { value });
        let first = page.lines.len();
        let column = field(page, name, value, words.not_stated);
        if name == words.address
            && let Some(url) = &source.url
        {
            page.addresses.push(Address { lines: first..page.lines.len(), column, url: url.clone() });
        }
    }
    let origin = format!("{} {} {quotes}", source.origin(), glyphs.dot);
    field(page, words.origin, Some(&origin), words.not_stated);
}

fn stated(text: Option<&Text>, lang: Lang) -> Option<&str> {
    text.map(|text| text.best(lang.tag())).filter(|text| !text.is_empty())
}

/// Adds a field, and returns the column its value begins in.
fn field(page: &mut Page<SourceIndex>, name: &str, value: Option<&str>, not_stated: &str) -> usize {
    let lead = format!("  {name:<14}");
    let rest = " ".repeat(lead.chars().count());
    let role = if value.is_some() { Role::Text } else { Role::Warn };
    page.indented(&[(&lead, Role::Dim)], &[(&rest, Role::Dim)], value.unwrap_or(not_stated), role);
    rest.len()
}
