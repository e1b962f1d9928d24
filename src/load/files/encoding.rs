//! What bytes that are not UTF-8 are: another kind of file, or text in another encoding.

use crate::load::diagnostics::{Localized, said};

/// What the bytes of a file are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::load) enum Content {
    Pdf,
    /// A word processor's file of today: `.docx`, `.odt`.
    Zipped,
    /// A word processor's file of before 2007: `.doc`.
    Compound,
    Rtf,
    Image,
    /// Text in this encoding, as iconv calls it.
    Text(&'static str),
    /// Bytes that are no text anyone uses.
    Unknown,
}

impl Content {
    /// What `bytes`, which are not UTF-8 or have a mark of their own, most probably are.
    pub(in crate::load) fn of(bytes: &[u8]) -> Self {
        const MARKS: [(&[u8], Content); 11] = [
            (b"%PDF-", Content::Pdf),
            (b"PK\x03\x04", Content::Zipped),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Content::Compound),
            (b"{\\rtf", Content::Rtf),
            (b"\x89PNG", Content::Image),
            (b"\xff\xd8\xff", Content::Image),
            (b"GIF8", Content::Image),
            (b"\xff\xfe\0\0", Content::Text("UTF-32LE")),
            (b"\0\0\xfe\xff", Content::Text("UTF-32BE")),
            (b"\xff\xfe", Content::Text("UTF-16LE")),
            (b"\xfe\xff", Content::Text("UTF-16BE")),
        ];
        if let Some((_, content)) = MARKS.iter().find(|(mark, _)| bytes.starts_with(mark)) {
            return *content;
        }
        let sample = &bytes[..bytes.len().min(SAMPLE)];
        let zeros = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
        let (even, odd) = (zeros(0), zeros(1));
        match () {
            () if odd > sample.len() / 8 && even < odd / 4 => Self::Text("UTF-16LE"),
            () if even > sample.len() / 8 && odd < even / 4 => Self::Text("UTF-16BE"),
            () if even + odd > 0 => Self::Unknown,
            () => one_byte(sample).map_or(Self::Unknown, Self::Text),
        }
    }

    /// Whether these bytes are a file of another kind, whatever letters are in it.
    pub(in crate::load) fn is_no_text(self) -> bool {
        !matches!(self, Self::Text(_) | Self::Unknown)
    }

    /// What it is, in a few words.
    pub(in crate::load) fn what(self) -> Localized {
        match self {
            Self::Pdf => said!(en: "a PDF", fr: "un PDF"),
            Self::Zipped => said!(en: "a Word or OpenDocument file", fr: "un fichier Word ou OpenDocument"),
            Self::Compound => said!(en: "an old Word file", fr: "un ancien fichier Word"),
            Self::Rtf => said!(en: "an RTF file", fr: "un fichier RTF"),
            Self::Image => said!(en: "an image", fr: "une image"),
            Self::Text(encoding) => said!(en: "probably in {encoding}", fr: "probablement en {encoding}"),
            Self::Unknown => {
                said!(en: "in no encoding that frise knows", fr: "dans un encodage que frise ne reconnaît pas")
            }
        }
    }

    /// How to make UTF-8 of the file called `name`.
    pub(in crate::load) fn way(self, name: &str) -> Localized {
        let name = shell_word(name);
        match self {
            Self::Pdf => said!(
                en: "take the text out: `pdftotext -enc UTF-8 {name} utf-8.txt`",
                fr: "extrayez le texte\u{a0}: `pdftotext -enc UTF-8 {name} utf-8.txt`",
            ),
            Self::Zipped | Self::Compound | Self::Rtf => said!(
                en: "open it in a word processor and save it as plain text in UTF-8",
                fr: "ouvrez-le dans un traitement de texte et enregistrez-le en texte brut, en UTF-8",
            ),
            Self::Image => said!(
                en: "this has to be text: type out the words, or have them recognised",
                fr: "il faut du texte\u{a0}: recopiez les mots, ou faites-les reconnaître",
            ),
            Self::Text(encoding) => said!(
                en: "save it as UTF-8: `iconv -f {encoding} -t UTF-8 {name} > utf-8.txt`",
                fr: "enregistrez-le en UTF-8\u{a0}: `iconv -f {encoding} -t UTF-8 {name} > utf-8.txt`",
            ),
            Self::Unknown => {
                said!(en: "save it as plain text in UTF-8", fr: "enregistrez-le en texte brut, en UTF-8")
            }
        }
    }
}

/// `name` as a shell takes it for one word.
fn shell_word(name: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_./".contains(c);
    if !name.is_empty() && !name.starts_with('-') && name.chars().all(is_plain) {
        name.to_owned()
    } else {
        let name = if name.starts_with('-') { format!("./{name}") } else { name.to_owned() };
        format!("'{}'", name.replace('\'', r"'\''"))
    }
}

/// How many bytes are looked at.
const SAMPLE: usize = 1 << 16;

/// The letters and marks beyond ASCII that are common in the languages of Western Europe, in each encoding: letters
/// of words in lower case, then quotation marks and dashes.
const WESTERN: [(&str, &[u8], &[u8]); 3] = [
    (
        "WINDOWS-1252",
        b"\xe0\xe2\xe4\xe6\xe7\xe8\xe9\xea\xeb\xee\xef\xf4\xf6\xf9\xfb\xfc\xe1\xed\xf1\xf3\xfa\xdf\xe3\xf5\x9c",
        b"\x91\x92\x93\x94\x85\x96\x97\xab\xbb\xa0\xb0\x80",
    ),
    (
        "MACINTOSH",
        b"\x88\x89\x8a\xbe\x8d\x8f\x8e\x90\x91\x94\x95\x99\x9a\x9d\x9e\x9f\x87\x92\x96\x97\x9c\xa7\x8b\x9b\xcf",
        b"\xd4\xd5\xd2\xd3\xc9\xd0\xd1\xc7\xc8\xca\xa1\xdb",
    ),
    (
        "CP850",
        b"\x85\x83\x84\x91\x87\x8a\x82\x88\x89\x8c\x8b\x93\x94\x97\x96\x81\xa0\xa1\xa4\xa2\xa3\xe1\xc6\xe4",
        b"\xae\xaf\xf8",
    ),
];

/// The encoding of one byte for each letter that `bytes` are most probably in.
fn one_byte(bytes: &[u8]) -> Option<&'static str> {
    let is_high = |byte: &u8| *byte >= 0x80;
    let high = bytes.iter().filter(|byte| is_high(byte)).count();
    let letters = bytes.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
    if high > letters {
        return cyrillic(bytes, high);
    }
    // A letter in a word tells more than a mark beside one.
    let score = |small: &[u8], marks: &[u8]| -> usize {
        let in_word = |at: usize| {
            let letter =
                |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_lowercase);
            letter(at.checked_sub(1)) || letter(Some(at + 1))
        };
        let points = |(at, byte): (usize, &u8)| match byte {
            byte if small.contains(byte) => {
                if in_word(at) {
                    3
                } else {
                    1
                }
            }
            byte if marks.contains(byte) => 2,
            _ => 0,
        };
        bytes.iter().enumerate().filter(|(_, byte)| is_high(byte)).map(points).sum()
    };
    let scores = WESTERN.iter().map(|(name, small, marks)| (score(small, marks), *name));
    // Of equals, the first and most usual.
    let best = scores.rev().max_by_key(|(score, _)| *score)?;
    (best.0 >= high).then_some(best.1)
}

/// Most letters of a Russian text are small, and each encoding has the small ones elsewhere.
fn cyrillic(bytes: &[u8], high: usize) -> Option<&'static str> {
    let count = |small: &dyn Fn(u8) -> bool| bytes.iter().filter(|byte| small(**byte)).count();
    let scores = [
        ("WINDOWS-1251", count(&|byte| byte >= 0xe0)),
        ("KOI8-R", count(&|byte| (0xc0..0xe0).contains(&byte))),
        ("ISO-8859-5", count(&|byte| (0xd0..0xf0).contains(&byte))),
        ("CP866", count(&|byte| (0xa0..0xb0).contains(&byte) || (0xe0..0xf0).contains(&byte))),
    ];
    let best = scores.into_iter().rev().max_by_key(|(_, count)| *count)?;
    (best.1 > high / 2).then_some(best.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_other_kinds_are_told_apart() {
        for (bytes, expected) in [
            (&b"%PDF-1.7\n\xe2\xe3"[..], Content::Pdf),
            (b"PK\x03\x04\x14", Content::Zipped),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", Content::Compound),
            (b"{\\rtf1\\ansi", Content::Rtf),
            (b"\xff\xfee\0t\0", Content::Text("UTF-16LE")),
            (b"s\0i\0g\0n\0\xe9\0 \0e\0n\0", Content::Text("UTF-16LE")),
            (b"\0s\0i\0g\0n\0\xe9\0 \0e\0n", Content::Text("UTF-16BE")),
            (b"un trait\xe9 sign\xe9 \xe0 Moscou, \x93l\x92accord\x94", Content::Text("WINDOWS-1252")),
            (b"un trait\xe9", Content::Text("WINDOWS-1252")),
            (b"un trait\x8e sign\x8e \x88 Moscou, \xc7\xcal\xd5accord\xca\xc8", Content::Text("MACINTOSH")),
            (b"un trait\x82 sign\x82 \x85 Moscou, \x87a d\x82j\x85", Content::Text("CP850")),
            (b"\xcf\xf0\xe8\xe2\xe5\xf2, \xea\xe0\xea \xe4\xe5\xeb\xe0", Content::Text("WINDOWS-1251")),
            (b"\xf0\xd2\xc9\xd7\xc5\xd4, \xcb\xc1\xcb \xc4\xc5\xcc\xc1", Content::Text("KOI8-R")),
            (b"\x01\x00\x02\x00\x00\xff", Content::Unknown),
        ] {
            assert_eq!(Content::of(bytes), expected, "{}", String::from_utf8_lossy(bytes));
        }
    }
}
