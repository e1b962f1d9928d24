//! `frise new`: a folder with a timeline to write over, or with an example.

use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::exit::Exit;
use super::output;
use super::settings::Settings;
use super::sources::{self, Plan, Taken};
use crate::edit::{self, Document, EVENT_KEYS, Step, TIMELINE_KEYS, Value};
use crate::evidence::{Article, Span};
use crate::export;
use crate::i18n::Lang;
use crate::load;
use crate::quoting::Quote;
use crate::visible;

/// Begin a timeline in a folder
///
/// The timeline explains itself in comments and has one event to write over, and a source for each file that
/// is given. No file is ever written over. What was written is printed, a file a line.
#[derive(Debug, clap::Args)]
#[command(after_help = MORE)]
pub(super) struct Arguments {
    /// The folder, made where there is none; of an example its name where no folder is given
    #[arg(value_name = "FOLDER", required_unless_present = "example")]
    folder: Option<PathBuf>,

    /// Files to make sources of, as `frise add` does
    #[arg(value_name = "FILE", conflicts_with = "example")]
    files: Vec<PathBuf>,

    /// The encoding of the texts and pages, where it is not told from them: windows-1252, macintosh, koi8-r …
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,

    /// Write a timeline to learn from, with its articles
    #[arg(long, value_name = "NAME", value_enum)]
    example: Option<Example>,
}

const MORE: &str = "\
Examples:
  frise new phare ~/Downloads/*.html     a timeline with these pages as sources
  frise new --example lighthouse         a small one with every key in use

Exit codes: 0 done; 2 nothing was written.";

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Example {
    /// A small timeline with every key in use
    Lighthouse,
    /// The timeline that frise opens where there is no other
    BuiltIn,
}

impl Example {
    fn name(self) -> &'static str {
        match self {
            Self::Lighthouse => "lighthouse",
            Self::BuiltIn => "built-in",
        }
    }

    /// Its files, the timeline last.
    fn files(self, lang: Lang) -> Vec<(&'static str, Cow<'static, str>)> {
        match self {
            Self::Lighthouse => vec![
                (
                    "articles/gazette.txt",
                    include_str!("../../assets/new/lighthouse/articles/gazette.txt").into(),
                ),
                (
                    "articles/journal.txt",
                    include_str!("../../assets/new/lighthouse/articles/journal.txt").into(),
                ),
                ("articles/log.txt", include_str!("../../assets/new/lighthouse/articles/log.txt").into()),
                (
                    TIMELINE,
                    match lang {
                        Lang::En => include_str!("../../assets/new/lighthouse/timeline.en.yaml").into(),
                        Lang::Fr => include_str!("../../assets/new/lighthouse/timeline.fr.yaml").into(),
                    },
                ),
            ],
            Self::BuiltIn => {
                let mut schema = Vec::new();
                // A vector can always be written to.
                let _ = export::write_value(&load::schema(), &mut schema);
                let schema =
                    ("assets/timeline.schema.json", String::from_utf8_lossy(&schema).into_owned().into());
                std::iter::once(schema)
                    .chain(load::builtin_files().map(|(path, text)| (path, text.into())))
                    .collect()
            }
        }
    }
}

/// The name of a timeline in its folder.
const TIMELINE: &str = "timeline.yaml";

/// Writes the timeline.
pub(super) fn run(arguments: &Arguments, settings: &Settings) -> io::Result<Exit> {
    if let Some(example) = arguments.example {
        let folder = arguments.folder.clone().unwrap_or_else(|| PathBuf::from(example.name()));
        return write_example(&folder, example, settings.lang());
    }
    let folder = arguments.folder.clone().unwrap_or_default();
    let timeline = folder.join(TIMELINE);
    if fs::symlink_metadata(&timeline).is_ok() {
        return Ok(refuse(
            format!("{} exists already, and is left as it is", timeline.display()),
            Some("`frise add` adds sources to it"),
        ));
    }
    let taken = Taken { language: Some(settings.lang().tag().to_owned()), ..Taken::default() };
    let Some(plan) = Plan::of(&folder, &arguments.files, arguments.encoding.as_deref(), taken) else {
        return Ok(Exit::CouldNotRun);
    };
    let yaml = match begun(settings.lang(), &plan) {
        Ok(yaml) => yaml,
        Err(refusal) => return Ok(refuse(refusal, None)),
    };
    plan.show();
    let made = match Made::folder(&folder) {
        Ok(made) => made,
        Err(error) => {
            return Ok(refuse(format!("cannot make the folder {}: {error}", folder.display()), None));
        }
    };
    let written = match plan.write(&folder) {
        Ok(written) => written,
        Err(error) => {
            made.undo();
            return Ok(refuse(error, None));
        }
    };
    if let Err(error) = edit::create(&timeline, yaml.as_bytes()) {
        written.undo();
        made.undo();
        return Ok(refuse(error, None));
    }
    print(written.files().iter().map(PathBuf::as_path).chain([timeline.as_path()]))
}

/// The timeline to write over, with the sources of `plan` and a quote of the first of them.
fn begun(lang: Lang, plan: &Plan) -> Result<String, edit::Refusal> {
    let template = match lang {
        Lang::En => include_str!("../../assets/new/timeline.en.yaml"),
        Lang::Fr => include_str!("../../assets/new/timeline.fr.yaml"),
    };
    let sources: Vec<Value> = plan.sources.iter().map(|source| source.entry.clone()).collect();
    if sources.is_empty() {
        return Ok(template.to_owned());
    }
    let quoted = plan
        .sources
        .iter()
        .find_map(|source| Some((source, first_quote(&source.id, source.text.as_deref()?)?)));
    let issued = quoted.as_ref().and_then(|(source, _)| source.stated.issued.as_deref());
    let template = match issued.filter(|date| edit::is_plain_date(date)) {
        Some(date) => template.replacen("date: 2000 ", &format!("date: {date} "), 1),
        None => template.to_owned(),
    };
    let yaml = Document::read(&template)?.append(&[Step::Key("sources")], &sources, TIMELINE_KEYS)?;
    let document = Document::read(&yaml)?;
    let way = document.texts("events", "id").next().and_then(|id| document.event(id));
    let Some(((_, quote), mut way)) = quoted.zip(way) else { return Ok(yaml) };
    way.push(Step::Key("quotes"));
    document.append(&way, &[quote.value()], EVENT_KEYS)
}

/// A quote of the first sentence of a text that is long enough to say something, to be written over.
fn first_quote(source: &str, text: &str) -> Option<Quote> {
    const SHORTEST: usize = 6;
    const LONGEST: usize = 30;
    let line = text.lines().find(|line| line.split_whitespace().count() >= SHORTEST)?.trim();
    let blanks = line.match_indices(char::is_whitespace).map(|(at, _)| at).enumerate();
    let is_end = |(words, at): &(usize, usize)| {
        let ends_sentence = line.get(..*at).is_some_and(|before| before.ends_with(['.', '!', '?']));
        (words + 1 >= SHORTEST && ends_sentence) || words + 1 == LONGEST
    };
    let passage = line.get(..blanks.into_iter().find(is_end).map_or(line.len(), |(_, at)| at))?;
    let article = Article::new(text.to_owned());
    let start = text.find(passage)?;
    let span =
        Span { start: article.scalar_offset(start), end: article.scalar_offset(start + passage.len()) };
    Quote::of(source, span, &article)
}

fn write_example(folder: &Path, example: Example, lang: Lang) -> io::Result<Exit> {
    let files: Vec<(PathBuf, Cow<'_, str>)> =
        example.files(lang).into_iter().map(|(path, text)| (folder.join(path), text)).collect();
    if let Some((path, _)) = files.iter().find(|(path, _)| fs::symlink_metadata(path).is_ok()) {
        let message = format!("{} exists already, and is left as it is", path.display());
        return Ok(refuse(message, Some("name another folder: frise new --example NAME FOLDER")));
    }
    for (path, text) in &files {
        let parent = path.parent().unwrap_or(folder);
        let made = fs::create_dir_all(parent)
            .map_err(|reason| edit::WriteError::System { path: parent.to_owned(), reason })
            .and_then(|()| edit::create(path, text.as_bytes()));
        if let Err(error) = made {
            return Ok(refuse(error, None));
        }
    }
    print(files.iter().map(|(path, _)| path.as_path()))
}

/// A folder that was made, or was there.
struct Made(Option<PathBuf>);

impl Made {
    fn folder(folder: &Path) -> io::Result<Self> {
        if folder.is_dir() || folder.as_os_str().is_empty() {
            return Ok(Self(None));
        }
        fs::create_dir_all(folder)?;
        Ok(Self(Some(folder.to_owned())))
    }

    fn undo(&self) {
        if let Some(folder) = &self.0 {
            let _ = fs::remove_dir(folder);
        }
    }
}

fn print<'p>(paths: impl Iterator<Item = &'p Path>) -> io::Result<Exit> {
    let mut paths = paths.map(sources::shown);
    output::print(|out| paths.try_for_each(|path| writeln!(out, "{}", visible::line(&path))))?;
    Ok(Exit::Clean)
}

fn refuse(message: impl std::fmt::Display, help: Option<&str>) -> Exit {
    output::complain(message, help);
    Exit::CouldNotRun
}
