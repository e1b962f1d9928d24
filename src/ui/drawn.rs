//! What a frame has beside its cells.

/// What a frame has beside its cells: what a terminal is told apart from letters and colours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawn {
    /// Column and row of the cursor, which a screen reader follows: where what is selected begins.
    pub cursor: Option<(u16, u16)>,
    /// Stretches of rows that lead to an address.
    pub links: Vec<Link>,
}

/// A stretch of a row that leads to an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its first column.
    pub x: u16,
    /// Its row.
    pub y: u16,
    /// Its columns.
    pub width: u16,
    /// Where it leads, as the timeline says; not yet fit to be sent to a terminal.
    pub url: String,
    /// The stretches with one number are parts of one link.
    pub number: usize,
}

impl Link {
    /// Whether it covers the cell in column `x` and row `y`.
    pub fn covers(&self, x: u16, y: u16) -> bool {
        self.y == y && (self.x..self.x.saturating_add(self.width)).contains(&x)
    }
}
