//! The editor of the user, at a line of a file.

use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, Stdio};

/// Programs that take `FILE:LINE`, by their names.
const COLON: [&str; 6] = ["helix", "hx", "subl", "sublime_text", "zed", "zeditor"];
/// Programs that take it behind `-g`.
const GOTO: [&str; 6] = ["code", "code-insiders", "codium", "cursor", "vscodium", "windsurf"];

/// The editor that the environment names, as it is written there: a program, perhaps with arguments.
pub(super) fn named(env: impl Fn(&str) -> Option<String>) -> String {
    let set = |name| env(name).filter(|value| !value.trim().is_empty());
    let usual = if cfg!(windows) { "notepad" } else { "vi" };
    set("VISUAL").or_else(|| set("EDITOR")).unwrap_or_else(|| usual.to_owned())
}

/// Runs `editor` on the file `path` at `line`, with its keys from `keys` where standard input is not the terminal,
/// and waits for its end.
///
/// # Errors
///
/// It could not be started; the text says why.
pub(super) fn run(editor: &str, path: &Path, line: usize, keys: Option<Stdio>) -> Result<(), String> {
    platform::run(editor, &arguments(editor, path, line), keys)
}

#[cfg(unix)]
mod platform {
    use super::{Command, OsString, Stdio};

    /// What a shell answers when it cannot run a program, or does not find it.
    const NOT_RUN: [i32; 2] = [126, 127];

    /// The variable may hold arguments and quotes, so a shell reads it, as git does it; the path is never part of what
    /// the shell reads.
    pub(super) fn run(editor: &str, arguments: &[OsString], keys: Option<Stdio>) -> Result<(), String> {
        let mut command = Command::new("/bin/sh");
        command.arg("-c").arg(format!("{editor} \"$@\"")).arg(editor).args(arguments);
        if let Some(keys) = keys {
            command.stdin(keys);
        }
        let status = command.status().map_err(|error| format!("{editor}: {error}"))?;
        match status.code() {
            Some(code) if NOT_RUN.contains(&code) => Err(editor.to_owned()),
            _ => Ok(()),
        }
    }
}

#[cfg(not(unix))]
mod platform {
    use std::io;

    use super::{Command, OsString, Stdio};

    /// What is called without its ending may be a program or a script.
    const ENDINGS: [&str; 3] = ["", ".cmd", ".bat"];

    pub(super) fn run(editor: &str, arguments: &[OsString], _keys: Option<Stdio>) -> Result<(), String> {
        let (program, own) = split(editor);
        for ending in ENDINGS {
            let mut command = Command::new(format!("{program}{ending}"));
            match command.args(&own).args(arguments).status() {
                Ok(_) => return Ok(()),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(format!("{editor}: {error}")),
            }
        }
        Err(editor.to_owned())
    }

    /// A program, in quotes where its path has spaces, and its arguments.
    fn split(editor: &str) -> (&str, Vec<&str>) {
        let editor = editor.trim();
        let quoted = editor.strip_prefix('"').and_then(|rest| rest.split_once('"'));
        let (program, rest) = quoted.or_else(|| editor.split_once(' ')).unwrap_or((editor, ""));
        (program, rest.split_whitespace().collect())
    }
}

fn arguments(editor: &str, path: &Path, line: usize) -> Vec<OsString> {
    // No file is taken for an option.
    let starts = path.as_os_str().as_encoded_bytes().first();
    let path = if matches!(starts, Some(b'-' | b'+')) { Path::new(".").join(path) } else { path.to_owned() };
    let mut with_line = path.clone().into_os_string();
    with_line.push(format!(":{line}"));
    let program = editor.split_whitespace().next().unwrap_or_default();
    let name = program.rsplit(['/', '\\']).next().unwrap_or_default().trim_matches(['"', '\'']);
    let name = name.strip_suffix(".exe").unwrap_or(name);
    match name {
        name if GOTO.contains(&name) => vec!["-g".into(), with_line],
        name if COLON.contains(&name) => vec![with_line],
        "notepad" => vec![path.into_os_string()],
        _ => vec![format!("+{line}").into(), path.into_os_string()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_names_the_editor() {
        let named = |vars: &[(&str, &str)]| {
            super::named(|name| vars.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned()))
        };
        assert_eq!(named(&[("VISUAL", "code -w"), ("EDITOR", "nano")]), "code -w");
        assert_eq!(named(&[("VISUAL", " "), ("EDITOR", "nano")]), "nano");
        assert_eq!(named(&[]), if cfg!(windows) { "notepad" } else { "vi" });
    }

    #[test]
    fn every_editor_is_told_the_line_in_its_way() {
        for (editor, path, expected) in [
            ("vi", "a.yaml", "+7 a.yaml"),
            ("/usr/bin/vim -u NONE", "a b.yaml", "+7 a b.yaml"),
            ("nano", "-rf", "+7 ./-rf"),
            ("emacs -nw", "+x", "+7 ./+x"),
            ("code --wait", "a.yaml", "-g a.yaml:7"),
            ("/opt/helix/hx", "/t/a.yaml", "/t/a.yaml:7"),
            ("subl", "a.yaml", "a.yaml:7"),
        ] {
            let arguments = arguments(editor, Path::new(path), 7).join(&OsString::from(" "));
            assert_eq!(arguments.to_str().unwrap(), expected, "{editor}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_program_that_is_not_there_is_told_from_one_that_fails() {
        let run = |editor| run(editor, Path::new("a"), 1, None);
        assert_eq!(run("true"), Ok(()));
        assert_eq!(run("false"), Ok(()));
        assert_eq!(
            run("exec 2>/dev/null; frise-no-such-editor"),
            Err("exec 2>/dev/null; frise-no-such-editor".into())
        );
    }
}
