//! The user's settings: what the command line asks for, else what the configuration sets, else what the
//! environment says.

use std::env;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::output;
use crate::config::{self, Chosen, Config};
use crate::glyphs::GlyphSet;
use crate::i18n::Lang;
use crate::load::Problem;
use crate::load::report::{self, Verdict};
use crate::theme::{ColorChoice, Depth, Palette, ThemeChoice, ThemeName};
use crate::visible;

/// What every subcommand can be asked for.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(super) struct Asked {
    /// Language of the screen [default: as configured, else that of the environment]
    #[arg(long, global = true, value_name = "LANG", value_parser = language())]
    pub(super) lang: Option<Lang>,

    /// Colours [default: as configured, else as the terminal has, and none with `NO_COLOR`]
    #[arg(long, global = true, value_name = "WHEN", value_parser = color())]
    color: Option<ColorChoice>,
}

fn language() -> impl TypedValueParser<Value = Lang> {
    PossibleValuesParser::new(Lang::ALL.map(Lang::tag)).map(|tag| Lang::from_tag(&tag).unwrap_or_default())
}

fn color() -> impl TypedValueParser<Value = ColorChoice> {
    let names = ColorChoice::NAMED.map(|(name, _)| name);
    PossibleValuesParser::new(names).map(|name| ColorChoice::from_name(&name).unwrap_or_default())
}

/// What is asked for, over what is set.
pub(super) struct Settings {
    /// What the command line asks for.
    pub(super) asked: Asked,
    /// The file of the configuration, where there can be one.
    pub(super) file: Option<PathBuf>,
    /// What it sets.
    pub(super) config: Config,
    /// What is wrong with it.
    pub(super) problems: Vec<Problem>,
    /// The user's own theme, where one is named.
    pub(super) own_theme: Option<Palette>,
}

/// A variable of the environment.
pub(super) fn variable(name: &str) -> Option<String> {
    env::var(name).ok()
}

impl Settings {
    /// Reads the configuration.
    pub(super) fn read(asked: Asked) -> Self {
        let file = config::config_file();
        let read = file.as_deref().map(Config::read);
        let (config, problems) = read.unwrap_or_default();
        let own_theme = own(config.theme);
        Self { asked, file, config, problems, own_theme }
    }

    /// Takes a theme asked for on the command line in place of the one that is set.
    pub(super) fn take_theme(&mut self, chosen: Chosen) {
        self.config.theme = chosen.theme;
        self.own_theme = own(chosen.theme).or(self.own_theme);
        self.problems.extend(chosen.problems);
    }

    /// The language of the screen; English where nobody says.
    pub(super) fn lang(&self) -> Lang {
        // LANGUAGE alone names more than one, the first one that there is.
        let listed = variable("LANGUAGE").filter(|listed| !listed.is_empty());
        let count = listed.map_or(1, |listed| listed.split(':').count());
        let of_environment = || sys_locale::get_locales().take(count).find_map(|tag| Lang::from_tag(&tag));
        self.asked.lang.or(self.config.language).or_else(of_environment).unwrap_or_default()
    }

    /// The signs of the screen; `ascii` asks for ASCII.
    pub(super) fn glyphs(&self, ascii: bool) -> GlyphSet {
        match self.config.ascii {
            _ if ascii => GlyphSet::Ascii,
            Some(true) => GlyphSet::Ascii,
            Some(false) => GlyphSet::Unicode,
            None => GlyphSet::from_env(variable),
        }
    }

    fn color(&self) -> ColorChoice {
        self.asked.color.unwrap_or(self.config.color)
    }

    /// How many colours the browser is drawn with.
    pub(super) fn depth(&self) -> Depth {
        self.color().depth(variable)
    }

    /// Whether what is printed has colours: on a terminal, or where somebody asks for them.
    pub(super) fn colors_print(&self) -> bool {
        let is_wanted = self.color() != ColorChoice::Auto || output::is_terminal();
        is_wanted && self.depth() != Depth::None
    }

    /// Says on standard error, in a line, where something is wrong with the settings.
    pub(super) fn warn_of_problems(&self) {
        let Some(file) = self.problems.first().map(|problem| &problem.at.file) else { return };
        let number = match self.problems.len() {
            1 => "1 problem".to_owned(),
            number => format!("{number} problems"),
        };
        let file = visible::line(file);
        output::warn(&format!("warning: {file} has {number}, which `frise config` shows\n"));
    }
}

fn own(theme: ThemeChoice) -> Option<Palette> {
    match theme {
        ThemeChoice::Fixed(ThemeName::Own(palette)) => Some(palette),
        ThemeChoice::Fixed(_) | ThemeChoice::Auto(_) => None,
    }
}

/// Prints every one of `problems` on standard error.
pub(super) fn tell(problems: &[Problem]) {
    for problem in problems {
        output::warn(&report::render(problem, Verdict::Counts, Lang::En, false, output::COLUMNS));
    }
}
