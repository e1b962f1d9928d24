//! Everything the screen shows.

use std::collections::HashSet;
use std::sync::Arc;

use crate::command::{Command, Scope};
use crate::glyphs::{self, Glyphs};
use crate::i18n::{Lang, Words};
use crate::keymap::{Key, Keymap};
use crate::load::{Draft, Proof};
use crate::model::{EventIndex, QuoteIndex, SourceIndex, Timeline};
use crate::theme::ThemeName;

use super::detail::{Detail, Target};
use super::layout::{Area, Layout, help_size, reader_lines};
use super::list::Rows;
use super::made::Made;
use super::page::{Page, Position};
use super::view::{Browse, Pane, Reader, Trail, View};
use super::zoom::Sight;
use super::{help, problems, reader, sources};

/// With what the browser opens.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// The language of the screen.
    pub lang: Lang,
    /// The colours.
    pub theme: ThemeName,
    /// The event to begin with.
    pub event: Option<EventIndex>,
}

/// Everything the screen shows, and where one is in it.
#[derive(Debug)]
pub struct State {
    /// The timeline and its articles.
    pub draft: Arc<Draft>,
    /// What checking it brought to light, once that is known.
    pub proof: Option<Arc<Proof>>,
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
    /// The first line of the help in view, while it is shown.
    pub help: Option<usize>,
    /// A word about the last key, until the next one.
    pub notice: Option<&'static str>,
    pub(super) keymap: Keymap,
    pub(super) keys: Vec<Key>,
    pub(super) count: Option<usize>,
    pub(super) unfolded: HashSet<EventIndex>,
    pub(super) sight: Sight,
    shown: Shown,
}

/// What is on the screen, laid out; made anew when what it is made from changes.
#[derive(Debug, Default)]
struct Shown {
    rows: Rows,
    detail: Made<(EventIndex, usize, Lang, bool), Page<Target>>,
    reader: Made<(SourceIndex, Option<QuoteIndex>, usize, bool), Page<QuoteIndex>>,
    sources: Made<(usize, Lang), Page<SourceIndex>>,
    problems: Made<(usize, Lang, bool), Page<usize>>,
    help: Made<(Scope, Lang, usize), Page<()>>,
}

impl State {
    /// The browser as it opens on a terminal of `size` (columns, rows).
    pub fn new(draft: Arc<Draft>, options: Options, size: (u16, u16)) -> Self {
        let sight = Sight::new(&draft.timeline);
        let mut state = Self {
            draft,
            proof: None,
            lang: options.lang,
            theme: options.theme,
            glyphs: &glyphs::UNICODE,
            size,
            trail: Trail::new(Browse::default()),
            help: None,
            notice: None,
            keymap: Keymap::default(),
            keys: Vec::new(),
            count: None,
            unfolded: HashSet::new(),
            sight,
            shown: Shown::default(),
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
        match self.trail.top().pane() {
            _ if self.help.is_some() => Scope::Help,
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
        match command {
            Command::Close => self.help.is_some() || pane != Pane::List,
            Command::HistoryBack => self.trail.has_before(),
            Command::Sources => pane != Pane::Sources,
            Command::Problems => pane != Pane::Problems,
            Command::Article => self.quote_at(*self.trail.base()).is_some() || pane == Pane::Sources,
            Command::Fold => {
                let event = self.timeline().events.get(self.event());
                event.is_some_and(|event| event.depth > 0 || event.end > self.event() + 1)
            }
            Command::ZoomIn
            | Command::ZoomOut
            | Command::ZoomTo
            | Command::PanEarlier
            | Command::PanLater
            | Command::EqualSteps => self.offers_on_axis(command),
            _ => true,
        }
    }

    /// A count or the beginning of a sequence of keys that waits for the next key.
    pub fn pending(&self) -> Option<String> {
        let count = self.count.map(|count| count.to_string());
        let keys: String = self.keys.iter().map(Key::to_string).collect();
        Some(count.unwrap_or_default() + &keys).filter(|pending| !pending.is_empty())
    }

    /// The rows of the list.
    pub fn rows(&self) -> &Rows {
        &self.shown.rows
    }

    /// Whether the subevents of an event are shown in the list.
    pub fn is_unfolded(&self, event: EventIndex) -> bool {
        self.unfolded.contains(&event)
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

    /// The help.
    pub fn help_page(&self) -> Option<&Page<()>> {
        self.shown.help.get()
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

    /// Shows the subevents of everything around `event`.
    pub(super) fn unfold_to(&mut self, event: EventIndex) {
        let mut around = self.timeline().events.get(event).and_then(|event| event.parent);
        while let Some(event) = around {
            self.unfolded.insert(event);
            around = self.timeline().events[event].parent;
        }
        self.make_rows();
    }

    /// Makes the list anew, after folding or in another language.
    pub(super) fn make_rows(&mut self) {
        self.shown.rows = Rows::new(&self.draft.timeline, &self.unfolded, self.lang);
    }

    /// Lays out what is on the screen, where it changed, and brings what is selected into view.
    pub(super) fn refresh(&mut self) {
        let Some(layout) = self.layout() else { return };
        self.make_axis(layout.axis);
        if let Some(area) = layout.list {
            self.keep_row_in_view(area);
        }
        self.make_detail(layout.detail);
        if let Some(area) = layout.page {
            self.make_pages(area);
        }
        self.make_help();
        if let Some(area) = layout.reader {
            self.make_reader(area);
        }
    }

    /// Forgets what was laid out in another language.
    pub(super) fn language_changed(&mut self) {
        self.make_rows();
    }

    fn keep_row_in_view(&mut self, area: Area) {
        let row = self.shown.rows.row_of(&self.draft.timeline, self.event());
        let height = usize::from(area.height);
        let heights = |row: usize| super::update::row_height(self, row, usize::from(area.width));
        let mut top = self.trail.base().top.min(row);
        let mut used: usize = (top..=row).rev().take(height + 1).map(heights).sum();
        if row - top > height {
            top = row - height;
            used = (top..=row).map(heights).sum();
        }
        while used > height && top < row {
            used -= heights(top);
            top += 1;
        }
        // On a screen that has grown, no row hides above while rows below are empty.
        let mut shown: usize = (top..self.shown.rows.rows.len()).take(height + 1).map(heights).sum();
        while let Some(above) = top.checked_sub(1)
            && shown + heights(above) <= height
        {
            shown += heights(above);
            top = above;
        }
        self.trail.base_mut().top = top;
    }

    fn make_detail(&mut self, area: Option<Area>) {
        // The detail is laid out even where it is not on the screen: what is selected in it decides which
        // article the keys lead to.
        let width = usize::from(area.map_or(80, |area| area.width)).saturating_sub(3);
        let (draft, proof) = (&self.draft, self.proof.as_deref());
        let from = (self.trail.base().event, width, self.lang, proof.is_some());
        let (lang, glyphs) = (self.lang, self.glyphs);
        let is_new = self.shown.detail.make(from, |(event, width, ..)| {
            let anchors = proof.map(|proof| &*proof.anchors);
            Detail { timeline: &draft.timeline, anchors, lang, glyphs }.page(*event, *width)
        });
        if let (Some(area), Some(page)) = (area, self.shown.detail.get()) {
            let base = self.trail.base_mut();
            let height = usize::from(area.height);
            base.detail = place(page, base.detail, height, is_new);
        }
    }

    fn make_pages(&mut self, area: Area) {
        let width = usize::from(area.width.min(100)).saturating_sub(3);
        let height = usize::from(area.height).saturating_sub(2);
        let (lang, draft, proof) = (self.lang, &self.draft, self.proof.as_deref());
        let shown = &mut self.shown;
        match self.trail.top() {
            View::Sources(at) => {
                let is_new =
                    shown.sources.make((width, lang), |_| sources::page(&draft.timeline, lang, width));
                let at = shown.sources.get().map_or(at, |page| place(page, at, height, is_new));
                self.trail.replace(View::Sources(at));
            }
            View::Problems(at) => {
                let found = proof.map(|proof| &*proof.problems);
                let from = (width, lang, found.is_some());
                let is_new = shown.problems.make(from, |_| problems::page(found, lang, width));
                let at = shown.problems.get().map_or(at, |page| place(page, at, height, is_new));
                self.trail.replace(View::Problems(at));
            }
            View::Browse(_) | View::Reader(_) => {}
        }
    }

    fn make_help(&mut self) {
        let Some(scroll) = self.help else { return };
        let scope = match self.trail.top().pane() {
            Pane::List => Scope::List,
            Pane::Detail => Scope::Detail,
            Pane::Reader => Scope::Reader,
            Pane::Sources => Scope::Sources,
            Pane::Problems => Scope::Problems,
        };
        let (width, height) = help_size(self.size);
        let (lang, glyphs) = (self.lang, self.glyphs);
        self.shown.help.make((scope, lang, width), |_| help::page(scope, lang, glyphs, width));
        let last = self.shown.help.get().map_or(0, |page| page.last_scroll(height));
        self.help = Some(scroll.min(last));
    }

    fn make_reader(&mut self, area: Area) {
        let Some(reading) = self.reading() else { return };
        let width = usize::from(area.width).saturating_sub(3);
        let (draft, proof) = (&self.draft, self.proof.as_deref());
        let Some(Some(article)) = draft.articles.get(reading.source) else {
            self.shown.reader = Made::default();
            return;
        };
        let from = (reading.source, reading.quote, width, proof.is_some());
        self.shown.reader.make(from, |(source, quote, ..)| {
            let anchors = proof.map_or(&[][..], |proof| &proof.anchors);
            reader::page(&draft.timeline, anchors, article, *source, *quote, width)
        });
        if let View::Reader(reader) = self.trail.top() {
            let scroll = self.reader_scroll(reader, reader_lines(area));
            // A passage not checked yet has no place: look again when it has.
            let known = proof.is_some() || reader.quote.is_none() || reader.scroll.is_some();
            self.trail.replace(View::Reader(Reader { scroll: known.then_some(scroll), ..reader }));
        }
    }

    /// The first line of the article in view.
    pub fn reader_scroll(&self, reader: Reader, height: usize) -> usize {
        let Some(page) = self.shown.reader.get() else { return 0 };
        let passage = || {
            let item = page.items.iter().find(|item| Some(item.target) == reader.quote)?;
            Some(reader::scroll_to(page, item, height))
        };
        reader.scroll.or_else(passage).unwrap_or(0).min(page.last_scroll(height))
    }
}

/// Where one is on a page that was laid out anew, or just moved on.
fn place<T>(page: &Page<T>, at: Position, height: usize, is_new: bool) -> Position {
    if is_new { page.settled(at, height) } else { page.bounded(at, height) }
}
