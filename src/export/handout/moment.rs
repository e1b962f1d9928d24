//! Dates as HTML writes them in `datetime` (HTML, 2.3.5: dates and times).

use crate::model::{Clock, Date, Month, Part, Point, Shape, Slot, Year};

/// The date as a valid year, month, date, or local or global date and time of HTML; `None` where it is none of
/// them, or some part of it is in doubt: HTML has no way to say so.
pub(super) fn machine(date: &Date) -> Option<String> {
    match date.shape() {
        Shape::Point(point) => day(&point),
        Shape::Moment(point, clock) => Some(format!("{}T{}", day(&point)?, time(clock)?)),
        Shape::Span(..) | Shape::All(_) | Shape::OneOf(_) => None,
    }
}

fn day(point: &Point) -> Option<String> {
    let &Year::Known(year @ 1..) = sure(&point.year)? else { return None };
    let Some(month) = &point.month else { return Some(format!("{year:04}")) };
    let &Month::Calendar(Slot::Known(month)) = sure(month)? else { return None };
    let Some(day) = &point.day else { return Some(format!("{year:04}-{month:02}")) };
    let &Slot::Known(day) = sure(day)? else { return None };
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

/// HTML knows no leap seconds.
fn time(Clock { hour, minute, second, shift }: Clock) -> Option<String> {
    let zone = match shift {
        None => String::new(),
        Some(0) => "Z".to_owned(),
        Some(shift) => {
            let (sign, minutes) = (if shift < 0 { '-' } else { '+' }, shift.unsigned_abs());
            format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
        }
    };
    (second < 60).then(|| match second {
        0 => format!("{hour:02}:{minute:02}{zone}"),
        _ => format!("{hour:02}:{minute:02}:{second:02}{zone}"),
    })
}

fn sure<T>(part: &Part<T>) -> Option<&T> {
    (!part.uncertain && !part.approximate).then_some(&part.value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_written_where_html_can_say_it() {
        for (written, expected) in [
            ("1961", Some("1961")),
            ("0476-09-04", Some("0476-09-04")),
            ("2019-04", Some("2019-04")),
            ("2024-06-19", Some("2024-06-19")),
            ("2024-06-19T02:20:00+09:00", Some("2024-06-19T02:20+09:00")),
            ("2024-06-19T02:20:05Z", Some("2024-06-19T02:20:05Z")),
            ("2016-12-31T23:59:60Z", None),
            ("2024-06-19T02:20:00", Some("2024-06-19T02:20")),
            ("Y12345", Some("12345")),
            ("194X", None),
            ("1961-XX", None),
            ("1961-05-XX", None),
            ("1961?", None),
            ("1961-05~", None),
            ("1961-05-?04", None),
            ("2000/2001", None),
            ("1961-21", None),
            ("44 BC", None),
            ("0000", None),
            ("{1961,1962}", None),
        ] {
            let date = Date::parse(written).unwrap_or_else(|error| panic!("{written}: {error}"));
            assert_eq!(machine(&date).as_deref(), expected, "{written}");
        }
    }
}
