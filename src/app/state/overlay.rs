//! What lies over the panes and takes the keys until it is closed.

use crate::app::briefing::Overview;
use crate::app::screen::prompt::Prompt;
use crate::command::Scope;

use super::filter::FilterPrompt;
use super::find::FindPrompt;
use super::goto::GoToPrompt;
use super::menu::Menu;
use super::picker::Picker;
use super::search::SearchPrompt;

/// What lies over the panes.
#[derive(Clone, Debug)]
pub enum Overlay {
    /// The commands with their keys: the help or the palette.
    Menu(Menu),
    /// A date to go to.
    GoTo(GoToPrompt),
    /// Words to search by, with what answers them.
    Search(SearchPrompt),
    /// Words to narrow down the list by.
    Filter(FilterPrompt),
    /// Words to find in the article that is being read.
    Find(FindPrompt),
    /// The slides of the briefing to choose from.
    Overview(Overview),
    /// The events that a quote can be written into.
    Picker(Picker),
}

impl Overlay {
    /// The line being typed in it.
    pub fn prompt(&self) -> Option<&Prompt> {
        match self {
            Self::Menu(menu) => menu.filter.as_ref(),
            Self::GoTo(goto) => Some(&goto.prompt),
            Self::Search(search) => Some(&search.prompt),
            Self::Filter(filtering) => Some(&filtering.prompt),
            Self::Find(find) => Some(&find.prompt),
            Self::Overview(overview) => Some(&overview.prompt),
            Self::Picker(picker) => Some(&picker.prompt),
        }
    }

    pub(crate) fn prompt_mut(&mut self) -> Option<&mut Prompt> {
        match self {
            Self::Menu(menu) => menu.filter.as_mut(),
            Self::GoTo(goto) => Some(&mut goto.prompt),
            Self::Search(search) => Some(&mut search.prompt),
            Self::Filter(filtering) => Some(&mut filtering.prompt),
            Self::Find(find) => Some(&mut find.prompt),
            Self::Overview(overview) => Some(&mut overview.prompt),
            Self::Picker(picker) => Some(&mut picker.prompt),
        }
    }

    /// Where a key is understood that the line has no use for.
    pub fn scope(&self) -> Scope {
        if self.prompt().is_some() { Scope::Prompt } else { Scope::Help }
    }
}
