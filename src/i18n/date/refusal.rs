//! Why a text is not a date, in French: the reading of dates says it in English, as the library below it does.

use crate::i18n::Lang;

/// Why a text is not a date, in words: `message` is that of a [`DateError`](crate::model::DateError).
pub fn date_refusal(message: &str, lang: Lang) -> String {
    match lang {
        Lang::En => message.to_owned(),
        Lang::Fr => french(message).unwrap_or_else(|| "ce n’est pas une date".to_owned()),
    }
}

fn french(message: &str) -> Option<String> {
    let known = FRENCH.iter().find(|(english, _)| *english == message);
    known.map(|(_, french)| (*french).to_owned()).or_else(|| with_parts(message))
}

/// Those that say what is written.
fn with_parts(message: &str) -> Option<String> {
    if let Some(letters) = message.strip_suffix("” is no part of a date") {
        return Some(format!("«\u{a0}{}\u{a0}» n’a pas sa place dans une date", letters.strip_prefix('“')?));
    }
    if let Some((month, days)) = message.strip_suffix(" days").and_then(|rest| rest.split_once(" has ")) {
        return Some(format!("{month} a {days} jours"));
    }
    if let Some((day, name)) = message.split_once(" is a ") {
        let (_, french) = WEEKDAYS.iter().find(|(english, _)| *english == name)?;
        return Some(format!("le {day} est un {french}"));
    }
    let most = message.strip_prefix("a date takes no more than ")?.strip_suffix(" characters")?;
    Some(format!("une date n’a pas plus de {most} caractères"))
}

const WEEKDAYS: &[(&str, &str)] = &[
    ("Monday", "lundi"),
    ("Tuesday", "mardi"),
    ("Wednesday", "mercredi"),
    ("Thursday", "jeudi"),
    ("Friday", "vendredi"),
    ("Saturday", "samedi"),
    ("Sunday", "dimanche"),
];

#[rustfmt::skip]
const FRENCH: &[(&str, &str)] = &[
    ("a Tuesday, or a day of March?", "un mardi, ou un jour de mars\u{a0}?"),
    ("a date has two ends, not three", "une date a deux bouts, pas trois"),
    ("a date must not depend on the day it is read", "une date ne doit pas dépendre du jour où on la lit"),
    ("a date must not depend on the day it is read: is its end open?",
     "une date ne doit pas dépendre du jour où on la lit\u{a0}: sa fin est-elle ouverte\u{a0}?"),
    ("a date in numbers is written YYYY-MM-DD", "une date en chiffres s’écrit AAAA-MM-JJ"),
    ("a date needs its hyphens", "une date a besoin de ses traits d’union"),
    ("a day of a week is not EDTF: write its day of the month",
     "un jour de semaine numérotée n’est pas de l’EDTF\u{a0}: écrivez le jour du mois"),
    ("a day of the Julian calendar: write the Gregorian one", "un jour du calendrier julien\u{a0}: écrivez le jour grégorien"),
    ("a decade begins with a year that ends in 0", "une décennie commence par une année qui finit par 0"),
    ("a decade, or a year?", "une décennie, ou une année\u{a0}?"),
    ("a digit that is not known is written X", "un chiffre inconnu s’écrit X"),
    ("a time of day needs one certain day", "une heure demande un jour certain"),
    ("a week is not EDTF: write its days", "une semaine n’est pas de l’EDTF\u{a0}: écrivez ses jours"),
    ("a year before 0000 takes four digits", "une année avant 0000 prend quatre chiffres"),
    ("a year in two styles: write the one that begins in January",
     "une année en deux styles\u{a0}: écrivez celle qui commence en janvier"),
    ("a year of more than four digits is written with a Y before it", "une année de plus de quatre chiffres s’écrit avec un Y devant"),
    ("a year takes at least three digits, or BC or AD", "une année prend au moins trois chiffres, ou av. J.-C., ou apr. J.-C."),
    ("a year this far away cannot have a month", "une année aussi lointaine ne peut pas avoir de mois"),
    ("are both ends meant, or only one?", "s’agit-il des deux bouts, ou d’un seul\u{a0}?"),
    ("does it end then, or is this a shift from UTC?", "est-ce la fin, ou un décalage par rapport à UTC\u{a0}?"),
    ("is it some time after, or all the time after?", "est-ce un moment après, ou tout le temps après\u{a0}?"),
    ("is it some time before, or all the time before?", "est-ce un moment avant, ou tout le temps avant\u{a0}?"),
    ("is it some time between, or all the time between?", "est-ce un moment entre les deux, ou tout le temps entre les deux\u{a0}?"),
    ("is it the day of the year, or is a hyphen missing?", "est-ce le jour de l’année, ou manque-t-il un trait d’union\u{a0}?"),
    ("is the end abbreviated, or a whole year?", "la fin est-elle abrégée, ou une année entière\u{a0}?"),
    ("is the other end open (`..`), or unknown?", "l’autre bout est-il ouvert (`..`), ou inconnu\u{a0}?"),
    ("is this a day without its year, or half a year?", "est-ce un jour sans son année, ou la moitié d’une année\u{a0}?"),
    ("is this one date, or does it end here?", "est-ce une seule date, ou finit-elle ici\u{a0}?"),
    ("is this one day in two calendars, or all the days from one to the other?",
     "est-ce un jour dans deux calendriers, ou tous les jours de l’un à l’autre\u{a0}?"),
    ("is this ten years or a hundred?", "est-ce dix ans ou cent\u{a0}?"),
    ("no clock shows this time", "aucune horloge ne montre cette heure"),
    ("nobody knows how far this word reaches: write the years, months or days themselves",
     "nul ne sait jusqu’où va ce mot\u{a0}: écrivez les années, les mois ou les jours"),
    ("only years, months and days can be one of two", "seuls des années, des mois et des jours peuvent être l’un ou l’autre"),
    ("the decade of which century?", "la décennie de quel siècle\u{a0}?"),
    ("the end takes a year of four digits", "la fin prend une année à quatre chiffres"),
    ("the month is missing", "il manque le mois"),
    ("the year is missing", "il manque l’année"),
    ("the year of the end is missing", "il manque l’année de la fin"),
    ("there is no date here", "il n’y a pas de date ici"),
    ("there is no such century", "ce siècle n’existe pas"),
    ("there is no year 0: 1 BC comes before 1 AD", "il n’y a pas d’an 0\u{a0}: l’an 1 av. J.-C. précède l’an 1"),
    ("these words do not make a date together", "ces mots ensemble ne font pas une date"),
    ("this ends before it starts", "cela finit avant de commencer"),
    ("this ends before it starts, as it stands", "tel quel, cela finit avant de commencer"),
    ("this is another calendar: write the Gregorian date", "c’est un autre calendrier\u{a0}: écrivez la date grégorienne"),
    ("this sign has no place here", "ce signe n’a pas sa place ici"),
    ("this year is too far away", "cette année est trop lointaine"),
    ("which number is the month? Write YYYY-MM-DD", "quel nombre est le mois\u{a0}? Écrivez AAAA-MM-JJ"),
    ("write the dates as [1666,1667,1668]", "écrivez les dates comme [1666,1667,1668]"),
    ("write the year without the dot", "écrivez l’année sans le point"),
    ("write years in full, and a month after its year: YYYY-MM", "écrivez les années en entier, et le mois après l’année\u{a0}: AAAA-MM"),
    ("zones of several continents bear this name: write the shift from UTC",
     "des fuseaux de plusieurs continents ont ce nom\u{a0}: écrivez le décalage par rapport à UTC"),
    ("day is out of range for the month", "le mois n’a pas ce jour"),
    ("month must be 01-12", "le mois va de 01 à 12"),
    ("minute must be 00-59", "les minutes vont de 00 à 59"),
    ("second must be 00-60", "les secondes vont de 00 à 60"),
    ("hour must be 00-23 (24 is not allowed)", "les heures vont de 00 à 23"),
    ("time must be hh:mm:ss", "une heure s’écrit hh:mm:ss"),
    ("whitespace is not allowed", "pas d’espace ici"),
    ("-0000 is not a valid year", "-0000 n’est pas une année"),
    ("month must be 01-12 or a sub-year code 21-41", "le mois va de 01 à 12, ou de 21 à 41 pour une partie de l’année"),
    ("time shift must be ±hh or ±hh:mm", "un décalage s’écrit ±hh ou ±hh:mm"),
    ("time shift must be Z, +hh, +hh:mm or negative", "un décalage s’écrit Z, +hh ou +hh:mm, ou négatif"),
    ("year must have exactly four digits (or X)", "une année a exactement quatre chiffres (ou X)"),
    ("expected '-' before month", "il manque un trait d’union devant le mois"),
    ("interval must contain exactly one '/'", "un intervalle contient un seul «\u{a0}/\u{a0}»"),
    ("set range end precedes range start", "cette suite finit avant de commencer"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{BAD_DATES, Date};

    #[test]
    fn every_reason_is_said_in_french() {
        let reasons = BAD_DATES.iter().filter_map(|(text, ..)| Some(Date::parse(text).err()?.message));
        let english: Vec<_> = reasons.filter(|message| french(message).is_none()).collect();
        assert!(english.is_empty(), "{english:#?}");
    }

    #[test]
    fn what_is_written_stands_in_the_reason() {
        for (message, expected) in [
            ("“xyz” is no part of a date", "«\u{a0}xyz\u{a0}» n’a pas sa place dans une date"),
            ("2024-02 has 29 days", "2024-02 a 29 jours"),
            ("2024-06-19 is a Wednesday", "le 2024-06-19 est un mercredi"),
            ("a date takes no more than 400 characters", "une date n’a pas plus de 400 caractères"),
            ("no such reason", "ce n’est pas une date"),
        ] {
            assert_eq!(date_refusal(message, Lang::Fr), expected);
        }
    }
}
