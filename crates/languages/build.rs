//! Embeds every `languages/*.toml`, so that adding a language is adding one file.

use std::{env, error::Error, fmt::Write as _, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../languages").canonicalize()?;
    // Relative, and what is embedded is copied: clones that share a target folder would get another one's files.
    println!("cargo::rerun-if-changed=../../languages");
    let mut files = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            files.push(path);
        }
    }
    files.sort();
    let mut code = String::from("&[\n");
    for path in &files {
        let name = path.file_name().ok_or("a path without a name")?.to_string_lossy();
        println!("cargo::rerun-if-changed=../../languages/{name}");
        writeln!(code, "    ({name:?}, {:?}),", fs::read_to_string(path)?)?;
    }
    code.push_str("]\n");
    fs::write(Path::new(&env::var("OUT_DIR")?).join("embedded.rs"), code)?;
    Ok(())
}
