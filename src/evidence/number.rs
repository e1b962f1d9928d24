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
    "tiers", "quarts", "thirds", "quarters", "fifths", "tenths", "drittel", "viertel", "tercios", "terzi",
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

/// Words for tens, lower case, after which ones follow.
#[rustfmt::skip]
static TENS: Words = Words::new(&[
    "vingt", "trente", "quarante", "cinquante", "soixante", "septante", "huitante", "octante", "nonante",
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa",
    "vinte", "trinta", "quarenta", "cinquenta", "sessenta", "oitenta",
    "dwadzieścia", "trzydzieści", "czterdzieści", "pięćdziesiąt", "sześćdziesiąt", "siedemdziesiąt", "osiemdziesiąt",
    "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто",
    "двадцять", "тридцять", "п", "шістдесят", "сімдесят", "вісімдесят",
]);

/// Words between the parts of a number, lower case: `one hundred and fifty`, `treinta y cinco`.
static JOINERS: Words = Words::new(&["and", "et", "y", "e", "und", "en", "и", "і"]);

/// Words for the sign of decimals, lower case: `deux virgule cinq`.
#[rustfmt::skip]
static POINTS: Words = Words::new(&[
    "virgule", "point", "komma", "coma", "vírgula", "virgola", "przecinek", "запятая", "кома",
]);

/// What says of the number behind it that it is below zero.
static MINUSES: Words = Words::new(&["minus", "moins", "минус", "мінус"]);

/// After these, `moins` compares: `au moins 5`.
static COMPARING: Words = Words::new(&["au", "du", "tout", "le", "ou", "pas"]);

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
    word::is_apostrophe(c)
        || matches!(c, '.' | ',' | ':' | '/' | '·' | '٫' | '٬' | '⁄' | '–' | '−' | '×' | '⋅' | '^')
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
    // `M€`, `Mds$`
    let money = text.trim_start_matches(['k', 'K', 'M', 'G', 'd', 's']);
    let is_money = (1..=3).contains(&(text.len() - money.len())) && money.starts_with(is_currency);
    is_first_word_in(text, &MULTIPLIERS) || is_money || text.starts_with(['p', 'P']) && is_hundredth(text)
}

/// Whether the last word of `text` is a number in words, or multiplies one.
pub(super) fn ends_with_numeral(text: &str) -> bool {
    is_last_word(text, |word| is_first_word_in(word, &NUMERALS) || is_first_word_in(word, &MULTIPLIERS))
}

/// Whether the number in words that ends `before` goes on in `after`, where a space is between.
pub(super) fn goes_on(before: &str, after: &str) -> bool {
    let starts_number = |text: &str| is_first_word_in(text, &NUMERALS);
    let ends_open = |text: &str| {
        is_last_word(text, |word| is_first_word_in(word, &MULTIPLIERS) || is_first_word_in(word, &TENS))
    };
    if ends_open(before) && (starts_number(after) || starts_with_group(after)) {
        return true;
    }
    let (rest, last) = before.split_at(before.len() - last_word_length(before));
    let first = after.get(..first_word_length(after)).unwrap_or_default();
    let next = after.get(first.len()..).unwrap_or_default().trim_start();
    let rest = rest.trim_end();
    let is_decimal = |left: &str, sign: &str, right: &str| {
        is_first_word_in(sign, &POINTS) && ends_with_numeral(left) && starts_number(right)
    };
    let is_joined = |left: &str, joiner: &str, right: &str| {
        is_first_word_in(joiner, &JOINERS) && ends_open(left) && starts_number(right)
    };
    is_decimal(rest, last, after)
        || is_decimal(before, first, next)
        || is_joined(rest, last, after)
        || is_joined(before, first, next)
}

/// Whether `text` begins with a fraction that may follow a whole number: `½`, `1/2`.
pub(super) fn starts_with_fraction(text: &str) -> bool {
    let digits = |text: &str| text.chars().take_while(char::is_ascii_digit).count();
    if text.starts_with(|c: char| matches!(c, '¼'..='¾' | '\u{2150}'..='\u{215e}')) {
        return true;
    }
    let Some((above, below)) = text.split_once(['/', '⁄']) else { return false };
    let length = digits(below);
    (1..=2).contains(&above.len())
        && digits(above) == above.len()
        && (1..=2).contains(&length)
        && !below.get(length..).is_some_and(|rest| rest.starts_with(['/', '⁄']))
}

/// Whether the last word of `text` says that a number is below zero.
pub(super) fn ends_with_minus(text: &str) -> bool {
    let before = text.get(..text.len() - last_word_length(text)).unwrap_or_default().trim_end();
    is_last_word(text, |word| is_first_word_in(word, &MINUSES))
        && !is_last_word(before, |word| is_first_word_in(word, &COMPARING))
}

fn last_word_length(text: &str) -> usize {
    text.chars().rev().take_while(|&c| word::is_part(c)).map(char::len_utf8).sum()
}

fn first_word_length(text: &str) -> usize {
    text.chars().take_while(|&c| word::is_part(c)).map(char::len_utf8).sum()
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
