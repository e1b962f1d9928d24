//! `frise quote`: from words as somebody remembers them to the quote that a timeline takes.

use std::io;
use std::path::PathBuf;

use clap::ValueEnum;
use serde::Serialize;

use super::exit::Exit;
use super::{output, reading};
use crate::edit;
use crate::evidence::{self, Selector};
use crate::export;
use crate::i18n::Lang;
use crate::load::did_you_mean;
use crate::quoting::{self, Found, Quote};

/// Find the passage that words mean, and print it as a quote
#[derive(Debug, clap::Args)]
#[command(after_help = MORE)]
pub(super) struct Arguments {
    /// The id of the source
    #[arg(value_name = "SOURCE")]
    source: String,

    /// Words of the passage, as they are remembered
    #[arg(value_name = "WORDS", required = true)]
    words: Vec<String>,

    /// The timeline: a YAML file, or a folder with a `timeline.yaml`
    #[arg(long, value_name = "TIMELINE")]
    timeline: Option<PathBuf>,

    /// How to print the quote
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

const MORE: &str = "\
The quote has the characters of the article, and a prefix or a suffix where its words stand there more than once.

Examples:
  frise quote doc1 traite annule 1996           the passage like these words
  frise quote doc1 \"Ce traité avait été annulé\"   these words
  frise quote doc1 annulé --format json | jq .    for scripts

Exit codes: 0 found; 1 nothing comes near; 2 frise could not run.";

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// YAML, to paste under `quotes:`
    #[default]
    Yaml,
    /// JSON, for scripts
    Json,
}

/// A quote as scripts get it.
#[derive(Serialize)]
struct QuoteJson<'a> {
    source: &'a str,
    exact: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    prefix: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    suffix: Option<&'a str>,
    start: usize,
    end: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<usize>,
    anchor: &'static str,
}

/// Prints the quote that the words mean.
pub(super) fn run(arguments: &Arguments) -> io::Result<Exit> {
    let Some(draft) = reading::draft(arguments.timeline.as_deref()) else {
        return Ok(Exit::CouldNotRun);
    };
    let sources = &draft.timeline.sources;
    let Some(index) = sources.iter().position(|source| source.id == arguments.source) else {
        let help = did_you_mean(&arguments.source, sources.iter().map(|source| source.id.as_str()));
        let help = help.as_ref().map(|help| help.in_language(Lang::En));
        output::complain(format!("the timeline has no source `{}`", arguments.source), help);
        return Ok(Exit::CouldNotRun);
    };
    let Some(article) = draft.articles.get(index).and_then(Option::as_ref) else {
        let help = "`frise check` says what is wrong with it";
        output::complain(format!("the article of `{}` cannot be read", arguments.source), Some(help));
        return Ok(Exit::CouldNotRun);
    };
    let quote = match quoting::find(&arguments.source, &arguments.words.join(" "), article) {
        Found::Exact { quote, places } => {
            if places > 1 {
                output::help(&format!(
                    "these words stand in {places} places; this is the first. More of them decide"
                ));
            }
            quote
        }
        Found::Near(quote) => {
            output::help("these are not the words that were given, but those that come nearest");
            quote
        }
        Found::Nothing(near) => {
            let nearest = near.map(|near| {
                let text: String = near.text.chars().take(200).collect();
                format!("nearest, with {} of {} words: {text}", near.shared, near.of)
            });
            let help = nearest.as_deref().or(Some("none of its words stands there"));
            output::complain(format!("nothing in `{}` comes near these words", arguments.source), help);
            return Ok(Exit::Errors);
        }
    };
    let anchor = evidence::anchor(&selector(&quote), article).name();
    output::print(|out| match arguments.format {
        Format::Yaml => out.write_all(edit::yaml_item(&quote.value()).as_bytes()),
        Format::Json => export::write_value(&json(&quote, anchor), out),
    })?;
    Ok(Exit::Clean)
}

fn selector(quote: &Quote) -> Selector<'_> {
    let quoted = &quote.quoted;
    Selector { exact: &quoted.exact, prefix: quoted.prefix.as_deref(), suffix: quoted.suffix.as_deref() }
}

fn json<'a>(quote: &'a Quote, anchor: &'static str) -> QuoteJson<'a> {
    QuoteJson {
        source: &quote.source,
        exact: &quote.quoted.exact,
        prefix: quote.quoted.prefix.as_deref(),
        suffix: quote.quoted.suffix.as_deref(),
        start: quote.span.start,
        end: quote.span.end,
        page: quote.page,
        anchor,
    }
}
