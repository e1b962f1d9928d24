//! What the help and the man page say beside the arguments, said once.

use std::fmt::Write;

/// Which timeline is opened.
pub(super) const TIMELINE: &str = "\
TIMELINE is a YAML file, or a folder with a `timeline.yaml` in it. Without one, frise opens what
FRISE_TIMELINE names, else ./timeline.yaml, else the built-in timeline.";

/// Command lines, and what they do.
pub(super) const EXAMPLES: &[(&str, &str)] = &[
    ("frise", "open the timeline here, or the built-in one"),
    ("frise timeline.yaml --at 1961", "open a timeline at a date, or at an event by its id"),
    ("frise show --format json | jq .", "the timeline for scripts"),
    ("frise search 'pacte | traité'", "events, quotes and passages with one of these words"),
    ("frise check --deny-warnings", "every problem, as a compiler would show it; for CI"),
    ("frise date 44 BC", "what a date means"),
];

/// Exit codes, and what they mean.
pub(super) const EXITS: &[(&str, &str)] = &[
    ("0", "done"),
    ("1", "the timeline has errors, the text is no date, or nothing was found"),
    ("2", "frise could not run"),
];

/// Variables of the environment, and what they do.
pub(super) const ENVIRONMENT: &[(&str, &str)] = &[
    ("FRISE_TIMELINE", "the timeline to open where none is named"),
    ("LC_ALL, LC_MESSAGES, LANG", "the language of the screen, where --lang does not say"),
];

/// What stands under the options in the help.
pub(super) fn after_help() -> String {
    let mut text = format!("{TIMELINE}\n\nExamples:\n");
    table(&mut text, EXAMPLES);
    let exits: Vec<String> = EXITS.iter().map(|(code, meaning)| format!("{code} {meaning}")).collect();
    // A string can always be written to.
    let _ = write!(text, "\nExit codes: {}.\n\nEnvironment:\n", exits.join("; "));
    table(&mut text, ENVIRONMENT);
    text.truncate(text.trim_end().len());
    text
}

fn table(text: &mut String, rows: &[(&str, &str)]) {
    let width = rows.iter().map(|(name, _)| name.len()).max().unwrap_or_default();
    for (name, meaning) in rows {
        let _ = writeln!(text, "  {name:width$}   {meaning}");
    }
}
