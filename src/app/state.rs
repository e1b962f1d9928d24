//! Everything the screen shows.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::Arc;

use crate::axis::{Axis, Window};
use crate::command::{Command, Scope};
use crate::glyphs::{self, Glyphs};
use crate::i18n::{Lang, Words};
use crate::keymap::{Key, Keymap};
use crate::load::{Draft, Failure, Problem, Proof};
use crate::model::{EventIndex, QuoteIndex, SourceIndex, Timeline};
use crate::theme::ThemeName;

use super::detail::Target;
use super::filter::Filter;
use super::layout::{Layout, reader_lines};
use super::list::Rows;
use super::made::Made;
use super::overlay::{self, Overlay};
use super::page::{Line, Page};
use super::searching::Round;
use super::shown::Shown;
use super::view::{Browse, Pane, Reader, Trail, View};

/// With what the browser opens.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The language of the screen.
    pub lang: Lang,
    /// The colours.
    pub theme: ThemeName,
    /// Whether the colours follow the background of the terminal.
    pub follows_background: bool,
    /// Whether the terminal is to tell of mouse clicks.
    pub mouse: bool,
    /// The event to begin with.
    pub event: Option<EventIndex>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            lang: Lang::default(),
            theme: ThemeName::default(),
            follows_background: false,
            mouse: true,
            event: None,
        }
    }
}

/// Everything the screen shows, and where one is in it.
#[derive(Debug)]
pub struct State {
    /// The timeline and its articles.
    pub draft: Arc<Draft>,
    /// What checking it brought to light, once that is known.
    pub proof: Option<Arc<Proof>>,
    /// Why what has been saved since cannot be read, where that is so.
    pub unreadable: Option<Arc<Failure>>,
    /// The language of the screen.
    pub lang: Lang,
    /// The colours.
    pub theme: ThemeName,
    /// The signs.
    pub glyphs: &'static Glyphs,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// Where one is.
    pub trail: Trail,
    /// What lies over the panes.
    pub overlay: Option<Overlay>,
    /// A word about the last key, until the next one.
    pub notice: Option<Cow<'static, str>>,
    pub(super) follows_background: bool,
    /// What the list is narrowed down to.
    pub filter: Option<Arc<Filter>>,
    /// The number of the last question that a filter asked.
    pub(super) filter_asked: u64,
    /// The hits one goes through.
    pub(super) round: Option<Round>,
    questions: u64,
    pub(super) keymap: Keymap,
    pub(super) keys: Vec<Key>,
    pub(super) count: Option<usize>,
    pub(super) unfolded: HashSet<EventIndex>,
    pub(super) shown: Shown,
}

impl State {
    /// The browser as it opens on a terminal of `size` (columns, rows).
    pub fn new(draft: Arc<Draft>, options: Options, size: (u16, u16)) -> Self {
        let window = Window::whole(&draft.timeline);
        let mut state = Self {
            draft,
            proof: None,
            unreadable: None,
            lang: options.lang,
            theme: options.theme,
            glyphs: &glyphs::UNICODE,
            size,
            trail: Trail::new(Browse::default()),
            overlay: None,
            notice: None,
            follows_background: options.follows_background,
            filter: None,
            filter_asked: 0,
            round: None,
            questions: 0,
            keymap: Keymap::default(),
            keys: Vec::new(),
            count: None,
            unfolded: HashSet::new(),
            shown: Shown { window, ..Shown::default() },
        };
        if let Some(event) = options.event {
            state.unfold_to(event);
            state.trail.base_mut().event = event;
        }
        state.make_rows();
        state.refresh();
        state
    }

    /// The timeline.
    pub fn timeline(&self) -> &Timeline {
        &self.draft.timeline
    }

    /// The words of the screen.
    pub fn words(&self) -> &'static Words {
        Words::of(self.lang)
    }

    /// The event one is at.
    pub fn event(&self) -> EventIndex {
        self.trail.base().event
    }

    /// Where the panes stand; `None` on a screen too small for them.
    pub fn layout(&self) -> Option<Layout> {
        Layout::new(self.size, self.trail.top().pane())
    }

    /// Where a key is understood.
    pub fn scope(&self) -> Scope {
        self.overlay.as_ref().map_or_else(|| self.pane_scope(), Overlay::scope)
    }

    /// Where a key is understood under what lies over the panes.
    pub(super) fn pane_scope(&self) -> Scope {
        match self.trail.top().pane() {
            Pane::List => Scope::List,
            Pane::Detail => Scope::Detail,
            Pane::Reader => Scope::Reader,
            Pane::Sources => Scope::Sources,
            Pane::Problems => Scope::Problems,
        }
    }

    /// Whether a command would do something where one is.
    pub fn offers(&self, command: Command) -> bool {
        let pane = self.trail.top().pane();
        if self.overlay.is_some() {
            return !overlay::leaves(command) && !matches!(command, Command::Palette | Command::Language);
        }
        match command {
            Command::Close => pane != Pane::List || self.filter.is_some(),
            Command::HistoryBack => self.trail.has_before(),
            Command::LiftFilter => self.filter.is_some(),
            Command::Sources => pane != Pane::Sources,
            Command::Problems => pane != Pane::Problems,
            Command::Article => self.quote_at(*self.trail.base()).is_some() || pane == Pane::Sources,
            Command::Fold => {
                let event = self.timeline().events.get(self.event());
                event.is_some_and(|event| event.depth > 0 || event.end > self.event() + 1)
            }
            _ => true,
        }
    }

    /// The number of the next question.
    pub(super) fn next_question(&mut self) -> u64 {
        self.questions += 1;
        self.questions
    }

    /// Says a word about the last key, until the next one.
    pub(super) fn say(&mut self, words: impl Into<Cow<'static, str>>) {
        self.notice = Some(words.into());
    }

    /// Takes note that what has been saved cannot be read.
    pub(super) fn unreadable(&mut self, failure: Arc<Failure>) {
        self.unreadable = Some(failure);
        self.shown.problems = Made::default();
        self.shown.evidence = Made::default();
    }

    /// The problems of what was saved last, once they are known; none where there is no file at all.
    pub(super) fn found(&self) -> Option<&[Problem]> {
        match self.unreadable.as_deref() {
            Some(Failure::Problems(problems)) => Some(problems),
            Some(Failure::Io(_)) => Some(&[]),
            None => self.proof.as_ref().map(|proof| &*proof.problems),
        }
    }

    /// A count or the beginning of a sequence of keys that waits for the next key.
    pub fn pending(&self) -> Option<String> {
        let count = self.count.map(|count| count.to_string());
        let keys: String = self.keys.iter().map(Key::to_string).collect();
        Some(count.unwrap_or_default() + &keys).filter(|pending| !pending.is_empty())
    }

    /// What the timeline rests on, from the fullest wording to the shortest.
    pub fn evidence(&self) -> &[Line] {
        self.shown.evidence.get().map_or(&[], Vec::as_slice)
    }

    /// The rows of the list.
    pub fn rows(&self) -> &Rows {
        &self.shown.rows
    }

    /// Whether the subevents of an event are shown in the list.
    pub fn is_unfolded(&self, event: EventIndex) -> bool {
        self.unfolded.contains(&event)
    }

    /// The axis and the time it shows; `None` where no event has a date.
    pub fn axis(&self) -> Option<(&Axis, Window)> {
        Some((&self.shown.axis, self.shown.window?))
    }

    /// The detail of the event one is at.
    pub fn detail_page(&self) -> Option<&Page<Target>> {
        self.shown.detail.get()
    }

    /// The article on the screen; `None` where it could not be read.
    pub fn reader_page(&self) -> Option<&Page<QuoteIndex>> {
        self.shown.reader.get()
    }

    /// The sources.
    pub fn sources_page(&self) -> Option<&Page<SourceIndex>> {
        self.shown.sources.get()
    }

    /// The problems.
    pub fn problems_page(&self) -> Option<&Page<usize>> {
        self.shown.problems.get()
    }

    /// What a search brought to light; each item is the position of a hit.
    pub fn hits_page(&self) -> Option<&Page<usize>> {
        self.shown.hits.get()
    }

    /// The selected hit in its context.
    pub fn preview_page(&self) -> Option<&Page<()>> {
        self.shown.preview.get()
    }

    /// The commands, as help or as palette.
    pub fn menu_page(&self) -> Option<&Page<Command>> {
        self.shown.menu.get()
    }

    /// The article that stands on the screen: the one being read, or beside the detail that of the selected
    /// quote.
    pub fn reading(&self) -> Option<Reader> {
        match self.trail.top() {
            View::Reader(reader) => Some(reader),
            View::Browse(browse) => {
                let quote = self.quote_at(browse)?;
                let source = self.timeline().quotes[quote].source?;
                Some(Reader { source, quote: Some(quote), scroll: None })
            }
            _ => None,
        }
    }

    /// The quote selected in the detail, or the first one of the event.
    pub(super) fn quote_at(&self, browse: Browse) -> Option<QuoteIndex> {
        let page = self.shown.detail.get()?;
        let selected = browse.in_detail.then(|| page.target(browse.detail)).flatten();
        match selected {
            Some(Target::Quote(quote)) => Some(*quote),
            Some(Target::Event(event)) => Some(self.timeline().quotes_of(*event).next()?),
            None => self.timeline().quotes_of(browse.event).next(),
        }
    }

    /// How many lines of the article are on the screen, without the line that names it.
    pub fn reader_height(&self) -> usize {
        self.layout().and_then(|layout| layout.reader).map_or(1, reader_lines)
    }

    /// Makes sure that the list has a row for `event`: shows the subevents of everything around it, and all
    /// events where the filter leaves it out.
    pub(super) fn unfold_to(&mut self, event: EventIndex) {
        if self.filter.as_ref().is_some_and(|filter| !filter.shows(self.timeline(), event)) {
            self.filter = None;
        }
        let mut around = self.timeline().events.get(event).and_then(|event| event.parent);
        while let Some(event) = around {
            self.unfolded.insert(event);
            around = self.timeline().events[event].parent;
        }
        self.make_rows();
    }
}
