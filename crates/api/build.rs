//! Embeds the built site. Without one, a page that says so is embedded instead.

use std::{
    env,
    fmt::Write as _,
    fs, io,
    path::{Path, PathBuf},
};

fn main() -> io::Result<()> {
    let crate_folder = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let built = crate_folder.join("../../web/dist");
    let mut files = Vec::new();
    if built.join("index.html").is_file() {
        collect(&built.canonicalize()?, "", &mut files)?;
    } else {
        files.push(("index.html".to_owned(), crate_folder.join("no-site.html")));
    }
    files.sort();
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let list = copy(&files, &out.join("site"))?;
    fs::write(out.join("site.rs"), list)?;
    // Relative: clones that share a target folder would ask whether another one's site has changed.
    emit("rerun-if-changed=../../web/dist");
    emit("rerun-if-changed=no-site.html");
    Ok(())
}

/// Copies the files, so that a site that is built again meanwhile does not break this build, and lists the copies as an
/// expression of `(name, content)` pairs.
fn copy(files: &[(String, PathBuf)], folder: &Path) -> io::Result<String> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    let mut list = String::from("&[");
    for (number, (name, path)) in files.iter().enumerate() {
        let copy = folder.join(number.to_string());
        fs::copy(path, &copy)?;
        let _ = writeln!(list, "({name:?}, include_bytes!({:?})),", copy.display().to_string());
    }
    list.push(']');
    Ok(list)
}

/// Every file below `folder` with its name from there.
fn collect(folder: &Path, prefix: &str, files: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.push((name, entry.path()));
        }
    }
    Ok(())
}

/// Build scripts talk to cargo by printing.
fn emit(line: &str) {
    println!("cargo::{line}");
}
