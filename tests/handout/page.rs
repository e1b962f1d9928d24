//! The page in a browser.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::{WHOLE, lighthouse, nasty};
use crate::support::chromium::{Page, address, needed};
use crate::support::{Folder, frise, run};

/// The handout of the built-in timeline.
fn builtin(arguments: &[&str]) -> (Folder, PathBuf) {
    let folder = Folder::new();
    let file = folder.path().join("page.html");
    let mut command = frise(&["handout", "-o", file.to_str().unwrap()]);
    let run = run(command.args(arguments).current_dir(folder.path()));
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    (folder, file)
}

/// The handout of the timeline in `folder`, which is made with the exit status `code`.
fn of(folder: Folder, code: i32, arguments: &[&str]) -> (Folder, PathBuf) {
    let arguments: Vec<_> = ["handout", "-o", "page.html"].iter().chain(arguments).copied().collect();
    assert_eq!(folder.run(&arguments).code, Some(code));
    let file = folder.path().join("page.html");
    (folder, file)
}

/// What is wrong with the links and the ids of a page.
const LINKS: &str = r"(() => {
    const wrong = [];
    const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
    ids.forEach((id, at) => { if (ids.indexOf(id) !== at) wrong.push(`${id} is there twice`); });
    for (const link of document.querySelectorAll('a[href], [cite]')) {
        const href = link.getAttribute('href') ?? link.getAttribute('cite');
        if (href.startsWith('#')) {
            if (!document.getElementById(href.slice(1))) wrong.push(`${href} leads nowhere`);
        } else if (!/^https?:\/\//.test(href)) wrong.push(`${href} is no address`);
    }
    return wrong;
})()";

/// What is wrong with the ways from quotes to their passages and back.
const PASSAGES: &str = r"(() => {
    const flat = text => text.replace(/\s+/g, ' ').trim();
    const wrong = [];
    if (!document.querySelector('#articles')) return wrong;
    for (const figure of document.querySelectorAll('figure.quote')) {
        const links = [...figure.querySelectorAll('a.ref')];
        if (figure.classList.contains('orphan') !== (links.length === 0)) wrong.push(`${figure.id}: ${links.length} passages`);
        for (const link of links) {
            const start = document.getElementById(link.hash.slice(1));
            if (start.getAttribute('href') !== '#' + figure.id) wrong.push(`${figure.id}: no way back`);
            if (!figure.classList.contains('exact')) continue;
            const after = document.createRange();
            after.setStartAfter(start);
            after.setEndAfter(start.closest('.text').lastElementChild);
            const rest = after.cloneContents();
            rest.querySelectorAll('.ref').forEach(ref => ref.remove());
            const words = flat(figure.querySelector('blockquote').textContent);
            const said = flat([...rest.children].map(p => p.textContent).join(' ') || rest.textContent);
            if (!flat(rest.textContent).startsWith(words) && !said.startsWith(words)) wrong.push(`${figure.id}: ${words}`);
        }
    }
    return wrong;
})()";

/// Asserts what holds for every page.
fn assert_sound(page: &mut Page, file: &Path) {
    page.open(file);
    assert_eq!(page.requests(), [address(file)]);
    assert_eq!(page.complaints(), Vec::<&Value>::new());
    assert_eq!(page.eval(LINKS), json!([]));
    assert_eq!(page.eval(PASSAGES), json!([]));
    assert_eq!(
        page.eval("document.querySelectorAll('script, img, link, iframe, [onclick], [onerror]').length"),
        0
    );
    assert_eq!(page.eval("document.querySelectorAll('h1').length"), 1);
    assert_eq!(page.eval("[...document.querySelectorAll('blockquote')].every(quote => quote.lang)"), true);
    for width in [320, 360, 768, 1200] {
        page.resize(width);
        let overflowing = page.eval(
            "[...document.querySelectorAll('body *:not(.unseen)')].filter(e => e.getBoundingClientRect().right > \
             innerWidth + 1).map(e => e.outerHTML.slice(0, 200))",
        );
        assert_eq!(overflowing, json!([]), "{width}");
        assert_eq!(page.eval("document.documentElement.scrollWidth"), width);
    }
}

#[test]
fn the_page_is_sound() {
    let Some(mut page) = Page::new() else { return };
    for arguments in [&["--lang", "fr"][..], &["--lang", "en"], &["--lang", "fr", "--student"]] {
        let (_folder, file) = builtin(arguments);
        assert_sound(&mut page, &file);
        let (_folder, file) = builtin(&[arguments, &WHOLE].concat());
        assert_sound(&mut page, &file);
    }
    let (_folder, file) = of(lighthouse(), 0, &["--lang", "en", "--teacher"]);
    assert_sound(&mut page, &file);
    assert_eq!(page.eval("document.title"), "The lighthouse");
}

#[test]
fn nothing_in_a_timeline_runs() {
    let Some(mut page) = Page::new() else { return };
    for arguments in [&["--lang", "fr"][..], &["--lang", "en", "--student"]] {
        let (_folder, file) = of(nasty(), 1, &[arguments, &WHOLE].concat());
        assert_sound(&mut page, &file);
        let title = page.eval("document.title");
        assert!(
            title.as_str().unwrap().starts_with("</style></title><script>document.title='owned'"),
            "{title}"
        );
        // All but the one link that leads elsewhere.
        page.eval(
            "document.querySelectorAll('body *:not([href^=http])').forEach(element => element.click?.())",
        );
        assert_ne!(page.eval("document.title"), "owned");
    }
}

#[test]
fn quotes_and_passages_lead_to_each_other() {
    let Some(mut page) = Page::new() else { return };
    let (_folder, file) = builtin(&[&["--lang", "fr"], &WHOLE[..]].concat());
    page.open(&file);
    for from in ["#q12 a.ref", "#p12"] {
        page.eval(&format!("document.querySelector('{from}').click()"));
        page.settle("document.querySelector(':target')");
        let seen = "(() => { const box = document.querySelector(':target').getBoundingClientRect();
            return box.top >= 0 && box.bottom <= innerHeight; })()";
        assert_eq!(page.eval(seen), true, "{from}");
    }
    assert_eq!(page.eval("location.hash"), "#q12");
}

/// axe-core, where it has been fetched.
fn axe() -> Option<String> {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("../axe-core/axe.min.js");
    needed(std::fs::read_to_string(file).ok(), "axe-core")
}

#[test]
fn everybody_can_read_the_page() {
    let (Some(axe), Some(mut page)) = (axe(), Page::new()) else { return };
    let pages = [
        builtin(&["--lang", "fr"]),
        builtin(&["--lang", "en", "--student"]),
        builtin(&[&["--lang", "en"], &WHOLE[..]].concat()),
        of(lighthouse(), 1, &["mistakes.yaml", "--lang", "en"]),
        of(nasty(), 1, &[&["--lang", "fr", "--teacher"], &WHOLE[..]].concat()),
    ];
    for (_folder, file) in &pages {
        for (scheme, width) in [("light", 1200), ("dark", 360)] {
            page.prefer(scheme);
            page.resize(width);
            page.open(file);
            page.eval(&format!("{axe}; 0"));
            let found = page.eval(
                "axe.run({rules: {'color-contrast-enhanced': {enabled: true}}}).then(found => \
                 found.violations.map(broken => [broken.id, broken.nodes.slice(0, 3).map(node => node.html)]))",
            );
            assert_eq!(found, json!([]), "{} {scheme}", file.display());
        }
    }
}
