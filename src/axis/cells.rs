//! What stands in each column.

use crate::model::EventIndex;

use super::layer::{Layer, Search};
use super::scale::{Projection, Scale};
use super::time::{Interval, Time};
use super::window::Window;

/// What stands in one column of the axis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Time in which something happened on some day or other, or may have gone on.
    Possible,
    /// Time in which something went on.
    Certain,
    /// A bar begins here while another one goes on.
    Begins,
    /// One event that is too short for a bar.
    Moment,
    /// One such event whose date is in doubt.
    Doubtful,
    /// That many events that begin in this column.
    Several(usize),
    /// Where there are more events than columns, how many begin here, from 1 (few) to 8 (the most).
    Dense(u8),
}

impl Cell {
    /// Whether what lies inside an event may be drawn over it.
    pub const fn is_under_inner(self) -> bool {
        matches!(self, Self::Empty | Self::Possible | Self::Certain)
    }
}

/// A row of cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AxisRow {
    /// One for each column.
    pub cells: Vec<Cell>,
    /// Where it is drawn as density, the number of events in the fullest column.
    pub fullest: Option<usize>,
    /// How many entries of the index were looked at: what it cost, whatever the machine.
    pub looked: usize,
}

/// Bars are drawn from so many columns on. What is shorter is a sign: that it touches two or three columns is
/// only the accident of where they end.
const SHORTEST_BAR: Time = 2;

impl AxisRow {
    /// The events directly inside `parent`, or the top-level ones.
    pub fn new(
        projection: &Projection<'_>,
        parent: Option<EventIndex>,
        window: Window,
        columns: usize,
    ) -> Self {
        let mut row = Self { cells: vec![Cell::Empty; columns], ..Self::default() };
        if projection.scale == Scale::True {
            row.bars(&projection.index.possible, Cell::Possible, projection, parent, window);
            row.bars(&projection.index.certain, Cell::Certain, projection, parent, window);
        }
        row.signs(projection, parent, window);
        row
    }

    fn bars(
        &mut self,
        layer: &Layer,
        cell: Cell,
        projection: &Projection<'_>,
        parent: Option<EventIndex>,
        window: Window,
    ) {
        let columns = self.cells.len();
        let cells = &mut self.cells;
        let mut found = |bar: Interval| {
            let Some((from, to)) = columns_of(bar, window, columns) else { return bar.end };
            cells[from..=to].fill(cell);
            // No bar that ends in the same column can add to what is drawn.
            window.edge(to + 1, columns)
        };
        let mut search = Search {
            window: window.interval(),
            shortest: shortest_bar(window, columns),
            found: &mut found,
            looked: 0,
            covered: window.start,
        };
        layer.search(projection.index.family(parent), &mut search);
        self.looked += search.looked;
    }

    fn signs(&mut self, projection: &Projection<'_>, parent: Option<EventIndex>, window: Window) {
        let columns = self.cells.len();
        let first = projection.index.family(parent).start;
        let edges: Vec<usize> = (0..=columns)
            .map(|column| projection.before(parent, window.edge(column, columns), &mut self.looked))
            .collect();
        let counts = || edges.windows(2).map(|edge| edge[1] - edge[0]);
        let all = edges.last().zip(edges.first()).map_or(0, |(last, first)| last - first);
        let fullest = counts().max().unwrap_or_default();
        self.fullest = (all > columns && fullest > 1).then_some(fullest);
        let bars = self.cells.clone();
        for (column, count) in counts().enumerate() {
            let is_amid = column > 0 && !matches!(bars[column - 1], Cell::Empty);
            let sign = match (self.fullest, count) {
                (_, 0) => None,
                // At equal steps every column is as full as the next one.
                (Some(_), _) if projection.scale == Scale::Equal => Some(Cell::Dense(4)),
                (Some(fullest), _) => Some(Cell::Dense(level(count, fullest))),
                (None, 1) => sign(projection, first + edges[column], is_amid, window, columns),
                (None, _) => Some(Cell::Several(count)),
            };
            self.cells[column] = sign.unwrap_or(self.cells[column]);
        }
    }
}

/// From 1 to 8; one event among many thousands is still seen.
fn level(count: usize, fullest: usize) -> u8 {
    u8::try_from((8 * count).div_ceil(fullest)).unwrap_or(8)
}

/// The sign of the only event that begins in a column; `None` where its bar says enough.
fn sign(
    projection: &Projection<'_>,
    rank: usize,
    is_amid: bool,
    window: Window,
    columns: usize,
) -> Option<Cell> {
    let is_bar = projection.scale == Scale::True
        && projection.index.possible_at(rank).length() >= shortest_bar(window, columns);
    match (is_bar, projection.index.is_doubtful_at(rank)) {
        (true, _) => is_amid.then_some(Cell::Begins),
        (false, true) => Some(Cell::Doubtful),
        (false, false) => Some(Cell::Moment),
    }
}

/// How long an event must be to be drawn as a bar.
pub(super) fn shortest_bar(window: Window, columns: usize) -> Time {
    let columns = (columns as Time).max(1);
    (SHORTEST_BAR * window.span() + columns - 1) / columns
}

/// The first and last column that a interval takes, cut to those there are; `None` where it lies outside.
pub(super) fn columns_of(interval: Interval, window: Window, columns: usize) -> Option<(usize, usize)> {
    let inside = interval.within(window.interval())?;
    let column = |at| usize::try_from(window.column(at, columns)).ok();
    Some((column(inside.start)?, column(inside.end - 1)?.min(columns.checked_sub(1)?)))
}
