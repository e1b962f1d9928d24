//! Dates and the words for them.

use proptest::prelude::*;

use super::*;

fn parsed(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// Date, French, English.
const WORDS: &[(&str, &str, &str)] = &[
    // Years, decades, centuries.
    ("194X", "années 1940", "the 1940s"),
    ("1940s", "années 1940", "the 1940s"),
    ("1961", "1961", "1961"),
    ("476", "476", "476"),
    ("79 AD", "79 apr. J.-C.", "79 AD"),
    ("44 BC", "44 av. J.-C.", "44 BC"),
    ("0000", "1 av. J.-C.", "1 BC"),
    ("Y-17000", "17\u{202f}001 av. J.-C.", "17,001 BC"),
    ("Y12345", "12\u{202f}345", "12,345"),
    ("228000001 BC", "228\u{202f}000\u{202f}001 av. J.-C.", "228,000,001 BC"),
    ("Y1E100", "Y1E100", "Y1E100"),
    ("180X", "entre 1800 et 1809", "between 1800 and 1809"),
    ("18XX", "entre 1800 et 1899", "between 1800 and 1899"),
    ("000X", "entre 1 av. J.-C. et 9 apr. J.-C.", "between 1 BC and 9 AD"),
    ("19X4", "année 19X4", "year 19X4"),
    ("XXXX", "année inconnue", "year unknown"),
    ("1950S2", "vers 1950 (entre 1900 et 1999)", "c. 1950 (between 1900 and 1999)"),
    ("XIXe siècle", "XIXe siècle", "19th century"),
    ("1st century", "Ier siècle", "1st century"),
    ("21st century", "XXIe siècle", "21st century"),
    ("5th century BC", "Ve siècle av. J.-C.", "5th century BC"),
    ("c. 19th century", "vers le XIXe siècle", "c. 19th century"),
    ("19th century?", "XIXe siècle (incertain)", "19th century (uncertain)"),
    ("1601/1800", "XVIIe–XVIIIe siècles", "17th–18th centuries"),
    ("5th–4th century BC", "Ve–IVe siècles av. J.-C.", "5th–4th centuries BC"),
    ("1801/1900~", "1801 – vers 1900", "1801 – c. 1900"),
    ("1st century BC", "Ier siècle av. J.-C.", "1st century BC"),
    // Months, days, seasons.
    ("2024-06", "juin 2024", "June 2024"),
    ("2019-04", "avril 2019", "April 2019"),
    ("2024-06-19", "19 juin 2024", "19 June 2024"),
    ("1er août 1936", "1er août 1936", "1 August 1936"),
    ("-0043-03-15", "15 mars 44 av. J.-C.", "15 March 44 BC"),
    ("2023-02-01", "1er février 2023", "1 February 2023"),
    ("spring 1951", "printemps 1951", "spring 1951"),
    ("été 1951", "été 1951", "summer 1951"),
    ("1951-23", "automne 1951", "autumn 1951"),
    ("1941-24", "hiver 1941–1942", "winter 1941–1942"),
    ("-0043-24", "hiver 44–43 av. J.-C.", "winter 44–43 BC"),
    ("1951-30", "été 1951–1952 (hémisphère Sud)", "summer 1951–1952 (southern hemisphere)"),
    ("1951-32", "hiver 1951 (hémisphère Sud)", "winter 1951 (southern hemisphere)"),
    ("1951-33", "1er trimestre 1951", "first quarter of 1951"),
    ("1951-39", "3e quadrimestre 1951", "third four-month period of 1951"),
    ("192X-33", "1er trimestre, années 1920", "first quarter, the 1920s"),
    ("18XX-21", "printemps, entre 1800 et 1899", "spring, between 1800 and 1899"),
    ("1951-41", "2e semestre 1951", "second half of 1951"),
    // Unknown parts.
    ("2004-XX", "2004, mois inconnu", "2004, month unknown"),
    ("2004-06-XX", "juin 2004, jour inconnu", "June 2004, day unknown"),
    ("2004-XX-XX", "2004, mois inconnu, jour inconnu", "2004, month unknown, day unknown"),
    ("2004-XX-15", "2004, mois inconnu, jour 15", "2004, month unknown, day 15"),
    ("2004-06-1X", "juin 2004, jour 1X", "June 2004, day 1X"),
    ("156X-12-25", "25 décembre, années 1560", "25 December, the 1560s"),
    ("XXXX-12-25", "25 décembre, année inconnue", "25 December, year unknown"),
    // Doubts.
    ("1945?", "1945 (incertain)", "1945 (uncertain)"),
    ("1945~", "vers 1945", "c. 1945"),
    ("1945%", "vers 1945 (incertain)", "c. 1945 (uncertain)"),
    ("194X~", "vers les années 1940", "c. the 1940s"),
    ("18XX~", "entre 1800 et 1899 (approximatif)", "between 1800 and 1899 (approximate)"),
    ("2024-06-19~", "vers le 19 juin 2024", "c. 19 June 2024"),
    ("2024-06~", "vers juin 2024", "c. June 2024"),
    ("1951-22~", "vers l’été 1951", "c. summer 1951"),
    ("2004-06-?11", "11 juin 2004 (jour incertain)", "11 June 2004 (day uncertain)"),
    (
        "2004~-06-?11",
        "11 juin 2004 (année approximative, jour incertain)",
        "11 June 2004 (year approximate, day uncertain)",
    ),
    // Spans.
    ("2000/2001", "2000–2001", "2000–2001"),
    ("2019-04/2023-09", "avril 2019 – septembre 2023", "April 2019 – September 2023"),
    ("2024-06-19/2024-06-20", "19–20 juin 2024", "19–20 June 2024"),
    ("1936-08-01/1936-08-03", "1er–3 août 1936", "1–3 August 1936"),
    ("2024-06-30/2024-07-02", "30 juin – 2 juillet 2024", "30 June – 2 July 2024"),
    ("2000-06/2000-07", "juin–juillet 2000", "June–July 2000"),
    ("1951-21/1951-22", "printemps–été 1951", "spring–summer 1951"),
    (
        "1951-33/1951-34",
        "1er trimestre 1951 – 2e trimestre 1951",
        "first quarter of 1951 – second quarter of 1951",
    ),
    ("1999-12-31/2000-01-01", "31 décembre 1999 – 1er janvier 2000", "31 December 1999 – 1 January 2000"),
    ("1961/1961", "1961", "1961"),
    ("2024/2024-06", "2024 – juin 2024", "2024 – June 2024"),
    ("44–42 BC", "44–42 av. J.-C.", "44–42 BC"),
    ("-0026/0014", "27 av. J.-C. – 14 apr. J.-C.", "27 BC – 14 AD"),
    ("1801/1901", "1801–1901", "1801–1901"),
    ("194X/195X", "années 1940 – années 1950", "the 1940s – the 1950s"),
    ("1950/1953~", "1950 – vers 1953", "1950 – c. 1953"),
    ("1985/..", "depuis 1985", "since 1985"),
    ("2024-06-19/..", "depuis le 19 juin 2024", "since 19 June 2024"),
    ("194X/..", "depuis les années 1940", "since the 1940s"),
    ("1985~/..", "depuis 1985 environ", "since c. 1985"),
    ("1951-22/..", "depuis l’été 1951", "since summer 1951"),
    ("18XX/..", "depuis une date, entre 1800 et 1899", "since some time, between 1800 and 1899"),
    ("../1985", "jusqu’en 1985", "until 1985"),
    ("../2024-06", "jusqu’en juin 2024", "until June 2024"),
    ("../2024-06-01", "jusqu’au 1er juin 2024", "until 1 June 2024"),
    ("../194X", "jusqu’aux années 1940", "until the 1940s"),
    ("../1951-24", "jusqu’à l’hiver 1951–1952", "until winter 1951–1952"),
    ("../1985?", "jusqu’en 1985 (incertain)", "until 1985 (uncertain)"),
    ("1985/", "1985 – ?", "1985 – ?"),
    ("/1985", "? – 1985", "? – 1985"),
    ("..1985/2000", "1985 ou avant – 2000", "1985 or before – 2000"),
    ("1985/2000..", "1985 – 2000 ou après", "1985 – 2000 or after"),
    // Times.
    ("2024-06-19T02:20", "19 juin 2024, 2 h 20", "19 June 2024, 02:20"),
    ("2024-06-19T14:00:00+09:00", "19 juin 2024, 14 h UTC+9", "19 June 2024, 14:00 UTC+9"),
    ("2024-06-19T14:05:00Z", "19 juin 2024, 14 h 05 UTC", "19 June 2024, 14:05 UTC"),
    (
        "2016-12-31T23:59:60-03:30",
        "31 décembre 2016, 23 h 59 min 60 s UTC−3:30",
        "31 December 2016, 23:59:60 UTC−3:30",
    ),
    (
        "2023-08-17T08:01Z/2023-08-17T08:04Z",
        "17 août 2023, 8 h 01 – 8 h 04 UTC",
        "17 August 2023, 08:01–08:04 UTC",
    ),
    (
        "2023-08-17T23:50/2023-08-18T00:10",
        "17 août 2023, 23 h 50 – 18 août 2023, 0 h 10",
        "17 August 2023, 23:50 – 18 August 2023, 00:10",
    ),
    ("2023-08-17T08:01Z/..", "depuis le 17 août 2023, 8 h 01 UTC", "since 17 August 2023, 08:01 UTC"),
    ("../2023-08-17T08:01", "jusqu’au 17 août 2023, 8 h 01", "until 17 August 2023, 08:01"),
    (
        "2023-08-17T08:01/2023-08-18",
        "17 août 2023, 8 h 01 – 18 août 2023",
        "17 August 2023, 08:01 – 18 August 2023",
    ),
    // Sets.
    ("[1940..1945]", "entre 1940 et 1945", "between 1940 and 1945"),
    ("[1940-05-03..1940-05-05]", "entre le 3 mai 1940 et le 5 mai 1940", "between 3 May 1940 and 5 May 1940"),
    ("{1667,1668,1670..1672}", "1667, 1668 et 1670–1672", "1667, 1668 and 1670–1672"),
    ("[1960,1961]", "1960 ou 1961", "1960 or 1961"),
    ("[..1984]", "1984 ou avant", "1984 or before"),
    ("{1984..}", "1984 ou après", "1984 or after"),
];

#[test]
fn dates_are_said_in_both_languages() {
    for (text, french, english) in WORDS {
        assert_eq!(date(&parsed(text), Lang::Fr), *french, "{text}");
        assert_eq!(date(&parsed(text), Lang::En), *english, "{text}");
    }
}

#[test]
fn silences_are_counted_in_words() {
    for (from, to, french, english) in [
        ("194X", "1961", "12 ans", "12 years"),
        ("1961", "1996", "35 ans", "35 years"),
        ("2023-05", "2024-05", "1 an", "1 year"),
        ("2019-04", "2023-09", "4 ans", "4 years"),
        ("2024-03", "2024-06", "3 mois", "3 months"),
        ("2024-06-19", "2024-06-24", "5 jours", "5 days"),
    ] {
        let words = |lang| span_words(&parsed(from), &parsed(to), lang);
        assert_eq!(words(Lang::Fr).as_deref(), Some(french), "{from} {to}");
        assert_eq!(words(Lang::En).as_deref(), Some(english), "{from} {to}");
    }
    assert_eq!(span_words(&parsed("2024-06-19"), &parsed("2024-06-20"), Lang::Fr), None);
}

#[test]
fn plurals_follow_the_language() {
    assert_eq!(silence(Silence::Days(0), Lang::Fr), "0 jour");
    assert_eq!(silence(Silence::Years(12_000), Lang::Fr), "12\u{202f}000 ans");
    assert_eq!(silence(Silence::Years(12_000), Lang::En), "12,000 years");
    assert_eq!(silence(Silence::Days(0), Lang::En), "0 days");
    assert_eq!(silence(Silence::Months(1), Lang::En), "1 month");
    assert_eq!(silence(Silence::Months(1), Lang::Fr), "1 mois");
}

/// The words for most dates are plain forms again: what the screen says can be typed.
#[test]
fn words_can_be_read_back() {
    for text in [
        "194X",
        "1961",
        "-0043",
        "0079",
        "2024-06",
        "2024-06-19",
        "1936-08-01",
        "1951-22",
        "1801/1900",
        "1801~/1900~",
        "1601/1800",
        "1941-24",
        "../1941-24",
        "2024-33",
        "2024-41",
        "Y-228000000",
        "[1666,1667]",
        "2023-08-17T08:01:00/2023-08-17T08:04:00",
        "2023-08-17T08:01:00Z/2023-08-17T08:04:00Z",
        "2023-08-17T23:50:00/2023-08-18T00:10:00",
        "2023-08-17T08:01:00Z/..",
        "../2023-08-17T08:01:00",
        "1945~",
        "194X~",
        "2024-06-19~",
        "1951-22~",
        "2000/2001",
        "2019-04/2023-09",
        "2024-06-19/2024-06-20",
        "2000-06/2000-07",
        "1985/..",
        "2024-06-19/..",
        "../1985",
        "../2024-06",
        "../194X",
        "../1951-24",
        "1985/",
        "-0043/-0041",
        "1950/1953~",
    ] {
        for lang in Lang::ALL {
            let words = date(&parsed(text), lang);
            assert_eq!(parsed(&words).edtf(), text, "{words}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn every_date_has_words(
        text in "[?~%]?(Y?-?[1-9][0-9]{4,18}(E[0-9]{1,3})?(S[1-9])?|-?[0-9X]{4})([?~%]?-[?~%]?[0-4X][0-9X](-[?~%]?[0-3X][0-9X])?)?[?~%]?",
        other in "(/(\\.\\.)?([0-9X]{4}(-[0-2X][0-9X])?)?[?~%]?(\\.\\.)?)?",
    ) {
        for text in [text.clone() + &other, format!("{{{text}}}"), text] {
            if let Ok(parsed) = Date::parse(&text) {
                for lang in Lang::ALL {
                    prop_assert!(!date(&parsed, lang).trim().is_empty());
                    let _ = span_words(&parsed, &parsed, lang);
                }
            }
        }
    }
}

#[test]
fn a_period_goes_from_the_beginning_of_one_date_to_the_end_of_another() {
    let words = |first: &str, last: &str, lang| {
        period(&Date::parse(first).unwrap(), &Date::parse(last).unwrap(), lang)
    };
    assert_eq!(words("194X", "2024-06", Lang::Fr), "années 1940 – juin 2024");
    assert_eq!(words("194X", "2024-06", Lang::En), "the 1940s – June 2024");
    assert_eq!(words("-0043", "1946-05-01/1952-09-30", Lang::Fr), "44 av. J.-C. – 30 septembre 1952");
    assert_eq!(words("2000/2001", "2000/2001", Lang::Fr), "2000–2001");
    assert_eq!(words("2000/2001", "2019", Lang::En), "2000–2019");
}
