//! The handout in Markdown, as a reader of Markdown reads it.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{lighthouse, nasty, whole};
use crate::support::Folder;

/// What a reader of Markdown finds: its text, and every kind of markup with its number.
fn read(markdown: &str) -> (String, Vec<String>) {
    let mut text = String::new();
    let mut odd = Vec::new();
    for event in Parser::new_ext(markdown, Options::all()) {
        match event {
            Event::Text(said) => text.push_str(&said),
            Event::SoftBreak => text.push(' '),
            Event::End(TagEnd::Strong | TagEnd::Link)
            | Event::Start(
                Tag::Heading { .. }
                | Tag::Paragraph
                | Tag::BlockQuote(None)
                | Tag::List(_)
                | Tag::Item
                | Tag::Strong,
            ) => {}
            Event::HardBreak | Event::End(_) => text.push('\n'),
            Event::Start(Tag::Link { dest_url, .. }) => odd.push(dest_url.into_string()),
            other => odd.push(format!("{other:?}")),
        }
    }
    (text, odd)
}

#[test]
fn nothing_in_a_timeline_becomes_markup() {
    let folder = nasty();
    for arguments in [whole(&["--format", "markdown"]), whole(&["--format", "markdown", "--student"])] {
        let (text, odd) = read(&folder.run(&arguments).out);
        assert_eq!(odd, ["https://a.example/?q=%22%3E%3Cscript%3Edocument.title='owned'%3C/script%3E&b"]);
        for said in ["<script>document.title='owned';fetch(", "&amp; &lt;b&gt; {{ 7 * 7 }}", "␛[2J⟨U+202E⟩␀"]
        {
            assert!(text.contains(said), "{said} is not in {text}");
        }
    }
}

#[test]
fn it_says_what_the_page_says() {
    let folder = lighthouse();
    let (text, odd) = read(&folder.run(&whole(&["--format", "markdown", "--lang", "fr"])).out);
    assert_eq!(odd, [""; 0]);
    for said in [
        "Le phare est allumé un soir de mars.",
        "«\u{a0}allumé […] devant une foule nombreuse\u{a0}»",
        "✂ avec coupes marquées · Doc. 1 · La Gazette (Havas) · 2 mars 1907 · passage [3]",
        "Contredite par",
        "Qui a vu la foule ?\n……",
        "Non précisé\u{a0}: Auteur, Adresse",
        "[1: Le phare a été [3: allumé hier soir :1]",
    ] {
        assert!(text.contains(said), "{said} is not in {text}");
    }
}

/// Texts that one converter or another takes for markup.
const SIGNS: &[&str] = &[
    "{.c onmouseover=alert(1)}",
    "{: .c onmouseover=alert(1) }",
    "(c) un",
    "i) deux",
    "A.  Smith",
    "M. Dupont -- dit --- \"oui\" et l'ami 'non'...",
    "“a\" b, “c” ‘d' e’",
    "@foo [@bar] [^1] ^[x] H~2~O x^2^ ~~a~~ $x$ :smile: :x:",
    ": définition",
    "| a | b |",
    "*[HTML]: y",
    "www.a.b http://a.b <b>a</b> <!-- a --> &amp; \\alpha `a`{=html}",
    "::: d",
    "#. a",
    "Table: a",
    "% a",
];

/// What is left of a page without its tags, its blanks and its references.
fn words_of(html: &str) -> String {
    let mut text = String::new();
    for part in html.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, text)| text));
    }
    text = text.replace("&#8220;", "“").replace("&#8216;", "‘");
    for number in 33..127_u8 {
        text = text.replace(&format!("&#{number};"), &char::from(number).to_string().replace('&', "&amp;"));
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    text.split_whitespace().collect()
}

/// What a converter makes of `markdown`; `None` where it is not installed.
fn converted(program: &str, arguments: &[&str], markdown: &str) -> Option<String> {
    use std::io::Write;
    use std::process::{Command, Stdio};
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().ok()?;
    child.stdin.take()?.write_all(markdown.as_bytes()).ok()?;
    let output = child.wait_with_output().ok()?;
    output.status.success().then(|| String::from_utf8(output.stdout).unwrap())
}

#[test]
fn converters_that_are_installed_make_the_words_of_it_and_nothing_else() {
    let events: Vec<String> = SIGNS
        .iter()
        .enumerate()
        .map(|(number, signs)| {
            let signs = signs.replace('\'', "''");
            format!(
                "  - id: e{number}\n    date: 1961\n    title: '{signs}'\n    summary: '{signs}'\n    \
                tags: ['{signs}']\n    quotes: [{{source: a, exact: '{signs}'}}]\n    questions: ['{signs}']\n"
            )
        })
        .collect();
    let timeline = format!(
        "title: Signes\nlanguage: fr\nsources: [{{id: a, text: a.txt}}]\nevents:\n{}",
        events.concat()
    );
    let folder = Folder::with(&[("timeline.yaml", &timeline), ("a.txt", &SIGNS.join("\n\n"))]);
    let markdown = folder.run(&whole(&["--format", "markdown", "--lang", "en"])).out;
    let (text, _) = read(&markdown);
    let words: String = text.split_whitespace().collect();
    for signs in SIGNS {
        let signs: String = signs.split_whitespace().collect();
        assert!(words.matches(&signs).count() >= 4, "{signs} is not in {words}");
    }
    let python = "import sys, markdown; print(markdown.markdown(sys.stdin.read(), extensions=['extra']))";
    for (program, arguments) in [
        ("pandoc", &["-f", "markdown", "-t", "html"][..]),
        ("pandoc", &["-f", "commonmark_x", "-t", "html"]),
        ("pandoc", &["-f", "gfm", "-t", "html"]),
        ("python3", &["-c", python]),
        ("/usr/bin/python3", &["-c", python]),
    ] {
        let Some(html) = converted(program, arguments, &markdown) else {
            continue;
        };
        assert_eq!(words_of(&html), words, "{program} {arguments:?}");
        assert!(!html.contains("<b>") && !html.contains("<!--") && !html.contains("<sup"), "{html}");
    }
}
