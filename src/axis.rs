//! Dates to columns: what the axis shows, and where.

use crate::i18n::{self, Lang};
use crate::model::{Bound, Date, Day, EventIndex, Timeline};

/// The stretch of time an axis shows, in days since 1970-01-01, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The first day.
    pub start: i64,
    /// The last day, never before the first.
    pub end: i64,
}

/// What stands in one column of the axis, most telling last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Time in which something may have happened.
    Possible,
    /// Time in which it did.
    Certain,
    /// One event that takes no more than this column.
    Moment,
    /// That many events that begin in this column.
    Several(usize),
}

/// A label under the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// The column of its moment.
    pub column: usize,
    /// The column of its first letter: the same, except where the axis ends before the label would.
    pub label_column: usize,
    /// What it says.
    pub label: String,
}

/// An axis of so many columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Axis {
    /// One for each column.
    pub cells: Vec<Cell>,
    /// From left to right, never overlapping.
    pub ticks: Vec<Tick>,
}

impl Window {
    /// The time that the top-level events of a timeline cover, with a little air on both sides; `None` where
    /// no event has a date with a known end.
    pub fn whole(timeline: &Timeline) -> Option<Self> {
        let spans = timeline.children(None).filter_map(|event| days(timeline.events[event].date.date()?));
        let (start, end) = spans.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))?;
        let air = (end.saturating_sub(start) / 40).max(1);
        Some(Self { start: start.saturating_sub(air), end: end.saturating_add(air) })
    }

    /// The column of `day` among `columns`, even where it lies outside.
    fn column(self, day: i64, columns: usize) -> i128 {
        let span = i128::from(self.end) - i128::from(self.start) + 1;
        (i128::from(day) - i128::from(self.start)) * columns as i128 / span.max(1)
    }

    /// The columns that `date` takes, first and last, cut to the `columns` there are; `None` where it lies
    /// outside or has no known end.
    pub fn columns_of(self, date: &Date, columns: usize) -> Option<(usize, usize)> {
        let (first, last) = days(date)?;
        let (from, to) = self.columns_between(first, last, columns)?;
        let is_short = date.extent().certain.is_some() && self.is_short(first, last, columns);
        let middle = usize::midpoint(from, to);
        Some(if is_short { (middle, middle) } else { (from, to) })
    }

    /// Whether a stretch of days is less than two columns long. Where it is certain it is drawn as a moment:
    /// that it touches two or three columns is only the accident of where they end.
    fn is_short(self, first: i64, last: i64, columns: usize) -> bool {
        let span = i128::from(self.end) - i128::from(self.start) + 1;
        (i128::from(last) - i128::from(first) + 1) * (columns as i128) < 2 * span
    }

    fn columns_between(self, first: i64, last: i64, columns: usize) -> Option<(usize, usize)> {
        if last < self.start || first > self.end || columns == 0 {
            return None;
        }
        let clamp = |column: i128| usize::try_from(column.clamp(0, columns as i128 - 1)).unwrap_or_default();
        Some((clamp(self.column(first, columns)), clamp(self.column(last, columns))))
    }
}

/// The first and last day of a date; an end that is open or unknown is taken from the other one.
fn days(date: &Date) -> Option<(i64, i64)> {
    match (date.earliest(), date.latest()) {
        (Bound::Day(first), Bound::Day(last)) => Some((first.number(), last.number())),
        (Bound::Day(only), _) | (_, Bound::Day(only)) => Some((only.number(), only.number())),
        _ => None,
    }
}

impl Axis {
    /// The axis of the top-level events of a timeline.
    pub fn new(timeline: &Timeline, window: Window, columns: usize, lang: Lang) -> Self {
        let mut cells = vec![Cell::Empty; columns];
        let mut begin = vec![0usize; columns];
        for event in timeline.children(None) {
            if let Some(date) = timeline.events[event].date.date() {
                draw(date, window, &mut cells, &mut begin);
            }
        }
        for (cell, begun) in cells.iter_mut().zip(begin) {
            if begun > 1 {
                *cell = Cell::Several(begun);
            }
        }
        Self { cells, ticks: ticks(window, columns, lang) }
    }
}

fn draw(date: &Date, window: Window, cells: &mut [Cell], begin: &mut [usize]) {
    let columns = cells.len();
    let Some((first, last)) = window.columns_of(date, columns) else { return };
    begin[first] += 1;
    let mut raise = |(first, last): (usize, usize), to: Cell| {
        for cell in &mut cells[first..=last] {
            *cell = (*cell).max(to);
        }
    };
    if first == last {
        raise((first, first), Cell::Moment);
        return;
    }
    raise((first, last), Cell::Possible);
    if let Some((from, to)) = date.extent().certain
        && let Some(inside) = window.columns_between(from.number(), to.number(), columns)
    {
        raise(inside, Cell::Certain);
    }
}

/// The column of an event's beginning, and the last one it takes.
pub fn place(
    timeline: &Timeline,
    event: EventIndex,
    window: Window,
    columns: usize,
) -> Option<(usize, usize)> {
    window.columns_of(timeline.events[event].date.date()?, columns)
}

/// A distance between ticks.
#[derive(Clone, Copy, Debug)]
enum Step {
    Days(u8),
    Months(u8),
    Years(i64),
}

impl Step {
    fn days(self) -> i64 {
        match self {
            Self::Days(days) => i64::from(days),
            Self::Months(months) => i64::from(months) * 30,
            Self::Years(years) => years.saturating_mul(365),
        }
    }
}

fn steps() -> impl Iterator<Item = Step> {
    let years = (0..17u32).flat_map(|power| [1, 2, 5].map(|factor| Step::Years(factor * 10i64.pow(power))));
    let days = [1, 2, 5, 10].map(Step::Days);
    let months = [1, 2, 3, 6].map(Step::Months);
    days.into_iter().chain(months).chain(years)
}

fn ticks(window: Window, columns: usize, lang: Lang) -> Vec<Tick> {
    let span = window.end.saturating_sub(window.start).saturating_add(1);
    let widest = |step: Step| label(anchor_day(window.start, step), step, lang).chars().count() + 3;
    let room =
        |step: &Step| i128::from(step.days()) * columns as i128 / i128::from(span) >= widest(*step) as i128;
    let Some(step) = steps().find(room) else { return Vec::new() };
    let mut ticks: Vec<Tick> = Vec::new();
    let mut free = 0;
    let mut day = anchor_day(window.start, step);
    // Dates beyond what days can be counted in stand still; there are never more ticks than columns.
    for _ in 0..=columns {
        if day.number() > window.end {
            break;
        }
        let column = window.column(day.number(), columns);
        let label = label(day, step, lang);
        let wide = label.chars().count();
        if let Ok(column) = usize::try_from(column)
            && let Some(last) = columns.checked_sub(wide)
            && column.min(last) >= free
        {
            let label_column = column.min(last);
            free = label_column + wide + 1;
            ticks.push(Tick { column, label_column, label });
        }
        day = next(day, step);
    }
    ticks
}

/// The last multiple of `step` at or before the day `number`.
fn anchor_day(number: i64, step: Step) -> Day {
    let day = civil(number);
    match step {
        Step::Days(days) => Day { day: (day.day - 1) / days * days + 1, ..day },
        Step::Months(months) => Day { month: (day.month - 1) / months * months + 1, day: 1, ..day },
        Step::Years(years) => {
            Day { year: day.year.div_euclid(years).saturating_mul(years), month: 1, day: 1 }
        }
    }
}

fn next(day: Day, step: Step) -> Day {
    match step {
        Step::Days(days) => {
            let next = anchor_day(day.number().saturating_add(i64::from(days)), step);
            let later =
                |day: Day| Day { day: 1, ..civil(day.number().saturating_add(32 - i64::from(day.day))) };
            if next.month == day.month && next.day <= 31 - days / 2 { next } else { later(day) }
        }
        Step::Months(months) if day.month + months <= 12 => Day { month: day.month + months, ..day },
        Step::Months(_) => Day { year: day.year.saturating_add(1), month: 1, ..day },
        Step::Years(years) => Day { year: day.year.saturating_add(years), ..day },
    }
}

fn label(day: Day, step: Step, lang: Lang) -> String {
    let year = match day.year {
        -9999..=-1 => format!("-{:04}", -day.year),
        0..=9999 => format!("{:04}", day.year),
        year => format!("Y{year}"),
    };
    let edtf = match step {
        Step::Years(_) => year,
        Step::Months(_) => format!("{year}-{:02}", day.month),
        Step::Days(_) => format!("{year}-{:02}-{:02}", day.month, day.day),
    };
    Date::parse(&edtf).map_or(edtf, |date| i18n::date(&date, lang))
}

/// The day of a number (see [`Day::number`]).
fn civil(number: i64) -> Day {
    // An era is the 400 years after which the calendar repeats; March is made the first month, so that the
    // leap day is the last day of a year.
    let days = i128::from(number) + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year_of_era + era * 400 + i128::from(month <= 2);
    let small = |number: i128| u8::try_from(number).unwrap_or(1);
    Day { year: i64::try_from(year).unwrap_or_default(), month: small(month), day: small(day) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window(first: &str, last: &str) -> Window {
        let number = |text: &str| days(&Date::parse(text).unwrap()).unwrap().0;
        Window { start: number(first), end: number(last) }
    }

    #[test]
    fn days_and_numbers_agree() {
        for number in (-4_000_000..4_000_000).step_by(997) {
            assert_eq!(civil(number).number(), number);
        }
    }

    #[test]
    fn ticks_suit_the_span() {
        let labels = |first, last, columns| {
            let ticks = ticks(window(first, last), columns, Lang::En);
            ticks.into_iter().map(|tick| tick.label).collect::<Vec<_>>()
        };
        assert_eq!(labels("1940-01-01", "2024-06-30", 40), ["1940", "1960", "1980", "2000", "2020"]);
        assert_eq!(labels("1940-01-01", "1943-06-30", 40), ["1940", "1941", "1942", "1943"]);
        assert_eq!(labels("0900-01-01", "2024-06-30", 40), ["1000", "1200", "1400", "1600", "1800"]);
    }

    #[test]
    fn dates_beyond_counting_end() {
        for last in ["Y99999999999999999", "Y9223372036854775807"] {
            assert!(ticks(window("1940-01-01", last), 80, Lang::En).len() <= 80);
            assert!(ticks(window(last, last), 80, Lang::En).len() <= 81);
        }
    }

    #[test]
    fn ticks_never_overlap() {
        for columns in 1..220 {
            for last in ["1940-01-03", "1940-03-01", "1941-01-01", "1999-01-01", "9999-12-31"] {
                let mut free = 0;
                for tick in ticks(window("1940-01-01", last), columns, Lang::Fr) {
                    assert!(tick.label_column >= free, "{last} {columns}");
                    free = tick.label_column + tick.label.chars().count() + 1;
                    assert!(free <= columns + 1, "{last} {columns}");
                }
            }
        }
    }
}
