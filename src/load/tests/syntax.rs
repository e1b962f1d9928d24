//! What is not YAML, and where.

use crate::i18n::Lang;
use crate::load::document::locate_all;
use crate::load::yaml::tree;

#[test]
fn errors_are_placed_where_they_are() {
    for (yaml, line, column, message) in [
        ("a: \"\u{2028}\u{85}\"\r\nc: d: e", 2, 5, "mapping values are not allowed"),
        ("a: b: c", 1, 5, "mapping values are not allowed in this context"),
        ("é: 1\n\tb: 2", 2, 1, "found a tab character that violates indentation"),
        ("é:\n\tb: 2", 2, 1, "found character that cannot start any token"),
        ("a: \"x\nb: 1\n", 1, 4, "this quotation mark is never closed"),
        ("é: {x: [1, 2}", 1, 13, "did not find expected ',' or ']'"),
        ("a: é\nb: \"\x07\"", 2, 5, "control characters are not allowed"),
        ("a: *b", 1, 4, "a text that begins with `*` has to stand in quotation marks"),
        ("a: 1\n b: 2\n", 2, 3, "mapping values are not allowed in this context"),
        ("a: !!int x", 1, 4, "invalid value"),
    ] {
        let finding = tree(yaml).unwrap_err();
        let problem = locate_all(vec![*finding], "f", yaml, 0).remove(0);
        let told = problem.message.in_language(Lang::En);
        assert!(told.contains(message), "{yaml}: {told}");
        assert_eq!((problem.at.line, problem.at.column), (line, column), "{yaml}: {told}");
    }
}
