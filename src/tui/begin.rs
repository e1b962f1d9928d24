//! From the terminal as it was to the event loop, and back.

use std::convert::Infallible;
use std::io::{self, IsTerminal};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, SystemTime};

use super::session::{End, Session, Wake, open};
use super::signals::{self, Caught};
use super::stage::{Following, Pending, Stage, Waiting};
use super::talk::{Bound, Reader, Tie};
use super::terminal::{Guard, Skills, Terminal};
use super::{Ending, Loaded, Setup, reply};
use crate::app::Options;
use crate::app::briefing::Role;
use crate::relay::{Folder, Follow};
use crate::theme::ThemeChoice;

/// What is read sooner than this is shown at once.
const SOON: Duration = Duration::from_millis(50);

/// The terminal, before anything was drawn on it.
struct Opened {
    terminal: Arc<Terminal>,
    /// Gives it back, whatever happens.
    guard: Guard,
    caught: Caught,
    size: (u16, u16),
    /// Whether it is asked for its background.
    asks: bool,
}

impl Opened {
    /// Opens the terminal; `options` learn what is known of its background.
    fn new(options: &mut Options, setup: Setup) -> io::Result<Self> {
        let env = |name: &str| std::env::var(name).ok();
        let skills = Skills::of(&env("TERM").unwrap_or_default(), setup.mouse);
        let follows = matches!(options.theme, ThemeChoice::Auto(_));
        if let Some(guess) = env("COLORFGBG").and_then(|value| reply::guess(&value)).filter(|_| follows) {
            options.theme = ThemeChoice::Auto(guess);
        }
        let terminal = Terminal::open(skills)?;
        // Until here the terminal has not been touched, and a signal does what it does to any program.
        let guard = Guard::new(Arc::clone(&terminal));
        let caught = signals::catch()?;
        let size = terminal.tty.size()?;
        Ok(Self { terminal, guard, caught, size, asks: follows && skills.extended })
    }

    /// Stays in the event loop, which begins with `stage`, until it is left.
    fn run<E>(
        self,
        stage: Stage<E>,
        tie: Tie,
        setup: Setup,
        since: SystemTime,
        channel: (Sender<Wake>, Receiver<Wake>),
    ) -> io::Result<End<E>> {
        let Self { terminal, guard, caught, asks, .. } = self;
        let mut session = Session::start(stage, terminal, caught, (setup, asks), since, channel)?;
        session.tie = tie;
        let end = session.run();
        if end.is_ok() {
            session.withdraw();
        }
        drop(guard);
        end
    }
}

/// See [`super::run`].
pub(super) fn run<E: Send + 'static>(
    name: &str,
    mut options: Options,
    setup: Setup,
    load: impl FnOnce() -> Result<Loaded, E> + Send + 'static,
) -> io::Result<Result<Ending, E>> {
    needs_terminal()?;
    let since = SystemTime::now();
    let channel = mpsc::channel();
    let (hand, loaded) = mpsc::channel();
    let bell = channel.0.clone();
    thread::spawn(move || {
        // Nobody waits any more where the browser was left meanwhile.
        let _ = hand.send(load());
        let _ = bell.send(Wake::Loaded);
    });
    let first = match loaded.recv_timeout(SOON) {
        Ok(Ok(loaded)) => Some(loaded),
        Ok(Err(error)) => return Ok(Err(error)),
        Err(RecvTimeoutError::Timeout) => None,
        Err(RecvTimeoutError::Disconnected) => return Err(io::Error::other("reading the timeline failed")),
    };
    let opened = Opened::new(&mut options, setup)?;
    let size = opened.size;
    let stage = if let Some(loaded) = first {
        open(loaded, options, size)
    } else {
        let early = Vec::new();
        Stage::Waiting(Box::new(Waiting { name: name.to_owned(), loaded, options, early, size }))
    };
    Ok(match opened.run(stage, Tie::Loose, setup, since, channel)? {
        End::Ending(ending) => Ok(ending),
        End::NotLoaded(error) => Err(error),
    })
}

/// See [`super::follow`].
pub(super) fn follow(mut options: Options, setup: Setup, role: Role, read: Reader) -> io::Result<Ending> {
    needs_terminal()?;
    let folder = Folder::of_user()?;
    let opened = Opened::new(&mut options, setup)?;
    let (pending, size) = (Pending::NoTalk, opened.size);
    let stage: Stage<Infallible> =
        Stage::Following(Box::new(Following { options: options.clone(), pending, size }));
    let channel = mpsc::channel();
    let sender = channel.0.clone();
    let follow = Follow::start(folder, move |heard| sender.send(Wake::Relay(heard)).is_ok());
    let tie = Tie::Follow(Box::new(Bound::new(follow, role, options, read)));
    match opened.run(stage, tie, setup, SystemTime::now(), channel)? {
        End::Ending(ending) => Ok(ending),
        End::NotLoaded(never) => match never {},
    }
}

fn needs_terminal() -> io::Result<()> {
    if io::stdout().is_terminal() {
        Ok(())
    } else {
        Err(io::Error::other("standard output is not a terminal"))
    }
}
