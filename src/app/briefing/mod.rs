//! The timeline as a briefing: what the audience sees, and where the briefing is.

mod areas;
mod guesses;
mod hit;
mod movement;
mod named_position;
mod notes;
mod overview;
mod plan;
mod progress;
mod remote;
mod slides;
mod state;
mod tally;
mod words;

pub(crate) use areas::{Areas, NotesAreas};
pub(crate) use guesses::Cover;
pub(crate) use hit::place_of_hit;
pub(crate) use movement::{SlideMove, target};
pub use named_position::NamedPosition;
pub(crate) use overview::{Overview, OverviewPage};
pub(crate) use plan::{plan, plan_text};
pub(crate) use progress::{Progress, ProgressAxis};
pub use remote::{PresenterState, RemoteCommand};
pub(crate) use slides::{LargeLine, Letters, Scene, Shown, marked};
pub(crate) use state::Home;
pub use state::{Briefing, Now, Start};
pub(crate) use words::{below_sign, below_words};
