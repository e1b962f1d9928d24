//! Random damage to a good timeline: never a panic, never a problem without a line.

use proptest::prelude::*;

use super::*;
use crate::i18n::Lang;
use crate::load::diagnostics::drawing::{Verdict, render};

#[derive(Clone, Copy, Debug)]
enum Damage {
    DeleteByte,
    ReplaceByte(u8),
    InsertByte(u8),
    DeleteLine,
    DuplicateLine,
    Indent,
}

fn damage() -> impl Strategy<Value = (usize, Damage)> {
    let byte =
        prop_oneof![proptest::sample::select(b"[]{}:,-'\"&*!|>%@#? \t\n\r~\xff\x1b0a".to_vec()), any::<u8>()];
    let kind = prop_oneof![
        Just(Damage::DeleteByte),
        byte.clone().prop_map(Damage::ReplaceByte),
        byte.prop_map(Damage::InsertByte),
        Just(Damage::DeleteLine),
        Just(Damage::DuplicateLine),
        Just(Damage::Indent),
    ];
    (any::<usize>(), kind)
}

fn apply(bytes: &mut Vec<u8>, at: usize, damage: Damage) {
    let at = at % bytes.len();
    let start = bytes[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
    let end =
        bytes[at..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |newline| at + newline + 1);
    match damage {
        Damage::DeleteByte => drop(bytes.remove(at)),
        Damage::ReplaceByte(byte) => bytes[at] = byte,
        Damage::InsertByte(byte) => bytes.insert(at, byte),
        Damage::DeleteLine => drop(bytes.drain(start..end)),
        Damage::DuplicateLine => drop(bytes.splice(end..end, bytes[start..end].to_vec())),
        Damage::Indent => drop(bytes.splice(start..start, *b"  ")),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damage_is_reported_on_a_line_of_the_file(damages in proptest::collection::vec(damage(), 1..6)) {
        let mut bytes = GOOD.as_bytes().to_vec();
        for (at, damage) in damages {
            apply(&mut bytes, at, damage);
            if bytes.is_empty() {
                break;
            }
        }
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let bytes_in_file = bytes.len();
        let lines = text.matches('\n').count() + 1;
        for problem in problems(&folder(&bytes)) {
            prop_assert!((1..=lines).contains(&problem.at.line), "{problem:?}");
            prop_assert!(problem.at.column >= 1 && !problem.at.marks.is_empty(), "{problem:?}");
            prop_assert!(problem.at.marks.iter().all(|mark| mark.start < mark.end), "{problem:?}");
            let line = text.split('\n').nth(problem.at.line - 1).unwrap_or_default();
            prop_assert!(line.contains(&problem.at.text), "{problem:?}");
            let drawn = render(&problem, Verdict::Counts, Lang::Fr, false, 80);
            for fix in &problem.fixes {
                let bytes = fix.edit.at.bytes.clone();
                prop_assert!(bytes.start <= bytes.end && bytes.end <= bytes_in_file, "{fix:?}");
            }
            prop_assert!(!drawn.contains(|c: char| c != '\n' && crate::visible::is_dangerous(c)), "{drawn}");
        }
    }
}
