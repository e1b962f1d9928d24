//! Which file of a crate uses a name of which other.
//!
//! A name that a module hands on counts for the file that defines it. What exists in tests alone is left out.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A name of `to` in the text of `from`; both are paths below `src` without `.rs`, and `/mod` for a folder's own file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Use {
    pub(super) from: String,
    pub(super) to: String,
    /// Whether a module is named and nothing in it: what is used of it follows by its own path.
    pub(super) is_module: bool,
}

type Names = Vec<String>;

#[derive(Default)]
struct Module {
    file: String,
    children: BTreeSet<String>,
    items: BTreeSet<String>,
    imports: BTreeMap<String, Names>,
    paths: BTreeSet<Names>,
    globs: Vec<String>,
}

/// The modules of a crate, by their paths: `app/state`, and the empty one of the crate itself.
#[derive(Default)]
pub(super) struct Crate(BTreeMap<String, Module>);

enum Target {
    File(String),
    Module(String),
}

impl Crate {
    pub(super) fn read(folder: &Path) -> Self {
        let mut sources = Vec::new();
        for path in rust_files(folder) {
            let name = path.strip_prefix(folder).unwrap().with_extension("");
            sources.push((name.to_string_lossy().replace('\\', "/"), fs::read_to_string(&path).unwrap()));
        }
        Self::of(sources.iter().map(|(file, source)| (file.as_str(), source.as_str())))
    }

    pub(super) fn of<'s>(sources: impl IntoIterator<Item = (&'s str, &'s str)>) -> Self {
        let mut found = Self::default();
        let mut in_tests = Vec::new();
        for (file, source) in sources {
            let key = file.strip_suffix("mod").map_or(file, |folder| folder.trim_end_matches('/'));
            let key = if file == "lib" { "" } else { key };
            let tokens: TokenStream = source.parse().unwrap_or_else(|error| panic!("src/{file}.rs: {error}"));
            let mut module = Module { file: file.to_owned(), ..Module::default() };
            module.read(tokens, true, &mut |name| in_tests.push(joined(key, name)));
            found.0.insert(key.to_owned(), module);
        }
        let is_test = |key: &String| in_tests.iter().any(|test| is_inside(key, test));
        found.0.retain(|key, _| !is_test(key));
        for module in found.0.values() {
            assert!(module.globs.is_empty(), "src/{}.rs imports all of {:?}", module.file, module.globs);
        }
        found
    }

    pub(super) fn files(&self) -> impl Iterator<Item = &str> {
        self.0.values().map(|module| module.file.as_str())
    }

    /// Every use, each once.
    pub(super) fn uses(&self) -> BTreeSet<Use> {
        let mut uses = BTreeSet::new();
        for (key, module) in &self.0 {
            for path in module.imports.values().chain(&module.paths) {
                let (to, is_module) = match self.resolve(key, path, 0) {
                    Some(Target::File(to)) => (to, false),
                    Some(Target::Module(to)) => (to, true),
                    None => continue,
                };
                let to = &self.0[&to].file;
                if *to != module.file {
                    uses.insert(Use { from: module.file.clone(), to: to.clone(), is_module });
                }
            }
        }
        uses
    }

    /// What `path` means in the module `key`; `None` for what is no part of the crate.
    fn resolve(&self, key: &str, path: &[String], depth: usize) -> Option<Target> {
        let module = self.0.get(key)?;
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" => self.walk("", rest, depth),
            "frise" if key == "main" => self.walk("", rest, depth),
            "self" => self.walk(key, rest, depth),
            "super" => {
                let above = key.rsplit_once('/').map_or("", |(above, _)| above);
                match rest.first().map(String::as_str) {
                    Some("super") => self.resolve(above, rest, depth),
                    _ => self.walk(above, rest, depth),
                }
            }
            name if module.knows(name) => self.walk(key, path, depth),
            _ => None,
        }
    }

    fn walk(&self, key: &str, path: &[String], depth: usize) -> Option<Target> {
        let module = self.0.get(key)?;
        let Some((name, rest)) = path.split_first() else { return Some(Target::Module(key.to_owned())) };
        assert!(depth < 100, "{key} hands {name} on to itself");
        let child = || self.walk(&joined(key, name), rest, depth + 1);
        let imported = |import: &Names| {
            let path: Names = import.iter().chain(rest).cloned().collect();
            self.resolve(key, &path, depth + 1)
        };
        // A module and a function may have one name: what goes on after it is in the module.
        let is_child = module.children.contains(name);
        match module.imports.get(name) {
            _ if is_child && !rest.is_empty() => child(),
            _ if module.items.contains(name) => Some(Target::File(key.to_owned())),
            // `use memchr::memchr`: a package is named, not the function that comes from it.
            Some(import) if import.first() == Some(name) => None,
            Some(import) => imported(import),
            None if is_child => child(),
            // Made by a macro.
            None => Some(Target::File(key.to_owned())),
        }
    }
}

impl Module {
    fn knows(&self, name: &str) -> bool {
        self.children.contains(name) || self.imports.contains_key(name) || self.items.contains(name)
    }

    /// Reads `tokens`; what is in tests alone is left out, and the names of such modules go to `in_tests`.
    fn read(&mut self, tokens: TokenStream, is_top: bool, in_tests: &mut dyn FnMut(&str)) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            let word = |offset: usize| match tokens.get(at + offset) {
                Some(TokenTree::Ident(ident)) => ident.to_string(),
                _ => String::new(),
            };
            match &tokens[at] {
                TokenTree::Punct(punct) if punct.as_char() == '#' && is_test(tokens.get(at + 1)) => {
                    let end = end_of_item(&tokens, at + 2);
                    let item = &tokens[at..end];
                    if let Some(name) = item.windows(2).find(|pair| pair[0].to_string() == "mod") {
                        in_tests(&name[1].to_string());
                    }
                    at = end;
                    continue;
                }
                TokenTree::Group(group) => self.read(group.stream(), false, in_tests),
                TokenTree::Ident(ident) if ident == "use" => {
                    let end =
                        at + tokens[at..].iter().position(|token| is_sign(token, ';')).unwrap_or_default();
                    self.import(&tokens[at + 1..end.max(at + 1)], &mut Vec::new());
                    at = end.max(at + 1);
                    continue;
                }
                TokenTree::Ident(ident) if is_top && ident == "mod" => {
                    match tokens.get(at + 2) {
                        Some(TokenTree::Group(group)) => self.read_inline(word(1), group.stream(), in_tests),
                        _ => _ = self.children.insert(word(1)),
                    }
                    at += 3;
                    continue;
                }
                TokenTree::Ident(ident) if is_top && is_definition(&ident.to_string()) => {
                    let name =
                        if tokens.get(at + 1).is_some_and(|token| is_sign(token, '!')) { 2 } else { 1 };
                    self.items.insert(word(name));
                }
                TokenTree::Ident(_) => {
                    let (path, end) = path_at(&tokens, at);
                    if path.len() > 1 {
                        self.paths.insert(path);
                    }
                    at = end;
                    continue;
                }
                _ => {}
            }
            at += 1;
        }
    }

    /// Reads a module that is written within this one's file, as a part of it: its `super` is this module.
    fn read_inline(&mut self, name: String, tokens: TokenStream, in_tests: &mut dyn FnMut(&str)) {
        let mut inline = Self::default();
        inline.read(tokens, false, in_tests);
        self.items.insert(name);
        let outside = |path: Names| match path.first().map(String::as_str) {
            Some("super") => {
                Some(path[1..].to_vec()).filter(|rest| rest.first().is_some_and(|name| name == "super"))
            }
            _ => Some(path),
        };
        self.paths.extend(inline.paths.into_iter().filter_map(outside));
        for (name, path) in inline.imports {
            if let Some(path) = outside(path) {
                self.imports.entry(name).or_insert(path);
            }
        }
        self.globs.extend(inline.globs.into_iter().filter(|glob| glob != "super"));
    }

    /// Notes the names that a tree of imports brings in, all of them behind `before`.
    fn import(&mut self, tree: &[TokenTree], before: &mut Names) {
        let is_comma = |token: &TokenTree| is_sign(token, ',');
        for branch in tree.split(is_comma).filter(|branch| !branch.is_empty()) {
            let (path, end) = path_at(branch, 0);
            let known = before.len();
            before.extend(path.into_iter().filter(|name| name != "self" || known == 0));
            match branch.get(end..).unwrap_or_default() {
                [TokenTree::Group(group)] => {
                    self.import(&group.stream().into_iter().collect::<Vec<_>>(), before);
                }
                [TokenTree::Ident(_), name] => self.bind(name.to_string(), before),
                [] => self.bind(before.last().cloned().unwrap_or_default(), before),
                _ if ["crate", "super", "self"].contains(&before[0].as_str()) => {
                    self.globs.push(before.join("::"));
                }
                _ => {}
            }
            before.truncate(known);
        }
    }

    fn bind(&mut self, name: String, path: &Names) {
        // Two names for nothing may stand beside each other.
        let name = if name == "_" { format!("_{}", path.join("::")) } else { name };
        self.imports.insert(name, path.clone());
    }
}

/// The names from `at` on that `::` joins, and where they end.
fn path_at(tokens: &[TokenTree], at: usize) -> (Names, usize) {
    let mut names = Names::new();
    let mut end = at;
    while let Some(TokenTree::Ident(ident)) = tokens.get(end) {
        names.push(ident.to_string());
        end += 1;
        let joins = |offset| tokens.get(end + offset).is_some_and(|token| is_sign(token, ':'));
        if !joins(0) || !joins(1) {
            break;
        }
        end += 2;
    }
    (names, end)
}

fn is_definition(word: &str) -> bool {
    ["fn", "struct", "enum", "union", "trait", "type", "const", "static", "macro_rules"].contains(&word)
}

fn is_sign(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

fn is_test(attribute: Option<&TokenTree>) -> bool {
    let text = attribute.map(|attribute| attribute.to_string().replace(' ', "")).unwrap_or_default();
    ["[cfg(test)", "[cfg(all(test,"].iter().any(|start| text.starts_with(start))
}

/// Behind the item that begins at `start`.
fn end_of_item(tokens: &[TokenTree], start: usize) -> usize {
    let is_end = |token: &TokenTree| match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        token => is_sign(token, ';'),
    };
    tokens[start..].iter().position(is_end).map_or(tokens.len(), |length| start + length + 1)
}

fn joined(key: &str, name: &str) -> String {
    if key.is_empty() { name.to_owned() } else { format!("{key}/{name}") }
}

pub(super) fn is_inside(file: &str, room: &str) -> bool {
    file.strip_prefix(room).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The sets of files each of which leads to every other of its set, by uses of uses.
pub(super) fn circles(uses: &BTreeSet<Use>) -> Vec<BTreeSet<String>> {
    let mut direct: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for used in uses.iter().filter(|used| !used.is_module) {
        direct.entry(&used.from).or_default().push(&used.to);
    }
    let reached = |from: &str| {
        let mut reached = BTreeSet::new();
        let mut left = vec![from];
        while let Some(next) = left.pop() {
            let new = direct.get(next).into_iter().flatten().filter(|to| reached.insert(**to));
            left.extend(new.copied().collect::<Vec<_>>());
        }
        reached
    };
    let reached: BTreeMap<&str, BTreeSet<&str>> = direct.keys().map(|from| (*from, reached(from))).collect();
    let leads = |from: &str, to: &str| reached.get(from).is_some_and(|all| all.contains(to));
    let mut circles: Vec<BTreeSet<String>> = Vec::new();
    for file in direct.keys().filter(|file| leads(file, file)) {
        match circles
            .iter_mut()
            .find(|circle| circle.iter().all(|other| leads(file, other) && leads(other, file)))
        {
            Some(circle) => {
                circle.insert((*file).to_owned());
            }
            None => circles.push(BTreeSet::from([(*file).to_owned()])),
        }
    }
    circles
}

fn rust_files(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}
