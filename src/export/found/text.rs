//! What a search found, as plain text: an answer, and below it why it is one.

use std::io::{self, Write};
use std::ops::Range;

use super::answer::Answer;
use crate::evidence::{Anchor, Article};
use crate::export::place;
use crate::export::quoted;
use crate::i18n::{self, Counted, ExportWords, Lang};
use crate::model::{Dating, EventIndex, QuoteIndex, SourceIndex};
use crate::search::{Field, Hit, Reason, Target};
use crate::standing;
use crate::visible;

/// The most reasons written below one event, its date and title not counted.
const SHOWN: usize = 3;

/// How what was found is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marks {
    /// `*so*`, as in a mail.
    Stars,
    /// Bold and underlined, by the terminal (ECMA-48 SGR).
    Terminal,
}

impl Marks {
    const fn around(self) -> (&'static str, &'static str) {
        match self {
            Self::Stars => ("*", "*"),
            Self::Terminal => ("\x1b[1;4m", "\x1b[22;24m"),
        }
    }
}

/// Writes the answer with its dates and labels in `lang`, and titles in `lang` where they exist in it. Nothing
/// in it commands a terminal but the marks.
///
/// # Errors
///
/// What writing to `out` reports.
pub fn write(answer: &Answer<'_>, lang: Lang, marks: Marks, out: &mut dyn Write) -> io::Result<()> {
    let mut page = Page { answer, lang, words: ExportWords::of(lang), marks, out };
    for (position, hit) in answer.found.hits.iter().enumerate() {
        if position > 0 {
            page.out.write_all(b"\n")?;
        }
        match &hit.target {
            Target::Passage { source, bytes, .. } => page.passage(hit, *source, bytes)?,
            Target::Event(_) | Target::Quote(_) => page.event(hit)?,
        }
    }
    let below: usize = answer.found.hits.iter().map(passages_counted).sum();
    let left_out = answer.found.left_out().saturating_sub(below);
    if left_out > 0 {
        page.out.write_all(b"\n")?;
    }
    page.more(0, left_out, page.words.more_hits)
}

struct Page<'a> {
    answer: &'a Answer<'a>,
    lang: Lang,
    words: &'static ExportWords,
    marks: Marks,
    out: &'a mut dyn Write,
}

impl Page<'_> {
    fn event(&mut self, hit: &Hit) -> io::Result<()> {
        let Some(event) = self.answer.event(hit) else { return Ok(()) };
        let heading = self.heading(event, hit);
        self.line(0, &heading)?;
        let plain = self.plain_heading(event);
        let is_in_heading = |reason: &Reason| {
            matches!(reason.field, Field::Title | Field::Date) && plain.contains(&reason.text)
        };
        let rest: Vec<&Reason> = hit.reasons.iter().filter(|reason| !is_in_heading(reason)).collect();
        for reason in rest.iter().take(SHOWN) {
            let text = self.marked(reason);
            let label = self.label(reason.field);
            self.line(1, &format!("{label}{}{text}", self.words.colon))?;
            self.remarks(reason.field)?;
        }
        self.more(1, hit.more + rest.len().saturating_sub(SHOWN), self.words.more_reasons)
    }

    /// What a quote that was found has cut or changed.
    fn remarks(&mut self, field: Field) -> io::Result<()> {
        let Field::Quote(quote) = field else { return Ok(()) };
        quoted::remarks(self.answer.standing(quote), self.lang).iter().try_for_each(|remark| {
            let (line, _) = remark.line(self.lang);
            self.line(2, &harmless(&line))
        })
    }

    fn passage(&mut self, hit: &Hit, source: SourceIndex, bytes: &Range<usize>) -> io::Result<()> {
        let place = self.place(source, bytes.start);
        self.line(0, &place)?;
        for reason in &hit.reasons {
            let text = self.marked(reason);
            self.line(1, &text)?;
        }
        if let Some(event) = self.answer.event(hit) {
            let heading = self.heading(event, hit);
            self.line(1, &format!("→ {heading}"))?;
        }
        self.more(1, hit.more, self.words.more_passages)
    }

    /// Date, title and id of an event, with what was found in the first two.
    fn heading(&self, event: EventIndex, hit: &Hit) -> String {
        let [date, title] = self.plain_heading(event);
        let marked = |field, text: &str| match hit.reason(field) {
            Some(reason) if reason.text == text => self.marked(reason),
            _ => harmless(text),
        };
        let (date, title) = (marked(Field::Date, &date), marked(Field::Title, &title));
        let id = self.answer.corpus.timeline.events.get(event).map_or("", |event| &event.id);
        format!("{date} — {title} [{}]", harmless(id))
    }

    fn plain_heading(&self, event: EventIndex) -> [String; 2] {
        let Some(event) = self.answer.corpus.timeline.events.get(event) else {
            return <[String; 2]>::default();
        };
        let date = match &event.date {
            Dating::Dated(date) => i18n::date(date, self.lang),
            Dating::Undated { written } if written.trim().is_empty() => self.words.undated.to_owned(),
            Dating::Undated { written } => written.clone(),
        };
        [date, event.title.best(self.lang.tag()).to_owned()]
    }

    /// What kind of text it is, and of a quote where it stands in its article, or that it stands nowhere.
    fn label(&self, field: Field) -> String {
        let label = field.label(self.lang);
        let Field::Quote(quote) = field else { return label.to_owned() };
        let words = match self.answer.anchor(quote) {
            Some((Anchor::Orphan(_), _)) => self.words.orphan,
            Some((Anchor::Ambiguous(_), _)) => self.words.ambiguous,
            _ => label,
        };
        let edited = match self.answer.anchor(quote) {
            Some((anchor @ (Anchor::Elided(_) | Anchor::Altered(_)), _)) => {
                standing::label(anchor, self.lang)
            }
            _ => None,
        };
        let parts = [edited.map(str::to_owned), self.place_of(quote)];
        let parts = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
        if parts.is_empty() { words.to_owned() } else { format!("{words} ({parts})") }
    }

    fn place_of(&self, quote: QuoteIndex) -> Option<String> {
        let words = self.answer.corpus.timeline.quotes.get(quote)?;
        let source = words.source?;
        let Some((_, Some(span))) = self.answer.anchor(quote) else {
            return Some(harmless(&words.source_id));
        };
        Some(self.place(source, self.answer.article(source)?.byte_offset(span.start)))
    }

    fn place(&self, source: SourceIndex, byte: usize) -> String {
        let sources = &self.answer.corpus.timeline.sources;
        let file = sources.get(source).and_then(|source| source.text.as_deref()).unwrap_or_default();
        place::in_file(file, self.answer.article(source).map_or("", Article::text), byte)
    }

    fn marked(&self, reason: &Reason) -> String {
        let (open, close) = self.marks.around();
        let mut out = String::from(if reason.is_cut.0 { "… " } else { "" });
        let mut at = 0;
        for range in &reason.highlights {
            out += &harmless(&reason.text[at..range.start]);
            out += open;
            out += &harmless(&reason.text[range.clone()]);
            out += close;
            at = range.end;
        }
        out += &harmless(&reason.text[at..]);
        out += if reason.is_cut.1 { " …" } else { "" };
        out
    }

    fn more(&mut self, depth: usize, count: usize, noun: Counted) -> io::Result<()> {
        if count == 0 {
            return Ok(());
        }
        self.line(depth, &format!("+ {count} {}", noun.of(self.lang, count)))
    }

    /// A line of which every text has been made harmless.
    fn line(&mut self, depth: usize, text: &str) -> io::Result<()> {
        writeln!(self.out, "{:indent$}{}", "", text.trim(), indent = 2 * depth)
    }
}

/// How many answers the last line of a hit counts.
fn passages_counted(hit: &Hit) -> usize {
    if matches!(hit.target, Target::Passage { .. }) { hit.more } else { 0 }
}

fn harmless(text: &str) -> String {
    visible::line(text).into_owned()
}
