//! The settings of a configuration.

use std::path::Path;

use toml::Spanned;
use toml::de::DeValue;

use super::document::{self, Notes, entries, kind};
use super::fault::Fault;
use super::keys;
use super::paths::themes_folder;
use super::settings::Config;
use super::theme::{self, choose_theme};
use crate::briefing::StepTime;
use crate::i18n::Lang;
use crate::load::{Localized, Problem, did_you_mean, said};
use crate::theme::{ColorChoice, ThemeChoice, ThemeName};

/// The code of problems of a configuration.
pub(super) const CODE: &str = "config";

/// Every setting, in the order in which they are shown.
pub(super) const SETTINGS: [&str; 7] =
    ["language", "theme", "ascii", "mouse", "color", "seconds-a-step", "keys"];

/// A step of a briefing takes no longer, in seconds.
const LONGEST_STEP: u32 = 3600;

/// Reads a configuration from the `text` of `file`.
pub(super) fn read(file: &Path, text: &str) -> (Config, Vec<Problem>) {
    let name = file.display().to_string();
    let (table, mut notes) = document::parse(CODE, &name, text);
    let mut config = Config::default();
    let mut of_theme = Vec::new();
    for (key, value) in entries(&table) {
        let notes = &mut notes;
        match key.get_ref().as_ref() {
            "language" => config.language = language(value, notes),
            "theme" => {
                (config.theme, of_theme) = theme(value, file, notes);
            }
            "ascii" => config.ascii = ascii(value, notes),
            "mouse" => config.mouse = truth("mouse", value, notes).unwrap_or(config.mouse),
            "color" => config.color = color(value, notes).unwrap_or_default(),
            "seconds-a-step" => config.step_time = step_time(value, notes).unwrap_or_default(),
            "keys" => config.keymap = keys::read(value, notes),
            unknown => {
                let settings = SETTINGS.join(", ");
                let all = || said!(en: "the settings are {settings}", fr: "les réglages sont {settings}");
                let help = did_you_mean(unknown, SETTINGS).unwrap_or_else(all);
                notes.error(
                    Fault::UnknownSetting,
                    &key.span(),
                    &format!("there is no setting `{unknown}`"),
                    Some(help),
                );
            }
        }
    }
    let mut problems = notes.into_problems();
    problems.extend(of_theme);
    (config, problems)
}

fn language(value: &Spanned<DeValue<'_>>, notes: &mut Notes<'_>) -> Option<Lang> {
    let known = std::iter::once(("auto", None)).chain(Lang::ALL.map(|lang| (lang.tag(), Some(lang))));
    one_of("language", value, &known.collect::<Vec<_>>(), notes).flatten()
}

fn ascii(value: &Spanned<DeValue<'_>>, notes: &mut Notes<'_>) -> Option<bool> {
    if value.get_ref().as_str() == Some("auto") { None } else { truth("ascii", value, notes) }
}

fn truth(setting: &str, value: &Spanned<DeValue<'_>>, notes: &mut Notes<'_>) -> Option<bool> {
    let found = value.get_ref().as_bool();
    if found.is_none() {
        let message = format!("`{setting}` is true or false, and this is {}", kind(value.get_ref()));
        notes.error(
            Fault::WrongKind,
            &value.span(),
            &message,
            Some(said!(
                en: "write `{setting} = true` or `{setting} = false`",
                fr: "écrivez `{setting} = true` ou `{setting} = false`",
            )),
        );
    }
    found
}

fn step_time(value: &Spanned<DeValue<'_>>, notes: &mut Notes<'_>) -> Option<StepTime> {
    let number = value.get_ref().as_integer().and_then(|number| number.as_str().parse().ok());
    let seconds = number.filter(|seconds| (1..=LONGEST_STEP).contains(seconds));
    if seconds.is_none() {
        let message = format!("`seconds-a-step` is a number of seconds from 1 to {LONGEST_STEP}");
        let help = said!(en: "write `seconds-a-step = 30`", fr: "écrivez `seconds-a-step = 30`");
        notes.error(Fault::WrongKind, &value.span(), &message, Some(help));
    }
    seconds.map(StepTime::of_seconds)
}

fn color(value: &Spanned<DeValue<'_>>, notes: &mut Notes<'_>) -> Option<ColorChoice> {
    // 256 and 16 are easily written as numbers.
    let number = value.get_ref().as_integer().and_then(|number| ColorChoice::from_name(number.as_str()));
    number.or_else(|| one_of("color", value, &ColorChoice::NAMED, notes))
}

fn theme(value: &Spanned<DeValue<'_>>, file: &Path, notes: &mut Notes<'_>) -> (ThemeChoice, Vec<Problem>) {
    let Some(name) = value.get_ref().as_str() else {
        let built_in = ThemeName::BUILT_IN.map(|(name, theme)| (name, theme));
        one_of("theme", value, &built_in, notes);
        return (ThemeChoice::default(), Vec::new());
    };
    let beside = file.parent().unwrap_or(Path::new(""));
    match choose_theme(name, beside, Some(&themes_folder(file))) {
        Ok(theme::Chosen { theme, problems }) => (theme, problems),
        Err(none) => {
            notes.error(Fault::NoTheme, &value.span(), &none.message, none.help);
            (ThemeChoice::default(), Vec::new())
        }
    }
}

fn one(quoted: &str) -> Localized {
    said!(en: "write one of {quoted}", fr: "écrivez l’un de ceux-ci\u{a0}: {quoted}")
}

/// The one of `known` whose name the value is.
fn one_of<T: Copy>(
    setting: &str,
    value: &Spanned<DeValue<'_>>,
    known: &[(&str, T)],
    notes: &mut Notes<'_>,
) -> Option<T> {
    let names = known.iter().map(|(name, _)| *name);
    let quoted = names.clone().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
    let Some(written) = value.get_ref().as_str() else {
        let message = format!("`{setting}` is a text, and this is {}", kind(value.get_ref()));
        notes.error(Fault::WrongKind, &value.span(), &message, Some(one(&quoted)));
        return None;
    };
    let found = known.iter().find(|(name, _)| *name == written).map(|(_, value)| *value);
    if found.is_none() {
        let help = did_you_mean(written, names).unwrap_or_else(|| one(&quoted));
        notes.error(
            Fault::WrongValue,
            &value.span(),
            &format!("`{setting}` cannot be `{written}`"),
            Some(help),
        );
    }
    found
}

impl Config {
    /// Reads the configuration in `file`, with the user's own theme where it names one. What holds comes back with
    /// what is wrong. A file that is not there sets nothing, and nothing is wrong.
    pub fn read(file: &Path) -> (Self, Vec<Problem>) {
        match document::text(file) {
            Ok(text) => read(file, &text),
            Err(error) if error.is_missing() => (Self::default(), Vec::new()),
            Err(error) => (Self::default(), vec![error.problem(CODE, file)]),
        }
    }
}
