//! What says of itself that it tests a row.
//!
//! A hostile program says so in its header (`row: P1 P2`), a test in its documentation:
//!
//! ```text
//! /// row: I1
//! #[tokio::test]
//! async fn one_run_sees_nothing_of_another() ...
//! ```
//!
//! A line `/// known: reason` marks a test of something the product does not do yet; see [`crate::known`].

use crate::{Hostile, Stage};
use anyhow::{Context as _, ensure};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// What runs inside the compile stage tests this row too, whatever else it tests.
const COMPILE_ROW: &str = "C3";

/// One test of one or more rows.
#[derive(Debug, Clone)]
pub struct Check {
    /// Its name in recorded results.
    pub name: String,
    /// Where it is.
    pub file: String,
    /// The rows.
    pub rows: Vec<String>,
    /// Why it fails, when it is known to.
    pub known: Option<String>,
}

/// Every check of the project.
///
/// # Errors
/// Names the file that cannot be read, and the test whose rows are not followed by a function.
pub fn all(root: &Path) -> anyhow::Result<Vec<Check>> {
    let mut checks = Vec::new();
    for program in Hostile::all(&root.join("tests/hostile"))? {
        for stage in &program.stages {
            let mut rows = program.rows.clone();
            if *stage == Stage::Compile && !rows.iter().any(|row| row == COMPILE_ROW) {
                rows.push(COMPILE_ROW.to_owned());
            }
            checks.push(Check {
                name: program.check_name(*stage),
                file: format!("tests/hostile/{}", program.name),
                rows,
                known: program.known.clone(),
            });
        }
    }
    let mut sources = Vec::new();
    for crate_folder in sorted(&root.join("crates"))? {
        for part in ["src", "tests"] {
            collect(&crate_folder.join(part), &mut sources)?;
        }
    }
    for source in sources {
        let file = source.strip_prefix(root).unwrap_or(&source).display().to_string();
        let text = fs::read_to_string(&source).with_context(|| format!("failed to read {file}"))?;
        checks.extend(tests(&file, &text)?);
    }
    Ok(checks)
}

/// The checks among the tests of one file.
fn tests(file: &str, text: &str) -> anyhow::Result<Vec<Check>> {
    let mut checks = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let Some(rows) = line.trim().strip_prefix("/// row: ") else { continue };
        let (mut known, mut function) = (None, None);
        for line in lines.by_ref() {
            if let Some(reason) = line.trim().strip_prefix("/// known: ") {
                known = Some(reason.to_owned());
            }
            if let Some((_, rest)) = line.split_once("fn ") {
                function = rest.split('(').next().map(str::to_owned);
                break;
            }
        }
        let function = function.with_context(|| format!("rows of nothing in {file}"))?;
        let rows: Vec<String> = rows.split_whitespace().map(str::to_owned).collect();
        ensure!(!rows.is_empty(), "no rows at {function} in {file}");
        checks.push(Check { name: function, file: file.to_owned(), rows, known });
    }
    Ok(checks)
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    for path in sorted(folder)? {
        if path.is_dir() {
            collect(&path, found)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    Ok(())
}

fn sorted(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("failed to read {}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.map(|entry| Ok(entry?.path())).collect::<anyhow::Result<_>>()?;
    paths.sort();
    Ok(paths)
}
