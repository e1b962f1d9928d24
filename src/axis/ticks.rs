//! Labels along the axis.

use crate::i18n::{self, Lang, Unit, Wording};
use crate::model::{Bound, Day};

use super::calendar::TickStep;
use super::scale::Projection;
use super::time::{DAY, Time, day_of, minute_of};
use super::window::Window;

/// A label of the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// The column of its moment.
    pub column: usize,
    /// The column of its first letter: the same, except where the axis ends before the label would.
    pub label_column: usize,
    /// What it says.
    pub label: String,
}

/// How labels are written.
#[derive(Clone, Copy, Debug)]
pub struct LabelStyle<'a> {
    /// Their language.
    pub lang: Lang,
    /// The sign after a label that was cut short.
    pub ellipsis: &'a str,
}

/// Labels with less than this between them are hard to read.
const AIR: usize = 3;
/// Where they are so few that one would not know where one is, they may stand closer.
const LEAST_AIR: usize = 2;
/// So many labels at least tell where one is.
const FEWEST: usize = 2;

/// The ticks of a window of time: the finest round dates whose labels have room.
///
/// The first label says all down to the year, the others what is new since the one before, as calendars do.
pub(super) fn of_time(window: Window, columns: usize, lang: Lang) -> Vec<Tick> {
    let all = |air: usize, may_drop: bool| {
        let has_room = move |step: &TickStep| step.length() * columns as i128 / window.span() >= AIR as i128;
        let forms = |step| [Wording::Full, Wording::Short].map(|wording| (step, wording));
        let labels = move |(step, wording)| Labels { step, wording, window, columns, lang, air, may_drop };
        TickStep::all().filter(has_room).flat_map(forms).filter_map(move |form| labels(form).ticks())
    };
    let finest = all(AIR, false).next().unwrap_or_default();
    if finest.len() >= FEWEST {
        return finest;
    }
    let closer = all(LEAST_AIR, false).chain(all(LEAST_AIR, true)).find(|ticks| ticks.len() >= FEWEST);
    closer.unwrap_or(finest)
}

/// One way to label a window.
struct Labels {
    step: TickStep,
    wording: Wording,
    window: Window,
    columns: usize,
    lang: Lang,
    /// The columns between two labels.
    air: usize,
    /// Whether labels without room may be left out wherever they stand.
    may_drop: bool,
}

impl Labels {
    /// The ticks; `None` where two of them have no room beside each other, or none would say the year. A label
    /// that says more than the others may cover those behind it, and the last one may have no room.
    fn ticks(&self) -> Option<Vec<Tick>> {
        let mut ticks: Vec<Tick> = Vec::new();
        let mut known: Option<Day> = None;
        let (mut free, mut says_more) = (0, true);
        let mut at = self.step.at_or_after(self.window.start);
        while at < self.window.end {
            let day = Some(day_of(at));
            let (plain, column) = (self.label(at, day), self.column(at));
            let label = self.first_label(at, known).unwrap_or_else(|| plain.clone());
            let wide = label.chars().count();
            let last = self.columns.checked_sub(wide)?;
            if column.min(last) >= free {
                free = column.min(last) + wide + self.air;
                says_more = label != plain;
                known = if says_more || self.begins(at) { day } else { known };
                ticks.push(Tick { column, label_column: column.min(last), label });
            } else if (!says_more || self.begins(at)) && column <= last && !self.may_drop {
                return None;
            }
            let next = self.step.at_or_after(at + 1);
            let is_close = self.column(next) < column + plain.chars().count() + self.air;
            if is_close && next < self.window.end && !self.may_drop {
                return None;
            }
            // Days beyond what can be counted stand still.
            if next <= at {
                break;
            }
            at = next;
        }
        let is_told = known.is_some() || self.step.unit() == Unit::Year;
        is_told.then_some(ticks)
    }

    /// What is new in a label; `None` where nothing has been said yet, and soon another label will begin a new
    /// day, month or year and say it, too soon for saying it here.
    fn first_label(&self, at: Time, known: Option<Day>) -> Option<String> {
        let label = self.label(at, known);
        if known.is_some() || self.begins(at) || self.may_drop {
            return Some(label);
        }
        let begins = self.step.larger().at_or_after(at);
        let is_soon = self.column(begins) < self.column(at) + label.chars().count() + self.air;
        (!is_soon || begins >= self.window.end).then_some(label)
    }

    /// Whether the next larger unit begins.
    fn begins(&self, at: Time) -> bool {
        self.step.larger().at_or_after(at) == at
    }

    fn column(&self, at: Time) -> usize {
        usize::try_from(self.window.column(at, self.columns)).unwrap_or_default()
    }

    fn label(&self, at: Time, known: Option<Day>) -> String {
        i18n::tick(day_of(at), minute_of(at), self.step.unit(), known, self.wording, self.lang)
    }
}

/// The ticks of equal steps: the dates of the top-level events, each above its sign.
pub(super) fn of_events(
    projection: &Projection<'_>,
    window: Window,
    columns: usize,
    hand: LabelStyle<'_>,
) -> Vec<Tick> {
    let family = projection.index.family(None);
    let first = projection.before(None, window.start, &mut 0);
    let last = projection.before(None, window.end, &mut 0);
    // Of several events in one column only one can be named.
    let stride = ((last - first) / columns.max(1)).max(1);
    let shown: Vec<(usize, usize)> = (family.start + first..family.start + last)
        .step_by(stride)
        .filter_map(|rank| {
            let at = projection.sign_of(projection.index.event(rank)?)?;
            Some((rank, usize::try_from(window.column(at, columns)).ok()?))
        })
        .collect();
    let labels = |form: Form| {
        let label = |(rank, column): &(usize, usize)| Some((*column, label(projection, *rank, form, hand)?));
        shown.iter().filter_map(label).collect::<Vec<_>>()
    };
    let whole = [Form::Words, Form::Short].into_iter().map(labels).find(|labels| have_room(labels, columns));
    let years = || placed(labels(Form::Year), columns);
    let ticks = whole.map_or_else(years, |labels| placed(labels, columns));
    // Where all is in one year, its number would be the only label.
    if ticks.len() < FEWEST { news(projection, &shown, columns, hand.lang) } else { ticks }
}

/// The dates of events, each with what is new since the label before, where they have room.
fn news(projection: &Projection<'_>, shown: &[(usize, usize)], columns: usize, lang: Lang) -> Vec<Tick> {
    let mut known = None;
    let mut ticks: Vec<Tick> = Vec::new();
    let mut free = 0;
    for (rank, column) in shown {
        let interval = projection.index.possible_at(*rank);
        let (day, minute) = (day_of(interval.start), minute_of(interval.start));
        let unit = match interval.length() {
            length if length < DAY => Unit::Minute,
            length if length < 2 * DAY => Unit::Day,
            length if length < MONTH => Unit::Month,
            _ => Unit::Year,
        };
        let label = i18n::tick(day, minute, unit, known, Wording::Short, lang);
        let wide = label.chars().count();
        if *column >= free && column + wide <= columns {
            free = column + wide + LEAST_AIR;
            known = Some(day);
            ticks.push(Tick { column: *column, label_column: *column, label });
        }
    }
    ticks
}

const MONTH: Time = 32 * DAY;

/// How much of a date the label of an event says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Words,
    Short,
    Year,
}

fn label(
    projection: &Projection<'_>,
    rank: usize,
    form: Form,
    LabelStyle { lang, ellipsis }: LabelStyle<'_>,
) -> Option<String> {
    let date = projection.timeline.events.get(projection.index.event(rank)?)?.date.date()?;
    let (first, last) = match (date.earliest(), date.latest()) {
        (Bound::Day(first), Bound::Day(last)) => (first, last),
        (Bound::Day(only), _) | (_, Bound::Day(only)) => (only, only),
        _ => return None,
    };
    Some(match form {
        Form::Words => i18n::date(date, lang),
        Form::Short if first == last => i18n::tick(first, 0, Unit::Day, None, Wording::Short, lang),
        Form::Short if (first.year, first.month) == (last.year, last.month) => {
            i18n::tick(first, 0, Unit::Month, None, Wording::Short, lang)
        }
        Form::Short | Form::Year => {
            // A year that is only the first of several is a date cut short.
            let cut = if first.year == last.year { "" } else { ellipsis };
            format!("{}{cut}", i18n::tick(first, 0, Unit::Year, None, Wording::Short, lang))
        }
    })
}

fn have_room(labels: &[(usize, String)], columns: usize) -> bool {
    let end = |(column, label): &(usize, String)| column + label.chars().count();
    let apart = labels.windows(2).all(|pair| end(&pair[0]) + LEAST_AIR <= pair[1].0);
    apart && labels.last().is_none_or(|last| end(last) <= columns)
}

/// Labels from left to right, without those that have no room or say the same as the one before.
fn placed(labels: Vec<(usize, String)>, columns: usize) -> Vec<Tick> {
    let mut ticks: Vec<Tick> = Vec::new();
    let mut free = 0;
    for (column, label) in labels {
        let wide = label.chars().count();
        let Some(last) = columns.checked_sub(wide) else { continue };
        let is_new = ticks.last().is_none_or(|before| before.label != label);
        if column.min(last) >= free && is_new {
            let label_column = column.min(last);
            free = label_column + wide + LEAST_AIR;
            ticks.push(Tick { column, label_column, label });
        }
    }
    ticks
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::time::{Cover, HOUR};
    use super::*;
    use crate::model::Date;

    fn window(first: &str, last: &str) -> Window {
        let cover = |text: &str| Cover::of(&Date::parse(text).unwrap()).unwrap().possible;
        Window { start: cover(first).start, end: cover(last).end }
    }

    fn labels(first: &str, last: &str, columns: usize, lang: Lang) -> Vec<String> {
        of_time(window(first, last), columns, lang).into_iter().map(|tick| tick.label).collect()
    }

    #[test]
    fn ticks_suit_the_span() {
        for (first, last, columns, french) in [
            ("1938-01-01", "2026-06-30", 76, "1940|1950|1960|1970|1980|1990|2000|2010|2020"),
            ("1940-01-01", "2024-06-30", 40, "1940|1960|1980|2000|2020"),
            ("0900-01-01", "2024-06-30", 40, "1000|1200|1400|1600|1800"),
            ("-0249-01-01", "0250-01-01", 90, "250 av. J.-C.|150|100|50|1 apr. J.-C.|100|150|200|250"),
            ("1940-01-01", "1943-06-30", 40, "1940|1941|1942|1943"),
            ("2023-11-10", "2024-06-30", 76, "déc.|2024|févr.|mars|avril|mai|juin"),
            ("2024-01-01", "2024-12-31", 76, "2024|mars|mai|juillet|septembre|novembre"),
            ("2024-05-28", "2024-06-08", 76, "28 mai 2024|31|1er juin|3|4|5|6|7|8"),
            ("2024-06-18", "2024-06-20", 76, "18 juin 2024|19 juin|12 h|20 juin|12 h"),
            ("2024-06-19", "2024-06-19", 76, "19 juin 2024|6 h|9 h|12 h|15 h|18 h|21 h"),
        ] {
            assert_eq!(labels(first, last, columns, Lang::Fr).join("|"), french);
        }
        let hour = Window { start: 10 * DAY + 2 * HOUR, end: 10 * DAY + 3 * HOUR };
        let labels: Vec<_> = of_time(hour, 76, Lang::En).into_iter().map(|tick| tick.label).collect();
        assert_eq!(labels, ["11 January 1970, 02:00", "02:20", "02:30", "02:40", "02:50"]);
    }

    #[test]
    fn dates_beyond_counting_end() {
        for last in ["Y99999999999999999", "Y9223372036854775807"] {
            assert!(of_time(window("1940-01-01", last), 80, Lang::En).len() >= 2);
            assert!(of_time(window(last, last), 80, Lang::En).len() <= 40);
        }
    }

    fn windows() -> impl Strategy<Value = Window> {
        let spans = prop_oneof![
            HOUR..3 * DAY,
            DAY..400 * DAY,
            300 * DAY..40_000 * DAY,
            40_000 * DAY..4_000_000 * DAY
        ];
        (-4_000_000 * DAY..1_000_000 * DAY, spans)
            .prop_map(|(start, span): (Time, Time)| Window { start, end: start + span })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1000))]

        #[test]
        fn ticks_never_overlap_and_are_never_fewer_than_two(window in windows(), columns in 1usize..220) {
            for lang in [Lang::Fr, Lang::En] {
                let ticks = of_time(window, columns, lang);
                let mut free = 0;
                for tick in &ticks {
                    prop_assert!(tick.label_column >= free && tick.column < columns, "{:?}", ticks);
                    free = tick.label_column + tick.label.chars().count() + LEAST_AIR;
                    prop_assert!(free <= columns + LEAST_AIR, "{:?}", ticks);
                }
                prop_assert!(columns < 52 || ticks.len() >= FEWEST, "{} {:?} {:?}", columns, window, ticks);
            }
        }

        #[test]
        fn no_stretch_is_without_a_label(window in windows(), columns in 60usize..220) {
            let ticks = of_time(window, columns, Lang::Fr);
            let mut intervals: Vec<usize> =
                ticks.windows(2).map(|pair| pair[1].label_column - pair[0].label_column).collect();
            intervals.push(ticks[0].label_column);
            intervals.push(columns - ticks[ticks.len() - 1].label_column);
            let widest = intervals.into_iter().max().unwrap();
            prop_assert!(widest <= 62, "{} {:?}", widest, ticks);
        }
    }
}
