//! Looking for words inside one article.

use std::ops::Range;

use memchr::memmem;

use super::fold::{Folded, fold};
use super::hit::merged;

/// Where `query` stands in `text`, accents, ligatures, case and typography ignored: bytes of the text, in order,
/// apart from each other, whole graphemes. The words are looked for as they follow each other; where they stand
/// nowhere so, each for itself, as long as none is missing. Signs have no meaning.
pub fn in_article(text: &str, query: &str) -> Vec<Range<usize>> {
    let query = fold(query);
    let folded = Folded::new(text);
    let phrase = places(&folded, query.trim());
    let mut words = query.split_whitespace();
    if !phrase.is_empty() || words.clone().nth(1).is_none() {
        return merged(phrase);
    }
    let all = words.try_fold(Vec::new(), |mut all, word| {
        let mut found = places(&folded, word);
        let is_there = !found.is_empty();
        all.append(&mut found);
        is_there.then_some(all)
    });
    merged(all.unwrap_or_default())
}

fn places(folded: &Folded, words: &str) -> Vec<Range<usize>> {
    if words.is_empty() {
        return Vec::new();
    }
    let starts = memmem::find_iter(folded.text().as_bytes(), words);
    starts.map(|at| folded.original(&(at..at + words.len()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_an_article() {
        let text = "La Corée du Nord ; l’œuvre\nde la corée\u{a0}du  nord.";
        let found = |query| in_article(text, query).into_iter().map(|range| &text[range]).collect::<Vec<_>>();
        assert_eq!(found("COREE DU"), ["Corée du", "corée\u{a0}du"]);
        assert_eq!(found(" coree du nord "), ["Corée du Nord", "corée\u{a0}du  nord"]);
        assert_eq!(found("l'oeuvre de"), ["l’œuvre\nde"]);
        assert_eq!(found("nord oeuvre"), ["Nord", "œuvre", "nord"]);
        assert_eq!(found("nord baleine"), [""; 0]);
        assert_eq!(found("!nord"), [""; 0]);
        assert_eq!(found(" "), [""; 0]);
    }
}
