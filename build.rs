//! Turns the built-in timeline into JSON while frise is built, because reading the same tree as JSON takes a
//! tenth of the time, and it stands in the way of the first frame.

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

const TIMELINE: &str = "timeline.yaml";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={TIMELINE}");
    let tree: serde_yaml::Value = serde_yaml::from_str(&fs::read_to_string(TIMELINE)?)?;
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo names no folder for what is built")?);
    fs::write(out.join("timeline.json"), serde_json::to_string(&tree)?)?;
    Ok(())
}
