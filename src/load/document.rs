//! A timeline as it was read, and the proof of it.

use std::borrow::Cow;
use std::path::PathBuf;

use super::files::{Input, ReadError, articles, builtin, disk};
use super::reader;
use super::rules::paths::{to_event, to_quote, to_source};
use super::rules::{self, Facts, reading};
use super::yaml::{self, Node, locate};
use crate::evidence::{self, Anchor, Article, Selector};
use crate::load::diagnostics::{Excerpt, Finding, Findings, Part, Path, Problem, Spot, safe};
use crate::model::{EventIndex, QuoteIndex, SourceIndex, Timeline};

/// How many bytes after one that is not UTF-8 are shown at most.
const SHOWN: usize = 1_000;
/// How many bytes of articles are looked through for passages that orphans resemble.
const LOOKED_THROUGH: usize = 24 << 20;
/// How many bytes a timeline may have.
const LARGEST: u64 = 64 << 20;

/// A timeline as it was read: whatever could be, with its articles. It is not proven yet.
#[derive(Debug)]
pub struct Draft {
    /// The timeline.
    pub timeline: Timeline,
    /// Its articles, by the positions of their sources; `None` where there is none or it cannot be read.
    pub articles: Vec<Option<Article>>,
    input: Input,
    yaml: Cow<'static, str>,
    findings: Findings,
}

/// What a draft is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// How each quote stands in its article, by position in [`Timeline::quotes`]. A quote whose article is not
    /// there is an orphan with no passage near it.
    pub anchors: Vec<Anchor>,
    /// Every problem, in the order of the file.
    pub problems: Vec<Problem>,
}

/// Why there is no draft.
#[derive(Debug)]
pub enum Failure {
    /// There is no file to read.
    Io(ReadError),
    /// The file is nothing that a timeline could be read from; at least one problem says why.
    Problems(Vec<Problem>),
}

/// Reads a timeline and its articles, and proves nothing yet.
///
/// # Errors
///
/// The file cannot be read, or what is in it is no YAML, no mapping, or a danger to read.
pub fn read(input: &Input) -> Result<Draft, Failure> {
    let yaml = text(input)?;
    let fail = |finding: Box<Finding>| Failure::Problems(locate_all(vec![*finding], &input.name(), &yaml));
    let (root, has_more) = tree(&yaml).map_err(fail)?;
    if root == Node::Null {
        let spot = Spot::Bytes(0..0);
        let finding = Finding::new(&reading::EMPTY_FILE, spot, "there is no timeline in this file");
        return Err(fail(Box::new(finding.help("a timeline has at least `title` and `events`"))));
    }
    let (timeline, mut findings) = reader::read(root);
    if has_more {
        findings.push(more_documents(&yaml));
    }
    let Some(timeline) = timeline else {
        return Err(Failure::Problems(locate_all(findings.kept, &input.name(), &yaml)));
    };
    let (articles, refused) = articles::read(input, &timeline.sources);
    findings.extend(refused);
    Ok(Draft { timeline, articles, input: input.clone(), yaml, findings })
}

/// The first document of `yaml`, and whether there are more. Where it is the built-in timeline to the letter,
/// its tree has been made already.
fn tree(yaml: &str) -> Result<(Node<'_>, bool), Box<Finding>> {
    if yaml == builtin::TIMELINE
        && let Ok(root) = serde_json::from_str(builtin::TREE)
    {
        return Ok((root, false));
    }
    yaml::tree(yaml)
}

/// The YAML, without a byte-order mark.
fn text(input: &Input) -> Result<Cow<'static, str>, Failure> {
    let Input::File(path) = input else { return Ok(builtin::TIMELINE.into()) };
    let problem = |rule, text: &str, at: usize, message: String, help: &str| {
        let finding = Finding::new(rule, Spot::Bytes(at..at), message).help(help);
        Failure::Problems(locate_all(vec![finding], &input.name(), text))
    };
    let bytes = disk::read(path, LARGEST).map_err(|reason| match reason {
        disk::Unreadable::TooBig(_) => {
            let message = format!("the file is larger than {} MiB", LARGEST >> 20);
            problem(&reading::TOO_LARGE, "", 0, message, "divide it into several timelines")
        }
        reason => Failure::Io(ReadError::Unreadable { path: path.clone(), reason }),
    })?;
    let mut text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        // There is such a byte, for it is what made the error.
        let byte = error.as_bytes()[at];
        // Enough for the line that is shown; every bad byte becomes three.
        let readable = String::from_utf8_lossy(&error.as_bytes()[..error.as_bytes().len().min(at + SHOWN)]);
        problem(
            &reading::NOT_UTF8,
            &readable,
            at,
            format!("the byte {byte:02X} is not UTF-8"),
            "save the file as UTF-8",
        )
    })?;
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    Ok(text.into())
}

fn more_documents(yaml: &str) -> Finding {
    let mut at = 0;
    let mut has_content = false;
    for line in yaml.split_inclusive('\n') {
        let is_mark = line.starts_with("---") || line.starts_with("...");
        if is_mark && has_content {
            break;
        }
        let content = if is_mark { &line[3..] } else { line };
        has_content |= !content.trim().is_empty() && !content.trim_start().starts_with(['#', '%']);
        at += line.len();
    }
    let spot = Spot::Bytes(at..(at + 3).min(yaml.len()));
    Finding::new(&reading::MANY_DOCUMENTS, spot, "the file holds more than one YAML document")
        .label("what follows is not read")
        .help("take this line out, or put what follows into a file of its own")
}

impl Draft {
    /// What it was read from.
    pub fn input(&self) -> &Input {
        &self.input
    }

    /// How each quote stands in its article, by position in [`Timeline::quotes`]. The passages that orphans
    /// resemble are looked up in some tens of MiB of articles at most, counted for each orphan anew; an orphan
    /// after that has none.
    pub fn anchors(&self) -> Vec<Anchor> {
        let mut looked_through = 0;
        let quotes = self.timeline.quotes.iter();
        quotes
            .map(|quote| {
                let Some(article) = quote.source.and_then(|source| self.articles[source].as_ref()) else {
                    return Anchor::Orphan(None);
                };
                let selector = Selector {
                    exact: &quote.exact,
                    prefix: quote.prefix.as_deref(),
                    suffix: quote.suffix.as_deref(),
                };
                match evidence::anchor_without_nearest(&selector, article) {
                    Anchor::Orphan(_) if looked_through < LOOKED_THROUGH => {
                        looked_through += article.text().len();
                        evidence::anchor(&selector, article)
                    }
                    anchor => anchor,
                }
            })
            .collect()
    }

    /// What the user would call each article.
    fn article_names(&self) -> Vec<String> {
        let written = self.timeline.sources.iter().map(|source| source.text.as_deref().unwrap_or_default());
        written.map(|written| self.input.article_name(written)).collect()
    }

    /// Anchors every quote, checks every rule, and finds where every problem stands.
    pub fn prove(&self) -> Proof {
        let anchors = self.anchors();
        let mut found = rules::check(&Facts {
            timeline: &self.timeline,
            articles: &self.articles,
            article_names: &self.article_names(),
            anchors: &anchors,
        });
        // Errors first, so that none is left out for a warning.
        found.sort_by_key(|finding| finding.rule.severity);
        let mut findings = self.findings.clone();
        findings.extend(found);
        let Findings { mut kept, left_out } = findings;
        if left_out > 0 {
            let end = Spot::Bytes(self.yaml.len()..self.yaml.len());
            kept.push(Finding::new(
                &reading::TOO_MANY,
                end,
                format!("{left_out} more problems are not listed"),
            ));
        }
        let problems = locate_all(kept, &self.input.name(), &self.yaml);
        Proof { anchors, problems }
    }
}

/// The problems that `findings` are, in the order of the file.
pub(in crate::load) fn locate_all(findings: Vec<Finding>, file: &str, text: &str) -> Vec<Problem> {
    let spots: Vec<&Spot> = findings.iter().map(|finding| &finding.spot).collect();
    let places = locate(text, &spots);
    let mut problems: Vec<Problem> = findings
        .into_iter()
        .zip(places)
        .map(|(finding, place)| Problem {
            code: finding.rule.code,
            severity: finding.rule.severity,
            in_french: finding.rule.summary_fr,
            message: safe(finding.message),
            at: Excerpt {
                label: safe(finding.label),
                ..Excerpt::at(file, text, place.bytes, (place.line, place.column))
            },
            help: finding.help.map(safe),
            more: finding.more,
        })
        .collect();
    problems.sort_by_key(|problem| (problem.at.line, problem.at.column));
    problems
}

impl Draft {
    /// Its files: its own, and those of its articles that lie where they may. None for the built-in timeline.
    pub fn files(&self) -> Vec<PathBuf> {
        let Some(path) = self.input.path() else { return Vec::new() };
        let articles = (0..self.timeline.sources.len()).filter_map(|source| self.article_path(source));
        std::iter::once(path.to_owned()).chain(articles).collect()
    }

    /// The file of the article of a source, whether or not it is there; `None` where the source names none, or
    /// one outside the timeline's folder.
    pub fn article_path(&self, source: SourceIndex) -> Option<PathBuf> {
        let folder = self.input.folder()?;
        let written =
            self.timeline.sources.get(source)?.text.as_deref().filter(|path| !path.trim().is_empty())?;
        match disk::confine(folder, written) {
            Err(disk::Astray::Outside) => None,
            _ => Some(folder.join(written)),
        }
    }

    /// Whether it was read from the same text and the same articles.
    pub fn is_same_as(&self, other: &Self) -> bool {
        let texts = self.articles.iter().map(|article| article.as_ref().map(Article::text));
        self.yaml == other.yaml
            && texts.eq(other.articles.iter().map(|article| article.as_ref().map(Article::text)))
    }

    /// The line on which an event begins, from 1; the first where there is no such event. The whole text is
    /// looked through for it.
    pub fn line_of_event(&self, event: EventIndex) -> usize {
        self.line(self.timeline.events.get(event).map(|_| to_event(&self.timeline, event)))
    }

    /// The line on which a quote begins, in the same way.
    pub fn line_of_quote(&self, quote: QuoteIndex) -> usize {
        self.line(self.timeline.quotes.get(quote).map(|_| to_quote(&self.timeline, quote)))
    }

    /// The line on which a source begins, in the same way.
    pub fn line_of_source(&self, source: SourceIndex) -> usize {
        self.line(self.timeline.sources.get(source).map(|_| to_source(&self.timeline, source)))
    }

    fn line(&self, path: Option<Path>) -> usize {
        let Some(path) = path else { return 1 };
        let spot = Spot::Node(path, Part::Value);
        locate(&self.yaml, &[&spot]).first().map_or(1, |place| place.line)
    }
}

#[cfg(test)]
mod tests {
    use super::{Input, read};
    use crate::load::tests::Folder;

    const YAML: &str = "\
title: T
sources:
  - id: a
    text: a.txt
  - {id: b, text: ../b.txt}
  - {id: c, text: none.txt}
events:
  - id: first
    date: 1961
    title: x
    quotes:
      - {source: a, exact: one}
      - source: a
        exact: two
    subevents:
      - id: inside
        date: 1961
        title: y
        claims:
          - says: z
            quotes:
              - {source: a, exact: three}
  - id: earlier
    date: 1950
    title: w
";

    #[test]
    fn everything_has_its_line() {
        let folder = Folder::new();
        folder.write("t.yaml", YAML);
        folder.write("a.txt", "one two three");
        let draft = read(&Input::File(folder.path("t.yaml"))).unwrap();
        let lines = |id: &str| draft.line_of_event(draft.timeline.event_by_id(id).unwrap());
        assert_eq!((lines("first"), lines("inside"), lines("earlier")), (8, 16, 23));
        let quotes: Vec<usize> = (0..3).map(|quote| draft.line_of_quote(quote)).collect();
        assert_eq!(quotes, [12, 13, 22]);
        assert_eq!((draft.line_of_source(0), draft.line_of_source(2)), (3, 6));
        assert_eq!((draft.line_of_event(9), draft.line_of_quote(9)), (1, 1));
        let files = ["t.yaml", "a.txt", "none.txt"].map(|name| folder.path(name));
        assert_eq!(draft.files(), files);
    }

    #[test]
    fn what_was_only_touched_is_the_same() {
        let folder = Folder::new();
        folder.write("t.yaml", YAML);
        folder.write("a.txt", "one two three");
        let input = Input::File(folder.path("t.yaml"));
        let before = read(&input).unwrap();
        assert!(read(&input).unwrap().is_same_as(&before));
        folder.write("a.txt", "one two");
        assert!(!read(&input).unwrap().is_same_as(&before));
        assert!(read(&Input::Builtin).unwrap().files().is_empty());
    }
}
