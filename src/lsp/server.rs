//! The conversation with an editor.

use std::collections::BTreeMap;
use std::error::Error;

use lsp_server::{Connection, ErrorCode, Message, Notification, Request, Response};
use serde_json::{Value, json};

use super::document::Document;
use super::{answers, completion, diagnostics, position, uri};
use crate::i18n::Lang;

/// Talks with the editor until it takes its leave, or is gone. Messages are in `lang`, else in the language that the
/// editor names.
pub(crate) fn serve(connection: &Connection, lang: Option<Lang>) -> Result<(), Box<dyn Error + Send + Sync>> {
    let (id, parameters) = connection.initialize_start()?;
    connection.initialize_finish(
        id,
        json!({
            "capabilities": {
                "positionEncoding": "utf-16",
                "textDocumentSync": { "openClose": true, "change": 1, "save": true },
                "completionProvider": { "triggerCharacters": [" ", "[", ","] },
                "hoverProvider": true,
                "definitionProvider": true,
                "codeActionProvider": { "codeActionKinds": ["quickfix"] },
            },
            "serverInfo": { "name": "frise", "version": env!("CARGO_PKG_VERSION") },
        }),
    )?;
    let locale = parameters.get("locale").and_then(Value::as_str);
    let lang = lang.or_else(|| locale.and_then(Lang::from_tag)).unwrap_or_default();
    let mut server = Server { connection, lang, documents: BTreeMap::new() };
    for message in &connection.receiver {
        match message {
            Message::Request(request) => {
                if connection.handle_shutdown(&request)? {
                    return Ok(());
                }
                server.answer(request)?;
            }
            Message::Notification(notification) => server.hear(&notification),
            Message::Response(_) => {}
        }
        // While more is on its way, what is there now is outdated soon.
        if connection.receiver.is_empty() {
            server.publish()?;
        }
    }
    Ok(())
}

struct Server<'c> {
    connection: &'c Connection,
    lang: Lang,
    /// What is open, by its address.
    documents: BTreeMap<String, Document>,
}

impl Server<'_> {
    fn send(&self, message: impl Into<Message>) -> Result<(), Box<dyn Error + Send + Sync>> {
        Ok(self.connection.sender.send(message.into())?)
    }

    fn hear(&mut self, notification: &Notification) {
        let parameters = &notification.params;
        let Some(address) = parameters.pointer("/textDocument/uri").and_then(Value::as_str) else { return };
        match notification.method.as_str() {
            "textDocument/didOpen" => {
                let text = parameters.pointer("/textDocument/text").and_then(Value::as_str);
                if let (Some(path), Some(text)) = (uri::to_path(address), text) {
                    self.documents.insert(address.to_owned(), Document::new(path, text.to_owned()));
                }
            }
            "textDocument/didChange" => {
                let changes = parameters.get("contentChanges").and_then(Value::as_array);
                let text = changes.and_then(|changes| changes.last()?.get("text")?.as_str());
                if let (Some(document), Some(text)) = (self.documents.get_mut(address), text) {
                    document.change(text.to_owned());
                }
            }
            // What was saved may be an article.
            "textDocument/didSave" => self.documents.values_mut().for_each(Document::outdate),
            "textDocument/didClose" if self.documents.remove(address).is_some() => {
                // An editor that is gone does not hear it.
                let _ = self.tell_problems(address, &[]);
            }
            _ => {}
        }
    }

    fn tell_problems(&self, address: &str, problems: &[Value]) -> Result<(), Box<dyn Error + Send + Sync>> {
        let parameters = json!({ "uri": address, "diagnostics": problems });
        self.send(Notification::new("textDocument/publishDiagnostics".to_owned(), parameters))
    }

    /// Tells the problems of what was changed.
    fn publish(&mut self) -> Result<(), Box<dyn Error + Send + Sync>> {
        let lang = self.lang;
        let changed = self.documents.iter_mut().filter_map(|(address, document)| {
            document.refresh().then(|| (address.clone(), diagnostics::diagnostics(document, lang)))
        });
        for (address, problems) in changed.collect::<Vec<_>>() {
            self.tell_problems(&address, &problems)?;
        }
        Ok(())
    }

    fn answer(&mut self, request: Request) -> Result<(), Box<dyn Error + Send + Sync>> {
        let Request { id, method, params } = request;
        let lang = self.lang;
        let address = params.pointer("/textDocument/uri").and_then(Value::as_str).unwrap_or_default();
        let mut document = self.documents.get_mut(address);
        if let Some(document) = &mut document
            && document.refresh()
        {
            // Its problems are told once nothing more is on its way.
            document.outdate();
        }
        let document = document.as_deref();
        let at = document
            .zip(params.get("position"))
            .and_then(|(document, position)| Some((document, position::to_byte(&document.text, position)?)));
        let result = match method.as_str() {
            "textDocument/completion" => {
                json!(at.map(|(document, at)| completion::complete(document, at, lang)).unwrap_or_default())
            }
            "textDocument/hover" => json!(at.and_then(|(document, at)| answers::hover(document, at, lang))),
            "textDocument/definition" => {
                json!(at.and_then(|(document, at)| answers::definition(document, at)))
            }
            "textDocument/codeAction" => {
                let end = |document: &Document, end: &str| {
                    position::to_byte(&document.text, params.get("range")?.get(end)?)
                };
                let found = document.and_then(|document| {
                    let bytes = end(document, "start")?..end(document, "end")?;
                    Some(diagnostics::actions(document, address, &bytes, lang))
                });
                json!(found.unwrap_or_default())
            }
            _ => {
                let code = ErrorCode::MethodNotFound as i32;
                return self.send(Response::new_err(id, code, format!("frise knows no {method}")));
            }
        };
        self.send(Response::new_ok(id, result))
    }
}
