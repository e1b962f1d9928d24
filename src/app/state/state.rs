//! Everything the screen shows, and where one is in it.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::app::briefing::{Briefing, PresenterState};
use crate::app::change::FileChange;
use crate::app::screen::context::Context;
use crate::app::screen::evidence::KnownProblems;
use crate::app::screen::layout::{Layout, Pane, reader_lines};
use crate::app::screen::memo::Memo;
use crate::app::screen::page::{Line, Page};
use crate::briefing::{ScreenKind, StepTime};
use crate::command::{Command, Scope};
use crate::i18n::Words;
use crate::keymap::Key;
use crate::load::{Draft, Failure, Problem, Proof};
use crate::model::{EventIndex, QuoteIndex, SourceIndex, Timeline};
use crate::standing::Telling;
use crate::theme::ThemeChoice;

use super::axis::AxisView;
use super::display::{Display, Hint};
use super::find::FindState;
use super::grouping::Grouping;
use super::history::History;
use super::keys::Keys;
use super::layout_cache::LayoutCache;
use super::list::List;
use super::options::Options;
use super::overlay::Overlay;
use super::picker::Choice;
use super::rows::Rows;
use super::search::SearchState;
use super::selection::Selection;
use super::view::{BrowseView, ReaderView, Target, View};

/// Everything the screen shows, and where one is in it.
#[derive(Debug)]
pub struct State {
    /// The timeline and its articles.
    pub draft: Arc<Draft>,
    /// What checking it brought to light, once that is known.
    pub proof: Option<Arc<Proof>>,
    /// Why what has been saved since cannot be read, where that is so.
    pub(crate) unreadable: Option<Arc<Failure>>,
    /// What is wrong with the settings.
    pub(crate) settings_problems: Arc<[Problem]>,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// Where one is, and was before.
    pub history: History,
    /// The list of events.
    pub list: List,
    pub(crate) axis: AxisView,
    pub(crate) search: SearchState,
    /// What lies over the panes.
    pub overlay: Option<Overlay>,
    pub(crate) briefing: Option<Box<Briefing>>,
    pub(crate) selection: Option<Selection>,
    /// Where in the article the mouse was pressed, in bytes.
    pub(crate) pressed_at: Option<usize>,
    /// What was written into the timeline and can be taken back, the last at the end.
    pub(crate) written: Vec<FileChange>,
    /// How long a step of a briefing takes, for planning.
    pub(crate) step_time: StepTime,
    /// How everything looks, and what is said of the last key.
    pub display: Display,
    pub(crate) keys: Keys,
    pub(crate) cache: LayoutCache,
}

impl State {
    /// The data that the browser opens with; nothing is laid out yet.
    pub fn new(draft: Arc<Draft>, options: Options, size: (u16, u16)) -> Self {
        let mut state = Self {
            axis: AxisView::new(&draft),
            draft,
            proof: None,
            unreadable: None,
            settings_problems: options.problems,
            size,
            history: History::new(BrowseView::default()),
            list: List::default(),
            search: SearchState::default(),
            overlay: None,
            briefing: None,
            selection: None,
            pressed_at: None,
            written: Vec::new(),
            step_time: options.step_time,
            display: Display {
                lang: options.lang,
                theme: options.theme.first(),
                glyphs: options.glyphs.glyphs(),
                notice: None,
                hint: Hint::new(options.hint),
                follows_terminal: matches!(options.theme, ThemeChoice::Auto(_)),
                own_theme: options.own_theme,
                telling: Telling::Counts,
            },
            keys: Keys::new(options.keymap),
            cache: LayoutCache::default(),
        };
        state.make_rows();
        if let Some(event) = options.event {
            state.unfold_to(event);
            state.history.base_mut().event = event;
        }
        state
    }

    /// The timeline.
    pub fn timeline(&self) -> &Timeline {
        &self.draft.timeline
    }

    /// What every page is made from.
    pub(crate) fn context(&self) -> Context<'_> {
        let proof = self.proof.as_deref();
        Context { draft: &self.draft, proof, lang: self.display.lang, glyphs: self.display.glyphs }
    }

    /// The briefing that is being given.
    pub fn briefing(&self) -> Option<&Briefing> {
        self.briefing.as_deref()
    }

    /// What followers are told of the briefing, as the first thing they hear.
    pub fn presenter_state(&self) -> Option<PresenterState> {
        self.briefing()?.presenter_state(self.timeline(), self.draft.input(), self.display.lang)
    }

    /// The words of the screen.
    pub fn words(&self) -> &'static Words {
        Words::of(self.display.lang)
    }

    /// The event one is at.
    pub fn event(&self) -> EventIndex {
        self.history.base().event
    }

    /// Where the panes stand; `None` on a screen too small for them.
    pub fn layout(&self) -> Option<Layout> {
        Layout::new(self.size, self.history.top().pane())
    }

    /// Where a key is understood.
    pub fn scope(&self) -> Scope {
        self.overlay.as_ref().map_or_else(|| self.pane_scope(), Overlay::scope)
    }

    /// Where a key is understood under what lies over the panes.
    pub(crate) fn pane_scope(&self) -> Scope {
        match self.briefing.as_ref().map(|briefing| briefing.screen) {
            Some(ScreenKind::Presenter | ScreenKind::Audience) => return Scope::Briefing,
            Some(ScreenKind::SpeakerNotes) => return Scope::Notes,
            None => {}
        }
        match self.history.top().pane() {
            Pane::List => Scope::List,
            Pane::Detail => Scope::Detail,
            Pane::Reader if self.selection.is_some() => Scope::Selection,
            Pane::Reader => Scope::Reader,
            Pane::Sources => Scope::Sources,
            Pane::Problems => Scope::Problems,
        }
    }

    /// Says a word about the last key, until the next one.
    pub(crate) fn say(&mut self, words: impl Into<Cow<'static, str>>) {
        self.display.notice = Some(words.into());
    }

    /// Takes note that what has been saved cannot be read.
    pub(crate) fn unreadable(&mut self, failure: Arc<Failure>) {
        self.unreadable = Some(failure);
        self.cache.problems = Memo::default();
        self.cache.evidence = Memo::default();
    }

    /// The problems of the settings and of what was saved last.
    pub(crate) fn known_problems(&self) -> KnownProblems<'_> {
        KnownProblems {
            settings: &self.settings_problems,
            proof: self.proof.as_deref(),
            unreadable: self.unreadable.as_deref(),
        }
    }

    /// A count or the beginning of a sequence of keys that waits for the next key.
    pub(crate) fn pending(&self) -> Option<String> {
        let count = self.keys.count.map(|count| count.to_string());
        let keys: String = self.keys.pressed.iter().map(Key::to_string).collect();
        Some(count.unwrap_or_default() + &keys).filter(|pending| !pending.is_empty())
    }

    /// What the timeline rests on, from the fullest wording to the shortest.
    pub(crate) fn evidence(&self) -> &[Line] {
        self.cache.evidence.get().map_or(&[], Vec::as_slice)
    }

    /// The rows of the list.
    pub fn rows(&self) -> &Rows {
        &self.list.rows
    }

    /// Whether the subevents of an event are shown in the list.
    pub(crate) fn is_unfolded(&self, event: EventIndex) -> bool {
        self.list.unfolded.contains(&event)
    }

    /// By what the list is put into groups.
    pub fn grouping(&self) -> Grouping {
        self.list.grouping
    }

    /// The detail of the event one is at.
    pub fn detail_page(&self) -> Option<&Page<Target>> {
        self.cache.detail.get()
    }

    /// The sources.
    pub fn sources_page(&self) -> Option<&Page<SourceIndex>> {
        self.cache.sources.get()
    }

    pub(crate) fn problems_page(&self) -> Option<&Page<usize>> {
        self.cache.problems.get()
    }

    /// What a search brought to light; each item is the position of a hit.
    pub(crate) fn hits_page(&self) -> Option<&Page<usize>> {
        self.cache.hits.get()
    }

    /// The selected hit in its context.
    pub(crate) fn preview_page(&self) -> Option<&Page<()>> {
        self.cache.preview.get()
    }

    /// The events that a quote can be written into.
    pub(crate) fn picker_page(&self) -> Option<&Page<Choice>> {
        self.cache.picker.get()
    }

    /// The commands, as help or as palette.
    pub(crate) fn menu_page(&self) -> Option<&Page<Command>> {
        self.cache.menu.get()
    }

    /// The article that stands on the screen: the one being read, or beside the detail that of the selected
    /// quote.
    pub fn reading(&self) -> Option<ReaderView> {
        match self.history.top() {
            View::Reader(reader) => Some(reader),
            View::Browse(browse) => {
                let quote = self.quote_at(browse)?;
                let source = self.timeline().quotes[quote].source?;
                Some(ReaderView { source, quote: Some(quote), scroll: None })
            }
            _ => None,
        }
    }

    /// The quote selected in the detail, or the first one of the event.
    pub(crate) fn quote_at(&self, browse: BrowseView) -> Option<QuoteIndex> {
        let page = self.cache.detail.get()?;
        let selected = browse.in_detail.then(|| page.target(browse.detail)).flatten();
        match selected {
            Some(Target::Quote(quote)) => Some(*quote),
            Some(Target::Event(event)) => Some(self.timeline().quotes_of(*event).next()?),
            None => self.timeline().quotes_of(browse.event).next(),
        }
    }

    /// How many lines of the article are on the screen, without the line that names it.
    pub(crate) fn reader_height(&self) -> usize {
        self.layout().and_then(|layout| layout.reader).map_or(1, reader_lines)
    }

    /// Whether an article stands beside the list and the detail.
    pub(crate) fn has_reader_beside(&self) -> bool {
        self.layout().is_some_and(|layout| layout.list.is_some() && layout.reader.is_some())
    }

    /// Where the words that are looked for stand in the article of `source`, and at which of these places one is.
    pub(crate) fn matches(&self, source: SourceIndex) -> (&[Range<usize>], Option<usize>) {
        match (&self.search.find, self.cache.matches.get()) {
            (Some(find), Some(matches)) if find.source == source => (matches, Some(find.at)),
            _ => (&[], None),
        }
    }

    /// Whether something is looked for in the article alone.
    pub(crate) fn is_finding(&self) -> bool {
        self.search.find.as_ref().is_some_and(FindState::is_in_article)
    }

    /// The number, from 1, of the place one is at among those of the words that are looked for, and how many there
    /// are; `None` where nothing is looked for in the article alone.
    pub fn match_number(&self) -> Option<(usize, usize)> {
        let find = self.search.find.as_ref().filter(|find| find.is_in_article())?;
        let (matches, at) = self.matches(find.source);
        Some((at.map_or(0, |at| at + 1).min(matches.len()), matches.len()))
    }

    /// Selects the event of a row of the list.
    pub(crate) fn select_row(&mut self, row: usize) {
        if let Some(event) = self.list.rows.all.get(row).and_then(|row| row.event()) {
            self.list.rows.select(row);
            self.history.select(event);
        }
    }

    /// Makes the rows of the list anew.
    pub(crate) fn make_rows(&mut self) {
        self.list.make_rows(&self.draft.timeline, self.display.lang);
    }

    /// Makes sure that the list has a row for `event`.
    pub(crate) fn unfold_to(&mut self, event: EventIndex) {
        self.list.unfold_to(event, &self.draft.timeline, self.display.lang);
    }
}
