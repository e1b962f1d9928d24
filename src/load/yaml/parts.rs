//! A large text in parts, on all the processors there are.
//!
//! `serde_yaml` keeps every event of a document before it makes anything of them, so the parts also need less memory
//! than the whole.

use std::sync::Mutex;
use std::thread;

use super::node::Node;
use super::scan::Cut;

/// A smaller text is read as fast in one piece.
const SMALLEST: usize = 1 << 18;
/// About how many bytes a part has.
const PART: usize = 1 << 16;
/// More threads than this have nothing left to gain.
const THREADS: usize = 8;

/// A part of the text.
#[derive(Clone, Copy)]
enum Part<'a> {
    /// Keys of the whole mapping with their values; the last may have its list in the parts that follow.
    Keys(&'a str),
    /// Items of the list under the last key.
    Items(&'a str),
}

/// The mapping that `yaml` is, read in parts between `cuts`. `None` where it is too small for that, or where it is not
/// what it seems to be: then it has to be read as a whole.
pub(in crate::load) fn parse<'a>(yaml: &'a str, cuts: &[Cut]) -> Option<Node<'a>> {
    if yaml.len() < SMALLEST || cuts.is_empty() {
        return None;
    }
    let parts = divide(yaml, cuts);
    let nodes = read(&parts)?;
    let mut pairs: Vec<(Node<'_>, Node<'_>)> = Vec::new();
    for (part, node) in parts.iter().zip(nodes) {
        match (part, node) {
            (Part::Keys(_), Node::Map(more)) => pairs.extend(more),
            (Part::Items(_), Node::List(more)) => match &mut pairs.last_mut()?.1 {
                Node::List(items) => items.extend(more),
                empty @ Node::Null => *empty = Node::List(more),
                _ => return None,
            },
            _ => return None,
        }
    }
    Some(Node::Map(pairs))
}

/// The text in parts: each ends where a key follows items, items follow a key, or enough of one kind has come.
fn divide<'a>(yaml: &'a str, cuts: &[Cut]) -> Vec<Part<'a>> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut before = Cut::Key(0);
    let part = |kind, text| match kind {
        Cut::Key(_) => Part::Keys(text),
        Cut::Item(_) => Part::Items(text),
    };
    for cut in cuts.iter().skip(1) {
        let is_other = matches!((before, *cut), (Cut::Key(_), Cut::Item(_)) | (Cut::Item(_), Cut::Key(_)));
        if is_other || cut.at() - start >= PART {
            parts.push(part(before, &yaml[start..cut.at()]));
            start = cut.at();
        }
        before = *cut;
    }
    parts.push(part(before, &yaml[start..]));
    parts
}

fn read<'a>(parts: &[Part<'a>]) -> Option<Vec<Node<'a>>> {
    let waiting = Mutex::new(parts.iter().enumerate());
    let work = || {
        let mut done = Vec::new();
        loop {
            let Some((index, part)) = waiting.lock().ok()?.next() else { return Some(done) };
            let (Part::Keys(text) | Part::Items(text)) = *part;
            done.push((index, serde_yaml::from_str::<Node<'_>>(text).ok()?));
        }
    };
    let threads = thread::available_parallelism().map_or(1, usize::from).min(THREADS);
    let mut nodes = thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
        let mut nodes = work()?;
        for other in others {
            nodes.extend(other.join().ok()??);
        }
        Some(nodes)
    })?;
    nodes.sort_unstable_by_key(|(index, _)| *index);
    Some(nodes.into_iter().map(|(_, node)| node).collect())
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::super::{scan, syntax};
    use super::*;

    #[test]
    fn the_parts_make_the_whole() {
        let mut yaml = String::from("# first\ntitle: T\nsources:\n- {id: a, text: b}\nevents:\n");
        for index in 0..9_000 {
            let _ = writeln!(
                yaml,
                "  - id: e{index} # x\n    date: 19\n\n    exact: >\n      - words\n\n      more"
            );
            yaml += if index % 7 == 0 { "    tags:\n    - a\n    - [b, \"c\n\n - d\"]\n# c\n" } else { "" };
        }
        yaml += "places:\n- x\nlanguage: fr\n";
        let cuts = scan::outline(&yaml).unwrap().cuts;
        let parts = parse(&yaml, &cuts).unwrap();
        assert_eq!(parts, syntax::parse(&yaml).unwrap().0);
        assert!(parse("a: b\n", &[Cut::Key(0)]).is_none());
        let broken = yaml + "a: [\n";
        assert!(parse(&broken, &cuts).is_none());
    }
}
