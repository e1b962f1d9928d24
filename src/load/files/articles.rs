//! The articles of a timeline, read from its folder and nowhere else.

use super::super::rules::{ARTICLE_MISSING, ARTICLE_NOT_UTF8, ARTICLE_OUTSIDE, ARTICLE_TOO_BIG, NOT_A_FILE};
use super::builtin;
use super::disk::{self, Astray, Unreadable};
use super::encoding::Content;
use super::input::Input;
use crate::evidence::Article;
use crate::i18n::Lang;
use crate::load::diagnostics::{Finding, Localized, Rule, Step, is_it, nearest, said};
use crate::model::Source;
use unicode_normalization::UnicodeNormalization;

/// How many bytes an article may have.
const ONE: u64 = 16 << 20;
/// How many bytes all articles of a timeline may have together.
const ALL: u64 = 64 << 20;

/// The articles of `sources`, in their order, with a finding for each that cannot be read.
pub(in crate::load) fn read(input: &Input, sources: &[Source]) -> (Vec<Option<Article>>, Vec<Finding>) {
    let mut findings = Vec::new();
    let mut left = ALL;
    let mut articles = Vec::with_capacity(sources.len());
    for source in sources {
        let article = source.text.as_deref().filter(|path| !path.trim().is_empty()).and_then(|path| {
            let text = one(input, path, left);
            text.map_err(|refusal| findings.push(report(input, source, path, refusal))).ok()
        });
        left -= article.as_ref().map_or(0, |text| text.len() as u64).min(left);
        articles.push(article.map(Article::new));
    }
    (articles, findings)
}

enum Refusal {
    Astray(Astray),
    /// It is not UTF-8 from this line on, or not text at all.
    NotUtf8 {
        line: usize,
        content: Content,
    },
    TooMuch,
}

fn one(input: &Input, path: &str, left: u64) -> Result<String, Refusal> {
    let unreadable = |reason| Refusal::Astray(Astray::Unreadable(reason));
    let Some(folder) = input.folder() else {
        return builtin::article(path).map(str::to_owned).ok_or_else(|| unreadable(Unreadable::Missing));
    };
    let real = disk::confine(folder, path).map_err(Refusal::Astray)?;
    let bytes = disk::read_real(&real, ONE.min(left)).map_err(|reason| match reason {
        Unreadable::TooBig(limit) if limit < ONE => Refusal::TooMuch,
        reason => unreadable(reason),
    })?;
    let content = Content::of(&bytes);
    if content.is_no_text() {
        return Err(Refusal::NotUtf8 { line: 1, content });
    }
    String::from_utf8(bytes).map_err(|error| {
        let (good, _) = error.as_bytes().split_at(error.utf8_error().valid_up_to());
        Refusal::NotUtf8 { line: String::from_utf8_lossy(good).matches('\n').count() + 1, content }
    })
}

fn report(input: &Input, source: &Source, path: &str, refusal: Refusal) -> Finding {
    let place = vec![Step::Key("sources"), Step::Item(source.position), Step::Key("text")];
    let finding = |rule: &'static Rule, message: Localized| Finding::on(rule, place.clone(), message);
    match refusal {
        Refusal::Astray(Astray::Outside) => finding(
            &ARTICLE_OUTSIDE,
            said!(
                en: "`{path}` lies outside the timeline's folder",
                fr: "`{path}` est hors du dossier de la frise",
            ),
        )
        .help(said!(
            en: "put the article into the timeline's folder, and write its path from there",
            fr: "mettez l’article dans le dossier de la frise, et écrivez son chemin à partir de là",
        )),
        Refusal::Astray(Astray::Unreadable(Unreadable::Missing)) => {
            let message = said!(en: "there is no article `{path}`", fr: "il n’y a pas d’article `{path}`");
            missing(finding(&ARTICLE_MISSING, message), input, path)
        }
        Refusal::Astray(Astray::Unreadable(Unreadable::NotAFile)) => finding(
            &NOT_A_FILE,
            said!(en: "`{path}` is not a regular file", fr: "`{path}` n’est pas un fichier ordinaire"),
        )
        .help(said!(en: "name the article itself", fr: "nommez l’article lui-même")),
        Refusal::Astray(Astray::Unreadable(reason @ Unreadable::TooBig(_))) => {
            let reason = reason.said();
            let (en, fr) = (reason.in_language(Lang::En), reason.in_language(Lang::Fr));
            let message = said!(
                en: "the article `{path}` is too big: {en}",
                fr: "l’article `{path}` est trop gros\u{a0}: {fr}",
            );
            finding(&ARTICLE_TOO_BIG, message)
                .help(said!(en: "cut out the part that is quoted", fr: "n’en gardez que la partie citée"))
        }
        Refusal::Astray(Astray::Unreadable(Unreadable::System(error))) => finding(
            &ARTICLE_MISSING,
            said!(
                en: "the article `{path}` cannot be read: {error}",
                fr: "l’article `{path}` ne peut pas être lu\u{a0}: {error}",
            ),
        )
        .help(said!(en: "check the path and its permissions", fr: "vérifiez le chemin et ses droits")),
        Refusal::NotUtf8 { line, content } => {
            let what = content.what();
            let (en, fr) = (what.in_language(Lang::En), what.in_language(Lang::Fr));
            let message = if content.is_no_text() {
                said!(en: "the article `{path}` is {en}, not text", fr: "l’article `{path}` est {fr}, pas du texte")
            } else {
                said!(
                    en: "the article `{path}` is not UTF-8, from its line {line} on: {en}",
                    fr: "l’article `{path}` n’est pas en UTF-8 à partir de sa ligne {line}\u{a0}: {fr}",
                )
            };
            finding(&ARTICLE_NOT_UTF8, message).help(content.way(path))
        }
        Refusal::TooMuch => {
            let limit = ALL >> 20;
            let message = said!(
                en: "with `{path}` the articles have more than {limit} MiB together",
                fr: "avec `{path}`, les articles font ensemble plus de {limit} Mio",
            );
            finding(&ARTICLE_TOO_BIG, message).help(
                said!(en: "cut out the parts that are quoted", fr: "n’en gardez que les parties citées"),
            )
        }
    }
}

/// What is said of an article that is not there, and of the file that was probably meant.
fn missing(finding: Finding, input: &Input, path: &str) -> Finding {
    if let Some(there) = spelt_otherwise(input, path) {
        let help = said!(
            en: "the file is there under another spelling: write `{there}`",
            fr: "le fichier est là sous une autre graphie\u{a0}: écrivez `{there}`",
        );
        return finding.help(help).probably(&there);
    }
    match beside(input, path) {
        Some(near) => finding.help(is_it(&near)).probably(&near),
        None => finding.help(said!(
            en: "check the path; it begins in the timeline's folder",
            fr: "vérifiez le chemin\u{a0}; il commence dans le dossier de la frise",
        )),
    }
}

/// The path of the file that `path` names but for capitals, backslashes and how its accents are written.
fn spelt_otherwise(input: &Input, path: &str) -> Option<String> {
    let fold = |name: &str| name.nfkc().flat_map(char::to_lowercase).nfc().collect::<String>();
    let slashes = path.replace('\\', "/");
    let mut found = String::new();
    for name in slashes.split('/').filter(|name| !matches!(*name, "" | ".")) {
        let folder = if found.is_empty() { "." } else { found.as_str() };
        let real = disk::confine(input.folder()?, folder).ok()?;
        let files = std::fs::read_dir(real).ok()?.take(LOOKED_AT).filter_map(Result::ok);
        let names = files.filter_map(|file| file.file_name().into_string().ok());
        let there = names.filter(|there| fold(there) == fold(name)).min_by_key(|there| there != name)?;
        found = if found.is_empty() { there } else { format!("{found}/{there}") };
    }
    (!found.is_empty() && found != path).then_some(found)
}

/// How many files of a folder are looked at for what was probably meant.
const LOOKED_AT: usize = 1_000;

/// The path of the file next to a missing article whose name is most like it.
fn beside(input: &Input, path: &str) -> Option<String> {
    let (folder, name) = path.rsplit_once('/').map_or((".", path), |(folder, name)| (folder, name));
    let real = disk::confine(input.folder()?, folder).ok()?;
    let files = std::fs::read_dir(real).ok()?.take(LOOKED_AT).filter_map(Result::ok);
    let mut names: Vec<String> = files.filter_map(|file| file.file_name().into_string().ok()).collect();
    names.sort_unstable();
    let near = nearest(name, names.iter().map(String::as_str))?;
    Some(path.strip_suffix(name)?.to_owned() + near)
}
