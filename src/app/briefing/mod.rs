//! The timeline as a talk: what the audience sees, and what keys do to it.
//!
//! A [`Briefing`] lies over the browser. Where it is ([`Place`]) knows nothing of the size of a screen; what is shown
//! there is set on a sheet of the size of the screen (`material`, `sheet`) and becomes a [`Scene`] with its pages.

mod areas;
mod axis;
mod claims;
mod compose;
mod guess;
mod head;
mod letters;
mod material;
mod moves;
mod notes;
mod opening;
mod overview;
mod quoted;
mod run;
mod scene;
mod sheet;
mod sources;
mod told;
mod visit;

use std::cell::OnceCell;
use std::sync::Arc;
use std::time::Duration;

use crate::app::context::Context;
use crate::app::layout::Area;
use crate::app::made::Made;
use crate::app::page::Page;
use crate::briefing::{Dates, Deck, Dial, Pace, Place, Slide, Timer, Turn};
use crate::command::Command;
use crate::i18n::Lang;
use crate::load::Input;
use crate::model::{EventIndex, Timeline};

use material::Material;
use scene::Kind;

pub use areas::Areas;
pub use axis::{Lit, Thread};
pub use guess::Guesses;
pub use letters::{Letters, marked};
pub use notes::{Notes, NotesAreas};
pub use overview::Overview;
pub use scene::{Big, Scene, Shown};
pub use told::{Order, Told};

pub(super) use overview::Slides;
pub(super) use run::{begin, choose_slide, click, lights, overview_changed, passes, run};
pub(super) use told::drives;
pub(super) use visit::place_of_hit;

/// How a briefing begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Start {
    /// Whether the class guesses the dates.
    pub dates: Dates,
    /// How long it may last.
    pub limit: Option<Duration>,
    /// Whose screen it is.
    pub role: Role,
}

/// Whose screen of a talk it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// The one from which the talk is given.
    #[default]
    Lead,
    /// The teacher's own, with notes; it follows, and can drive.
    Notes,
    /// One more for the audience; it follows.
    Audience,
}

/// How large everything is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Nothing is larger than the letters of the terminal.
    Small,
    /// Dates are.
    #[default]
    Normal,
    /// Dates and titles are.
    Large,
    /// Everything is that can be.
    Huge,
}

impl Level {
    const ALL: [Self; 4] = [Self::Small, Self::Normal, Self::Large, Self::Huge];

    pub(super) fn moved(self, steps: isize) -> Self {
        let at = Self::ALL.iter().position(|level| *level == self).unwrap_or_default();
        Self::ALL[at.saturating_add_signed(steps).min(Self::ALL.len() - 1)]
    }
}

/// Where one comes back to at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Home {
    /// The browser, from which it was started.
    Browser,
    /// The shell, from which it was started at this event, or at its beginning.
    Shell(Option<EventIndex>),
}

/// The time, as the program was last told it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Now {
    /// Since some moment that stays the same.
    pub since: Duration,
    /// Hours and minutes of the day.
    pub clock: (u8, u8),
}

/// A talk that is being given.
#[derive(Debug)]
pub struct Briefing {
    /// Where the teacher is.
    pub place: Place,
    /// What the audience sees still, while the teacher looks at something else.
    pub frozen: Option<Place>,
    /// Whether the audience sees nothing.
    pub is_black: bool,
    /// Whether the class guesses the dates.
    pub dates: Dates,
    /// How long the talk has lasted.
    pub timer: Timer,
    /// How long it may last.
    pub limit: Option<Duration>,
    /// What its clock shows.
    pub dial: Dial,
    /// The time.
    pub now: Now,
    /// Whose screen it is.
    pub role: Role,
    /// The first row of the notes in view.
    pub scrolled: usize,
    /// How many pages further a screen that follows is than the one it follows: on a smaller one a step has more.
    pub turned: usize,
    /// What is to be asked of the screen from which the talk is given.
    orders: Vec<Order>,
    pub(super) level: Level,
    pub(super) deck: Deck,
    pub(super) home: Home,
    /// Where the talk was before it digressed.
    pub(super) left: Option<Place>,
    /// Where it was before all steps were shown.
    pub(super) stepped: Option<Place>,
    scene: Made<Key, Scene>,
    pub(super) thread: Made<(usize, Lang), Thread>,
    notes: Made<notes::Key, Notes>,
    pub(super) overview: Made<(String, Lang, usize, Dates, Place), Page<usize>>,
    /// The dates that are guessed, once they are asked for.
    guesses: OnceCell<Arc<Guesses>>,
}

/// What a scene is made from.
type Key = (usize, Kind, Level, (usize, usize), Lang, (bool, bool, bool));

impl Briefing {
    pub(super) fn new(deck: Deck, start: Start, place: Place, home: Home) -> Self {
        Self {
            place,
            frozen: None,
            is_black: false,
            dates: start.dates,
            timer: Timer::default(),
            limit: start.limit,
            dial: if start.limit.is_some() { Dial::Remaining } else { Dial::Nothing },
            now: Now::default(),
            role: start.role,
            scrolled: 0,
            turned: 0,
            orders: Vec::new(),
            level: Level::default(),
            deck,
            home,
            left: None,
            stepped: None,
            scene: Made::default(),
            thread: Made::default(),
            notes: Made::default(),
            overview: Made::default(),
            guesses: OnceCell::new(),
        }
    }

    /// The dates that the class guesses, where it does.
    pub fn guesses(&self, timeline: &Timeline) -> Option<&Arc<Guesses>> {
        let is_guessed = self.dates == Dates::Guessed;
        is_guessed.then(|| self.guesses.get_or_init(|| Arc::new(Guesses::new(timeline))))
    }

    /// What is on the screen: where the teacher is, or what the audience sees still.
    pub fn seen(&self) -> Place {
        self.frozen.filter(|_| self.role != Role::Notes).unwrap_or(self.place)
    }

    /// The same on a screen on which `stop` takes `of` pages: whoever follows on a smaller one turns them by himself.
    fn seen_of(&self, of: usize) -> Place {
        let seen = self.seen();
        let page = (seen.turn.page(of) + self.turned).min(of.saturating_sub(1));
        if self.turned == 0 { seen } else { Place { turn: Turn::At { page, of }, ..seen } }
    }

    /// Whether what this screen shows must not change: the audience sees it. What lies over the slide is there, and
    /// takes the keys, but cannot be seen.
    pub fn stands_still(&self) -> bool {
        self.frozen.is_some() && self.role == Role::Lead
    }

    /// The event from which on the class that sees this screen guesses dates, and those.
    pub(super) fn guessed(&self, timeline: &Timeline) -> Option<(EventIndex, &Guesses)> {
        let guesses = self.guesses(timeline).filter(|_| self.role == Role::Lead)?;
        Some((self.place.slide.saturating_sub(1), guesses))
    }

    /// Whether nothing is on the screen.
    pub fn is_dark(&self) -> bool {
        self.is_black && self.role != Role::Notes
    }

    /// The teacher's screen.
    pub fn notes(&self) -> Option<&Notes> {
        self.notes.get()
    }

    /// How many slides there are.
    pub fn slides(&self) -> usize {
        self.deck.slides()
    }

    /// What is on the screen, once it was laid out.
    pub fn scene(&self) -> Option<&Scene> {
        self.scene.get()
    }

    /// The slides to choose from.
    pub fn overview_page(&self) -> Option<&Page<usize>> {
        self.overview.get()
    }

    /// The line of time.
    pub fn thread(&self) -> Option<&Thread> {
        self.thread.get()
    }

    /// Goes where everything has gone in a timeline that was saved anew.
    pub(super) fn follow(&mut self, timeline: &Timeline, moved: impl Fn(EventIndex) -> EventIndex) {
        let slides = self.slides();
        let dates = self.dates;
        let follow = |place: &mut Place| {
            let slide = match place.slide {
                0 => 0,
                last if last + 1 >= slides => timeline.events.len() + 1,
                event => Slide::of(moved(event - 1)),
            };
            *place = Place { slide, ..*place }.within(timeline, dates);
        };
        [&mut self.place].into_iter().chain(&mut self.frozen).chain(&mut self.left).for_each(follow);
        self.stepped = None;
        self.deck = Deck::new(timeline);
        self.scene = Made::default();
        self.thread = Made::default();
        self.overview = Made::default();
        self.notes = Made::default();
        self.guesses = OnceCell::new();
    }

    /// How long until the screen changes by itself; `None` where it does not.
    pub fn until_tick(&self) -> Option<Duration> {
        let shows_dial = matches!(self.dial, Dial::Elapsed | Dial::Remaining);
        let shows_timer = shows_dial || self.limit.is_some() || self.role == Role::Notes;
        let second = self.timer.until_next_second(self.now.since).filter(|_| shows_timer);
        let gone = Duration::from_nanos(self.now.since.subsec_nanos().into());
        let clock = Duration::from_secs(1).saturating_sub(gone);
        second.or(Some(clock).filter(|_| self.dial == Dial::Clock))
    }

    /// What followers are told of the talk, as the first thing they hear.
    pub(super) fn told(&self, input: &Input, lang: Lang) -> Option<Told> {
        let path = input.path().map(|path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned()));
        (self.role == Role::Lead).then(|| Told {
            number: 1,
            timeline: path,
            lang: lang.tag().to_owned(),
            place: self.place,
            frozen: self.frozen,
            is_black: self.is_black,
            dates: self.dates,
            timer: self.timer.moved(self.now.since, Duration::ZERO),
            limit: self.limit,
            dial: self.dial,
        })
    }

    /// What of the scene is on the screen.
    pub fn shown(&self, timeline: &Timeline) -> Option<Shown> {
        let scene = self.scene()?;
        let place = self.seen_of(scene.count(self.seen().stop));
        Some(scene.shown(place, timeline, self.dates))
    }

    /// How far the talk is, measured by its time; `None` where that has no end.
    pub fn pace(&self, timeline: &Timeline) -> Option<Pace> {
        let seen = self.seen();
        let done = self.deck.progress(seen.slide, seen.step(timeline, self.dates));
        Some(Pace { done, time: (self.timer.elapsed(self.now.since), self.limit?) })
    }

    /// The date and the title of the slide the teacher is at.
    pub fn title(&self, context: &Context<'_>) -> String {
        notes::title(context, self.place.slide)
    }

    /// What stands where on the teacher's screen; `None` on other screens, and where it is too small.
    pub fn notes_areas(&self, size: (u16, u16)) -> Option<NotesAreas> {
        let areas = NotesAreas::new(size).filter(|_| self.role == Role::Notes)?;
        Some(self.notes().map_or(areas, |notes| areas.fitted(notes.rows)))
    }

    /// Where the slide stands.
    fn body(&self, size: (u16, u16), areas: &Areas) -> Area {
        let notes = self.notes_areas(size);
        notes.map_or(areas.body, |notes| Area { height: notes.slide.height - 1, ..notes.slide })
    }

    /// How far the notes can be scrolled.
    pub(super) fn last_of_notes(&self, size: (u16, u16)) -> usize {
        let rows = self.notes().map_or(0, |notes| notes.rows);
        let room = self.notes_areas(size).map_or(0, |areas| areas.notes_rows().into());
        rows.saturating_sub(room)
    }

    /// What the scene at `place` is made from.
    fn material<'a>(
        &self,
        context: &Context<'a>,
        guesses: Option<&'a Guesses>,
        place: Place,
        body: Area,
    ) -> (Key, Material<'a>) {
        let size = (usize::from(body.width), usize::from(body.height));
        let shows_date = place.shows_date(context.timeline(), self.dates);
        let is_guessed = self.dates == Dates::Guessed;
        // Beside notes there is room for small letters only.
        let level = if self.role == Role::Notes { Level::Small } else { self.level };
        let known = (context.proof.is_some(), shows_date, is_guessed);
        let key = (place.slide, Kind::of(place.stop), level, size, context.lang, known);
        let Context { draft, proof, lang, glyphs } = *context;
        (key, Material { draft, proof, lang, glyphs, size, level, dates: self.dates, shows_date, guesses })
    }

    /// How many pages a stop takes on a screen of `size`.
    pub(super) fn pages(&self, context: &Context<'_>, size: (u16, u16), place: Place) -> usize {
        self.with_scene(context, size, place, |scene| scene.count(place.stop)).unwrap_or(1)
    }

    /// What `look` sees in the scene at `place`; `None` on a screen too small for one.
    fn with_scene<T>(
        &self,
        context: &Context<'_>,
        size: (u16, u16),
        place: Place,
        look: impl FnOnce(&Scene) -> T,
    ) -> Option<T> {
        let areas = Areas::new(size)?;
        let guesses = self.guesses(context.timeline()).map(Arc::as_ref);
        let (key, material) = self.material(context, guesses, place, self.body(size, &areas));
        Some(match self.scene.get_for(&key) {
            Some(scene) => look(scene),
            None => look(&compose::scene(&material, place.slide, place.stop)),
        })
    }

    /// Lays out the teacher's screen, where it changed: how many rows the notes need says how many the slide has.
    pub(super) fn lay_out_notes(&mut self, context: &Context<'_>, size: (u16, u16)) {
        let Some(areas) = NotesAreas::new(size).filter(|_| self.role == Role::Notes) else { return };
        let (place, dates, level, slides) = (self.place, self.dates, self.level, self.slides());
        let key = (place, size, context.lang, level, dates == Dates::Guessed);
        self.notes.make(key, |_| notes::make(context, notes::At { place, dates, level, slides }, &areas));
        self.scrolled = self.scrolled.min(self.last_of_notes(size));
    }

    /// Lays out what the audience sees, where it changed.
    pub(super) fn lay_out_scene(&mut self, context: &Context<'_>, size: (u16, u16), areas: &Areas) {
        let (place, body) = (self.seen(), self.body(size, areas));
        let guesses = self.guesses(context.timeline()).cloned();
        let (key, material) = self.material(context, guesses.as_deref(), place, body);
        self.scene.make(key, |_| compose::scene(&material, place.slide, place.stop));
    }

    /// Goes somewhere as the talk goes on.
    pub(in crate::app) fn go(&mut self, place: Place) {
        if place != self.place {
            self.timer.begin(self.now.since);
        }
        self.place = place;
    }

    /// Whether a screen that follows does what is asked by itself; a teacher's asks the one it follows for the rest.
    pub(in crate::app) fn does_itself(&mut self, command: Command, count: Option<usize>) -> bool {
        if !drives(command) {
            let looks = matches!(command, Command::Overview | Command::Search);
            return self.role == Role::Notes || !looks;
        }
        if self.role == Role::Notes {
            let command = command.spec().name.to_owned();
            self.orders.push(Order::Run { command, count });
        }
        false
    }

    /// Goes somewhere from where one will want to come back.
    pub(in crate::app) fn digress(&mut self, place: Place) {
        if self.role == Role::Notes {
            self.orders.push(Order::Go(place));
            return;
        }
        if place != self.place {
            self.left = Some(self.place);
            self.go(place);
        }
    }

    /// What was asked for since this was last asked.
    pub(in crate::app) fn orders(&mut self) -> Vec<Order> {
        std::mem::take(&mut self.orders)
    }
}
