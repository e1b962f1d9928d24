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
    ("frise brief --minutes 20", "the timeline as a briefing"),
    ("frise notes", "the speaker's own screen of that briefing, in another terminal"),
    ("frise show --format json | jq .", "the timeline for scripts"),
    ("frise handout --student -o page.html", "a page for the class, with the dates to fill in"),
    ("frise search 'pacte | traité'", "events, quotes and passages with one of these words"),
    ("frise overlap", "the text that articles share: who copied from whom?"),
    ("frise check --deny-warnings", "every problem, as a compiler would show it; for CI"),
    ("frise date 44 BC", "what a date means"),
    ("frise config", "every setting, and where it is read"),
];

/// Exit codes, and what they mean.
pub(super) const EXITS: &[(&str, &str)] = &[
    ("0", "done"),
    ("1", "the timeline or the settings have errors, the text is not a date, or nothing was found"),
    ("2", "frise could not run"),
];

/// What is heard before what.
pub(super) const SETTINGS: &str = "\
Settings: what the command line says comes before what the configuration says (`frise config`), and that before
what the environment says.";

/// Variables of the environment, and what they do.
pub(super) const ENVIRONMENT: &[(&str, &str)] = &[
    ("FRISE_TIMELINE", "the timeline to open where none is named"),
    ("FRISE_CONFIG", "the configuration, in place of frise/config.toml in XDG_CONFIG_HOME"),
    ("LC_ALL, LC_MESSAGES, LANG", "the language of the screen"),
    ("LC_ALL, LC_CTYPE, LANG", "a charset other than UTF-8 means --ascii, as does TERM=linux"),
    ("XDG_RUNTIME_DIR", "where a briefing and those who follow it find each other"),
    ("NO_COLOR", "no colours"),
    (
        "TERM, COLORTERM",
        "how many colours the terminal has; with TERM=dumb, plain text in place of the screen",
    ),
];

/// What stands under the options in the help.
pub(super) fn after_help() -> String {
    let mut text = format!("{TIMELINE}\n\nExamples:\n");
    table(&mut text, EXAMPLES);
    let exits: Vec<String> = EXITS.iter().map(|(code, meaning)| format!("{code} {meaning}")).collect();
    // A string can always be written to.
    let _ = write!(text, "\nExit codes: {}.\n\n{SETTINGS}\n\nEnvironment:\n", exits.join("; "));
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
