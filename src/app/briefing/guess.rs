//! What must not be said while a class guesses a date.

use std::borrow::Cow;

use crate::model::{Date, Dating};

/// `text` with the years of `date` made unreadable.
pub fn without_years<'t>(text: &'t str, date: &Dating) -> Cow<'t, str> {
    let Some((first, last)) = date.date().and_then(Date::years) else { return Cow::Borrowed(text) };
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let digits =
            rest[start..].len() - rest[start..].trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (before, number) = (&rest[..start], &rest[start..start + digits]);
        let is_told = digits > 2 && number.parse().is_ok_and(|year: i64| (first..=last).contains(&year));
        out.push_str(before);
        if is_told {
            out.extend(std::iter::repeat_n('?', digits));
        } else {
            out.push_str(number);
        }
        rest = &rest[start + digits..];
    }
    out.push_str(rest);
    if out == text { Cow::Borrowed(text) } else { Cow::Owned(out) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_of_the_date_are_hidden_and_no_others() {
        let hidden = |text: &str, date: &str| {
            without_years(text, &Dating::Dated(Date::parse(date).unwrap())).into_owned()
        };
        assert_eq!(hidden("à la fin des années 1940", "194X"), "à la fin des années ????");
        assert_eq!(
            hidden("Le traité de 1961 est annulé en 1996", "1996"),
            "Le traité de 1961 est annulé en ????"
        );
        assert_eq!(
            hidden("19 juin 2024, 24 ans après 2000", "2024-06-19"),
            "19 juin ????, 24 ans après 2000"
        );
        assert_eq!(hidden("19610 hommes", "1961"), "19610 hommes");
    }
}
