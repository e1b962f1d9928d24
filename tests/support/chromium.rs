//! A page in a headless Chromium, driven over a pipe by the `DevTools` protocol.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use super::Folder;

/// Set, it makes tests fail that would otherwise be left out because something is not installed.
const REQUIRE: &str = "FRISE_REQUIRE_CHROMIUM";

/// How long it may be silent before it is given up.
const SILENCE: Duration = Duration::from_secs(120);

const FLAGS: [&str; 10] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
];

/// Something that was looked for, or `None` and a word about it, or a failure where it is insisted on.
pub(crate) fn needed<T>(found: Option<T>, what: &str) -> Option<T> {
    if found.is_none() {
        assert!(std::env::var_os(REQUIRE).is_none(), "{what} is not there, and {REQUIRE} insists on it");
        // PresenterState to whoever looks at the output of the tests; nothing is wrong.
        let _ = writeln!(std::io::stderr(), "{what} is not there: this test is left out");
    }
    found
}

/// Where the program `name` is.
pub(crate) fn program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|path| path.is_file())
}

fn chromium() -> Option<PathBuf> {
    let names = ["chromium", "chromium-browser", "google-chrome"];
    needed(names.into_iter().find_map(program), "Chromium")
}

/// Chromium, with one page.
pub(crate) struct Page {
    browser: Child,
    to: ChildStdin,
    from: Receiver<Value>,
    asked: u64,
    session: Option<String>,
    /// Everything it has told without being asked.
    events: Vec<Value>,
    _profile: Folder,
}

impl Page {
    /// An empty page; `None` where there is no Chromium and nobody insists on it.
    pub(crate) fn new() -> Option<Self> {
        let profile = Folder::new();
        let mut command = Command::new("sh");
        // Chromium reads from its third and writes to its fourth handle.
        command.args(["-c", r#"exec "$0" "$@" 3<&0 4>&1 </dev/null >/dev/null 2>&1"#]).arg(chromium()?);
        command.args(FLAGS).arg("--remote-debugging-pipe");
        command.arg(format!("--user-data-dir={}", profile.path().display()));
        let mut browser = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let to = browser.stdin.take().unwrap();
        let out = BufReader::new(browser.stdout.take().unwrap());
        let (send, from) = channel();
        thread::spawn(move || {
            for message in out.split(0).map_while(Result::ok) {
                let message = serde_json::from_slice(&message).unwrap();
                if send.send(message).is_err() {
                    break;
                }
            }
        });
        let mut page =
            Self { browser, to, from, asked: 0, session: None, events: Vec::new(), _profile: profile };
        let target = page.ask("Target.createTarget", &json!({"url": "about:blank"}));
        let target = json!({"targetId": target["targetId"], "flatten": true});
        let session = page.ask("Target.attachToTarget", &target);
        page.session = session["sessionId"].as_str().map(str::to_owned);
        for domain in ["Network", "Page", "Runtime", "Log"] {
            page.ask(&format!("{domain}.enable"), &json!({}));
        }
        Some(page)
    }

    /// Asks for something, and waits for the answer.
    pub(crate) fn ask(&mut self, method: &str, parameters: &Value) -> Value {
        self.asked += 1;
        let mut question = json!({"id": self.asked, "method": method, "params": parameters});
        if let Some(session) = &self.session {
            question["sessionId"] = json!(session);
        }
        self.to.write_all(format!("{question}\0").as_bytes()).unwrap();
        loop {
            let message = self.hear();
            if message["id"] == json!(self.asked) {
                assert!(message["error"].is_null(), "{method}: {}", message["error"]);
                return message["result"].clone();
            }
            self.events.push(message);
        }
    }

    fn hear(&mut self) -> Value {
        self.from.recv_timeout(SILENCE).expect("Chromium says something")
    }

    /// Opens the file, and waits until all of it is there.
    pub(crate) fn open(&mut self, file: &Path) {
        self.events.clear();
        self.ask("Page.navigate", &json!({"url": address(file)}));
        while !self.events.iter().any(|event| event["method"] == "Page.loadEventFired") {
            let event = self.hear();
            self.events.push(event);
        }
        // What the page does when it is loaded has been told before this is answered.
        self.settle("true");
    }

    /// Waits until the page has been drawn and `is_so`, an expression, is true.
    pub(crate) fn settle(&mut self, is_so: &str) {
        self.eval(&format!(
            "new Promise(done => {{
                const look = () => {is_so} ? done() : requestAnimationFrame(look);
                requestAnimationFrame(() => setTimeout(look));
            }})"
        ));
    }

    /// What an expression of JavaScript comes to; of a promise, what it promises.
    pub(crate) fn eval(&mut self, expression: &str) -> Value {
        let parameters = json!({"expression": expression, "returnByValue": true, "awaitPromise": true});
        let answer = self.ask("Runtime.evaluate", &parameters);
        assert!(answer["exceptionDetails"].is_null(), "{expression}: {}", answer["exceptionDetails"]);
        answer["result"]["value"].clone()
    }

    /// Every address that was asked for since the page was opened.
    pub(crate) fn requests(&self) -> Vec<String> {
        let told = |event: &&Value| event["method"] == "Network.requestWillBeSent";
        let asked = self.events.iter().filter(told);
        asked.map(|event| event["params"]["request"]["url"].as_str().unwrap().to_owned()).collect()
    }

    /// Everything the page complained of, said, or opened a window for, since it was opened.
    pub(crate) fn complaints(&self) -> Vec<&Value> {
        let told = [
            "Runtime.exceptionThrown",
            "Runtime.consoleAPICalled",
            "Log.entryAdded",
            "Page.javascriptDialogOpening",
            "Page.windowOpen",
        ];
        self.events.iter().filter(|event| told.iter().any(|told| event["method"] == *told)).collect()
    }

    /// Makes the window `width` CSS pixels wide.
    pub(crate) fn resize(&mut self, width: u32) {
        let screen = json!({"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": true});
        self.ask("Emulation.setDeviceMetricsOverride", &screen);
        // Mobile layouts are widened by what does not fit, and `innerWidth` with them.
        self.settle(&format!("screen.width === {width}"));
    }

    /// Says that the reader likes it `light` or `dark`.
    pub(crate) fn prefer(&mut self, scheme: &str) {
        let feature = json!([{"name": "prefers-color-scheme", "value": scheme}]);
        self.ask("Emulation.setEmulatedMedia", &json!({"features": feature}));
        self.settle(&format!("matchMedia('(prefers-color-scheme: {scheme})').matches"));
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        // Asked to close, it leaves nobody behind who still writes into the profile.
        let _ = self.to.write_all(b"{\"id\": 0, \"method\": \"Browser.close\"}\0");
        while self.from.recv_timeout(SILENCE).is_ok() {}
        let _ = self.browser.kill();
        let _ = self.browser.wait();
    }
}

/// The address of a file.
pub(crate) fn address(file: &Path) -> String {
    format!("file://{}", file.display())
}

/// Prints the file as a reader would; `None` where there is no Chromium and nobody insists on it.
pub(crate) fn print(file: &Path, pdf: &Path) -> Option<()> {
    let profile = Folder::new();
    let mut command = Command::new(chromium()?);
    command.args(FLAGS).arg("--no-pdf-header-footer").arg(format!("--print-to-pdf={}", pdf.display()));
    command.arg(format!("--user-data-dir={}", profile.path().display())).arg(address(file));
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(())
}
