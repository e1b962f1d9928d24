//! Timelines that have much of everything, or next to nothing.

use std::fmt::Write;
use std::sync::Arc;

use frise::app::{Message, Options, State, open, update};
use frise::i18n::Lang;
use frise::load::{self, Draft, Input, Proof};

use crate::support::Folder;

/// A timeline that has been checked, for as many browsers as are needed.
pub(super) struct Checked {
    pub(super) draft: Arc<Draft>,
    proof: Arc<Proof>,
    /// Where its files are, as long as an editor may be pointed at them.
    _folder: Option<Folder>,
}

impl Checked {
    pub(super) fn new(draft: Arc<Draft>) -> Self {
        let proof = Arc::new(draft.prove());
        Self { draft, proof, _folder: None }
    }

    /// The timeline in a folder.
    fn read(folder: Folder) -> Self {
        let draft = load::read(&Input::File(folder.path().join("timeline.yaml"))).unwrap();
        Self { _folder: Some(folder), ..Self::new(Arc::new(draft)) }
    }

    pub(super) fn browser(&self, lang: Lang, size: (u16, u16)) -> State {
        let mut state = open(Arc::clone(&self.draft), Options { lang, ..Options::default() }, size);
        update(&mut state, Message::Checked(Arc::clone(&self.proof)));
        state
    }
}

const SOURCES: usize = 12;
const EVENTS: usize = 30;
/// The sentences of each article.
const SENTENCES: usize = 90;

/// A timeline with more than a page of everything: events with events inside, tags, sources, passages, problems.
pub(super) fn rich() -> Checked {
    let folder = Folder::new();
    let mut yaml = "title: {fr: Le phare, en: The lighthouse}\nlanguage: en\nsources:\n".to_owned();
    for source in 0..SOURCES {
        let _ = writeln!(
            yaml,
            "  - {{id: s{source}, title: Sheet {source}, container-title: Paper {source}, issued: 19{source:02}-03-02, \
             url: 'https://example.org/{source}', text: s{source}.txt}}"
        );
        let sentence = |number| format!("Sentence {number} of paper {source} tells of the lighthouse.\n\n");
        folder.write(&format!("s{source}.txt"), (0..SENTENCES).map(sentence).collect::<String>());
    }
    yaml.push_str("events:\n");
    (0..EVENTS).for_each(|event| yaml.push_str(&told(event)));
    folder.write("timeline.yaml", yaml);
    Checked::read(folder)
}

/// An event; every fifth has others inside it.
fn told(event: usize) -> String {
    let year = 1900 + 3 * event;
    let mut yaml = format!(
        "  - id: e{event}\n    date: {year}-03-01\n    title: {{fr: Titre {event}, en: Title {event}}}\n    \
         tags: [t{}, odd]\n    summary: PresenterState of the keeper {event}.\n    \
         quotes: [{}, {{source: s0, exact: 'words {event} that stand nowhere'}}]\n",
        event % 3,
        quotes(event, 24)
    );
    if event.is_multiple_of(5) {
        yaml.push_str("    subevents:\n");
        for part in 0..2 {
            let quotes = quotes(event + part, 2);
            let _ = writeln!(
                yaml,
                "      - {{id: e{event}p{part}, date: {year}-03-01, title: Part {part}, tags: [inside], quotes: [{quotes}]}}"
            );
        }
    }
    yaml
}

fn quotes(event: usize, count: usize) -> String {
    let quote = |number: usize| {
        let (source, sentence) = (event % SOURCES, (event * 3 + number * 29) % SENTENCES);
        // One of them has a cut.
        let rest = if number == 1 { "tells […] lighthouse" } else { "tells" };
        format!("{{source: s{source}, exact: 'Sentence {sentence} of paper {source} {rest}'}}")
    };
    (0..count).map(quote).collect::<Vec<_>>().join(", ")
}

/// A timeline that has nothing but these events.
pub(super) fn bare(events: &str) -> Checked {
    let yaml = format!("title: T\nlanguage: en\nevents: {events}\n");
    Checked::read(Folder::with(&[("timeline.yaml", &yaml)]))
}
