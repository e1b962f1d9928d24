//! What goes to the clipboard.

use crate::app::message::Effect;
use crate::app::state::State;
use crate::app::state::view::View;
use crate::citation::citation;
use crate::command::Command;
use crate::evidence::Anchor;
use crate::model::{QuoteIndex, SourceIndex};
use crate::visible;

/// Copies what `command` asks for of what is selected, or says why it cannot.
pub(crate) fn copy(state: &mut State, command: Command) -> Vec<Effect> {
    let taken = match command {
        Command::CopyQuote => words(state),
        Command::CopyAddress => address(state),
        _ => reference(state),
    };
    match taken {
        Ok((text, said)) => {
            state.say(said);
            vec![Effect::Copy(text)]
        }
        Err(why) => {
            state.say(why);
            Vec::new()
        }
    }
}

/// What is copied with what is said of it, or why nothing is.
type Taken = Result<(String, &'static str), &'static str>;

/// The words of a quote. One that is not in its article is no quotation, and is not passed on as one.
fn words(state: &State) -> Taken {
    let words = state.words();
    let quote = quote(state).ok_or(words.no_quote_here)?;
    let anchor = state.proof.as_ref().and_then(|proof| proof.anchors.get(quote));
    match anchor.ok_or(words.not_copied_yet)? {
        Anchor::Orphan(_) => Err(words.not_copied),
        // What is pasted into a terminal may command it.
        Anchor::Altered(_) => {
            Ok((visible::lines(&state.timeline().quotes[quote].exact).into_owned(), words.copied_altered))
        }
        _ => Ok((visible::lines(&state.timeline().quotes[quote].exact).into_owned(), words.copied_quote)),
    }
}

fn reference(state: &State) -> Taken {
    let source = &state.timeline().sources[source(state)?];
    Ok((citation(source, state.display.lang), state.words().copied_citation))
}

fn address(state: &State) -> Taken {
    let source = &state.timeline().sources[source(state)?];
    let address = source.url.clone().ok_or(state.words().no_address)?;
    Ok((address, state.words().copied_address))
}

/// The quote that is selected, or whose passage is being read.
fn quote(state: &State) -> Option<QuoteIndex> {
    match state.history.top() {
        View::Browse(browse) => state.quote_at(browse),
        View::Reader(reader) => reader.quote,
        View::Sources(_) | View::Problems(_) => None,
    }
}

/// The source that is selected, read, or rested on by the selected quote.
fn source(state: &State) -> Result<SourceIndex, &'static str> {
    let found = match state.history.top() {
        View::Reader(reader) => Some(reader.source),
        View::Sources(at) => state.sources_page().and_then(|page| page.target(at)).copied(),
        View::Browse(_) | View::Problems(_) => {
            quote(state).and_then(|quote| state.timeline().quotes[quote].source)
        }
    };
    found.ok_or(state.words().no_source_here)
}
