//! `frise date`: what a date means.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{self, Write};

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::arguments::Format;
use super::exit::Exit;
use super::output;
use super::settings::Settings;
use crate::export::{self, json::DateJson};
use crate::i18n::{self, Lang};
use crate::model::{Bound, Date, DateError};
use crate::visible;

/// Say what a date means: as EDTF, its first and last day, and in each language
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The date, in any form a timeline may use; several words are one date
    #[arg(value_name = "TEXT", required = true)]
    words: Vec<String>,

    /// How to say it
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Lets years before 1 BC pass: `-0043` would look like an option. The space put in front of it goes when
/// the words of the date are joined.
pub(super) fn shield_minus_signs(
    arguments: impl Iterator<Item = OsString>,
) -> impl Iterator<Item = OsString> {
    let mut is_date = false;
    arguments.map(move |argument| {
        let is_year = argument
            .as_encoded_bytes()
            .strip_prefix(b"-")
            .is_some_and(|rest| rest.first().is_some_and(|first| first.is_ascii_digit() || *first == b'X'));
        if is_date && is_year {
            let mut shielded = OsString::from(" ");
            shielded.push(argument);
            return shielded;
        }
        is_date |= argument == "date";
        argument
    })
}

/// Prints what the date means. A text that is no date is refused on standard error, with its readings.
pub(super) fn run(arguments: &Arguments, settings: &Settings) -> io::Result<Exit> {
    let lang = settings.lang();
    let text = arguments.words.join(" ").trim().to_owned();
    match Date::parse(&text) {
        Ok(date) => {
            output::print(|out| match arguments.format {
                Format::Text => write(&date, out),
                Format::Json => export::write_value(&Meaning::of(&date), out),
            })?;
            if let Some(years) = date.as_years() {
                output::warn(&doubt(&date, &years, lang));
            }
            Ok(Exit::Clean)
        }
        Err(error) => {
            output::warn(&refusal(&text, &error, lang));
            Ok(Exit::Errors)
        }
    }
}

#[derive(Serialize)]
struct Meaning {
    #[serde(flatten)]
    date: DateJson,
    display: BTreeMap<&'static str, String>,
}

impl Meaning {
    fn of(date: &Date) -> Self {
        let display = Lang::ALL.map(|lang| (lang.tag(), i18n::date(date, lang)));
        Self { date: date.into(), display: display.into() }
    }
}

fn write(date: &Date, out: &mut dyn Write) -> io::Result<()> {
    let day = |bound| match bound {
        Bound::Day(day) => day.to_string(),
        Bound::Open => "open".to_owned(),
        Bound::Unknown => "unknown".to_owned(),
    };
    let meaning = [
        ("written", date.written().to_owned()),
        ("edtf", date.edtf()),
        ("earliest", day(date.earliest())),
        ("latest", day(date.latest())),
    ];
    let display = Lang::ALL.map(|lang| (lang.tag(), i18n::date(date, lang)));
    meaning
        .iter()
        .chain(&display)
        .try_for_each(|(name, value)| writeln!(out, "{name:8}  {}", visible::line(value)))
}

/// That a text of EDTF looks like a span of years.
fn doubt(date: &Date, years: &str, lang: Lang) -> String {
    let (text, meant) = (visible::line(date.written()), i18n::date(date, lang));
    match lang {
        Lang::En => format!(
            "warning: in EDTF this is {meant}; most people mean years\n  {text}\n  ^\nhelp: write `{years}` if the years are meant\n"
        ),
        Lang::Fr => format!(
            "avertissement\u{a0}: en EDTF, c’est {meant}\u{a0}; on veut dire d’ordinaire des années\n  {text}\n  ^\naide\u{a0}: écrivez `{years}` s’il s’agit d’années\n"
        ),
    }
}

/// The message, the text with a caret below what is wrong, and what to write instead.
fn refusal(text: &str, error: &DateError, lang: Lang) -> String {
    let before: String = text.chars().take(error.offset).collect();
    let indent = visible::line(&before).width();
    let readings: Vec<_> = error.readings.iter().map(|reading| format!("`{reading}`")).collect();
    let shown = match text {
        "" => String::new(),
        text => format!("  {}\n  {:indent$}^\n", visible::line(text), ""),
    };
    let help = match readings.as_slice() {
        [] => String::new(),
        readings => match lang {
            Lang::En => format!("help: write {}\n", readings.join(" or ")),
            Lang::Fr => format!("aide\u{a0}: écrivez {}\n", readings.join(" ou ")),
        },
    };
    let severity = if lang == Lang::Fr { "erreur\u{a0}: " } else { "error: " };
    format!("{severity}{}\n{shown}{help}", i18n::date_refusal(&error.message, lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_before_1_bc_is_no_option() {
        let shielded = |arguments: &[&str]| -> Vec<_> {
            shield_minus_signs(arguments.iter().map(OsString::from)).collect()
        };
        assert_eq!(
            shielded(&["frise", "-1", "date", "-0043-03", "-h", "--format", "-X"]),
            ["frise", "-1", "date", " -0043-03", "-h", "--format", " -X"].map(OsString::from)
        );
    }

    #[test]
    fn the_caret_stands_below_what_is_wrong() {
        let error = DateError {
            message: "two ways".into(),
            offset: 2,
            readings: vec!["2024-04-03".into(), "2024-03-04".into()],
        };
        assert_eq!(
            refusal("é\u{202e}3", &error, Lang::En),
            "error: two ways\n  é⟨U+202E⟩3\n           ^\nhelp: write `2024-04-03` or `2024-03-04`\n"
        );
    }
}
