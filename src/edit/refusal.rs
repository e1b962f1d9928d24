//! Why a timeline is left as it is.

use crate::i18n::Lang;

/// Why a timeline is not changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Refusal {
    /// It is no YAML.
    #[error("line {line} is no YAML: {message}")]
    Syntax {
        /// The line, from 1.
        line: usize,
        /// What the parser says.
        message: String,
    },
    /// Nothing is in it.
    #[error("there is no timeline in it")]
    Empty,
    /// Several documents are in it.
    #[error("it holds more than one YAML document")]
    ManyDocuments,
    /// It lies too deep.
    #[error("lists and mappings lie too deep in each other at line {line}")]
    TooDeep {
        /// The line, from 1.
        line: usize,
    },
    /// There is nothing on the way.
    #[error("it has no {0}")]
    Missing(String),
    /// There is something else than a list or a mapping.
    #[error("line {line} has no {wanted} under `{key}`")]
    OtherKind {
        /// The line, from 1.
        line: usize,
        /// The key.
        key: String,
        /// What would have to stand there.
        wanted: &'static str,
    },
    /// What would be changed has an anchor.
    #[error(
        "`{key}` at line {line} has the anchor `&{anchor}`: a change would show wherever `*{anchor}` stands. Add the lines by hand, \
         or write out what the anchor stands for"
    )]
    Anchored {
        /// The key.
        key: String,
        /// The line, from 1.
        line: usize,
        /// The name of the anchor.
        anchor: String,
    },
    /// What would be changed stands elsewhere.
    #[error(
        "`{key}` at line {line} is an alias: what it stands for is written elsewhere. Write it out, then try again"
    )]
    Alias {
        /// The key.
        key: String,
        /// The line, from 1.
        line: usize,
    },
    /// The result does not read as it should.
    #[error("the layout at line {line} is not understood, so nothing was changed. Add the lines by hand")]
    ReadBack {
        /// The line, from 1.
        line: usize,
    },
}

impl Refusal {
    /// What it says.
    pub(crate) fn in_language(&self, lang: Lang) -> String {
        if lang == Lang::En {
            return self.to_string();
        }
        match self {
            Self::Syntax { line, message } => format!("la ligne {line} n’est pas du YAML\u{a0}: {message}"),
            Self::Empty => "il n’y a pas de frise dedans".to_owned(),
            Self::ManyDocuments => "le fichier contient plus d’un document YAML".to_owned(),
            Self::TooDeep { line } => format!("listes et tables sont trop imbriquées à la ligne {line}"),
            Self::Missing(what) => format!("{what} n’y est pas"),
            Self::OtherKind { line, key, wanted } => {
                let wanted = match *wanted {
                    "list" => "de liste",
                    "mapping" => "de table",
                    _ => "de texte",
                };
                format!("la ligne {line} n’a pas {wanted} sous `{key}`")
            }
            Self::Anchored { key, line, anchor } => format!(
                "`{key}` à la ligne {line} porte l’ancre `&{anchor}`\u{a0}: une modification se verrait partout où se trouve \
                 `*{anchor}`. Ajoutez les lignes à la main, ou écrivez ce que l’ancre remplace"
            ),
            Self::Alias { key, line } => format!(
                "`{key}` à la ligne {line} est un alias\u{a0}: ce qu’il remplace est écrit ailleurs. Écrivez-le là, puis réessayez"
            ),
            Self::ReadBack { line } => format!(
                "la mise en forme de la ligne {line} n’est pas comprise, rien n’a été changé. Ajoutez les lignes à la main"
            ),
        }
    }
}
