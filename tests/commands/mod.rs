//! Every command of the table, in every pane it claims: it does what it says, or says that there is nothing to do.

mod places;
mod promises;
mod seen;
mod timelines;

use frise::command::{COMMANDS, Command};
use frise::i18n::Lang;
use frise::keymap::Key;

use crate::support::{builtin, press};

use places::{PLACES, Place, key_in};
use promises::promise;
use seen::{Seen, Step, asked};
use timelines::{Checked, bare, rich};

/// On these, an axis stands over every pane.
const SIZES: [(u16, u16); 4] = [(60, 20), (80, 24), (120, 36), (200, 50)];

/// Every command in every place that it claims, with its key there.
fn claims() -> impl Iterator<Item = (Command, Place, String)> {
    COMMANDS.iter().flat_map(|spec| {
        let claimed = PLACES.into_iter().filter(|place| spec.works_in(place.scope()));
        claimed.filter_map(|place| Some((spec.command, place, key_in(spec, place)?)))
    })
}

#[test]
fn every_command_does_what_it_says_wherever_it_claims_to() {
    let rich = rich();
    let mut broken = Vec::new();
    for size in SIZES {
        for (command, place, key) in claims() {
            let mut state = rich.browser(Lang::En, size);
            let promise = promise(command, place, size);
            press(&mut state, promise.prepared);
            let origin = Seen::of(&state);
            press(&mut state, place.way_in());
            press(&mut state, promise.inside);
            assert_eq!(state.scope(), place.scope(), "the way into {place:?} for {command:?} at {size:?}");
            let before = Seen::of(&state);
            let effects = asked(&mut state, &format!("{}{key}", promise.count));
            let step = Step { place, origin, before, after: Seen::of(&state), effects, draft: &rich.draft };
            if !(promise.kept)(&step) {
                broken.push(format!("{command:?} ({key}) in {place:?} at {size:?}: {:?}", step.after.notice));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// Moves that end at an end are as silent there as everywhere; it is plain to see that there is nothing more.
fn may_be_silent(command: Command) -> bool {
    matches!(
        command,
        Command::Down
            | Command::Up
            | Command::HalfDown
            | Command::HalfUp
            | Command::PageDown
            | Command::PageUp
            | Command::First
            | Command::Last
            | Command::NextItem
            | Command::PreviousItem
    )
}

/// Where a command has nothing to do, it says so.
#[test]
fn no_command_is_silent() {
    let rich = rich();
    let timelines = [
        ("rich", rich),
        ("built in", Checked::new(builtin())),
        ("one event", bare("[{id: a, date: '1961', title: x}]")),
        ("no date", bare("[{id: a, date: someday, title: x}]")),
        ("no event", bare("[]")),
    ];
    let mut silent = Vec::new();
    for (name, timeline) in &timelines {
        for size in SIZES.into_iter().chain([(40, 12)]) {
            for (command, place, key) in claims().filter(|(command, ..)| !may_be_silent(*command)) {
                let mut state = timeline.browser(Lang::En, size);
                press(&mut state, place.way_in_anywhere());
                if state.scope() != place.scope() {
                    continue;
                }
                let before = Seen::of(&state);
                let effects = asked(&mut state, &key);
                let after = Seen::of(&state);
                if effects.is_empty() && after.screen == before.screen && after.theme == before.theme {
                    silent.push(format!("{command:?} ({key}) in {place:?} of {name:?} at {size:?}"));
                }
            }
        }
    }
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}

/// A page is further than half a page, and that further than a step.
#[test]
fn moves_are_as_long_as_they_say() {
    let rich = rich();
    for size in SIZES {
        for place in PLACES.into_iter().filter(|place| place.scope() != frise::command::Scope::Prompt) {
            let reached = |keys: &str| {
                let mut state = rich.browser(Lang::En, size);
                press(&mut state, place.way_in());
                press(&mut state, "gg");
                press(&mut state, keys);
                Seen::of(&state).position(place)
            };
            for [start, step, half, page, end] in [
                ["", "j", "Ctrl-d", "PageDown", "G"].map(reached),
                ["G", "G k", "G Ctrl-u", "G PageUp", "gg"].map(reached),
            ] {
                // A step takes what is next whole, however long it is.
                assert_ne!(start, step, "{place:?} at {size:?}");
                let lines = [start, half, page, end].map(|position| position.0);
                let is_further = |two: &[usize]| if start < end { two[0] < two[1] } else { two[0] > two[1] };
                let are_in_order = lines[..3].windows(2).all(is_further);
                assert!(
                    are_in_order && lines[2].abs_diff(lines[3]) < lines[0].abs_diff(lines[3]),
                    "{place:?} at {size:?}: {lines:?}"
                );
            }
            assert_eq!(reached("3j"), reached("j j j"), "{place:?} at {size:?}");
        }
    }
}

/// Whatever was opened is closed by every key that closes, and one is where one was.
#[test]
fn every_place_is_left_the_way_it_was_entered() {
    let mut left_wrong = Vec::new();
    let rich = rich();
    for size in SIZES.into_iter().chain([(40, 12)]) {
        for (from, into, outs) in places::WAYS {
            for out in outs.split_whitespace() {
                let mut state = rich.browser(Lang::Fr, size);
                press(&mut state, "Enter Esc");
                press(&mut state, from);
                let before = Seen::of(&state);
                press(&mut state, into);
                let inside = Seen::of(&state);
                assert_ne!(before.screen, inside.screen, "{from:?} {into:?} at {size:?}");
                press(&mut state, &out.replace('+', " "));
                // A key without a meaning here: what was said of the one before goes away.
                press(&mut state, "x");
                let after = Seen::of(&state);
                let place = |seen: &Seen| (seen.view.clone(), seen.event.clone(), seen.overlay.clone());
                let differs =
                    after.screen.lines().zip(before.screen.lines()).find(|(after, before)| after != before);
                if differs.is_some() || place(&after) != place(&before) {
                    left_wrong.push(format!("{from:?} {into:?} {out:?} at {size:?}: {differs:?}"));
                }
            }
        }
    }
    assert!(left_wrong.is_empty(), "{}", left_wrong.join("\n"));
}

/// No key of a place that types nothing is kept from its command by the line.
#[test]
fn a_line_keeps_only_the_keys_that_edit_it() {
    let mut state = Checked::new(builtin()).browser(Lang::En, (120, 36));
    for spec in COMMANDS {
        for written in spec.keys {
            let keys = Key::parse(&written.replace("{a-z}", "a")).unwrap();
            press(&mut state, "Esc Esc Esc : x");
            let before = Seen::of(&state);
            asked(&mut state, &written.replace("{a-z}", "a"));
            let after = Seen::of(&state);
            let is_edit = places::edits(&keys);
            let line = |seen: &Seen| seen.overlay.as_ref().and_then(|overlay| overlay.line.clone());
            assert!(is_edit || line(&after) == line(&before) || line(&after).is_none(), "{written}");
        }
    }
}
