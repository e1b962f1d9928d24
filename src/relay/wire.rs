//! What goes over a socket: a greeting, and lines of JSON.

use std::io::{self, BufRead, BufReader, Read, Write};

use interprocess::local_socket::Stream;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What is said first. Whoever says something else is another version of the program, or another program.
const GREETING: &str = "frise briefing 1";

/// No line is longer; whoever sends one is not listened to any more.
const LONGEST: u64 = 64 * 1024;

/// What comes in, line by line.
pub(super) struct Lines<'a> {
    reader: BufReader<&'a Stream>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(stream: &'a Stream) -> Self {
        Self { reader: BufReader::new(stream) }
    }

    /// The next line; `None` where there is none, or none that can be listened to.
    fn line(&mut self) -> Option<String> {
        let mut line = String::new();
        self.reader.by_ref().take(LONGEST).read_line(&mut line).ok()?;
        line.strip_suffix('\n').map(str::to_owned)
    }

    /// Whether the greeting is the one of this version; `None` where nothing came.
    pub(super) fn read_greeting(&mut self) -> Option<bool> {
        self.line().map(|line| line == GREETING)
    }

    /// What is said, until nothing more is, or an empty line says so. What makes no sense is passed over.
    pub(super) fn said<T: DeserializeOwned>(mut self) -> impl Iterator<Item = T> + use<'a, T> {
        let lines = std::iter::from_fn(move || self.line()).take_while(|line| !line.is_empty());
        lines.filter_map(|line| serde_json::from_str(&line).ok())
    }
}

pub(super) fn greet(mut stream: &Stream) -> io::Result<()> {
    stream.write_all(format!("{GREETING}\n").as_bytes())
}

/// `what` as a line.
pub(super) fn line(what: &impl Serialize) -> io::Result<String> {
    Ok(serde_json::to_string(what)? + "\n")
}
