//! How long a briefing has lasted. Times are counted from any moment, as long as it is always the same.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// A clock that starts, stops and goes on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timer {
    /// What it had counted when it was last started.
    before: Duration,
    /// When that was; `None` while it stands.
    since: Option<Duration>,
}

/// What the clock of a briefing shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ClockMode {
    /// Nothing.
    #[default]
    Nothing,
    /// How long the briefing has lasted.
    Elapsed,
    /// How long it may last still.
    Remaining,
    /// The time of day.
    Clock,
}

impl Timer {
    /// Starts it, unless it runs.
    pub fn start(&mut self, now: Duration) {
        self.since.get_or_insert(now);
    }

    /// Starts it unless it has ever been started.
    pub fn begin(&mut self, now: Duration) {
        if *self == Self::default() {
            self.start(now);
        }
    }

    /// Starts it where it stands, stops it where it runs.
    pub fn toggle(&mut self, now: Duration) {
        match self.since {
            None => self.start(now),
            Some(_) => *self = Self { before: self.elapsed(now), since: None },
        }
    }

    /// What it has counted.
    pub fn elapsed(&self, now: Duration) -> Duration {
        self.before.saturating_add(self.since.map_or(Duration::ZERO, |since| now.saturating_sub(since)))
    }

    /// Whether it runs.
    pub const fn is_running(&self) -> bool {
        self.since.is_some()
    }

    /// Whether it was stopped after it had begun.
    pub fn is_paused(&self) -> bool {
        !self.is_running() && *self != Self::default()
    }

    /// The same timer for somebody who counts from another moment, at which it is `now` here and `there` there.
    #[must_use]
    pub fn moved(&self, now: Duration, there: Duration) -> Self {
        Self { before: self.elapsed(now), since: self.since.map(|_| there) }
    }

    /// How long until its seconds change; `None` while it stands.
    pub fn until_next_second(&self, now: Duration) -> Option<Duration> {
        let counted = self.since.map(|_| self.elapsed(now))?;
        Some(Duration::from_secs(1).saturating_sub(Duration::from_nanos(counted.subsec_nanos().into())))
    }
}

impl ClockMode {
    /// What it shows next; how long a briefing may last must be known for it to say what remains.
    #[must_use]
    pub const fn next(self, has_limit: bool) -> Self {
        match self {
            Self::Nothing if has_limit => Self::Remaining,
            Self::Nothing | Self::Remaining => Self::Elapsed,
            Self::Elapsed => Self::Clock,
            Self::Clock => Self::Nothing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn seconds(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn it_counts_while_it_runs() {
        let mut timer = Timer::default();
        assert_eq!((timer.elapsed(seconds(5)), timer.until_next_second(seconds(5))), (Duration::ZERO, None));
        timer.begin(seconds(5));
        timer.begin(seconds(6));
        assert_eq!(timer.elapsed(seconds(7)), seconds(2));
        timer.toggle(seconds(9));
        assert_eq!(timer.elapsed(seconds(60)), seconds(4));
        timer.begin(seconds(60));
        assert!(timer.is_paused() && !timer.is_running(), "what was stopped stays so");
        timer.toggle(seconds(60));
        let half = seconds(61) + Duration::from_millis(250);
        assert_eq!(timer.until_next_second(half), Some(Duration::from_millis(750)));
        assert_eq!(timer.moved(half, seconds(1000)).elapsed(seconds(1001)), timer.elapsed(half + seconds(1)));
    }

    #[test]
    fn what_remains_is_shown_where_there_is_an_end() {
        assert_eq!(ClockMode::Nothing.next(false), ClockMode::Elapsed);
        assert_eq!(ClockMode::Nothing.next(true), ClockMode::Remaining);
        assert_eq!(ClockMode::Clock.next(true), ClockMode::Nothing);
    }
}
