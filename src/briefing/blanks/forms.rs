//! The forms in which people write one date.

use super::{Form, words};
use crate::i18n::{self, Lang};
use crate::model::{Clock, Date, End, Member, Month, Part, Point, Shape, Slot, Year};

/// The forms of `date`, in every language of the screen.
pub(super) fn of(date: &Date) -> Vec<Form> {
    let mut whole = vec![date.edtf()];
    whole.extend(Lang::ALL.map(|lang| i18n::date(date, lang)));
    let mut forms: Vec<Form> = whole.iter().flat_map(|whole| years(whole)).collect();
    forms.extend(whole.iter().map(|whole| Form::of(whole)));
    forms.extend(points(&date.shape()).into_iter().flat_map(without_year));
    forms.extend(date.clock().into_iter().flat_map(hours));
    forms
}

/// The years that a date in words names; two digits may be a day.
fn years(whole: &str) -> impl Iterator<Item = Form> {
    let years = words(whole).filter_map(|word| {
        let year = word.letters.trim_end_matches('s').to_owned();
        (year.len() > 2 && year.bytes().all(|byte| byte.is_ascii_digit())).then_some(year)
    });
    years.flat_map(|year| [Form::of(&format!("{year}s")), Form::of(&year)])
}

/// The day and the month, and the month alone.
fn without_year(point: &Point) -> Vec<Form> {
    let Some(Part { value: Month::Calendar(Slot::Known(month)), .. }) = point.month else {
        return Vec::new();
    };
    let mut forms = Vec::new();
    for lang in Lang::ALL {
        let name = said(&format!("2000-{month:02}"), lang);
        if let Some(Part { value: Slot::Known(day), .. }) = point.day {
            forms.push(Form::of(&said(&format!("2000-{month:02}-{day:02}"), lang)));
            forms.push(Form::of(&format!("{name} {day}")));
            let year = known_year(point);
            forms.extend(year.map(|year| Form::of(&format!("{name} {year}"))));
            // Americans put the year after the day.
            forms.extend(year.map(|year| Form::of(&format!("{name} {day}, {year}"))));
        }
        forms.push(Form { has_capital: name.starts_with(char::is_uppercase), ..Form::of(&name) });
    }
    forms
}

fn known_year(point: &Point) -> Option<i64> {
    match point.year.value {
        Year::Known(year) => Some(year),
        _ => None,
    }
}

/// A date of the year 2000 in words, without the year.
fn said(edtf: &str, lang: Lang) -> String {
    let said = Date::parse(edtf).map(|date| i18n::date(&date, lang)).unwrap_or_default();
    said.trim_end_matches(" 2000").to_owned()
}

fn hours(clock: Clock) -> Vec<Form> {
    let Clock { hour, minute, .. } = clock;
    let mut forms: Vec<Form> = Lang::ALL.map(|lang| Form::of(&i18n::clock(clock, lang))).into();
    forms
        .extend([format!("{hour} h {minute:02}"), format!("{hour}h{minute:02}")].map(|said| Form::of(&said)));
    if minute > 0 {
        forms.push(Form::of(&format!("{hour}:{minute:02}")));
    }
    forms
}

fn points(shape: &Shape) -> Vec<&Point> {
    match shape {
        Shape::Point(point) | Shape::Moment(point, _) => vec![point],
        Shape::Span(start, end) => [start, end].into_iter().filter_map(of_end).collect(),
        Shape::All(members) | Shape::OneOf(members) => members.iter().flat_map(of_member).collect(),
    }
}

fn of_end(end: &End) -> Option<&Point> {
    match end {
        End::At(point) | End::OrBefore(point) | End::OrAfter(point) => Some(point),
        End::Open | End::Unknown => None,
    }
}

fn of_member(member: &Member) -> Vec<&Point> {
    match member {
        Member::At(point) | Member::OrBefore(point) | Member::OrAfter(point) => vec![point],
        Member::Range(first, last) => vec![first, last],
    }
}
