//! Whether a briefing is ahead of its time or behind it.

use std::time::Duration;

/// How long a step takes, for planning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepTime {
    seconds: u32,
}

impl Default for StepTime {
    fn default() -> Self {
        Self { seconds: 30 }
    }
}

impl StepTime {
    /// So many seconds, at least one.
    pub const fn of_seconds(seconds: u32) -> Self {
        Self { seconds: if seconds == 0 { 1 } else { seconds } }
    }

    /// The seconds.
    pub const fn seconds(self) -> u32 {
        self.seconds
    }

    /// How many steps there is time for.
    pub fn steps_in(self, minutes: u32) -> usize {
        usize::try_from(u64::from(minutes) * 60 / u64::from(self.seconds)).unwrap_or(usize::MAX)
    }

    /// How many minutes so many steps take, the last one begun counting whole.
    pub fn minutes_for(self, steps: usize) -> usize {
        steps.saturating_mul(usize::try_from(self.seconds).unwrap_or(usize::MAX)).div_ceil(60)
    }
}

/// How far a briefing is, and how far it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// Steps done, and all steps.
    pub done: (usize, usize),
    /// Time gone, and all the time there is.
    pub time: (Duration, Duration),
}

impl Pace {
    /// On a bar of `columns` columns, those that the briefing has reached and those that the time has.
    pub fn columns(&self, columns: usize) -> (usize, usize) {
        let (done, all) = self.done;
        let (gone, limit) = self.time;
        let reached = (done * columns).checked_div(all).unwrap_or_default();
        let due = gone.as_millis().saturating_mul(columns as u128).checked_div(limit.as_millis());
        let due = usize::try_from(due.unwrap_or_default()).unwrap_or(columns);
        (reached.min(columns), due.min(columns))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_are_measured_on_the_same_bar() {
        let minutes = |minutes: u64| Duration::from_secs(60 * minutes);
        let pace = Pace { done: (25, 100), time: (minutes(10), minutes(20)) };
        assert_eq!(pace.columns(80), (20, 40));
        let late = Pace { done: (100, 100), time: (minutes(30), minutes(20)) };
        assert_eq!(late.columns(80), (80, 80));
        let empty = Pace { done: (0, 0), time: (minutes(1), Duration::ZERO) };
        assert_eq!(empty.columns(80), (0, 0));
    }
}
