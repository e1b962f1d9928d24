//! Refuses what would cost the reader of YAML its time or memory, before it gets to see it.
//!
//! `serde_yaml` needs 12 seconds for 100,000 opening brackets, and lets a megabyte of aliases grow to ten
//! gigabytes. An event-level parser has neither weakness, so every file that could hold such a thing is first
//! run through it. Most files cannot, which their bytes show.

use std::collections::HashMap;
use std::ops::Range;

use saphyr_parser::{Event, Parser, Span};

use super::super::rules::reading;
use super::mistake;
use super::scan::{self, Outline};
use crate::load::diagnostics::Rule;
use crate::load::diagnostics::{Finding, Localized, Spot, said};

/// How deep lists and mappings may lie in each other.
const DEPTH: usize = 64;
/// How many values a file may hold, some 100,000 events.
const VALUES: usize = 4_000_000;
/// How many values, and how many bytes of text, all aliases together may stand for.
const ALIASED: Weight = Weight { values: 100_000, bytes: 8 << 20 };
/// How many `%` directives there may be; `serde_yaml` compares each with each.
const DIRECTIVES: usize = 64;
/// A file up to this size holds too few values to fill the memory, however deep they lie.
const SMALL: usize = 1 << 18;
/// `serde_yaml` looks at every open bracket again for every token. Up to this many looks it needs less than a
/// tenth of a second.
const LOOKS: usize = 50_000_000;

/// Whether `text` can be read at a cost in proportion to its size; otherwise what forbids it. What its bytes show is
/// handed on; `None` where that took a parser.
pub(in crate::load) fn check(text: &str) -> Result<Option<Outline>, Box<Finding>> {
    let lines = memchr::memmem::find_iter(text.as_bytes(), b"\n%").count();
    let directives = lines + usize::from(text.starts_with('%'));
    if directives > DIRECTIVES {
        let message = said!(
            en: "more than {DIRECTIVES} lines begin with `%`",
            fr: "plus de {DIRECTIVES} lignes commencent par `%`",
        );
        return refuse(&reading::TOO_LARGE, 0..0, message).map(|()| None);
    }
    match scan::outline(text) {
        Some(seen) if seen.depth <= DEPTH && seen.values <= VALUES => Ok(Some(seen)),
        _ if is_small_and_plain(text) => Ok(None),
        _ => Weigher::default().weigh(text).map(|()| None),
    }
}

/// Whether `text` has no anchor, so no alias, and too few brackets for its size to cost much.
fn is_small_and_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let may_come_before_an_anchor = |byte: u8| byte.is_ascii_whitespace() || b"[{,:".contains(&byte);
    let has_anchor = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'&').any(|(at, _)| {
        at.checked_sub(1)
            .is_none_or(|before| may_come_before_an_anchor(bytes[before]) || bytes[before] >= 128)
    });
    let brackets = bytes.iter().filter(|byte| matches!(byte, b'[' | b'{')).count();
    text.len() <= SMALL && !has_anchor && brackets.saturating_mul(text.len()) <= LOOKS
}

fn refuse(rule: &'static Rule, bytes: Range<usize>, message: Localized) -> Result<(), Box<Finding>> {
    let finding = Finding::new(rule, Spot::Bytes(bytes), message);
    Err(Box::new(match rule.code {
        "alias-bomb" => finding.help(said!(
            en: "write out what the aliases stand for",
            fr: "écrivez ce que les alias remplacent",
        )),
        _ => finding,
    }))
}

/// What a value holds, aliases written out.
#[derive(Clone, Copy, Default)]
struct Weight {
    values: usize,
    bytes: usize,
}

impl Weight {
    // No sum of two weights overflows: none is let grow far beyond the limits.
    fn add(&mut self, other: Self) {
        self.values += other.values;
        self.bytes += other.bytes;
    }
}

/// A list or mapping that has not ended.
struct Open {
    anchor: usize,
    weight: Weight,
}

#[derive(Default)]
struct Weigher {
    open: Vec<Open>,
    anchored: HashMap<usize, Weight>,
    values: usize,
    aliased: Weight,
}

impl Weigher {
    fn weigh(mut self, text: &str) -> Result<(), Box<Finding>> {
        for event in Parser::new_from_str(text) {
            match event {
                Ok((event, span)) => self.take(text, &event, span)?,
                // The scanner looks ahead of its events, so it may see too many brackets before we do.
                Err(error) if error.info() == "recursion limit exceeded" => {
                    return too_deep(text, error.marker().index());
                }
                Err(error) => {
                    let at = byte(text, error.marker().index());
                    return Err(Box::new(mistake::explain(text, at, error.info())));
                }
            }
        }
        Ok(())
    }

    fn take(&mut self, text: &str, event: &Event<'_>, span: Span) -> Result<(), Box<Finding>> {
        match event {
            Event::SequenceStart(anchor, _) | Event::MappingStart(anchor, _) => {
                self.open.push(Open { anchor: *anchor, weight: Weight { values: 1, bytes: 0 } });
            }
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(open) = self.open.pop() {
                    self.close(open.anchor, open.weight);
                }
                return Ok(());
            }
            Event::Scalar(value, _, anchor, _) => {
                self.close(*anchor, Weight { values: 1, bytes: value.len() });
            }
            Event::Alias(anchor) => {
                let Some(weight) = self.anchored.get(anchor).copied() else {
                    let message = said!(
                        en: "an alias stands inside the value it stands for",
                        fr: "un alias est dans la valeur qu’il remplace",
                    );
                    return refuse(&reading::ALIAS_BOMB, bytes(text, span), message);
                };
                self.aliased.add(weight);
                self.close(0, weight);
            }
            _ => return Ok(()),
        }
        self.values += 1;
        self.judge(text, span)
    }

    fn close(&mut self, anchor: usize, weight: Weight) {
        if anchor != 0 {
            self.anchored.insert(anchor, weight);
        }
        if let Some(open) = self.open.last_mut() {
            open.weight.add(weight);
        }
    }

    fn judge(&self, text: &str, span: Span) -> Result<(), Box<Finding>> {
        if self.open.len() > DEPTH {
            return too_deep(text, span.start.index());
        }
        if self.aliased.values > ALIASED.values || self.aliased.bytes > ALIASED.bytes {
            let message = said!(
                en: "the aliases stand for more than a timeline can hold",
                fr: "les alias remplacent plus qu’une frise ne peut contenir",
            );
            return refuse(&reading::ALIAS_BOMB, bytes(text, span), message);
        }
        if self.values > VALUES {
            let message = said!(
                en: "the file holds more than {VALUES} values",
                fr: "le fichier contient plus de {VALUES} valeurs",
            );
            return refuse(&reading::TOO_LARGE, bytes(text, span), message);
        }
        Ok(())
    }
}

fn too_deep(text: &str, index: usize) -> Result<(), Box<Finding>> {
    let at = byte(text, index);
    let message = said!(
        en: "lists and mappings lie more than {DEPTH} deep in each other",
        fr: "listes et tables sont imbriquées sur plus de {DEPTH} niveaux",
    );
    refuse(&reading::TOO_DEEP, at..at, message)
}

fn bytes(text: &str, span: Span) -> Range<usize> {
    byte(text, span.start.index())..byte(text, span.end.index())
}

/// The byte at which the character `index` begins.
fn byte(text: &str, index: usize) -> usize {
    text.char_indices().nth(index).map_or(text.len(), |(byte, _)| byte)
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;

    fn code(text: &str) -> Option<&'static str> {
        check(text).err().map(|finding| finding.rule.code)
    }

    fn levels(first: &str, level: impl Fn(usize) -> String) -> String {
        (1..20).fold(first.to_owned(), |mut all, index| {
            let _ = writeln!(all, "{}", level(index));
            all
        })
    }

    #[test]
    fn bombs_are_refused() {
        let many = 100_000;
        let tenfold = |open: &str, close: &str| {
            levels("a0: &a0 x\n", |level| {
                let alias = format!("*a{}", level - 1);
                format!("a{level}: &a{level} {open}{}{close}", vec![alias; 10].join(", "))
            })
        };
        let merged = levels("a0: &a0 {k: v}\n", |level| {
            format!("a{level}: &a{level}\n  l: *a{0}\n  r: *a{0}\n  <<: *a{0}\n  s: *a{0}", level - 1)
        });
        let long = format!("a: &a {}\nb:\n{}", "x".repeat(100_000), "- *a\n".repeat(1_000));
        let indented: Vec<String> = (0..2_000).map(|depth| " ".repeat(depth) + "a:\n").collect();
        for (name, text, expected) in [
            ("brackets", "[".repeat(many), "too-deep"),
            ("brackets on lines", "[\n".repeat(many), "too-deep"),
            ("braces", "{".repeat(many), "too-deep"),
            ("nested pairs", "{a: ".repeat(many), "too-deep"),
            ("brackets hidden by texts", "[\"]\",\n".repeat(many), "too-deep"),
            ("dashes", format!("{} &a x", "- ".repeat(many)), "too-deep"),
            ("questions", format!("{} &a x", "? ".repeat(many)), "too-deep"),
            ("indented mappings", indented.concat(), "too-deep"),
            ("lists of aliases", tenfold("[", "]"), "alias-bomb"),
            ("merge keys", merged, "alias-bomb"),
            ("one long text", long, "alias-bomb"),
            ("an alias of itself", "a: &a [*a]".to_owned(), "alias-bomb"),
            ("no YAML, and an anchor", "a: &a b\nc: [d\n".to_owned(), "yaml-syntax"),
            ("directives", "%TAG !a! b\n".repeat(1_000), "too-large"),
        ] {
            assert_eq!(code(&text), Some(expected), "{name}");
        }
        let nearly_full = Weigher { values: VALUES - 1, ..Weigher::default() };
        assert_eq!(nearly_full.weigh("[a]").unwrap_err().rule.code, "too-large");
    }

    #[test]
    fn honest_files_pass() {
        let anchors: Vec<String> = (0..100_000).map(|index| format!("- &a{index} x\n")).collect();
        for text in [
            "a: &a [x, y]\nb: *a\nc: *a\n",
            "a: \"[[[[ {{{{\"\nb: Q&A",
            &format!("a: \"{}\"\nb: &b c", "[".repeat(100_000)),
            &anchors.concat(),
            "",
        ] {
            assert_eq!(code(text), None);
        }
    }
}
