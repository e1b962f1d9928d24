//! The texts of an event that are searched.

use std::borrow::Cow;

use crate::i18n::{self, Lang};
use crate::model::{Event, EventIndex, LanguageTag, PlaceIndex, QuoteIndex, SourceIndex, Text, Timeline};

/// A text that is searched: why something was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// What the event is called.
    Title,
    /// Its date, as written or in the words of a language.
    Date,
    /// Its id.
    Id,
    /// One of its places, by name or id.
    Place(PlaceIndex),
    /// One of its tags, by position in [`Event::tags`].
    Tag(usize),
    /// Who speaks a quote of it.
    Speaker(QuoteIndex),
    /// A source of its quotes, by id, author, publication, agency or origin.
    Source(SourceIndex),
    /// The title of a source of its quotes. Only a filter by source looks there: the headline of an article
    /// speaks of more than the event.
    Headline(SourceIndex),
    /// Its summary.
    Summary,
    /// One of its claims, by position in [`Event::claims`].
    Claim(usize),
    /// The words of a quote.
    Quote(QuoteIndex),
    /// The timeline's translation of a quote.
    Translation(QuoteIndex),
    /// The timeline's remark on a quote.
    Remark(QuoteIndex),
    /// The speaker's notes.
    Notes,
    /// A question for the class, by position in [`Event::questions`].
    Question(usize),
    /// A passage of an article.
    Article(SourceIndex),
}

/// What kind of text a field is; decides how it is searched and what finding something in it is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum FieldKind {
    Title,
    Date,
    Id,
    Place,
    Tag,
    Speaker,
    Source,
    Headline,
    Summary,
    Claim,
    Quote,
    Remark,
    Article,
}

/// How the texts of a kind are kept and searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shelf {
    /// Short, and the event's own.
    Short,
    /// Short, and shared by many events.
    Label,
    /// Long.
    Long,
}

impl Field {
    pub(super) fn kind(self) -> FieldKind {
        match self {
            Self::Title => FieldKind::Title,
            Self::Date => FieldKind::Date,
            Self::Id => FieldKind::Id,
            Self::Place(_) => FieldKind::Place,
            Self::Tag(_) => FieldKind::Tag,
            Self::Speaker(_) => FieldKind::Speaker,
            Self::Source(_) => FieldKind::Source,
            Self::Headline(_) => FieldKind::Headline,
            Self::Summary => FieldKind::Summary,
            Self::Claim(_) => FieldKind::Claim,
            Self::Quote(_) | Self::Translation(_) => FieldKind::Quote,
            Self::Remark(_) | Self::Notes | Self::Question(_) => FieldKind::Remark,
            Self::Article(_) => FieldKind::Article,
        }
    }

    /// The quote it is part of.
    pub fn quote(self) -> Option<QuoteIndex> {
        match self {
            Self::Quote(quote) | Self::Translation(quote) | Self::Remark(quote) | Self::Speaker(quote) => {
                Some(quote)
            }
            _ => None,
        }
    }

    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Date => "date",
            Self::Id => "id",
            Self::Place(_) => "place",
            Self::Tag(_) => "tag",
            Self::Speaker(_) => "speaker",
            Self::Source(_) => "source",
            Self::Headline(_) => "source title",
            Self::Summary => "summary",
            Self::Claim(_) => "claim",
            Self::Quote(_) => "quote",
            Self::Translation(_) => "translation",
            Self::Remark(_) => "note",
            Self::Notes => "notes",
            Self::Question(_) => "question",
            Self::Article(_) => "article",
        }
    }

    /// Its name on a screen, in lower case.
    pub fn label(self, lang: Lang) -> &'static str {
        let [french, english] = match self {
            Self::Title => ["titre", "title"],
            Self::Date => ["date", "date"],
            Self::Id => ["identifiant", "id"],
            Self::Place(_) => ["lieu", "place"],
            Self::Tag(_) => ["étiquette", "tag"],
            Self::Speaker(_) => ["qui parle", "speaker"],
            Self::Source(_) => ["source", "source"],
            Self::Headline(_) => ["titre de la source", "title of the source"],
            Self::Summary => ["résumé", "summary"],
            Self::Claim(_) => ["affirmation", "claim"],
            Self::Quote(_) => ["citation", "quote"],
            Self::Translation(_) => ["notre traduction", "our translation"],
            Self::Remark(_) => ["remarque", "note"],
            Self::Notes => ["notes", "notes"],
            Self::Question(_) => ["question", "question"],
            Self::Article(_) => ["article", "article"],
        };
        if lang == Lang::Fr { french } else { english }
    }
}

impl FieldKind {
    pub(super) fn shelf(self) -> Shelf {
        match self {
            Self::Title | Self::Date | Self::Id => Shelf::Short,
            Self::Place | Self::Tag | Self::Speaker | Self::Source | Self::Headline => Shelf::Label,
            Self::Summary | Self::Claim | Self::Quote | Self::Remark | Self::Article => Shelf::Long,
        }
    }

    /// Whether something like a word is found in it too. In long texts almost everything is like a word, and
    /// a date that is like another is another.
    pub(super) fn is_fuzzy(self) -> bool {
        self.shelf() != Shelf::Long && self != Self::Date
    }
}

/// One wording of a field.
#[derive(Debug)]
pub(super) struct Piece<'a> {
    pub(super) field: Field,
    /// The tag of the language it is in; `None` for what is in none.
    pub(super) language: Option<&'a str>,
    pub(super) text: Cow<'a, str>,
}

/// Puts every text of an event that is searched into `out`, which it empties; always in the same order.
pub(super) fn pieces<'a>(timeline: &'a Timeline, index: EventIndex, out: &mut Vec<Piece<'a>>) {
    out.clear();
    let Some(event) = timeline.events.get(index) else { return };
    let mut pieces = Pieces(out);
    pieces.wordings(Field::Title, &event.title);
    pieces.dates(event);
    for place in event.places.iter().copied() {
        pieces.wordings(Field::Place(place), &timeline.places[place].name);
        pieces.plain(Field::Place(place), &timeline.places[place].id);
    }
    for (position, tag) in event.tags.iter().enumerate() {
        pieces.wordings(Field::Tag(position), tag);
    }
    pieces.plain(Field::Id, &event.id);
    pieces.wordings_of(Field::Summary, event.summary.as_ref());
    for (position, claim) in event.claims.iter().enumerate() {
        pieces.wordings(Field::Claim(position), &claim.says);
    }
    let mut sources = Vec::new();
    for quote in timeline.quotes_of(index) {
        pieces.quote(timeline, quote);
        sources.extend(timeline.quotes[quote].source.filter(|source| !sources.contains(source)));
    }
    for source in sources {
        source_names(timeline, source, pieces.0);
    }
    pieces.wordings_of(Field::Notes, event.notes.as_ref());
    for (position, question) in event.questions.iter().enumerate() {
        pieces.wordings(Field::Question(position), question);
    }
}

/// Appends everything a source is known by to `out`.
pub(super) fn source_names<'a>(timeline: &'a Timeline, index: SourceIndex, out: &mut Vec<Piece<'a>>) {
    let (source, field) = (&timeline.sources[index], Field::Source(index));
    let mut pieces = Pieces(out);
    for text in [&source.container_title, &source.credit, &source.author] {
        pieces.wordings_of(field, text.as_ref());
    }
    pieces.wordings_of(Field::Headline(index), source.title.as_ref());
    pieces.plain(field, &source.id);
    if let Some(origin) = &source.origin {
        pieces.plain(field, origin);
    }
}

struct Pieces<'a, 'v>(&'v mut Vec<Piece<'a>>);

impl<'a> Pieces<'a, '_> {
    fn push(&mut self, field: Field, language: Option<&'a str>, text: Cow<'a, str>) {
        self.0.push(Piece { field, language, text });
    }

    fn plain(&mut self, field: Field, text: &'a str) {
        self.push(field, None, Cow::Borrowed(text));
    }

    fn wordings(&mut self, field: Field, text: &'a Text) {
        for (language, wording) in text.entries() {
            self.push(field, Some(language.as_str()), Cow::Borrowed(wording));
        }
    }

    fn wordings_of(&mut self, field: Field, text: Option<&'a Text>) {
        if let Some(text) = text {
            self.wordings(field, text);
        }
    }

    fn dates(&mut self, event: &'a Event) {
        let written = event.date.written();
        let Some(date) = event.date.date() else { return self.plain(Field::Date, written) };
        let words = Lang::ALL.map(|lang| (lang.tag(), i18n::date(date, lang)));
        let has_other_words = words.iter().all(|(_, words)| words != written);
        let is_one = words.iter().all(|(_, word)| *word == words[0].1);
        for (language, words) in words.into_iter().take(if is_one { 1 } else { Lang::ALL.len() }) {
            self.push(Field::Date, (!is_one).then_some(language), Cow::Owned(words));
        }
        if has_other_words {
            self.plain(Field::Date, written);
        }
    }

    fn quote(&mut self, timeline: &'a Timeline, index: QuoteIndex) {
        let quote = &timeline.quotes[index];
        let language = Some(LanguageTag::as_str(&quote.language));
        self.push(Field::Quote(index), language, Cow::Borrowed(&quote.exact));
        self.wordings(Field::Translation(index), &quote.translation);
        self.wordings_of(Field::Speaker(index), quote.speaker.as_ref());
        self.wordings_of(Field::Remark(index), quote.note.as_ref());
    }
}
