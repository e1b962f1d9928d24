//! What a stop of a briefing shows, laid out for a screen, and cut into pages where it takes more than one.

use std::ops::Range;

use crate::app::screen::page::{Address, Line, Run};
use crate::briefing::{Dates, Reveal, SlidePosition, Step};
use crate::model::Timeline;
use crate::role::Role;
use crate::search::fold;

use super::letters::Letters;

/// A line in large letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LargeLine {
    /// The first of its rows, in lines of the scene.
    pub(crate) row: usize,
    /// What it says, in letters that can be drawn.
    pub(crate) text: String,
    pub(crate) letters: Letters,
    pub(crate) role: Role,
}

/// What several stops of a slide show, revealed little by little.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scene {
    /// Its lines from top to bottom.
    pub(crate) lines: Vec<Line>,
    /// Its lines in large letters; their rows are empty in `lines`.
    pub(crate) large_lines: Vec<LargeLine>,
    /// Addresses that can be followed.
    pub(crate) addresses: Vec<Address>,
    /// What stands at the foot of every page.
    pub foot: Vec<Line>,
    pub(crate) foot_addresses: Vec<Address>,
    pub(crate) steps: Vec<(Step, Range<usize>)>,
    /// The lines of each page; never none.
    pub(crate) pages: Vec<Range<usize>>,
}

/// The part of a scene that is on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shown {
    /// Its lines.
    pub(crate) lines: Range<usize>,
    /// Which of them are not revealed yet.
    pub(crate) hidden: Vec<Range<usize>>,
    /// Whether the scene goes on above.
    pub(crate) above: bool,
    /// Whether more of what is revealed is below.
    pub(crate) below: bool,
}

/// Which stops show the same scene.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SceneKind {
    Opening,
    Head,
    Quote(usize),
    Claim(usize),
    Questions,
    Ordering,
    Answers,
    Sources,
    All,
}

impl SceneKind {
    pub(crate) const fn of(reveal: Reveal) -> Self {
        match reveal {
            Reveal::All => Self::All,
            Reveal::UpTo(Step::Opening) => Self::Opening,
            Reveal::UpTo(Step::Date | Step::Title | Step::Summary) => Self::Head,
            Reveal::UpTo(Step::Quote(number)) => Self::Quote(number),
            Reveal::UpTo(Step::Claim(number)) => Self::Claim(number),
            Reveal::UpTo(Step::Question(_)) => Self::Questions,
            Reveal::UpTo(Step::Ordering) => Self::Ordering,
            Reveal::UpTo(Step::Answers) => Self::Answers,
            Reveal::UpTo(Step::Sources) => Self::Sources,
        }
    }
}

impl Scene {
    /// The pages of the steps that are `fresh`, from the first to the last.
    fn pages_of(&self, reveal: Reveal, fresh: &[Step]) -> Range<usize> {
        let wanted = || self.steps.iter().filter(|(step, _)| fresh.contains(step)).map(|(_, lines)| lines);
        let (start, end) = (wanted().map(|lines| lines.start).min(), wanted().map(|lines| lines.end).max());
        let Some(lines) = start.zip(end).map(|(start, end)| start..end).filter(|_| reveal != Reveal::All)
        else {
            return 0..self.pages.len();
        };
        let page = |line: usize| {
            let last = self.pages.len().saturating_sub(1);
            self.pages.iter().position(|page| line < page.end).unwrap_or(last)
        };
        page(lines.start)..page(lines.end.saturating_sub(1).max(lines.start)) + 1
    }

    /// How many pages it takes to reveal the steps that are `fresh`.
    pub(crate) fn count(&self, reveal: Reveal, fresh: &[Step]) -> usize {
        self.pages_of(reveal, fresh).len()
    }

    /// The page of a stop on which `words` stand, by their first line. Those that stand back (remarks, the words of an
    /// article around a quote) count where nothing else has them. Accents and case are ignored.
    pub(crate) fn page_with(&self, reveal: Reveal, fresh: &[Step], words: &str) -> Option<usize> {
        let words = squeezed(words);
        let pages = self.pages_of(reveal, fresh);
        let stands_out = self.page_where(pages.clone(), &words, |run| run.role != Role::Dim);
        stands_out.or_else(|| self.page_where(pages, &words, |_| true))
    }

    /// The page on which the folded `words` stand in runs that `count`.
    fn page_where(&self, pages: Range<usize>, words: &str, counts: impl Fn(&Run) -> bool) -> Option<usize> {
        let first = self.pages.get(pages.start)?.start;
        let end = self.pages.get(pages.end.checked_sub(1)?)?.end;
        let mut text = String::new();
        // Where the letters of each line end in `text`.
        let mut ends = Vec::new();
        for number in first..end {
            let own = self.lines[number].runs.iter().filter(|run| counts(run));
            let large_line = self
                .large_lines
                .iter()
                .filter(|large_line| large_line.row == number)
                .map(|large_line| large_line.text.as_str());
            own.map(|run| run.text.as_str())
                .chain(large_line)
                .for_each(|words| text.push_str(&squeezed(words)));
            ends.push(text.len());
        }
        let at = text.find(words).filter(|_| !words.is_empty())?;
        let line = first + ends.partition_point(|end| *end <= at);
        pages.clone().position(|page| self.pages[page].contains(&line))
    }

    /// What of it is on the screen at `place`.
    pub(crate) fn shown(
        &self,
        place: SlidePosition,
        fresh: &[Step],
        timeline: &Timeline,
        dates: Dates,
    ) -> Shown {
        let pages = self.pages_of(place.reveal, fresh);
        let page = pages.start + place.page.page(pages.len());
        let revealed = (place.reveal != Reveal::All).then(|| place.revealed(timeline, dates));
        let is_hidden = |step: &Step| {
            // Until it is revealed, a question mark stands where the date will be.
            *step != Step::Date && revealed.as_ref().is_some_and(|revealed| !revealed.contains(step))
        };
        let hidden = self.steps.iter().filter(|(step, _)| is_hidden(step));
        Shown {
            lines: self.pages.get(page).cloned().unwrap_or_default(),
            hidden: hidden.map(|(_, lines)| lines.clone()).collect(),
            above: page > 0,
            below: page + 1 < pages.end,
        }
    }
}

/// The letters of `words` alone: lines break where there are blanks, and inside words that are longer than a line.
fn squeezed(words: &str) -> String {
    fold(words).chars().filter(|c| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_on_their_page_across_lines() {
        let line = |text: &str, role| {
            let mut line = crate::app::screen::page::Line::default();
            line.push(text, role);
            line
        };
        let lines = vec![
            line("le traité autour", Role::Dim),
            line("rien ici", Role::Text),
            line("à la signature du Trai", Role::Text),
            line("té d’amitié", Role::Text),
        ];
        let scene = Scene { lines, pages: vec![0..2, 2..4], ..Scene::default() };
        assert_eq!(scene.page_with(Reveal::All, &[], "traite"), Some(1));
        assert_eq!(scene.page_with(Reveal::All, &[], "ici"), Some(0));
        assert_eq!(scene.page_with(Reveal::All, &[], "amitié"), Some(1));
        assert_eq!(scene.page_with(Reveal::All, &[], "autour"), Some(0), "where nothing else has it");
        assert_eq!(scene.page_with(Reveal::All, &[], "ailleurs"), None);
        assert_eq!(scene.page_with(Reveal::All, &[], ""), None);
    }
}
