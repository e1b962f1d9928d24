//! `frise search`: events, quotes and passages by words.

use std::io;

use super::arguments::TimelineArgument;
use super::exit::Exit;
use super::output;
use super::reading::{self, Reading};
use super::settings::Settings;
use clap::ValueEnum;

use crate::edit::{Value, yaml_item};
use crate::evidence::{Quoted, Span};
use crate::export::found::{Answer, Marks, write_json, write_text};
use crate::i18n::{self, Lang};
use crate::model::LanguageTag;
use crate::quoting::{self, Quote};
use crate::search::{Corpus, Hit, Index, Query, Request, Target};

/// Find events, quotes and passages of articles by words
#[derive(Debug, clap::Args)]
#[command(after_help = SIGNS)]
pub(super) struct Arguments {
    /// Words and signs, in quotation marks for the shell
    #[arg(value_name = "QUERY", allow_hyphen_values = true)]
    query: String,

    #[command(flatten)]
    timeline: TimelineArgument,

    /// How to print what is found; JSON has its texts in the timeline's language where --lang does not say
    #[arg(long, value_enum, default_value_t)]
    format: Format,

    /// The most answers to print
    #[arg(long, value_name = "N", default_value_t = 20)]
    limit: usize,
}

/// How to print what was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Plain text
    #[default]
    Text,
    /// JSON, for scripts
    Json,
    /// The quotes and the sentences found, as YAML to paste under `quotes:`
    Yaml,
}

const SIGNS: &str = "\
Accents, ligatures and case are ignored: coree finds Corée, oeuvre finds Œuvre. In a name of five letters or more one
wrong letter is forgiven: Pyongiang finds Pyongyang, below what has the word as it is typed.

  coree nord        both, near enough in titles, places, tags and names
  pacte | traité    either
  'traité           these letters; 'traité' the whole word
  ^traité           a text that begins so; nord$ one that ends so
  !traité           without it
  \"kim jong\"        these words in a row
  tag:traité        events with this tag, as does #traité; likewise place: (lieu:), source: (doc:),
                    speaker: (locuteur:)
  19/06/2024        a date in any form: the events around it, or else the ones before and after

Examples:
  frise search \"'traité 1961\"                  that word, and the year
  frise search '!traité'                       every event that does not speak of it
  frise search 'tag:\"Union soviétique\" 1996'   a tag of two words
  frise search --format json 2019 | jq .       for scripts

The name in brackets is what `frise --at` takes.
Exit codes: 0 found; 1 nothing found; 2 frise could not run.";

/// Prints what the query finds.
pub(super) fn run(arguments: &Arguments, settings: &Settings) -> io::Result<Exit> {
    let Some(draft) = reading::draft(arguments.timeline.path()) else {
        return Ok(Exit::CouldNotRun);
    };
    let reading = Reading::of(draft);
    reading.warn_of_errors();
    let corpus = reading.corpus();
    let query = Query::parse(&arguments.query);
    let own = reading.timeline().language().map(LanguageTag::as_str);
    let tag = settings.asked.lang.map(Lang::tag).or(own).unwrap_or_default();
    let screen = match arguments.format {
        Format::Text | Format::Yaml => settings.lang(),
        Format::Json => Lang::from_tag(tag).unwrap_or_default(),
    };
    let request = Request { query: &query, lang: screen, limit: arguments.limit };
    let found = Index::new(corpus).search(corpus, request, &|| false).unwrap_or_default();
    let answer = Answer { query: &arguments.query, corpus, found: &found };
    match arguments.format {
        Format::Text => {
            settings.warn_of_problems();
            if found.nearest.is_some() {
                output::warn(&format!("{}\n", i18n::no_matches(found.nearest.as_deref(), screen)));
            }
            let marks = if settings.colors_print() { Marks::Terminal } else { Marks::Stars };
            output::print(|out| write_text(&answer, screen, marks, out))?;
        }
        Format::Json => output::print(|out| write_json(&answer, tag, out))?,
        Format::Yaml => {
            let quotes = quotes(&answer);
            output::print(|out| quotes.iter().try_for_each(|quote| out.write_all(quote.as_bytes())))?;
            return Ok(if quotes.is_empty() { Exit::Errors } else { Exit::Clean });
        }
    }
    Ok(if found.events + found.passages == 0 { Exit::Errors } else { Exit::Clean })
}

/// The quotes among the hits, and the sentences of articles in which something was found as quotes, each once.
fn quotes(answer: &Answer<'_>) -> Vec<String> {
    let mut quotes: Vec<String> = Vec::new();
    for quote in answer.found.hits.iter().filter_map(|hit| quote(answer, hit)) {
        let written = yaml_item(&quote);
        if !quotes.contains(&written) {
            quotes.push(written);
        }
    }
    quotes
}

fn quote(answer: &Answer<'_>, hit: &Hit) -> Option<Value> {
    let Corpus { timeline, articles, .. } = answer.corpus;
    match &hit.target {
        Target::Event(_) => None,
        Target::Quote(quote) => {
            let quote = timeline.quotes.get(*quote)?;
            let (prefix, suffix) = (quote.prefix.clone(), quote.suffix.clone());
            let quoted = Quoted { exact: quote.exact.clone(), prefix, suffix };
            Some(quoting::value(&quote.source_id, &quoted, None))
        }
        Target::Passage { source, bytes, .. } => {
            let article = articles.get(*source)?.as_ref()?;
            let found = hit.reasons.first().map_or(bytes.clone(), |reason| {
                let ends = reason.highlights.first().zip(reason.highlights.last());
                ends.map_or(bytes.clone(), |(first, last)| {
                    reason.offset + first.start..reason.offset + last.end
                })
            });
            let span =
                Span { start: article.scalar_offset(found.start), end: article.scalar_offset(found.end) };
            let id = &timeline.sources.get(*source)?.id;
            Quote::of_sentences(id, span, article).map(|quote| quote.value())
        }
    }
}
