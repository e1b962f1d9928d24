//! Keys of one's own: `[keys]` in the configuration.

use std::ops::Range;

use toml::Spanned;
use toml::de::DeValue;

use super::document::{Notes, entries, kind};
use super::fault::Fault;
use crate::command::{COMMANDS, Command};
use crate::keymap::{ANY_LETTER, Clash, Code, Key, Keymap, Overrides};
use crate::load::did_you_mean;

/// The most keys pressed one after the other for one command.
const LONGEST: usize = 3;

const HOW_KEYS_ARE_WRITTEN: &str =
    "keys are written j, G, gg, Ctrl-d, Alt-x, F2, or by a name: Enter, Space, Tab, Up, PageDown, Home";

/// The keys as the table of commands and `value` have them.
pub(super) fn read(value: &Spanned<DeValue<'_>>, notes: &mut Notes<'_>) -> Keymap {
    let Some(table) = value.get_ref().as_table() else {
        let message = format!("`keys` is a table of commands, and this is {}", kind(value.get_ref()));
        notes.error(
            Fault::WrongKind,
            &value.span(),
            &message,
            Some("write `[keys]` on a line of its own".to_owned()),
        );
        return Keymap::default();
    };
    let mut overrides = Overrides::default();
    let mut spans = Vec::new();
    for (name, value) in entries(table) {
        match Command::from_name(name.get_ref()) {
            Some(command) => override_one(command, value, &mut overrides, &mut spans, notes),
            None => unknown_command(name, notes),
        }
    }
    let (keymap, clashes) = Keymap::with(&overrides);
    for clash in clashes {
        tell_clash(clash, &overrides, &spans, &keymap, notes);
    }
    keymap
}

fn unknown_command(name: &Spanned<impl AsRef<str>>, notes: &mut Notes<'_>) {
    let written = name.get_ref().as_ref();
    let help = did_you_mean(written, COMMANDS.iter().map(|spec| spec.name));
    let help = help.unwrap_or_else(|| "`frise config` prints every command".to_owned());
    notes.error(Fault::UnknownCommand, &name.span(), &format!("there is no command `{written}`"), Some(help));
}

fn override_one(
    command: Command,
    value: &Spanned<DeValue<'_>>,
    overrides: &mut Overrides,
    spans: &mut Vec<Range<usize>>,
    notes: &mut Notes<'_>,
) {
    let name = command.spec().name;
    let single = std::slice::from_ref(value);
    let list = value.get_ref().as_array().map_or(single, |list| &list[..]);
    let mut good = 0;
    for item in list {
        let Some(written) = item.get_ref().as_str() else {
            let message = format!("`{name}` takes keys, and this is {}", kind(item.get_ref()));
            let help = format!("write `{name} = \"x\"` or `{name} = [\"x\", \"Ctrl-x\"]`");
            notes.error(Fault::WrongKind, &item.span(), &message, Some(help));
            continue;
        };
        match key(written).and_then(|keys| with_letter(command, written, keys)) {
            Ok(keys) => {
                good += 1;
                overrides.keys.push((command, keys));
                spans.push(item.span());
            }
            Err((message, help)) => notes.error(Fault::NoKey, &item.span(), &message, Some(help)),
        }
    }
    // An empty list takes the keys away; a list without a single good key is a slip.
    if good > 0 || list.is_empty() {
        overrides.replaced.push(command);
    }
}

fn tell_clash(
    clash: Clash,
    overrides: &Overrides,
    spans: &[Range<usize>],
    keymap: &Keymap,
    notes: &mut Notes<'_>,
) {
    let (Some((command, keys)), Some(span)) = (overrides.keys.get(clash.index), spans.get(clash.index))
    else {
        return;
    };
    let written: String = keys.iter().map(Key::to_string).collect();
    let (name, other) = (command.spec().name, clash.with.spec().name);
    let has = keymap.keys_of(clash.with);
    let message = format!("`{written}` cannot mean `{name}`: `{other}` has {}", has.join(" "));
    let is_fixed = Keymap::FIXED.iter().any(|(fixed, _)| *fixed == written);
    let help = if is_fixed {
        "Enter, Esc, F1 and Ctrl-c keep their meaning, so that one always finds the way".to_owned()
    } else {
        format!("choose another key, or give `{other}` other keys too")
    };
    notes.error(Fault::KeyTaken, span, &message, Some(help));
}

/// Reads keys as they are written, or says why they are none and what to write.
fn key(written: &str) -> Result<Vec<Key>, (String, String)> {
    let none = |help: String| Err((format!("`{written}` is no key"), help));
    let names = || Key::names().chain(["Space"]);
    if let Some(name) = names().find(|name| *name != written && name.eq_ignore_ascii_case(written)) {
        return none(format!("did you mean `{name}`?"));
    }
    let Some(keys) = Key::parse(written).filter(|keys| keys.len() <= LONGEST) else {
        let respelt = respelt(written).filter(|text| Key::parse(text).is_some());
        let help = respelt.map(|text| format!("did you mean `{text}`?"));
        let help = help.or_else(|| did_you_mean(written, names()));
        return none(help.unwrap_or_else(|| HOW_KEYS_ARE_WRITTEN.to_owned()));
    };
    match keys.first() {
        Some(first) if first.digit().is_some() => {
            Err((format!("`{written}` begins with a digit"), "digits are counts, as in 5j".to_owned()))
        }
        Some(first) => unreachable_key(*first).map_or(Ok(keys), |help| {
            Err((format!("no terminal sends `{written}` as a key of its own"), help))
        }),
        None => none(HOW_KEYS_ARE_WRITTEN.to_owned()),
    }
}

/// Keys that end with a letter of one's choice where the command takes one, and only there.
fn with_letter(command: Command, written: &str, keys: Vec<Key>) -> Result<Vec<Key>, (String, String)> {
    let name = command.spec().name;
    let takes_letter = command.spec().keys.iter().all(|keys| keys.ends_with(ANY_LETTER));
    match (takes_letter, written.strip_suffix(ANY_LETTER)) {
        (true, None) => {
            let message = format!("`{name}` takes a letter, and `{written}` has no place for it");
            Err((message, format!("write `{written}{ANY_LETTER}`")))
        }
        (false, Some(bare)) => {
            Err((format!("`{name}` takes no letter, as `{written}` has it"), format!("write `{bare}`")))
        }
        _ => Ok(keys),
    }
}

/// `written` with Ctrl and Alt as other programs write them.
fn respelt(written: &str) -> Option<String> {
    let lower = written.to_ascii_lowercase();
    let held = [("ctrl", "Ctrl-"), ("control", "Ctrl-"), ("c", "Ctrl-"), ("alt", "Alt-"), ("m", "Alt-")];
    held.into_iter().find_map(|(prefix, ours)| {
        let rest = lower.strip_prefix(prefix)?.strip_prefix(['-', '+'])?;
        Some(format!("{ours}{rest}"))
    })
}

/// What to write in place of a key that reaches no program; `None` for one that does.
fn unreachable_key(key: Key) -> Option<String> {
    match key {
        Key { code: Code::F(number), .. } if !(1..=24).contains(&number) => {
            Some("the function keys are F1 to F24".to_owned())
        }
        Key { code: Code::Char('i'), ctrl: true, .. } => Some("it is the same as `Tab`".to_owned()),
        Key { code: Code::Char('m'), ctrl: true, .. } => Some("it is the same as `Enter`".to_owned()),
        Key { code: Code::Char('['), ctrl: true, .. } => Some("it is the same as `Esc`".to_owned()),
        Key { code: Code::Char(c), ctrl: true, .. } if c.is_ascii_uppercase() => {
            Some(format!("write `Ctrl-{}`: with Ctrl, capitals are the same", c.to_ascii_lowercase()))
        }
        Key { code: Code::Named(name @ ("Enter" | "Esc" | "Tab" | "Backspace")), ctrl: true, .. } => {
            Some(format!("with Ctrl, `{name}` is the same as without, or another key"))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_asked_for_where_the_command_takes_one() {
        let told = |command, written| key(written).and_then(|keys| with_letter(command, written, keys));
        assert!(told(Command::Mark, "x{a-z}").is_ok());
        assert!(told(Command::Down, "x").is_ok());
        assert_eq!(told(Command::Mark, "x").unwrap_err().1, "write `x{a-z}`");
        assert_eq!(told(Command::Down, "x{a-z}").unwrap_err().1, "write `x`");
    }

    #[test]
    fn keys_are_read_or_explained() {
        for good in
            ["j", "gg", "G", "Ctrl-d", "Alt-x", "F12", "Space", "Ctrl-Up", "Ctrl-Space", "é", "'", "g1"]
        {
            assert!(key(good).is_ok(), "{good}");
        }
        for (bad, expected) in [
            ("enter", "did you mean `Enter`?"),
            ("esc", "did you mean `Esc`?"),
            ("Entre", "did you mean `Enter`?"),
            ("pagedown", "did you mean `PageDown`?"),
            ("ctrl-x", "did you mean `Ctrl-x`?"),
            ("C-x", "did you mean `Ctrl-x`?"),
            ("Ctrl+x", "did you mean `Ctrl-x`?"),
            ("M-x", "did you mean `Alt-x`?"),
            ("12", "digits are counts"),
            ("5", "digits are counts"),
            ("Ctrl-i", "same as `Tab`"),
            ("Ctrl-D", "write `Ctrl-d`"),
            ("Ctrl-Enter", "the same"),
            ("F0", "F1 to F24"),
            ("F25", "F1 to F24"),
            ("", "keys are written"),
            ("Hyper-x", "keys are written"),
            ("abcde", "keys are written"),
        ] {
            let (message, help) = key(bad).unwrap_err();
            assert!(
                message.contains(&format!("`{bad}`")) && help.contains(expected),
                "{bad}: {message}; {help}"
            );
        }
    }
}
