//! From text to tree, and what to say when there is no way.

use serde::Deserialize;

use super::super::rules::reading::{ALIAS_BOMB, TOO_DEEP, YAML_SYNTAX};
use super::mistake;
use super::node::Node;
use crate::load::diagnostics::{Finding, Spot, said};

/// The first document of `yaml`, and whether there are more.
///
/// # Errors
///
/// The text is not YAML.
pub(in crate::load) fn parse(yaml: &str) -> Result<(Node<'_>, bool), Box<Finding>> {
    let mut documents = serde_yaml::Deserializer::from_str(yaml);
    let Some(first) = documents.next() else { return Ok((Node::Null, false)) };
    let node = Node::deserialize(first).map_err(|error| Box::new(explain(yaml, &error)))?;
    Ok((node, documents.next().is_some()))
}

fn explain(yaml: &str, error: &serde_yaml::Error) -> Finding {
    let said = error.to_string();
    let at = error.location().map_or(0, |location| byte(yaml, location.line(), location.column()));
    if said.starts_with("control characters") {
        // The one error without a position.
        let at = yaml.find(is_forbidden).unwrap_or(0);
        let message = said!(en: "control characters are not allowed", fr: "les caractères de contrôle ne sont pas permis");
        return Finding::new(&YAML_SYNTAX, Spot::Bytes(at..at), message).help(said!(
            en: "write it as an escape in double quotation marks, such as \"\\e\", or take it out",
            fr: "écrivez-le comme un échappement entre guillemets doubles, par exemple \"\\e\", ou retirez-le",
        ));
    }
    let spot = Spot::Bytes(at..at);
    match said.as_str() {
        said if said.starts_with("recursion limit") => Finding::new(
            &TOO_DEEP,
            spot,
            said!(en: "lists and mappings lie too deep in each other", fr: "listes et tables sont trop imbriquées"),
        ),
        said if said.starts_with("repetition limit") => Finding::new(
            &ALIAS_BOMB,
            spot,
            said!(en: "the aliases stand for too much", fr: "les alias remplacent trop de choses"),
        ),
        said => mistake::explain(yaml, at, &without_position(said)),
    }
}

/// The byte at a line and column of `serde_yaml`, both from 1 (its own index counts some line ends twice). It
/// also ends lines where YAML 1.1 did and no editor does.
fn byte(yaml: &str, line: usize, column: usize) -> usize {
    let mut chars = yaml.char_indices().peekable();
    for _ in 1..line {
        let is_end = |c: char| matches!(c, '\r' | '\n' | '\u{85}' | '\u{2028}' | '\u{2029}');
        if chars.by_ref().find(|(_, c)| is_end(*c)).is_some_and(|(_, c)| c == '\r') {
            chars.next_if(|(_, c)| *c == '\n');
        }
    }
    chars.nth(column.saturating_sub(1)).map_or(yaml.len(), |(byte, _)| byte)
}

/// What `serde_yaml` refuses in a text (YAML 1.2.2, 5.1).
fn is_forbidden(c: char) -> bool {
    let is_allowed =
        matches!(c, '\t' | '\n' | '\r' | ' '..='~' | '\u{85}' | '\u{a0}'..='\u{fffd}' | '\u{10000}'..);
    !is_allowed
}

/// The message without its own position, which is shown anyway, but with that of what it is a part of.
fn without_position(said: &str) -> String {
    let (problem, context) =
        said.split_once(", ").map_or((said, None), |(problem, rest)| (problem, Some(rest)));
    let problem = problem.split(" at line ").next().unwrap_or(problem);
    let problem =
        if problem == "unknown anchor" { "the alias names nothing that comes before it" } else { problem };
    context.map_or(problem.to_owned(), |context| format!("{problem}, {context}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn further_documents_are_noticed() {
        assert_eq!(parse("a").unwrap(), (Node::Text("a".into()), false));
        assert_eq!(parse("--- a\n...\n").unwrap(), (Node::Text("a".into()), false));
        assert!(parse("a: 1\n---\nb: [").unwrap().1);
        assert_eq!(parse("# nothing\n").unwrap(), (Node::Null, false));
    }
}
