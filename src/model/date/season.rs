//! Seasons that may be meant as years: EDTF reads `1936-39` as the last four months of 1936.

use edtf_core::Edtf;

/// The years that `written` means to people, where it is EDTF with a part of the year, and nothing but that part
/// stands against its being the last two digits of a later year. `1951-21` is no such text: 21 lies before 51.
pub(super) fn as_years(written: &str) -> Option<String> {
    let text = written.trim();
    let body = text.trim_end_matches(['?', '~', '%']);
    let mark = text.get(body.len()..)?;
    let (year, code) = body.split_once('-')?;
    let is_number =
        |text: &str, digits| text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(year, 4) || !is_number(code, 2) || code < "21" || Edtf::parse(text).is_err() {
        return None;
    }
    let (century, short) = year.split_at_checked(2)?;
    (short < code).then(|| format!("{year}{mark}/{century}{code}{mark}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_the_year_that_may_be_a_year_is_told() {
        for (written, years) in [
            ("1936-39", Some("1936/1939")),
            ("1917-22", Some("1917/1922")),
            (" 1917-22 ", Some("1917/1922")),
            ("2001-21~", Some("2001~/2021~")),
            ("1951-21", None),
            ("1936-12", None),
            ("1936-45", None),
            ("winter 1917", None),
            ("193X-33", None),
            ("1936-39/1945", None),
        ] {
            assert_eq!(as_years(written).as_deref(), years, "{written}");
        }
    }
}
