//! The `frise` program.

fn main() {}
