//! Texts, dates, numbers, ids, addresses: the values of single keys.

use super::super::rules::reading::{DUPLICATE_KEY, MISSING_KEY, WRONG_TYPE};
use super::super::rules::values::{
    BAD_ALLOWANCE, BAD_DATE, BAD_DIGEST, BAD_ID, BAD_LANGUAGE, END_BEFORE_START, UNSAFE_URL,
};
use super::super::rules::{rule, rules};
use super::super::schema::keys::LANGUAGES;
use super::super::yaml::Node;
use super::Reader;
use crate::i18n::{self, Lang};
use crate::load::diagnostics::{
    Allowance, Applicability, Change, Finding, Localized, Part, Path, Severity, Spot, Step, is_it, nearest,
    said, to,
};
use crate::model::{Date, DateError, Dating, LanguageTag, Text};

impl Reader {
    /// A text in one language or several, whose languages are languages of the timeline.
    pub(super) fn text(&mut self, node: Node<'_>) -> Text {
        let text = self.wordings(node);
        for (language, _) in text.entries() {
            if self.languages.len() < LANGUAGES && !self.languages.contains(language) {
                self.languages.push(language.clone());
            }
        }
        text
    }

    /// A text that must say something.
    pub(super) fn said(&mut self, node: Node<'_>) -> Text {
        let text = self.text(node);
        if !text.is_empty() && text.entries().all(|(_, wording)| wording.trim().is_empty()) {
            self.report(self.on(&MISSING_KEY, said!(en: "the text is empty", fr: "le texte est vide")));
        }
        text
    }

    /// A text in one language or several.
    pub(super) fn wordings(&mut self, node: Node<'_>) -> Text {
        let pairs = match self.untagged(node) {
            Node::Map(pairs) => pairs,
            node => {
                let wording = self.string(node);
                return wording
                    .map_or(Text::default(), |wording| Text::single(self.language.clone(), wording));
            }
        };
        let mut entries: Vec<(LanguageTag, String)> = Vec::with_capacity(pairs.len());
        for (index, (key, value)) in pairs.into_iter().enumerate() {
            let Some(language) = self.language_key(index, &key) else { continue };
            if entries.iter().any(|(known, _)| *known == language) {
                let message = said!(
                    en: "`{language}` stands here for the second time",
                    fr: "`{language}` figure ici pour la deuxième fois",
                );
                let path = to(&self.path, Step::Item(index));
                let finding = Finding::on_key(&DUPLICATE_KEY, path, message);
                self.report(
                    finding.label(said!(en: "the first one counts", fr: "c’est la première qui compte")),
                );
                continue;
            }
            if entries.len() == LANGUAGES {
                let message = said!(
                    en: "a text has at most {LANGUAGES} languages",
                    fr: "un texte a au plus {LANGUAGES} langues",
                );
                self.report(Finding::on_key(&BAD_LANGUAGE, to(&self.path, Step::Item(index)), message));
                break;
            }
            let wording = self.at(Step::Item(index), |reader| reader.string(value));
            entries.extend(wording.map(|wording| (language, wording)));
        }
        Text::new(entries)
    }

    fn language_key(&mut self, index: usize, key: &Node<'_>) -> Option<LanguageTag> {
        let language = match key {
            Node::Text(tag) if is_language(tag) => return Some(LanguageTag::new(tag)),
            Node::Text(tag) => not_a_tag(tag),
            other => {
                let (kind, kind_fr) = other.kind();
                said!(
                    en: "a language is named by its tag, not by {kind}",
                    fr: "une langue se désigne par son code, pas par {kind_fr}",
                )
            }
        };
        let finding = Finding::on_key(&BAD_LANGUAGE, to(&self.path, Step::Item(index)), language);
        self.report(finding.help(said!(
            en: "write a text, or a mapping of languages: {{fr: …, en: …}}",
            fr: "écrivez un texte, ou une table de langues\u{a0}: {{fr: …, en: …}}",
        )));
        None
    }

    /// The language of something, by its tag.
    pub(super) fn language_tag(&mut self, node: Node<'_>) -> Option<LanguageTag> {
        let tag = self.string(node)?;
        if is_language(&tag) {
            return Some(LanguageTag::new(&tag));
        }
        let finding = self.on(&BAD_LANGUAGE, not_a_tag(&tag));
        self.report(finding.help(said!(
            en: "write a BCP 47 tag, such as fr, en or pt-BR",
            fr: "écrivez un code BCP 47, comme fr, en ou pt-BR",
        )));
        None
    }

    /// A string that must say something.
    pub(super) fn filled(&mut self, node: Node<'_>) -> Option<String> {
        let string = self.string(node)?;
        if string.trim().is_empty() {
            self.report(self.on(&MISSING_KEY, said!(en: "the text is empty", fr: "le texte est vide")));
        }
        Some(string)
    }

    /// The warnings that may stand in the mapping around them.
    pub(super) fn allow(&mut self, node: Node<'_>) {
        let scope = self.path.split_last().map_or_else(Path::new, |(_, around)| around.to_vec());
        self.each(node, |reader, _, node| {
            let Some(code) = reader.filled(node) else { return };
            match rule(&code) {
                Some(rule) if rule.severity == Severity::Warning => {
                    let path = reader.path.clone();
                    reader.allowances.push(Allowance { code: rule.code, scope: scope.clone(), path });
                }
                Some(_) => {
                    let message = said!(
                        en: "`{code}` is an error, and only warnings can be allowed",
                        fr: "`{code}` est une erreur, et seuls les avertissements peuvent être admis",
                    );
                    let finding = reader.on(&BAD_ALLOWANCE, message);
                    reader.report(finding.help(said!(en: "take it out", fr: "retirez-le")));
                }
                None if code.trim().is_empty() => {}
                None => {
                    let message =
                        said!(en: "no problem has the code `{code}`", fr: "aucun problème n’a le code `{code}`");
                    let finding = reader.on(&BAD_ALLOWANCE, message);
                    let warnings = || {
                        let warnings = rules().filter(|rule| rule.severity == Severity::Warning);
                        warnings.map(|rule| rule.code)
                    };
                    let meant = nearest(&code, warnings()).or_else(|| {
                        warnings().find(|known| known.contains(code.as_str()))
                    });
                    reader.report(if let Some(known) = meant {
                        finding.help(is_it(known)).probably(known)
                    } else {
                        let all = warnings().collect::<Vec<_>>().join(", ");
                        finding.help(said!(
                            en: "the codes of warnings are {all}",
                            fr: "les codes des avertissements sont {all}",
                        ))
                    });
                }
            }
        });
    }

    /// A name to refer to something by.
    pub(super) fn id(&mut self, node: Node<'_>) -> Option<String> {
        let id = self.filled(node)?;
        if !id.trim().is_empty() && id.contains(|c: char| c.is_whitespace() || c.is_control()) {
            let finding = self.on(
                &BAD_ID,
                said!(
                    en: "an id has no white space and no control characters in it",
                    fr: "un identifiant ne contient ni espaces ni caractères de contrôle",
                ),
            );
            let better: Vec<&str> = id.split(|c: char| c.is_whitespace() || c.is_control()).collect();
            let better = better.join("-");
            let help = said!(en: "write `{better}`", fr: "écrivez `{better}`");
            self.report(finding.help(help).probably(&better));
        }
        Some(id)
    }

    /// A date, or the text of what is none.
    pub(super) fn date(&mut self, node: Node<'_>) -> Dating {
        if let Some(span) = span_of(&node) {
            let finding = self.on(
                &WRONG_TYPE,
                said!(
                    en: "a date is one text, not a mapping",
                    fr: "une date est un seul texte, pas une table",
                ),
            );
            let help = said!(en: "write `date: {span}`", fr: "écrivez `date: {span}`");
            let change = Change::Raw(span.clone());
            self.report(finding.help(help.clone()).fix(Applicability::MaybeIncorrect, help, change));
            return Dating::Undated { written: span };
        }
        if let Some((written, help)) = taken_by_yaml(&node) {
            let (en, fr) = node.kind();
            let finding =
                self.on(&WRONG_TYPE, said!(en: "YAML reads this as {en}", fr: "YAML lit ceci comme {fr}"));
            let label = said!(en: "this is {en}, not a date", fr: "c’est {fr}, pas une date");
            self.report(finding.label(label).help(help));
            return Dating::Undated { written };
        }
        let Some(written) = self.string(node) else { return Dating::Undated { written: String::new() } };
        match Date::parse(&written) {
            Ok(date) => Dating::Dated(date),
            Err(error) => {
                self.report(self.bad_date(&written, &error));
                Dating::Undated { written }
            }
        }
    }

    fn bad_date(&self, written: &str, error: &DateError) -> Finding {
        if error.ends_before_start() {
            return self
                .on(
                    &END_BEFORE_START,
                    said!(en: "this ends before it begins", fr: "cela finit avant de commencer"),
                )
                .help(said!(en: "swap the halves, or correct one", fr: "inversez les moitiés, ou corrigez-en une"));
        }
        let length = written.chars().count();
        let at = error.offset.min(length);
        // A caret under one character says little where the whole is open to doubt.
        let stretch = if error.readings.is_empty() { at..at + 1 } else { 0..length };
        let help = match error.readings.as_slice() {
            [] => said!(
                en: "write a date such as 1961, 1961-07-06, 194X, 2000/2001 or c. 1945",
                fr: "écrivez une date comme 1961, 1961-07-06, 194X, 2000/2001 ou vers 1945",
            ),
            readings => write_one_of(readings),
        };
        let (en, fr) = (&error.message, i18n::date_refusal(&error.message, Lang::Fr));
        let message = said!(en: "{en}", fr: "{fr}");
        let finding = Finding::within(&BAD_DATE, self.path.clone(), stretch, message).help(help);
        let whole = Spot::Node(self.path.clone(), Part::Value);
        error.readings.iter().fold(finding, |finding, reading| {
            let message = said!(en: "write `{reading}`", fr: "écrire `{reading}`");
            let change = Change::Text(reading.clone());
            finding.fix_at(whole.clone(), Applicability::MaybeIncorrect, message, change)
        })
    }

    /// The digest of an article; `None` where it is none.
    pub(super) fn digest(&mut self, node: Node<'_>) -> Option<String> {
        let digest = self.string(node)?;
        if digest.len() == 64 && digest.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Some(digest.to_ascii_lowercase());
        }
        let length = digest.chars().count();
        let message = if digest.len() == 64 {
            said!(
                en: "a SHA-256 has hexadecimal digits only",
                fr: "une empreinte SHA-256 n’a que des chiffres hexadécimaux",
            )
        } else {
            said!(
                en: "a SHA-256 is 64 hexadecimal digits, not {length} characters",
                fr: "une empreinte SHA-256 compte 64 chiffres hexadécimaux, pas {length} caractères",
            )
        };
        let finding = self.on(&BAD_DIGEST, message);
        self.report(finding.help(said!(
            en: "take it from `sha256sum`, or take the key out",
            fr: "prenez-la de `sha256sum`, ou retirez la clé",
        )));
        None
    }

    /// An address that may be opened; `None` where it may not.
    pub(super) fn url(&mut self, node: Node<'_>) -> Option<String> {
        let url = self.string(node)?;
        let Err(reason) = is_safe(&url) else { return Some(url) };
        let finding = self.on(&UNSAFE_URL, reason);
        self.report(finding.help(said!(
            en: "write a whole address that begins with https:// or http://",
            fr: "écrivez une adresse entière, qui commence par https:// ou http://",
        )));
        None
    }
}

fn not_a_tag(tag: &str) -> Localized {
    said!(en: "`{tag}` is not a language tag", fr: "`{tag}` n’est pas un code de langue")
}

/// The span of time that a mapping in the place of a date means: `{start: …, end: …}`.
fn span_of(node: &Node<'_>) -> Option<String> {
    let Node::Map(pairs) = node else { return None };
    let value = |names: [&str; 3]| {
        let mut found =
            pairs.iter().filter(|(key, _)| matches!(key, Node::Text(key) if names.contains(&&**key)));
        match &found.next()?.1 {
            Node::Text(text) => Some(text.trim().to_owned()),
            Node::Int(digits) => Some(digits.clone()),
            _ => None,
        }
    };
    let start = value(["start", "from", "begin"]);
    let end = value(["end", "to", "until"]);
    match (start, end) {
        (None, None) => None,
        (start, end) => {
            let span = format!("{}/{}", start.as_deref().unwrap_or(".."), end.as_deref().unwrap_or(".."));
            Date::parse(&span).is_ok().then_some(span)
        }
    }
}

/// Whether `tag` looks like a tag of BCP 47: a language of two or three letters, then subtags of up to eight
/// letters and digits.
fn is_language(tag: &str) -> bool {
    let mut subtags = tag.split('-');
    let is_primary =
        |part: &str| (2..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic());
    let is_subtag =
        |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    subtags.next().is_some_and(is_primary) && subtags.all(is_subtag)
}

/// What a date is to YAML that it takes for something else: the text, and how to write it.
fn taken_by_yaml(node: &Node<'_>) -> Option<(String, Localized)> {
    let scalar = |node: &Node<'_>| match node {
        Node::Text(text) => Some(text.to_string()),
        Node::Int(digits) => Some(digits.clone()),
        _ => None,
    };
    match node {
        // YAML drops the last zeros: `1916.1` may have been `1916.10`.
        Node::Float(number) => {
            let written = number.to_string();
            let is_cut = written.split_once('.').is_some_and(|(_, decimals)| decimals.len() == 1);
            let texts = std::iter::once(written.clone()).chain(is_cut.then(|| format!("{written}0")));
            let readings = texts.filter_map(|text| Date::parse(&text).err()).flat_map(|error| error.readings);
            // A year is what is left where the digits behind it are no month.
            let readings: Vec<String> = readings.filter(|reading| reading.contains('-')).collect();
            let help = if readings.is_empty() {
                said!(en: "put it in quotation marks", fr: "mettez-la entre guillemets droits")
            } else {
                write_one_of(&readings)
            };
            Some((written, help))
        }
        Node::List(items) => {
            let items: Option<Vec<String>> = items.iter().map(scalar).collect();
            in_quotes(format!("[{}]", items?.join(",")))
        }
        Node::Map(pairs) => {
            let is_set = |(key, value): &(Node<'_>, Node<'_>)| scalar(key).filter(|_| *value == Node::Null);
            let keys: Option<Vec<String>> = pairs.iter().map(is_set).collect();
            in_quotes(format!("{{{}}}", keys?.join(",")))
        }
        _ => None,
    }
}

fn in_quotes(set: String) -> Option<(String, Localized)> {
    let quoted = yaml_text(&set);
    let help = said!(en: "put it in quotation marks: {quoted}", fr: "mettez-la entre guillemets droits\u{a0}: {quoted}");
    Date::parse(&set).is_ok().then_some((set, help))
}

/// How to write a date: what begins with a bracket is no text to YAML without its quotes.
fn yaml_text(date: &str) -> String {
    if date.starts_with(['[', '{']) { format!("'{date}'") } else { date.to_owned() }
}

fn write_one_of(readings: &[String]) -> Localized {
    let readings: Vec<String> = readings.iter().map(|reading| yaml_text(reading)).collect();
    match readings.as_slice() {
        [firsts @ .., last] if !firsts.is_empty() => {
            let firsts = firsts.join(", ");
            said!(en: "write {firsts} or {last}", fr: "écrivez {firsts} ou {last}")
        }
        readings => {
            let only = readings.concat();
            said!(en: "write {only}", fr: "écrivez {only}")
        }
    }
}

/// Whether an address may be opened, or why not. Schemes are compared without case (RFC 3986, 3.1).
fn is_safe(url: &str) -> Result<(), Localized> {
    let Some((scheme, rest)) = url.split_once("://") else {
        return Err(said!(
            en: "this is not a whole address",
            fr: "ceci n’est pas une adresse entière",
        ));
    };
    if !["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) {
        return Err(said!(
            en: "only http and https addresses may be opened",
            fr: "seules les adresses http et https peuvent s’ouvrir",
        ));
    }
    if url.contains(|c: char| c.is_whitespace() || crate::visible::is_dangerous(c)) {
        return Err(said!(
            en: "an address has no white space and no control characters in it",
            fr: "une adresse ne contient ni espaces ni caractères de contrôle",
        ));
    }
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if rest.contains('\\') || host.contains('@') {
        return Err(said!(
            en: "this address leads elsewhere than it seems to",
            fr: "cette adresse mène ailleurs qu’il n’y paraît",
        ));
    }
    if host.is_empty() || host.starts_with(':') {
        Err(said!(
            en: "the address has no host",
            fr: "l’adresse n’a pas d’hôte",
        ))
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_web_addresses_are_safe() {
        for url in ["https://example.org", "HTTP://a.b/c?d=é#f", "https://[::1]:80/", "http://x/@y"] {
            assert_eq!(is_safe(url), Ok(()), "{url}");
        }
        for url in [
            "",
            "example.org",
            "javascript:alert(1)",
            "file:///etc/passwd",
            "javascript://x%0aalert(1)",
            "https://",
            "https:///path",
            "https://a b",
            "https://a\u{1b}]0;x",
            "https://a\u{202e}b",
            "https://example.org@evil.example/",
            "https://example.org\\@evil.example/",
            "https://:80/",
        ] {
            assert!(is_safe(url).is_err(), "{url}");
        }
    }

    #[test]
    fn what_yaml_takes_for_something_else_is_told_how_to_write() {
        let text = |text: &'static str| Node::Text(text.into());
        let int = |digits: &str| Node::Int(digits.to_owned());
        let help = |node: Node<'_>| {
            taken_by_yaml(&node).map(|(_, help)| help.in_language(crate::i18n::Lang::En).to_owned())
        };
        for (node, expected) in [
            (Node::Float(1916.04), Some("write 1916-04")),
            (Node::Float(1916.1), Some("write 1916-01 or 1916-10")),
            (Node::List(vec![int("1667"), int("1668")]), Some("put it in quotation marks: '[1667,1668]'")),
            (Node::List(vec![text("..1984")]), Some("put it in quotation marks: '[..1984]'")),
            (
                Node::Map(vec![(int("1667"), Node::Null), (text("1668"), Node::Null)]),
                Some("put it in quotation marks: '{1667,1668}'"),
            ),
            (Node::List(vec![text("soon")]), None),
            (Node::Map(vec![(text("start"), int("1667"))]), None),
            (text("1961"), None),
        ] {
            assert_eq!(help(node.clone()).as_deref(), expected, "{node:?}");
        }
    }

    #[test]
    fn languages_are_bcp_47() {
        assert!(["fr", "FR", "ceb", "pt-BR", "zh-Hant-TW", "de-1996"].into_iter().all(is_language));
        assert!(!["", "f", "french", "fr_FR", "fr-", "f1", "é", "text"].into_iter().any(is_language));
    }

    #[test]
    fn a_span_that_ends_too_early_is_seen() {
        for (written, expected) in [
            ("2001/2000", true),
            ("2000-05/2000-04", true),
            ("1190/85 BC", false),
            ("1914–18 AD", false),
            ("2024-13", false),
            ("03/04/2024", false),
            ("", false),
        ] {
            let error = Date::parse(written).unwrap_err();
            assert_eq!(error.ends_before_start(), expected, "{written}");
        }
    }
}
