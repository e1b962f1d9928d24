//! What was probably meant where a text is not YAML.

use std::ops::Range;

use super::edit::single_quoted;
use super::scan;
use crate::load::diagnostics::{Applicability, Change, Finding, Spot, said};
use crate::load::rules::reading::YAML_SYNTAX;
use crate::load::schema::keys;

/// How many lines above the one where reading ends are looked at.
const LINES_ABOVE: usize = 2;

/// Why `text` cannot be read from the byte `at` on, where a parser says `problem`.
pub(in crate::load) fn explain(text: &str, at: usize, problem: &str) -> Finding {
    odd_space(text, at)
        .or_else(|| open_quote(text, at, problem))
        .or_else(|| glued_colon(text, at))
        .or_else(|| escape(text, at, problem))
        .or_else(|| bare_text(text, at, problem))
        .unwrap_or_else(|| plainly(text, at, problem))
}

/// The bytes of the line around `at`, without its end.
fn line_of(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = text[at..].find(['\n', '\r']).map_or(text.len(), |end| at + end);
    start..end
}

/// The line around `at` and a few above, the nearest first.
fn lines_up(text: &str, at: usize) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut next = Some(at);
    let lines = std::iter::from_fn(move || {
        let line = line_of(text, next?);
        next = line.start.checked_sub(1);
        Some(line)
    });
    lines.take(1 + LINES_ABOVE)
}

/// Space that is none to YAML, in an indentation or behind a colon or a dash.
fn odd_space(text: &str, at: usize) -> Option<Finding> {
    lines_up(text, at).find_map(|line| odd_space_in(text, line)).map(|at| {
        let c = text[at..].chars().next().unwrap_or(' ');
        let code = format!("U+{:04X}", u32::from(c));
        let message = said!(
            en: "this space is not one to YAML: it is {code}",
            fr: "cette espace n’en est pas une pour YAML\u{a0}: c’est {code}",
        );
        let label = match c {
            '\u{a0}' | '\u{202f}' => said!(en: "a no-break space", fr: "une espace insécable"),
            _ => said!(en: "not a plain space", fr: "pas une espace ordinaire"),
        };
        let replace =
            said!(en: "put a plain space in its place", fr: "mettez une espace ordinaire à sa place");
        Finding::new(&YAML_SYNTAX, Spot::Bytes(at..at + c.len_utf8()), message)
            .label(label)
            .help(replace.clone())
            .fix(Applicability::MachineApplicable, replace, Change::Raw(" ".to_owned()))
    })
}

/// The first such space of a line.
pub(in crate::load) fn odd_space_in(text: &str, line: Range<usize>) -> Option<usize> {
    let content = &text[line.clone()];
    let is_odd = |c: char| (c.is_whitespace() && !c.is_ascii()) || c == '\u{feff}' || c == '\u{200b}';
    let indent =
        content.len() - content.trim_start_matches(|c: char| c == ' ' || c == '-' || is_odd(c)).len();
    if let Some(odd) = content[..indent].find(is_odd) {
        return Some(line.start + odd);
    }
    let behind_colon = content.find(':').filter(|colon| is_key(&content[indent..*colon]))? + 1;
    let space = content[behind_colon..].len() - content[behind_colon..].trim_start().len();
    content[behind_colon..behind_colon + space].find(is_odd).map(|odd| line.start + behind_colon + odd)
}

fn is_key(text: &str) -> bool {
    keys::OBJECTS.iter().any(|object| object.key(text.trim()).is_some())
}

/// A quotation mark that is closed nowhere, or later than was meant.
fn open_quote(text: &str, at: usize, problem: &str) -> Option<Finding> {
    let (quoted, open) = scan::quotes(text);
    if let Some(start) = open
        && problem.contains("end of")
    {
        let message =
            said!(en: "this quotation mark is never closed", fr: "ce guillemet n’est jamais refermé");
        let help = said!(
            en: "close it, or put the whole text in '…' if the mark is a part of it",
            fr: "refermez-le, ou mettez tout le texte entre '…' si le guillemet en fait partie",
        );
        return Some(Finding::new(&YAML_SYNTAX, Spot::Bytes(start..start + 1), message).help(help));
    }
    let on_this_line = |quoted: &Range<usize>| {
        quoted.end <= at
            && text[quoted.clone()].contains('\n')
            && !text[quoted.end..at].trim_end_matches(['\n', '\r', ' ']).contains('\n')
    };
    let quoted = quoted.into_iter().rev().find(on_this_line)?;
    let line = text[..quoted.end].matches('\n').count() + 1;
    let message = said!(
        en: "the quotation mark opened here is closed only on line {line}",
        fr: "le guillemet ouvert ici n’est refermé qu’à la ligne {line}",
    );
    let help = said!(
        en: "is the mark at the end of this line missing?",
        fr: "manque-t-il le guillemet à la fin de cette ligne\u{a0}?",
    );
    Some(Finding::new(&YAML_SYNTAX, Spot::Bytes(quoted.start..quoted.start + 1), message).help(help))
}

/// A known key with its colon in the wrong place: `date:1916`, `title :E`.
fn glued_colon(text: &str, at: usize) -> Option<Finding> {
    lines_up(text, at).find_map(|line| {
        let content = &text[line.clone()];
        let indent = content.len() - content.trim_start_matches([' ', '-', '{', ',']).len();
        let colon = content.find(':')?;
        let key = content.get(indent..colon)?;
        let value = &content[colon + 1..];
        let is_wrong = !value.is_empty() && !value.starts_with(' ');
        (is_wrong && is_key(key)).then(|| {
            let (key, first) = (key.trim(), line.start + indent);
            let message = said!(
                en: "a space is missing after the colon of `{key}`",
                fr: "il manque une espace après les deux-points de `{key}`",
            );
            let value = value.trim_end();
            let help = said!(en: "write `{key}: {value}`", fr: "écrivez `{key}: {value}`");
            Finding::new(&YAML_SYNTAX, Spot::Bytes(first..line.start + colon + 1), message)
                .help(help.clone())
                .fix(Applicability::MaybeIncorrect, help, Change::Raw(format!("{key}: ")))
        })
    })
}

/// A backslash between double quotation marks that begins no escape.
fn escape(text: &str, at: usize, problem: &str) -> Option<Finding> {
    if !problem.contains("escape") && !problem.contains("hex") {
        return None;
    }
    let line = line_of(text, at);
    let backslash = line.start + text[line.start..(at + 1).min(line.end)].rfind('\\')?;
    let message = said!(
        en: "between double quotation marks a backslash begins an escape, and this is none",
        fr: "entre guillemets doubles, la barre oblique inverse commence un échappement, et ceci n’en est pas un",
    );
    let help = said!(
        en: "write `\\\\`, or put the text in '…', where a backslash is only itself",
        fr: "écrivez `\\\\`, ou mettez le texte entre '…', où elle n’est qu’elle-même",
    );
    let double = said!(en: "write two backslashes", fr: "écrire deux barres obliques inverses");
    Some(Finding::new(&YAML_SYNTAX, Spot::Bytes(backslash..backslash + 1), message).help(help).fix(
        Applicability::MaybeIncorrect,
        double,
        Change::Raw("\\\\".to_owned()),
    ))
}

/// A text that YAML takes for something else, for how it begins or for a colon in it.
fn bare_text(text: &str, at: usize, problem: &str) -> Option<Finding> {
    let line = line_of(text, at);
    let content = &text[line.clone()];
    let indent = content.len() - content.trim_start_matches([' ', '-', '{']).len();
    let colon = content[indent..].find(": ").map(|colon| indent + colon);
    let from = colon.map_or(indent, |colon| colon + 2);
    let value = content[from..].trim_start();
    let start = line.start + content.len() - value.len();
    let value = value.trim_end();
    if start > at || value.is_empty() || problem.contains("invalid ") {
        return None;
    }
    let first = value.chars().next()?;
    let begins_oddly = "[{\"'&*!|>%@`".contains(first);
    let has_colon = problem.contains("mapping values") && value.contains(": ");
    // What is closed and followed by nothing is what it seems to be.
    let is_closed = matches!(first, '[' | '{') && value.ends_with([']', '}']);
    if !(begins_oddly && !is_closed || has_colon) {
        return None;
    }
    let quoted = single_quoted(value);
    let message = if begins_oddly {
        said!(
            en: "a text that begins with `{first}` has to stand in quotation marks",
            fr: "un texte qui commence par `{first}` se met entre guillemets droits",
        )
    } else {
        said!(
            en: "mapping values are not allowed in this context",
            fr: "un texte avec `: ` se met entre guillemets droits",
        )
    };
    let in_flow = content[..from].contains('{');
    let help = match colon.filter(|_| !in_flow) {
        Some(colon) => {
            let key = content[indent..colon].trim();
            said!(en: "write `{key}: {quoted}`", fr: "écrivez `{key}: {quoted}`")
        }
        None if in_flow => said!(en: "put it in '…'", fr: "mettez-le entre '…'"),
        None => said!(en: "write `{quoted}`", fr: "écrivez `{quoted}`"),
    };
    let spot = if begins_oddly { start..start + value.len() } else { at..at };
    let finding = Finding::new(&YAML_SYNTAX, Spot::Bytes(spot), message).help(help);
    if in_flow {
        return Some(finding);
    }
    let put = said!(en: "put the text in quotation marks", fr: "mettre le texte entre guillemets droits");
    let whole = Spot::Bytes(start..start + value.len());
    Some(finding.fix_at(whole, Applicability::MaybeIncorrect, put, Change::Raw(quoted)))
}

/// What the parsers say, in French.
const IN_FRENCH: &[(&str, &str)] = &[
    ("mapping values are not allowed", "une valeur n’est pas permise ici"),
    ("tab", "une tabulation ne peut pas servir d’indentation"),
    ("cannot start any token", "ce caractère ne peut rien commencer"),
    ("end of stream", "le fichier finit trop tôt"),
    ("',' or ']'", "il manque `,` ou `]`"),
    ("',' or '}'", "il manque `,` ou `}`"),
    ("expected key", "une clé devait suivre"),
    ("'-' indicator", "un tiret devait suivre"),
    ("expected ':'", "il manque les deux-points"),
    ("block sequence", "un élément de liste n’est pas permis ici"),
    ("alias", "l’alias ne désigne rien de ce qui précède"),
    ("anchor", "l’alias ne désigne rien de ce qui précède"),
    ("invalid", "cette valeur n’est pas de la sorte que dit son étiquette"),
    ("comment or line break", "rien ne peut suivre sur cette ligne"),
];

fn plainly(text: &str, at: usize, problem: &str) -> Finding {
    let known = IN_FRENCH.iter().find(|(needle, _)| problem.contains(needle));
    let french = known.map_or("ceci n’est pas du YAML", |(_, french)| french);
    let message = crate::load::diagnostics::Localized::new(problem, french);
    let finding = Finding::new(&YAML_SYNTAX, Spot::Bytes(at..at), message);
    let help = match text[at..].chars().next() {
        Some('\t') => said!(en: "indent with spaces, not with tabs", fr: "indentez par des espaces"),
        Some(c @ ('@' | '`' | '%')) => said!(
            en: "put a text that begins with `{c}` in quotation marks",
            fr: "mettez entre guillemets droits un texte qui commence par `{c}`",
        ),
        _ if problem.contains("mapping values are not allowed") => said!(
            en: "put a text with `: ` in it in quotation marks, or look at the indentation",
            fr: "mettez entre guillemets droits un texte avec `: `, ou regardez l’indentation",
        ),
        _ if problem.contains("end of stream") => said!(
            en: "a quotation mark or a bracket is never closed",
            fr: "un guillemet ou un crochet n’est jamais refermé",
        ),
        _ if problem.contains("expected key") || problem.contains("block") => said!(
            en: "look at the indentation of this line and the one above, and for a quotation mark that is not closed",
            fr: "regardez l’indentation de cette ligne et de la précédente, et s’il manque un guillemet fermant",
        ),
        _ if problem.contains("alias") => said!(
            en: "put a text that begins with `*` in quotation marks",
            fr: "mettez entre guillemets droits un texte qui commence par `*`",
        ),
        _ => return finding,
    };
    finding.help(help)
}
