//! The values we look for, as a tree of their own, and the walk over the YAML that finds them.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span};

use super::super::patch::Patched;

use crate::load::diagnostics::Step;

/// A stretch of the text in bytes, and how it is written where it is a scalar.
#[derive(Clone, Copy, Debug)]
pub(super) struct Region {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) style: Option<ScalarStyle>,
}

/// A value we look for, or one on the way to it.
#[derive(Debug, Default)]
struct Sight {
    parent: Option<usize>,
    by_key: HashMap<&'static str, usize>,
    by_item: HashMap<usize, usize>,
    wants_text: bool,
    key: Option<Region>,
    value: Option<Region>,
    text: Option<String>,
}

/// All values we look for; the first is the root of the document. Nothing is ever taken out, so a number that
/// was handed out stays good.
#[derive(Debug)]
pub(super) struct Targets(Vec<Sight>);

impl Default for Targets {
    fn default() -> Self {
        Self(vec![Sight::default()])
    }
}

impl Targets {
    /// Looks for the value at `path` too, and keeps its text where that is wanted.
    pub(super) fn add(&mut self, path: &[Step], wants_text: bool) -> usize {
        let mut this = 0;
        for step in path {
            let next = self.0.len();
            let sight = &mut self.0[this];
            let child = match step {
                Step::Key(key) => *sight.by_key.entry(key).or_insert(next),
                Step::Item(index) => *sight.by_item.entry(*index).or_insert(next),
            };
            if child == next {
                self.0.push(Sight { parent: Some(this), ..Sight::default() });
            }
            this = child;
        }
        self.0[this].wants_text |= wants_text;
        this
    }

    /// The key that leads to a value.
    pub(super) fn key(&self, sight: usize) -> Option<&Region> {
        self.0[sight].key.as_ref()
    }

    /// A value, or the nearest one around it that was found.
    pub(super) fn value(&self, mut sight: usize) -> Option<&Region> {
        loop {
            if let Some(region) = &self.0[sight].value {
                return Some(region);
            }
            sight = self.0[sight].parent?;
        }
    }

    /// The text of a value, where it is a scalar and its text was wanted.
    pub(super) fn text(&self, sight: usize) -> Option<&str> {
        self.0[sight].text.as_deref()
    }

    /// Finds what is sought in the first document of `text`, as far as it can be read.
    pub(super) fn walk(&mut self, text: &str) {
        if self.walk_through(text, &|byte| byte).is_ok() {
            return;
        }
        // The two parsers differ about a few forms, which can be written so that both read them.
        if let Some(patched) = Patched::for_both(text) {
            self.forget();
            let _ = self.walk_through(patched.text(), &|byte| patched.original(byte));
        }
    }

    /// Forgets where everything is.
    fn forget(&mut self) {
        for sight in &mut self.0 {
            (sight.key, sight.value, sight.text) = (None, None, None);
        }
    }

    fn walk_through(&mut self, text: &str, original: &dyn Fn(usize) -> usize) -> Result<(), ScanError> {
        let bytes = Bytes::new(text, original);
        let mut walk = Walk { targets: self, frames: Vec::new(), unplaced: Vec::new(), bytes };
        for event in Parser::new_from_str(text) {
            let (event, span) = event?;
            match event {
                Event::Scalar(value, style, ..) => {
                    let region = walk.bytes.region(span, Some(style));
                    walk.place_waiting(region);
                    walk.value(region, Some(&value));
                }
                Event::Alias(_) => {
                    let region = walk.bytes.region(span, None);
                    walk.place_waiting(region);
                    walk.value(region, None);
                }
                Event::SequenceStart(..) => walk.open(span, false),
                Event::MappingStart(..) => walk.open(span, true),
                Event::SequenceEnd | Event::MappingEnd => {
                    walk.frames.pop();
                }
                Event::DocumentEnd => break,
                Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) => {}
            }
        }
        Ok(())
    }
}

/// A list or mapping the walk is inside of.
struct Frame {
    sights: Vec<usize>,
    is_map: bool,
    /// How many items or pairs came before.
    index: usize,
    /// The key whose value comes next.
    key: Option<(Option<String>, Region)>,
}

struct Walk<'a> {
    targets: &'a mut Targets,
    frames: Vec<Frame>,
    /// Block lists and mappings whose first scalar has not come yet. They have no sign of their own to point
    /// at, so they are placed at that scalar.
    unplaced: Vec<usize>,
    bytes: Bytes<'a>,
}

impl Walk<'_> {
    fn place_waiting(&mut self, region: Region) {
        for sight in self.unplaced.drain(..) {
            self.targets.0[sight].value = Some(Region { style: None, ..region });
        }
    }

    fn open(&mut self, span: Span, is_map: bool) {
        let region = self.bytes.region(span, None);
        let sights = self.value(region, None);
        if region.start == region.end {
            self.unplaced.extend(&sights);
        }
        self.frames.push(Frame { sights, is_map, index: 0, key: None });
    }

    /// Takes the value at `region`, and answers which of the sought values it is.
    fn value(&mut self, region: Region, text: Option<&str>) -> Vec<usize> {
        let Some(frame) = self.frames.last_mut() else { return self.found(vec![0], None, region, text) };
        if frame.is_map && frame.key.is_none() {
            let is_wanted = !frame.sights.is_empty();
            frame.key = Some((text.filter(|_| is_wanted).map(str::to_owned), region));
            return Vec::new();
        }
        let index = frame.index;
        frame.index += 1;
        let key = frame.key.take();
        let mut sights = Vec::new();
        for sight in &frame.sights {
            let parent = &self.targets.0[*sight];
            let by_key = key.as_ref().and_then(|(text, _)| parent.by_key.get(text.as_deref()?));
            // The first pair with a key counts.
            sights.extend(by_key.filter(|child| self.targets.0[**child].value.is_none()));
            sights.extend(parent.by_item.get(&index));
        }
        self.found(sights, key.map(|(_, region)| region), region, text)
    }

    fn found(
        &mut self,
        sights: Vec<usize>,
        key: Option<Region>,
        value: Region,
        text: Option<&str>,
    ) -> Vec<usize> {
        for sight in &sights {
            let sight = &mut self.targets.0[*sight];
            sight.key = key;
            sight.value = Some(value);
            sight.text = text.filter(|_| sight.wants_text).map(str::to_owned);
        }
        sights
    }
}

/// Turns character positions, which come nearly in order, into bytes.
struct Bytes<'a> {
    text: &'a str,
    /// How many characters come before the place it has come to.
    chars: usize,
    /// How many bytes do.
    at: usize,
    /// From a byte of the text to the byte of the file.
    original: &'a dyn Fn(usize) -> usize,
}

impl<'a> Bytes<'a> {
    fn new(text: &'a str, original: &'a dyn Fn(usize) -> usize) -> Self {
        Self { text, chars: 0, at: 0, original }
    }

    fn region(&mut self, span: Span, style: Option<ScalarStyle>) -> Region {
        let (start, end) = (self.byte(span.start.index()), self.byte(span.end.index()));
        let (start, end) = ((self.original)(start), (self.original)(end));
        Region { start, end: end.max(start), style }
    }

    fn byte(&mut self, index: usize) -> usize {
        while self.chars < index {
            let Some(c) = self.text[self.at..].chars().next() else { break };
            self.chars += 1;
            self.at += c.len_utf8();
        }
        while self.chars > index {
            let Some(c) = self.text[..self.at].chars().next_back() else { break };
            self.chars -= 1;
            self.at -= c.len_utf8();
        }
        self.at
    }
}
