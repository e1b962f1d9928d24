//! A briefing that is being given.
//!
//! It lies over the browser. Where it is ([`SlidePosition`]) knows nothing of the size of a screen; what is shown there is set
//! for the size of the screen and becomes a [`Scene`] with its pages.

use std::cell::OnceCell;
use std::sync::Arc;
use std::time::Duration;

use crate::app::screen::context::Context;
use crate::app::screen::layout::Area;
use crate::app::screen::memo::Memo;
use crate::app::screen::page::Page;
use crate::briefing::{
    Choice, ClockMode, Covered, Dates, Deck, DeckOptions, DeckPosition, Ordering, Pace, PageRef, ScreenKind,
    Selection, Slide, SlidePosition, Step, StepTime, Timer,
};
use crate::command::Command;
use crate::i18n::Lang;
use crate::load::Input;
use crate::model::{EventIndex, Timeline};

use super::areas::{Areas, NotesAreas};
use super::guesses::{Cover, Guesses};
use super::named_position::NamedPosition;
use super::notes::{self, Notes};
use super::plan::{self, Planner};
use super::progress::ProgressAxis;
use super::remote::{PresenterState, RemoteCommand};
use super::slides::compose;
use super::slides::context::{Offer, SlideContext};
use super::slides::letters::Level;
use super::slides::scene::{Scene, SceneKind, Shown};
use super::tally::Tally;

/// A screen with so many rows has room for a title and a summary at once.
const ROOMY: u16 = 30;

/// How a briefing begins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Start {
    /// What it shows.
    pub choice: Choice,
    /// Whether the class guesses the dates.
    pub dates: Dates,
    /// Whose screen it is.
    pub screen: ScreenKind,
    /// Where one that ended is taken up again.
    pub resumed: Option<Box<PresenterState>>,
    /// What events are shuffled by that a class puts in order.
    pub seed: u64,
}

/// Where one comes back to at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Home {
    /// The browser, from which it was started.
    Browser,
    /// The shell, from which it was started.
    Shell,
}

/// The time, as the program was last told it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Now {
    /// Since some moment that stays the same.
    pub since: Duration,
    /// Hours and minutes of the day.
    pub clock: (u8, u8),
}

/// A briefing that is being given.
#[derive(Debug)]
pub struct Briefing {
    /// Where the speaker is.
    pub place: SlidePosition,
    /// What the audience sees still, while the speaker looks at something else.
    pub(crate) frozen: Option<SlidePosition>,
    /// Whether the audience sees nothing.
    pub(crate) is_black: bool,
    /// Whether the class guesses the dates.
    pub(crate) dates: Dates,
    /// How long the briefing has lasted.
    pub(crate) timer: Timer,
    /// How long it may last.
    pub(crate) limit: Option<Duration>,
    pub(crate) clock_mode: ClockMode,
    pub(crate) now: Now,
    pub(crate) screen: ScreenKind,
    /// The first row of the notes in view.
    pub(crate) scrolled: usize,
    /// How many pages further a screen that follows is than the one it follows: on a smaller one a step has more.
    pub turned: usize,
    /// What is to be asked of the screen from which the briefing is given.
    remote_commands: Vec<RemoteCommand>,
    pub(crate) level: Level,
    /// What was asked for when it began.
    pub(crate) asked: Choice,
    /// How long a step takes.
    pace: StepTime,
    /// Whether the pages of quotes were known when it was planned.
    is_planned: bool,
    pub(crate) selection: Selection,
    pub(crate) deck: Deck,
    /// The events as the class has put them in order.
    pub(crate) ordering: Ordering,
    /// What they are shuffled by.
    seed: u64,
    is_roomy: bool,
    /// What a screen that follows heard last.
    pub(crate) heard: Option<PresenterState>,
    pub(crate) home: Home,
    /// Where the briefing was before it digressed.
    pub(crate) left: Option<SlidePosition>,
    /// Where it was before all steps were shown.
    pub(crate) stepped: Option<SlidePosition>,
    tally: Memo<(Lang, bool), Tally>,
    scene: Memo<SceneKey, Scene>,
    pub(crate) progress: Memo<(usize, Lang), ProgressAxis>,
    notes: Memo<notes::NotesKey, Notes>,
    pub(crate) overview: Memo<(String, Lang, usize, Dates, SlidePosition), Page<Slide>>,
    /// The dates that are guessed, once they are asked for.
    guesses: OnceCell<Arc<Guesses>>,
}

/// What a scene is made from.
type SceneKey =
    (Slide, SceneKind, Level, (usize, usize), Lang, (bool, bool, Option<Covered>), Option<Ordering>);

/// How long a briefing may last that shows this.
fn limit(selection: &Selection) -> Option<Duration> {
    selection.minutes.map(|minutes| Duration::from_secs(60 * u64::from(minutes)))
}

impl Briefing {
    pub(crate) fn new(context: &Context<'_>, start: &Start, pace: StepTime, home: Home) -> Self {
        let options = DeckOptions { dates: start.dates, is_roomy: false };
        let selection = Planner::new(context, start.dates, pace).select(&start.choice);
        let deck = Deck::new(context.timeline(), &selection, options);
        Self {
            place: SlidePosition::default(),
            frozen: None,
            is_black: false,
            dates: start.dates,
            timer: Timer::default(),
            limit: limit(&selection),
            // The countdown is the speaker's, on the screen with the notes.
            clock_mode: ClockMode::Nothing,
            now: Now::default(),
            screen: start.screen,
            scrolled: 0,
            turned: 0,
            remote_commands: Vec::new(),
            level: Level::default(),
            asked: start.choice.clone(),
            pace,
            is_planned: context.proof.is_some(),
            selection,
            ordering: plan::ordering(context.timeline(), &deck, start.seed),
            seed: start.seed,
            deck,
            is_roomy: false,
            heard: None,
            home,
            left: None,
            stepped: None,
            tally: Memo::default(),
            scene: Memo::default(),
            progress: Memo::default(),
            notes: Memo::default(),
            overview: Memo::default(),
            guesses: OnceCell::new(),
        }
    }

    /// What is on the screen: where the speaker is, or what the audience sees still.
    pub(crate) fn seen(&self) -> SlidePosition {
        self.frozen.filter(|_| self.screen != ScreenKind::SpeakerNotes).unwrap_or(self.place)
    }

    /// The same on a screen on which `stop` takes `of` pages: whoever follows on a smaller one turns them by himself.
    fn seen_of(&self, of: usize) -> SlidePosition {
        let seen = self.seen();
        let page = (seen.page.page(of) + self.turned).min(of.saturating_sub(1));
        if self.turned == 0 { seen } else { SlidePosition { page: PageRef::At { page, of }, ..seen } }
    }

    /// Whether what this screen shows must not change: the audience sees it. What lies over the slide is there, and
    /// takes the keys, but cannot be seen.
    pub(crate) fn stands_still(&self) -> bool {
        self.frozen.is_some() && self.screen == ScreenKind::Presenter
    }

    /// What the class that sees this screen has still to guess where the briefing is; nothing where it guesses nothing.
    pub(crate) fn cover_here(&self, context: &Context<'_>) -> Option<Cover> {
        // The speaker knows the dates.
        self.cover(context, self.seen()).filter(|_| self.screen != ScreenKind::SpeakerNotes)
    }

    /// The same where the briefing is at `place`.
    pub(super) fn cover(&self, context: &Context<'_>, place: SlidePosition) -> Option<Cover> {
        Cover::at(context, &self.deck, place, self.dates, &self.guesses)
    }

    /// Whether nothing is on the screen.
    pub(crate) fn is_dark(&self) -> bool {
        self.is_black && self.screen != ScreenKind::SpeakerNotes
    }

    pub(crate) fn notes(&self) -> Option<&Notes> {
        self.notes.get()
    }

    /// How many slides there are.
    pub(crate) fn slides(&self) -> usize {
        self.deck.slides().len()
    }

    /// What is on the screen, once it was laid out.
    pub fn scene(&self) -> Option<&Scene> {
        self.scene.get()
    }

    /// The slides to choose from.
    pub(crate) fn overview_page(&self) -> Option<&Page<Slide>> {
        self.overview.get()
    }

    /// The line of time.
    pub(crate) fn progress(&self) -> Option<&ProgressAxis> {
        self.progress.get()
    }

    /// Goes where everything has gone in a timeline that was saved anew; `moved` says where an event is now, or the one
    /// nearest to it, and `kept` where it is itself.
    pub(crate) fn follow(
        &mut self,
        timeline: &Timeline,
        moved: impl Fn(EventIndex) -> EventIndex,
        kept: impl Fn(EventIndex) -> Option<EventIndex>,
    ) {
        self.selection = self.selection.moved(&kept);
        self.ordering = self.ordering.moved(&kept);
        self.make_deck(timeline);
        let (deck, dates) = (&self.deck, self.dates);
        let slide = |slide: Slide| match slide {
            Slide::Event(event) => Slide::Event(moved(event)),
            other => other,
        };
        let follow = |place: &mut SlidePosition| {
            let above =
                place.above.map(|stop| crate::briefing::SlideStep { slide: slide(stop.slide), ..stop });
            *place =
                SlidePosition { slide: slide(place.slide), above, ..*place }.within(timeline, deck, dates);
        };
        [&mut self.place].into_iter().chain(&mut self.frozen).chain(&mut self.left).for_each(follow);
        self.stepped = None;
    }

    /// Makes the deck anew, and what was laid out from it.
    fn make_deck(&mut self, timeline: &Timeline) {
        let options = DeckOptions { dates: self.dates, is_roomy: self.is_roomy };
        self.deck = Deck::new(timeline, &self.selection, options);
        let fresh = plan::ordering(timeline, &self.deck, self.seed);
        self.ordering = self.ordering.kept(&fresh);
        self.tally = Memo::default();
        self.scene = Memo::default();
        self.progress = Memo::default();
        self.overview = Memo::default();
        self.notes = Memo::default();
        self.guesses = OnceCell::new();
    }

    /// Takes up a briefing that ended where it stood.
    pub(crate) fn resume(&mut self, timeline: &Timeline, presenter: &PresenterState) {
        self.set_dates(timeline, presenter.dates);
        self.select(timeline, presenter.selection.found(timeline));
        self.is_planned = true;
        self.place = presenter.place.found(timeline, &self.deck, self.dates).unwrap_or_default();
        self.timer = presenter.timer.moved(Duration::ZERO, self.now.since);
    }

    /// Shows something else of the timeline.
    pub(crate) fn select(&mut self, timeline: &Timeline, selection: Selection) {
        if selection != self.selection {
            self.limit = limit(&selection);
            self.selection = selection;
            self.make_deck(timeline);
            self.settle(timeline);
        }
    }

    /// Shows what of `choice` fits into its time.
    pub(crate) fn choose(&mut self, context: &Context<'_>, choice: &Choice) {
        let selection = Planner::new(context, self.dates, self.pace).select(choice);
        self.select(context.timeline(), selection);
    }

    /// Lets the class guess dates, or see them.
    pub(crate) fn set_dates(&mut self, timeline: &Timeline, dates: Dates) {
        if dates != self.dates {
            self.dates = dates;
            self.make_deck(timeline);
        }
    }

    /// Takes as many steps at once as a screen of that size has room for. One that follows does as it is told.
    pub(crate) fn set_size(&mut self, timeline: &Timeline, size: (u16, u16)) {
        if self.screen == ScreenKind::Presenter {
            self.set_roomy(timeline, size.1 >= ROOMY && self.level < Level::Huge);
        }
    }

    /// Whether title and summary of an event come at once.
    pub(crate) fn set_roomy(&mut self, timeline: &Timeline, is_roomy: bool) {
        if is_roomy != self.is_roomy {
            self.is_roomy = is_roomy;
            self.make_deck(timeline);
            self.settle(timeline);
        }
    }

    /// Plans anew what was planned before the quotes were looked up in their articles.
    pub(crate) fn plan_again(&mut self, context: &Context<'_>) {
        if self.is_planned || context.proof.is_none() || self.screen != ScreenKind::Presenter {
            return;
        }
        self.is_planned = true;
        if self.selection.minutes.is_some() {
            let choice = self.choice(context.timeline(), self.selection.outline);
            self.choose(context, &choice);
        }
    }

    /// What is chosen by one of the timeline's own briefings, or by none: what was asked for, where it was that.
    pub(crate) fn choice(&self, timeline: &Timeline, outline: Option<usize>) -> Choice {
        if outline == self.asked.outline {
            self.asked.clone()
        } else {
            outline.map_or_else(Choice::default, |number| Choice::outlined(timeline, number))
        }
    }

    /// Keeps every place within the deck.
    fn settle(&mut self, timeline: &Timeline) {
        let (deck, dates) = (&self.deck, self.dates);
        let places = [&mut self.place].into_iter().chain(&mut self.frozen).chain(&mut self.left);
        places.for_each(|place| *place = place.within(timeline, deck, dates));
    }

    /// Where the place is in the deck; `None` where it is somewhere else in the timeline.
    pub(crate) fn position(&self, place: SlidePosition) -> Option<DeckPosition> {
        self.deck.position(place.step()?)
    }

    /// The number of the slide on the main line, from 0, that shows `place` or has it below.
    pub(crate) fn column(&self, place: SlidePosition) -> Option<usize> {
        self.deck.column(place.slide)
    }

    /// The steps that a place reveals and the stop before it did not.
    pub(super) fn fresh(&self, timeline: &Timeline, place: SlidePosition) -> Vec<Step> {
        plan::fresh(timeline, &self.deck, self.dates, place)
    }

    /// How long until the screen changes by itself; `None` where it does not.
    pub fn until_tick(&self) -> Option<Duration> {
        let shows_dial = matches!(self.clock_mode, ClockMode::Elapsed | ClockMode::Remaining);
        let shows_timer = shows_dial || self.limit.is_some() || self.screen == ScreenKind::SpeakerNotes;
        let second = self.timer.until_next_second(self.now.since).filter(|_| shows_timer);
        let gone = Duration::from_nanos(self.now.since.subsec_nanos().into());
        let clock = Duration::from_secs(1).saturating_sub(gone);
        second.or(Some(clock).filter(|_| self.clock_mode == ClockMode::Clock))
    }

    /// What followers are told of the briefing, as the first thing they hear.
    pub fn presenter_state(&self, timeline: &Timeline, input: &Input, lang: Lang) -> Option<PresenterState> {
        let path = input.path().map(|path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned()));
        (self.screen == ScreenKind::Presenter).then(|| PresenterState {
            number: 1,
            timeline: path,
            lang: lang.tag().to_owned(),
            selection: Box::new(self.selection.named(timeline)),
            place: Box::new(NamedPosition::new(self.place, timeline)),
            frozen: self.frozen.map(|place| Box::new(NamedPosition::new(place, timeline))),
            is_black: self.is_black,
            dates: self.dates,
            is_roomy: self.is_roomy,
            ordering: Box::new(self.ordering.named(timeline)),
            timer: self.timer.moved(self.now.since, Duration::ZERO),
        })
    }

    /// What of the scene is on the screen.
    pub(crate) fn shown(&self, timeline: &Timeline) -> Option<Shown> {
        let scene = self.scene()?;
        let fresh = self.fresh(timeline, self.seen());
        let place = self.seen_of(scene.count(self.seen().reveal, &fresh));
        Some(scene.shown(place, &fresh, timeline, self.dates))
    }

    /// How far the briefing is, measured by its time; `None` where that has no end.
    pub(crate) fn pace(&self) -> Option<Pace> {
        let seen = self.seen();
        let done = if let Some(position) = self.position(seen) {
            self.deck.progress(position, seen.above)
        } else {
            let last = self.deck.last_of(self.column(seen).unwrap_or_default());
            self.deck.progress(self.deck.position(last)?, None)
        };
        Some(Pace { done, time: (self.timer.elapsed(self.now.since), self.limit?) })
    }

    /// The date and the title of the slide the speaker is at.
    pub(crate) fn title(&self, context: &Context<'_>) -> String {
        notes::title(context, self.place.slide)
    }

    /// What stands where on the speaker's screen; `None` on other screens, and where it is too small.
    pub(crate) fn notes_areas(&self, size: (u16, u16)) -> Option<NotesAreas> {
        let areas = NotesAreas::new(size).filter(|_| self.screen == ScreenKind::SpeakerNotes)?;
        Some(self.notes().map_or(areas, |notes| areas.fitted(notes.rows)))
    }

    fn body(&self, size: (u16, u16), areas: &Areas) -> Area {
        let notes = self.notes_areas(size);
        notes.map_or(areas.body, |notes| Area { height: notes.slide.height - 1, ..notes.slide })
    }

    /// How far the notes can be scrolled.
    pub(crate) fn last_of_notes(&self, size: (u16, u16)) -> usize {
        let rows = self.notes().map_or(0, |notes| notes.rows);
        let room = self.notes_areas(size).map_or(0, |areas| areas.notes_rows().into());
        rows.saturating_sub(room)
    }

    /// The exercise, where it is on the slide at `place`.
    fn ordering_at(&self, place: SlidePosition) -> Option<Ordering> {
        (place.slide == Slide::Ordering).then(|| self.ordering.clone())
    }

    /// What the scene at `place` is made from.
    fn material<'a>(
        &self,
        context: &Context<'a>,
        (cover, ordering): (Option<&'a Cover>, Option<&'a Ordering>),
        place: SlidePosition,
        body: Area,
    ) -> (SceneKey, SlideContext<'a>) {
        let size = (usize::from(body.width), usize::from(body.height));
        let shows_date = cover.is_none_or(|cover| cover.covered.own.is_none());
        let is_guessed = self.dates == Dates::Guessed;
        // Beside notes there is room for small letters only.
        let level = if self.screen == ScreenKind::SpeakerNotes { Level::Small } else { self.level };
        let known = (context.proof.is_some(), is_guessed, cover.map(|cover| cover.covered.clone()));
        let kind = SceneKind::of(place.reveal);
        let key = (place.slide, kind, level, size, context.lang, known, ordering.cloned());
        let Context { draft, proof, lang, glyphs } = *context;
        let offer = self.tally.get().filter(|_| place.slide == Slide::Opening).map(|tally| Offer {
            tally: *tally,
            outline: self.selection.outline,
            is_whole: self.asked.events.is_none() || self.asked.outline.is_some(),
        });
        let dates = self.dates;
        let slide = SlideContext {
            draft,
            proof,
            lang,
            glyphs,
            size,
            level,
            dates,
            shows_date,
            cover,
            offer,
            ordering,
        };
        (key, slide)
    }

    /// How many pages a stop takes on a screen of `size`.
    pub(crate) fn pages(&self, context: &Context<'_>, size: (u16, u16), place: SlidePosition) -> usize {
        let fresh = self.fresh(context.timeline(), place);
        self.with_scene(context, size, place, |scene| scene.count(place.reveal, &fresh)).unwrap_or(1)
    }

    /// What `look` sees in the scene at `place`; `None` on a screen too small for one.
    pub(super) fn with_scene<T>(
        &self,
        context: &Context<'_>,
        size: (u16, u16),
        place: SlidePosition,
        look: impl FnOnce(&Scene) -> T,
    ) -> Option<T> {
        let areas = Areas::new(size)?;
        let cover = self.cover(context, place);
        let ordering = self.ordering_at(place);
        let on_it = (cover.as_ref(), ordering.as_ref());
        let (key, material) = self.material(context, on_it, place, self.body(size, &areas));
        Some(match self.scene.get_for(&key) {
            Some(scene) => look(scene),
            None => look(&compose::scene(&material, place.slide, place.reveal)),
        })
    }

    /// Lays out the speaker's screen, where it changed: how many rows the notes need says how many the slide has.
    pub(crate) fn lay_out_notes(&mut self, context: &Context<'_>, size: (u16, u16)) {
        let Some(areas) = NotesAreas::new(size).filter(|_| self.screen == ScreenKind::SpeakerNotes) else {
            return;
        };
        let (place, dates, level, deck) = (self.place, self.dates, self.level, &self.deck);
        let key = (place, size, context.lang, level, dates == Dates::Guessed);
        self.notes.make(key, |_| notes::make(context, notes::At { place, dates, level, deck }, &areas));
        self.scrolled = self.scrolled.min(self.last_of_notes(size));
    }

    /// Lays out what the audience sees, where it changed.
    pub(crate) fn lay_out_scene(&mut self, context: &Context<'_>, size: (u16, u16), areas: &Areas) {
        let (place, body) = (self.seen(), self.body(size, areas));
        if place.slide == Slide::Opening {
            let planner = Planner::new(context, self.dates, self.pace);
            let selection = &self.selection;
            let known = (context.lang, context.proof.is_some());
            self.tally.make(known, |_| planner.tally(selection));
        }
        let cover = self.cover(context, place);
        let ordering = self.ordering_at(place);
        let (key, material) = self.material(context, (cover.as_ref(), ordering.as_ref()), place, body);
        self.scene.make(key, |_| compose::scene(&material, place.slide, place.reveal));
    }

    /// Goes somewhere as the briefing goes on.
    pub(crate) fn go(&mut self, place: SlidePosition) {
        if place != self.place {
            self.timer.begin(self.now.since);
        }
        self.place = place;
    }

    /// Has a command run where the briefing is given; the audience's screens ask for nothing.
    pub(crate) fn ask_presenter(&mut self, command: Command, count: Option<usize>) {
        if self.screen == ScreenKind::SpeakerNotes {
            let command = command.spec().name.to_owned();
            self.remote_commands.push(RemoteCommand::Run { command, count });
        }
    }

    /// Whether the class is putting events in order.
    pub(crate) fn is_ordering(&self) -> bool {
        self.place.step().is_some_and(|step| step.step == Step::Ordering)
    }

    /// Has the title of an event put into the row that is marked where the briefing is given.
    pub(crate) fn ask_for_title(&mut self, timeline: &Timeline, event: EventIndex) {
        let id = timeline.events[event].id.clone();
        self.remote_commands.push(RemoteCommand::Put(id));
    }

    /// Goes somewhere from where one will want to come back.
    pub(crate) fn digress(&mut self, timeline: &Timeline, place: SlidePosition) {
        if self.screen == ScreenKind::SpeakerNotes {
            self.remote_commands.push(RemoteCommand::Go(NamedPosition::new(place, timeline)));
            return;
        }
        if place != self.place {
            self.left = Some(self.place);
            self.go(place);
        }
    }

    /// What was asked for since this was last asked.
    pub(crate) fn take_remote_commands(&mut self) -> Vec<RemoteCommand> {
        std::mem::take(&mut self.remote_commands)
    }
}
