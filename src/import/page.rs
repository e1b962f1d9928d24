//! A page saved by a browser: its article without menu, advertisement and comments, and what its metadata
//! state.

use dom_query::Document;
use dom_smoothie::{Config, Readability};

use super::kind::Kind;
use super::note::Note;
use super::proposal::{Proposal, Text};
use super::refusal::Refusal;
use super::stated::{self, Name, Stated, said};
use super::{encoding, markup, tags};

/// How many bytes a page may have.
const LARGEST: usize = 8 << 20;
/// An article has at least so many bytes; else the whole page is taken.
const SHORTEST: usize = 140;

pub(super) fn read(bytes: &[u8], encoding: Option<&str>) -> Result<Proposal, Refusal> {
    if bytes.len() > LARGEST {
        return Err(Refusal::new(format!("the page is larger than {} MiB", LARGEST >> 20))
            .help("save the page as HTML only, or its text as plain text"));
    }
    let decoded = encoding::decode(bytes, encoding, declared(bytes).as_deref())?;
    let mut notes = decoded.notes();
    let html = decoded.text;
    let page = markup::parse(&html)?;
    let mut stated = metadata(&page, &html, &mut notes);
    let headline = headline(&page);
    let whole = markup::text(&page.root());
    let article = article(page, &mut stated);
    let mut text = match article {
        Some(text) if text.len() >= SHORTEST || text.len() * 2 >= whole.len() => text,
        _ => {
            notes.push(Note::WholePage);
            whole
        }
    };
    let is_in_text = |headline: &String| text.lines().any(|line| line.trim() == headline);
    if let Some(headline) = headline.filter(|headline| !is_in_text(headline)) {
        text = format!("{headline}\n\n{text}");
    }
    if !text.chars().any(char::is_alphanumeric) {
        return Err(Refusal::new("there is no text in it: a browser fills it with a script, perhaps")
            .help("open it, and save it as a complete page or its text as plain text"));
    }
    text.push('\n');
    Ok(Proposal { kind: Kind::Page, text: Some(Text::Taken(text)), stated, notes })
}

/// The encoding that the page names in its first bytes.
fn declared(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(4096))?).to_ascii_lowercase();
    let after = head.split_once("charset=").or_else(|| head.split_once("encoding="))?.1;
    let label = after.trim_start_matches(['"', '\'', ' ']);
    Some(label.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_:.".contains(*c)).collect())
}

/// The text of the article that is told from the rest of the page, and what is known of it.
fn article(page: Document, stated: &mut Stated) -> Option<String> {
    let mut reader = Readability::with_document(page, None, Some(Config::default())).ok()?;
    let article = reader.parse().ok()?;
    stated.title = stated.title.take().or_else(|| said(&article.title));
    if stated.authors.is_empty() {
        stated.authors = article.byline.as_deref().and_then(author).into_iter().collect();
    }
    stated.container_title = stated.container_title.take().or_else(|| article.site_name.and_then(said));
    stated.issued = stated.issued.take().or_else(|| stated::date(article.published_time.as_deref()?));
    stated.language = stated.language.take().or_else(|| article.lang.and_then(stated::language));
    stated.url = stated.url.take().or_else(|| article.url.and_then(stated::address));
    // Its own output, but a limit that is not asked is no limit.
    let content: &str = &article.content;
    (tags::depth(content) <= tags::DEEPEST).then(|| markup::text(&Document::from(content).root()))
}

/// The one headline of the page, where it has one.
fn headline(page: &Document) -> Option<String> {
    let headlines = page.select("h1");
    let mut texts = headlines.nodes().iter().filter_map(|node| said(markup::text(node)));
    let headline = texts.next()?;
    let is_title = || said(page.select("title").text()).is_some_and(|title| title.contains(&headline));
    (texts.next().is_none() || is_title()).then_some(headline)
}

/// What the page says of itself in so many words.
fn metadata(page: &Document, html: &str, notes: &mut Vec<Note>) -> Stated {
    let mut stated = Stated {
        title: first(page, &["og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title"])
            .and_then(said),
        container_title: first(page, &["og:site_name", "citation_journal_title", "application-name"])
            .and_then(said),
        url: saved_from(html).or_else(|| address(page)),
        language: page.select("html").attr("lang").and_then(|tag| stated::language(&*tag)),
        ..Stated::default()
    };
    let authors = all(
        page,
        &["author", "article:author", "citation_author", "dc.creator", "dcterms.creator", "parsely-author"],
    );
    stated.authors = authors.iter().filter_map(|name| author(name)).collect();
    stated.authors.dedup();
    let date = first(
        page,
        &[
            "article:published_time",
            "og:article:published_time",
            "citation_publication_date",
            "citation_date",
            "dcterms.issued",
            "dc.date.issued",
            "dcterms.created",
            "dc.date",
            "dcterms.date",
            "datepublished",
            "parsely-pub-date",
            "pubdate",
            "publishdate",
            "publish-date",
            "date",
        ],
    );
    let marked = || {
        let marked = page.select("[itemprop='datePublished']");
        marked.attr("datetime").or_else(|| marked.attr("content")).map(|date| date.to_string())
    };
    if let Some(date) = date.or_else(marked) {
        stated.issued = stated::date(&date);
        if stated.issued.is_none() {
            notes.extend(said(&date).map(Note::UnknownDate));
        }
    }
    stated
}

/// The contents of the `meta` elements with the first of these names that there is.
fn all(page: &Document, names: &[&str]) -> Vec<String> {
    let metas = page.select("meta");
    let of = |name: &&str| {
        let with_name = metas.nodes().iter().filter(|node| {
            let is =
                |attribute| node.attr(attribute).is_some_and(|value| value.trim().eq_ignore_ascii_case(name));
            is("name") || is("property") || is("itemprop")
        });
        with_name
            .filter_map(|node| node.attr("content").map(|content| content.to_string()))
            .collect::<Vec<_>>()
    };
    names.iter().map(of).find(|contents| !contents.is_empty()).unwrap_or_default()
}

fn first(page: &Document, names: &[&str]) -> Option<String> {
    all(page, names).into_iter().find(|content| !content.trim().is_empty())
}

/// Where a browser says it has saved the page from: `<!-- saved from url=(0020)https://… -->`, or `url:
/// https://…` in the comment of an extension.
fn saved_from(html: &str) -> Option<String> {
    let head: String = html.chars().take(8192).collect();
    let after = match head.split_once("saved from url=(") {
        Some((_, rest)) => rest.split_once(')')?.1,
        None => head.split_once("Page saved with SingleFile")?.1.split_once("url:")?.1,
    };
    stated::address(after.trim_start().split(|c: char| c.is_whitespace()).next()?)
}

fn address(page: &Document) -> Option<String> {
    let canonical = page.select("link[rel='canonical']").attr("href").map(|address| address.to_string());
    canonical.and_then(stated::address).or_else(|| first(page, &["og:url"]).and_then(stated::address))
}

/// A byline without the word before the name. An address is no name.
fn author(line: &str) -> Option<Name> {
    let line = said(line)?;
    let rest =
        ["By ", "by ", "Par ", "par "].iter().find_map(|word| line.strip_prefix(word)).unwrap_or(&line);
    let is_address = rest.contains("://") || rest.starts_with('@');
    (!is_address).then(|| Name::Literal(rest.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<!DOCTYPE html>
<!-- saved from url=(0031)https://example.org/lighthouse/1 -->
<html lang="fr-FR"><head><meta charset="utf-8"><title>Le phare est allumé | La Gazette</title>
<meta property="og:title" content="Le phare est allumé"><meta property="og:site_name" content="La Gazette">
<meta name="author" content="Par Anne Le Goff"><meta property="article:published_time" content="1907-03-02T08:00:00+01:00">
</head><body><nav><ul><li><a href="/">Accueil</a></li><li><a href="/x">Abonnez-vous</a></li></ul></nav>
<article><h1>Le phare est allumé</h1>
<p>Le phare a été allumé hier soir, le 1er mars 1907, devant une foule nombreuse venue de tout le pays malgré la pluie.</p>
<p>«&nbsp;La mer est moins noire&nbsp;», a dit le maire, qui avait attendu ce jour pendant plus de vingt ans, disait-il.</p>
<p>Les pêcheurs du port ont suivi la lumière jusqu’à la pointe, et plusieurs ont passé la nuit en mer pour la voir.</p>
</article><aside>Publicité : achetez nos lampes</aside><footer>Commentaires (3)</footer></body></html>"#;

    #[test]
    fn a_saved_page_gives_its_article_and_what_it_states() {
        let proposal = read(PAGE.as_bytes(), None).unwrap();
        let text = proposal.text.as_ref().unwrap().as_str();
        assert!(text.starts_with("Le phare est allumé\n\nLe phare a été allumé hier soir"), "{text}");
        assert!(text.contains("«\u{a0}La mer est moins noire\u{a0}», a dit"), "{text}");
        assert!(
            !text.contains("Abonnez") && !text.contains("lampes") && !text.contains("Commentaires"),
            "{text}"
        );
        let stated = proposal.stated;
        assert_eq!(stated.title.as_deref(), Some("Le phare est allumé"));
        assert_eq!(stated.container_title.as_deref(), Some("La Gazette"));
        assert_eq!(stated.authors, [Name::Literal("Anne Le Goff".into())]);
        assert_eq!(stated.issued.as_deref(), Some("1907-03-02"));
        assert_eq!(stated.url.as_deref(), Some("https://example.org/lighthouse/1"));
        assert_eq!(stated.language.as_deref(), Some("fr-FR"));
        assert_eq!(proposal.notes, []);
    }

    #[test]
    fn a_page_may_state_nothing() {
        let (bytes, ..) =
            encoding_rs::WINDOWS_1252.encode("<html><meta charset=iso-8859-1><body>Allumé.</body></html>");
        let proposal = read(&bytes, None).unwrap();
        assert_eq!(proposal.text, Some(Text::Taken("Allumé.\n".into())));
        assert_eq!(proposal.stated, Stated::default());
        assert!(read(b"<html><script>document.write('x')</script></html>", None).is_err());
    }

    #[test]
    fn hostile_pages_are_refused_or_read() {
        assert!(read(&vec![b'<'; LARGEST + 1], None).is_err());
        assert!(read("<div>".repeat(100_000).as_bytes(), None).is_err());
        for page in
            ["<".repeat(10_000), "<!--".repeat(10_000), "<a b=\"".repeat(10_000), "x<title>".repeat(10_000)]
        {
            let _ = read(page.as_bytes(), None);
        }
    }
}
