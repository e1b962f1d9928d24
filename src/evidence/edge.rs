//! Where words, numbers and compounds begin and end.
//!
//! A quote that begins or ends inside one says something else than the article: `possible` out of `impossible`,
//! `5 millions` out of `2,5 millions`, `président` out of `ex-président`.

use std::ops::Range;

use super::word::{self, is_invisible};
use super::{number, quotation, seam};

/// How much is looked at between two words, and how long words are, in bytes. What is longer binds nothing.
const REACH: usize = 256;

/// What stands before an apostrophe without being part of the word behind it, lower case.
#[rustfmt::skip]
const PROCLITICS: &[&str] = &[
    "l", "d", "j", "m", "t", "s", "c", "n", "ç", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "parcequ", "v", "gl", "un",
    "ll", "dell", "all", "nell", "sull", "dall", "coll", "quell", "quest", "bell", "nessun", "ciascun", "buon", "sant",
    "senz", "tutt", "anch", "com", "dov", "quand", "degl", "agl", "negl", "dagl", "sugl", "pe", "mezz", "alcun", "nient",
];

/// The words on both sides of a place, and what stands between them.
struct Gap<'t> {
    before: &'t str,
    between: &'t str,
    after: &'t str,
}

impl<'t> Gap<'t> {
    fn new(text: &'t str, at: usize) -> Option<Self> {
        let (left, right) = text.split_at_checked(at)?;
        let from = floor(left, left.len().saturating_sub(REACH));
        let near_left = left.get(from..)?;
        let near_right = right.get(..floor(right, REACH))?;
        let before = near_left.trim_end_matches(|c| !word::is_part(c));
        let after = near_right.trim_start_matches(|c| !word::is_part(c));
        let start = from + before.len();
        let end = at + (near_right.len() - after.len());
        Some(Self { before, between: text.get(start..end)?, after })
    }

    /// Whether the words on both sides are one word, number or compound.
    fn is_inside(&self) -> bool {
        let (Some(last), Some(first)) = (self.before.chars().next_back(), self.after.chars().next()) else {
            return false;
        };
        let are_digits = last.is_numeric() && first.is_numeric();
        let is_spaced = !word::is_unspaced(last) && !word::is_unspaced(first);
        let mut seen = self.between.chars().filter(|&c| !is_invisible(c));
        match (seen.next(), seen.next()) {
            (None, _) if are_digits => true,
            (None, _) => is_spaced || number::is_counting(last) && number::is_counting(first),
            (Some(c), None) if is_hyphen(c) => is_spaced,
            (Some('&' | '·' | '‧'), None) if !are_digits => is_spaced,
            (Some(c), None) if word::is_apostrophe(c) => {
                is_spaced && !(last.is_numeric() ^ first.is_numeric())
            }
            (Some(c), None) if are_digits && number::is_separator(c) => true,
            (Some('/'), None) => is_spaced && self.is_measure(),
            (Some('.'), None) => self.is_initials() || is_spaced && self.is_address(),
            (Some('(' | ')' | '[' | ']'), None) => is_spaced && last.is_alphabetic() && first.is_alphabetic(),
            (Some(c), Some(_)) if is_hyphen(c) && self.is_hyphen_before_mark() => is_spaced,
            _ if self.is_line_torn() => is_spaced,
            _ if self.between.chars().all(|c| c.is_whitespace() || is_invisible(c))
                && seam::line_ends(self.between) < 2 =>
            {
                self.is_number()
            }
            _ => false,
        }
    }

    /// Whether the words on both sides of a space are one number.
    fn is_number(&self) -> bool {
        let ends_in_digit = self.before.ends_with(char::is_numeric);
        let is_multiplied = (ends_in_digit || number::ends_with_numeral(self.before))
            && number::starts_with_multiplier(self.after);
        let is_grouped = number::starts_with_group(self.after) && number::ends_before_group(self.before);
        let is_mixed = ends_in_digit && number::starts_with_fraction(self.after);
        let is_negative = self.after.starts_with(char::is_numeric) && number::ends_with_minus(self.before);
        is_multiplied || is_grouped || is_mixed || is_negative || number::goes_on(self.before, self.after)
    }

    /// Whether a hyphen ends a line here, in the middle of a word.
    fn is_line_torn(&self) -> bool {
        let rest = self.between.trim_start_matches(|c| is_invisible(c) && c != '\u{ad}');
        let rest = rest.strip_prefix(|c| is_hyphen(c) || c == '\u{ad}');
        rest.is_some_and(|rest| {
            rest.chars().all(|c| c.is_whitespace() || is_invisible(c)) && seam::is_line_end(rest)
        })
    }

    /// Whether the word before measures a number: the `km` of `50 km/h`.
    fn is_measure(&self) -> bool {
        let rest = self.before.trim_end_matches(char::is_alphabetic);
        let unit = self.before.get(rest.len()..).unwrap_or_default();
        number::starts_with_unit(unit) && rest.trim_end().ends_with(char::is_numeric)
    }

    /// Whether a full stop stands between two letters of an abbreviation: the `U.S` of `U.S.S.R.`.
    fn is_initials(&self) -> bool {
        self.before.ends_with(char::is_uppercase)
            && self.is_one_letter_before()
            && self.after.starts_with(char::is_uppercase)
    }

    /// Whether a full stop alone stands between two parts of an address: `exemple.com`.
    fn is_address(&self) -> bool {
        self.before.ends_with(char::is_lowercase)
            && self.after.starts_with(char::is_lowercase)
            && !self.is_one_letter_before()
    }

    fn is_one_letter_before(&self) -> bool {
        !self.before.chars().rev().nth(1).is_some_and(word::is_part)
    }

    /// Whether a hyphen binds a word in quotation marks to the one before: `pseudo-"république"`.
    fn is_hyphen_before_mark(&self) -> bool {
        let rest = self.between.trim_start_matches(|c| is_hyphen(c) || is_invisible(c));
        rest.contains(quotation::is_mark)
            && rest.chars().all(|c| quotation::is_mark(c) || c.is_whitespace() || is_invisible(c))
    }

    /// Whether an apostrophe alone stands between, after a word that only leans on the next one.
    fn is_elision(&self) -> bool {
        let word = self.before.get(self.before.trim_end_matches(word::is_part).len()..).unwrap_or_default();
        let mut between = self.between.chars().filter(|&c| !is_invisible(c));
        between.next().is_some_and(word::is_apostrophe)
            && between.next().is_none()
            && PROCLITICS.contains(&word.to_lowercase().as_str())
    }
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2013}' | '\u{fe63}' | '\u{ff0d}')
}

fn floor(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// Whether the byte `at` of `text` lies between a number and its sign or unit sign.
fn tears_sign(text: &str, at: usize) -> bool {
    let Some((left, right)) = text.split_at_checked(at) else { return false };
    let mut back = left.chars().rev().filter(|&c| !is_invisible(c));
    let mut ahead = right.chars().filter(|&c| !is_invisible(c)).skip_while(|c| c.is_whitespace()).take(REACH);
    let (last, next) = (back.next(), ahead.next());
    let number_follows = right.chars().find(|&c| !is_invisible(c)).is_some_and(char::is_numeric);
    match (last, next) {
        (Some(sign), Some(_))
            if number_follows
                && (number::is_currency(sign) || matches!(sign, '<' | '>' | '≤' | '≥' | '~' | '∼' | '≈')) =>
        {
            true
        }
        (Some('-' | '\u{2010}' | '–' | '−' | '±'), Some(_)) if number_follows => back
            .next()
            .is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '"' | '«' | '“' | '~' | '=')),
        // The dollars of Hong Kong are others than those of the United States.
        (Some(country), Some(sign)) if country.is_uppercase() && number::is_currency(sign) => {
            right.chars().find(|&c| !is_invisible(c)) == Some(sign)
        }
        (_, Some(sign)) if number::is_unit_sign(sign) => {
            let number = left.trim_end_matches(|c: char| c.is_whitespace() || is_invisible(c));
            number.ends_with(char::is_numeric)
                // `costs 5 $10 notes` aside, a sign of money before a number belongs to that.
                && !(number::is_currency(sign) && ahead.next().is_some_and(char::is_numeric))
        }
        _ => false,
    }
}

/// Whether what begins at the byte `at` of `text` begins inside a word, a number or a compound.
pub(super) fn starts_inside(text: &str, at: usize) -> bool {
    tears_sign(text, at) || Gap::new(text, at).is_some_and(|gap| gap.is_inside() && !gap.is_elision())
}

/// Whether what ends at the byte `at` of `text` ends inside a word, a number or a compound.
pub(super) fn ends_inside(text: &str, at: usize) -> bool {
    tears_sign(text, at) || Gap::new(text, at).is_some_and(|gap| gap.is_inside())
}

/// Whether `range` of `text` holds whole words, numbers and compounds.
pub(super) fn is_whole(text: &str, range: &Range<usize>) -> bool {
    !starts_inside(text, range.start) && !ends_inside(text, range.end)
}

/// Whether the number that ends before the byte `at` of `text` has its unit behind it.
pub(super) fn parts_unit(text: &str, at: usize) -> bool {
    Gap::new(text, at).is_some_and(|gap| {
        gap.before.ends_with(char::is_numeric)
            && gap.between.chars().all(|c| c.is_whitespace() || is_invisible(c))
            && number::starts_with_unit(gap.after)
    })
}

/// `range` of `text` with the rest of the words, numbers and compounds that it tears. An edge that is `glued` takes in the
/// word that touches it, too.
pub(super) fn widened(text: &str, range: Range<usize>, glued: (bool, bool)) -> Range<usize> {
    let Range { mut start, mut end } = range;
    if glued.0 {
        start = word_start(text, start);
    }
    if glued.1 {
        end = word_end(text, end);
    }
    // A compound of more parts than that is none.
    for _ in 0..8 {
        if !starts_inside(text, start) {
            break;
        }
        let before = text.get(..start).unwrap_or_default();
        start = word_start(text, before.trim_end_matches(|c| !word::is_part(c)).len());
    }
    for _ in 0..8 {
        if !ends_inside(text, end) {
            break;
        }
        let after = text.get(end..).unwrap_or_default();
        let next = after.trim_start_matches(|c: char| !word::is_part(c));
        let sign = after.trim_start().chars().next().filter(|&c| number::is_unit_sign(c));
        end = match sign {
            Some(sign) => text.len() - after.trim_start().len() + sign.len_utf8(),
            None => word_end(text, text.len() - next.len()),
        };
    }
    start..end
}

fn word_start(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default().char_indices().rev().take(REACH);
    before.take_while(|&(_, c)| word::is_part(c) || is_invisible(c)).last().map_or(at, |(start, _)| start)
}

fn word_end(text: &str, at: usize) -> usize {
    let after = text.get(at..).unwrap_or_default().chars().take(REACH);
    at + after.take_while(|&c| word::is_part(c) || is_invisible(c)).map(char::len_utf8).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether `part` is whole in `text`, where `|` are its edges.
    fn whole(text: &str) -> bool {
        let mut parts = text.splitn(3, '|');
        let (before, part, after) =
            (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap_or_default());
        is_whole(&format!("{before}{part}{after}"), &(before.len()..before.len() + part.len()))
    }

    #[test]
    fn words_numbers_and_compounds_are_torn() {
        for text in [
            "im|possible|",
            "|impos|sible",
            "poli\u{ad}|tique|",
            "|poli|\u{ad}\ntique",
            "im-\n|possible|",
            "|im|- \r\npossible",
            "2,|5 millions|",
            "1 |500 morts|",
            "1\u{a0}|500|",
            "1\u{202f}|500|",
            "1.|500|",
            "1'|500|",
            "1’|500|",
            "|10| 000",
            "-|5 degrés|",
            "(−|5|)",
            " –|5|",
            "|5| %",
            "|5|%",
            "|5|\u{a0}€",
            "$|5|",
            "$|5 million|",
            "|2|,5",
            "|10| millions",
            "10 |millions|",
            "|10| Mrd. Euro",
            "2000–|2001|",
            "|2000|-2001",
            "12:|30|",
            "5-|10 hommes|",
            "1/|2|",
            "non-|agression|",
            "|non|-agression",
            "|accord de non-|agression",
            "ex-|président|",
            "sud‑|coréen|",
            "aujourd’|hui|",
            "quelqu'|un|",
            "They |can|’t",
            "|don|'t",
            "|qu|'il",
            "|qu'|il",
            "п’|ять|",
            "50 |km|/h",
            "|50 km|/h",
            "deux |millions de morts|",
            "|cent| mille",
            "|5| pour cent",
            "minus |5 degrees|",
            "|12|00",
            "在1|2年|",
            "|5|億人",
            "|2|°C",
            "|5|°",
            "deux |cent mille morts|",
            "trois cent |cinquante mille|",
            "deux millions |cinq cent mille|",
            "|cinq| cents morts",
            "1 million |500 000|",
            "the |U.S|.S.R.",
            "They |can|`t",
            "They |can|´t",
            "They |can|′t",
            "ex–|president|",
            "non－|agression|",
            "la (dé)|nucléarisation|",
            "pseudo-« |république| »",
            "im\u{200e}|possible|",
            "1\u{2060}\u{2009}\u{2060}|500|",
            "≤|500|",
            "三|十万人|",
            "twenty five |thousand|",
            "twenty |five thousand|",
            "two and a half |million|",
            "one hundred and |fifty thousand|",
            "|one hundred| and fifty",
            "treinta y |cinco|",
            "deux virgule |cinq millions|",
            "|two| point five",
            "|deux| tiers",
            "il fait moins |5 degrés|",
            "|5| M€",
            "|5| k$",
            "5×|10|",
            "2 |½|",
            "|2| 1/2 tonnes",
            "AT&|T|",
            "col·|lega|",
            "exemple.|com|",
            "HK|$5|",
            "~|5 morts|",
        ] {
            assert!(!whole(text), "{text:?}");
        }
    }

    #[test]
    fn the_others_are_whole() {
        for text in [
            "l’|accord|",
            "d'|un|",
            "C’|est|",
            "dell'|accordo|",
            "qu’|il|",
            "le |traité|, signé",
            "«|traité|»",
            "en |2001|, 500 morts",
            "2000 |500 morts|",
            "le 19 juin 2024, |100|",
            "en |2001|. 500",
            "mot - |mot|",
            "liste\n- |un|",
            "un – |5|",
            "|deux| – 5",
            "'|mot|' et",
            "在|平壤|签署",
            "在|2024|年",
            "ประเทศ|ไทย|",
            "|mot|\nautre",
            "|en 1961| entre",
            "|5 %| des",
            "|-5|",
            "5 |degrés|",
            "plusieurs |millions|",
            "au moins |5|",
            "le 5 et |six autres|",
            "deux |et trois|",
            "page 2 |1/5/2024|",
            "fin.|Début|",
            "e.g. |this|",
            "des milliers |et des|",
            "Kim & |fils|",
            "|AFP|/Sputnik",
            "1961\n|500 morts|",
            "the |U.S.| Army",
            "plus de |cent morts|",
            "dos |três|",
            "Kim (|à gauche|)",
            "x|🇫🇷|x",
            "|5| $10",
            "|100|\n\nmillions",
        ] {
            assert!(whole(text), "{text:?}");
        }
        assert!(whole("||") && !starts_inside("é", 1) && !ends_inside("", 9));
    }

    #[test]
    fn a_part_is_widened_to_the_whole() {
        let widened = |text: &str, glued| {
            let (before, rest) = text.split_once('|').unwrap();
            let (part, after) = rest.split_once('|').unwrap();
            let text = format!("{before}{part}{after}");
            text[super::widened(&text, before.len()..before.len() + part.len(), glued)].to_owned()
        };
        assert_eq!(widened("à P|yongyang| en", (true, false)), "Pyongyang");
        assert_eq!(widened("pa|s| précisé", (true, false)), "pas");
        assert_eq!(widened("pa|s| précisé", (false, false)), "pas");
        assert_eq!(widened("de |nord|-coréenne sur", (false, true)), "nord-coréenne");
        assert_eq!(widened("|n|’a pas", (false, true)), "n’a");
        assert_eq!(widened("de l'|accord|", (true, true)), "accord");
        assert_eq!(widened("de 10 |000| conteneurs", (false, false)), "10 000");
        assert_eq!(widened("de |10| % et", (false, false)), "10 %");
        assert_eq!(widened("un || a reçu", (false, false)), "");
        assert_eq!(widened("Russie ||a reçu", (false, true)), "a");
    }
}
