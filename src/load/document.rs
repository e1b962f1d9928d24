//! A timeline as it was read, and the proof of it.

use std::borrow::Cow;
use std::path::PathBuf;

use super::files::encoding::Content;
use super::files::{Input, ReadError, articles, builtin, disk};
use super::permit::Permit;
use super::reader::{self, Read};
use super::rules::paths::{to_event, to_quote, to_source};
use super::rules::{self, Facts, reading};
use super::yaml::{self, Node, Tree, edit, locate, stretches};
use crate::evidence::{self, Anchor, Article, Budget, OverBudget};
use crate::i18n::Lang;
use crate::load::diagnostics::{
    Allowance, Edit, Excerpt, Finding, Findings, Fix, Localized, Part, Path, Problem, Spot, Stretch, safe,
    said,
};
use crate::model::{EventIndex, QuoteIndex, SourceIndex, Timeline};

/// How many bytes after one that is not UTF-8 are shown at most.
const SHOWN: usize = 1_000;
/// What some editors put at the beginning of a text in UTF-8.
const MARK: char = '\u{feff}';
/// How many bytes of articles are looked through for passages that orphans resemble.
const LOOKED_THROUGH: usize = 24 << 20;

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
    allowances: Vec<Allowance>,
    may_have_slips: bool,
    /// How many bytes of the file come before the text: those of a byte-order mark.
    mark: usize,
}

/// What a draft is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// How each quote stands in its article, by position in [`Timeline::quotes`]. A quote whose article is not
    /// there is an orphan with no passage near it.
    pub anchors: Vec<Anchor>,
    /// Every problem, in the order of the file.
    pub problems: Vec<Problem>,
    /// Warnings that the timeline lets stand, in the order of the file.
    pub allowed: Vec<Problem>,
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
    let (yaml, mark) = text(input)?;
    let fail =
        |finding: Box<Finding>| Failure::Problems(locate_all(vec![*finding], &input.name(), &yaml, mark));
    let readable = yaml::readable(&yaml);
    let Tree { root, has_more, may_have_odd_numbers, may_have_slips } = tree(&readable).map_err(fail)?;
    if root == Node::Null {
        let spot = Spot::Bytes(0..0);
        let message =
            said!(en: "there is no timeline in this file", fr: "il n’y a pas de frise dans ce fichier");
        let help = said!(
            en: "a timeline has at least `title` and `events`",
            fr: "une frise a au moins `title` et `events`",
        );
        return Err(fail(Box::new(Finding::new(&reading::EMPTY_FILE, spot, message).help(help))));
    }
    let written = may_have_odd_numbers.then(|| reader::as_written(&readable)).flatten();
    let Read { timeline, mut findings, allowances } = match written.as_ref().map(|text| tree(text.text())) {
        Some(Ok(tree)) => reader::read(tree.root),
        _ => reader::read(root),
    };
    if has_more {
        findings.push(more_documents(&yaml));
    }
    let Some(timeline) = timeline else {
        return Err(Failure::Problems(locate_all(findings.kept, &input.name(), &yaml, mark)));
    };
    let (articles, refused) = articles::read(input, &timeline.sources);
    findings.extend(refused);
    drop((readable, written));
    Ok(Draft { timeline, articles, input: input.clone(), yaml, findings, allowances, may_have_slips, mark })
}

/// The first document of `yaml`. Where it is the built-in timeline to the letter, its tree has been made already.
fn tree(yaml: &str) -> Result<Tree<'_>, Box<Finding>> {
    if yaml == builtin::TIMELINE
        && let Ok(root) = serde_json::from_str(builtin::TREE)
    {
        return Ok(Tree { root, has_more: false, may_have_odd_numbers: false, may_have_slips: false });
    }
    yaml::tree(yaml)
}

/// The YAML without its byte-order mark, and how many bytes that has.
fn text(input: &Input) -> Result<(Cow<'static, str>, usize), Failure> {
    let problem = |rule, text: &str, at: usize, message: Localized, help: Localized| {
        let finding = Finding::new(rule, Spot::Bytes(at..at), message).help(help);
        Failure::Problems(locate_all(vec![finding], &input.name(), text, 0))
    };
    let bytes = match input {
        Input::Builtin => return Ok((builtin::TIMELINE.into(), 0)),
        Input::File(path) => disk::read(path, disk::LARGEST).map_err(|reason| (path.clone(), reason)),
        Input::Piped(bytes) if bytes.len() as u64 > disk::LARGEST => {
            Err((input.name().into(), disk::Unreadable::TooBig(disk::LARGEST)))
        }
        Input::Piped(bytes) => Ok(bytes.to_vec()),
    };
    let bytes = bytes.map_err(|(path, reason)| match reason {
        disk::Unreadable::TooBig(_) => {
            let limit = disk::LARGEST >> 20;
            let message =
                said!(en: "the file is larger than {limit} MiB", fr: "le fichier fait plus de {limit} Mio");
            let help = said!(en: "divide it into several timelines", fr: "faites-en plusieurs frises");
            problem(&reading::TOO_LARGE, "", 0, message, help)
        }
        reason => Failure::Io(ReadError::Unreadable { path, reason }),
    })?;
    let mut text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        // There is such a byte, for it is what made the error.
        let byte = error.as_bytes()[at];
        // Enough for the line that is shown; every bad byte becomes three.
        let readable = String::from_utf8_lossy(&error.as_bytes()[..error.as_bytes().len().min(at + SHOWN)]);
        let content = Content::of(error.as_bytes());
        let what = content.what();
        let (en, fr) = (what.in_language(Lang::En), what.in_language(Lang::Fr));
        let message = said!(
            en: "the byte {byte:02X} is not UTF-8: the file is {en}",
            fr: "l’octet {byte:02X} n’est pas de l’UTF-8\u{a0}: le fichier est {fr}",
        );
        problem(&reading::NOT_UTF8, &readable, at, message, content.way(&input.name()))
    })?;
    let mark = if text.starts_with(MARK) { MARK.len_utf8() } else { 0 };
    text.drain(..mark);
    Ok((text.into(), mark))
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
    let message = said!(
        en: "the file holds more than one YAML document",
        fr: "le fichier contient plus d’un document YAML",
    );
    Finding::new(&reading::MANY_DOCUMENTS, spot, message)
        .label(said!(en: "what follows is not read", fr: "ce qui suit n’est pas lu"))
        .help(said!(
            en: "take this line out, or put what follows into a file of its own",
            fr: "retirez cette ligne, ou mettez ce qui suit dans un autre fichier",
        ))
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
        if self.may_have_slips {
            found.extend(reader::slips(&self.yaml));
        }
        // Errors first, so that none is left out for a warning.
        found.sort_by_key(|finding| finding.rule.severity);
        let (mut findings, mut allowed) = (Findings::default(), Findings::default());
        let mut permit = Permit::new(&self.allowances, &self.timeline);
        for finding in self.findings.kept.iter().cloned().chain(found) {
            if permit.covers(&finding) { allowed.push(finding) } else { findings.push(finding) }
        }
        findings.extend(permit.unused());
        findings.left_out += self.findings.left_out;
        let Findings { mut kept, left_out } = findings;
        if left_out > 0 {
            let end = Spot::Bytes(self.yaml.len()..self.yaml.len());
            let message = said!(
                en: "not listed: {left_out} more",
                fr: "{left_out} autres problèmes ne sont pas dans la liste",
            );
            kept.push(Finding::new(&reading::TOO_MANY, end, message));
        }
        let name = self.input.name();
        Proof {
            anchors,
            problems: locate_all(kept, &name, &self.yaml, self.mark),
            allowed: locate_all(allowed.kept, &name, &self.yaml, self.mark),
        }
    }
}

/// The problems that `findings` are, in the order of the file. Before `text`, the file has a byte-order mark of `mark`
/// bytes, or of none.
pub(in crate::load) fn locate_all(
    findings: Vec<Finding>,
    file: &str,
    text: &str,
    mark: usize,
) -> Vec<Problem> {
    let fixes = findings.iter().flat_map(|finding| &finding.fixes);
    let spots: Vec<&Spot> =
        findings.iter().map(|finding| &finding.spot).chain(fixes.clone().map(|fix| &fix.spot)).collect();
    let mut places = locate(text, &spots);
    let places_of_fixes = places.split_off(findings.len());
    let edits: Vec<_> =
        fixes.zip(&places_of_fixes).map(|(fix, place)| edit(text, &fix.spot, place, &fix.change)).collect();
    let bytes = places.into_iter().map(|place| place.bytes);
    let bytes_of_edits = edits.iter().map(|edit| edit.as_ref().map_or(0..0, |(bytes, _)| bytes.clone()));
    let mut stretches = stretches(text, bytes.chain(bytes_of_edits).collect()).into_iter();
    let of_findings: Vec<Stretch> = stretches.by_ref().take(findings.len()).collect();
    let mut edits = edits.into_iter().zip(stretches);
    let mut problems: Vec<Problem> = findings
        .into_iter()
        .zip(of_findings)
        .map(|(finding, stretch)| {
            let edits = edits.by_ref().take(finding.fixes.len());
            let fixes = finding.fixes.into_iter().zip(edits).filter_map(|(fix, (edit, at))| {
                let edit = Edit { at: at.moved(mark), replacement: edit?.1 };
                Some(Fix { message: safe(fix.message), applicability: fix.applicability, edit })
            });
            Problem {
                code: finding.rule.code,
                severity: finding.rule.severity,
                message: safe(finding.message),
                at: Excerpt {
                    label: safe(finding.label),
                    ..Excerpt::at(file, text, stretch.bytes.clone(), stretch.start)
                },
                help: finding.help.map(safe),
                fixes: fixes.collect(),
                more: finding.more,
                stretch: stretch.moved(mark),
            }
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
        let bytes = locate(&self.yaml, &[&spot]).into_iter().map(|place| place.bytes);
        stretches(&self.yaml, bytes.collect()).first().map_or(1, |stretch| stretch.start.line)
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
