//! What the screens look like, letters and styles.

use frise::i18n::Lang;

use crate::support::{browser, builtin, press, screen};

fn snapshot(name: &str, keys: &str, lang: Lang, size: (u16, u16)) {
    let mut state = browser(&builtin(), lang, size);
    press(&mut state, keys);
    insta::assert_snapshot!(name, screen::with_styles(&state));
}

#[test]
fn the_first_screen() {
    for (width, height) in [(40, 12), (60, 20), (80, 24), (120, 36), (200, 50)] {
        for lang in Lang::ALL {
            let name = format!("first_{width}x{height}_{}", lang.tag());
            snapshot(&name, "", lang, (width, height));
        }
    }
}

#[test]
fn the_other_panes() {
    for (width, height) in [(80, 24), (120, 36)] {
        for (pane, keys) in [
            ("detail", "j Enter"),
            ("reader", "j Enter Enter"),
            ("sources", "s"),
            ("problems", "!"),
            ("help", "?"),
            ("unfolded", "z G"),
            ("light", "F3 j"),
        ] {
            snapshot(&format!("{pane}_{width}x{height}"), keys, Lang::Fr, (width, height));
        }
    }
}
