//! What a person types, taken apart.

use super::field::FieldKind;
use super::fold;
use crate::model::Date;

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
/// | `tag:a`, `place:a`, `source:a`, `speaker:a` | what has it in the names of its tags, places, sources, speakers; `étiquette:`, `#`, `lieu:`, `doc:`, `locuteur:` |
/// | a date, in any form | also the events whose time it lies in or touches |
///
/// A single Latin letter or digit, as one begins to type, is looked for in short texts alone: almost every long one
/// has it. Accents, ligatures and case mean nothing. A sign with nothing behind it, as one has while typing, is as good
/// as not there; a word before `:` that is no filter is plain text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// All of them must hold, and of each at least one term. None is empty.
    pub(super) groups: Vec<Vec<Term>>,
    /// The dates that all of it may be.
    pub(super) dates: Vec<Date>,
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
    /// The dates that it may be.
    pub(super) dates: Vec<Date>,
    /// The plain words next to it, before and after.
    pub(super) beside: [Option<String>; 2],
}

/// Where a term is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    Anywhere,
    Tag,
    Place,
    Source,
    Speaker,
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
const QUALIFIERS: [(&str, Scope); 9] = [
    ("tag:", Scope::Tag),
    ("etiquette:", Scope::Tag),
    // As tags stand on the screen.
    ("#", Scope::Tag),
    ("place:", Scope::Place),
    ("lieu:", Scope::Place),
    ("source:", Scope::Source),
    ("doc:", Scope::Source),
    ("speaker:", Scope::Speaker),
    ("locuteur:", Scope::Speaker),
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
        Self::of(groups)
    }

    /// The query of these groups, with what its plain words are together.
    fn of(mut groups: Vec<Vec<Term>>) -> Self {
        let words: Vec<Option<String>> = groups.iter().map(|group| plain_word(group)).collect();
        let word = |position: Option<usize>| words.get(position?)?.clone();
        for (position, group) in groups.iter_mut().enumerate() {
            if let [term] = group.as_mut_slice()
                && term.is_plain()
            {
                term.beside = [word(position.checked_sub(1)), word(Some(position + 1))];
            }
        }
        let whole: Option<Vec<String>> = words.into_iter().collect();
        let dates = whole.map_or_else(Vec::new, |words| dates(&words.join(" ")));
        Self { groups, dates }
    }

    /// The words of a text, none of which is a sign.
    pub fn words(text: &str) -> Self {
        let term = |word: &str| vec![Term::new(false, Scope::Anywhere, Kind::Fuzzy, word.to_owned())];
        Self::of(fold(text).split(' ').filter(|word| !word.is_empty()).map(term).collect())
    }

    /// The same with this term alone.
    pub(super) fn only(term: &Term) -> Self {
        Self { groups: vec![vec![term.clone()]], dates: Vec::new() }
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
        (!is_nothing).then(|| Term::new(is_negated, scope, kind, text.to_owned()))
    }
}

impl Term {
    fn new(is_negated: bool, scope: Scope, kind: Kind, text: String) -> Self {
        let mut term = Self { is_negated, scope, kind, text, dates: Vec::new(), beside: [None, None] };
        if term.is_plain() {
            term.dates = dates(&term.text);
        }
        term
    }

    /// Whether a text of this kind is among what the term is looked for in.
    pub(super) fn is_about(&self, kind: FieldKind) -> bool {
        match self.scope {
            Scope::Anywhere => kind != FieldKind::Headline,
            Scope::Tag => kind == FieldKind::Tag,
            Scope::Place => kind == FieldKind::Place,
            Scope::Source => matches!(kind, FieldKind::Source | FieldKind::Headline),
            Scope::Speaker => kind == FieldKind::Speaker,
        }
    }

    /// Whether it is a word without any sign.
    fn is_plain(&self) -> bool {
        self.kind == Kind::Fuzzy && self.scope == Scope::Anywhere && !self.is_negated
    }
}

fn plain_word(group: &[Term]) -> Option<String> {
    match group {
        [term] if term.is_plain() => Some(term.text.clone()),
        _ => None,
    }
}

/// The dates that `text` may be: several where it has several readings. One or two digits are a number.
fn dates(text: &str) -> Vec<Date> {
    let is_number = text.len() < 3 || !text.contains(|c: char| c.is_ascii_digit());
    if is_number {
        return Vec::new();
    }
    match Date::parse(text) {
        Ok(date) => vec![date],
        Err(error) => error.readings.iter().filter_map(|reading| Date::parse(reading).ok()).collect(),
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
            ("#Visite !#'pacte'", "Tag Exact visite, not Tag Word pacte"),
            ("speaker:poutine | locuteur:^kim", "Speaker Exact poutine or Speaker Prefix kim"),
            ("http://x and:y", "Fuzzy http://x, Fuzzy and:y"),
        ] {
            assert_eq!(read(typed), meaning, "{typed}");
        }
    }

    #[test]
    fn what_is_not_finished_asks_for_nothing() {
        let nothing = [
            "", " ", "!", "'", "’", "^", "$", "|", "!^", "!'", "^$", "''", "\"", "\"\"", "\\", "\\ ", "tag:",
            "#",
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
    fn dates_are_read_as_people_write_them() {
        let dates =
            |typed: &str| -> Vec<String> { Query::parse(typed).dates.iter().map(Date::edtf).collect() };
        for (typed, expected) in [
            ("1950", &["1950"][..]),
            ("19/06/2024", &["2024-06-19"]),
            ("19 juin 2024", &["2024-06-19"]),
            ("années 1940", &["194X"]),
            ("03/04/2024", &["2024-04-03", "2024-03-04"]),
            ("2000–2001", &["2000/2001"]),
            ("19", &[]),
            ("mai", &[]),
            ("!1950", &[]),
            ("traité 1950", &[]),
        ] {
            assert_eq!(dates(typed), expected, "{typed}");
        }
        let terms = Query::parse("traité 1950").groups.concat();
        assert_eq!(terms.iter().map(|term| term.dates.len()).collect::<Vec<_>>(), [0, 1]);
    }

    #[test]
    fn plain_words_have_no_signs() {
        let texts: Vec<_> = Query::words("!Le 'traité |").groups.concat();
        assert_eq!(texts.iter().map(|term| &*term.text).collect::<Vec<_>>(), ["!le", "'traite", "|"]);
        assert!(texts.iter().all(|term| term.kind == Kind::Fuzzy && !term.is_negated));
    }
}
