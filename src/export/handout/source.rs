//! The sources of a handout: their sheets and their articles.

use std::collections::HashMap;

use super::link;
use super::page::{Builder, Hidden, line};
use super::view::{Body, Run, Source, Value, Wording};
use crate::i18n::Field;
use crate::model::{self, SourceIndex, Text};

/// The numbers of the sources of each origin.
type Origins<'t> = HashMap<&'t str, Vec<usize>>;

impl<'a> Builder<'a> {
    /// Every source, in the order of the timeline.
    pub(super) fn sources(&self) -> Vec<Source<'a>> {
        let mut origins = Origins::new();
        for source in &self.timeline.sources {
            origins.entry(source.origin()).or_default().push(source.position + 1);
        }
        (0..self.timeline.sources.len()).map(|source| self.source(source, &origins)).collect()
    }

    fn source(&self, index: SourceIndex, origins: &Origins<'_>) -> Source<'a> {
        let source = &self.timeline.sources[index];
        let title = source.title.as_ref().and_then(|title| self.wording(title));
        let mut missing = Vec::new();
        if title.is_none() {
            missing.push(self.words.sheet.title.name);
        }
        let mut rows = Vec::new();
        for (field, value) in self.document(source) {
            match value {
                Some(value) => rows.push((field.name, value)),
                None => missing.push(field.name),
            }
        }
        rows.extend(self.criticism(source, origins));
        Source {
            number: source.position + 1,
            title: title.unwrap_or_else(|| self.described(source)),
            rows,
            missing,
            publisher: self.publisher(source),
            issued: source.issued.as_ref().map(|issued| self.when(issued)),
            genre: source.genre.as_ref().and_then(|genre| self.wording(genre)),
            lang: source.language.as_str(),
            article: self.body(index),
        }
    }

    /// What stands in the place of a title: who published the document, and when.
    fn described(&self, source: &'a model::Source) -> Wording<'a> {
        let issued = source.issued.as_ref().map(|issued| self.when(issued).words);
        let issued = issued.unwrap_or_else(|| self.words.unissued.to_owned());
        let described = format!("{} · {issued}", self.publisher(source));
        Wording { lang: None, runs: vec![Run::Said(described.into())] }
    }

    /// What the document says of itself; `None` where it says nothing.
    fn document(&self, source: &'a model::Source) -> [(Field, Option<Value<'a>>); 6] {
        let words = &self.words.sheet;
        let text = |text: &'a Option<Text>| {
            let paragraphs = self.paragraphs(text.as_ref(), Hidden::Nothing);
            (!paragraphs.is_empty()).then_some(Value::Said(paragraphs))
        };
        let issued = source.issued.as_ref().map(|issued| Value::When(self.when(issued)));
        let url = source.url.as_deref().map(|url| Value::Address(line(url), link::address(url)));
        [
            (words.author, text(&source.author)),
            (words.container_title, text(&source.container_title)),
            (words.credit, text(&source.credit)),
            (words.issued, issued),
            (words.genre, text(&source.genre)),
            (words.url, url),
        ]
    }

    /// What the timeline says of the document.
    fn criticism(&self, source: &'a model::Source, origins: &Origins<'_>) -> Vec<(&'static str, Value<'a>)> {
        let (words, sheet) = (&self.words.sheet, &source.sheet);
        let rows = [
            (words.audience, &sheet.audience),
            (words.context, &sheet.context),
            (words.viewpoint, &sheet.viewpoint),
            (words.limits, &sheet.limits),
        ];
        let said = rows
            .into_iter()
            .map(|(label, text)| (label, Value::Said(self.paragraphs(text.as_ref(), Hidden::Nothing))));
        let said =
            said.filter(|(_, value)| !matches!(value, Value::Said(paragraphs) if paragraphs.is_empty()));
        let origin = source.origin.as_deref().filter(|origin| !origin.trim().is_empty());
        let origin =
            origin.map(|origin| (words.origin, Value::Origin(line(origin), sharing(source, origins))));
        said.chain(origin).chain(self.relays(source)).collect()
    }

    fn relays(&self, source: &'a model::Source) -> Option<(&'static str, Value<'a>)> {
        let names: Vec<_> = source.relays.iter().map(|relay| line(relay.best(self.lang.tag()))).collect();
        let said = Wording { lang: None, runs: vec![Run::Said(names.join(", ").into())] };
        (!names.is_empty()).then(|| (self.words.sheet.relays, Value::Said(vec![said])))
    }

    fn body(&self, index: SourceIndex) -> Body<'a> {
        let source = &self.timeline.sources[index];
        if !self.handout.has_articles {
            return Body::None;
        }
        match self.handout.articles.get(index).and_then(Option::as_ref) {
            Some(article) => match self.article(index, article) {
                paragraphs if paragraphs.is_empty() => Body::None,
                paragraphs => Body::Paragraphs(paragraphs),
            },
            None if source.text.is_some() => Body::Unreadable,
            None => Body::None,
        }
    }

    /// Who published the document, as far as it says.
    pub(super) fn publisher(&self, source: &model::Source) -> String {
        let text = |text: &Option<Text>| {
            let said = text.as_ref().map(|text| line(text.best(self.lang.tag())).into_owned());
            said.filter(|said| !said.is_empty())
        };
        match (text(&source.container_title), text(&source.credit)) {
            (Some(publication), Some(agency)) => format!("{publication} ({agency})"),
            (Some(publication), None) => publication,
            // Who is credited, for a photograph perhaps, need not have published it.
            (None, Some(agency)) => format!("{} ({agency})", self.words.unpublished),
            (None, None) => self.words.unpublished.to_owned(),
        }
    }
}

/// The numbers of the other sources with the origin of `source`.
fn sharing(source: &model::Source, origins: &Origins<'_>) -> Vec<usize> {
    let all = origins.get(source.origin()).into_iter().flatten().copied();
    all.filter(|number| *number != source.position + 1).collect()
}
