//! A timeline as it was read, and the proof of it.

use std::borrow::Cow;

use super::locate;
use super::node::Node;
use super::rules::{self, Facts, reading};
use super::{Input, articles, builtin, disk, guard, reader, syntax};
use crate::evidence::{self, Anchor, Article, Budget, OverBudget};
use crate::load::diagnostics::{Excerpt, Problem, safe};
use crate::load::diagnostics::{Finding, Findings, Spot};
use crate::model::{QuoteIndex, Timeline};

use super::ReadError;

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
    pub(super) input: Input,
    pub(super) yaml: Cow<'static, str>,
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
/// its tree has been made already; anything else is guarded against before it is parsed.
fn tree(yaml: &str) -> Result<(Node<'_>, bool), Box<Finding>> {
    if yaml == builtin::TIMELINE
        && let Ok(root) = serde_json::from_str(builtin::TREE)
    {
        return Ok((root, false));
    }
    guard::check(yaml)?;
    syntax::parse(yaml)
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
        self.look_up().0
    }

    /// The same with the quotes that were not looked up, because the whole of them costs too much.
    fn look_up(&self) -> (Vec<Anchor>, Vec<QuoteIndex>) {
        let mut budget = Budget::default();
        let mut looked_through = 0;
        let mut not_looked_up = Vec::new();
        let quotes = self.timeline.quotes.iter().enumerate();
        let anchors = quotes.map(|(index, quote)| {
            let Some(article) = quote.source.and_then(|source| self.articles[source].as_ref()) else {
                return Anchor::Orphan(None);
            };
            match evidence::anchor_within(&Facts::selector(quote), article, &mut budget) {
                Ok(Anchor::Orphan(_)) if looked_through < LOOKED_THROUGH => {
                    looked_through += article.text().len();
                    Anchor::Orphan(evidence::nearest(&quote.exact, article))
                }
                Ok(anchor) => anchor,
                Err(OverBudget) => {
                    not_looked_up.push(index);
                    Anchor::Orphan(None)
                }
            }
        });
        (anchors.collect(), not_looked_up)
    }

    /// What the user would call each article.
    fn article_names(&self) -> Vec<String> {
        let written = self.timeline.sources.iter().map(|source| source.text.as_deref().unwrap_or_default());
        written.map(|written| self.input.article_name(written)).collect()
    }

    /// Anchors every quote, checks every rule, and finds where every problem stands.
    pub fn prove(&self) -> Proof {
        let (anchors, not_looked_up) = self.look_up();
        let mut found = rules::check(&Facts {
            timeline: &self.timeline,
            articles: &self.articles,
            article_names: &self.article_names(),
            anchors: &anchors,
            not_looked_up: &not_looked_up,
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
    let places = locate::locate(text, &spots);
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
