//! What stands in the file and is lost on the way: how a number was written, what follows a ` #`, an anchor.
//!
//! YAML allows all of this, and in a text it is hardly ever meant. The parser that makes the tree does not tell of it,
//! so another one looks, and only at a file that seems to have such a thing.

use std::collections::BTreeMap;
use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, Span};

use super::super::rules::reading::{CUT_BY_COMMENT, UNUSED_ANCHOR};
use super::super::schema::keys::{Holds, Object, TIMELINE};
use super::super::yaml::{Patched, is_odd_number, single_quoted};
use crate::load::diagnostics::{Applicability, Change, Finding, Spot, said};

/// The text with those numbers in quotation marks that stand where a text is meant, and that YAML would change:
/// `0x7CC`, `+33`. `None` where there are none.
pub(in crate::load) fn as_written(yaml: &str) -> Option<Patched> {
    let mut edits = Vec::new();
    scalars(yaml, |scalar| {
        let is_text = !matches!(scalar.holds, Some(Holds::Degrees(_)) | None);
        if scalar.is_plain && is_text && is_odd_number(scalar.value.as_bytes()) {
            edits.push((scalar.bytes.clone(), format!("'{}'", scalar.value)));
        }
    });
    Patched::new(yaml, edits)
}

/// The texts that a comment cuts, and the anchors that nothing refers to.
pub(in crate::load) fn slips(yaml: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    let unused = scalars(yaml, |scalar| {
        let is_text = matches!(scalar.holds, Some(Holds::Text | Holds::Said | Holds::Words));
        if scalar.is_plain && is_text {
            findings.extend(cut_by_comment(yaml, scalar));
        }
    });
    findings.extend(unused.iter().map(|value| unused_anchor(yaml, value)));
    findings
}

fn cut_by_comment(yaml: &str, scalar: &Scalar<'_>) -> Option<Finding> {
    let after = &yaml[scalar.bytes.end..];
    let cut = after.trim_start_matches([' ', '\t']);
    if cut.len() == after.len() || !cut.starts_with('#') {
        return None;
    }
    let rest = after.lines().next()?;
    let cut = cut.lines().next()?;
    let end = scalar.bytes.end + rest.trim_end().len();
    let start = scalar.bytes.end + rest.len() - cut.len();
    let whole = yaml[scalar.bytes.start..end].to_owned();
    let cut = cut.trim_end();
    let message = said!(
        en: "` #` begins a comment, so `{cut}` is not part of the text",
        fr: "` #` commence un commentaire\u{a0}: `{cut}` ne fait pas partie du texte",
    );
    let finding = Finding::new(&CUT_BY_COMMENT, Spot::Bytes(start..end), message)
        .label(said!(en: "cut off", fr: "coupé"));
    if whole.contains('\n') {
        return Some(finding.help(said!(
            en: "put the whole text in quotation marks, or the comment on a line of its own",
            fr: "mettez tout le texte entre guillemets droits, ou le commentaire sur une ligne à part",
        )));
    }
    let quoted = single_quoted(&whole);
    let help = said!(
        en: "write `{quoted}`, or put the comment on a line of its own",
        fr: "écrivez `{quoted}`, ou mettez le commentaire sur une ligne à part",
    );
    let put = said!(en: "put the whole text in quotation marks", fr: "mettre tout le texte entre guillemets droits");
    let spot = Spot::Bytes(scalar.bytes.start..end);
    Some(finding.help(help).fix_at(spot, Applicability::MaybeIncorrect, put, Change::Raw(quoted)))
}

fn unused_anchor(yaml: &str, value: &Anchored) -> Finding {
    // The anchor stands right before its value; in a flow list the value is told to begin with it.
    let at = value.bytes.start;
    let start = if yaml[at..].starts_with('&') { at } else { yaml[..at].rfind('&').unwrap_or(at) };
    let rest = &yaml[start..];
    let length = rest.find(|c: char| c.is_whitespace() || ",[]{}".contains(c)).unwrap_or(rest.len());
    let anchor = &rest[..length];
    // Not the rest of the line: in a flow list, other values follow.
    let text = yaml[start..value.bytes.end.max(start + length)].trim_end();
    let message = said!(
        en: "nothing refers to the anchor `{anchor}`, and YAML takes it out of the text",
        fr: "rien ne renvoie à l’ancre `{anchor}`, et YAML la retire du texte",
    );
    let finding = Finding::new(&UNUSED_ANCHOR, Spot::Bytes(start..start + length), message);
    if !value.is_scalar || text.contains(['\n', '\r']) {
        return finding.help(said!(
            en: "put the whole text in quotation marks if it is part of it; else take it out",
            fr: "mettez tout le texte entre guillemets droits si elle en fait partie\u{a0}; sinon, retirez-la",
        ));
    }
    let quoted = single_quoted(text);
    let help = said!(
        en: "write `{quoted}` if it is part of the text; else take it out",
        fr: "écrivez `{quoted}` si elle fait partie du texte\u{a0}; sinon, retirez-la",
    );
    let put = said!(en: "put the text in quotation marks", fr: "mettre le texte entre guillemets droits");
    let spot = Spot::Bytes(start..start + text.len());
    finding.help(help).fix_at(spot, Applicability::MaybeIncorrect, put, Change::Raw(quoted))
}

/// A value that an anchor stands before.
#[derive(Debug)]
struct Anchored {
    bytes: Range<usize>,
    is_scalar: bool,
}

/// A scalar that is a value of the timeline.
struct Scalar<'a> {
    value: &'a str,
    /// Where it stands, without the white space behind it.
    bytes: Range<usize>,
    is_plain: bool,
    /// What is meant there; `None` where nothing is known to be.
    holds: Option<Holds>,
}

/// A list or mapping that has not ended.
enum Open {
    List(Option<Holds>),
    /// A mapping of known keys, and the key whose value comes next.
    Keys(Option<&'static Object>, Option<String>),
    /// A text in several languages; whether a value comes next.
    Languages(Holds, bool),
}

/// Shows every scalar of the first document to `look`, as far as it can be read, and answers the values whose anchors
/// nothing refers to.
fn scalars(yaml: &str, mut look: impl FnMut(&Scalar<'_>)) -> Vec<Anchored> {
    let mut open: Vec<Open> = Vec::new();
    // By the number of the anchor, which grows.
    let mut anchors: BTreeMap<usize, Anchored> = BTreeMap::new();
    let mut bytes = Bytes { text: yaml, chars: 0, at: 0 };
    for event in Parser::new_from_str(yaml) {
        let Ok((event, span)) = event else { break };
        match event {
            Event::Scalar(value, style, anchor, _) => {
                let stands = bytes.of(span);
                if anchor != 0 {
                    anchors.insert(anchor, Anchored { bytes: stands.clone(), is_scalar: true });
                }
                if let Node::Value(holds) = next(&mut open, Some(&value)) {
                    let is_plain = style == ScalarStyle::Plain;
                    look(&Scalar { value: &value, bytes: stands, is_plain, holds });
                }
            }
            Event::Alias(anchor) => {
                anchors.remove(&anchor);
                next(&mut open, None);
            }
            Event::SequenceStart(anchor, _) | Event::MappingStart(anchor, _) => {
                if anchor != 0 {
                    anchors.insert(anchor, Anchored { bytes: bytes.of(span), is_scalar: false });
                }
                let is_list = matches!(event, Event::SequenceStart(..));
                let holds = if open.is_empty() {
                    Some(Holds::One(&TIMELINE))
                } else {
                    match next(&mut open, None) {
                        Node::Key => None,
                        Node::Value(holds) => holds,
                    }
                };
                open.push(match holds {
                    Some(Holds::Many(item)) if is_list => Open::List(Some(*item)),
                    _ if is_list => Open::List(None),
                    Some(Holds::One(object)) => Open::Keys(Some(object), None),
                    Some(holds @ (Holds::Text | Holds::Said)) => Open::Languages(holds, false),
                    _ => Open::Keys(None, None),
                });
            }
            Event::SequenceEnd | Event::MappingEnd => drop(open.pop()),
            Event::DocumentEnd => break,
            _ => {}
        }
    }
    anchors.into_values().collect()
}

/// What a node of a file is.
enum Node {
    /// A key, or nothing that belongs to a timeline.
    Key,
    /// A value, and what it may hold; `None` where no such key is known.
    Value(Option<Holds>),
}

/// What the node is that comes next. `text` is the node where it is a scalar.
fn next(open: &mut [Open], text: Option<&str>) -> Node {
    match open.last_mut() {
        None => Node::Key,
        Some(Open::List(holds)) => Node::Value(*holds),
        Some(Open::Languages(holds, is_value)) => {
            *is_value = !*is_value;
            if *is_value { Node::Key } else { Node::Value(Some(*holds)) }
        }
        Some(Open::Keys(object, key)) => match key.take() {
            None => {
                *key = Some(text.unwrap_or_default().to_owned());
                Node::Key
            }
            Some(key) => Node::Value(object.and_then(|object| Some(object.key(&key)?.holds))),
        },
    }
}

/// Turns the positions of characters, which come in order, into bytes.
struct Bytes<'a> {
    text: &'a str,
    chars: usize,
    at: usize,
}

impl Bytes<'_> {
    fn of(&mut self, span: Span) -> Range<usize> {
        let start = self.byte(span.start.index());
        let length: usize = self.text[start..]
            .chars()
            .take(span.end.index().saturating_sub(span.start.index()))
            .map(char::len_utf8)
            .sum();
        let stands = self.text[start..start + length].trim_end();
        start..start + stands.len()
    }

    fn byte(&mut self, index: usize) -> usize {
        let Some(ahead) = index.checked_sub(self.chars) else {
            return self.text.char_indices().nth(index).map_or(self.text.len(), |(byte, _)| byte);
        };
        self.at += self.text[self.at..].chars().take(ahead).map(char::len_utf8).sum::<usize>();
        self.chars = index;
        self.at
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn numbers_keep_how_they_were_written_where_a_text_is_meant() {
        let yaml = "title: 0x7CC\nplaces:\n- {id: +33, name: {fr: 0o17, en: '0x1'}, latitude: +33}\n";
        let patched = as_written(yaml).unwrap();
        let expected =
            "title: '0x7CC'\nplaces:\n- {id: '+33', name: {fr: '0o17', en: '0x1'}, latitude: +33}\n";
        assert_eq!(patched.text(), expected);
        assert!(as_written("title: 33\nevents: []\n").is_none());
    }

    #[test]
    fn what_is_cut_off_is_shown() {
        let yaml = "title: été # A\nlanguage: fr # fine\nsources:\n- id: a # fine\n  text: a.txt # fine\n  author: {fr: x # B\n    }\nevents:\n- id: e\n  date: 1 # fine\n  tags: [c # D\n    ]\n  title: &amp it\n  quotes:\n  - exact: it's # 2\n";
        let found: Vec<_> = slips(yaml)
            .into_iter()
            .map(|finding| {
                let Spot::Bytes(bytes) = finding.spot else { panic!("{:?}", finding.spot) };
                (finding.rule.code, yaml[bytes].to_owned())
            })
            .collect();
        let cut = |text: &str| ("cut-by-comment", text.to_owned());
        let expected = [cut("# A"), cut("# B"), cut("# D"), cut("# 2"), ("unused-anchor", "&amp".to_owned())];
        assert_eq!(found, expected);
        let help = slips("events:\n- title: it's # 2\n").remove(0).help.unwrap();
        assert!(help.in_language(Lang::En).starts_with("write `'it''s # 2'`"), "{help:?}");
    }

    #[test]
    fn an_anchor_is_put_in_quotation_marks_with_its_own_value_only() {
        let offered = |yaml: &str| -> Vec<Option<String>> {
            let edits = slips(yaml).into_iter().map(|finding| finding.fixes.into_iter().next());
            let edits = edits.map(|fix| match fix.map(|fix| (fix.spot, fix.change)) {
                Some((Spot::Bytes(bytes), Change::Raw(raw))) => {
                    assert_eq!(raw.trim_matches('\''), yaml[bytes].replace('\'', "''"));
                    Some(raw)
                }
                _ => None,
            });
            edits.collect()
        };
        let quoted = |text: &str| Some(text.to_owned());
        assert_eq!(offered("title: &Co and others\n"), [quoted("'&Co and others'")]);
        assert_eq!(offered("title: &Co\nevents: []\n"), [quoted("'&Co'")]);
        assert_eq!(offered("tags: [&a x, &b y]\n"), [quoted("'&a x'"), quoted("'&b y'")]);
        assert_eq!(offered("tags: &a [x, y]\nx: &b\n  y: z\ntitle: &c one\n  two\n"), [None, None, None]);
        let many = (0..4_000).map(|n| format!("&a{n} x")).collect::<Vec<_>>();
        let expected: Vec<_> = many.iter().map(|text| Some(format!("'{text}'"))).collect();
        assert_eq!(offered(&format!("tags: [{}]\n", many.join(","))), expected);
    }

    #[test]
    fn an_anchor_that_an_alias_refers_to_is_not_told_of() {
        let many = 0..4_000;
        let anchors = many.clone().map(|n| format!("- &a{n} x\n"));
        // Every fourth has no alias, and some have two.
        let aliases = many.clone().filter(|n| n % 4 != 0).flat_map(|n| vec![format!("- *a{n}\n"); n % 3 + 1]);
        let yaml = anchors.chain(aliases).collect::<String>();
        let told = slips(&yaml).into_iter().map(|finding| match finding.spot {
            Spot::Bytes(bytes) => yaml[bytes].to_owned(),
            spot @ Spot::Node(..) => panic!("{spot:?}"),
        });
        assert!(told.eq(many.step_by(4).map(|n| format!("&a{n}"))));
    }
}
