//! The talk on the screen and those on other screens: one leads, the others follow.

use std::path::Path;
use std::sync::Arc;
use std::thread;

use super::session::{End, Session, Wake};
use super::stage::{Following, Pending, Stage};
use crate::app::briefing::{Order, Role, Start, Told};
use crate::app::{Effect, Message, Options, State, Trouble};
use crate::load::Draft;
use crate::relay::{Folder, Follow, Heard, Lead};

/// Reads the timeline of a talk, the built-in one where there is no path, or says why it cannot be read.
pub(super) type Reader = Arc<dyn Fn(Option<&Path>) -> Result<Draft, String> + Send + Sync>;

/// How this screen is bound to others.
pub(super) enum Tie {
    /// There is no talk.
    Loose,
    /// There is one, and nobody can follow it.
    Alone,
    /// It is given here.
    Lead(Box<Leading>),
    /// It is given elsewhere.
    Follow(Box<Bound>),
}

/// What leads a talk.
pub(super) struct Leading {
    lead: Lead,
    /// What was told last.
    last: Told,
}

/// What follows a talk.
pub(super) struct Bound {
    pub(super) follow: Follow,
    role: Role,
    options: Options,
    read: Reader,
    /// What was told last; its timeline is on the screen, or is being read.
    last: Option<Told>,
}

impl Bound {
    pub(super) fn new(follow: Follow, role: Role, options: Options, read: Reader) -> Self {
        Self { follow, role, options, read, last: None }
    }
}

impl<E> Session<E> {
    /// Lets a talk that has begun on this screen be followed, and one that has ended be over. To be called when what
    /// is on the screen can wait.
    pub(super) fn bind(&mut self) {
        let told = self.stage.told();
        match (&self.tie, told) {
            (Tie::Loose, Some(told)) => {
                let sender = self.sender.clone();
                let asked = move |order: Order| sender.send(Wake::Message(Message::Ordered(order))).is_ok();
                let lead = Folder::of_user().and_then(|folder| Lead::start(&folder, asked));
                match lead.and_then(|lead| lead.tell(&told).map(|()| lead)) {
                    Ok(lead) => {
                        if !lead.is_alone() {
                            self.stage.update(Message::Trouble(Trouble::OtherTalk));
                        }
                        self.tie = Tie::Lead(Box::new(Leading { lead, last: told }));
                    }
                    Err(error) => {
                        self.tie = Tie::Alone;
                        self.stage.update(Message::Trouble(Trouble::Relay(error.to_string())));
                    }
                }
            }
            (Tie::Lead(_) | Tie::Alone, None) => self.tie = Tie::Loose,
            _ => {}
        }
    }

    /// Tells those who follow where the talk is now, where it is somewhere else than before.
    pub(super) fn tell_followers(&mut self) {
        let Tie::Lead(leading) = &mut self.tie else { return };
        let Leading { lead, last } = &mut **leading;
        let Some(told) = self.stage.told().filter(|told| !told.is_same_as(last)) else { return };
        *last = Told { number: last.number + 1, ..told };
        if let Err(error) = lead.tell(last) {
            self.stage.update(Message::Trouble(Trouble::Relay(error.to_string())));
        }
    }

    /// Asks the screen that leads for something.
    pub(super) fn order(&mut self, order: &Order) {
        if let Tie::Follow(bound) = &self.tie {
            // Where the talk has just ended, that is heard, too.
            let _ = bound.follow.ask(order);
        }
    }

    /// Follows what was heard of the talk.
    pub(super) fn hear(&mut self, heard: Heard<Told>) -> Vec<Effect> {
        let Tie::Follow(bound) = &mut self.tie else { return Vec::new() };
        let size = self.stage.size();
        match heard {
            Heard::Told(told) => {
                let before = bound.last.replace(told.clone());
                if before.is_some_and(|before| before.timeline == told.timeline) {
                    return self.stage.update(Message::Told(told));
                }
                let (read, sender) = (Arc::clone(&bound.read), self.sender.clone());
                thread::spawn(move || {
                    let draft = read(told.timeline.as_deref());
                    let _ = sender.send(Wake::Followed(Box::new(draft)));
                });
            }
            Heard::Over => self.wait_for_talk(Pending::Over, size),
            Heard::Failed(reason) => self.wait_for_talk(Pending::Failed(reason), size),
        }
        Vec::new()
    }

    /// Shows the talk that is followed, once its timeline was read.
    pub(super) fn followed(&mut self, draft: Result<Draft, String>) -> Option<End<E>> {
        let Tie::Follow(bound) = &mut self.tie else { return None };
        let size = self.stage.size();
        let told = bound.last.clone()?;
        match draft {
            Ok(draft) => {
                let start = Start { role: bound.role, dates: told.dates, limit: told.limit };
                let options = Options { briefing: Some(start), ..bound.options.clone() };
                self.stage = Stage::Browsing(Box::new(State::new(Arc::new(draft), options, size)));
                self.start_workers();
                self.stage.update(Message::Time(self.now()));
                self.stage.update(Message::Told(told));
            }
            Err(reason) => self.wait_for_talk(Pending::Failed(reason), size),
        }
        None
    }

    fn wait_for_talk(&mut self, pending: Pending, size: (u16, u16)) {
        let Tie::Follow(bound) = &mut self.tie else { return };
        bound.last = None;
        self.stage = Stage::Following(Box::new(Following { options: bound.options.clone(), pending, size }));
    }
}
