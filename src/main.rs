//! The `frise` program.
use frise::load::{Input, read};

fn main() {
    let draft = read(&Input::Builtin).unwrap();
    frise::tui::run(draft, frise::app::Options::default()).unwrap();
}
