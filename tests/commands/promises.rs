//! What each command promises.

use frise::app::{Effect, ReaderView, Row, View};
use frise::axis::{Scale, Window};
use frise::citation::citation;
use frise::command::Command;
use frise::model::SourceIndex;

use super::places::Place;
use super::seen::{Seen, Step};

/// Whether a promise was kept.
type Kept = fn(&Step<'_>) -> bool;

/// What a command promises in a place.
pub(super) struct Promise {
    /// Keys before one goes there.
    pub(super) prepared: &'static str,
    /// Keys when one is there.
    pub(super) inside: &'static str,
    /// A count before its key.
    pub(super) count: &'static str,
    /// Whether it has kept it.
    pub(super) kept: Kept,
}

fn kept(kept: Kept) -> Promise {
    Promise { prepared: "", inside: "", count: "", kept }
}

impl Promise {
    fn prepared(self, prepared: &'static str) -> Self {
        Self { prepared, ..self }
    }

    fn inside(self, inside: &'static str) -> Self {
        Self { inside, ..self }
    }

    fn counted(self, count: &'static str) -> Self {
        Self { count, ..self }
    }
}

/// A screen so wide shows the article beside the list and the detail.
const WITH_READER: u16 = 160;

/// What `command` promises in `place` on a screen of this size. Without a wildcard: a new command says here what it
/// promises.
pub(super) fn promise(command: Command, place: Place, size: (u16, u16)) -> Promise {
    match command {
        Command::Down | Command::HalfDown | Command::PageDown => on(place),
        Command::Up | Command::HalfUp | Command::PageUp => back(place),
        Command::First => kept(|step| step.position() == (0, 0)).inside("5j"),
        Command::Last => kept(|step| step.position() > step.position_before()),
        Command::NextItem => whole(place, 1),
        Command::PreviousItem => whole(place, -1).inside("3J"),
        Command::Open => open(place),
        Command::Close => close(place),
        Command::HistoryBack => history_back(place),
        Command::HistoryForward => history_forward(place),
        Command::NextPane => next_pane(place, size.0 >= WITH_READER),
        Command::PreviousPane => previous_pane(place, size.0 >= WITH_READER),
        Command::Fold => kept(|step| step.after.rows.len() == step.before.rows.len() + 2),
        Command::FoldAll => kept(|step| step.after.rows.len() == step.before.rows.len() + 12),
        Command::UnfoldCuts => {
            kept(|step| !step.before.screen.contains(": of the") && step.after.screen.contains(": of the"))
                .inside("j")
        }
        Command::GroupBy => kept(|step| matches!(step.after.rows[0], Row::Heading(_)) && step.event_stays()),
        Command::Article => article(place),
        Command::Sources => sources(place),
        Command::Problems => problems(place),
        Command::Search => search(place),
        Command::NextHit => hit(|step| step.after.says("3/")),
        Command::PreviousHit => hit(|step| step.after.says("1/")),
        Command::Filter => kept(|step| step.opens(Place::Filter)),
        Command::LiftFilter => {
            kept(|step| step.before.filter.is_some() && step.after.filter.is_none()).prepared("f t 0 Enter")
        }
        Command::SameTag => kept(|step| step.after.filter.as_deref() == Some("tag:t0")),
        Command::GoTo => kept(|step| step.opens(Place::GoTo)),
        Command::Mark => kept(|step| step.after.says(" a") && step.view_stays()),
        Command::ToMark => {
            kept(|step| step.after.event.as_deref() == Some("e2") && in_detail(&step.after.view))
                .prepared("2j Enter ma Esc gg")
        }
        Command::JumpBack => kept(|step| step.after.event.as_deref() == Some("e3")).prepared("3j G"),
        Command::CopyCitation => {
            copied(place, |step| step.copies_citation(4), |step| step.copies_citation(3))
        }
        Command::CopyQuote => copy_quote(place),
        Command::CopyAddress => copied(place, |step| step.copies_address(4), |step| step.copies_address(3)),
        Command::ZoomTo => kept(|step| step.shown() < step.shown_before()),
        Command::ZoomIn => kept(|step| step.shown() * 2 <= step.shown_before() + 1),
        Command::ZoomOut => kept(|step| step.shown() > step.shown_before()).prepared("4+"),
        Command::PanEarlier => {
            kept(|step| step.window().end < step.window_before().end).prepared("G 4+ gg G")
        }
        Command::PanLater => kept(|step| step.window().start > step.window_before().start).prepared("4+"),
        Command::EqualSteps => kept(|step| step.after.axis.scale == Scale::Equal),
        Command::Brief => {
            kept(|step| step.after.screen.contains('/') && step.after.screen != step.before.screen)
        }
        // They work in a talk alone, where tests of its own hold them to it.
        Command::NextStep
        | Command::PreviousStep
        | Command::Below
        | Command::Above
        | Command::AllSteps
        | Command::Overview
        | Command::Black
        | Command::HideDates
        | Command::Freeze
        | Command::Timer
        | Command::ResetTimer
        | Command::ClockMode
        | Command::Larger
        | Command::Smaller
        | Command::LightDark
        | Command::EndBriefing => kept(|_| false),
        Command::Help => help(place),
        Command::Palette => kept(|step| step.opens(Place::Palette)),
        Command::Language => {
            kept(|step| step.after.lang == step.before.lang.next() && step.after.screen != step.before.screen)
        }
        Command::Theme => kept(|step| step.after.theme != step.before.theme && step.view_stays()),
        Command::Select => kept(|step| step.after.screen.contains("1 word selected") && step.view_stays()),
        Command::Undo => kept(|step| step.after.notice.is_some() && step.after.view == step.before.view),
        // They work while a passage is being selected, where tests of its own hold them to it.
        Command::NextWord
        | Command::PreviousWord
        | Command::NextSentence
        | Command::PreviousSentence
        | Command::LineStart
        | Command::LineEnd
        | Command::OtherEnd
        | Command::CopyPassage
        | Command::AddQuote
        | Command::EndSelection => kept(|_| false),
        Command::Edit => edit(place),
        Command::Reload => kept(|step| step.effects == [Effect::Reload] && step.after.notice.is_some()),
        Command::Redraw => kept(|step| step.effects == [Effect::Redraw] && step.after == step.before),
        Command::Suspend => kept(|step| step.effects == [Effect::Suspend] && step.after == step.before),
        Command::Quit => kept(|step| step.effects == [Effect::Quit]),
    }
}

/// Lines being typed in which there is nothing to go through.
fn has_nothing_to_go_through(place: Place) -> bool {
    place == Place::GoTo
}

fn on(place: Place) -> Promise {
    match place {
        place if has_nothing_to_go_through(place) => kept(|step| step.after.notice.is_some()),
        // From the first place of the words to the next one.
        Place::Find => kept(|step| step.after.screen != step.before.screen),
        _ => kept(|step| step.position() > step.position_before()),
    }
}

fn back(place: Place) -> Promise {
    match place {
        place if has_nothing_to_go_through(place) => kept(|step| step.after.notice.is_some()),
        Place::Find => kept(|step| step.after.screen != step.before.screen).inside("PageDown"),
        _ => kept(|step| step.position() < step.position_before()).inside("PageDown PageDown PageDown"),
    }
}

fn whole(place: Place, steps: isize) -> Promise {
    match (place, steps > 0) {
        (Place::Reader, true) => {
            kept(|step| step.passage() >= step.passage_before() && step.after.quote != step.before.quote)
        }
        (Place::Reader, false) => {
            kept(|step| step.passage() <= step.passage_before() && step.after.quote != step.before.quote)
        }
        (_, true) => kept(|step| {
            step.after.event.as_deref() == Some("e1")
                && in_detail(&step.after.view) == in_detail(&step.before.view)
        }),
        (_, false) => kept(|step| step.after.event.as_deref() == Some("e2")),
    }
}

fn open(place: Place) -> Promise {
    match place {
        Place::List => kept(|step| in_detail(&step.after.view) && step.event_stays()),
        Place::Detail => kept(|step| {
            // The third quote, by its number.
            step.after.quote == Some(2) && matches!(step.after.view, View::Reader(_))
        })
        .counted("3"),
        Place::Reader => {
            kept(|step| in_detail(&step.after.view) && step.after.event.as_deref() == Some("e3"))
                .prepared("3j")
        }
        Place::Sources => kept(|step| step.reads(4)).inside("5gg"),
        // The first command is to go one down.
        Place::Help => kept(|step| step.after.overlay.is_none() && step.after.event.as_deref() == Some("e1")),
        Place::HelpLine | Place::Palette => {
            kept(|step| step.after.overlay.is_none() && matches!(step.after.view, View::Sources(_)))
                .inside("sources")
        }
        Place::Search => kept(|step| step.after.overlay.is_none() && step.after.says("1/")),
        Place::Filter => {
            kept(|step| step.after.overlay.is_none() && step.after.filter.as_deref() == Some("odd"))
        }
        Place::GoTo => kept(|step| step.after.overlay.is_none() && step.after.event.as_deref() == Some("e8")),
        Place::Find => {
            kept(|step| step.after.overlay.is_none() && matches!(step.after.view, View::Reader(_)))
        }
        Place::Problems | Place::Overview | Place::Picker => kept(|_| false),
    }
}

fn close(place: Place) -> Promise {
    match place {
        Place::List => kept(|step| step.after.notice.is_some() && step.view_stays()),
        Place::Detail => kept(|step| !in_detail(&step.after.view) && step.event_stays()).prepared("3j"),
        Place::Reader => kept(|step| in_detail(&step.after.view) && step.event_stays()).prepared("3j"),
        Place::HelpLine => kept(|step| step.opens(Place::Help)),
        Place::Find => kept(|step| {
            step.after.overlay.is_none()
                && matches!(step.after.view, View::Reader(_))
                && step.after.notice.is_none()
        }),
        _ => kept(|step| step.after.screen == step.origin.screen && step.after.view == step.origin.view)
            .prepared("Enter Esc 3j"),
    }
}

fn history_back(place: Place) -> Promise {
    match place {
        Place::List => {
            kept(|step| in_detail(&step.after.view) && step.event_stays()).prepared("3j Enter Esc")
        }
        Place::Reader => kept(|step| in_detail(&step.after.view)),
        Place::Help => {
            kept(|step| step.after.overlay.is_none() && in_detail(&step.after.view)).prepared("3j Enter Esc")
        }
        _ => kept(|step| step.after.screen == step.origin.screen).prepared("Enter Esc 3j"),
    }
}

/// Out of a place and back into it: forward is out of it.
fn history_forward(place: Place) -> Promise {
    match place {
        Place::List => kept(|step| in_detail(&step.after.view)).inside("Enter H"),
        Place::Help => {
            kept(|step| step.after.overlay.is_none() && in_detail(&step.after.view)).prepared("Enter H")
        }
        Place::Reader => kept(|step| in_detail(&step.after.view)).inside("Esc H"),
        _ => kept(|step| step.after.view == step.origin.view).inside("Esc H"),
    }
}

fn next_pane(place: Place, is_wide: bool) -> Promise {
    match (place, is_wide) {
        (Place::List, _) => kept(|step| in_detail(&step.after.view)),
        (Place::Detail, true) => kept(|step| matches!(step.after.view, View::Reader(_))),
        (Place::Reader, false) => kept(|step| step.after.notice.is_some() && step.view_stays()),
        _ => kept(|step| in_list(&step.after.view)),
    }
}

fn previous_pane(place: Place, is_wide: bool) -> Promise {
    match (place, is_wide) {
        (Place::List, true) => kept(|step| matches!(step.after.view, View::Reader(_))),
        (Place::Detail, _) => kept(|step| in_list(&step.after.view)),
        (Place::Reader, false) => kept(|step| step.after.notice.is_some() && step.view_stays()),
        _ => kept(|step| in_detail(&step.after.view)),
    }
}

fn article(place: Place) -> Promise {
    match place {
        Place::Sources => kept(|step| step.reads(4)).inside("5gg"),
        _ => kept(|step| step.reads(3)).prepared("3j"),
    }
}

fn sources(place: Place) -> Promise {
    match place {
        Place::Sources => kept(|step| step.after.screen == step.origin.screen).prepared("Enter Esc"),
        Place::Detail | Place::Reader => {
            kept(|step| matches!(step.after.view, View::Sources(at) if at.item == 3)).prepared("3j")
        }
        _ => kept(|step| matches!(step.after.view, View::Sources(_)) && step.after.overlay.is_none()),
    }
}

fn problems(place: Place) -> Promise {
    match place {
        Place::Problems => kept(|step| step.after.screen == step.origin.screen).prepared("Enter Esc"),
        _ => kept(|step| matches!(step.after.view, View::Problems(_)) && step.after.overlay.is_none()),
    }
}

fn search(place: Place) -> Promise {
    match place {
        Place::Reader => kept(|step| step.opens(Place::Find)),
        Place::Help => kept(|step| step.opens(Place::HelpLine)),
        _ => kept(|step| step.opens(Place::Search)),
    }
}

/// The second hit of a search has been visited.
fn hit(is_there: Kept) -> Promise {
    kept(is_there).prepared("/ keeper Enter n Esc Esc gg")
}

/// What goes to the clipboard of the sheet one is at, and elsewhere of the source of the selected quote.
fn copied(place: Place, of_sheet: Kept, of_quote: Kept) -> Promise {
    match place {
        Place::Problems => kept(|step| step.effects.is_empty() && step.after.notice.is_some()),
        Place::Sources => kept(of_sheet).inside("5gg"),
        _ => kept(of_quote).prepared("3j"),
    }
}

fn copy_quote(place: Place) -> Promise {
    match place {
        Place::Problems | Place::Sources => {
            kept(|step| step.effects.is_empty() && step.after.notice.is_some())
        }
        _ => kept(|step| {
            let quote = step.draft.timeline.quotes_of(event(step, "e3")).next();
            let words = quote.map(|quote| step.draft.timeline.quotes[quote].exact.clone());
            step.copies(words)
        })
        .prepared("3j"),
    }
}

fn help(place: Place) -> Promise {
    match place {
        Place::Help | Place::HelpLine => {
            kept(|step| step.after.overlay.is_none() && step.after.screen == step.origin.screen)
        }
        _ => kept(|step| step.opens(Place::Help)),
    }
}

fn edit(place: Place) -> Promise {
    match place {
        Place::List => kept(|step| step.edits("timeline.yaml", "id: e3")).prepared("3j"),
        Place::Detail => kept(|step| step.edits("timeline.yaml", "Sentence 9 of paper 3")).prepared("3j"),
        Place::Reader => kept(|step| step.edits("s3.txt", "Sentence 9 of paper 3")).prepared("3j"),
        Place::Sources => kept(|step| step.edits("timeline.yaml", "id: s3")).inside("4gg"),
        _ => kept(|step| step.edits("timeline.yaml", "words 0 that stand nowhere")),
    }
}

fn in_detail(view: &View) -> bool {
    matches!(view, View::Browse(browse) if browse.in_detail)
}

fn in_list(view: &View) -> bool {
    matches!(view, View::Browse(browse) if !browse.in_detail)
}

fn event(step: &Step<'_>, id: &str) -> usize {
    step.draft.timeline.events.iter().position(|event| event.id == id).unwrap()
}

impl Step<'_> {
    fn position(&self) -> (usize, usize) {
        self.after.position(self.place)
    }

    fn position_before(&self) -> (usize, usize) {
        self.before.position(self.place)
    }

    fn event_stays(&self) -> bool {
        self.after.event == self.before.event
    }

    fn view_stays(&self) -> bool {
        self.after.view.pane() == self.before.view.pane() && self.event_stays()
    }

    /// Whether this, and nothing else, goes to the clipboard, and one is told.
    fn copies(&self, words: Option<String>) -> bool {
        self.effects == [Effect::Copy(words.unwrap_or_default())] && self.after.notice.is_some()
    }

    fn copies_citation(&self, source: SourceIndex) -> bool {
        self.copies(Some(citation(&self.draft.timeline.sources[source], self.after.lang)))
    }

    fn copies_address(&self, source: SourceIndex) -> bool {
        self.copies(self.draft.timeline.sources[source].url.clone())
    }

    fn opens(&self, place: Place) -> bool {
        self.after.overlay.as_ref().is_some_and(|over| over.kind == place)
            && self.after.view == self.before.view
    }

    fn reads(&self, source: SourceIndex) -> bool {
        matches!(self.after.view, View::Reader(ReaderView { source: read, .. }) if read == source)
    }

    /// Where in its article the passage begins that is being read.
    fn passage(&self) -> Option<usize> {
        passage(self, &self.after)
    }

    fn passage_before(&self) -> Option<usize> {
        passage(self, &self.before)
    }

    fn window(&self) -> Window {
        self.after.windows.unwrap().1
    }

    fn window_before(&self) -> Window {
        self.before.windows.unwrap().1
    }

    /// How much time is on the axis.
    fn shown(&self) -> i128 {
        self.window().span()
    }

    fn shown_before(&self) -> i128 {
        self.window_before().span()
    }

    /// Whether the editor opens a file at a line that says `words`.
    fn edits(&self, file: &str, words: &str) -> bool {
        let [Effect::Edit { path, line }] = &self.effects[..] else { return false };
        let text = std::fs::read_to_string(path).unwrap();
        path.ends_with(file) && text.lines().nth(line - 1).is_some_and(|line| line.contains(words))
    }
}

fn passage(step: &Step<'_>, seen: &Seen) -> Option<usize> {
    let exact = &step.draft.timeline.quotes[seen.quote?].exact;
    exact.split_whitespace().nth(1)?.parse().ok()
}
