//! The terminal: set up, event loop, effects, restore.
//!
//! One thread waits for keys, one for signals, one checks the timeline; all of them send to the one that
//! draws, which sleeps in between. Nothing ever wakes up to look whether something happened.

mod encode;
mod screen;
mod searcher;

use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{self, Event};
use crossterm::terminal::{EndSynchronizedUpdate, LeaveAlternateScreen};
use crossterm::{cursor, execute, terminal};

use crate::app::{Effect, Message, Options, State, update};
use crate::keymap::Key;
use crate::load::Draft;
use crate::theme::Depth;

use screen::Screen;
use searcher::Searcher;

/// How the terminal is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setup {
    /// The colours it is drawn with.
    pub depth: Depth,
    /// Whether the mouse is listened to.
    pub mouse: bool,
}

/// How the browser ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Somebody asked it to.
    Quit,
    /// This signal did.
    Signal(i32),
}

/// What wakes the event loop.
enum Wake {
    Message(Message),
    Signal(i32),
    /// The terminal is gone.
    Gone(io::Error),
}

/// Opens the browser on `draft` and stays in it until it is left.
///
/// # Errors
///
/// Standard output is no terminal, or the terminal refuses to be set up or written to.
pub fn run(draft: Draft, options: Options, setup: Setup) -> io::Result<Ending> {
    if !io::stdout().is_terminal() {
        return Err(io::Error::other("standard output is not a terminal"));
    }
    let draft = Arc::new(draft);
    let (sender, wakes) = mpsc::channel();
    // Before the size is asked for, so that no change of it is missed.
    let signals = catch_signals()?;
    let mut state = State::new(Arc::clone(&draft), options, terminal::size()?);
    let mut screen = Screen::new(setup.depth);
    let guard = Restore::new()?;
    // The terminal is entered with the first frame: one write, and no empty screen before it.
    screen.enter(&state)?;
    watch_signals(signals, sender.clone());
    read_keys(sender.clone());
    let tell = sender.clone();
    let searcher = Searcher::new(Arc::clone(&draft), move |answer| {
        tell.send(Wake::Message(Message::Answered(answer))).is_ok()
    });
    prove(draft, sender);
    let ending = run_loop(&mut screen, &mut state, &searcher, &wakes);
    drop(guard);
    ending
}

fn run_loop(
    screen: &mut Screen,
    state: &mut State,
    searcher: &Searcher,
    wakes: &Receiver<Wake>,
) -> io::Result<Ending> {
    while let Ok(first) = wakes.recv() {
        // What came in meanwhile is handled before the next frame, so that a held key never runs ahead.
        for wake in std::iter::once(first).chain(wakes.try_iter()) {
            let message = match wake {
                Wake::Message(message) => message,
                Wake::Signal(signal) => return Ok(Ending::Signal(signal)),
                Wake::Gone(error) => return Err(error),
            };
            if let Message::Proven(proof) = &message {
                searcher.proven(Arc::clone(proof));
            }
            for effect in update(state, message) {
                match effect {
                    Effect::Quit => return Ok(Ending::Quit),
                    Effect::Redraw => screen.forget(),
                    Effect::Ask(question) => searcher.ask(question),
                    Effect::Copy(text) => {
                        execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text))?;
                    }
                    Effect::Suspend => {
                        suspend()?;
                        let (columns, rows) = terminal::size()?;
                        update(state, Message::Resize(columns, rows));
                        screen.enter(state)?;
                    }
                }
            }
        }
        screen.draw(state)?;
    }
    Ok(Ending::Quit)
}

fn read_keys(sender: Sender<Wake>) {
    thread::spawn(move || {
        loop {
            let wake = match event::read() {
                Ok(Event::Key(key)) => Key::from_event(key).map(|key| Wake::Message(Message::Key(key))),
                Ok(Event::Resize(columns, rows)) => Some(Wake::Message(Message::Resize(columns, rows))),
                Ok(_) => None,
                Err(error) => Some(Wake::Gone(error)),
            };
            let gone = matches!(wake, Some(Wake::Gone(_)));
            if wake.is_some_and(|wake| sender.send(wake).is_err()) || gone {
                return;
            }
        }
    });
}

fn prove(draft: Arc<Draft>, sender: Sender<Wake>) {
    thread::spawn(move || {
        let proof = Arc::new(draft.prove());
        // Nobody listens any more where the browser was left meanwhile.
        let _ = sender.send(Wake::Message(Message::Proven(proof)));
    });
}

#[cfg(unix)]
use signal_hook::iterator::Signals;
#[cfg(not(unix))]
type Signals = ();

/// Keeps the signals that end a program from ending it with the terminal in disorder, and notes changes of
/// its size.
#[cfg(unix)]
fn catch_signals() -> io::Result<Signals> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGWINCH};

    Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGWINCH])
}

#[cfg(unix)]
fn watch_signals(mut signals: Signals, sender: Sender<Wake>) {
    thread::spawn(move || {
        for signal in signals.forever() {
            let wake = match (signal, terminal::size()) {
                (signal_hook::consts::SIGWINCH, Ok((columns, rows))) => {
                    Wake::Message(Message::Resize(columns, rows))
                }
                (signal_hook::consts::SIGWINCH, Err(error)) => Wake::Gone(error),
                (signal, _) => Wake::Signal(signal),
            };
            if sender.send(wake).is_err() {
                return;
            }
        }
    });
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the other platforms can fail")]
fn catch_signals() -> io::Result<Signals> {
    Ok(())
}

#[cfg(not(unix))]
fn watch_signals((): Signals, _sender: Sender<Wake>) {}

/// Ends the program as `signal` would have, so that whoever started it learns why it ended.
///
/// # Errors
///
/// The system does not let the program end itself that way.
#[cfg(unix)]
pub fn die_of(signal: i32) -> io::Result<()> {
    signal_hook::low_level::emulate_default_handler(signal)
}

/// Ends the program as `signal` would have.
///
/// # Errors
///
/// None on this platform, which has no such signals.
#[cfg(not(unix))]
pub fn die_of(_signal: i32) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn suspend() -> io::Result<()> {
    leave()?;
    signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
    terminal::enable_raw_mode()
}

#[cfg(not(unix))]
fn suspend() -> io::Result<()> {
    Ok(())
}

fn leave() -> io::Result<()> {
    let mut stdout = io::stdout();
    let shown = execute!(stdout, EndSynchronizedUpdate, LeaveAlternateScreen, cursor::Show);
    terminal::disable_raw_mode()?;
    shown?;
    stdout.flush()
}

/// The exit code of a Rust program that panicked.
const PANICKED: i32 = 101;

/// Gives the terminal back as it was: when dropped, and before a panic speaks.
struct Restore;

impl Restore {
    fn new() -> io::Result<Self> {
        let before = std::panic::take_hook();
        let drawing = thread::current().id();
        std::panic::set_hook(Box::new(move |info| {
            // A terminal that cannot be restored is no reason to hide the panic.
            let _ = leave();
            before(info);
            // A browser that has lost one of its threads, and with it the terminal, is of no use any more.
            if thread::current().id() != drawing {
                std::process::exit(PANICKED);
            }
        }));
        let guard = Self;
        terminal::enable_raw_mode()?;
        Ok(guard)
    }
}

impl Drop for Restore {
    fn drop(&mut self) {
        // Nothing is left to be done about a terminal that is gone.
        let _ = leave();
    }
}
