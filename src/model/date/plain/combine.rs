//! Words that mean something else beside others than they do alone.

use super::word::{Era, Token, Word};

/// The words as they are meant together.
pub(super) fn combine(mut tokens: Vec<Token>) -> Vec<Token> {
    let mut at = 0;
    while at < tokens.len() {
        let (before, here) = tokens.split_at(at);
        match here {
            // `2024-Q1`, `24. April`
            [
                Token { word: Word::Number(_), .. },
                Token { word: Word::Sign('-'), .. },
                Token { word: Word::Season(_), .. },
                ..,
            ]
            | [
                Token { word: Word::Number(_), .. },
                Token { word: Word::Sign('.'), .. },
                Token { word: Word::Month(_), .. },
                ..,
            ] => {
                tokens.remove(at + 1);
            }
            // `(N.S.)`
            [
                Token { word: Word::Sign('('), .. },
                Token { word: Word::Filler, .. },
                Token { word: Word::Sign(')'), .. },
                ..,
            ] => {
                tokens.drain(at..at + 3);
            }
            // `18th c.`
            [Token { word: Word::Ordinal(_) | Word::Roman(_), .. }, Token { word: Word::Circa, .. }, ..] => {
                tokens[at + 1].word = Word::Century;
            }
            // `premier trimestre`
            [
                Token { word: Word::Ordinal(number), .. },
                Token { word: Word::Fraction(first, count), to, .. },
                ..,
            ] if (1..=*count).contains(number) => {
                let code = first + u8::try_from(number - 1).unwrap_or_default();
                let token = Token { word: Word::Season(code), to: *to, ..here[0].clone() };
                tokens.splice(at..at + 2, [token]);
            }
            [Token { word: Word::Season(24 | 28 | 30), .. }, ..] => {
                if let Some(end) = second_year(here) {
                    let to = here[3].to;
                    tokens[at + 1].to = to;
                    tokens.drain(at + 2..at + end);
                }
            }
            // `le 24 avril à 12 h 45`: at a time, unless one has been said to which this is the end.
            [Token { word: Word::To, .. }, Token { word: Word::Time(_), .. }, ..]
                if !is_after_time(before) =>
            {
                tokens[at].word = Word::Filler;
            }
            // `à partir de`
            [Token { word: Word::To, .. }, Token { word: Word::From, .. }, ..] => {
                tokens[at].word = Word::Filler;
                tokens[at + 1].word = Word::Since;
                tokens.remove(at);
            }
            _ => {}
        }
        at += 1;
    }
    tokens
}

/// Where the words of a winter end that is named by its two years, `winter 1951–52`: it begins in the first.
fn second_year(tokens: &[Token]) -> Option<usize> {
    let [_, first, sign, second, rest @ ..] = tokens else { return None };
    let (Word::Number(first), Word::Sign('-' | '–' | '/'), Word::Number(second)) =
        (&first.word, &sign.word, &second.word)
    else {
        return None;
    };
    let century = first.len().checked_sub(second.len())?;
    let whole = format!("{}{second}", first.get(..century)?);
    let (first, second): (u32, u32) = (first.parse().ok()?, whole.parse().ok()?);
    let is_before_christ = matches!(rest, [Token { word: Word::Era(Era::Before), .. }, ..]);
    let follows = if is_before_christ { first == second + 1 } else { second == first + 1 };
    follows.then_some(4)
}

/// Whether a time of day stands before, on the same side of what parts two dates.
fn is_after_time(before: &[Token]) -> bool {
    let is_end = |word: &Word| matches!(word, Word::To | Word::Until | Word::And | Word::Sign('–' | '/'));
    let side = before.iter().rev().take_while(|token| !is_end(&token.word));
    side.filter(|token| matches!(token.word, Word::Time(_))).count() > 0
}

#[cfg(test)]
mod tests {
    use super::super::fold::Folded;
    use super::super::word::tokens;
    use super::*;

    fn words(text: &str) -> Vec<Word> {
        combine(tokens(&Folded::of(text))).into_iter().map(|token| token.word).collect()
    }

    #[test]
    fn neighbours_decide() {
        assert_eq!(words("1917 (N.S.)").len(), 1);
        let number = |digits: &str| Word::Number(digits.to_owned());
        assert_eq!(words("2024-Q1"), [number("2024"), Word::Season(33)]);
        assert_eq!(words("premier trimestre 1951"), [Word::Season(33), number("1951")]);
        assert_eq!(words("18th c."), [Word::Ordinal(18), Word::Century]);
        assert_eq!(words("24. April"), [number("24"), Word::Month(4)]);
        for text in ["winter 1951–52", "winter 1951-1952", "hiver 1951/52"] {
            assert_eq!(words(text), [Word::Season(24), number("1951")], "{text}");
        }
        assert_eq!(words("winter 44–43 BC")[..2], [Word::Season(24), number("44")]);
        assert_eq!(words("winter 1951–53").len(), 4);
        assert!(matches!(words("1916 à 12 h 45")[..], [_, Word::Filler, Word::Time(_)]));
        assert!(matches!(words("de 8 h à 9 h")[..], [_, Word::Time(_), Word::To, Word::Time(_)]));
        assert!(matches!(words("juin à 8 h à juillet à 9 h")[5], Word::Filler));
    }
}
