//! The pictures of the documents show what the program draws.

use std::fs;
use std::path::Path;

use frise::i18n::Lang;
use frise::theme::Depth;

use crate::support::{browser, builtin, press, screen, svg};

/// Set to `1`, it makes this test draw the pictures anew.
const DRAW: &str = "FRISE_DRAW_PICTURES";

#[test]
fn pictures_show_what_the_program_draws() {
    let draft = builtin();
    for (file, keys, lang, size, title) in [
        ("browser.svg", "j", Lang::En, (112, 30), "frise: the list of events and the detail of one"),
        ("reader.svg", "j Enter Enter", Lang::En, (112, 30), "frise: a quote in its article"),
    ] {
        let mut state = browser(&draft, lang, size);
        press(&mut state, keys);
        let drawn = svg::picture(&screen::buffer(&state, Depth::True), title);
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/screens").join(file);
        if std::env::var_os(DRAW).is_some() {
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder for pictures");
            fs::write(&path, &drawn).expect("a picture that can be written");
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            kept == drawn,
            "{} is out of date: run the tests with {DRAW}=1 and look at it",
            path.display()
        );
    }
}
