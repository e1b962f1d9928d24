//! What nearly is EDTF, and the EDTF that was probably meant.

use edtf_core::Edtf;

use super::refusal::Refusal;

/// The refusal of the EDTF parser, where the text looks like EDTF; otherwise the refusal there is.
pub(super) fn better(text: &str, refusal: Refusal) -> Refusal {
    let letters = |c: char| c.is_ascii_digit() || "XYEST:Z-/.,?~%+{}[]xuyz".contains(c);
    let Err(error) = Edtf::parse(text) else { return refusal };
    if text.len() < 3 || !text.chars().all(letters) || !text.chars().any(|c| c.is_ascii_digit()) {
        return refusal;
    }
    // The text is ASCII here, so bytes and characters are the same.
    Refusal::new(error.offset, error.message).or(repairs(text).into_iter().take(1))
}

/// Texts of EDTF near this one, the nearest first.
fn repairs(text: &str) -> Vec<String> {
    let mut near = vec![text.to_ascii_uppercase(), text.to_ascii_uppercase().replace('U', "X")];
    if let Some((start, end)) = text.split_once('/') {
        near.push(format!("{end}/{start}"));
        near.extend(shorter(start).map(|start| format!("{start}/{end}")));
        near.extend(shorter(end).map(|end| format!("{start}/{end}")));
    } else {
        near.extend(text.strip_suffix("..").map(|year| format!("{year}/..")));
        near.extend(text.strip_prefix("..").map(|year| format!("../{year}")));
        near.extend(shorter(text).map(str::to_owned));
    }
    near.retain(|near| near != text && Edtf::parse(near).is_ok());
    near
}

/// What is left of a date without its last parts, the longest first.
fn shorter(date: &str) -> impl Iterator<Item = &str> {
    date.match_indices(['-', 'T', '.', '+']).rev().filter_map(|(at, _)| date.get(..at))
}
