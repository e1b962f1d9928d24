//! What several tests need: a browser on a screen of its own, and its screen as text, styles or a picture.

pub(crate) mod chromium;
mod program;
pub(crate) mod screen;
pub(crate) mod svg;
pub(crate) mod terminal;

use std::cell::RefCell;
use std::sync::Arc;

pub(crate) use program::{Folder, Run, frise, run};

use frise::app::{self, Effect, Message, Options, State, open, update};
use frise::i18n::Lang;
use frise::keymap::Key;
use frise::load::{self, Draft, Input};
use frise::search::Index;

/// The built-in timeline.
pub(crate) fn builtin() -> Arc<Draft> {
    Arc::new(load::read(&Input::Builtin).expect("the built-in timeline can be read"))
}

/// A browser that has checked its timeline, on a screen of `size`.
pub(crate) fn browser(draft: &Arc<Draft>, lang: Lang, size: (u16, u16)) -> State {
    browser_with(draft, Options { lang, ..Options::default() }, size)
}

/// A browser that has checked its timeline, with `options`.
pub(crate) fn browser_with(draft: &Arc<Draft>, options: Options, size: (u16, u16)) -> State {
    let mut state = open(Arc::clone(draft), options, size);
    let proof = Arc::new(draft.prove());
    update(&mut state, Message::Checked(proof));
    state
}

/// Presses keys, written as in the table of commands with blanks between, counts before them: `j 5j Enter gg`.
pub(crate) fn press(state: &mut State, keys: &str) {
    for written in keys.split_whitespace() {
        let name = written.trim_start_matches(|c: char| c.is_ascii_digit());
        let count = written[..written.len() - name.len()].chars().map(Key::char);
        let keys = match name {
            "" => Vec::new(),
            name => Key::parse(name).unwrap_or_else(|| panic!("{name:?} is no key")),
        };
        for key in count.chain(keys) {
            let effects = update(state, Message::Key(key));
            answer_questions(state, effects);
        }
    }
}

/// Types `text` into the line that is open.
pub(crate) fn type_text(state: &mut State, text: &str) {
    for c in text.chars() {
        let effects = update(state, Message::Key(Key::char(c)));
        answer_questions(state, effects);
    }
}

/// Answers what `effects` ask, as the thread that searches would; the other effects come back.
pub(crate) fn answer_questions(state: &mut State, effects: Vec<Effect>) -> Vec<Effect> {
    let mut others = Vec::new();
    for effect in effects {
        let Effect::Ask(question) = effect else {
            others.push(effect);
            continue;
        };
        let draft = Arc::clone(&state.draft);
        let corpus = app::corpus(&draft, state.proof.as_deref());
        let answer = app::answer(&index_of(&draft), corpus, &question, &|| false);
        update(state, Message::Answered(answer.expect("nobody has cancelled it")));
    }
    others
}

thread_local! {
    static INDEX: RefCell<Option<(Arc<Draft>, Arc<Index>)>> = const { RefCell::new(None) };
}

/// The index of a timeline, made once for all questions of a test.
fn index_of(draft: &Arc<Draft>) -> Arc<Index> {
    INDEX.with_borrow_mut(|known| match known {
        Some((of, index)) if Arc::ptr_eq(of, draft) => Arc::clone(index),
        _ => {
            let index = Arc::new(Index::new(app::corpus(draft, None)));
            *known = Some((Arc::clone(draft), Arc::clone(&index)));
            index
        }
    })
}
