//! What articles share, as plain text.

use std::io::{self, Write};

use crate::evidence::{Article, Overlap, SharedRun, Span};
use crate::export::place;
use crate::i18n::{ExportWords, Lang};
use crate::model::Timeline;
use crate::visible;

/// The longest run that is printed whole, in characters.
const WHOLE: usize = 400;
/// How much of a longer one is printed at either end.
const END: usize = 150;

/// Writes each pair of sources, and below it the text they share with its place in either article. Nothing in
/// it commands a terminal.
///
/// # Errors
///
/// What writing to `out` reports.
pub fn write(
    timeline: &Timeline,
    articles: &[Option<Article>],
    overlaps: &[Overlap],
    lang: Lang,
    out: &mut dyn Write,
) -> io::Result<()> {
    let words = ExportWords::of(lang);
    if overlaps.is_empty() {
        return writeln!(out, "{}", words.no_overlap);
    }
    for (position, overlap) in overlaps.iter().enumerate() {
        if position > 0 {
            out.write_all(b"\n")?;
        }
        let (first, second) =
            (Side::new(timeline, articles, overlap.first), Side::new(timeline, articles, overlap.second));
        let names = format!("{} – {}", visible::line(first.id), visible::line(second.id));
        if first.is_same(&second) {
            writeln!(out, "{names}{}{}", words.colon, words.same_article)?;
            continue;
        }
        let passages = overlap.runs.len();
        writeln!(out, "{names}{}{passages} {}", words.colon, words.shared_passages.of(lang, passages))?;
        for run in &overlap.runs {
            let SharedRun { length, first: in_first, second: in_second } = *run;
            let characters = words.characters.of(lang, length);
            writeln!(
                out,
                "  {length} {characters} · {} · {}",
                first.place(in_first),
                second.place(in_second)
            )?;
            writeln!(out, "    {}", shortened(visible::line(first.text(in_first)).trim()))?;
        }
    }
    Ok(())
}

/// One of two sources.
struct Side<'a> {
    id: &'a str,
    file: &'a str,
    article: Option<&'a Article>,
}

impl<'a> Side<'a> {
    fn new(timeline: &'a Timeline, articles: &'a [Option<Article>], source: usize) -> Self {
        let article = articles.get(source).and_then(Option::as_ref);
        let source = timeline.sources.get(source);
        let file = source.and_then(|source| source.text.as_deref()).unwrap_or_default();
        Self { id: source.map_or("", |source| source.id.as_str()), file, article }
    }

    fn is_same(&self, other: &Self) -> bool {
        self.file == other.file || self.article.map(Article::text) == other.article.map(Article::text)
    }

    fn place(&self, span: Span) -> String {
        let byte = self.article.map_or(0, |article| article.byte_offset(span.start));
        place::in_file(self.file, self.article.map_or("", Article::text), byte)
    }

    fn text(&self, span: Span) -> &'a str {
        self.article.map_or("", |article| article.slice(span))
    }
}

fn shortened(text: &str) -> String {
    let count = text.chars().count();
    if count <= WHOLE {
        return text.to_owned();
    }
    let start: String = text.chars().take(END).collect();
    let end: String = text.chars().skip(count - END).collect();
    format!("{} […] {}", start.trim_end(), end.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_run_is_printed_with_both_ends() {
        assert_eq!(shortened(&"é".repeat(WHOLE)), "é".repeat(WHOLE));
        let long = shortened(&format!("a{}b", "é".repeat(WHOLE)));
        assert!(long.starts_with("aé") && long.contains(" […] ") && long.ends_with("éb"), "{long}");
    }
}
