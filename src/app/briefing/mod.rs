//! The timeline as a talk: what the audience sees, and what keys do to it.
//!
//! A [`Briefing`] lies over the browser. Where it is ([`Place`]) knows nothing of the size of a screen; what is shown
//! there is set on a sheet of the size of the screen (`material`, `sheet`) and becomes a [`Scene`] with its pages.

mod areas;
mod axis;
mod claims;
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

use crate::app::layout::Area;
use crate::app::made::Made;
use crate::app::page::Page;
use crate::app::state::State;
use crate::briefing::{Dates, Deck, Dial, Pace, Place, Slide, Timer, Turn};
use crate::i18n::Lang;
use crate::model::{EventIndex, Timeline};

use material::Material;
use scene::Kind;

pub use areas::Areas;
pub use axis::Thread;
pub use guess::Guesses;
pub use letters::{Letters, marked};
pub use notes::{Notes, NotesAreas};
pub use overview::Overview;
pub use scene::{Big, Scene, Shown};
pub use told::{Order, Told};

pub(super) use overview::{accept, changed};
pub(super) use run::{begin, click, lights, passes, run};
pub(super) use told::{obey, take_in};
pub(super) use visit::visit;

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

    fn moved(self, steps: isize) -> Self {
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
    level: Level,
    deck: Deck,
    home: Home,
    /// Where the talk was before it digressed.
    left: Option<Place>,
    /// Where it was before all steps were shown.
    stepped: Option<Place>,
    scene: Made<Key, Scene>,
    thread: Made<(usize, Lang), Thread>,
    notes: Made<notes::Key, Notes>,
    overview: Made<(String, Lang, usize, Dates, Place), Page<usize>>,
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
}

impl State {
    /// The talk that is being given.
    pub fn briefing(&self) -> Option<&Briefing> {
        self.briefing.as_deref()
    }

    /// What of the scene is on the screen.
    pub fn briefing_shown(&self) -> Option<Shown> {
        let briefing = self.briefing()?;
        let scene = briefing.scene()?;
        let place = briefing.seen_of(scene.count(briefing.seen().stop));
        Some(scene.shown(place, self.timeline(), briefing.dates))
    }

    /// The event that the audience sees.
    pub fn briefing_event(&self) -> Option<EventIndex> {
        Slide::at(self.timeline(), self.briefing()?.seen().slide).event()
    }

    /// The date and the title of the slide the teacher is at.
    pub fn slide_title(&self) -> String {
        self.briefing().map_or_else(String::new, |briefing| notes::title(self, briefing.place.slide))
    }

    /// How far the talk is, measured by its time; `None` where that has no end.
    pub fn pace(&self) -> Option<Pace> {
        let briefing = self.briefing()?;
        let seen = briefing.seen();
        let done = briefing.deck.progress(seen.slide, seen.step(self.timeline(), briefing.dates));
        Some(Pace { done, time: (briefing.timer.elapsed(briefing.now.since), briefing.limit?) })
    }

    /// Lays out what the audience sees, where it changed.
    pub(super) fn make_briefing(&mut self) {
        let Some(mut briefing) = self.briefing.take() else { return };
        if let Some(areas) = Areas::new(self.size) {
            // How many rows the notes need says how many the slide has.
            self.make_notes(&mut briefing);
            let (place, body) = (briefing.seen(), self.body(&briefing, &areas));
            let guesses = briefing.guesses(self.timeline()).cloned();
            let (key, material) = self.material(&briefing, guesses.as_deref(), place, body);
            briefing.scene.make(key, |_| material.scene(place.slide, place.stop));
            let columns = usize::from(areas.axis.width);
            briefing.thread.make((columns, self.lang), |_| axis::Thread::new(self, columns));
            overview::make(self, &mut briefing);
        }
        self.briefing = Some(briefing);
    }

    /// Where the slide stands.
    fn body(&self, briefing: &Briefing, areas: &Areas) -> Area {
        let notes = briefing.notes_areas(self.size);
        notes.map_or(areas.body, |notes| Area { height: notes.slide.height - 1, ..notes.slide })
    }

    fn make_notes(&self, briefing: &mut Briefing) {
        let Some(areas) = NotesAreas::new(self.size).filter(|_| briefing.role == Role::Notes) else { return };
        let key = (briefing.place, self.size, self.lang, briefing.level, briefing.dates == Dates::Guessed);
        let mut made = std::mem::take(&mut briefing.notes);
        made.make(key, |_| notes::make(self, briefing, &areas));
        briefing.notes = made;
        briefing.scrolled = briefing.scrolled.min(self.last_of_notes(briefing));
    }

    /// How far the notes can be scrolled.
    fn last_of_notes(&self, briefing: &Briefing) -> usize {
        let rows = briefing.notes().map_or(0, |notes| notes.rows);
        let room = briefing.notes_areas(self.size).map_or(0, |areas| areas.notes_rows().into());
        rows.saturating_sub(room)
    }

    /// What the scene at `place` is made from.
    fn material<'a>(
        &'a self,
        briefing: &Briefing,
        guesses: Option<&'a Guesses>,
        place: Place,
        body: Area,
    ) -> (Key, Material<'a>) {
        let size = (usize::from(body.width), usize::from(body.height));
        let shows_date = place.shows_date(self.timeline(), briefing.dates);
        let is_guessed = briefing.dates == Dates::Guessed;
        // Beside notes there is room for small letters only.
        let level = if briefing.role == Role::Notes { Level::Small } else { briefing.level };
        let proof = self.proof.as_deref();
        let known = (proof.is_some(), shows_date, is_guessed);
        let key = (place.slide, Kind::of(place.stop), level, size, self.lang, known);
        let material = Material {
            draft: &self.draft,
            proof,
            lang: self.lang,
            glyphs: self.glyphs,
            size,
            level,
            dates: briefing.dates,
            shows_date,
            guesses,
        };
        (key, material)
    }

    /// How many pages a stop takes on this screen.
    fn pages(&self, briefing: &Briefing, place: Place) -> usize {
        self.with_scene(briefing, place, |scene| scene.count(place.stop)).unwrap_or(1)
    }

    /// What `look` sees in the scene at `place`; `None` on a screen too small for one.
    fn with_scene<T>(&self, briefing: &Briefing, place: Place, look: impl FnOnce(&Scene) -> T) -> Option<T> {
        let areas = Areas::new(self.size)?;
        let guesses = briefing.guesses(self.timeline()).map(Arc::as_ref);
        let (key, material) = self.material(briefing, guesses, place, self.body(briefing, &areas));
        Some(match briefing.scene.get_for(&key) {
            Some(scene) => look(scene),
            None => look(&material.scene(place.slide, place.stop)),
        })
    }
}
