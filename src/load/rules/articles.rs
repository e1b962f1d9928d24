//! The articles: that they can be read, are what they were, and are as independent as they seem.

use sha2::{Digest, Sha256};

use super::Facts;
use super::paths::to_source;
use crate::evidence::OverlapIndex;
use crate::load::diagnostics::Rule;
use crate::load::diagnostics::Severity::{Error, Warning};
use crate::load::diagnostics::{Finding, Step, to};
use crate::model::SourceIndex;

pub(in crate::load) static ARTICLE_MISSING: Rule = Rule {
    code: "article-missing",
    severity: Error,
    summary: "the article of a source cannot be read",
    summary_fr: "l’article d’une source ne peut pas être lu",
    explanation: "\
The `text` of a source is the path of its article, relative to the folder of the timeline. Without the
article none of its quotes can be checked; they are all shown as orphans.

    sources:
      - {id: doc1, text: articles/doc1.txt}      # next to the timeline: articles/doc1.txt",
};

pub(in crate::load) static ARTICLE_OUTSIDE: Rule = Rule {
    code: "article-outside",
    severity: Error,
    summary: "the article of a source lies outside the timeline's folder",
    summary_fr: "l’article d’une source est hors du dossier de la frise",
    explanation: "\
A timeline may come from a stranger, so it may not read files from elsewhere on your computer. Paths
are relative, and lead into the timeline's folder once links and `..` are resolved.

    text: /home/me/articles/doc1.txt             # wrong, wherever it leads
    text: ../doc1.txt                            # wrong
    text: articles/doc1.txt",
};

pub(in crate::load) static NOT_A_FILE: Rule = Rule {
    code: "not-a-file",
    severity: Error,
    summary: "the article of a source is no regular file",
    summary_fr: "l’article d’une source n’est pas un fichier ordinaire",
    explanation: "\
The path leads to a folder, a device, a pipe or a socket. Reading one of those may never end, so none
of them is opened.

    text: articles                               # wrong: a folder
    text: articles/doc1.txt",
};

pub(in crate::load) static ARTICLE_TOO_BIG: Rule = Rule {
    code: "article-too-big",
    severity: Error,
    summary: "the article of a source is too big",
    summary_fr: "l’article d’une source est trop gros",
    explanation: "\
An article may have 16 MiB, and all articles of a timeline together 64 MiB. A novel has about one. Cut
the part out that the quotes are taken from.

    text: articles/archive-of-the-century.txt    # wrong",
};

pub(in crate::load) static ARTICLE_NOT_UTF8: Rule = Rule {
    code: "article-not-utf8",
    severity: Error,
    summary: "the article of a source is not UTF-8",
    summary_fr: "l’article d’une source n’est pas en UTF-8",
    explanation: "\
An article is text in UTF-8. In another encoding its letters are other bytes, and no quote with an
accent could be found in it. Save it again as UTF-8; on a command line:

    iconv -f WINDOWS-1252 -t UTF-8 doc1.txt > fixed.txt",
};

pub(super) static DIGEST_DIFFERS: Rule = Rule {
    code: "digest-differs",
    severity: Error,
    summary: "the article is not the one the quotes were taken from",
    summary_fr: "l’article n’est pas celui d’où viennent les citations",
    explanation: "\
`sha256` says which article the quotes were taken from. The article has changed since, by however
little. Look at what changed; if the change is meant, and every quote still stands, write the new
digest into the timeline.

    sha256sum articles/doc1.txt",
};

pub(super) static SHARED_RUN: Rule = Rule {
    code: "shared-run",
    severity: Warning,
    summary: "two sources counted as independent share a long passage",
    summary_fr: "deux sources comptées comme indépendantes ont un long passage en commun",
    explanation: "\
Two articles have a hundred characters or more in common, word for word, so one was probably copied
from the other or both from a third. Two copies of one report are one witness, not two. Give both the
same `origin`, and they count once. If the passage is a quotation that both report on their own, leave
it as it is.

    - {id: doc2, text: articles/doc2.txt, origin: agency}
    - {id: doc3, text: articles/doc3.txt, origin: agency}",
};

pub(super) fn digest_differs(facts: &Facts<'_>) -> Vec<Finding> {
    let sources = facts.timeline().sources.iter().zip(facts.articles).enumerate();
    sources
        .filter_map(|(index, (source, article))| {
            let (stated, article) = (source.sha256.as_deref()?, article.as_ref()?);
            let found = digest(article.text());
            (found != stated).then(|| {
                let message =
                    format!("the article of `{}` is not the one this digest was taken from", source.id);
                Finding::on(
                    &DIGEST_DIFFERS,
                    to(&to_source(facts.timeline(), index), Step::Key("sha256")),
                    message,
                )
                .label("another article")
                .help(format!(
                    "check the quotes again; the article now has {found}, the timeline says {stated}"
                ))
            })
        })
        .collect()
}

/// The SHA-256 of a text in UTF-8, in lower case hexadecimal digits.
fn digest(text: &str) -> String {
    let hexadecimal = |nibble: u8| char::from_digit(u32::from(nibble), 16);
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().flat_map(|byte| [byte >> 4, byte & 0xf]).filter_map(hexadecimal).collect()
}

pub(super) fn shared_run(facts: &Facts<'_>) -> Vec<Finding> {
    let (sources, index) = (&facts.timeline().sources, OverlapIndex::new(facts.articles));
    // Of a family of sources, each is named once, beside the first it has something from.
    let mut is_named = vec![false; sources.len()];
    let mut findings = Vec::new();
    for first in 0..sources.len() {
        let is_wanted =
            |second: usize| !is_named[second] && sources[first].origin() != sources[second].origin();
        let partners = index.partners(first, is_wanted);
        for second in partners {
            is_named[second] = true;
            findings.extend(shared_by(facts, &index, first, second).map(|finding| (second, finding)));
        }
    }
    findings.sort_by_key(|(second, _)| *second);
    findings.into_iter().map(|(_, finding)| finding).collect()
}

fn shared_by(facts: &Facts<'_>, index: &OverlapIndex<'_>, a: SourceIndex, b: SourceIndex) -> Option<Finding> {
    let (first, second) = (&facts.timeline().sources[a], &facts.timeline().sources[b]);
    let (article_a, article_b) = (facts.articles[a].as_ref()?, facts.articles[b].as_ref()?);
    let finding = |message: String| {
        Finding::on(&SHARED_RUN, to(&to_source(facts.timeline(), b), Step::Key("id")), message)
            .label(format!("as independent as `{}`?", first.id))
    };
    if let Some(path) = first.text.as_ref().filter(|path| second.text.as_ref() == Some(*path)) {
        return Some(
            finding(format!("`{}` has the same article as `{}`: `{path}`", second.id, first.id))
                .help("name the article of each source, or give both the same `origin`"),
        );
    }
    if article_a.text() == article_b.text() {
        return Some(
            finding(format!(
                "the articles of `{}` and `{}` are the same, word for word",
                second.id, first.id
            ))
            .help("keep one of the two sources, or give both the same `origin`"),
        );
    }
    let run = *index.runs(a, b).first()?;
    let message =
        format!("`{}` shares {} characters with `{}`, word for word", second.id, run.length, first.id);
    Some(
        finding(message)
            .help("give both the same `origin` if one report stands behind them")
            .more(facts.excerpt(a, &[run.first], "this passage stands in both"))
            .more(facts.excerpt(b, &[run.second], "and again here")),
    )
}

#[cfg(test)]
mod tests {
    #[test]
    fn digests_are_sha256_in_lower_case() {
        let of_abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(super::digest("abc"), of_abc);
    }
}
