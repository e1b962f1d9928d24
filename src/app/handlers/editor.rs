//! Where the editor is to open: the place in the files of what is selected.

use std::path::PathBuf;

use crate::app::message::Effect;
use crate::app::pages::reader::{open_article, reader_scroll};
use crate::app::screen::page::Position;
use crate::app::state::State;
use crate::app::state::view::{BrowseView, ReaderView, Target, View};
use crate::evidence::Anchor;
use crate::load::Input;
use crate::model::SourceIndex;

/// Opens the editor at what is selected, or says that there is nothing to edit.
pub(crate) fn edit(state: &mut State) -> Vec<Effect> {
    let Some((path, line)) = place(state) else {
        state.say(state.words().built_in);
        return Vec::new();
    };
    vec![Effect::Edit { path, line }]
}

/// Reads the timeline anew, or says that there is nothing to read.
pub(crate) fn reload(state: &mut State) -> Vec<Effect> {
    if *state.draft.input() == Input::Builtin {
        state.say(state.words().built_in);
        return Vec::new();
    }
    state.say(state.words().reloading);
    vec![Effect::Reload]
}

/// The file and the line of what is selected; `None` in the built-in timeline.
fn place(state: &State) -> Option<(PathBuf, usize)> {
    if let View::Problems(at) = state.history.top()
        && let Some(place) = place_of_problem(state, at)
    {
        return Some(place);
    }
    let Input::File(path) = state.draft.input() else { return None };
    let line = match state.history.top() {
        View::Browse(browse) => line_of_browse(state, browse),
        View::Reader(reader) => {
            return article(state, reader)
                .or_else(|| Some((path.clone(), line_of_source(state, reader.source))));
        }
        View::Sources(at) => {
            let source = state.sources_page().and_then(|page| page.target(at));
            source.map_or(1, |source| line_of_source(state, *source))
        }
        View::Problems(_) => 1,
    };
    Some((path.clone(), line))
}

/// The file and the line of the selected problem, of the settings or of the timeline.
fn place_of_problem(state: &State, at: Position) -> Option<(PathBuf, usize)> {
    let index = *state.problems_page()?.target(at)?;
    let problem = state.known_problems().in_order().nth(index)?;
    let file = PathBuf::from(&problem.at.file);
    if index < state.settings_problems.len() {
        return Some((file, problem.at.line));
    }
    let timeline = state.draft.input().path()?;
    let is_article = problem.at.file != state.draft.input().name();
    Some((if is_article { file } else { timeline.to_owned() }, problem.at.line))
}

fn line_of_browse(state: &State, browse: BrowseView) -> usize {
    let selected =
        state.detail_page().filter(|_| browse.in_detail).and_then(|page| page.target(browse.detail));
    match selected {
        Some(Target::Quote(quote)) => state.draft.line_of_quote(*quote),
        Some(Target::Event(event)) => state.draft.line_of_event(*event),
        None => state.draft.line_of_event(browse.event),
    }
}

fn line_of_source(state: &State, source: SourceIndex) -> usize {
    state.draft.line_of_source(source)
}

/// The file of an article and the line of the passage, or of what is at the top of the screen; `None` where the
/// article could not be read.
fn article(state: &State, reader: ReaderView) -> Option<(PathBuf, usize)> {
    let text = state.draft.articles.get(reader.source)?.as_ref()?.text();
    let path = state.draft.article_path(reader.source)?;
    let anchor = reader.quote.and_then(|quote| state.proof.as_ref()?.anchors.get(quote));
    let passage = anchor.and_then(|anchor| match anchor {
        Anchor::Orphan(nearest) => nearest.as_ref().map(|nearest| nearest.passage.start),
        Anchor::Ambiguous(spans) => spans.first().map(|span| span.start),
        anchor => anchor.span().map(|span| span.start),
    });
    let lines_before = if let Some(start) = passage {
        text.chars().take(start).filter(|c| *c == '\n').count()
    } else {
        let top = reader_scroll(state, reader, state.reader_height());
        let byte = open_article(state)?.byte_of(top);
        text[..byte].matches('\n').count()
    };
    Some((path, lines_before + 1))
}
