//! The acceptance list: which rows of the security catalogue there are, what tests each of them, and how the tests of
//! each row last ended, in every mode that was run. `docs/security/acceptance.md` is made from this and never by hand:
//!
//! - [`list`]: the rows in our own words, from `docs/security/rows.txt`;
//! - [`checks`]: what says of itself that it tests a row, read from the hostile programs and the tests' sources;
//! - [`results`]: how each check ended in each mode, from `docs/security/acceptance.json`, recorded by real runs;
//! - [`page`]: the table.

pub mod checks;
pub mod list;
pub mod page;
pub mod results;

use anyhow::Context as _;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The project's root.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The page as it must be now.
///
/// # Errors
/// When a source of it cannot be read or contradicts another one.
pub fn current() -> anyhow::Result<String> {
    let root = root();
    let list = list::List::read(&root.join("docs/security/rows.txt"))?;
    let checks = checks::all(&root)?;
    let results = results::Results::read(&root.join("docs/security/acceptance.json"))?;
    page::page(&list, &checks, &results)
}

/// The page as it is.
///
/// # Errors
/// When there is none.
pub fn written() -> anyhow::Result<String> {
    fs::read_to_string(root().join("docs/security/acceptance.md"))
        .context("failed to read the acceptance page")
}
