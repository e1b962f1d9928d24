//! What was probably meant by an id or a key that nobody knows.

use crate::load::diagnostics::{Localized, is_it, nearest, said};
use crate::load::rules::lookalike;

/// How many unknown ids and keys are compared with the known ones. Each may cost as much as reading many events.
pub(super) const SUGGESTIONS: usize = 500;
/// With how many known ids an unknown one is compared letter by letter.
const COMPARED: usize = 2_000;

/// What was probably meant.
#[derive(Debug)]
pub(super) struct Guess<'a> {
    pub(super) name: &'a str,
    /// What to say of it.
    pub(super) help: Localized,
    /// Whether nothing else can be meant: the two look the same.
    pub(super) is_sure: bool,
}

/// Which of `known` was probably meant by `written`; `None` where nothing comes near, or where this has been worked
/// out as often as `suggestions` allows.
pub(super) fn guess<'a>(
    suggestions: &mut usize,
    written: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Option<Guess<'a>> {
    *suggestions = suggestions.checked_sub(1)?;
    let known = known.take(COMPARED);
    if let Some((name, letters)) = lookalike::find(written, known.clone()) {
        let help = said!(
            en: "it looks like `{name}`, but {letters} stands in it",
            fr: "on dirait `{name}`, mais il s’y trouve {letters}",
        );
        return Some(Guess { name, help, is_sure: true });
    }
    nearest(written, known).map(|name| Guess { name, help: is_it(name), is_sure: false })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn what_was_meant_is_worked_out_only_so_often() {
        let known: Vec<String> = (0..2_000).map(|n| format!("doc{n}")).collect();
        let mut suggestions = SUGGESTIONS;
        let guesses: Vec<_> = (0..4_000)
            .map(|n| {
                guess(&mut suggestions, &format!("d\u{43e}c{}", n % 2_000), known.iter().map(String::as_str))
            })
            .collect();
        assert_eq!(guesses.iter().flatten().count(), SUGGESTIONS);
        for (n, guess) in guesses.iter().flatten().enumerate() {
            assert_eq!((guess.name, guess.is_sure), (known[n].as_str(), true));
            assert!(guess.help.in_language(Lang::En).contains("U+043E"), "{:?}", guess.help);
        }
        assert_eq!(suggestions, 0);
    }
}
