//! The handout in Markdown: the same page, with numbers in the places of links.

mod escape;
mod source;

use std::fmt::Write;

use super::Edition;
use super::view::{Event, List, Page, Part, Places, Quote, Reference, Run, When, Wording};
use escape::{HARD_BREAK, escaped, escaped_on_one_line, escaped_piece};

/// Room for a date: dots, which no reader of Markdown takes for markup.
const BLANK: &str = "…………";
/// Room for a line of an answer.
const LINE: &str = "………………………………………………";
/// The lines of an answer.
const ANSWER_LINES: usize = 2;

pub(super) fn written(page: &Page<'_>) -> String {
    let mut paper = Paper { page, out: String::new() };
    paper.front();
    page.events.iter().for_each(|event| paper.event(event));
    paper.sources();
    paper.articles();
    paper.out
}

struct Paper<'p> {
    page: &'p Page<'p>,
    out: String,
}

impl Paper<'_> {
    fn front(&mut self) {
        let page = self.page;
        if page.edition != Edition::Teacher {
            let colon = page.words.colon;
            self.block(&format!("{}{colon}{BLANK} {}{colon}{BLANK}", page.own.name, page.own.date));
        }
        self.block(&format!("# {}", on_one_line(&page.title)));
        if let Some(span) = &page.span {
            self.block(&escaped(span));
        }
        self.block(&escaped(&page.counts));
    }

    fn event(&mut self, event: &Event<'_>) {
        let date = event.date.as_ref().map_or(BLANK.to_owned(), when);
        let letter = event.letter.as_ref().map(|letter| format!("{letter} — ")).unwrap_or_default();
        self.block(&format!("{} {letter}{date} — {}", "#".repeat(event.level), on_one_line(&event.title)));
        self.list(event.places.as_ref(), " → ");
        self.list(event.tags.as_ref(), ", ");
        for paragraph in &event.summary {
            self.block(&said(paragraph));
        }
        event.quotes.iter().for_each(|quote| self.quote(quote));
        for claim in &event.claims {
            self.labelled(self.page.words.claim, &said(&claim.says));
            for (stance, quote) in &claim.quotes {
                self.labelled(stance, "");
                self.quote(quote);
            }
        }
        for (note, number) in event.notes.iter().zip(0..) {
            if number == 0 {
                self.labelled(self.page.words.notes, "");
            }
            self.block(&said(note));
        }
        if !event.questions.is_empty() {
            self.labelled(event.question_label, "");
        }
        for (question, number) in event.questions.iter().zip(1..) {
            self.block(&format!("{number}. {}", said(question)));
            for _ in 0..ANSWER_LINES {
                // So far in that it belongs to the question, also where dialects ask for four columns.
                self.block(&format!("    {LINE}"));
            }
        }
    }

    /// A quote, and in the same block what is said of it.
    fn quote(&mut self, quote: &Quote<'_>) {
        let words = self.page.words;
        let standing = &quote.standing;
        let mut lines = Vec::new();
        let mark = format!("{} {}", escaped(standing.mark), escaped(standing.words));
        let is_found = standing.places == Places::One;
        let (open, close) = if is_found { words.quotation } else { ("", "") };
        if !is_found {
            lines.push(mark.clone());
        }
        lines.push(format!("{}{}{}", escaped_piece(open), exact(&quote.parts), escaped_piece(close)));
        let mark = is_found.then_some(mark);
        let passages: Vec<_> = quote.passages.iter().map(|label| format!(r"\[{label}\]")).collect();
        let passages =
            (!passages.is_empty()).then(|| format!("{} {}", quote.passage_label, passages.join(", ")));
        let parts = mark.into_iter().chain(self.reference(&quote.source)).chain(passages);
        lines.push(parts.collect::<Vec<_>>().join(" · "));
        let label = |label: &str, text: String| format!("**{}**{}{text}", escaped(label), words.colon);
        for (name, text) in &quote.remarks {
            lines.push(label(name, escaped_piece(text)));
        }
        lines.extend(quote.speaker.as_ref().map(|speaker| label(words.speaker, said(speaker))));
        lines.extend(quote.translation.as_ref().map(|ours| label(words.translation, said(ours))));
        for (note, number) in quote.note.iter().zip(0..) {
            lines.push(if number == 0 { label(words.note, said(note)) } else { said(note) });
        }
        match standing.places {
            // No quotation.
            Places::None => lines.iter().for_each(|line| self.block(line)),
            Places::One | Places::Several => {
                self.block(&lines.iter().map(|line| format!("> {line}")).collect::<Vec<_>>().join("\n>\n"));
            }
        }
    }

    fn reference(&self, source: &Reference) -> Vec<String> {
        let words = self.page.words;
        let number = source.number.map(|number| format!("{} {number}", words.document));
        let issued = source.issued.as_ref().map(when);
        let unissued = source.number.map(|_| words.unissued.to_owned());
        number.into_iter().chain([escaped(&source.name)]).chain(issued.or(unissued)).collect()
    }

    fn list(&mut self, list: Option<&List<'_>>, between: &str) {
        if let Some(list) = list {
            self.labelled(list.label, &list.items.iter().map(said).collect::<Vec<_>>().join(between));
        }
    }

    fn labelled(&mut self, label: &str, text: &str) {
        let colon = self.page.words.colon;
        self.block(format!("**{}**{colon}{text}", escaped(label)).trim_end());
    }

    /// Adds a block that is Markdown already.
    fn block(&mut self, block: &str) {
        let gap = if self.out.is_empty() { "" } else { "\n" };
        // A string can always be written to.
        let _ = writeln!(self.out, "{gap}{block}");
    }
}

/// The words of a quote. Its brackets stand out by themselves.
fn exact(parts: &[Part<'_>]) -> String {
    let whole: String = parts.iter().map(Part::said).collect();
    escaped(&whole)
}

/// A text with its blanks.
fn said(text: &Wording<'_>) -> String {
    let runs = text.runs.iter().map(|run| match run {
        Run::Said(said) => escaped_piece(said),
        Run::Blank => BLANK.to_owned(),
    });
    runs.collect()
}

/// The same for a heading, which ends with its line.
fn on_one_line(text: &Wording<'_>) -> String {
    said(text).replace(HARD_BREAK, " ")
}

fn when(date: &When) -> String {
    escaped_on_one_line(&date.words)
}
