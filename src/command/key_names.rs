//! What is printed on keys.

use crate::glyphs::GlyphSet;
use crate::i18n::Lang;

use super::spec::Spec;

/// What is printed on a key, or on several pressed one after the other, in the language and with the signs of
/// the screen. How keys are written is told in [`crate::keymap`].
pub fn key_name(written: &str, lang: Lang, signs: GlyphSet) -> String {
    for held in ["Ctrl-", "Alt-"] {
        if let Some(rest) = written.strip_prefix(held).filter(|rest| !rest.is_empty()) {
            return format!("{held}{}", key_name(rest, lang, signs));
        }
    }
    if let Some(before) = written.strip_suffix("{a-z}") {
        let letters = if signs == GlyphSet::Unicode { "a–z" } else { "a-z" };
        return format!("{} {letters}", key_name(before, lang, signs));
    }
    let name = match (written, lang, signs) {
        ("Up", _, GlyphSet::Unicode) => "↑",
        ("Down", _, GlyphSet::Unicode) => "↓",
        ("Left", _, GlyphSet::Unicode) => "←",
        ("Right", _, GlyphSet::Unicode) => "→",
        ("Up", Lang::Fr, GlyphSet::Ascii) => "Haut",
        ("Down", Lang::Fr, GlyphSet::Ascii) => "Bas",
        ("Left", Lang::Fr, GlyphSet::Ascii) => "Gauche",
        ("Right", Lang::Fr, GlyphSet::Ascii) => "Droite",
        ("Enter", Lang::Fr, _) => "Entrée",
        ("Esc", Lang::Fr, _) => "Échap",
        ("Space", Lang::Fr, _) => "Espace",
        ("Backspace", Lang::Fr, _) => "Retour",
        ("Delete", Lang::Fr, _) => "Suppr",
        ("Insert", Lang::Fr, _) => "Inser",
        ("Shift-Tab", Lang::Fr, _) => "Maj-Tab",
        ("PageUp", Lang::Fr, GlyphSet::Unicode) => "Page↑",
        ("PageDown", Lang::Fr, GlyphSet::Unicode) => "Page↓",
        ("PageUp", Lang::Fr, GlyphSet::Ascii) => "Page-haut",
        ("PageDown", Lang::Fr, GlyphSet::Ascii) => "Page-bas",
        ("Home", Lang::Fr, _) => "Début",
        ("End", Lang::Fr, _) => "Fin",
        _ => written,
    };
    name.to_owned()
}

/// All keys of the table for a command, for documents in `lang`.
pub fn key_names(spec: &Spec, lang: Lang) -> String {
    spec.keys.iter().map(|written| key_name(written, lang, GlyphSet::Unicode)).collect::<Vec<_>>().join("  ")
}
