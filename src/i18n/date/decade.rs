//! Decades in words.

use super::names;
use crate::i18n::Lang;
use crate::model::Decade;

/// A decade in the words of a language: `années 1940`, `1940s`. One whose name could mean a century too, and one
/// that takes an era, is told by its years: `1900–1909`, `49–40 BC`.
pub fn decade(decade: Decade, lang: Lang) -> String {
    let (first, last) = decade.years();
    if first >= 100 && first % 100 != 0 {
        return match lang {
            Lang::Fr => format!("années {first}"),
            Lang::En => format!("{first}s"),
        };
    }
    let (from, to) = (names::year_number(first, lang), names::year_number(last, lang));
    format!("{from}–{to}{}", names::era(last, lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decades_are_named() {
        for (year, fr, en) in [
            (1961, "années 1960", "1960s"),
            (1904, "1900–1909", "1900–1909"),
            (2024, "années 2020", "2020s"),
            (5, "1–9 apr. J.-C.", "1–9 AD"),
            (0, "9–1 av. J.-C.", "9–1 BC"),
            (-43, "49–40 av. J.-C.", "49–40 BC"),
        ] {
            let decade = |lang| super::decade(Decade::of(year), lang);
            assert_eq!((&*decade(Lang::Fr), &*decade(Lang::En)), (fr, en), "{year}");
        }
    }
}
