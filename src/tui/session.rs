//! The event loop: whose the terminal is, what wakes the program, and what it does then.

use std::collections::VecDeque;
use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Weak};
use std::thread;
use std::time::{Instant, SystemTime};

use chrono::Timelike;

use super::clicks::Clicks;
use super::clipboard::{self, Clipboard};
use super::editor;
use super::event::TerminalEvent;
use super::link::{Followed, Hearing, Link};
use super::platform::{self, Caught, Input, Order};
use super::screen::{Screen, drawable};
use super::searcher::Searcher;
use super::setup::{Ending, Loaded, Setup, Target};
use super::signal::Signal;
use super::stage::{Following, Stage};
use super::terminal::Terminal;
use super::wake::{End, Wake};
use super::worker::{self, Work};
use crate::app::briefing::Now;
use crate::app::{self, Effect, FileChange, Message, Notice, Options, Unwritten};
use crate::edit::{self, WriteError};

/// Whose the terminal is.
#[derive(Clone, Copy, PartialEq)]
enum Holder {
    Us,
    Editor,
    Shell,
}

/// The threads that work on a timeline, once there is one.
struct Workers {
    /// Proves it and reads it anew.
    reader: Sender<Work>,
    /// Searches in it.
    searcher: Searcher,
    /// Alive as long as these are the workers of the timeline that is shown.
    current: Arc<()>,
}

impl Drop for Workers {
    fn drop(&mut self) {
        // The reader holds a sender of its own, for its watch, and would go on for ever.
        let _ = self.reader.send(Work::End);
    }
}

pub(super) struct Session<E> {
    pub(super) stage: Stage<E>,
    screen: Screen,
    terminal: Arc<Terminal>,
    holder: Holder,
    /// Reads the terminal while it is ours.
    input: Option<Input>,
    order: Order,
    clicks: Clicks,
    clipboard: Option<Clipboard>,
    workers: Option<Workers>,
    /// When the timeline began to be read.
    since: SystemTime,
    pub(super) sender: Sender<Wake>,
    wakes: Receiver<Wake>,
    /// What came in while an answer was waited for.
    waiting: VecDeque<Wake>,
    /// From when times are counted.
    began: Instant,
    pub(super) link: Link,
}

/// The browser on a timeline that was read.
pub(super) fn open<E>((draft, target): Loaded, options: Options, size: (u16, u16)) -> Stage<E> {
    let options = match target {
        Target::Browser(event) => Options { event, ..options },
        Target::Briefing(start) => Options { briefing: Some(*start), ..options },
    };
    Stage::Browsing(Box::new(app::open(Arc::new(draft), options, size)))
}

impl<E> Session<E> {
    /// Takes the terminal over with a first frame of `stage`, and begins to listen. The terminal may be asked for
    /// its background with it.
    pub(super) fn start(
        stage: Stage<E>,
        terminal: Arc<Terminal>,
        caught: Caught,
        (setup, asks): (Setup, bool),
        since: SystemTime,
        (sender, wakes): (Sender<Wake>, Receiver<Wake>),
    ) -> io::Result<Self> {
        let mut screen = Screen::new(Arc::clone(&terminal), platform::depth(setup.depth));
        screen.enter()?;
        if asks {
            screen.ask();
        }
        screen.draw(stage.size(), |depth, area, buffer| stage.draw(depth, area, buffer))?;
        let hear = sender.clone();
        let order = caught.watch(move |signal| hear.send(Wake::Signal(signal)).is_ok());
        let mut session = Self {
            stage,
            screen,
            terminal,
            holder: Holder::Us,
            input: None,
            order,
            clicks: Clicks::default(),
            clipboard: None,
            workers: None,
            since,
            sender,
            wakes,
            waiting: VecDeque::new(),
            began: Instant::now(),
            link: Link::None,
        };
        session.listen()?;
        session.start_workers();
        Ok(session)
    }

    pub(super) fn run(&mut self) -> io::Result<End<E>> {
        self.bind();
        loop {
            let mut next = match self.waiting.pop_front().map_or_else(|| self.next(), Ok) {
                Ok(first) => Some(first),
                Err(RecvTimeoutError::Timeout) => None,
                Err(RecvTimeoutError::Disconnected) => return Ok(End::Ending(Ending::Quit)),
            };
            // What came in meanwhile is handled before the next frame, so that a held key never runs ahead.
            if self.stage.counts_time() {
                self.stage.update(Message::Time(self.now()));
            }
            while let Some(wake) = next {
                if let Some(end) = self.take(wake)? {
                    return Ok(end);
                }
                self.tell_followers();
                next = self.waiting.pop_front().or_else(|| self.wakes.try_recv().ok());
            }
            if self.holder == Holder::Us {
                let Self { screen, stage, .. } = self;
                screen.draw(stage.size(), |depth, area, buffer| stage.draw(depth, area, buffer))?;
            }
            self.bind();
        }
    }

    /// What wakes the program next; a timeout where what is shown changes by itself.
    fn next(&self) -> Result<Wake, RecvTimeoutError> {
        match self.stage.until_tick() {
            Some(time) if self.holder == Holder::Us => self.wakes.recv_timeout(time),
            _ => self.wakes.recv().map_err(|_| RecvTimeoutError::Disconnected),
        }
    }

    pub(super) fn now(&self) -> Now {
        let clock = chrono::Local::now();
        let small = |number: u32| u8::try_from(number).unwrap_or_default();
        Now { since: self.began.elapsed(), clock: (small(clock.hour()), small(clock.minute())) }
    }

    fn take(&mut self, wake: Wake) -> io::Result<Option<End<E>>> {
        match wake {
            Wake::Terminal(said) => {
                let (event, at) = said?;
                match event {
                    TerminalEvent::Key(key) => self.tell(Message::Key(key)),
                    TerminalEvent::Mouse(event) => self
                        .clicks
                        .meaning(event, at)
                        .map_or(Ok(None), |mouse| self.tell(Message::Mouse(mouse))),
                    TerminalEvent::Paste(text) => self.tell(Message::Paste(text)),
                    TerminalEvent::Background { r, g, b } => self.tell(Message::Background { r, g, b }),
                    TerminalEvent::Resized => self.resize(),
                }
            }
            Wake::Message(message) => self.tell(message),
            Wake::Worker(workers, message) if self.are_current(&workers) => self.tell(message),
            Wake::Worker(..) => Ok(None),
            Wake::Signal(signal) => self.signal(signal),
            Wake::Loaded => Ok(self.loaded()),
            Wake::Relay(heard) => {
                let hearing = self.link.hear(heard, &self.sender);
                let effects = self.take_hearing(hearing);
                self.run_effects(effects)
            }
            Wake::Followed(read) => {
                let hearing = self.link.followed(*read);
                let effects = self.take_hearing(hearing);
                self.run_effects(effects)
            }
            Wake::Copied(text, is_copied) => self.copied(&text, is_copied).map(|()| None),
            Wake::Edited(ended) => {
                self.come_back()?;
                self.ask_reader(Work::Changed);
                match ended {
                    Ok(()) => Ok(None),
                    Err(reason) => self.tell(Message::Notice(Notice::Editor(reason))),
                }
            }
        }
    }

    fn copy(&mut self, text: String) {
        let sender = &self.sender;
        let clipboard = self.clipboard.get_or_insert_with(|| {
            let sender = sender.clone();
            // Nobody wants to know any more where the browser was left meanwhile.
            Clipboard::start(move |text, is_copied| drop(sender.send(Wake::Copied(text, is_copied))))
        });
        clipboard.copy(text);
    }

    /// Sends what was copied to the terminal, where the clipboard of the system is not there or not the one that is
    /// wanted.
    fn copied(&mut self, text: &str, is_copied: bool) -> io::Result<()> {
        let is_elsewhere = clipboard::is_elsewhere(|name| std::env::var(name).ok());
        let is_sent = (!is_copied || is_elsewhere) && self.terminal.capabilities().extended;
        if is_sent {
            self.terminal.write(clipboard::request(text).as_bytes())?;
        }
        if let Some(trouble) = clipboard::trouble(is_copied, is_sent, is_elsewhere) {
            self.stage.update(Message::Notice(trouble));
        }
        Ok(())
    }

    /// Lets the briefing on the screen be followed, or be over.
    fn bind(&mut self) {
        let told = self.stage.told();
        if let Some(trouble) = self.link.bind(told, &self.sender) {
            // What is on the screen was drawn before: as a message, it is followed by a frame.
            self.waiting.push_back(Wake::Message(Message::Notice(trouble)));
        }
    }

    /// Tells those who follow where the briefing is now.
    fn tell_followers(&mut self) {
        let told = self.stage.told();
        if let Some(trouble) = self.link.tell_followers(told) {
            self.stage.update(Message::Notice(trouble));
        }
    }

    /// Shows what was heard of the briefing that is followed.
    fn take_hearing(&mut self, hearing: Hearing) -> Vec<Effect> {
        match hearing {
            Hearing::Told(told) => return self.stage.update(Message::Presenter(told)),
            Hearing::Begins(followed) => self.show(*followed),
            Hearing::Waits(pending, options) => {
                let size = self.stage.size();
                self.workers = None;
                self.stage = Stage::Following(Box::new(Following { options, pending, size }));
            }
            Hearing::Nothing => {}
        }
        Vec::new()
    }

    /// Shows the briefing that is followed.
    fn show(&mut self, Followed { draft, since, options, told }: Followed) {
        self.since = since;
        let state = app::open(Arc::new(draft), options, self.stage.size());
        self.stage = Stage::Browsing(Box::new(state));
        self.start_workers();
        self.stage.update(Message::Time(self.now()));
        self.stage.update(Message::Presenter(told));
    }

    /// Begins to listen to the terminal.
    fn listen(&mut self) -> io::Result<()> {
        let (sender, terminal) = (self.sender.clone(), Arc::clone(&self.terminal));
        let hear = move |said: io::Result<TerminalEvent>| {
            if matches!(said, Ok(TerminalEvent::Background { .. })) {
                terminal.question.note_answer();
            }
            sender.send(Wake::Terminal(said.map(|event| (event, Instant::now())))).is_ok()
        };
        self.input = Some(Input::start(Arc::clone(&self.terminal.tty), hear)?);
        Ok(())
    }

    fn signal(&mut self, signal: Signal) -> io::Result<Option<End<E>>> {
        match signal {
            // The editor's own affair.
            Signal::End { is_from_keys: true, .. } | Signal::GoOn if self.holder == Holder::Editor => {}
            Signal::End { signal, .. } => return Ok(Some(End::Ending(Ending::Signal(signal)))),
            Signal::Stop if self.order.is_to_stop() => {
                if self.holder == Holder::Us {
                    self.lend(Holder::Shell)?;
                }
                self.order.stop()?;
            }
            Signal::Stop => {}
            Signal::GoOn => self.come_back()?,
            Signal::Resize => return self.resize(),
        }
        Ok(None)
    }

    fn resize(&mut self) -> io::Result<Option<End<E>>> {
        let (columns, rows) = drawable(self.terminal.tty.size()?);
        self.tell(Message::Resize(columns, rows))
    }

    fn tell(&mut self, message: Message) -> io::Result<Option<End<E>>> {
        let before = match (&message, &self.stage) {
            (Message::Reloaded(_), Stage::Browsing(state)) => {
                Some((Arc::clone(&state.draft), state.proof.clone()))
            }
            _ => None,
        };
        let is_proven = matches!(message, Message::Checked(_) | Message::Reloaded(_));
        let effects = self.stage.update(message);
        if is_proven {
            self.tell_searcher(before.is_some());
        }
        if let Some((draft, proof)) = before {
            self.ask_reader(Work::Drop(draft, proof));
        }
        self.run_effects(effects)
    }

    fn run_effects(&mut self, effects: Vec<Effect>) -> io::Result<Option<End<E>>> {
        for effect in effects {
            match effect {
                Effect::Quit => return Ok(Some(End::Ending(Ending::Quit))),
                Effect::Redraw => self.screen.forget(),
                Effect::Suspend => {
                    if platform::has_shell()? {
                        // Before the first of the job stops, for then the shell takes the terminal.
                        self.lend(Holder::Shell)?;
                        platform::stop_job()?;
                    } else {
                        self.stage.update(Message::Notice(Notice::NoShell));
                    }
                }
                Effect::Copy(text) => self.copy(text),
                Effect::Edit { path, line } => self.edit(path, line)?,
                Effect::Ask(question) => {
                    if let Some(workers) = &self.workers {
                        workers.searcher.ask(question);
                    }
                }
                Effect::Reload => self.ask_reader(Work::Reload),
                Effect::Remote(command) => self.link.ask_presenter(&command),
                Effect::Write(change) => self.write(change),
            }
        }
        Ok(None)
    }

    fn ask_reader(&self, work: Work) {
        if let Some(workers) = &self.workers {
            // A thread that has panicked has ended the program.
            let _ = workers.reader.send(work);
        }
    }

    /// Tells the searcher what is proven now, and of another timeline before.
    fn tell_searcher(&self, is_another: bool) {
        let (Stage::Browsing(state), Some(workers)) = (&self.stage, &self.workers) else { return };
        if is_another {
            workers.searcher.read(Arc::clone(&state.draft));
        }
        if let Some(proof) = &state.proof {
            workers.searcher.proven(Arc::clone(proof));
        }
    }

    /// Writes a file on a thread of its own: a disk may take its time.
    fn write(&self, change: FileChange) {
        let sender = self.sender.clone();
        thread::spawn(move || {
            let result =
                edit::exchange(&change.path, &change.old, &change.new).map_err(|error| match error {
                    WriteError::Changed(_) => Unwritten::Changed,
                    error => Unwritten::System(error.to_string()),
                });
            // Nobody wants to know any more where the browser was left meanwhile.
            let _ = sender.send(Wake::Message(Message::Written(change, result)));
        });
    }

    fn edit(&mut self, path: PathBuf, line: usize) -> io::Result<()> {
        let keys = self.terminal.tty.for_another()?;
        self.lend(Holder::Editor)?;
        let sender = self.sender.clone();
        thread::spawn(move || {
            let editor = editor::named(|name| std::env::var(name).ok());
            // Nobody waits any more where a signal has ended the browser.
            let _ = sender.send(Wake::Edited(editor::run(&editor, &path, line, keys)));
        });
        Ok(())
    }

    /// Goes from waiting to browsing, or to the end.
    fn loaded(&mut self) -> Option<End<E>> {
        let Stage::Waiting(waiting) = &mut self.stage else { return None };
        let loaded = match waiting.loaded.try_recv().ok()? {
            Ok(loaded) => loaded,
            Err(error) => return Some(End::NotLoaded(error)),
        };
        let early = std::mem::take(&mut waiting.early);
        let options = std::mem::take(&mut waiting.options);
        self.stage = open(loaded, options, waiting.size);
        self.waiting.extend(early.into_iter().map(Wake::Message));
        self.start_workers();
        None
    }

    /// Proves, watches and searches the timeline, once there is one.
    pub(super) fn start_workers(&mut self) {
        let Stage::Browsing(state) = &self.stage else { return };
        let current = Arc::new(());
        let (sender, workers) = (self.sender.clone(), Arc::downgrade(&current));
        let tell = move |message| {
            workers.strong_count() > 0 && sender.send(Wake::Worker(workers.clone(), message)).is_ok()
        };
        let reader = worker::start(Arc::clone(&state.draft), self.since, tell.clone());
        let tell_answer = move |answer| tell(Message::Answered(answer));
        let searcher = Searcher::new(Arc::clone(&state.draft), tell_answer);
        self.workers = Some(Workers { reader, searcher, current });
    }

    fn are_current(&self, workers: &Weak<()>) -> bool {
        self.workers.as_ref().is_some_and(|current| workers.ptr_eq(&Arc::downgrade(&current.current)))
    }

    /// Leaves the terminal to somebody else.
    fn lend(&mut self, holder: Holder) -> io::Result<()> {
        self.withdraw();
        self.holder = holder;
        self.terminal.give_back()
    }

    /// Takes the terminal back, or takes it anew.
    fn come_back(&mut self) -> io::Result<()> {
        self.screen.enter()?;
        self.holder = Holder::Us;
        if self.input.is_none() {
            self.listen()?;
        }
        let size = drawable(self.terminal.tty.size()?);
        self.stage.update(Message::Resize(size.0, size.1));
        Ok(())
    }

    /// Listens to the terminal no more. An answer that is on its way is waited for, so that nobody else takes it for
    /// keys.
    pub(super) fn withdraw(&mut self) {
        if self.input.is_some() {
            self.terminal.question.wait();
        }
        self.input = None;
    }

    /// Lets go of what outlives the browser.
    pub(super) fn end(&mut self) {
        if let Some(clipboard) = self.clipboard.take() {
            clipboard.end();
        }
    }
}
