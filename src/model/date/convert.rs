//! Days and times of the EDTF parser as ours.

use edtf_core::{DateTime, Edtf, TimeShift};

use super::day::{Clock, Day};

pub(super) fn clock(moment: &DateTime) -> Clock {
    let time = moment.time;
    let shift = time.shift.map(|shift| match shift {
        TimeShift::Utc => 0,
        TimeShift::Offset { minutes, .. } => minutes,
    });
    Clock { hour: time.hour, minute: time.minute, second: time.second, shift }
}

pub(super) const fn day(bound: edtf_core::Bound) -> Option<Day> {
    match bound {
        edtf_core::Bound::Date(day) => Some(Day { year: day.year, month: day.month, day: day.day }),
        _ => None,
    }
}

/// The day that a text of EDTF is, where it is one and nothing about it is in doubt.
pub(super) fn exact_day(edtf: &str) -> Option<Day> {
    let Ok(Edtf::Date(date)) = Edtf::parse(edtf) else { return None };
    let bounds = Edtf::Date(date).bounds();
    let is_exact = bounds.earliest == bounds.latest && !date.is_uncertain() && !date.is_approximate();
    day(bounds.earliest).filter(|_| is_exact)
}
