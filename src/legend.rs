//! What the signs mean: one legend for the browser, a briefing and the handout.

use crate::glyphs::Glyphs;
use crate::i18n::{Lang, Words};
use crate::role::Role;

/// A sign with what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The sign, or signs that belong together.
    pub sign: String,
    /// How it is drawn.
    pub role: Role,
    /// What it means.
    pub meaning: &'static str,
}

fn entries(signs: &[(&str, Role, &'static str)]) -> Vec<Entry> {
    signs
        .iter()
        .map(|(sign, role, meaning)| Entry { sign: (*sign).to_owned(), role: *role, meaning })
        .collect()
}

/// How quotes stand in their articles.
pub fn of_quotes(glyphs: &Glyphs, lang: Lang) -> Vec<Entry> {
    let words = Words::of(lang);
    entries(&[
        (glyphs.exact, Role::Good, words.sign_exact),
        (glyphs.typographic, Role::Good, words.sign_typographic),
        (glyphs.joined, Role::Good, words.sign_joined),
        (glyphs.elided, Role::Text, words.sign_elided),
        (glyphs.altered, Role::Altered, words.sign_altered),
        (glyphs.ambiguous, Role::Warn, words.ambiguous),
        (glyphs.orphan, Role::Bad, words.orphan),
    ])
}

/// Every sign.
pub fn of_all(glyphs: &Glyphs, lang: Lang) -> Vec<Entry> {
    let words = Words::of(lang);
    let mut all = of_quotes(glyphs, lang);
    all.extend(entries(&[
        (glyphs.moment, Role::Date, words.sign_moment),
        (glyphs.doubtful, Role::Date, words.sign_doubtful),
        (glyphs.several, Role::Date, words.sign_several),
        (glyphs.certain, Role::Date, words.sign_certain),
        (glyphs.possible, Role::Date, words.sign_possible),
        (glyphs.begins, Role::Date, words.sign_begins),
        (&glyphs.density.concat(), Role::Date, words.sign_density),
        (&[glyphs.inner_moment, glyphs.inner_bar].join(" "), Role::Date, words.sign_inner),
        (glyphs.pointer, Role::Accent, words.sign_pointer),
        (&[glyphs.line, glyphs.certain, glyphs.line].concat(), Role::Accent, words.sign_overview),
        (&[glyphs.earlier, glyphs.later].join(" "), Role::Accent, words.sign_outside),
        (&[glyphs.untold, glyphs.ahead].join(" "), Role::Dim, words.sign_untold),
        (glyphs.folded, Role::Accent, words.sign_folded),
        (&format!("{}3", glyphs.origins), Role::Dim, words.sign_origins),
    ]));
    all
}
