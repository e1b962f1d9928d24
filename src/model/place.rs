//! Where something happened.

use super::Text;

/// A place that events name by its id.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// The name by which events refer to it.
    pub id: String,
    /// Its position in the `places:` list of the file, from 0.
    pub position: usize,
    /// What it is called.
    pub name: Text,
    /// Degrees north of the equator, -90 to 90, and east of Greenwich, -180 to 180 (WGS 84).
    pub coordinates: Option<(f64, f64)>,
}
