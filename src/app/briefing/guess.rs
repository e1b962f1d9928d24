//! What must not be said while a class guesses a date.

use std::borrow::Cow;

use crate::briefing::Blanks;
use crate::model::Dating;

/// What stands where a date was.
const BLANK: &str = "???";

/// `text` without what gives `date` away, in any form people write it.
pub fn without_date<'t>(text: &'t str, date: &Dating) -> Cow<'t, str> {
    let found = Blanks::of([date]).find(text);
    if found.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = text.to_owned();
    // From the end, so that what is before stays where it is.
    found.into_iter().rev().for_each(|range| out.replace_range(range, BLANK));
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Date;

    #[test]
    fn the_date_is_hidden_and_no_other() {
        let hidden = |text: &str, date: &str| {
            without_date(text, &Dating::Dated(Date::parse(date).unwrap())).into_owned()
        };
        assert_eq!(hidden("à la fin des années 1940", "194X"), "à la fin des ???");
        assert_eq!(hidden("Le traité de 1961, annulé en 1996", "1996"), "Le traité de 1961, annulé en ???");
        assert_eq!(hidden("Le 19 juin, 24 ans après 2000", "2024-06-19"), "Le ???, 24 ans après 2000");
        assert_eq!(hidden("19610 hommes", "1961"), "19610 hommes");
    }
}
