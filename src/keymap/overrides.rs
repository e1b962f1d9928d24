//! Keys of one's own in place of those of the table.

use super::map::{Key, Keymap, begins};
use crate::command::{COMMANDS, Command, Spec};

/// Keys of one's own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overrides {
    /// The commands that have keys of one's own, or none, in place of those of the table.
    pub replaced: Vec<Command>,
    /// These keys, in the order in which they were written.
    pub keys: Vec<(Command, Vec<Key>)>,
}

/// Keys of one's own that cannot be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clash {
    /// Which of [`Overrides::keys`].
    pub index: usize,
    /// The command whose keys they are, or whose keys they begin or continue, in a scope of both.
    pub with: Command,
}

impl Keymap {
    /// Keys that mean what they mean whatever else is bound: how one leaves, and how one learns the others.
    /// In a line being typed, they are all there is.
    pub const FIXED: [(&'static str, Command); 4] =
        [("Enter", Command::Open), ("Esc", Command::Close), ("F1", Command::Help), ("Ctrl-c", Command::Quit)];

    /// The keys of the table with `overrides` in place of some, and which of those cannot be had. What clashes
    /// with a key of the table is left out, and of two that clash with each other the second. Enter, Esc, F1
    /// and Ctrl-c stay what they are. A command none of whose own keys can be had keeps those of the table, as far as they
    /// are free.
    pub fn with(overrides: &Overrides) -> (Self, Vec<Clash>) {
        let mut map = Self { bindings: Vec::new() };
        for spec in COMMANDS {
            let fixed =
                Self::FIXED.iter().filter(|(_, command)| *command == spec.command).map(|(key, _)| *key);
            if overrides.replaced.contains(&spec.command) {
                fixed.for_each(|written| map.bind(spec, written));
            } else {
                spec.keys.iter().for_each(|written| map.bind(spec, written));
            }
        }
        let clashes = map.take_in(overrides);
        for spec in overrides.replaced.iter().map(|command| command.spec()) {
            let is_own = |(_, (command, _)): &(usize, &(Command, Vec<Key>))| *command == spec.command;
            let own: Vec<usize> =
                overrides.keys.iter().enumerate().filter(is_own).map(|(at, _)| at).collect();
            let is_lost = |index: &usize| clashes.iter().any(|clash| clash.index == *index);
            if !own.is_empty() && own.iter().all(is_lost) {
                spec.keys.iter().for_each(|written| map.bind_if_free(spec, written));
            }
        }
        map.put_in_order(overrides);
        (map, clashes)
    }

    fn take_in(&mut self, overrides: &Overrides) -> Vec<Clash> {
        let mut clashes = Vec::new();
        for (index, (command, keys)) in overrides.keys.iter().enumerate() {
            let spec = command.spec();
            match self.holder(spec, keys) {
                Some(with) if with == *command => {}
                Some(with) => clashes.push(Clash { index, with }),
                None => self.bindings.push((spec.scopes, keys.clone(), *command)),
            }
        }
        clashes
    }

    /// The first key of each command is the one shown: its own as written, then those that stay whatever is
    /// written.
    fn put_in_order(&mut self, overrides: &Overrides) {
        self.bindings.sort_by_key(|(_, keys, command)| {
            let place = COMMANDS.iter().position(|spec| spec.command == *command);
            let own = overrides.keys.iter().position(|(other, own)| other == command && own == keys);
            (place, own.unwrap_or(usize::MAX))
        });
    }

    fn bind(&mut self, spec: &'static Spec, written: &str) {
        if let Some(keys) = Key::parse(written) {
            self.bindings.push((spec.scopes, keys, spec.command));
        }
    }

    fn bind_if_free(&mut self, spec: &'static Spec, written: &str) {
        if Key::parse(written).is_some_and(|keys| self.holder(spec, &keys).is_none()) {
            self.bind(spec, written);
        }
    }

    /// The command that has `keys`, or keys that begin with them or that they begin with, in a scope of `spec`.
    fn holder(&self, spec: &Spec, keys: &[Key]) -> Option<Command> {
        let meets = |other: &Spec| {
            let mut scopes = spec.scopes.iter().chain(other.scopes);
            scopes.any(|scope| spec.works_in(*scope) && other.works_in(*scope))
        };
        let touches = |bound: &Vec<Key>| begins(bound, keys) || begins(keys, bound);
        let mut bindings = self.bindings.iter();
        bindings.find(|(_, bound, command)| touches(bound) && meets(command.spec())).map(|found| found.2)
    }
}

#[cfg(test)]
mod tests {
    use super::super::map::Meaning;
    use super::*;
    use crate::command::Scope;
    use crate::glyphs::UNICODE;
    use crate::i18n::Lang;

    fn overrides(written: &[(&str, &[&str])]) -> Overrides {
        let command = |name: &str| Command::from_name(name).unwrap();
        Overrides {
            replaced: written.iter().map(|(name, _)| command(name)).collect(),
            keys: written
                .iter()
                .flat_map(|(name, keys)| {
                    keys.iter().map(move |keys| (command(name), Key::parse(keys).unwrap()))
                })
                .collect(),
        }
    }

    fn keys(map: &Keymap, command: Command) -> String {
        map.names(command, Lang::En, &UNICODE)
    }

    #[test]
    fn own_keys_take_the_place_of_those_of_the_table() {
        let (map, clashes) = Keymap::with(&overrides(&[("down", &["Ctrl-Down", "x"]), ("up", &["j"])]));
        assert_eq!(clashes, []);
        assert_eq!(keys(&map, Command::Down), "Ctrl-↓  x");
        assert_eq!(keys(&map, Command::Up), "j");
        assert_eq!(map.meaning(Scope::List, &Key::parse("k").unwrap()), Meaning::Nothing);
        assert_eq!(
            map.meaning(Scope::Reader, &Key::parse("j").unwrap()),
            Meaning::Command(Command::Up, None)
        );
        assert_eq!(keys(&map, Command::Open), "Enter  l  →");
    }

    #[test]
    fn no_override_changes_nothing() {
        let (map, clashes) = Keymap::with(&Overrides::default());
        assert_eq!(clashes, []);
        assert_eq!(map.bindings, Keymap::default().bindings);
    }

    #[test]
    fn what_another_command_has_cannot_be_had() {
        for (written, with) in [
            (&[("open", &["j"][..])][..], Command::Down),
            (&[("open", &["g"])], Command::First),
            (&[("open", &["qq"])], Command::Quit),
            (&[("fold", &["Ctrl-c"])], Command::Quit),
            (
                &[
                    ("fold", &["F1"]),
                    ("help", &["h"]),
                    ("close", &["c"]),
                    ("previous-step", &["p"]),
                    ("previous-word", &["b"]),
                ],
                Command::Help,
            ),
            (&[("down", &["x"]), ("up", &["x"])], Command::Down),
        ] {
            let (_, clashes) = Keymap::with(&overrides(written));
            assert_eq!(clashes.first().map(|clash| clash.with), Some(with), "{written:?}");
            assert_eq!(clashes.len(), 1, "{written:?}");
        }
    }

    #[test]
    fn a_key_may_mean_two_things_in_two_places() {
        let (map, clashes) = Keymap::with(&overrides(&[("fold", &["x"]), ("article", &["o"])]));
        assert_eq!(clashes, []);
        let x = Key::parse("x").unwrap();
        assert_eq!(map.meaning(Scope::List, &x), Meaning::Command(Command::Fold, None));
        assert_eq!(map.meaning(Scope::Reader, &x), Meaning::Nothing);
    }

    #[test]
    fn the_keys_that_lead_out_stay() {
        let taken =
            [("quit", &[][..]), ("close", &["x"]), ("help", &[]), ("open", &["q"]), ("fold", &["Esc"])];
        let (map, clashes) = Keymap::with(&overrides(&taken));
        assert_eq!(clashes, [Clash { index: 2, with: Command::Close }]);
        assert_eq!(keys(&map, Command::Quit), "Ctrl-c");
        assert_eq!(keys(&map, Command::Close), "x  Esc");
        assert_eq!(keys(&map, Command::Help), "F1");
        assert_eq!(keys(&map, Command::Open), "q  Enter");
    }

    #[test]
    fn a_command_whose_keys_cannot_be_had_keeps_those_of_the_table_that_are_free() {
        let (map, clashes) = Keymap::with(&overrides(&[("down", &["q"]), ("up", &["j"])]));
        assert_eq!(clashes.len(), 1);
        assert_eq!(keys(&map, Command::Down), "↓");
        let (map, _) = Keymap::with(&overrides(&[("down", &[])]));
        assert_eq!(keys(&map, Command::Down), "");
    }
}
