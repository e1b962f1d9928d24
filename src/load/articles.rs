//! The articles of a timeline, read from its folder and nowhere else.

use super::Input;
use super::builtin;
use super::disk::{self, Astray, Unreadable};
use super::rules::{ARTICLE_MISSING, ARTICLE_NOT_UTF8, ARTICLE_OUTSIDE, ARTICLE_TOO_BIG, NOT_A_FILE};
use crate::evidence::Article;
use crate::load::diagnostics::{Finding, Step};
use crate::load::diagnostics::{Rule, nearest};
use crate::model::Source;

/// How many bytes an article may have.
const ONE: u64 = 16 << 20;
/// How many bytes all articles of a timeline may have together.
const ALL: u64 = 64 << 20;

/// The articles of `sources`, in their order, with a finding for each that cannot be read.
pub(super) fn read(input: &Input, sources: &[Source]) -> (Vec<Option<Article>>, Vec<Finding>) {
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
    NotUtf8 { line: usize },
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
    String::from_utf8(bytes).map_err(|error| {
        let (good, _) = error.as_bytes().split_at(error.utf8_error().valid_up_to());
        Refusal::NotUtf8 { line: String::from_utf8_lossy(good).matches('\n').count() + 1 }
    })
}

fn report(input: &Input, source: &Source, path: &str, refusal: Refusal) -> Finding {
    let (rule, message, help): (&'static Rule, _, _) = match refusal {
        Refusal::Astray(Astray::Outside) => {
            let help = "put the article into the timeline's folder, and write its path from there";
            (&ARTICLE_OUTSIDE, format!("`{path}` lies outside the timeline's folder"), help.to_owned())
        }
        Refusal::Astray(Astray::Unreadable(Unreadable::Missing)) => {
            let help = beside(input, path)
                .map_or("check the path; it begins in the timeline's folder".into(), |near| {
                    format!("did you mean `{near}`?")
                });
            (&ARTICLE_MISSING, format!("there is no article `{path}`"), help)
        }
        Refusal::Astray(Astray::Unreadable(Unreadable::NotAFile)) => {
            (&NOT_A_FILE, format!("`{path}` is no regular file"), "name the article itself".to_owned())
        }
        Refusal::Astray(Astray::Unreadable(reason @ Unreadable::TooBig(_))) => (
            &ARTICLE_TOO_BIG,
            format!("the article `{path}` is too big: {reason}"),
            "cut out the part that is quoted".to_owned(),
        ),
        Refusal::Astray(Astray::Unreadable(Unreadable::System(error))) => (
            &ARTICLE_MISSING,
            format!("the article `{path}` cannot be read: {error}"),
            "check the path and its permissions".to_owned(),
        ),
        Refusal::NotUtf8 { line } => {
            let message = format!("the article `{path}` is not UTF-8, from its line {line} on");
            (&ARTICLE_NOT_UTF8, message, "save it as UTF-8".to_owned())
        }
        Refusal::TooMuch => {
            let message = format!("with `{path}` the articles have more than {} MiB together", ALL >> 20);
            (&ARTICLE_TOO_BIG, message, "cut out the parts that are quoted".to_owned())
        }
    };
    let place = vec![Step::Key("sources"), Step::Item(source.position), Step::Key("text")];
    Finding::on(rule, place, message).help(help)
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
