//! Which pane stands where on a screen of a given size.

/// A part of the screen that the keyboard can be in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    /// The list of events.
    List,
    /// The detail of one.
    Detail,
    /// An article.
    Reader,
    /// The sources.
    Sources,
    /// The problems.
    Problems,
}

/// As what the commands are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MenuKind {
    /// All that is known of them, and of the signs, to be read.
    Help,
    /// A line each, to be run.
    Palette,
}

/// A rectangle of the screen, in columns and rows from its upper left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// First column.
    pub x: u16,
    /// First row.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Area {
    /// Whether a cell of the screen lies in it.
    pub(crate) fn contains(self, column: u16, row: u16) -> bool {
        (self.x..self.x + self.width).contains(&column) && (self.y..self.y + self.height).contains(&row)
    }
}

/// Where everything stands. A part that has no room has no area.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The title of the timeline and what it rests on.
    pub(crate) header: Area,
    /// Labels, line and pointer of the axis, and from four rows on a line for what lies inside an event.
    pub axis: Area,
    /// The list of events.
    pub list: Option<Area>,
    /// The detail of an event.
    pub detail: Option<Area>,
    /// The article.
    pub reader: Option<Area>,
    /// Sources or problems, over all the others.
    pub page: Option<Area>,
    pub(crate) footer: Area,
}

/// The smallest screen that everything fits on.
pub(crate) const SMALLEST: (u16, u16) = (40, 12);

/// From here on the list and the detail stand side by side.
const TWO_PANES: u16 = 100;
/// From here on the article stands beside them.
const THREE_PANES: u16 = 160;
/// Longer lines than this are hard to read.
const LONGEST_LINE: u16 = 92;
/// The columns between two panes.
const GAP: u16 = 3;

impl Layout {
    /// The layout of a screen of `size` (columns, rows) with the keyboard in `pane`; `None` where the screen
    /// is smaller than `SMALLEST`.
    pub fn new(size: (u16, u16), pane: Pane) -> Option<Self> {
        let (width, height) = size;
        if width < SMALLEST.0 || height < SMALLEST.1 {
            return None;
        }
        let airy = u16::from(height >= 20);
        let margin = if width >= 72 { 2 } else { 1 };
        let inner = width - 2 * margin;
        let row = |y, height| Area { x: margin, y, width: inner, height };
        let header = row(0, 1);
        // Where rows are few, reading comes before knowing where in time one is.
        let is_reading = matches!(pane, Pane::Reader | Pane::Sources | Pane::Problems);
        let axis = row(
            1 + airy,
            match height {
                30.. => 4,
                16.. => 3,
                _ if is_reading => 0,
                _ => 2,
            },
        );
        // The fourth row of the axis is empty but where events lie inside the selected one.
        let top = axis.y + axis.height + u16::from((20..30).contains(&height));
        let footer = row(height - 1, 1);
        let body = row(top, height - top - 1);
        let mut layout = Self { header, axis, footer, ..Self::default() };
        layout.place_panes(body, width, pane);
        Some(layout)
    }

    fn place_panes(&mut self, body: Area, width: u16, pane: Pane) {
        match pane {
            Pane::Sources | Pane::Problems => self.page = Some(body),
            Pane::Reader if width < THREE_PANES => self.reader = Some(for_reading(body)),
            Pane::List if width < TWO_PANES => self.list = Some(narrowed(body)),
            Pane::Detail if width < TWO_PANES => self.detail = Some(narrowed(body)),
            _ => {
                let list = if width < THREE_PANES { (body.width * 9 / 20).min(58) } else { 56 };
                let (list, rest) = split(body, list);
                self.list = Some(list);
                if width < THREE_PANES {
                    self.detail = Some(narrowed(rest));
                } else {
                    let (detail, reader) = split(rest, (rest.width - GAP) / 2);
                    self.detail = Some(narrowed(detail));
                    self.reader = Some(for_reading(reader));
                }
            }
        }
    }
}

fn split(area: Area, left: u16) -> (Area, Area) {
    let x = area.x + left + GAP;
    (Area { width: left, ..area }, Area { x, width: area.width - left - GAP, ..area })
}

fn narrowed(area: Area) -> Area {
    Area { width: area.width.min(LONGEST_LINE), ..area }
}

fn for_reading(area: Area) -> Area {
    Area { width: area.width.min(2 + LONGEST_LINE + GAP + WIDEST_MARGIN), ..area }
}

/// How the columns of an article are shared out, from its left edge: a mark and a blank first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReaderColumns {
    /// Where the text begins. Where there is no margin on its right, years stand on its left.
    pub text_at: u16,
    /// Its columns.
    pub text: u16,
    /// The margin that names the events: where it begins, and its columns.
    pub(crate) margin: Option<(u16, u16)>,
}

/// From here on the margin of an article has room for titles.
const WITH_MARGIN: u16 = 90;
/// The columns of a margin, at the most.
const WIDEST_MARGIN: u16 = 34;
/// Where the years stand that stand for a margin where there is none.
pub(crate) const YEARS_AT: u16 = 2;
/// Their columns: a year and a sign that there are more.
pub(crate) const YEARS: u16 = 5;

impl ReaderColumns {
    /// The columns of an article in `width` columns.
    pub fn of(width: u16) -> Self {
        if width < WITH_MARGIN {
            let text_at = YEARS_AT + YEARS + 1;
            return Self { text_at, text: width.saturating_sub(text_at + 1), margin: None };
        }
        let margin = (width / 4).min(WIDEST_MARGIN);
        let text = (width - YEARS_AT - GAP - margin).min(LONGEST_LINE);
        Self { text_at: YEARS_AT, text, margin: Some((YEARS_AT + text + GAP, margin)) }
    }
}

/// The lines of an article in `area`, under its head.
pub(crate) fn reader_lines(area: Area) -> usize {
    usize::from(area.height.saturating_sub(reader_head(area)))
}

/// The lines that name an article and say how the quote stands in it, with an empty one where there is room.
pub(crate) fn reader_head(area: Area) -> u16 {
    if area.height < 14 { 2 } else { 3 }
}

/// Where the commands stand on a screen of `size`, without their margin: all over it as help, in the middle
/// as a palette. The first row is that of the title or of the line being typed, the second is empty.
pub fn menu_area(size: (u16, u16), kind: MenuKind) -> Area {
    let (width, height) = size;
    let (widest, most, margin) = match kind {
        MenuKind::Help => (82, height, 2),
        MenuKind::Palette => (72, 20, 4),
    };
    let inner = width.saturating_sub(6).min(widest);
    let rows = height.saturating_sub(margin).min(most).saturating_sub(2);
    Area { x: (width - inner) / 2, y: 2, width: inner, height: rows }
}

/// Where a search stands on the screen: the line being typed, what answers it, and one of the answers in its context
/// where there is room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SearchAreas {
    /// The line being typed.
    pub(crate) line: Area,
    pub(crate) hits: Area,
    pub(crate) preview: Option<Area>,
}

impl SearchAreas {
    /// The areas on a screen of `size`, which is no smaller than [`SMALLEST`].
    pub(crate) fn new(size: (u16, u16)) -> Self {
        let (width, height) = (size.0.max(SMALLEST.0), size.1.max(SMALLEST.1));
        let airy = u16::from(height >= 20);
        let margin = if width >= 72 { 2 } else { 1 };
        let line = Area { x: margin, y: 1 + airy, width: width - 2 * margin, height: 1 };
        let top = line.y + 1 + airy;
        let body = Area { y: top, height: height - top - 1 - airy, ..line };
        if width >= TWO_PANES {
            let (hits, preview) = split(body, body.width / 2);
            return Self { line, hits, preview: Some(narrowed(preview)) };
        }
        let below = if height >= 20 { body.height / 3 } else { 0 };
        let hits = Area { height: body.height - below, ..body };
        let preview = (below > 0).then(|| Area {
            x: body.x + 2,
            width: body.width - 2,
            y: body.y + hits.height + 1,
            height: below - 1,
        });
        Self { line, hits, preview }
    }
}

/// The rows between the top of the commands and the first of them.
pub const MENU_HEAD: u16 = 2;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pane_fits_on_every_screen() {
        for width in 0..260 {
            for height in 0..80 {
                for pane in [Pane::List, Pane::Detail, Pane::Reader, Pane::Sources, Pane::Problems] {
                    let Some(layout) = Layout::new((width, height), pane) else {
                        assert!(width < 40 || height < 12);
                        continue;
                    };
                    let panes = [layout.list, layout.detail, layout.reader, layout.page];
                    let rest = [Some(layout.header), Some(layout.axis), Some(layout.footer)];
                    let areas: Vec<Area> = panes.into_iter().chain(rest).flatten().collect();
                    for (index, a) in areas.iter().enumerate() {
                        assert!(a.x + a.width <= width && a.y + a.height <= height && a.width >= 30, "{a:?}");
                        for b in &areas[index + 1..] {
                            let apart = a.x + a.width <= b.x || b.x + b.width <= a.x;
                            assert!(apart || a.y + a.height <= b.y || b.y + b.height <= a.y, "{a:?} {b:?}");
                        }
                    }
                    let focused = match pane {
                        Pane::List => layout.list,
                        Pane::Detail => layout.detail,
                        Pane::Reader => layout.reader,
                        Pane::Sources | Pane::Problems => layout.page,
                    };
                    assert!(focused.is_some_and(|area| area.height >= 5), "{width} {height} {pane:?}");
                }
            }
        }
    }
}
