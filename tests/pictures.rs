//! The pictures of the documents show what the program draws.

use std::fs;
use std::path::Path;

use frise::i18n::Lang;
use frise::theme::Depth;

use crate::support::{browser, builtin, press, screen, svg, type_text};

/// Set to `1`, it makes this test draw the pictures anew.
const DRAW: &str = "FRISE_DRAW_PICTURES";

/// A picture: its file, the keys that lead to it, the words that are typed then, and what it shows.
type Picture = (&'static str, &'static str, &'static str, &'static str);

/// Draws `pictures` in `folder`, each in `lang`, or compares them with what was drawn.
fn check(folder: &str, lang: Lang, suffix: &str, pictures: &[Picture]) {
    let draft = builtin();
    for (name, keys, typed, title) in pictures {
        let mut state = browser(&draft, lang, (112, 30));
        press(&mut state, keys);
        type_text(&mut state, typed);
        let drawn = svg::picture(&screen::buffer(&state, Depth::True), title);
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("assets")
            .join(folder)
            .join(format!("{name}{suffix}.svg"));
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

#[test]
fn the_pictures_of_the_readme_show_what_the_program_draws() {
    check(
        "screens",
        Lang::En,
        "",
        &[
            ("browser", "j", "", "frise: the list of events and the detail of one"),
            ("reader", "j Enter Enter", "", "frise: a quote in its article"),
        ],
    );
}

#[test]
fn the_pictures_of_the_guide_show_what_the_program_draws() {
    let pictures: [(&str, &str, &str); 4] = [
        ("browser", "j", ""),
        ("reader", "j Enter Enter", ""),
        ("search", "/", "coree"),
        ("axis", "z G 3k =", ""),
    ];
    for (lang, titles) in [
        (Lang::En, ["The browser", "A quote in its article", "A search", "The axis in hours"]),
        (Lang::Fr, ["Le navigateur", "Une citation dans son article", "Une recherche", "L’axe en heures"]),
    ] {
        let titled = pictures.iter().zip(titles);
        let pictures: Vec<Picture> =
            titled.map(|((name, keys, typed), title)| (*name, *keys, *typed, title)).collect();
        check("guide", lang, &format!("-{}", lang.tag()), &pictures);
    }
}
