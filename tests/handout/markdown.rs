//! The handout in Markdown, as a reader of Markdown reads it.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{lighthouse, nasty, whole};

/// What a reader of Markdown finds: its text, and every kind of markup with its number.
fn read(markdown: &str) -> (String, Vec<String>) {
    let mut text = String::new();
    let mut odd = Vec::new();
    for event in Parser::new_ext(markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
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
        "✂ avec coupes ou modifications marquées · Doc. 1 · La Gazette (Havas) · 2 mars 1907 · passage [3]",
        "Contredite par",
        "Qui a vu la foule ?\n……",
        "Non précisé\u{a0}: Auteur, Adresse",
        "[1: Le phare a été [3: allumé hier soir :1]",
    ] {
        assert!(text.contains(said), "{said} is not in {text}");
    }
}
