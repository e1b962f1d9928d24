//! All slides to choose from, narrowed down by what is typed.

use crate::app::layout::{MENU_HEAD, menu_area};
use crate::app::list::{date_words, indent};
use crate::app::menu::MenuKind;
use crate::app::overlay::Overlay;
use crate::app::page::{Line, Page, Position};
use crate::app::prompt::Prompt;
use crate::app::state::State;
use crate::app::status;
use crate::briefing::{Dates, Place, Slide};
use crate::role::Role;
use crate::search::fold;
use crate::wrap;

use super::{Briefing, Guesses, Role as Whose};

/// The slides, while one of them is being chosen.
#[derive(Clone, Debug, Default)]
pub struct Overview {
    /// What they are narrowed down by.
    pub prompt: Prompt,
    /// Where one is among them.
    pub at: Position,
}

impl Overview {
    /// The slides with the one selected that the audience sees.
    pub(super) fn at(state: &State) -> Self {
        let slide = state.briefing().map_or(0, |briefing| briefing.place.slide);
        Self { prompt: Prompt::default(), at: Position::at(slide) }
    }
}

/// Something else was typed.
pub(in crate::app) fn changed(overview: Overview) -> Overview {
    Overview { at: Position::default(), ..overview }
}

/// Goes to the slide that is selected.
pub(in crate::app) fn accept(state: &mut State) {
    let Some(Overlay::Overview(overview)) = &state.overlay else { return };
    let page = state.briefing().and_then(Briefing::overview_page);
    let Some(slide) = page.and_then(|page| page.target(overview.at)).copied() else { return };
    state.overlay = None;
    let dates = state.briefing().map_or_else(Dates::default, |briefing| briefing.dates);
    let place = Place::begin(state.timeline(), slide, dates);
    if let Some(briefing) = &mut state.briefing {
        briefing.digress(place);
    }
}

/// Lays out the slides that what is typed leaves.
pub(super) fn make(state: &mut State, briefing: &mut Briefing) {
    let Some(Overlay::Overview(overview)) = &state.overlay else { return };
    let area = menu_area(state.size, MenuKind::Help);
    let width = usize::from(area.width);
    let wanted = overview.prompt.text().to_owned();
    let at = overview.at;
    let key = (wanted, state.lang, width, briefing.dates, briefing.place);
    // The teacher knows the dates.
    let dates = if briefing.role == Whose::Notes { Dates::Shown } else { briefing.dates };
    let guesses = briefing.guesses(state.timeline()).filter(|_| dates == Dates::Guessed).cloned();
    let slides = Slides { state, dates, guesses: guesses.as_deref(), here: briefing.place, width };
    let is_new = briefing.overview.make(key, |(wanted, ..)| slides.page(wanted));
    let height = usize::from(area.height.saturating_sub(MENU_HEAD));
    let placed =
        briefing.overview.get().map_or(at, |page| crate::app::shown::place(page, at, height, is_new));
    if let Some(Overlay::Overview(overview)) = &mut state.overlay {
        overview.at = placed;
    }
}

struct Slides<'a> {
    state: &'a State,
    dates: Dates,
    guesses: Option<&'a Guesses>,
    /// Where the talk is: the dates up to here are known to the class.
    here: Place,
    width: usize,
}

impl Slides<'_> {
    fn page(&self, wanted: &str) -> Page<usize> {
        let wanted = fold(wanted);
        let mut page = Page::new(self.width);
        let count = self.state.timeline().events.len() + 2;
        let digits = count.to_string().len();
        for slide in 0..count {
            let (date, title) = self.words(slide);
            let number = format!("{:>digits$}", slide + 1);
            let said = fold(&format!("{number} {date} {title}"));
            if !wanted.split_whitespace().all(|word| said.contains(word)) {
                continue;
            }
            let event = Slide::at(self.state.timeline(), slide).event();
            let inside = event.map_or(0, |event| indent(self.state.timeline(), event));
            page.item(slide, |page| page.lines.push(self.line(&number, inside, &date, &title)));
        }
        if page.items.is_empty() {
            page.paragraph(self.state.words().no_slide, Role::Warn);
        }
        page
    }

    fn line(&self, number: &str, inside: usize, date: &str, title: &str) -> Line {
        let mut line = Line::default();
        line.push(&format!("{number}  {}", " ".repeat(inside)), Role::Dim);
        let room = self.width.saturating_sub(line.width());
        line.push(&wrap::fit(date, room, self.state.glyphs.ellipsis), Role::Date);
        line.push(if date.is_empty() || line.width() + 2 > self.width { "" } else { "  " }, Role::Dim);
        let room = self.width.saturating_sub(line.width());
        line.push(&wrap::fit(title, room, self.state.glyphs.ellipsis), Role::Text);
        line
    }

    /// The date and the title of a slide.
    fn words(&self, slide: usize) -> (String, String) {
        let (timeline, lang) = (self.state.timeline(), self.state.lang);
        match Slide::at(timeline, slide) {
            Slide::Opening => (String::new(), status::title(timeline, lang).to_owned()),
            Slide::Sources => (String::new(), self.state.words().sources.to_owned()),
            Slide::Event(index) => {
                let event = &timeline.events[index];
                let is_known = self.dates == Dates::Shown
                    || slide < self.here.slide
                    || slide == self.here.slide && self.here.shows_date(timeline, self.dates);
                let date = if is_known { date_words(&event.date, lang) } else { "?".to_owned() };
                let title = event.title.best(lang.tag());
                let guesses = self.guesses.filter(|_| !is_known);
                let title = guesses.map_or(title.into(), |guesses| {
                    guesses.hide(title, index, self.here.slide.saturating_sub(1))
                });
                let title = title.into_owned();
                (date, title)
            }
        }
    }
}
