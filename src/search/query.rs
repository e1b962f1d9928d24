//! What a person types, taken apart.

use super::fold;

/// A query in fzf's language, with filters besides:
///
/// | sign | finds |
/// |---|---|
/// | `word` | what is like it: fuzzily in short texts, as it is in long ones |
/// | `'word` | what has it in it |
/// | `'word'` | what has it as a whole word |
/// | `^word`, `word$` | what begins, what ends with it; with both signs what is it |
/// | `!word` | what does not have it; also `!^word`, `!word$`, `!'word'` |
/// | `a b`, `a \| b` | both; either, which binds closer |
/// | `a\ b`, `"a b"` | with the blank in between |
/// | `tag:a`, `place:a`, `source:a` | what has it in the names of its tags, places, sources; `étiquette:`, `lieu:`, `doc:` |
///
/// A single Latin letter or digit, as one begins to type, is looked for in short texts alone: almost every long one
/// has it. Accents, ligatures and case mean nothing. A sign with nothing behind it, as one has while typing, is as good
/// as not there; a word before `:` that is no filter is plain text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// All of them must hold, and of each at least one term. None is empty.
    pub(super) groups: Vec<Vec<Term>>,
}

/// One word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Term {
    /// Whether it must not be there.
    pub(super) is_negated: bool,
    pub(super) scope: Scope,
    pub(super) kind: Kind,
    /// Folded, never empty.
    pub(super) text: String,
}

/// Where a term is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    Anywhere,
    Tag,
    Place,
    Source,
}

/// How a term must stand in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// As it is, or in short texts nearly so.
    Fuzzy,
    /// As it is.
    Exact,
    /// As a whole word.
    Word,
    /// At the beginning.
    Prefix,
    /// At the end.
    Suffix,
    /// As the whole text.
    Whole,
}

/// The filters by the words, folded, that ask for them.
const QUALIFIERS: [(&str, Scope); 6] = [
    ("tag:", Scope::Tag),
    ("etiquette:", Scope::Tag),
    ("place:", Scope::Place),
    ("lieu:", Scope::Place),
    ("source:", Scope::Source),
    ("doc:", Scope::Source),
];

impl Query {
    /// Reads what was typed, finished or not. There is no wrong query.
    pub fn parse(typed: &str) -> Self {
        let mut groups: Vec<Vec<Term>> = Vec::new();
        let mut is_alternative = false;
        for token in tokens(&fold(typed)) {
            if token.is_bar() {
                is_alternative = true;
            } else if let Some(term) = token.term() {
                match groups.last_mut() {
                    Some(group) if is_alternative => group.push(term),
                    _ => groups.push(vec![term]),
                }
                is_alternative = false;
            }
        }
        Self { groups }
    }

    /// The words of a text, none of which is a sign.
    pub fn words(text: &str) -> Self {
        let term = |word: &str| {
            let text = word.to_owned();
            vec![Term { is_negated: false, scope: Scope::Anywhere, kind: Kind::Fuzzy, text }]
        };
        Self { groups: fold(text).split(' ').filter(|word| !word.is_empty()).map(term).collect() }
    }

    /// Whether nothing is asked for, so that everything is an answer.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }
}

/// What stands between two blanks.
#[derive(Debug, Default)]
struct Token {
    /// Before the quotation mark, if there is one.
    head: String,
    /// Between quotation marks.
    quoted: Option<String>,
    /// Behind them.
    tail: String,
    has_escape: bool,
}

fn tokens(folded: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut token = Token::default();
    let mut chars = folded.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            ' ' => tokens.push(std::mem::take(&mut token)),
            '\\' if chars.next_if_eq(&' ').is_some() => {
                token.push(' ');
                token.has_escape = true;
            }
            // Somebody is about to type the blank.
            '\\' if chars.peek().is_none() => {}
            '"' if token.may_quote() => {
                token.quoted = Some(chars.by_ref().take_while(|c| *c != '"').collect());
            }
            c => token.push(c),
        }
    }
    tokens.push(token);
    tokens
}

impl Token {
    fn push(&mut self, c: char) {
        if self.quoted.is_some() { &mut self.tail } else { &mut self.head }.push(c);
    }

    fn is_bar(&self) -> bool {
        self.head == "|" && self.quoted.is_none()
    }

    /// Whether a quotation mark here opens a quotation: behind nothing but signs and a filter.
    fn may_quote(&self) -> bool {
        let rest = self.head.trim_start_matches('!');
        let rest = qualifier(rest).map_or(rest, |(_, rest)| rest);
        self.quoted.is_none() && rest.chars().all(|c| matches!(c, '\'' | '^'))
    }

    fn term(self) -> Option<Term> {
        let (is_negated, rest) =
            self.head.strip_prefix('!').map_or((false, &*self.head), |rest| (true, rest));
        let (scope, rest) = qualifier(rest).unwrap_or((Scope::Anywhere, rest));
        let is_plain = !is_negated && scope == Scope::Anywhere && self.quoted.is_none();
        let last = if self.quoted.is_some() { &*self.tail } else { rest };
        let is_end = last.ends_with('$');
        let rest = if self.quoted.is_none() && is_end { &rest[..rest.len() - 1] } else { rest };
        let (kind, text) = sign(rest);
        let kind = match (kind, is_end) {
            (Some(Kind::Prefix), true) => Kind::Whole,
            (_, true) => Kind::Suffix,
            (Some(kind), false) => kind,
            (None, false) if is_plain => Kind::Fuzzy,
            (None, false) => Kind::Exact,
        };
        let text = self.quoted.as_deref().unwrap_or(text).trim_matches(|c| c == ' ' && !self.has_escape);
        let is_nothing = text.trim_matches([' ', '\'']).is_empty();
        (!is_nothing).then(|| Term { is_negated, scope, kind, text: text.to_owned() })
    }
}

fn qualifier(text: &str) -> Option<(Scope, &str)> {
    QUALIFIERS.iter().find_map(|(name, scope)| Some((*scope, text.strip_prefix(name)?)))
}

/// What the signs around a word ask for, and the word.
fn sign(text: &str) -> (Option<Kind>, &str) {
    if let Some(rest) = text.strip_prefix('\'') {
        return match rest.strip_suffix('\'') {
            Some(word) if !word.is_empty() => (Some(Kind::Word), word),
            _ => (Some(Kind::Exact), rest),
        };
    }
    text.strip_prefix('^').map_or((None, text), |rest| (Some(Kind::Prefix), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A query as it was understood, in one line.
    fn read(typed: &str) -> String {
        let term = |term: &Term| {
            let not = if term.is_negated { "not " } else { "" };
            let scope = match term.scope {
                Scope::Anywhere => String::new(),
                scope => format!("{scope:?} "),
            };
            format!("{not}{scope}{:?} {}", term.kind, term.text)
        };
        let group = |group: &Vec<Term>| group.iter().map(term).collect::<Vec<_>>().join(" or ");
        Query::parse(typed).groups.iter().map(group).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn every_sign() {
        for (typed, meaning) in [
            ("Traité", "Fuzzy traite"),
            ("corée nord", "Fuzzy coree, Fuzzy nord"),
            ("'traité", "Exact traite"),
            ("’traité", "Exact traite"),
            ("'traité'", "Word traite"),
            ("'l’été'", "Word l'ete"),
            ("^le", "Prefix le"),
            ("nord$", "Suffix nord"),
            ("'nord$", "Suffix nord"),
            ("^nord$", "Whole nord"),
            ("!traité", "not Exact traite"),
            ("!'traité", "not Exact traite"),
            ("!'traité'", "not Word traite"),
            ("!^le", "not Prefix le"),
            ("!nord$", "not Suffix nord"),
            ("!^nord$", "not Whole nord"),
            ("pacte | traité 1961", "Fuzzy pacte or Fuzzy traite, Fuzzy 1961"),
            ("a | b | !c d", "Fuzzy a or Fuzzy b or not Exact c, Fuzzy d"),
            ("kim\\ jong", "Fuzzy kim jong"),
            ("'kim\\ jong un", "Exact kim jong, Fuzzy un"),
            ("“Kim Jong” un", "Exact kim jong, Fuzzy un"),
            ("!\"a b\"$", "not Suffix a b"),
            ("^\"a b\"", "Prefix a b"),
            ("aujourd’hui", "Fuzzy aujourd'hui"),
            ("a|b a!b a^b $a", "Fuzzy a|b, Fuzzy a!b, Fuzzy a^b, Fuzzy $a"),
        ] {
            assert_eq!(read(typed), meaning, "{typed}");
        }
    }

    #[test]
    fn filters() {
        for (typed, meaning) in [
            ("tag:Traité nord", "Tag Exact traite, Fuzzy nord"),
            ("étiquette:traité", "Tag Exact traite"),
            ("place:pyongyang", "Place Exact pyongyang"),
            ("LIEU:^Pyong", "Place Prefix pyong"),
            ("source:doc1 | doc:cnn", "Source Exact doc1 or Source Exact cnn"),
            ("!tag:traité", "not Tag Exact traite"),
            ("tag:\"union soviétique\" kim", "Tag Exact union sovietique, Fuzzy kim"),
            ("tag:«union sov", "Tag Exact union sov"),
            ("tag:'traité'", "Tag Word traite"),
            ("http://x and:y", "Fuzzy http://x, Fuzzy and:y"),
        ] {
            assert_eq!(read(typed), meaning, "{typed}");
        }
    }

    #[test]
    fn what_is_not_finished_asks_for_nothing() {
        let nothing = [
            "", " ", "!", "'", "’", "^", "$", "|", "!^", "!'", "^$", "''", "\"", "\"\"", "\\", "\\ ", "tag:",
        ];
        for typed in nothing {
            assert!(Query::parse(typed).is_empty(), "{typed:?}");
            assert_eq!(read(&format!("a {typed}")), "Fuzzy a", "{typed:?}");
        }
        assert_eq!(read("a | "), "Fuzzy a");
        assert_eq!(read("| a | | b"), "Fuzzy a or Fuzzy b");
        assert_eq!(read("!tag: a !"), "Fuzzy a");
    }

    #[test]
    fn plain_words_have_no_signs() {
        let texts: Vec<_> = Query::words("!Le 'traité |").groups.concat();
        assert_eq!(texts.iter().map(|term| &*term.text).collect::<Vec<_>>(), ["!le", "'traite", "|"]);
        assert!(texts.iter().all(|term| term.kind == Kind::Fuzzy && !term.is_negated));
    }
}
