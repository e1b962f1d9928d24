//! Numbers as they are written: with groups of digits, decimals, signs, multipliers and units.

use std::{collections::HashMap, sync::OnceLock};

use super::word;

/// Words that multiply the number before them, lower case. One is any word that begins with one ending in `*`.
#[rustfmt::skip]
static MULTIPLIERS: Words = Words::new(&[
    "cent", "cents", "mille", "milliers", "million*", "milliard*", "billion*", "trillion*", "hundred*", "thousand*", "dozen*", "lakh*",
    "crore*", "douzaine*", "centaine*", "dizaine*", "bn", "tausend", "hundert", "dutzend", "mil", "miles", "millón",
    "millar", "millares", "mila", "migliaia", "milione", "milioni", "miliardo", "miliardi", "milhão", "milhões", "milhares",
    "bilhão", "bilhões", "bilião", "biliões", "duizend", "honderd", "miljoen*", "miljard*", "tysiąc*", "tysięcy",
    "milion*", "miliard*", "bilion*", "тысяч*", "тыс", "миллион*", "млн", "миллиард*", "млрд", "тисяч*", "тис",
    "мільйон*", "мільярд*", "сотен", "десятк*", "mio", "mrd", "mln", "mld", "md", "mds", "tys",
    "percent*", "prozent*", "procent*", "процент*", "відсотк*", "pct",
]);

/// Words that stand for a number, lower case, before one that multiplies it.
#[rustfmt::skip]
static NUMERALS: Words = Words::new(&[
    "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze",
    "seize", "vingt", "trente", "quarante", "cinquante", "soixante", "cent", "cents", "demi", "demie",
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen", "twenty", "thirty",
    "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "half",
    "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "zwölf", "zwanzig", "dreißig", "hundert",
    "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "veinte", "treinta", "cincuenta", "cien",
    "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci", "venti", "trenta", "cinquanta", "cento",
    "dois", "duas", "três", "quatro", "sete", "oito", "dez", "vinte", "trinta", "cinquenta", "cem",
    "twee", "drie", "vijf", "zes", "zeven", "negen", "tien", "twaalf", "twintig", "dertig", "vijftig", "honderd",
    "dwa", "trzy", "cztery", "pięć", "sześć", "siedem", "osiem", "dziewięć", "dziesięć", "sto",
    "два", "две", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять", "двадцать", "сто",
    "дві", "чотири", "п", "шість", "сім", "вісім", "десять", "двадцять",
]);

/// What says of the number behind it that it is below zero.
static MINUSES: Words = Words::new(&["minus", "минус", "мінус"]);

/// Hundredths in words, lower case.
const HUNDREDTHS: &[&str] = &["pour cent", "per cent", "por ciento", "per cento", "por cento", "pour mille"];

/// Words and signs that say what a number measures, lower case; the same in that a word before `*` begins them.
#[rustfmt::skip]
static UNITS: Words = Words::new(&[
    "km", "m", "cm", "mm", "kg", "g", "mg", "t", "l", "ml", "ha", "h", "min", "s", "w", "kw", "mw", "gw", "kwh", "mwh",
    "hz", "v", "kt", "mt", "bar", "k", "c", "f", "km²", "m²", "m³", "usd", "eur", "gbp", "chf", "rub",
    "mètre*", "kilomètre*", "centimètre*", "kilogramme*", "kilo*", "gramme*", "tonne*", "litre*", "hectare*", "degré*",
    "euro*", "dollar*", "rouble*", "franc", "francs", "livre*", "yuan*", "wons", "pour", "heure*", "minute*",
    "seconde*", "jour", "jours", "semaine*", "mois", "an", "ans", "année*", "siècle*", "point", "points",
    "meter*", "metre*", "mile*", "yard*", "foot", "feet", "inch", "inches", "pound*", "ounce*", "ton", "tons", "litre*",
    "liter*", "acre*", "degree*", "percent", "per", "cent", "cents", "percentage", "hour*", "second", "seconds", "day", "days",
    "week*", "month", "months", "year*", "centur*", "ruble*", "pence", "prozent", "tag", "tage", "tagen", "stunde*",
    "minuten", "woche*", "monat*", "jahr", "jahre", "jahren", "grad", "por", "ciento", "metro*", "kilómetro*", "tonelada*",
    "hora", "horas", "día*", "semana*", "mes", "meses", "año*", "grado*", "chilometr*", "tonnellat*", "ore", "giorn*",
    "settiman*", "mesi", "anno", "anni", "gradi", "quilómetro*", "quilômetro*", "dia", "dias", "ano", "anos", "grau*",
    "procent", "uur", "dag", "dagen", "weken", "maand*", "jaar", "jaren", "graden", "godzin*", "dni", "tygodni*",
    "miesi*", "lat", "lata", "stopni*", "rubli", "złotych", "км", "м", "кг", "г", "т", "метр*", "километр*", "тонн*",
    "градус*", "процент*", "рубл*", "доллар*", "евро", "час*", "минут*", "дней", "дня", "день", "недел*", "месяц*", "лет",
    "года", "год", "років", "роки", "рік", "днів", "дні", "годин*", "тижн*", "місяц*", "кілометр*", "відсотк*", "долар*",
    "євро", "гривен*", "гривн*",
]);

/// Signs that belong to the number before them, with a space or without.
pub(super) fn is_unit_sign(c: char) -> bool {
    matches!(c, '%' | '‰' | '‱' | '٪' | '°' | '′' | '″' | '℃' | '℉') || is_currency(c)
}

/// Signs of money (category Sc), before a number or after it.
pub(super) fn is_currency(c: char) -> bool {
    matches!(c, '$' | '¢'..='¥' | '\u{58f}' | '\u{60b}' | '\u{9f2}' | '\u{9f3}' | '\u{e3f}' | '\u{17db}'
        | '\u{20a0}'..='\u{20c0}' | '\u{fdfc}' | '\u{fe69}' | '\u{ff04}' | '\u{ffe0}' | '\u{ffe1}' | '\u{ffe5}' | '\u{ffe6}')
}

/// Letters that multiply the digits before them, without a space.
fn is_multiplying_letter(c: char) -> bool {
    matches!(c, '十' | '百' | '千' | '万' | '萬' | '亿' | '億' | '兆' | '만' | '억' | '조')
}

/// Whether `c` is a digit, or a letter that counts.
pub(super) fn is_counting(c: char) -> bool {
    c.is_numeric()
        || is_multiplying_letter(c)
        || matches!(c, '〇' | '零' | '一' | '二' | '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九')
}

/// What may stand between the digits of one number, a date or a time.
pub(super) fn is_separator(c: char) -> bool {
    word::is_apostrophe(c) || matches!(c, '.' | ',' | ':' | '/' | '·' | '٫' | '٬' | '⁄' | '–' | '−')
}

/// Whether `text` begins with a group of three digits, as in `10 000`.
pub(super) fn starts_with_group(text: &str) -> bool {
    digits(text.chars()) == 3
}

/// Whether `text` ends with one to three digits, to which a group may belong.
pub(super) fn ends_before_group(text: &str) -> bool {
    matches!(digits(text.chars().rev()), 1..=3)
}

/// How many digits come first, more than three being as good as four.
fn digits(chars: impl Iterator<Item = char>) -> usize {
    chars.take(4).take_while(|c| c.is_numeric()).count()
}

/// Whether `text` begins with a word that multiplies the number before it.
pub(super) fn starts_with_multiplier(text: &str) -> bool {
    let is_hundredth = |text: &str| {
        let start: String = text.chars().take(LONGEST).flat_map(char::to_lowercase).collect();
        HUNDREDTHS.iter().any(|known| start.starts_with(known))
    };
    is_first_word_in(text, &MULTIPLIERS) || text.starts_with(['p', 'P']) && is_hundredth(text)
}

/// Whether the last word of `text` is a number in words, or multiplies one.
pub(super) fn ends_with_numeral(text: &str) -> bool {
    is_last_word(text, |word| is_first_word_in(word, &NUMERALS) || is_first_word_in(word, &MULTIPLIERS))
}

/// Whether the last word of `text` multiplies the number before it.
pub(super) fn ends_with_multiplier(text: &str) -> bool {
    is_last_word(text, |word| is_first_word_in(word, &MULTIPLIERS))
}

/// Whether `text` begins with a number in words.
pub(super) fn starts_with_numeral(text: &str) -> bool {
    is_first_word_in(text, &NUMERALS)
}

/// Whether the last word of `text` says that a number is below zero.
pub(super) fn ends_with_minus(text: &str) -> bool {
    is_last_word(text, |word| is_first_word_in(word, &MINUSES))
}

fn is_last_word(text: &str, is: impl Fn(&str) -> bool) -> bool {
    let length: usize =
        text.chars().rev().take_while(|&c| word::is_part(c)).take(LONGEST).map(char::len_utf8).sum();
    text.get(text.len() - length..).is_some_and(is)
}

/// Whether `text` begins with what the number before it measures.
pub(super) fn starts_with_unit(text: &str) -> bool {
    text.starts_with(is_unit_sign) || is_first_word_in(text, &UNITS)
}

/// The longest word of the tables, in letters.
const LONGEST: usize = 24;

fn is_first_word_in(text: &str, words: &Words) -> bool {
    let Some(known) = text.chars().next().and_then(|first| words.starting_with(first)) else { return false };
    let word: String = text.chars().take_while(|&c| word::is_part(c)).take(LONGEST).collect();
    let rest = text.get(word.len()..).unwrap_or_default();
    // `l'accord` after a number begins with no litre.
    if rest.starts_with(word::is_apostrophe) {
        return false;
    }
    let word = word.to_lowercase();
    known.iter().any(|known| match known.strip_suffix('*') {
        Some(start) => word.starts_with(start),
        None => word == *known,
    })
}

/// Words that are looked up at every edge of every place, so by their first letters.
struct Words {
    all: &'static [&'static str],
    by_letter: OnceLock<HashMap<char, Vec<&'static str>>>,
}

impl Words {
    const fn new(all: &'static [&'static str]) -> Self {
        Self { all, by_letter: OnceLock::new() }
    }

    fn starting_with(&self, first: char) -> Option<&[&'static str]> {
        let by_letter = self.by_letter.get_or_init(|| {
            let mut by_letter: HashMap<char, Vec<&str>> = HashMap::new();
            for word in self.all {
                by_letter.entry(word.chars().next().unwrap_or_default()).or_default().push(word);
            }
            by_letter
        });
        by_letter.get(&first.to_lowercase().next()?).map(Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn multipliers_and_units_are_known_by_their_words() {
        for text in ["millions de morts", "Mrd. Euro", "миллионов", "mille", "pour cent", "Percent"]
        {
            assert!(starts_with_multiplier(text), "{text}");
        }
        for text in ["militaires", "", " millions", "mil’"] {
            assert!(!starts_with_multiplier(text), "{text}");
        }
        for text in ["km de", "% des", "€", "kilomètres", "лет"] {
            assert!(starts_with_unit(text), "{text}");
        }
        for text in ["l’accord", "t'aime", "conteneurs", "entre"] {
            assert!(!starts_with_unit(text), "{text}");
        }
    }
}
