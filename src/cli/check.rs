//! `frise check`: every problem of a timeline, for people and for CI.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use serde::Serialize;

use super::exit::Exit;
use super::output;
use super::reading::{self, Reading};
use super::settings::Settings;
use crate::export;
use crate::glyphs::Glyphs;
use crate::i18n::Lang;
use crate::load::report::{self, Verdict};
use crate::load::{self, Failure, Fix, Localized, Problem, Rule, Severity, did_you_mean, is_it, rules, said};
use crate::standing::Tally;
use crate::visible;

/// What `--explain` has where no code is given.
const ALL_CODES: &str = "";

/// Find every problem of a timeline
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The timelines: YAML files, folders with a `timeline.yaml`, or `-` for standard input
    #[arg(value_name = "TIMELINE")]
    timelines: Vec<PathBuf>,

    /// How to print the problems
    #[arg(long, value_enum, default_value_t)]
    format: Format,

    /// Let warnings count as errors
    #[arg(long)]
    deny_warnings: bool,

    /// Explain a kind of problem by its code, and check nothing; without a code, list all of them
    #[arg(long, value_name = "CODE", num_args = 0..=1, default_missing_value = ALL_CODES, hide_default_value = true, conflicts_with_all = ["timelines", "format", "deny_warnings"])]
    explain: Option<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Each problem with its line and a caret, then one line that counts them
    #[default]
    Human,
    /// JSON, for scripts
    Json,
}

/// Checks every timeline named, or the one that lies here where none is named. The worst of them decides the
/// exit code.
pub(super) fn run(arguments: &Arguments, settings: &Settings) -> io::Result<Exit> {
    let lang = settings.lang();
    match arguments.explain.as_deref() {
        Some(ALL_CODES) => {
            output::print(|out| rules().try_for_each(|rule| write_summary(rule, lang, out)))?;
            return Ok(Exit::Clean);
        }
        Some(code) => return explain(code, lang),
        None => {}
    }
    let paths: Vec<_> = match arguments.timelines.as_slice() {
        [] => vec![None],
        timelines => timelines.iter().map(|path| Some(path.as_path())).collect(),
    };
    let glyphs = settings.glyphs(false).glyphs();
    let outcomes: Vec<Outcome> = paths.into_iter().map(|path| Outcome::of(path, glyphs)).collect();
    let color = settings.colors_print();
    output::print(|out| match arguments.format {
        Format::Human => outcomes.iter().try_for_each(|outcome| outcome.write(lang, color, out)),
        Format::Json => {
            let problems: Vec<_> = outcomes.iter().flat_map(|outcome| outcome.json(lang)).collect();
            export::write_value(&problems, out)
        }
    })?;
    let exits = outcomes.iter().map(|outcome| outcome.exit(arguments.deny_warnings));
    Ok(exits.max().unwrap_or(Exit::Clean))
}

/// What became of one timeline.
struct Outcome {
    name: String,
    end: End,
}

enum End {
    /// It was read as far as it can be.
    Checked { problems: Vec<Problem>, allowed: Vec<Problem>, tally: Localized },
    /// It holds no timeline that could be read.
    Refused(Vec<Problem>),
    /// There is no file to read, and perhaps something that would help.
    Missing(Localized, Option<Localized>),
}

/// A problem as scripts get it. Lines and columns begin at 1 and columns count Unicode scalars; the end is exclusive.
#[derive(Serialize)]
struct ProblemJson<'a> {
    severity: &'static str,
    code: &'a str,
    message: &'a str,
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    help: Option<&'a str>,
    allowed: bool,
    fixes: Vec<FixJson<'a>>,
}

#[derive(Serialize)]
struct FixJson<'a> {
    message: &'a str,
    applicability: &'static str,
    edits: [EditJson<'a>; 1],
}

/// What to write, and in place of what. The bytes are those of the file.
#[derive(Serialize)]
struct EditJson<'a> {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    start_byte: usize,
    end_byte: usize,
    replacement: &'a str,
}

impl Outcome {
    fn of(path: Option<&Path>, glyphs: &Glyphs) -> Self {
        let input = match reading::resolve_own(path) {
            Ok(input) => input,
            Err(error) => {
                let name = path.map_or_else(|| ".".to_owned(), |path| path.display().to_string());
                let name_one = || {
                    said!(
                        en: "name a timeline: `frise check timeline.yaml`, or `-` for standard input",
                        fr: "nommez une frise\u{a0}: `frise check timeline.yaml`, ou `-` pour l’entrée standard",
                    )
                };
                let help = error.help().or_else(|| path.is_none().then(name_one));
                return Self { name, end: End::Missing(error.said(), help) };
            }
        };
        let end = match load::read(&input).map(Reading::of) {
            Ok(reading) => End::Checked {
                tally: tally(&reading, glyphs),
                problems: reading.problems,
                allowed: reading.allowed,
            },
            Err(Failure::Problems(problems)) => End::Refused(problems),
            Err(Failure::Io(error)) => End::Missing(error.said(), error.help()),
        };
        Self { name: input.name(), end }
    }

    fn problems(&self) -> &[Problem] {
        match &self.end {
            End::Checked { problems, .. } | End::Refused(problems) => problems,
            End::Missing(..) => &[],
        }
    }

    fn allowed(&self) -> &[Problem] {
        match &self.end {
            End::Checked { allowed, .. } => allowed,
            End::Refused(_) | End::Missing(..) => &[],
        }
    }

    fn count(&self, severity: Severity) -> usize {
        self.problems().iter().filter(|problem| problem.severity == severity).count()
    }

    fn exit(&self, deny_warnings: bool) -> Exit {
        let is_denied = deny_warnings && self.count(Severity::Warning) > 0;
        match self.end {
            End::Missing(..) => Exit::CouldNotRun,
            _ if is_denied || self.count(Severity::Error) > 0 => Exit::Errors,
            _ => Exit::Clean,
        }
    }

    /// Every problem, what is allowed, how its quotes stand in their articles, then how many problems there are.
    fn write(&self, lang: Lang, color: bool, out: &mut dyn Write) -> io::Result<()> {
        for problem in self.problems() {
            let drawn = report::render(problem, Verdict::Counts, lang, color, output::COLUMNS);
            writeln!(out, "{drawn}")?;
        }
        for problem in self.allowed() {
            let drawn = report::render(problem, Verdict::Allowed, lang, color, output::COLUMNS);
            writeln!(out, "{drawn}")?;
        }
        let name = visible::line(&self.name);
        let allowed = match self.allowed().len() {
            0 => Localized::default(),
            1 => said!(en: ", 1 warning allowed", fr: ", 1 avertissement admis"),
            n => said!(en: ", {n} warnings allowed", fr: ", {n} avertissements admis"),
        };
        let allowed = allowed.in_language(lang);
        match &self.end {
            End::Missing(message, help) => {
                output::refuse(message, help.as_ref(), lang);
                Ok(())
            }
            End::Checked { tally, problems, .. } => {
                let sign = if lang == Lang::Fr { "\u{a0}:" } else { ":" };
                let beside = if problems.is_empty() { allowed } else { "" };
                writeln!(out, "{name}{sign} {}{beside}", tally.in_language(lang))?;
                if problems.is_empty() { Ok(()) } else { self.write_counts(&name, allowed, lang, out) }
            }
            End::Refused(_) => self.write_counts(&name, allowed, lang, out),
        }
    }

    fn write_counts(&self, name: &str, allowed: &str, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
        let words = [(Severity::Error, "error", "erreur"), (Severity::Warning, "warning", "avertissement")];
        let counts: Vec<String> = words
            .iter()
            .map(|(severity, en, fr)| (self.count(*severity), *en, *fr))
            .filter(|(n, ..)| *n > 0)
            .map(|(n, en, fr)| counted(n, en, fr).in_language(lang).to_owned())
            .collect();
        let counts = counts.join(", ");
        let last = said!(en: "{counts}{allowed} in {name}", fr: "{counts}{allowed} dans {name}");
        writeln!(out, "{}", last.in_language(lang))
    }

    fn json(&self, lang: Lang) -> Vec<ProblemJson<'_>> {
        if let End::Missing(message, help) = &self.end {
            return vec![ProblemJson {
                severity: Severity::Error.name(),
                code: "unreadable",
                message: message.in_language(lang),
                file: &self.name,
                line: 1,
                column: 1,
                end_line: 1,
                end_column: 1,
                help: help.as_ref().map(|help| help.in_language(lang)),
                allowed: false,
                fixes: Vec::new(),
            }];
        }
        let problems = self.problems().iter().map(|problem| ProblemJson::new(problem, false, lang));
        problems.chain(self.allowed().iter().map(|problem| ProblemJson::new(problem, true, lang))).collect()
    }
}

impl<'a> ProblemJson<'a> {
    fn new(problem: &'a Problem, allowed: bool, lang: Lang) -> Self {
        let end = problem.stretch.end;
        Self {
            severity: problem.severity.name(),
            code: problem.code,
            message: problem.message.in_language(lang),
            file: &problem.at.file,
            line: problem.at.line,
            column: problem.at.column,
            end_line: end.line,
            end_column: end.column,
            help: problem.help.as_ref().map(|help| help.in_language(lang)),
            allowed,
            fixes: problem.fixes.iter().map(|fix| FixJson::new(fix, lang)).collect(),
        }
    }
}

impl<'a> FixJson<'a> {
    fn new(fix: &'a Fix, lang: Lang) -> Self {
        let at = &fix.edit.at;
        let edit = EditJson {
            line: at.start.line,
            column: at.start.column,
            end_line: at.end.line,
            end_column: at.end.column,
            start_byte: at.bytes.start,
            end_byte: at.bytes.end,
            replacement: &fix.edit.replacement,
        };
        Self {
            message: fix.message.in_language(lang),
            applicability: fix.applicability.name(),
            edits: [edit],
        }
    }
}

/// What there is in a timeline: `7 events, 88 quotes: ✓ 84 word for word · 3 cut · 1 altered`.
fn tally(reading: &Reading, glyphs: &Glyphs) -> Localized {
    let timeline = reading.timeline();
    let (en, fr) = (Lang::En, Lang::Fr);
    let events = counted(timeline.children(None).count(), "event", "événement");
    let (events_en, events_fr) = (events.in_language(en), events.in_language(fr));
    if timeline.quotes.is_empty() {
        return said!(en: "{events_en}, no quotes", fr: "{events_fr}, aucune citation");
    }
    let quotes = counted(timeline.quotes.len(), "quote", "citation");
    let (quotes_en, quotes_fr) = (quotes.in_language(en), quotes.in_language(fr));
    let tally = Tally::of(&reading.anchors);
    let (tally_en, tally_fr) = (tally.words(glyphs, en), tally.words(glyphs, fr));
    said!(en: "{events_en}, {quotes_en}: {tally_en}", fr: "{events_fr}, {quotes_fr}\u{a0}: {tally_fr}")
}

fn counted(n: usize, en: &str, fr: &str) -> Localized {
    if n == 1 {
        said!(en: "{n} {en}", fr: "{n} {fr}")
    } else {
        // In French nought is singular.
        let plural_fr = if n == 0 { "" } else { "s" };
        said!(en: "{n} {en}s", fr: "{n} {fr}{plural_fr}")
    }
}

/// Says on standard output what a code means, or on standard error which code was probably meant.
fn explain(code: &str, lang: Lang) -> io::Result<Exit> {
    let Some(rule) = load::rule(code) else {
        let codes = || rules().map(|rule| rule.code);
        let all = || {
            let all = codes().collect::<Vec<_>>().join(", ");
            said!(en: "the codes are {all}", fr: "les codes sont {all}")
        };
        let longer = codes().find(|longer| longer.contains(code)).map(is_it);
        let help = did_you_mean(code, codes()).or(longer).unwrap_or_else(all);
        let message =
            said!(en: "no problem has the code `{code}`", fr: "aucun problème n’a le code `{code}`");
        output::refuse(&message, Some(&help), lang);
        return Ok(Exit::CouldNotRun);
    };
    output::print(|out| write_rule(rule, lang, out))?;
    Ok(Exit::Clean)
}

fn write_summary(rule: &Rule, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let severity = rule.severity.word(lang);
    let colon = if lang == Lang::Fr { "\u{a0}:" } else { ":" };
    writeln!(out, "{} ({severity}){colon} {}", rule.code, rule.summary_in(lang))
}

fn write_rule(rule: &Rule, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    write_summary(rule, lang, out)?;
    writeln!(out, "\n{}", rule.explanation_in(lang).trim())
}
