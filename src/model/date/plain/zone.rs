//! Time zones, by their shift from UTC or by their names.

/// What is said about the shift from UTC.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Zone {
    /// This one, as EDTF has it: `Z`, `+09:00`.
    Known(String),
    /// One of these, for zones on several continents bear the name.
    Several(&'static [&'static str]),
}

impl Zone {
    /// The shift that is meant most often.
    pub(super) fn first(&self) -> &str {
        match self {
            Self::Known(shift) => shift,
            Self::Several(shifts) => shifts.first().copied().unwrap_or_default(),
        }
    }
}

const UTC: [&str; 4] = ["utc", "gmt", "ut", "tu"];

/// Names of zones with all the shifts that go by them.
const NAMES: &[(&str, &[&str])] = &[
    ("wet", &["Z"]),
    ("west", &["+01:00"]),
    ("cet", &["+01:00"]),
    ("hec", &["+01:00"]),
    ("mez", &["+01:00"]),
    ("cest", &["+02:00"]),
    ("hoec", &["+02:00"]),
    ("mesz", &["+02:00"]),
    ("eet", &["+02:00"]),
    ("eest", &["+03:00"]),
    ("msk", &["+03:00"]),
    ("msd", &["+04:00"]),
    ("hkt", &["+08:00"]),
    ("jst", &["+09:00"]),
    ("kst", &["+09:00"]),
    ("awst", &["+08:00"]),
    ("acst", &["+09:30"]),
    ("aest", &["+10:00"]),
    ("aedt", &["+11:00"]),
    ("nzst", &["+12:00"]),
    ("nzdt", &["+13:00"]),
    ("edt", &["-04:00"]),
    ("mdt", &["-06:00"]),
    ("pdt", &["-07:00"]),
    ("akst", &["-09:00"]),
    ("akdt", &["-08:00"]),
    ("hst", &["-10:00"]),
    // Europe and South Asia, the Americas and Asia or Australia.
    ("bst", &["+01:00", "+06:00"]),
    ("ist", &["+05:30", "+01:00", "+02:00"]),
    ("est", &["-05:00", "+10:00"]),
    ("cst", &["-06:00", "+08:00"]),
    ("cdt", &["-05:00", "-04:00"]),
    ("mst", &["-07:00", "+08:00"]),
    ("pst", &["-08:00", "+08:00"]),
    ("ast", &["-04:00", "+03:00"]),
];

/// The zone that a text in lower case begins with, behind a space or not, and how many characters it takes.
pub(super) fn zone(text: &[char]) -> Option<(Zone, usize)> {
    let spaced = usize::from(text.first() == Some(&' '));
    let text = text.get(spaced..)?;
    let letters: String = text.iter().take_while(|c| c.is_alphabetic()).collect();
    let length = letters.chars().count();
    let rest = text.get(length..).unwrap_or_default();
    if letters.is_empty() {
        // A hyphen may as well lead to the time at which it ends.
        let (shift, length) = shift(text).filter(|(shift, _)| shift.starts_with('+'))?;
        return Some((Zone::Known(shift), spaced + length));
    }
    if UTC.contains(&letters.as_str()) {
        let (shift, more) = shift(rest).unwrap_or_else(|| ("Z".to_owned(), 0));
        return Some((Zone::Known(shift), spaced + length + more));
    }
    if rest.first().is_some_and(|c| c.is_alphanumeric()) {
        return None;
    }
    if letters == "z" {
        return Some((Zone::Known("Z".to_owned()), spaced + length));
    }
    let (_, shifts) = NAMES.iter().find(|(name, _)| *name == letters)?;
    let zone = match shifts {
        [only] => Zone::Known((*only).to_owned()),
        several => Zone::Several(several),
    };
    Some((zone, spaced + length))
}

/// `+9`, `+0930`, `-03:30`
fn shift(text: &[char]) -> Option<(String, usize)> {
    let spaced = usize::from(text.first() == Some(&' '));
    let sign = text.get(spaced).filter(|sign| matches!(sign, '+' | '-'))?;
    let digits = |from: usize| -> String {
        text.iter().skip(from).take_while(|c| c.is_ascii_digit()).take(5).collect()
    };
    let from = spaced + 1;
    let hours = digits(from);
    let mut end = from + hours.len();
    let (hours, minutes) = match (hours.len(), text.get(end)) {
        (4, _) => (hours.get(..2)?.to_owned(), hours.get(2..)?.to_owned()),
        (1 | 2, Some(':')) if digits(end + 1).len() == 2 => {
            let minutes = digits(end + 1);
            end += 3;
            (hours, minutes)
        }
        (1 | 2, _) => (hours, "00".to_owned()),
        _ => return None,
    };
    Some((format!("{sign}{hours:0>2}:{minutes}"), end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, usize)> {
        let text: Vec<char> = text.chars().collect();
        let (zone, length) = zone(&text)?;
        let said = match zone {
            Zone::Known(shift) => shift,
            Zone::Several(shifts) => shifts.join(" or "),
        };
        Some((said, length))
    }

    #[test]
    fn zones_are_read_by_shift_and_by_name() {
        for (text, shift, length) in [
            (" utc", "Z", 4),
            ("z", "Z", 1),
            (" utc+9", "+09:00", 6),
            (" utc-3:30", "-03:30", 9),
            ("+0930", "+09:30", 5),
            (" gmt, here", "Z", 4),
            (" cet", "+01:00", 4),
            (" est", "-05:00 or +10:00", 4),
        ] {
            assert_eq!(read(text), Some((shift.to_owned(), length)), "{text}");
        }
        for text in [" le 19 juin", "-08:04", " - 9", "", "zulu", " estimated"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
