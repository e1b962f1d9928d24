//! From the terminal as it was to the event loop, and back.

use std::convert::Infallible;
use std::io::{self, IsTerminal};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, SystemTime};

use super::background;
use super::link::{Follower, Link, Reader};
use super::platform::{self, Caught};
use super::screen::drawable;
use super::session::{Session, open};
use super::setup::{Ending, Load, Loaded, Setup};
use super::stage::{Following, Pending, Stage, Waiting};
use super::terminal::{Capabilities, Guard, Terminal};
use super::wake::{End, Wake};
use crate::app::Options;
use crate::briefing::ScreenKind;
use crate::load::Draft;
use crate::relay::{Folder, Follower as RelayFollower};
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
        let capabilities = Capabilities::of(&env("TERM").unwrap_or_default(), setup.mouse);
        let follows = matches!(options.theme, ThemeChoice::Auto(_));
        if let Some(guess) = env("COLORFGBG").and_then(|value| background::guess(&value)).filter(|_| follows)
        {
            options.theme = ThemeChoice::Auto(guess);
        }
        let terminal = Terminal::open(capabilities)?;
        // Until here the terminal has not been touched, and a signal does what it does to any program.
        let guard = Guard::new(Arc::clone(&terminal));
        let caught = platform::catch()?;
        let size = drawable(terminal.tty.size()?);
        Ok(Self {
            terminal,
            guard,
            caught,
            size,
            asks: follows && capabilities.extended && platform::HEARS_ANSWERS,
        })
    }

    /// Stays in the event loop, which begins with `stage`, until it is left.
    fn run<E>(
        self,
        stage: Stage<E>,
        link: Link,
        setup: Setup,
        since: SystemTime,
        channel: (Sender<Wake>, Receiver<Wake>),
    ) -> io::Result<End<E>> {
        let Self { terminal, guard, caught, asks, .. } = self;
        let mut session = Session::start(stage, terminal, caught, (setup, asks), since, channel)?;
        session.link = link;
        let end = session.run();
        if end.is_ok() {
            session.withdraw();
        }
        drop(guard);
        session.end();
        end
    }
}

/// Opens the browser on what `load` reads, and stays in it until it is left. Where reading takes long, the screen
/// says so meanwhile, calling what is read `name`, and can be left at once. An error of `load` is handed back with
/// the terminal as it was; where it comes soon, the terminal has not been touched.
///
/// # Errors
///
/// Standard output is no terminal, or the terminal refuses to be set up or written to.
pub fn run<E: Send + 'static>(
    name: &str,
    mut options: Options,
    setup: Setup,
    load: Load<E>,
) -> io::Result<Result<Ending, E>> {
    needs_terminal()?;
    let since = SystemTime::now();
    let channel = mpsc::channel();
    let reading = match load {
        Load::Done(read) => Reading::Done(read),
        Load::Aside(load) => Reading::begin(load, channel.0.clone()),
    };
    // Until somebody draws, the terminal is as it was.
    let opened = Opened::new(&mut options, setup)?;
    let (read, size) = (reading.soon()?, opened.size);
    let stage = match read {
        Reading::Done(read) => match *read {
            Ok(loaded) => open(loaded, options, size),
            Err(error) => return Ok(Err(error)),
        },
        Reading::Aside(loaded) => {
            let early = Vec::new();
            Stage::Waiting(Box::new(Waiting { name: name.to_owned(), loaded, options, early, size }))
        }
    };
    Ok(match opened.run(stage, Link::None, setup, since, channel)? {
        End::Ending(ending) => Ok(ending),
        End::NotLoaded(error) => Err(error),
    })
}

/// What is read, or where it will come from.
enum Reading<E> {
    Done(Box<Result<Loaded, E>>),
    Aside(Receiver<Result<Loaded, E>>),
}

impl<E: Send + 'static> Reading<E> {
    /// Reads on a thread of its own, which rings the bell at the end.
    fn begin(load: Box<dyn FnOnce() -> Result<Loaded, E> + Send>, bell: Sender<Wake>) -> Self {
        let (hand, loaded) = mpsc::channel();
        thread::spawn(move || {
            // Nobody waits any more where the browser was left meanwhile.
            let _ = hand.send(load());
            let _ = bell.send(Wake::Loaded);
        });
        Self::Aside(loaded)
    }

    /// Waits a moment for it.
    fn soon(self) -> io::Result<Self> {
        let Self::Aside(loaded) = self else { return Ok(self) };
        match loaded.recv_timeout(SOON) {
            Ok(read) => Ok(Self::Done(Box::new(read))),
            Err(RecvTimeoutError::Timeout) => Ok(Self::Aside(loaded)),
            Err(RecvTimeoutError::Disconnected) => Err(io::Error::other("reading the timeline failed")),
        }
    }
}

/// Follows the briefing that is being given on this machine, as `role`, until it is left. `read` reads its timeline:
/// the built-in one where there is no path.
///
/// # Errors
///
/// Standard output is no terminal, the terminal refuses to be set up or written to, or there is no folder for sockets.
pub fn follow(
    mut options: Options,
    setup: Setup,
    role: ScreenKind,
    read: impl Fn(Option<&Path>) -> Result<Draft, String> + Send + Sync + 'static,
) -> io::Result<Ending> {
    needs_terminal()?;
    let read: Reader = Arc::new(read);
    let folder = Folder::of_user()?;
    let opened = Opened::new(&mut options, setup)?;
    let (pending, size) = (Pending::NoBriefing, opened.size);
    let stage: Stage<Infallible> =
        Stage::Following(Box::new(Following { options: options.clone(), pending, size }));
    let channel = mpsc::channel();
    let sender = channel.0.clone();
    let follow = RelayFollower::start(folder, move |heard| sender.send(Wake::Relay(heard)).is_ok());
    let link = Link::Follower(Box::new(Follower::new(follow, role, options, read)));
    match opened.run(stage, link, setup, SystemTime::now(), channel)? {
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
