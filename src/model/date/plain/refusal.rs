//! Why some words are no date.

use crate::model::date::expression::Expression;

/// What is wrong, at which character of the folded text, and the readings.
#[derive(Debug)]
pub(super) struct Refusal {
    pub(super) message: String,
    pub(super) at: usize,
    pub(super) readings: Vec<String>,
}

impl Refusal {
    pub(super) fn new(at: usize, message: impl Into<String>) -> Self {
        Self { message: message.into(), at, readings: Vec::new() }
    }

    /// The same for a longer text: its readings become readings of that.
    pub(super) fn within(self, whole: impl Fn(&str) -> String) -> Self {
        let readings: Vec<_> = self.readings.iter().map(|reading| whole(reading)).collect();
        Self::new(self.at, self.message).or(readings)
    }

    /// With those of these texts that are dates.
    pub(super) fn or<T: Into<String>>(mut self, readings: impl IntoIterator<Item = T>) -> Self {
        for reading in readings.into_iter().map(Into::into) {
            if Expression::parse(&reading).is_ok() && !self.readings.contains(&reading) {
                self.readings.push(reading);
            }
        }
        self
    }

    /// Without them: those of half a date are none of the whole.
    pub(super) fn half(self) -> Self {
        Self { readings: Vec::new(), ..self }
    }
}
