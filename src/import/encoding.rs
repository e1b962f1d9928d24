//! From bytes to text. A mark, UTF-8, zero bytes and escapes are looked at before anything is guessed.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE};

use super::note::Note;
use super::refusal::Refusal;

/// A decoded text.
#[derive(Debug)]
pub(super) struct Decoded {
    pub(super) text: String,
    /// Whether the bytes are the text already, in UTF-8.
    pub(super) is_same: bool,
    origin: Origin,
    encoding: &'static Encoding,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Origin {
    /// The bytes say so, or somebody does.
    Known,
    Guessed,
}

impl Decoded {
    pub(super) fn notes(&self) -> Vec<Note> {
        let encoding = self.encoding.name();
        match self.origin {
            Origin::Guessed => {
                let line =
                    self.text.lines().find(|line| line.chars().any(|c| !c.is_ascii() && c.is_alphabetic()));
                let line =
                    line.or_else(|| self.text.lines().find(|line| !line.is_ascii())).unwrap_or_default();
                vec![Note::Guessed { encoding, line: shortened(line) }]
            }
            Origin::Known if self.encoding != UTF_8 => vec![Note::Converted { encoding }],
            Origin::Known => Vec::new(),
        }
    }
}

/// Around the first letter beyond ASCII of a line, not more than fits on one.
fn shortened(line: &str) -> String {
    const SHOWN: usize = 70;
    let line = line.trim();
    let first = line.chars().position(|c| !c.is_ascii()).unwrap_or(0);
    let start = if line.chars().count() > SHOWN { first.saturating_sub(SHOWN / 2) } else { 0 };
    line.chars().skip(start).take(SHOWN).collect()
}

/// The text of `bytes`, read as `wanted` says, else as the bytes themselves or `declared` say, else as is
/// most likely.
pub(super) fn decode(bytes: &[u8], wanted: Option<&str>, declared: Option<&str>) -> Result<Decoded, Refusal> {
    if let Some(label) = wanted {
        let encoding = Encoding::for_label(label.as_bytes()).ok_or_else(|| {
            Refusal::new(format!("there is no encoding `{label}`"))
                .help("names are those of the Web: utf-8, windows-1252, iso-8859-15, macintosh, shift_jis, koi8-r …")
        })?;
        return decode_as(bytes, encoding, Origin::Known);
    }
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return decode_as(bytes, encoding, Origin::Known);
    }
    if let Some(encoding) = of_zeros(bytes)? {
        return decode_as(bytes, encoding, Origin::Known);
    }
    if bytes.windows(2).any(|pair| pair == b"\x1b$" || pair == b"\x1b(") {
        return decode_as(bytes, ISO_2022_JP, Origin::Known);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return decode_as(bytes, UTF_8, Origin::Known);
    }
    if let Some(encoding) = declared.and_then(|label| Encoding::for_label(label.as_bytes()))
        && encoding != UTF_8
    {
        return decode_as(bytes, encoding, Origin::Known);
    }
    refuse_damaged_utf8(bytes)?;
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    decode_as(bytes, detector.guess(None, Utf8Detection::Deny), Origin::Guessed)
}

fn decode_as(bytes: &[u8], encoding: &'static Encoding, origin: Origin) -> Result<Decoded, Refusal> {
    let (text, has_errors) = encoding.decode_with_bom_removal(bytes);
    if has_errors {
        let before = text.split('\u{fffd}').next().unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let message = format!("it is not {}, from its line {line} on", encoding.name());
        return Err(Refusal::new(message).help("name the encoding it is in with --encoding"));
    }
    let is_same = encoding == UTF_8 && text.len() == bytes.len();
    Ok(Decoded { text: text.into_owned(), is_same, origin, encoding })
}

/// The kind of UTF-16 that the zero bytes speak for.
fn of_zeros(bytes: &[u8]) -> Result<Option<&'static Encoding>, Refusal> {
    let zeros = |odd: usize| bytes.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    // Blanks and line ends alone give one in ten.
    let many = bytes.len() / 20;
    match (even, odd) {
        (0, 0) => Ok(None),
        (even, odd) if odd > many && even * 10 < odd => Ok(Some(UTF_16LE)),
        (even, odd) if even > many && odd * 10 < even => Ok(Some(UTF_16BE)),
        _ => {
            Err(Refusal::new("it is no text: it has zero bytes in it")
                .help("save it as plain text, HTML or PDF"))
        }
    }
}

/// A text in UTF-8 with a byte or two that are not is damaged, not in another encoding.
fn refuse_damaged_utf8(bytes: &[u8]) -> Result<(), Refusal> {
    let (mut good, mut bad, mut first) = (0, 0, None);
    let mut line = 1;
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        line += chunk.valid().matches('\n').count();
        if let Some(byte) = chunk.invalid().first() {
            bad += 1;
            first = first.or(Some((line, *byte)));
        }
    }
    match first {
        Some((line, byte)) if good > 2 * bad => {
            Err(Refusal::new(format!("it is UTF-8 but for the byte {byte:02X} on its line {line}"))
                .help("put that line right, or name another encoding with --encoding"))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRENCH: &str =
        "Le traité, signé à Moscou « hier », fut annulé.\nL’œuvre coûte 3 € : c’était décidé.\n";

    fn decoded(bytes: &[u8]) -> (String, &'static str, bool) {
        let decoded = decode(bytes, None, None).unwrap();
        (decoded.text, decoded.encoding.name(), decoded.origin == Origin::Guessed)
    }

    #[test]
    fn the_bytes_say_how_they_are_read() {
        let utf16: Vec<u8> = FRENCH.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = FRENCH.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let with_mark = ["\u{feff}", FRENCH].concat();
        for (bytes, encoding) in [
            (FRENCH.as_bytes(), "UTF-8"),
            (with_mark.as_bytes(), "UTF-8"),
            (&utf16, "UTF-16LE"),
            (&big, "UTF-16BE"),
            (&[b"\xff\xfe", utf16.as_slice()].concat(), "UTF-16LE"),
        ] {
            assert_eq!(decoded(bytes), (FRENCH.to_owned(), encoding, false));
        }
        assert!(decode(FRENCH.as_bytes(), None, None).unwrap().is_same);
        assert!(!decode(with_mark.as_bytes(), None, None).unwrap().is_same);
        let (japanese, ..) = ISO_2022_JP.encode("日本の条約");
        assert_eq!(decoded(&japanese), ("日本の条約".to_owned(), "ISO-2022-JP", false));
    }

    #[test]
    fn what_is_guessed_is_shown() {
        let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(FRENCH);
        let guess = decode(&bytes, None, None).unwrap();
        assert_eq!(guess.text, FRENCH);
        assert_eq!(
            guess.notes(),
            [Note::Guessed { encoding: "windows-1252", line: FRENCH.lines().next().unwrap().to_owned() }]
        );
        let declared = decode(&bytes, None, Some("iso-8859-1")).unwrap();
        assert_eq!((declared.text.as_str(), declared.origin), (FRENCH, Origin::Known));
        let (bytes, ..) = encoding_rs::ISO_8859_15.encode(FRENCH.lines().next().unwrap());
        assert!(decode(&bytes, Some("iso-8859-15"), None).unwrap().text.starts_with("Le traité"));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for (bytes, expected) in [
            (b"\x00\x01\x02\x00\x00".as_slice(), "zero bytes"),
            ("le traité signé à\nMoscou l’\u{e9}".as_bytes(), ""),
            (
                b"le trait\xc3\xa9 sign\xc3\xa9 \xc3\xa0\nMoscou l\xe9",
                "UTF-8 but for the byte E9 on its line 2",
            ),
        ] {
            match decode(bytes, None, None) {
                Ok(_) => assert_eq!(expected, ""),
                Err(refusal) => assert!(refusal.message.contains(expected), "{refusal}"),
            }
        }
        assert!(decode(b"a", Some("cp850"), None).is_err());
        assert!(decode(b"a\xff", Some("utf-8"), None).is_err());
    }
}
