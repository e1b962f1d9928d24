//! Words on the screen and on paper that a reader of French or English would stumble over.

use frise::i18n::Lang;

use crate::support::{browser, builtin, frise, press, run, screen};

#[test]
fn what_a_document_does_not_state_agrees_with_its_name() {
    let mut state = browser(&builtin(), Lang::Fr, (120, 100));
    press(&mut state, "s");
    let sheet = screen::text(&state);
    let shown = run(frise(&["show", "--lang", "fr"]));
    for text in [&sheet, &shown.out] {
        let missing: Vec<&str> =
            text.lines().filter(|line| line.trim_end().contains("non précisé")).collect();
        assert!(missing.len() > 4, "{text}");
        for line in missing.iter().filter(|line| !line.contains("Doc.") && !line.contains("éditeur")) {
            let is_feminine = ["Publication", "Adresse", "Agence", "Date ", "Nature"]
                .iter()
                .any(|name| line.contains(name));
            assert_eq!(line.contains("non précisée"), is_feminine, "{line}");
        }
    }
}
