//! What a timeline is written with: every key of every mapping, said once. The reader knows its keys from
//! here, and the schema for editors is made from here.

/// How many languages a text may have; each is compared with each.
pub(in crate::load) const LANGUAGES: usize = 64;

/// How many minutes a briefing may last at most: a day.
pub(in crate::load) const MINUTES: u32 = 24 * 60;

/// A kind of mapping.
#[derive(Debug)]
pub(in crate::load) struct Object {
    /// Its name in the schema.
    pub(in crate::load) name: &'static str,
    /// What it describes, with its article: `an event`.
    pub(in crate::load) what: &'static str,
    /// The same in French.
    pub(in crate::load) what_fr: &'static str,
    /// A sentence about it.
    pub(in crate::load) about: &'static str,
    /// Its keys, in the order in which one would write them.
    pub(in crate::load) keys: &'static [Key],
    /// Keys that mean something only together.
    pub(in crate::load) together: &'static [&'static str],
}

/// A key of a mapping.
#[derive(Debug)]
pub(in crate::load) struct Key {
    /// As it is written.
    pub(in crate::load) name: &'static str,
    /// Whether the mapping makes no sense without it.
    pub(in crate::load) is_required: bool,
    /// What stands under it.
    pub(in crate::load) holds: Holds,
    /// A sentence or two for whoever writes it.
    pub(in crate::load) about: &'static str,
}

/// What stands under a key.
#[derive(Clone, Copy, Debug)]
pub(in crate::load) enum Holds {
    /// A name to refer to something by, or such a reference.
    Id,
    /// The words of an article.
    Words,
    /// One string that names something.
    Name,
    /// The code of a rule that may be broken.
    Code,
    /// A text in one language or several.
    Text,
    /// A text that says something.
    Said,
    /// The tag of a language.
    Language,
    /// A date in any form.
    Date,
    /// An address that may be opened.
    Address,
    /// A SHA-256.
    Digest,
    /// Degrees, from minus so many to so many.
    Degrees(u8),
    /// How a quote stands towards its claim; only under a claim.
    Stance,
    /// How much of its events a briefing shows.
    Depth,
    /// A whole number from 1 to so many.
    Count(u32),
    /// `true` or `false`.
    Flag,
    /// A mapping.
    One(&'static Object),
    /// A list.
    Many(&'static Holds),
}

impl Object {
    /// The key called `name`.
    pub(in crate::load) fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

const fn must(name: &'static str, holds: Holds, about: &'static str) -> Key {
    Key { name, is_required: true, holds, about }
}

const fn may(name: &'static str, holds: Holds, about: &'static str) -> Key {
    Key { name, is_required: false, holds, about }
}

/// Every kind of mapping.
pub(in crate::load) const OBJECTS: [&Object; 9] =
    [&TIMELINE, &SOURCE, &SHEET, &PLACE, &EVENT, &CLAIM, &QUOTE, &CLAIM_QUOTE, &BRIEFING];

/// The whole file.
pub(in crate::load) static TIMELINE: Object = Object {
    name: "timeline",
    what: "a timeline",
    what_fr: "une frise",
    about: "A timeline: what happened, and the sentences of which documents it rests on.",
    keys: &[
        must("title", Holds::Said, "What the timeline is called."),
        may(
            "language",
            Holds::Language,
            "The language of plain strings, articles and quotes that do not name another: a BCP 47 tag.",
        ),
        may("sources", Holds::Many(&Holds::One(&SOURCE)), "The documents that quotes are taken from."),
        may("places", Holds::Many(&Holds::One(&PLACE)), "The places that events name."),
        must(
            "events",
            Holds::Many(&Holds::One(&EVENT)),
            "What happened. The order does not matter: events are sorted by their dates.",
        ),
        may(
            "briefings",
            Holds::Many(&Holds::One(&BRIEFING)),
            "Selections of events for a lesson: `frise handout ID` writes the worksheet of one.",
        ),
        may(
            "allow",
            Holds::Many(&Holds::Code),
            "Warnings that `frise check` lets stand anywhere in the timeline, by their codes.",
        ),
    ],
    together: &[],
};

/// A document.
pub(in crate::load) static SOURCE: Object = Object {
    name: "source",
    what: "a source",
    what_fr: "une source",
    about: "A document that quotes are taken from. What it does not state is left out, and shown as not stated.",
    keys: &[
        must("id", Holds::Id, "The name by which quotes refer to the source."),
        may("title", Holds::Text, "Its title as printed."),
        may("author", Holds::Text, "Who wrote it."),
        may("container-title", Holds::Text, "The publication it appeared in."),
        may("credit", Holds::Text, "The agency that the document names."),
        may("issued", Holds::Date, "When it appeared, in any form a date may have."),
        may("genre", Holds::Text, "The nature of the document: dispatch, photo report, translation."),
        may("url", Holds::Address, "Its address, which begins with https:// or http://."),
        must(
            "text",
            Holds::Name,
            "The path of the article, a text file in the folder of the timeline or below it.",
        ),
        may(
            "sha256",
            Holds::Digest,
            "The SHA-256 of the article when the quotes were taken, as `sha256sum` prints it: a later \
             change is noticed.",
        ),
        may(
            "origin",
            Holds::Name,
            "Whose report it passes on. Sources with one origin count once when sources are counted.",
        ),
        may(
            "relays",
            Holds::Many(&Holds::Said),
            "The agencies and media whose reports it passes on, as it names them: [TASS, Interfax]. One is known by its \
             first wording, so write it in the same way everywhere.",
        ),
        may(
            "language",
            Holds::Language,
            "The language of the article, where it is not that of the timeline: a BCP 47 tag.",
        ),
        may("sheet", Holds::One(&SHEET), "What criticism of the source says of it."),
        may(
            "allow",
            Holds::Many(&Holds::Code),
            "Warnings about this source and the quotes taken from it that `frise check` lets stand, by their codes.",
        ),
    ],
    together: &[],
};

/// The criticism of a source.
pub(in crate::load) static SHEET: Object = Object {
    name: "sheet",
    what: "a sheet",
    what_fr: "une fiche",
    about: "The part of source criticism that the document's own data do not hold.",
    keys: &[
        may("audience", Holds::Text, "Whom the document addresses."),
        may("context", Holds::Text, "In what circumstances it was written."),
        may("viewpoint", Holds::Text, "From where it looks at the events."),
        may("limits", Holds::Text, "What it cannot tell, and what is wrong with it."),
    ],
    together: &[],
};

/// A place.
pub(in crate::load) static PLACE: Object = Object {
    name: "place",
    what: "a place",
    what_fr: "un lieu",
    about: "A point on the Earth that events name.",
    keys: &[
        must("id", Holds::Id, "The name by which events refer to the place."),
        must("name", Holds::Said, "What the place is called."),
        may("latitude", Holds::Degrees(90), "Degrees north of the equator; south of it negative."),
        may("longitude", Holds::Degrees(180), "Degrees east of Greenwich; west of it negative."),
    ],
    together: &["latitude", "longitude"],
};

/// Something that happened.
pub(in crate::load) static EVENT: Object = Object {
    name: "event",
    what: "an event",
    what_fr: "un événement",
    about: "Something that happened, with the quotes it rests on.",
    keys: &[
        must("id", Holds::Id, "The name by which the event is referred to, also on the command line."),
        must(
            "date",
            Holds::Date,
            "When it happened: EDTF (ISO 8601-2) or a form people write, such as 1961, 1961-07-06, 194X, \
             2000/2001, juin 2024, c. 1945 or 44 BC.",
        ),
        must("title", Holds::Said, "What the event is called."),
        may("summary", Holds::Text, "What happened, in no more words than the quotes carry."),
        may(
            "places",
            Holds::Many(&Holds::Id),
            "Where it happened, by the ids of places; more than one is a route, in order.",
        ),
        may("tags", Holds::Many(&Holds::Said), "What it is about; a tag is known by its first wording."),
        may("quotes", Holds::Many(&Holds::One(&QUOTE)), "The sentences the event rests on."),
        may(
            "claims",
            Holds::Many(&Holds::One(&CLAIM)),
            "Statements inside the event that sources carry or dispute.",
        ),
        may("notes", Holds::Text, "What the speaker wants to remember."),
        may("questions", Holds::Many(&Holds::Said), "Questions for the class."),
        may("subevents", Holds::Many(&Holds::One(&EVENT)), "Events inside this one, of the same shape."),
        may(
            "allow",
            Holds::Many(&Holds::Code),
            "Warnings about this event and what is inside it that `frise check` lets stand, by their codes.",
        ),
    ],
    together: &[],
};

/// A statement inside an event.
pub(in crate::load) static CLAIM: Object = Object {
    name: "claim",
    what: "a claim",
    what_fr: "une affirmation",
    about: "A statement inside an event that sources carry or dispute.",
    keys: &[
        must("says", Holds::Said, "The statement, as a sentence of its own."),
        may("quotes", Holds::Many(&Holds::One(&CLAIM_QUOTE)), "The sentences that carry or dispute it."),
    ],
    together: &[],
};

/// A selection of events for a lesson.
pub(in crate::load) static BRIEFING: Object = Object {
    name: "briefing",
    what: "a briefing",
    what_fr: "un briefing",
    about: "A selection of events for a lesson: which, in what order, how much of them, and for how long.",
    keys: &[
        must("id", Holds::Id, "The name by which the briefing is asked for on the command line."),
        must("title", Holds::Said, "What the briefing is called."),
        may("minutes", Holds::Count(MINUTES), "How many minutes it may last."),
        may(
            "events",
            Holds::Many(&Holds::Id),
            "Its events by their ids, in the order in which they are shown; without it all top-level events, by \
             date.",
        ),
        may(
            "depth",
            Holds::Depth,
            "How much is shown: `main` for the key quote and the disputed claim of each event, `events` for the \
             same of the subevents too, `all` for everything.",
        ),
        may("order", Holds::Flag, "Whether the class puts the events in order at the end."),
    ],
    together: &[],
};

const QUOTE_ABOUT: &str = "Words taken from a source, checked word for word against its article.";

macro_rules! quote_keys {
    ($($more:expr)?) => {
        &[
            must("source", Holds::Id, "The id of the source the words are taken from."),
            must(
                "exact",
                Holds::Words,
                "The words, copied character for character; what is left out is marked by […], what is \
                 changed by [brackets].",
            ),
            may("prefix", Holds::Words, "The words just before them, where they stand more than once."),
            may("suffix", Holds::Words, "The words just after them, where they stand more than once."),
            may("speaker", Holds::Text, "Who says them, where someone speaks."),
            may("translation", Holds::Text, "A translation of the words, shown as the timeline's own."),
            may("note", Holds::Text, "A remark on the words."),
            may(
                "key",
                Holds::Flag,
                "Whether the quote stands for its event on a slide and on the worksheet; without it the first \
                 quote does.",
            ),
            may(
                "language",
                Holds::Language,
                "The language of the words, where it is not that of the article: a BCP 47 tag.",
            ),
            $($more)?
        ]
    };
}

/// Words taken from a source.
pub(in crate::load) static QUOTE: Object = Object {
    name: "quote",
    what: "a quote",
    what_fr: "une citation",
    about: QUOTE_ABOUT,
    keys: quote_keys!(),
    together: &[],
};

/// Words taken from a source for or against a claim.
pub(in crate::load) static CLAIM_QUOTE: Object = Object {
    name: "claim-quote",
    what: "a quote",
    what_fr: "une citation",
    about: QUOTE_ABOUT,
    keys: quote_keys!(may(
        "stance",
        Holds::Stance,
        "How the quote stands towards the claim: it supports it (what is meant where nothing is \
         written), disputes it, or nuances it.",
    )),
    together: &[],
};
