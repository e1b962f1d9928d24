//! Whole axes, and what they cost.

use proptest::prelude::*;

use super::*;
use crate::i18n::Lang;
use crate::model::{Date, Dating, Event, EventIndex, Text, Timeline};

/// A timeline of events with these dates; those with a `>` in front lie inside the last one without.
pub(super) fn timeline<S: AsRef<str>>(dates: &[S]) -> Timeline {
    let mut timeline = Timeline::default();
    for (index, date) in dates.iter().enumerate() {
        let (inside, date) = match date.as_ref().strip_prefix('>') {
            Some(date) => (true, date),
            None => (false, date.as_ref()),
        };
        let parent = inside.then(|| timeline.events.iter().rposition(|event| event.depth == 0).unwrap());
        if let Some(parent) = parent {
            timeline.events[parent].end = index + 1;
        }
        timeline.events.push(event(date, parent, index));
    }
    timeline
}

fn event(date: &str, parent: Option<EventIndex>, index: usize) -> Event {
    Event {
        id: String::new(),
        parent,
        depth: usize::from(parent.is_some()),
        position: 0,
        end: index + 1,
        date: Dating::Dated(Date::parse(date).unwrap()),
        title: Text::default(),
        summary: None,
        places: Vec::new(),
        tags: Vec::new(),
        quotes: 0..0,
        claims: Vec::new(),
        notes: None,
        questions: Vec::new(),
    }
}

/// A row as letters.
fn drawn(row: &AxisRow) -> String {
    let letter = |cell: &Cell| match cell {
        Cell::Empty => ' ',
        Cell::Possible => ':',
        Cell::Certain => '=',
        Cell::Begins => '[',
        Cell::Moment => 'o',
        Cell::Doubtful => '?',
        Cell::Several(number) => char::from_digit(u32::try_from(*number).unwrap(), 36).unwrap_or('+'),
        Cell::Dense(level) => char::from(b'A' + level - 1),
    };
    row.cells.iter().map(letter).collect()
}

fn window(first: &str, last: &str) -> Window {
    let interval = |text: &str| {
        let timeline = timeline(&[text]);
        Index::new(&timeline).range().unwrap()
    };
    Window { start: interval(first).start, end: interval(last).end }
}

fn row(dates: &[&str], scale: Scale, first: &str, last: &str, columns: usize) -> String {
    let timeline = timeline(dates);
    let index = Index::new(&timeline);
    let projection = Projection { timeline: &timeline, index: &index, all: &index, scale };
    let window = match scale {
        Scale::True => window(first, last),
        Scale::Equal => projection.whole().unwrap(),
    };
    drawn(&AxisRow::new(&projection, None, window, columns))
}

#[test]
fn bars_signs_and_numbers() {
    for (dates, expected) in [
        (&["1901", "1905?"][..], " o   ?    "),
        (&["1901/1904", "1908"], " =====  o "),
        (&["1901?/1904"], " :====    "),
        (&["190X"], "::::::::::"),
        (&["1901/1904", "1903/1906"], " ==[====  "),
        (&["1901/1904", "1905/1907"], " ====[=== "),
        (&["1901", "1901-05", "1901-06"], " 3        "),
        (&["1905/.."], "     ==:::"),
        (&["1905~/"], "     ?    "),
        (&["1905~/.."], "     :::::"),
        (&["1800/1904", "1800"], "======    "),
    ] {
        assert_eq!(row(dates, Scale::True, "1899-11", "1909-11", 10), expected, "{dates:?}");
    }
}

/// Where the whole axis of a timeline begins and ends.
fn whole(dates: &[&str]) -> (String, String) {
    let timeline = timeline(dates);
    let index = Index::new(&timeline);
    let projection = Projection { timeline: &timeline, index: &index, all: &index, scale: Scale::True };
    let window = projection.whole().unwrap();
    let said = |time| format!("{} {:02}:{:02}", day_of(time), minute_of(time) / 60, minute_of(time) % 60);
    (said(window.start), said(window.end))
}

#[test]
fn one_date_says_when_however_wide_its_columns_are() {
    let narrow = row(&["1961"], Scale::True, "1941", "1980", 40);
    let wide = row(&["1961"], Scale::True, "1961", "1962", 20);
    assert_eq!((narrow.trim(), wide.as_str()), ("o", "::::::::::          "));
    assert_eq!(row(&["1961/1962"], Scale::True, "1961", "1962", 20), "====================");
}

#[test]
fn the_axis_shows_what_is_named() {
    let years = ("1960-07-02 12:00".to_owned(), "1962-07-02 12:00".to_owned());
    for date in ["1961", "1961/..", "1961~/..", "1961/", "../1961", "1961/XXXX"] {
        assert_eq!(whole(&[date]), years, "{date}");
    }
    assert_eq!(whole(&["1961", "XXXX", "XXXX-12-25"]), years);
    let minutes = whole(&["2023-08-17T08:01Z/2023-08-17T08:04Z"]);
    assert_eq!(minutes, ("2023-08-17 07:46".to_owned(), "2023-08-17 08:19".to_owned()));
}

#[test]
fn equal_steps_give_every_event_the_same_room() {
    let dates = ["-9999", "1901", "1905?", "2000/2001"];
    assert_eq!(row(&dates, Scale::Equal, "", "", 16), "o   o   ?   o   ");
}

#[test]
fn more_events_than_columns_are_density() {
    let mut dates: Vec<String> = (1..=28).map(|day| format!("1901-01-{day:02}")).collect();
    dates.push("1905".to_owned());
    let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
    assert_eq!(row(&dates, Scale::True, "1899-11", "1909-11", 10), " H   A    ");
}

/// What it costs to draw `window`, in entries looked at.
fn cost(dates: &[String], window: Window) -> usize {
    let timeline = timeline(dates);
    let index = Index::new(&timeline);
    let projection = Projection { timeline: &timeline, index: &index, all: &index, scale: Scale::True };
    AxisRow::new(&projection, None, window, 100).looked
}

#[test]
fn a_day_among_ten_thousand_years_costs_what_one_event_costs() {
    let day = window("2024-06-19", "2024-06-19");
    let one = cost(&["2024-06-19".to_owned()], day);
    for number in [1_000_u32, 20_000] {
        let mut dates: Vec<String> =
            (0..number).map(|n| format!("{:04}-{:02}-03", n % 2000, n % 12 + 1)).collect();
        dates.push("-8000/9000".to_owned());
        dates.push("2024-06-19".to_owned());
        dates.sort();
        // A binary search per column costs the logarithm of the number of events, and no more.
        let many = cost(&dates, day);
        let doublings = usize::try_from(number.ilog2()).unwrap() + 2;
        assert!(many <= one * doublings + 400, "{number}: {many} for {one}");
    }
}

#[test]
fn long_spans_are_looked_at_until_the_columns_are_full() {
    let dates: Vec<String> =
        (0..10_000).map(|n| format!("{:04}/{:04}", 1000 + n % 500, 1600 + n % 400)).collect();
    assert!(cost(&dates, window("1000", "2000")) < 5_000);
}

fn dates() -> impl Strategy<Value = Vec<String>> {
    let year = 1900i64..1950;
    let one = prop_oneof![
        year.clone().prop_map(|year| year.to_string()),
        year.clone().prop_map(|year| format!("{year}?")),
        (year.clone(), 1i64..30).prop_map(|(year, length)| format!("{year}/{}", year + length)),
        (year.clone(), 1u8..=12, 1u8..=28)
            .prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}")),
        year.prop_map(|year| format!("{year}~/..")),
    ];
    proptest::collection::vec(one, 1..40)
}

proptest! {
    /// The bars are those that one finds by looking at every event.
    #[test]
    fn bars_are_those_of_every_event(dates in dates(), columns in 1usize..120, from in 1890i64..1940, years in 1i64..80) {
        let timeline = timeline(&dates);
        let index = Index::new(&timeline);
        let projection = Projection { timeline: &timeline, index: &index, all: &index, scale: Scale::True };
        let window = window(&format!("{from}"), &format!("{}", from + years));
        let row = AxisRow::new(&projection, None, window, columns);
        for (column, cell) in row.cells.iter().enumerate() {
            let own = Interval { start: window.edge(column, columns), end: window.edge(column + 1, columns) };
            let ranks = || index.family(None);
            let begin = ranks().filter(|rank| {
                let start = index.possible_at(*rank).start;
                (own.start..own.end).contains(&start)
            });
            let begin = begin.count();
            let long = |rank: &usize| {
                index.possible_at(*rank).length() >= cells::shortest_bar(window, columns)
            };
            let covers = |interval: Option<Interval>| interval.is_some_and(|interval| interval.within(own).is_some());
            let certain = ranks().filter(long).any(|rank| covers(index.certain_at(rank)));
            let possible = ranks().filter(long).any(|rank| covers(Some(index.possible_at(rank))));
            match cell {
                Cell::Empty => prop_assert!(begin == 0 && !certain && !possible),
                Cell::Possible => prop_assert!(begin <= 1 && !certain && possible),
                Cell::Certain => prop_assert!(begin <= 1 && certain),
                Cell::Begins | Cell::Moment | Cell::Doubtful => prop_assert_eq!(begin, 1),
                Cell::Several(number) => prop_assert!(*number == begin && begin > 1),
                Cell::Dense(_) => prop_assert!(begin >= 1 && row.fullest >= Some(begin)),
            }
        }
    }

    /// Whatever stands nearest to the column of a sign stands in it, and asking again goes through all of them.
    #[test]
    fn every_event_is_reached_by_its_column(dates in dates(), columns in 1usize..120, equal: bool) {
        let timeline = timeline(&dates);
        let index = Index::new(&timeline);
        let scale = if equal { Scale::Equal } else { Scale::True };
        let projection = Projection { timeline: &timeline, index: &index, all: &index, scale };
        let window = projection.whole().unwrap();
        for event in 0..timeline.events.len() {
            let Some(sign) = projection.sign_of(event) else { continue };
            let column = usize::try_from(window.column(sign, columns)).unwrap();
            let mut at = usize::MAX;
            let met = (0..timeline.events.len()).any(|_| {
                at = nearest(&projection, None, at, column, (window, columns)).unwrap();
                at == event
            });
            prop_assert!(met, "{event} at {column}");
        }
    }

    #[test]
    fn whole_axes_name_a_date_and_hide_nothing(dates in dates(), columns in 52usize..200, equal: bool) {
        let timeline = timeline(&dates);
        let index = Index::new(&timeline);
        let scale = if equal { Scale::Equal } else { Scale::True };
        let projection = Projection { timeline: &timeline, index: &index, all: &index, scale };
        let hand = LabelStyle { lang: Lang::Fr, ellipsis: "…" };
        let axis = Axis::new(&projection, projection.whole().unwrap(), columns, hand);
        prop_assert!(!axis.goes_before && !axis.goes_on);
        prop_assert!(!axis.ticks.is_empty());
        let mut free = 0;
        for tick in &axis.ticks {
            prop_assert!(tick.label_column >= free, "{:?}", axis.ticks);
            free = tick.label_column + tick.label.chars().count() + 1;
            prop_assert!(free <= columns + 1);
        }
    }
}
