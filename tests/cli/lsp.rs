//! `frise lsp`, as an editor talks to it.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use serde_json::{Value, json};

use crate::support::{Folder, frise};

const ARTICLE: &str = "😀 Le phare est allumé en 1907. Il est éteint en 1999.\n";
const YAML: &str = "title: T
langage: fr
sources:
  - id: journal
    text: a.txt
places: [{id: brest, name: Brest}]
events:
  - id: e
    date: 1907
    title: \"😀\"
    places: [br]
    quotes:
      - source: journal
        exact: \"phare est allumé\"
      - {source: journal, exact: \"😀 phare éteint en 1998\"}
";

/// An editor without a screen.
struct Editor {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    folder: Folder,
    number: u64,
}

impl Editor {
    fn new(locale: &str) -> Self {
        let folder = Folder::with(&[("timeline.yaml", YAML), ("a.txt", ARTICLE)]);
        let mut child = frise(&["lsp"])
            .current_dir(folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (input, output) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
        let mut editor = Self { child, input, output, folder, number: 0 };
        let greeting = editor.ask("initialize", &json!({ "capabilities": {}, "locale": locale }));
        assert_eq!(greeting["capabilities"]["positionEncoding"], "utf-16");
        editor.tell("initialized", &json!({}));
        editor
    }

    fn send(&mut self, message: &Value) {
        let text = message.to_string();
        write!(self.input, "Content-Length: {}\r\n\r\n{text}", text.len()).unwrap();
        self.input.flush().unwrap();
    }

    fn tell(&mut self, method: &str, parameters: &Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": parameters }));
    }

    fn hear(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut line = String::new();
            self.output.read_line(&mut line).unwrap();
            if line.trim().is_empty() {
                break;
            }
            if let Some(number) = line.strip_prefix("Content-Length: ") {
                length = number.trim().parse().unwrap();
            }
        }
        let mut text = vec![0; length];
        self.output.read_exact(&mut text).unwrap();
        serde_json::from_slice(&text).unwrap()
    }

    fn ask(&mut self, method: &str, parameters: &Value) -> Value {
        self.number += 1;
        self.send(&json!({ "jsonrpc": "2.0", "id": self.number, "method": method, "params": parameters }));
        loop {
            let answer = self.hear();
            if answer["id"] == self.number {
                return if answer["error"].is_null() {
                    answer["result"].clone()
                } else {
                    answer["error"].clone()
                };
            }
        }
    }

    fn address(&self) -> String {
        format!("file://{}", self.folder.path().join("timeline.yaml").display())
    }

    /// Opens the timeline; its problems.
    fn open(&mut self, text: &str) -> Vec<Value> {
        let item = json!({ "uri": self.address(), "languageId": "yaml", "version": 1, "text": text });
        self.tell("textDocument/didOpen", &json!({ "textDocument": item }));
        self.problems()
    }

    fn change(&mut self, text: &str) -> Vec<Value> {
        let document = json!({ "uri": self.address(), "version": 2 });
        let parameters = json!({ "textDocument": document, "contentChanges": [{ "text": text }] });
        self.tell("textDocument/didChange", &parameters);
        self.problems()
    }

    fn problems(&mut self) -> Vec<Value> {
        loop {
            let said = self.hear();
            if said["method"] == "textDocument/publishDiagnostics" {
                assert_eq!(said["params"]["uri"], self.address());
                return said["params"]["diagnostics"].as_array().unwrap().clone();
            }
        }
    }

    /// Asks something of the place behind `words` in `text`.
    fn ask_at(&mut self, method: &str, text: &str, words: &str) -> Value {
        let at = text.find(words).unwrap() + words.len();
        let document = json!({ "uri": self.address() });
        self.ask(method, &json!({ "textDocument": document, "position": position(text, at) }))
    }

    fn leave(mut self) {
        assert_eq!(self.ask("shutdown", &Value::Null), Value::Null);
        self.tell("exit", &Value::Null);
        assert_eq!(self.child.wait().unwrap().code(), Some(0));
    }
}

fn position(text: &str, at: usize) -> Value {
    let line = text[..at].matches('\n').count();
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    json!({ "line": line, "character": text[start..at].encode_utf16().count() })
}

fn byte(text: &str, position: &Value) -> usize {
    let line = usize::try_from(position["line"].as_u64().unwrap()).unwrap();
    let units = usize::try_from(position["character"].as_u64().unwrap()).unwrap();
    let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let taken = text[start..].char_indices().scan(0, |count, (at, c)| {
        let here = *count;
        *count += c.len_utf16();
        Some((here, at))
    });
    taken.into_iter().find(|(count, _)| *count == units).map_or(text.len(), |(_, at)| start + at)
}

fn part<'t>(text: &'t str, range: &Value) -> &'t str {
    &text[byte(text, &range["start"])..byte(text, &range["end"])]
}

#[test]
fn problems_come_with_their_fixes_while_one_types() {
    let mut editor = Editor::new("fr");
    let problems = editor.open(YAML);
    let find = |code: &str| problems.iter().find(|problem| problem["code"] == code).unwrap().clone();
    let key = find("unknown-key");
    assert_eq!((part(YAML, &key["range"]), &key["severity"]), ("langage", &json!(1)));
    assert!(key["message"].as_str().unwrap().contains("la clé `langage`"), "{key}");
    let orphan = find("orphan");
    assert!(part(YAML, &orphan["range"]).contains("phare") || !part(YAML, &orphan["range"]).is_empty());
    let mut text = YAML.to_owned();
    let actions = editor.ask(
        "textDocument/codeAction",
        &json!({ "textDocument": { "uri": editor.address() }, "range": key["range"], "context": { "diagnostics": [] } }),
    );
    let action = &actions.as_array().unwrap()[0];
    assert_eq!((&action["kind"], &action["isPreferred"]), (&json!("quickfix"), &json!(true)));
    let edit = &action["edit"]["changes"][editor.address()][0];
    let bytes = byte(YAML, &edit["range"]["start"])..byte(YAML, &edit["range"]["end"]);
    text.replace_range(bytes, edit["newText"].as_str().unwrap());
    assert!(text.contains("language: fr"));
    let problems = editor.change(&text);
    assert!(problems.iter().all(|problem| problem["code"] != "unknown-key"), "{problems:?}");
    // What is no YAML meanwhile is a problem, and ends nothing.
    let problems = editor.change("title: [\n");
    assert!(!problems.is_empty());
    editor.leave();
}

#[test]
fn ids_passages_and_places_are_known() {
    let mut editor = Editor::new("en");
    editor.open(YAML);
    let labels = |answer: &Value| -> Vec<String> {
        let items = answer.as_array().unwrap().iter();
        items.map(|item| item["label"].as_str().unwrap().to_owned()).collect()
    };
    let sources = editor.ask_at("textDocument/completion", YAML, "- source: jour");
    assert_eq!(labels(&sources), ["journal"]);
    assert_eq!(part(YAML, &sources[0]["textEdit"]["range"]), "jour");
    assert_eq!(labels(&editor.ask_at("textDocument/completion", YAML, "places: [br")), ["brest"]);
    assert!(labels(&editor.ask_at("textDocument/completion", YAML, "title: \"")).is_empty());
    let hover = editor.ask_at("textDocument/hover", YAML, "exact: \"pha");
    let shown = hover["contents"]["value"].as_str().unwrap();
    assert!(shown.contains("**phare est allumé**") && shown.contains("journal"), "{shown}");
    let near = editor.ask_at("textDocument/hover", YAML, "phare éteint");
    assert!(near["contents"]["value"].as_str().unwrap().contains("journal"), "{near}");
    assert_eq!(editor.ask_at("textDocument/hover", YAML, "date: "), Value::Null);
    let there = editor.ask_at("textDocument/definition", YAML, "exact: \"pha");
    assert!(there["uri"].as_str().unwrap().ends_with("/a.txt"), "{there}");
    assert_eq!(part(ARTICLE, &there["range"]), "phare est allumé");
    let unknown = editor.ask("textDocument/rename", &json!({}));
    assert_eq!(unknown["code"], -32601);
    editor.leave();
}

#[test]
fn other_files_and_editors_that_go_away_are_no_trouble() {
    let mut editor = Editor::new("en");
    assert!(editor.open("just: yaml\n").iter().all(|problem| problem["code"] != "panic"));
    let other = json!({ "uri": "untitled:1", "languageId": "yaml", "version": 1, "text": "x" });
    editor.tell("textDocument/didOpen", &json!({ "textDocument": other }));
    let position = json!({ "line": 0, "character": 0 });
    let parameters = json!({ "textDocument": { "uri": "untitled:1" }, "position": position });
    assert_eq!(editor.ask("textDocument/hover", &parameters), Value::Null);
    let Editor { mut child, input, output, .. } = editor;
    drop((input, output));
    // It ends, whatever its code.
    assert!(child.wait().unwrap().code().is_some());
}
