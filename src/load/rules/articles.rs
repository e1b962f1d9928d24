//! The articles: that they can be read, are what they were, and are as independent as they seem.

use sha2::{Digest, Sha256};

use super::Facts;
use super::paths::to_source;
use crate::evidence::OverlapIndex;
use crate::load::diagnostics::Rule;
use crate::load::diagnostics::Severity::{Error, Warning};
use crate::load::diagnostics::{Finding, Localized, Step, said, to};
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
    explanation_fr: "\
Le `text` d’une source est le chemin de son article, à partir du dossier de la frise. Sans
l’article, aucune de ses citations ne peut être vérifiée\u{a0}; elles se présentent toutes comme
orphelines.

    sources:
      - {id: doc1, text: articles/doc1.txt}      # à côté de la frise\u{a0}: articles/doc1.txt",
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
    explanation_fr: "\
Une frise peut venir d’un inconnu\u{a0}: elle ne peut pas lire des fichiers pris ailleurs dans votre
ordinateur. Les chemins sont relatifs, et mènent dans le dossier de la frise une fois les liens et
les `..` suivis.

    text: /home/me/articles/doc1.txt             # faux, où qu’il mène
    text: ../doc1.txt                            # faux
    text: articles/doc1.txt",
};

pub(in crate::load) static NOT_A_FILE: Rule = Rule {
    code: "not-a-file",
    severity: Error,
    summary: "the article of a source is not a regular file",
    summary_fr: "l’article d’une source n’est pas un fichier ordinaire",
    explanation: "\
The path leads to a folder, a device, a pipe or a socket. Reading one of those may never end, so none
of them is opened.

    text: articles                               # wrong: a folder
    text: articles/doc1.txt",
    explanation_fr: "\
Le chemin mène à un dossier, un périphérique, un tube ou une prise. Lire l’un d’eux pourrait ne
jamais finir\u{a0}: aucun n’est ouvert.

    text: articles                               # faux\u{a0}: un dossier
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
    explanation_fr: "\
Un article peut faire 16 Mio, et tous les articles d’une frise ensemble 64 Mio. Un roman en fait
environ un. N’en gardez que la partie d’où viennent les citations.

    text: articles/archives-du-siecle.txt        # faux",
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
    explanation_fr: "\
Un article est du texte en UTF-8. Dans un autre encodage, ses lettres sont d’autres octets, et
aucune citation avec un accent n’y serait retrouvée. Enregistrez-le de nouveau en UTF-8\u{a0}; en ligne
de commande\u{a0}:

    iconv -f WINDOWS-1252 -t UTF-8 doc1.txt > fixed.txt",
};

pub(in crate::load) static ARTICLE_HTML: Rule = Rule {
    code: "article-html",
    severity: Warning,
    summary: "an article is the source of a web page",
    summary_fr: "un article est le code d’une page web",
    explanation: "\
An article is plain text. In the source of a web page tags stand among the words, letters are
written as `&eacute;`, and menus and scripts count as text. Copy the words from the browser, or save
the page as text.

    text: articles/page.html                     # wrong
    text: articles/page.txt",
    explanation_fr: "\
Un article est du texte brut. Dans le code d’une page web, des balises sont entre les mots, des
lettres s’écrivent `&eacute;`, et menus et scripts comptent comme du texte. Copiez les mots depuis
le navigateur, ou enregistrez la page en texte.

    text: articles/page.html                     # faux
    text: articles/page.txt",
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
    explanation_fr: "\
`sha256` dit de quel article viennent les citations. L’article a changé depuis, si peu que ce soit.
Regardez ce qui a changé\u{a0}; si c’est voulu, et si chaque citation y est encore, écrivez la nouvelle
empreinte dans la frise.

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
    explanation_fr: "\
Deux articles ont au moins cent caractères en commun, mot pour mot\u{a0}: l’un a sans doute été copié sur
l’autre, ou les deux sur un troisième. Deux copies d’un récit sont un seul témoin. Donnez aux deux
la même `origin`, et elles comptent pour une. Si le passage est une citation que chacun rapporte de
son côté, laissez-le ainsi.

    - {id: doc2, text: articles/doc2.txt, origin: agency}
    - {id: doc3, text: articles/doc3.txt, origin: agency}",
};

pub(super) fn article_html(facts: &Facts<'_>) -> Vec<Finding> {
    let sources = facts.timeline().sources.iter().zip(facts.articles).enumerate();
    let pages =
        sources.filter(|(_, (_, article))| article.as_ref().is_some_and(|article| is_html(article.text())));
    pages
        .map(|(index, (source, _))| {
            let id = &source.id;
            let message = said!(
                en: "the article of `{id}` is the source of a web page, not its text",
                fr: "l’article de `{id}` est le code d’une page web, pas son texte",
            );
            Finding::on(&ARTICLE_HTML, to(&to_source(facts.timeline(), index), Step::Key("text")), message)
                .help(said!(
                    en: "copy the words from the browser, or save the page as text",
                    fr: "copiez les mots depuis le navigateur, ou enregistrez la page en texte",
                ))
        })
        .collect()
}

/// How much of an article is looked at for tags.
const SAMPLE: usize = 1 << 16;

/// Whether a text is the source of a web page.
fn is_html(text: &str) -> bool {
    let start: String = text.trim_start().chars().take(1_000).collect::<String>().to_ascii_lowercase();
    let begins =
        ["<!doctype html", "<html", "<head", "<body", "<?xml"].iter().any(|tag| start.starts_with(tag));
    let end = (0..=text.len().min(SAMPLE)).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let tags = ["</p>", "</div>", "</a>", "</span>", "</li>", "<br>", "<br/>", "<br />"];
    begins || tags.iter().map(|tag| text[..end].matches(tag).count()).sum::<usize>() >= 5
}

pub(super) fn digest_differs(facts: &Facts<'_>) -> Vec<Finding> {
    let sources = facts.timeline().sources.iter().zip(facts.articles).enumerate();
    sources
        .filter_map(|(index, (source, article))| {
            let (stated, article) = (source.sha256.as_deref()?, article.as_ref()?);
            let found = digest(article.text());
            if found == stated {
                return None;
            }
            let id = &source.id;
            let path = to(&to_source(facts.timeline(), index), Step::Key("sha256"));
            let message = said!(
                en: "the article of `{id}` is not the one this digest was taken from",
                fr: "l’article de `{id}` n’est pas celui dont vient cette empreinte",
            );
            let finding = Finding::on(&DIGEST_DIFFERS, path, message);
            let finding = if has_other_line_ends(article.text(), stated) {
                finding
                    .label(said!(en: "only line ends differ", fr: "seules les fins de ligne diffèrent"))
                    .help(said!(
                        en: "the words are the same: write the digest {found}, or save the article with its old line ends",
                        fr: "les mots sont les mêmes\u{a0}: écrivez l’empreinte {found}, ou enregistrez l’article avec ses anciennes fins de ligne",
                    ))
            } else {
                finding.label(said!(en: "another article", fr: "un autre article")).help(said!(
                    en: "check the quotes again; the article now has {found}, the timeline says {stated}",
                    fr: "vérifiez les citations\u{a0}; l’article a maintenant {found}, la frise dit {stated}",
                ))
            };
            Some(finding.probably(&found))
        })
        .collect()
}

/// Whether the digest is that of the same text with carriage returns, or without.
fn has_other_line_ends(text: &str, stated: &str) -> bool {
    let bare = text.replace("\r\n", "\n");
    [bare.replace('\n', "\r\n"), bare.replace('\n', "\r"), bare].iter().any(|text| digest(text) == stated)
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
    let (a_id, b_id) = (&first.id, &second.id);
    let finding = |message: Localized| {
        Finding::on(&SHARED_RUN, to(&to_source(facts.timeline(), b), Step::Key("id")), message)
            .label(said!(en: "as independent as `{a_id}`?", fr: "indépendante de `{a_id}`\u{a0}?"))
    };
    if let Some(path) = first.text.as_ref().filter(|path| second.text.as_ref() == Some(*path)) {
        let message = said!(
            en: "`{b_id}` has the same article as `{a_id}`: `{path}`",
            fr: "`{b_id}` a le même article que `{a_id}`\u{a0}: `{path}`",
        );
        return Some(finding(message).help(said!(
            en: "name the article of each source, or give both the same `origin`",
            fr: "nommez l’article de chaque source, ou donnez aux deux la même `origin`",
        )));
    }
    if article_a.text() == article_b.text() {
        let message = said!(
            en: "the articles of `{b_id}` and `{a_id}` are the same, word for word",
            fr: "les articles de `{b_id}` et de `{a_id}` sont les mêmes, mot pour mot",
        );
        return Some(finding(message).help(said!(
            en: "keep one of the two sources, or give both the same `origin`",
            fr: "gardez une des deux sources, ou donnez aux deux la même `origin`",
        )));
    }
    let run = *index.runs(a, b).first()?;
    let length = run.length;
    let message = said!(
        en: "`{b_id}` shares {length} characters with `{a_id}`, word for word",
        fr: "`{b_id}` a {length} caractères en commun avec `{a_id}`, mot pour mot",
    );
    let again = said!(en: "and again here", fr: "et aussi ici");
    let both = said!(en: "this passage stands in both", fr: "ce passage est dans les deux");
    Some(
        finding(message)
            .help(said!(
                en: "give both the same `origin` if one report stands behind them",
                fr: "donnez aux deux la même `origin` si un même récit est derrière",
            ))
            .more(facts.excerpt(a, &[run.first], both))
            .more(facts.excerpt(b, &[run.second], again)),
    )
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_web_page_is_not_an_article() {
        let is_html = super::is_html;
        assert!(is_html("<!DOCTYPE html>\n<html>") && is_html(&"<p>Le traité</p>\n".repeat(5)));
        assert!(!is_html("Le traité <signé> en 1961 </p>"));
    }

    #[test]
    fn digests_are_sha256_in_lower_case() {
        let of_abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(super::digest("abc"), of_abc);
    }
}
