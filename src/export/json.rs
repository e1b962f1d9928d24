//! A timeline as JSON, for scripts.

use std::io::{self, Write};

use serde::Serialize;

use super::Extract;
use super::harmless::write_value;
use super::quoted::EditsJson;
use crate::evidence::Anchor;
use crate::model::{
    Bound, Date, Dating, Depth, EventIndex, Outline, PlaceIndex, QuoteIndex, SourceIndex, Text,
};

/// Writes the extract with its texts in the language `tag`, or, where a text does not exist in it, in the
/// first it has.
///
/// Names are those of the timeline file. `start`, `end`, `pieces`, `cuts`, `changes` and `joins` count Unicode
/// scalars from the beginning of the article file, end exclusive; they are absent where a quote has none. What a document does
/// not state is absent; days are null where a date has no such day.
///
/// # Errors
///
/// What writing to `out` reports.
pub fn write(extract: &Extract<'_>, tag: &str, out: &mut dyn Write) -> io::Result<()> {
    let timeline = extract.timeline;
    let builder = Builder { extract, tag };
    let document = TimelineJson {
        title: timeline.title.best(tag),
        language: timeline.language().map(ToString::to_string),
        sources: extract.sources().into_iter().map(|source| builder.source(source)).collect(),
        places: extract.places().into_iter().map(|place| builder.place(place)).collect(),
        events: extract.events().into_iter().map(|event| builder.event(event)).collect(),
        briefings: extract.briefings().map(|outline| builder.briefing(outline)).collect(),
    };
    write_value(&document, out)
}

/// A date as scripts get it.
#[derive(Debug, Serialize)]
pub struct DateJson {
    /// The text it was written as.
    pub written: String,
    /// The same date in the preferred form of EDTF; null where the text is no date.
    pub edtf: Option<String>,
    /// The first day it may be, `YYYY-MM-DD`, years counted as astronomers do; null where there is none.
    pub earliest: Option<String>,
    /// The last day it may be, likewise.
    pub latest: Option<String>,
}

impl From<&Date> for DateJson {
    fn from(date: &Date) -> Self {
        let day = |bound| match bound {
            Bound::Day(day) => Some(day.to_string()),
            Bound::Open | Bound::Unknown => None,
        };
        Self {
            written: date.written().to_owned(),
            edtf: Some(date.edtf()),
            earliest: day(date.earliest()),
            latest: day(date.latest()),
        }
    }
}

impl From<&Dating> for DateJson {
    fn from(dating: &Dating) -> Self {
        match dating {
            Dating::Dated(date) => date.into(),
            Dating::Undated { written } => {
                Self { written: written.clone(), edtf: None, earliest: None, latest: None }
            }
        }
    }
}

#[derive(Serialize)]
struct TimelineJson<'a> {
    title: &'a str,
    language: Option<String>,
    sources: Vec<SourceJson<'a>>,
    places: Vec<PlaceJson<'a>>,
    events: Vec<EventJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    briefings: Vec<BriefingJson<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct SourceJson<'a> {
    id: &'a str,
    text: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    container_title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    credit: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<DateJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    genre: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sha256: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    origin: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    relays: Vec<&'a str>,
    language: &'a str,
    sheet: SheetJson<'a>,
}

#[derive(Serialize)]
struct SheetJson<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    audience: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    context: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    viewpoint: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    limits: Option<&'a str>,
}

#[derive(Serialize)]
struct PlaceJson<'a> {
    id: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    latitude: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    longitude: Option<f64>,
}

#[derive(Serialize)]
struct EventJson<'a> {
    id: &'a str,
    date: DateJson,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'a str>,
    places: Vec<&'a str>,
    tags: Vec<&'a str>,
    quotes: Vec<QuoteJson<'a>>,
    claims: Vec<ClaimJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    notes: Option<&'a str>,
    questions: Vec<&'a str>,
    subevents: Vec<EventJson<'a>>,
}

#[derive(Serialize)]
struct ClaimJson<'a> {
    says: &'a str,
    quotes: Vec<QuoteJson<'a>>,
}

#[derive(Serialize)]
struct QuoteJson<'a> {
    source: &'a str,
    exact: &'a str,
    anchor: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<usize>,
    #[serde(flatten)]
    edits: EditsJson<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stance: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    prefix: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    suffix: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<&'a str>,
    language: &'a str,
    #[serde(skip_serializing_if = "Text::is_empty", serialize_with = "by_language")]
    translation: &'a Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    key: bool,
}

#[derive(Serialize)]
struct BriefingJson<'a> {
    id: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    minutes: Option<u32>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    events: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    depth: Option<&'static str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    order: bool,
}

struct Builder<'a> {
    extract: &'a Extract<'a>,
    tag: &'a str,
}

impl<'a> Builder<'a> {
    fn text(&self, text: Option<&'a Text>) -> Option<&'a str> {
        text.map(|text| text.best(self.tag))
    }

    fn source(&self, index: SourceIndex) -> SourceJson<'a> {
        let source = &self.extract.timeline.sources[index];
        SourceJson {
            id: &source.id,
            text: source.text.as_deref(),
            title: self.text(source.title.as_ref()),
            author: self.text(source.author.as_ref()),
            container_title: self.text(source.container_title.as_ref()),
            credit: self.text(source.credit.as_ref()),
            issued: source.issued.as_ref().map(DateJson::from),
            genre: self.text(source.genre.as_ref()),
            url: source.url.as_deref(),
            sha256: source.sha256.as_deref(),
            origin: source.origin.as_deref(),
            relays: source.relays.iter().map(|relay| relay.best(self.tag)).collect(),
            language: source.language.as_str(),
            sheet: SheetJson {
                audience: self.text(source.sheet.audience.as_ref()),
                context: self.text(source.sheet.context.as_ref()),
                viewpoint: self.text(source.sheet.viewpoint.as_ref()),
                limits: self.text(source.sheet.limits.as_ref()),
            },
        }
    }

    fn place(&self, index: PlaceIndex) -> PlaceJson<'a> {
        let place = &self.extract.timeline.places[index];
        PlaceJson {
            id: &place.id,
            name: place.name.best(self.tag),
            latitude: place.coordinates.map(|(latitude, _)| latitude),
            longitude: place.coordinates.map(|(_, longitude)| longitude),
        }
    }

    fn event(&self, index: EventIndex) -> EventJson<'a> {
        let timeline = self.extract.timeline;
        let event = &timeline.events[index];
        let claims = event.claims.iter().map(|claim| ClaimJson {
            says: claim.says.best(self.tag),
            quotes: claim.quotes.clone().map(|quote| self.quote(quote)).collect(),
        });
        EventJson {
            id: &event.id,
            date: (&event.date).into(),
            title: event.title.best(self.tag),
            summary: self.text(event.summary.as_ref()),
            places: event.places.iter().map(|&place| timeline.places[place].id.as_str()).collect(),
            tags: event.tags.iter().map(|tag| tag.best(self.tag)).collect(),
            quotes: event.quotes.clone().map(|quote| self.quote(quote)).collect(),
            claims: claims.collect(),
            notes: self.text(event.notes.as_ref()),
            questions: event.questions.iter().map(|question| question.best(self.tag)).collect(),
            subevents: timeline.children(Some(index)).map(|event| self.event(event)).collect(),
        }
    }

    fn quote(&self, index: QuoteIndex) -> QuoteJson<'a> {
        let quote = &self.extract.timeline.quotes[index];
        let anchor = self.extract.anchors.get(index);
        let span = anchor.and_then(Anchor::span);
        QuoteJson {
            source: &quote.source_id,
            exact: &quote.exact,
            anchor: anchor.map(Anchor::name),
            start: span.map(|span| span.start),
            end: span.map(|span| span.end),
            edits: EditsJson::of(self.extract.standing(index)),
            stance: quote.claim.map(|_| quote.stance.name()),
            prefix: quote.prefix.as_deref(),
            suffix: quote.suffix.as_deref(),
            speaker: self.text(quote.speaker.as_ref()),
            language: quote.language.as_str(),
            translation: &quote.translation,
            note: self.text(quote.note.as_ref()),
            key: quote.is_key,
        }
    }

    fn briefing(&self, outline: &'a Outline) -> BriefingJson<'a> {
        let events = &self.extract.timeline.events;
        BriefingJson {
            id: &outline.id,
            title: outline.title.best(self.tag),
            minutes: outline.minutes,
            events: outline.events.iter().map(|&event| events[event].id.as_str()).collect(),
            depth: outline.depth.map(Depth::name),
            order: outline.has_ordering,
        }
    }
}

fn by_language<S: serde::Serializer>(text: &Text, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(text.entries().map(|(language, wording)| (language.as_str(), wording)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_has_null_where_it_has_no_day() {
        let date = |text: &str| serde_json::to_value(DateJson::from(&Date::parse(text).unwrap())).unwrap();
        assert_eq!(
            date("1961"),
            serde_json::json!({
                "written": "1961", "edtf": "1961", "earliest": "1961-01-01", "latest": "1961-12-31",
            })
        );
        assert_eq!(date("1961/..")["latest"], serde_json::Value::Null);
        let none = DateJson::from(&Dating::Undated { written: "soon".into() });
        assert_eq!(
            serde_json::to_value(none).unwrap(),
            serde_json::json!({"written": "soon", "edtf": null, "earliest": null, "latest": null})
        );
    }
}
