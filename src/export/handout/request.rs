//! What is asked to be handed out.

use crate::evidence::{Anchor, Article};
use crate::model::Timeline;

/// What is handed out.
#[derive(Clone, Copy, Debug)]
pub struct Handout<'a> {
    /// The timeline.
    pub timeline: &'a Timeline,
    /// Its articles, by the positions of their sources; `None` where there is none or it cannot be read.
    pub articles: &'a [Option<Article>],
    /// How each of its quotes stands in its article, by position in [`Timeline::quotes`].
    pub anchors: &'a [Anchor],
    /// Whether the dates of the events are left blank, for filling in.
    pub is_student: bool,
}
