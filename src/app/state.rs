//! Everything the screen shows.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::Arc;

use crate::command::{Command, Scope};
use crate::glyphs::{GlyphSet, Glyphs};
use crate::i18n::{Lang, Words};
use crate::keymap::{Key, Keymap};
use crate::load::{Draft, Failure, Problem, Proof};
use crate::model::{EventIndex, QuoteIndex, SourceIndex, Timeline};
use crate::standing::Telling;
use crate::theme::{Palette, ThemeChoice, ThemeName};

use super::briefing::{self, Briefing, Home, Role, Told};
use super::context::Context;
use super::detail::Target;
use super::evidence::Known;
use super::filter::Filter;
use super::find::Sought;
use super::grouping::Grouping;
use super::hint::Hint;
use super::layout::{Layout, Pane, reader_lines};
use super::list::Rows;
use super::look::Look;
use super::made::Made;
use super::overlay::{self, Overlay};
use super::page::{Line, Page};
use super::searching::Round;
use super::shown::Shown;
use super::view::{Browse, Reader, Trail, View};
use super::zoom::Sight;

/// With what the browser opens.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The language of the screen.
    pub lang: Lang,
    /// The colours.
    pub theme: ThemeChoice,
    /// The user's own theme, where there is one.
    pub own_theme: Option<Palette>,
    /// The signs.
    pub glyphs: GlyphSet,
    /// What keys mean.
    pub keymap: Keymap,
    /// What is wrong with the settings.
    pub problems: Arc<[Problem]>,
    /// Whether somebody who has never seen the browser is told how to go on.
    pub hint: bool,
    /// The event to begin with.
    pub event: Option<EventIndex>,
    /// How the talk begins, where it is not the browser that opens.
    pub briefing: Option<briefing::Start>,
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
    pub(super) briefing: Option<Box<Briefing>>,
    /// A word about the last key, until the next one.
    pub notice: Option<Cow<'static, str>>,
    /// What keys mean.
    pub keymap: Keymap,
    /// What is wrong with the settings.
    pub settings_problems: Arc<[Problem]>,
    pub(super) look: Look,
    pub(super) hint: Hint,
    /// What the list is narrowed down to.
    pub filter: Option<Arc<Filter>>,
    /// The number of the last question that a filter asked.
    pub(super) filter_asked: u64,
    /// The hits one goes through.
    pub(super) round: Option<Round>,
    questions: u64,
    pub(super) keys: Vec<Key>,
    pub(super) count: Option<usize>,
    pub(super) unfolded: HashSet<EventIndex>,
    /// How much the detail tells of cuts.
    pub(super) telling: Telling,
    pub(super) sight: Sight,
    pub(super) grouping: Grouping,
    pub(super) sought: Option<Sought>,
    /// The column of the axis that is being pulled along.
    pub(super) dragged: Option<u16>,
    pub(super) shown: Shown,
}

impl State {
    /// The browser as it opens on a terminal of `size` (columns, rows).
    pub fn new(draft: Arc<Draft>, options: Options, size: (u16, u16)) -> Self {
        let sight = Sight::new(&draft);
        let mut state = Self {
            draft,
            proof: None,
            unreadable: None,
            lang: options.lang,
            theme: options.theme.first(),
            glyphs: options.glyphs.glyphs(),
            size,
            trail: Trail::new(Browse::default()),
            overlay: None,
            briefing: None,
            notice: None,
            look: Look {
                follows_terminal: matches!(options.theme, ThemeChoice::Auto(_)),
                own: options.own_theme,
            },
            hint: Hint::new(options.hint),
            keymap: options.keymap,
            settings_problems: options.problems,
            filter: None,
            filter_asked: 0,
            round: None,
            questions: 0,
            keys: Vec::new(),
            count: None,
            unfolded: HashSet::new(),
            telling: Telling::Counts,
            sight,
            grouping: Grouping::default(),
            sought: None,
            dragged: None,
            shown: Shown::default(),
        };
        if let Some(event) = options.event {
            state.unfold_to(event);
            state.trail.base_mut().event = event;
        }
        if let Some(start) = options.briefing {
            briefing::begin(&mut state, start, Home::Shell(options.event));
        }
        state.tell_of_settings();
        state.make_rows();
        state.refresh();
        state
    }

    /// The timeline.
    pub fn timeline(&self) -> &Timeline {
        &self.draft.timeline
    }

    /// What every page is made from.
    pub fn context(&self) -> Context<'_> {
        let proof = self.proof.as_deref();
        Context { draft: &self.draft, proof, lang: self.lang, glyphs: self.glyphs }
    }

    /// The talk that is being given.
    pub fn briefing(&self) -> Option<&Briefing> {
        self.briefing.as_deref()
    }

    /// What followers are told of the talk, as the first thing they hear.
    pub fn told(&self) -> Option<Told> {
        self.briefing()?.told(self.draft.input(), self.lang)
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
        match self.briefing.as_ref().map(|briefing| briefing.role) {
            Some(Role::Lead | Role::Audience) => return Scope::Briefing,
            Some(Role::Notes) => return Scope::Notes,
            None => {}
        }
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
            return command == Command::Open
                || !overlay::leaves(command) && !matches!(command, Command::Palette | Command::Language);
        }
        match command {
            Command::Close => pane != Pane::List || self.filter.is_some(),
            Command::HistoryBack => self.trail.has_before(),
            Command::LiftFilter => self.filter.is_some(),
            Command::Sources => pane != Pane::Sources,
            Command::Problems => pane != Pane::Problems,
            Command::Article => self.quote_at(*self.trail.base()).is_some() || pane == Pane::Sources,
            Command::NextPane | Command::PreviousPane => pane != Pane::Reader || self.has_reader_beside(),
            Command::Fold => {
                let event = self.timeline().events.get(self.event());
                event.is_some_and(|event| event.depth > 0 || event.end > self.event() + 1)
            }
            Command::UnfoldCuts => self.has_cuts(),
            Command::ZoomIn
            | Command::ZoomOut
            | Command::ZoomTo
            | Command::PanEarlier
            | Command::PanLater
            | Command::EqualSteps => self.offers_on_axis(command),
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

    /// The problems of the settings and of what was saved last.
    pub(super) fn known_problems(&self) -> Known<'_> {
        Known {
            settings: &self.settings_problems,
            proof: self.proof.as_deref(),
            unreadable: self.unreadable.as_deref(),
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

    /// By what the list is put into groups.
    pub fn grouping(&self) -> Grouping {
        self.grouping
    }

    /// The detail of the event one is at.
    pub fn detail_page(&self) -> Option<&Page<Target>> {
        self.shown.detail.get()
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
        let mut is_news = false;
        if self.filter.as_ref().is_some_and(|filter| !filter.shows(self.timeline(), event)) {
            self.filter = None;
            is_news = true;
        }
        let mut around = self.timeline().events.get(event).and_then(|event| event.parent);
        while let Some(event) = around {
            is_news |= self.unfolded.insert(event);
            around = self.timeline().events[event].parent;
        }
        if is_news {
            self.make_rows();
        }
    }
}
