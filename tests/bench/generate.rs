//! Writes a made-up timeline: `cargo run --release --example generate -- 10000 FOLDER`.

mod timelines;

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let made = match arguments.as_slice() {
        [count, folder] => count
            .parse()
            .map_err(|_| format!("`{count}` is no number of events"))
            .and_then(|count| timelines::made(count).write(Path::new(folder)).map_err(|e| e.to_string())),
        _ => Err("usage: generate EVENTS FOLDER".to_owned()),
    };
    match made {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "error: {error}");
            ExitCode::from(2)
        }
    }
}
