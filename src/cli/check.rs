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
use crate::i18n::Lang;
use crate::load::{self, Failure, Problem, Rule, Severity, did_you_mean, report, rules};
use crate::standing::Tally;
use crate::visible;

/// Find every problem of a timeline
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The timelines: YAML files, or folders with a `timeline.yaml`
    #[arg(value_name = "TIMELINE")]
    timelines: Vec<PathBuf>,

    /// How to print the problems
    #[arg(long, value_enum, default_value_t)]
    format: Format,

    /// Let warnings count as errors
    #[arg(long)]
    deny_warnings: bool,

    /// Explain a kind of problem by its code, and check nothing
    #[arg(long, value_name = "CODE", conflicts_with_all = ["timelines", "format", "deny_warnings"])]
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

/// Checks every timeline named, or the one that is read where none is named. The worst of them decides the
/// exit code.
pub(super) fn run(arguments: &Arguments, settings: &Settings) -> io::Result<Exit> {
    if let Some(code) = &arguments.explain {
        return explain(code);
    }
    let paths: Vec<_> = match arguments.timelines.as_slice() {
        [] => vec![None],
        timelines => timelines.iter().map(|path| Some(path.as_path())).collect(),
    };
    let outcomes: Vec<Outcome> = paths.into_iter().map(Outcome::of).collect();
    let color = settings.colors_print();
    output::print(|out| match arguments.format {
        Format::Human => outcomes.iter().try_for_each(|outcome| outcome.write(color, out)),
        Format::Json => {
            let problems: Vec<_> = outcomes.iter().flat_map(Outcome::json).collect();
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
    Checked { problems: Vec<Problem>, tally: String },
    /// It holds no timeline that could be read.
    Refused(Vec<Problem>),
    /// There is no file to read.
    Missing(String),
}

/// A problem as scripts get it.
#[derive(Serialize)]
struct ProblemJson<'a> {
    severity: &'static str,
    code: &'a str,
    message: &'a str,
    file: &'a str,
    line: usize,
    column: usize,
    help: Option<&'a str>,
}

impl Outcome {
    fn of(path: Option<&Path>) -> Self {
        let named = path.map(|path| path.display().to_string()).unwrap_or_default();
        let input = match reading::resolve(path) {
            Ok(input) => input,
            Err(error) => return Self { name: named, end: End::Missing(error.to_string()) },
        };
        let end = match load::read(&input).map(Reading::of) {
            Ok(reading) => End::Checked { tally: tally(&reading), problems: reading.problems },
            Err(Failure::Problems(problems)) => End::Refused(problems),
            Err(Failure::Io(error)) => End::Missing(error.to_string()),
        };
        Self { name: input.name(), end }
    }

    fn problems(&self) -> &[Problem] {
        match &self.end {
            End::Checked { problems, .. } | End::Refused(problems) => problems,
            End::Missing(_) => &[],
        }
    }

    fn count(&self, severity: Severity) -> usize {
        self.problems().iter().filter(|problem| problem.severity == severity).count()
    }

    fn exit(&self, deny_warnings: bool) -> Exit {
        let is_denied = deny_warnings && self.count(Severity::Warning) > 0;
        match self.end {
            End::Missing(_) => Exit::CouldNotRun,
            _ if is_denied || self.count(Severity::Error) > 0 => Exit::Errors,
            _ => Exit::Clean,
        }
    }

    /// Every problem, then how its quotes stand in their articles, then how many problems there are.
    fn write(&self, color: bool, out: &mut dyn Write) -> io::Result<()> {
        for problem in self.problems() {
            writeln!(out, "{}", report::render(problem, color, output::COLUMNS))?;
        }
        let name = visible::line(&self.name);
        match &self.end {
            End::Missing(error) => {
                output::complain(error, None);
                Ok(())
            }
            End::Checked { tally, problems } => {
                writeln!(out, "{name}: {tally}")?;
                if problems.is_empty() { Ok(()) } else { self.write_counts(&name, out) }
            }
            End::Refused(_) => self.write_counts(&name, out),
        }
    }

    fn write_counts(&self, name: &str, out: &mut dyn Write) -> io::Result<()> {
        let counts = [(Severity::Error, "error"), (Severity::Warning, "warning")]
            .map(|(severity, noun)| (self.count(severity), noun));
        let counts = counts.iter().filter(|(n, _)| *n > 0).map(|(n, noun)| counted(*n, noun));
        writeln!(out, "{} in {name}", counts.collect::<Vec<_>>().join(", "))
    }

    fn json(&self) -> Vec<ProblemJson<'_>> {
        if let End::Missing(message) = &self.end {
            return vec![ProblemJson {
                severity: Severity::Error.name(),
                code: "unreadable",
                message,
                file: &self.name,
                line: 1,
                column: 1,
                help: None,
            }];
        }
        self.problems().iter().map(ProblemJson::from).collect()
    }
}

impl<'a> From<&'a Problem> for ProblemJson<'a> {
    fn from(problem: &'a Problem) -> Self {
        Self {
            severity: problem.severity.name(),
            code: problem.code,
            message: &problem.message,
            file: &problem.at.file,
            line: problem.at.line,
            column: problem.at.column,
            help: problem.help.as_deref(),
        }
    }
}

/// What there is in a timeline: `7 events, 88 quotes: ✓ 84 word for word · 3 cut · 1 altered`.
fn tally(reading: &Reading) -> String {
    let timeline = reading.timeline();
    let events = counted(timeline.children(None).count(), "event");
    if timeline.quotes.is_empty() {
        return format!("{events}, no quotes");
    }
    let quotes = counted(timeline.quotes.len(), "quote");
    format!("{events}, {quotes}: {}", Tally::of(&reading.anchors).words(Lang::En))
}

fn counted(n: usize, noun: &str) -> String {
    if n == 1 { format!("{n} {noun}") } else { format!("{n} {noun}s") }
}

/// Says on standard output what a code means, or on standard error which code was probably meant.
fn explain(code: &str) -> io::Result<Exit> {
    let Some(rule) = load::rule(code) else {
        let codes = || rules().map(|rule| rule.code);
        let all = || format!("the codes are {}", codes().collect::<Vec<_>>().join(", "));
        let longer =
            codes().find(|longer| longer.contains(code)).map(|code| format!("did you mean `{code}`?"));
        let help = did_you_mean(code, codes()).or(longer).unwrap_or_else(all);
        output::complain(format!("no problem has the code `{code}`"), Some(&help));
        return Ok(Exit::CouldNotRun);
    };
    output::print(|out| write_rule(rule, out))?;
    Ok(Exit::Clean)
}

fn write_rule(rule: &Rule, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{} ({}): {}\n\n{}", rule.code, rule.severity.name(), rule.summary, rule.explanation.trim())
}
