//! The command line, from outside.

mod arguments;
mod briefings;
mod builtin;
mod check;
mod date;
mod hostile;
mod overlap;
mod show;

/// The transcripts: what a person types, and what comes back.
#[test]
fn transcripts_are_true() {
    trycmd::TestCases::new()
        .env("LC_ALL", "C.UTF-8")
        .env("FRISE_TIMELINE", "")
        .env("LANGUAGE", "")
        .env("FRISE_CONFIG", "")
        .env("XDG_CONFIG_HOME", "/home/ada/.config")
        .case("tests/cmd/*.md")
        .case("README.md")
        .case("assets/guide/*.md");
}
