//! All slides to choose from, narrowed down by what is typed.

use crate::app::screen::context::Context;
use crate::app::screen::labels;
use crate::app::screen::labels::{date_words, indent};
use crate::app::screen::page::{Line, Page, Position};
use crate::app::screen::prompt::Prompt;
use crate::briefing::{Deck, Slide};
use crate::role::Role;
use crate::search::fold;
use crate::wrap;

use super::guesses::Cover;

/// The slides, while one of them is being chosen.
#[derive(Clone, Debug, Default)]
pub struct Overview {
    /// What they are narrowed down by.
    pub(crate) prompt: Prompt,
    /// Where one is among them.
    pub(crate) at: Position,
}

impl Overview {
    /// The slides with one selected.
    pub(crate) fn at(slide: usize) -> Self {
        Self { prompt: Prompt::default(), at: Position::at(slide) }
    }

    /// The same after something else was typed.
    pub(crate) fn changed(self) -> Self {
        Self { at: Position::default(), ..self }
    }
}

/// The slides as a page.
pub(crate) struct OverviewPage<'a> {
    pub(crate) context: Context<'a>,
    /// The dates that the class has still to guess.
    pub(crate) cover: Option<&'a Cover>,
    pub(crate) deck: &'a Deck,
    pub(crate) width: usize,
}

impl OverviewPage<'_> {
    pub(crate) fn page(&self, wanted: &str) -> Page<Slide> {
        let wanted = fold(wanted);
        let mut page = Page::new(self.width);
        let digits = self.deck.slides().len().to_string().len();
        for (slide, number) in self.deck.slides().zip(1..) {
            let (date, title) = self.words(slide);
            let number = format!("{number:>digits$}");
            let said = fold(&format!("{number} {date} {title}"));
            if !wanted.split_whitespace().all(|word| said.contains(word)) {
                continue;
            }
            let inside = slide.event().map_or(0, |event| indent(self.context.timeline(), event));
            page.item(slide, |page| page.lines.push(self.line(&number, inside, &date, &title)));
        }
        if page.items.is_empty() {
            page.paragraph(self.context.words().no_slide, Role::Warn);
        }
        page
    }

    fn line(&self, number: &str, inside: usize, date: &str, title: &str) -> Line {
        let mut line = Line::default();
        line.push(&format!("{number}  {}", " ".repeat(inside)), Role::Dim);
        let room = self.width.saturating_sub(line.width());
        line.push(&wrap::fit(date, room, self.context.glyphs.ellipsis), Role::Date);
        line.push(if date.is_empty() || line.width() + 2 > self.width { "" } else { "  " }, Role::Dim);
        let room = self.width.saturating_sub(line.width());
        line.push(&wrap::fit(title, room, self.context.glyphs.ellipsis), Role::Text);
        line
    }

    /// The date and the title of a slide.
    fn words(&self, slide: Slide) -> (String, String) {
        let (timeline, lang) = (self.context.timeline(), self.context.lang);
        match slide {
            Slide::Opening => {
                let title = labels::title(timeline, lang);
                let title = self.cover.map_or(title.into(), |cover| cover.of(title, None).text);
                (String::new(), title.into_owned())
            }
            Slide::Ordering => (String::new(), self.context.words().ordering.to_owned()),
            Slide::Sources => (String::new(), self.context.words().sources.to_owned()),
            Slide::Event(index) => {
                let event = &timeline.events[index];
                let is_covered = self.cover.is_some_and(|cover| cover.covered.contains(index));
                let date = if is_covered { "?".to_owned() } else { date_words(&event.date, lang) };
                let title = labels::title_words(event, lang);
                let title = self.cover.map_or(title.into(), |cover| cover.of(title, Some(index)).text);
                let title = title.into_owned();
                (date, title)
            }
        }
    }
}
