//! What can be wrong with a setting.

/// What is wrong, whatever was written. In English the message of a problem says it of what was written; in French
/// this is the message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// The file cannot be read.
    Unreadable,
    NotToml,
    /// There is no such setting.
    UnknownSetting,
    /// A value of another kind.
    WrongKind,
    /// A value that the setting does not have.
    WrongValue,
    /// There is no such theme.
    NoTheme,
    /// There is no such command.
    UnknownCommand,
    /// What is written is no key, or none that can be used for this.
    NoKey,
    /// A key that means something else already.
    KeyTaken,
    /// A theme has no such colour.
    UnknownColor,
    /// What is written is no colour.
    NoColor,
    /// A text that does not stand out enough.
    LowContrast,
}

impl Fault {
    /// What is wrong, in one line of French without a full stop.
    pub(super) const fn in_french(self) -> &'static str {
        match self {
            Self::Unreadable => "ce fichier ne peut pas être lu",
            Self::NotToml => "cette ligne n’est pas du TOML",
            Self::UnknownSetting => "ce réglage n’existe pas",
            Self::WrongKind => "cette valeur n’est pas de la sorte attendue",
            Self::WrongValue => "ce réglage n’a pas cette valeur",
            Self::NoTheme => "ce thème n’existe pas",
            Self::UnknownCommand => "cette commande n’existe pas",
            Self::NoKey => "cette touche ne peut pas servir ici",
            Self::KeyTaken => "cette touche sert déjà à autre chose",
            Self::UnknownColor => "un thème n’a pas de couleur de ce nom",
            Self::NoColor => "ce n’est pas une couleur",
            Self::LowContrast => "ce texte ne ressort pas assez sur son fond",
        }
    }
}
