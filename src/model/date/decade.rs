//! Decades, as people name them.

/// The years that are named together after their tens; earlier decades are smaller.
///
/// Before Christ they are counted as historians do: 44 BC belongs to the years 49 to 40 BC. There was no year 0, so
/// that the two decades around it have nine years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decade(i64);

impl Decade {
    /// The decade of an astronomical year (0 is 1 BC).
    pub fn of(year: i64) -> Self {
        if year > 0 { Self(year / 10) } else { Self(-1 - 1i64.saturating_sub(year) / 10) }
    }

    /// Its first and last year, counted as astronomers do.
    pub fn years(self) -> (i64, i64) {
        let Self(number) = self;
        let before_christ = (-1i64).saturating_sub(number);
        if before_christ < 0 {
            let first = number.saturating_mul(10);
            (first.max(1), first.saturating_add(9))
        } else {
            let last = before_christ.saturating_mul(10);
            (1i64.saturating_sub(last.saturating_add(9)), 1 - last.max(1))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_year_lies_in_its_own_decade() {
        for year in -45..=45 {
            let (first, last) = Decade::of(year).years();
            assert!((first..=last).contains(&year), "{year}: {first} to {last}");
            let next = Decade::of(year + 1);
            assert!(next >= Decade::of(year), "{year}");
            assert_eq!(next != Decade::of(year), last == year, "{year}");
        }
        assert_eq!(Decade::of(1961).years(), (1960, 1969));
        assert_eq!(Decade::of(9).years(), (1, 9));
        assert_eq!(Decade::of(0).years(), (-8, 0));
        assert_eq!(Decade::of(-43).years(), (-48, -39));
        for year in [i64::MIN, i64::MAX] {
            assert!(Decade::of(year).years().0 <= Decade::of(year).years().1);
        }
    }
}
