//! What the templates draw: everything a handout says, in the words of its language, and nothing else.
//!
//! Texts are as they are to be read: what could be dangerous is shown as marks, and nothing is escaped yet.

use std::borrow::Cow;

use super::Edition;
use super::chart::Chart;
use crate::i18n::{ExportWords, HandoutWords};

pub(super) struct Page<'a> {
    /// The language of its labels and dates, as a BCP 47 tag.
    pub(super) lang: &'static str,
    /// The labels it shares with the plain text.
    pub(super) words: &'static ExportWords,
    pub(super) own: &'static HandoutWords,
    pub(super) edition: Edition,
    /// Whether it begins with a list of its events.
    pub(super) has_contents: bool,
    /// The drawn timeline; `None` where no event has a place on it.
    pub(super) chart: Option<Chart>,
    /// Whether each source has its sheet; otherwise one table has them all.
    pub(super) has_sheets: bool,
    /// The title of the timeline.
    pub(super) title: Wording<'a>,
    /// From its first date to its last; `None` where there is none, or the dates are to be filled in.
    pub(super) span: Option<String>,
    /// How many events, sources, origins and quotes there are.
    pub(super) counts: String,
    /// Every event directly before those inside it.
    pub(super) events: Vec<Event<'a>>,
    /// The documents, numbered from 1.
    pub(super) sources: Vec<Source<'a>>,
}

impl Page<'_> {
    /// Whether parts of articles follow.
    pub(super) fn has_articles(&self) -> bool {
        self.sources.iter().any(|source| !matches!(source.article, Body::None))
    }
}

/// A text, in one language.
pub(super) struct Wording<'a> {
    /// Its language where it is not that of the page.
    pub(super) lang: Option<&'a str>,
    pub(super) runs: Vec<Run<'a>>,
}

/// A part of a text.
pub(super) enum Run<'a> {
    Said(Cow<'a, str>),
    /// A date that is to be filled in.
    Blank,
}

pub(super) struct When {
    pub(super) words: String,
    /// As HTML has it in `datetime`, where it can.
    pub(super) machine: Option<String>,
}

/// Several short texts under one label.
pub(super) struct List<'a> {
    pub(super) label: &'static str,
    pub(super) items: Vec<Wording<'a>>,
}

pub(super) struct Event<'a> {
    /// What a link to it leads to.
    pub(super) id: String,
    /// The level of its heading, 2 to 6.
    pub(super) level: usize,
    /// What it is called on the drawn timeline.
    pub(super) letter: Option<String>,
    /// When it happened; `None` where that is to be filled in.
    pub(super) date: Option<When>,
    pub(super) title: Wording<'a>,
    pub(super) places: Option<List<'a>>,
    pub(super) tags: Option<List<'a>>,
    /// The paragraphs of its summary.
    pub(super) summary: Vec<Wording<'a>>,
    pub(super) quotes: Vec<Quote<'a>>,
    pub(super) claims: Vec<Claim<'a>>,
    /// The label of the questions.
    pub(super) question_label: &'static str,
    pub(super) questions: Vec<Wording<'a>>,
    /// The paragraphs of the speaker notes, for the teacher.
    pub(super) notes: Vec<Wording<'a>>,
    /// Whether the next event is inside it.
    pub(super) opens: bool,
    /// How many events end with it, itself not counted; 0 where it opens.
    pub(super) closes: usize,
}

/// A statement, with the quotes that carry or dispute it.
pub(super) struct Claim<'a> {
    pub(super) says: Wording<'a>,
    /// Each after the label of how it stands to the statement.
    pub(super) quotes: Vec<(&'static str, Quote<'a>)>,
}

/// Words taken from a source.
pub(super) struct Quote<'a> {
    /// From 1, in the order of the page; `None` for words that stand nowhere.
    pub(super) number: Option<usize>,
    pub(super) standing: Standing,
    /// Its words, in order.
    pub(super) parts: Vec<Part<'a>>,
    /// What was cut or changed, each behind its label; said of no words where they are empty.
    pub(super) remarks: Vec<(String, String)>,
    pub(super) lang: &'a str,
    /// The address of the source, or its place on the page; `None` where the timeline has no such source.
    pub(super) cite: Option<String>,
    pub(super) source: Reference,
    pub(super) speaker: Option<Wording<'a>>,
    /// The timeline's own translation, where the words are foreign to the page.
    pub(super) translation: Option<Wording<'a>>,
    /// The paragraphs of a remark.
    pub(super) note: Vec<Wording<'a>>,
    /// Where it stands in its article: what it is called there, such as `12` or, of several, `12.1`.
    pub(super) passages: Vec<String>,
    pub(super) passage_label: &'static str,
}

/// A part of the words of a quote.
pub(super) enum Part<'a> {
    /// Words of the article.
    Words(Cow<'a, str>),
    /// The mark of a cut, and how many words it leaves out.
    Cut(Cow<'a, str>, String),
    /// Brackets with other words than the article's.
    Change(Cow<'a, str>),
}

impl Part<'_> {
    pub(super) fn said(&self) -> &str {
        match self {
            Self::Words(said) | Self::Cut(said, _) | Self::Change(said) => said,
        }
    }
}

/// How a quote stands in its article.
pub(super) struct Standing {
    /// As a class of the style sheet.
    pub(super) name: &'static str,
    pub(super) mark: &'static str,
    pub(super) words: &'static str,
    pub(super) places: Places,
}

/// In how many places of its article a quote stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Places {
    /// It is shown as a quotation.
    One,
    /// It is shown as one with a warning.
    Several,
    /// It is no quotation.
    None,
}

/// Where a quote comes from.
pub(super) struct Reference {
    /// The number of the document; `None` where the timeline has no such source.
    pub(super) number: Option<usize>,
    /// What it is called; or that it is unknown.
    pub(super) name: String,
    pub(super) issued: Option<When>,
}

/// A document: its sheet and its article.
pub(super) struct Source<'a> {
    pub(super) number: usize,
    /// Its title, or, where it has none, who published it and when.
    pub(super) title: Wording<'a>,
    pub(super) rows: Vec<(&'static str, Value<'a>)>,
    /// The labels of what it does not state.
    pub(super) missing: Vec<&'static str>,
    /// Who published it, as far as it says.
    pub(super) publisher: String,
    pub(super) issued: Option<When>,
    /// The nature of the document.
    pub(super) genre: Option<Wording<'a>>,
    /// The language of the article.
    pub(super) lang: &'a str,
    pub(super) article: Body<'a>,
}

/// What a sheet says under a label.
pub(super) enum Value<'a> {
    Said(Vec<Wording<'a>>),
    When(When),
    /// An address, as text, and as a link where it can be one.
    Address(Cow<'a, str>, Option<String>),
    /// The origin, and the numbers of the other documents that share it.
    Origin(Cow<'a, str>, Vec<usize>),
}

/// The article of a source.
pub(super) enum Body<'a> {
    /// The source names none.
    None,
    Unreadable,
    Paragraphs(Vec<Vec<Piece<'a>>>),
}

/// A piece of an article.
pub(super) enum Piece<'a> {
    /// Words that no quote has.
    Plain(Cow<'a, str>),
    /// Words that a quote has.
    Marked(Cow<'a, str>),
    /// Words that several quotes have.
    Shared(Cow<'a, str>),
    Start {
        /// The number of its quote.
        quote: usize,
        label: String,
        /// Whether it begins here for the first time, and does not go on after a cut.
        is_first: bool,
    },
    End(String),
}
