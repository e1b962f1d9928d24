//! Whether the words beside a passage are those that a selector says.

use super::{Article, Selector, Span, fold::Folded};

/// What stands before and after `passage` where the article contradicts the prefix and the suffix: as many characters as
/// these have.
pub fn contradicted(selector: &Selector<'_>, passage: Span, article: &Article) -> [Option<Span>; 2] {
    let count = |words: &str| words.trim().chars().count();
    let (text, bytes) = (article.text(), article.bytes(passage));
    let before = selector.prefix.filter(|prefix| !precedes(prefix, bytes.start, article)).map(|prefix| {
        let end = article.scalar_offset(text.get(..bytes.start).unwrap_or_default().trim_end().len());
        Span { start: end.saturating_sub(count(prefix)), end }
    });
    let after = selector.suffix.filter(|suffix| !follows(suffix, bytes.end, article)).map(|suffix| {
        let rest = text.get(bytes.end..).unwrap_or_default().trim_start();
        let start = article.scalar_offset(text.len() - rest.len());
        Span { start, end: start + rest.chars().take(count(suffix)).count() }
    });
    [before, after]
}

fn precedes(prefix: &str, at: usize, article: &Article) -> bool {
    let stands = |map: &Folded, prefix: &Folded| {
        let before = map.text().get(..map.position(at)).unwrap_or_default();
        before.ends_with(prefix.text()) || before.trim_end().ends_with(prefix.text())
    };
    stands(article.folded(), &Folded::new(prefix)) || stands(article.joined(), &Folded::joined(prefix))
}

fn follows(suffix: &str, at: usize, article: &Article) -> bool {
    let stands = |map: &Folded, suffix: &Folded| {
        let after = map.text().get(map.position(at)..).unwrap_or_default();
        after.starts_with(suffix.text()) || after.trim_start().starts_with(suffix.text())
    };
    stands(article.folded(), &Folded::new(suffix)) || stands(article.joined(), &Folded::joined(suffix))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_article_has_instead_is_told() {
        let text = "Il a dit « oui » hier.\n\nElle a dit inde-\npendent oui.";
        let article = Article::new(text.to_owned());
        let at = |part: &str| {
            let start = text.find(part).unwrap();
            article.span(&(start..start + part.len()))
        };
        let between = |prefix, suffix, passage: &str| {
            let selector = Selector { exact: passage, prefix, suffix };
            contradicted(&selector, at(passage), &article).map(|span| span.map(|span| article.slice(span)))
        };
        assert_eq!(between(Some("a dit \""), Some("\" hier"), "oui"), [None, None]);
        assert_eq!(between(Some("a dit"), Some("demain"), "oui"), [Some("dit «"), Some("» hier")]);
        assert_eq!(between(Some("dit independent"), Some("."), "oui."), [None, Some("")]);
        assert_eq!(between(Some("hier."), None, "Elle"), [None, None]);
        assert_eq!(between(Some(""), Some(" "), "Elle"), [None, None]);
    }
}
