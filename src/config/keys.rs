//! Keys of one's own: `[keys]` in the configuration.

use std::ops::Range;

use toml::Spanned;
use toml::de::DeValue;

use super::document::{Notes, entries, kind};
use super::fault::Fault;
use crate::command::{COMMANDS, Command};
use crate::keymap::{ANY_LETTER, Clash, Code, Key, Keymap, Overrides};
use crate::load::{Localized, did_you_mean, is_it, said};

/// The most keys pressed one after the other for one command.
const LONGEST: usize = 3;

fn how_keys_are_written() -> Localized {
    said!(
        en: "keys are written j, G, gg, Ctrl-d, Alt-x, F2, or by a name: Enter, Space, Tab, Up, PageDown, Home",
        fr: "les touches s’écrivent j, G, gg, Ctrl-d, Alt-x, F2, ou par un nom\u{a0}: Enter, Space, Tab, Up, PageDown, Home",
    )
}

/// The keys as the table of commands and `value` have them.
pub(super) fn read(value: &Spanned<DeValue<'_>>, notes: &mut Notes<'_>) -> Keymap {
    let Some(table) = value.get_ref().as_table() else {
        let message = format!("`keys` is a table of commands, and this is {}", kind(value.get_ref()));
        notes.error(
            Fault::WrongKind,
            &value.span(),
            &message,
            Some(said!(
                en: "write `[keys]` on a line of its own",
                fr: "écrivez `[keys]` sur une ligne à part",
            )),
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
    let help = help.unwrap_or_else(|| {
        said!(en: "`frise config` prints every command", fr: "`frise config` affiche toutes les commandes")
    });
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
            let help = said!(
                en: "write `{name} = \"x\"` or `{name} = [\"x\", \"Ctrl-x\"]`",
                fr: "écrivez `{name} = \"x\"` ou `{name} = [\"x\", \"Ctrl-x\"]`",
            );
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
        said!(
            en: "Enter, Esc, F1 and Ctrl-c keep their meaning, so that one always finds the way",
            fr: "Entrée, Échap, F1 et Ctrl-c gardent leur rôle, pour qu’on s’y retrouve toujours",
        )
    } else {
        said!(
            en: "choose another key, or give `{other}` other keys too",
            fr: "choisissez une autre touche, ou donnez aussi d’autres touches à `{other}`",
        )
    };
    notes.error(Fault::KeyTaken, span, &message, Some(help));
}

/// Reads keys as they are written, or says why they are none and what to write.
fn key(written: &str) -> Result<Vec<Key>, (String, Localized)> {
    let none = |help: Localized| Err((format!("`{written}` is not a key"), help));
    let names = || Key::names().chain(["Space"]);
    if let Some(name) = names().find(|name| *name != written && name.eq_ignore_ascii_case(written)) {
        return none(is_it(name));
    }
    let Some(keys) = Key::parse(written).filter(|keys| keys.len() <= LONGEST) else {
        let respelt = respelt(written).filter(|text| Key::parse(text).is_some());
        let help = respelt.map(|text| is_it(&text));
        let help = help.or_else(|| did_you_mean(written, names()));
        return none(help.unwrap_or_else(how_keys_are_written));
    };
    match keys.first() {
        Some(first) if first.digit().is_some() => Err((
            format!("`{written}` begins with a digit"),
            said!(en: "digits are counts, as in 5j", fr: "les chiffres sont des nombres de fois, comme dans 5j"),
        )),
        Some(first) => unreachable_key(*first).map_or(Ok(keys), |help| {
            Err((format!("no terminal sends `{written}` as a key of its own"), help))
        }),
        None => none(how_keys_are_written()),
    }
}

/// Keys that end with a letter of one's choice where the command takes one, and only there.
fn with_letter(command: Command, written: &str, keys: Vec<Key>) -> Result<Vec<Key>, (String, Localized)> {
    let name = command.spec().name;
    let takes_letter = command.spec().keys.iter().all(|keys| keys.ends_with(ANY_LETTER));
    match (takes_letter, written.strip_suffix(ANY_LETTER)) {
        (true, None) => {
            let message = format!("`{name}` takes a letter, and `{written}` has no place for it");
            Err((message, said!(en: "write `{written}{ANY_LETTER}`", fr: "écrivez `{written}{ANY_LETTER}`")))
        }
        (false, Some(bare)) => Err((
            format!("`{name}` takes no letter, as `{written}` has it"),
            said!(en: "write `{bare}`", fr: "écrivez `{bare}`"),
        )),
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
fn unreachable_key(key: Key) -> Option<Localized> {
    let same = |name: &str| Some(said!(en: "it is the same as `{name}`", fr: "c’est la même que `{name}`"));
    match key {
        Key { code: Code::F(number), .. } if !(1..=24).contains(&number) => {
            Some(said!(en: "the function keys are F1 to F24", fr: "les touches de fonction vont de F1 à F24"))
        }
        Key { code: Code::Char('i'), ctrl: true, .. } => same("Tab"),
        Key { code: Code::Char('m'), ctrl: true, .. } => same("Enter"),
        Key { code: Code::Char('['), ctrl: true, .. } => same("Esc"),
        Key { code: Code::Char(c), ctrl: true, .. } if c.is_ascii_uppercase() => {
            let small = c.to_ascii_lowercase();
            Some(said!(
                en: "write `Ctrl-{small}`: with Ctrl, capitals are the same",
                fr: "écrivez `Ctrl-{small}`\u{a0}: avec Ctrl, les majuscules ne changent rien",
            ))
        }
        Key { code: Code::Named(name @ ("Enter" | "Esc" | "Tab" | "Backspace")), ctrl: true, .. } => {
            Some(said!(
                en: "with Ctrl, `{name}` is the same as without, or another key",
                fr: "avec Ctrl, `{name}` est la même que sans, ou une autre touche",
            ))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn a_letter_is_asked_for_where_the_command_takes_one() {
        let told = |command, written| key(written).and_then(|keys| with_letter(command, written, keys));
        assert!(told(Command::Mark, "x{a-z}").is_ok());
        assert!(told(Command::Down, "x").is_ok());
        assert_eq!(told(Command::Mark, "x").unwrap_err().1.in_language(Lang::En), "write `x{a-z}`");
        assert_eq!(told(Command::Down, "x{a-z}").unwrap_err().1.in_language(Lang::En), "write `x`");
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
                message.contains(&format!("`{bad}`")) && help.in_language(Lang::En).contains(expected),
                "{bad}: {message}; {help:?}"
            );
        }
    }
}
