//! From a quote to how it stands, and what is told of it.

mod marks;
mod places;
mod turn;

use super::{Anchor, Article, Selector, anchor};

const DOC5: &str = include_str!("../../../assets/articles/doc5-cnn-traduit.txt");

fn find(quote: &str, text: &str) -> (Anchor, Article) {
    let article = Article::new(text.to_owned());
    (anchor(&Selector { exact: quote, prefix: None, suffix: None }, &article), article)
}
