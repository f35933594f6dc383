//! `acceptance FOLDER`: takes over the results a run left in the folder. Without one it only writes the page again.

use runyard_testkit::acceptance::{self, checks, results::Results};
use std::{env, fs, path::Path};

fn main() -> anyhow::Result<()> {
    let root = acceptance::root();
    let recorded = root.join("docs/security/acceptance.json");
    if let Some(folder) = env::args().nth(1) {
        let mut results = Results::read(&recorded)?;
        results.merge(Path::new(&folder))?;
        let checks = checks::all(&root)?;
        results.keep_only(|name| checks.iter().any(|check| check.name == name));
        results.write(&recorded)?;
    }
    fs::write(root.join("docs/security/acceptance.md"), acceptance::current()?)?;
    Ok(())
}
