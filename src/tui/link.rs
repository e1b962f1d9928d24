//! The briefing on this screen and those on other screens: one presents, the others follow.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::SystemTime;

use super::stage::Pending;
use super::wake::{ReadTimeline, Wake};
use crate::app::briefing::{PresenterState, RemoteCommand, Start};
use crate::app::{Message, Notice, Options};
use crate::briefing::ScreenKind;
use crate::load::Draft;
use crate::relay::{self, Folder, Heard};

/// Reads the timeline of a briefing, the built-in one where there is no path, or says why it cannot be read.
pub(super) type Reader = Arc<dyn Fn(Option<&Path>) -> Result<Draft, String> + Send + Sync>;

/// How this screen is linked to others.
pub(super) enum Link {
    /// There is no briefing.
    None,
    /// There is one, and nobody can follow it.
    Alone,
    /// It is given here.
    Presenter(Box<Presenter>),
    /// It is given elsewhere.
    Follower(Box<Follower>),
}

/// Gives a briefing.
pub(super) struct Presenter {
    relay: relay::Presenter,
    /// What was told last.
    last: PresenterState,
}

/// Follows a briefing.
pub(super) struct Follower {
    relay: relay::Follower,
    screen: ScreenKind,
    options: Options,
    read: Reader,
    /// What was told last; its timeline is on the screen, or is being read.
    last: Option<PresenterState>,
}

impl Follower {
    pub(super) fn new(relay: relay::Follower, screen: ScreenKind, options: Options, read: Reader) -> Self {
        Self { relay, screen, options, read, last: None }
    }
}

/// What was heard of a briefing that is followed.
pub(super) enum Hearing {
    /// Where it is now.
    Told(PresenterState),
    /// It can be shown.
    Begins(Box<Followed>),
    /// It is over, or cannot be shown, for this reason: there is nothing to do but to wait, with these options.
    Waits(Pending, Options),
    /// Nothing to be shown yet.
    Nothing,
}

/// A briefing that can be shown: its timeline, with what the browser opens, where the briefing is.
pub(super) struct Followed {
    pub(super) draft: Draft,
    /// When the timeline began to be read.
    pub(super) since: SystemTime,
    pub(super) options: Options,
    pub(super) told: PresenterState,
}

impl Link {
    /// Lets a briefing that has begun on this screen be followed, and one that has ended be over. Says what went
    /// wrong. To be called when what is on the screen can wait.
    pub(super) fn bind(&mut self, told: Option<PresenterState>, sender: &Sender<Wake>) -> Option<Notice> {
        match (&*self, told) {
            (Self::None, Some(told)) => {
                let sender = sender.clone();
                let asked = move |command: RemoteCommand| {
                    sender.send(Wake::Message(Message::Remote(command))).is_ok()
                };
                let relay = Folder::of_user().and_then(|folder| relay::Presenter::start(&folder, asked));
                match relay.and_then(|relay| relay.tell(&told).map(|()| relay)) {
                    Ok(relay) => {
                        let trouble = (!relay.is_alone()).then_some(Notice::OtherBriefing);
                        *self = Self::Presenter(Box::new(Presenter { relay, last: told }));
                        trouble
                    }
                    Err(error) => {
                        *self = Self::Alone;
                        Some(Notice::Relay(error.to_string()))
                    }
                }
            }
            (Self::Presenter(_) | Self::Alone, None) => {
                *self = Self::None;
                None
            }
            _ => None,
        }
    }

    /// Tells those who follow where the briefing is now, where it is somewhere else than before. Says what went wrong.
    pub(super) fn tell_followers(&mut self, told: Option<PresenterState>) -> Option<Notice> {
        let Self::Presenter(presenter) = self else { return None };
        let Presenter { relay, last } = &mut **presenter;
        let told = told.filter(|told| !told.is_same_as(last))?;
        *last = PresenterState { number: last.number + 1, ..told };
        relay.tell(last).err().map(|error| Notice::Relay(error.to_string()))
    }

    /// Asks the screen that leads for something.
    pub(super) fn ask_presenter(&self, command: &RemoteCommand) {
        if let Self::Follower(follower) = self {
            // Where the briefing has just ended, that is heard, too.
            let _ = follower.relay.ask(command);
        }
    }

    /// Follows what was heard of the briefing.
    pub(super) fn hear(&mut self, heard: Heard<PresenterState>, sender: &Sender<Wake>) -> Hearing {
        let Self::Follower(follower) = self else { return Hearing::Nothing };
        match heard {
            Heard::Told(told) => {
                let before = follower.last.replace(told.clone());
                if before.is_some_and(|before| before.timeline == told.timeline) {
                    return Hearing::Told(told);
                }
                let (read, sender) = (Arc::clone(&follower.read), sender.clone());
                thread::spawn(move || {
                    let since = SystemTime::now();
                    let draft = read(told.timeline.as_deref());
                    let _ = sender.send(Wake::Followed(Box::new(ReadTimeline {
                        path: told.timeline,
                        since,
                        draft,
                    })));
                });
                Hearing::Nothing
            }
            Heard::Over => follower.waits(Pending::Over),
            Heard::OtherVersion => follower.waits(Pending::OtherVersion),
            Heard::Failed(reason) => follower.waits(Pending::Failed(reason)),
        }
    }

    /// Takes in a timeline of the briefing that is followed. One that took so long to read that another briefing is
    /// followed by now is let go.
    pub(super) fn followed(&mut self, read: ReadTimeline) -> Hearing {
        let Self::Follower(follower) = self else { return Hearing::Nothing };
        let told = follower.last.clone().filter(|told| told.timeline.as_deref() == read.path.as_deref());
        let Some(told) = told else { return Hearing::Nothing };
        match read.draft {
            Ok(draft) => {
                let start = Start { screen: follower.screen, dates: told.dates, ..Start::default() };
                let options = Options { briefing: Some(start), ..follower.options.clone() };
                Hearing::Begins(Box::new(Followed { draft, since: read.since, options, told }))
            }
            Err(reason) => follower.waits(Pending::Failed(reason)),
        }
    }
}

impl Follower {
    fn waits(&mut self, pending: Pending) -> Hearing {
        self.last = None;
        Hearing::Waits(pending, self.options.clone())
    }
}
