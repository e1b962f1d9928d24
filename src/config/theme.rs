//! Themes by name, and the user's own: a base and the colours that differ from it.

use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::document::{self, Notes, entries, kind};
use super::fault::Fault;
use crate::load::{Localized, Problem, did_you_mean, said};
use crate::theme::{PROMISED, Palette, Slot, ThemeChoice, ThemeName, Weak};

/// The code of problems of a theme.
const CODE: &str = "theme";
const AUTO: &str = "auto";

/// The theme that a name led to.
#[derive(Clone, Debug)]
pub struct Chosen {
    /// The theme, as far as it can be read.
    pub theme: ThemeChoice,
    /// What is wrong with its file.
    pub problems: Vec<Problem>,
}

/// A name that leads to no theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoTheme {
    /// What is wrong.
    pub message: String,
    /// What was probably meant.
    pub help: Option<Localized>,
}

/// The theme called `name`: `auto`, a built-in one, `NAME.toml` in the folder `themes`, or a file of its own where
/// the name is a path, beside `base` where it is a relative one.
///
/// # Errors
///
/// There is no such theme. What is wrong with the file of one is no error: its good parts hold.
pub fn choose_theme(name: &str, base: &Path, themes: Option<&Path>) -> Result<Chosen, NoTheme> {
    let built_in = ThemeName::from_name(name).map(ThemeChoice::Fixed);
    if let Some(theme) = built_in.or((name == AUTO).then_some(ThemeChoice::default())) {
        return Ok(Chosen { theme, problems: Vec::new() });
    }
    let is_path = name.contains(['/', '\\']) || Path::new(name).extension().is_some_and(|end| end == "toml");
    let file = if is_path {
        Some(base.join(name))
    } else {
        themes.filter(|_| !name.is_empty()).map(|themes| themes.join(format!("{name}.toml")))
    };
    let found = file.as_ref().map(|file| (file, document::text(file)));
    match found {
        Some((file, Ok(text))) => {
            let (palette, problems) = read(&file.display().to_string(), &text);
            Ok(Chosen { theme: ThemeChoice::Fixed(ThemeName::Own(palette)), problems })
        }
        Some((file, Err(error))) if !error.is_missing() => {
            Ok(Chosen { theme: ThemeChoice::default(), problems: vec![error.problem(CODE, file)] })
        }
        _ => Err(no_theme(name, file.as_deref(), themes)),
    }
}

fn no_theme(name: &str, file: Option<&Path>, themes: Option<&Path>) -> NoTheme {
    let own = own_names(themes);
    let built_in = ThemeName::BUILT_IN.map(|(name, _)| name);
    let known: Vec<&str> = [AUTO].into_iter().chain(built_in).chain(own.iter().map(String::as_str)).collect();
    let sought = file.map(|file| format!(", and no file {}", file.display())).unwrap_or_default();
    NoTheme {
        message: format!("there is no theme `{name}`{sought}"),
        help: did_you_mean(name, known.iter().copied()).or_else(|| {
            let known = known.join(", ");
            Some(said!(en: "the themes are {known}", fr: "les thèmes sont {known}"))
        }),
    }
}

/// The names of the user's own themes, in order.
fn own_names(themes: Option<&Path>) -> Vec<String> {
    let files = themes.and_then(|themes| std::fs::read_dir(themes).ok()).into_iter().flatten();
    let paths = files.filter_map(|file| Some(file.ok()?.path()));
    let is_theme = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "toml");
    let mut names: Vec<String> = paths
        .filter(is_theme)
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .take(100)
        .collect();
    names.sort();
    names
}

/// The colours of a theme file, over those of its base.
fn read(file: &str, text: &str) -> (Palette, Vec<Problem>) {
    let (table, mut notes) = document::parse(CODE, file, text);
    let mut palette = base(&table, &mut notes);
    let mut set: Vec<(Slot, std::ops::Range<usize>)> = Vec::new();
    for (key, value) in entries(&table) {
        let name: &str = key.get_ref();
        match Slot::from_name(name) {
            Some(slot) => {
                if let Some(color) = color(name, value, &mut notes) {
                    palette = palette.with(slot, color);
                    set.push((slot, value.span()));
                }
            }
            None if name == "base" => {}
            None => {
                let names = Slot::NAMED.iter().map(|(name, _)| *name).chain(["base"]);
                let listed = names.clone().collect::<Vec<_>>().join(", ");
                let all = || said!(en: "the colours are {listed}", fr: "les couleurs sont {listed}");
                let help = did_you_mean(name, names.clone()).unwrap_or_else(all);
                notes.error(
                    Fault::UnknownColor,
                    &key.span(),
                    &format!("a theme has no colour `{name}`"),
                    Some(help),
                );
            }
        }
    }
    for weak in palette.weak() {
        tell_weakness(&weak, &palette, &set, &mut notes);
    }
    (palette, notes.into_problems())
}

/// The palette that the file names as its base; dark where it names none.
fn base(table: &DeTable<'_>, notes: &mut Notes<'_>) -> Palette {
    let Some(value) = table.get("base") else { return Palette::DARK };
    let named = value.get_ref().as_str();
    if let Some(palette) = named.and_then(ThemeName::from_name).and_then(ThemeName::palette) {
        return palette;
    }
    let bases = ThemeName::BUILT_IN.iter().filter(|(_, theme)| theme.palette().is_some());
    let known: Vec<&str> = bases.map(|(name, _)| *name).collect();
    let help = named.and_then(|named| did_you_mean(named, known.iter().copied()));
    let written = named.map_or_else(|| kind(value.get_ref()).to_owned(), |named| format!("`{named}`"));
    let known = known.join(", ");
    let help = help.unwrap_or_else(|| said!(en: "the bases are {known}", fr: "les bases sont {known}"));
    notes.error(Fault::WrongValue, &value.span(), &format!("`base` cannot be {written}"), Some(help));
    Palette::DARK
}

/// A colour as it is written, `#rrggbb`.
fn color(name: &str, value: &Spanned<DeValue<'_>>, notes: &mut Notes<'_>) -> Option<u32> {
    let written = value.get_ref().as_str();
    let digits = written.and_then(|text| text.strip_prefix('#'));
    let is_hex = |text: &&str| text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let digits = digits.filter(is_hex);
    if let Some(digits) = digits.filter(|digits| digits.len() == 6) {
        return u32::from_str_radix(digits, 16).ok();
    }
    let bare = written.filter(is_hex).filter(|text| text.len() == 6).map(|text| format!("#{text}"));
    let twice = || Some(digits?.chars().flat_map(|c| [c, c]).collect::<String>());
    let short = twice().filter(|text| text.len() == 6).map(|text| format!("#{text}"));
    let meant = bare.or(short).unwrap_or_else(|| "#8ecbff".to_owned());
    let message = match written {
        Some(written) => format!("`{written}` is not a colour"),
        None => format!("`{name}` is a colour, and this is {}", kind(value.get_ref())),
    };
    notes.error(
        Fault::NoColor,
        &value.span(),
        &message,
        Some(said!(
            en: "colours are written \"{meant}\"",
            fr: "les couleurs s’écrivent \"{meant}\"",
        )),
    );
    None
}

/// Says that a text does not stand out enough, at the colour that the file sets: that of the text, else that of its
/// ground.
fn tell_weakness(
    weak: &Weak,
    palette: &Palette,
    set: &[(Slot, std::ops::Range<usize>)],
    notes: &mut Notes<'_>,
) {
    let name = |slot: Slot| Slot::NAMED.iter().find(|(_, other)| *other == slot).map_or("", |(name, _)| name);
    let span = |slot: Slot| set.iter().find(|(other, _)| *other == slot).map(|(_, span)| span.clone());
    let Some(at) = span(weak.text).or_else(|| span(weak.ground)) else { return };
    let colors = if weak.only_indexed { " with 256 colours" } else { "" };
    let message = format!(
        "`{}` (#{:06x}) stands out from `{}` (#{:06x}) by {:.1}:1{colors}; a text needs {PROMISED}:1",
        name(weak.text),
        palette.get(weak.text),
        name(weak.ground),
        palette.get(weak.ground),
        // Rounded down, so that 6.96 does not read as 7.0.
        (weak.ratio * 10.0).floor() / 10.0,
    );
    let help = if let Some(color) = weak.better {
        let text = name(weak.text);
        said!(
            en: "the nearest colour that would do is `{text} = \"#{color:06x}\"`",
            fr: "la couleur la plus proche qui conviendrait est `{text} = \"#{color:06x}\"`",
        )
    } else {
        let ground = name(weak.ground);
        said!(
            en: "no colour would do: make `{ground}` darker or lighter",
            fr: "aucune couleur ne conviendrait\u{a0}: rendez `{ground}` plus sombre ou plus clair",
        )
    };
    notes.warning(Fault::LowContrast, &at, &message, Some(help));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::Severity;

    fn problems(text: &str) -> Vec<(Severity, usize, usize, String, String)> {
        let (_, problems) = read("t.toml", text);
        let told = |problem: Problem| {
            let (line, column) = (problem.at.line, problem.at.column);
            let english = |text: Localized| text.in_language(crate::i18n::Lang::En).to_owned();
            let help = problem.help.map(english).unwrap_or_default();
            (problem.severity, line, column, english(problem.message), help)
        };
        problems.into_iter().map(told).collect()
    }

    #[test]
    fn colors_lie_over_those_of_the_base() {
        let (palette, problems) = read("t.toml", "base = \"light\"\ndate = \"#002a5c\"\n");
        assert_eq!(problems, []);
        let light = ThemeName::Light.palette().unwrap();
        assert_eq!(palette, light.with(Slot::Date, 0x0000_2a5c));
        assert_eq!(read("t.toml", "").0, ThemeName::Dark.palette().unwrap());
    }

    #[test]
    fn what_is_wrong_is_told_and_the_rest_holds() {
        let text = "base = \"drak\"\ndaet = \"#ffffff\"\ntext = \"white\"\ndim = \"#fff\"\ntitle = 7\nquote = \"#eeeeee\"\n";
        let expected = [
            (1, 8, "`base` cannot be `drak`", "did you mean `dark`?"),
            (2, 1, "a theme has no colour `daet`", "did you mean `date`?"),
            (3, 8, "`white` is not a colour", "colours are written \"#8ecbff\""),
            (4, 7, "`#fff` is not a colour", "colours are written \"#ffffff\""),
            (5, 9, "`title` is a colour, and this is a number", "colours are written \"#8ecbff\""),
        ];
        let found = problems(text);
        assert_eq!(found.len(), expected.len(), "{found:?}");
        for ((severity, line, column, message, help), expected) in found.iter().zip(expected) {
            assert_eq!(*severity, Severity::Error);
            assert_eq!((*line, *column, message.as_str(), help.as_str()), expected);
        }
        assert_eq!(read("t", text).0.get(Slot::Quote), 0x00ee_eeee);
    }

    #[test]
    fn every_syntax_error_is_told_once() {
        let found = problems("date = \ndim = \"#bababa\ntext = \"#ffffff\"\naccent = = 3\n");
        let lines: Vec<_> = found.iter().map(|problem| problem.1).collect();
        assert_eq!(lines, [1, 2, 4], "{found:?}");
        assert!(found.iter().all(|problem| problem.3.starts_with("this is not TOML")), "{found:?}");
    }

    #[test]
    fn a_weak_text_is_warned_of_at_what_was_set() {
        let found = problems("date = \"#446688\"\n");
        let [(severity, 1, 8, message, help)] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!(*severity, Severity::Warning);
        assert!(
            message.starts_with("`date` (#446688) stands out from `raised` (#232730) by 2."),
            "{message}"
        );
        assert!(help.starts_with("the nearest colour that would do is `date = \"#"), "{help}");
        let suggested = help.split('"').nth(1).unwrap();
        assert_eq!(problems(&format!("date = \"{suggested}\"\n")), []);

        let found = problems("\nground = \"#777777\"\n");
        assert!(
            found.len() > 5 && found.iter().all(|problem| (problem.1, problem.2) == (2, 10)),
            "{found:?}"
        );
        assert!(found[0].4.contains("make `ground` darker or lighter"), "{found:?}");
    }
}
