//! The acceptance list as a page.

use super::{
    checks::Check,
    list::{List, Row},
    results::{End, Results},
};
use anyhow::ensure;
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

/// Where programs are, each of which is a check at every stage it is run at.
const PROGRAMS: &str = "tests/hostile/";

/// Makes the page.
///
/// # Errors
/// Names checks of rows that do not exist, and rows that have neither a check nor a reason.
pub fn page(list: &List, checks: &[Check], results: &Results) -> anyhow::Result<String> {
    for check in checks {
        for row in &check.rows {
            ensure!(
                list.rows().any(|known| known.id == *row),
                "{} tests row {row}, which does not exist",
                check.file
            );
        }
    }
    let of = |row: &Row| checks.iter().filter(|check| check.rows.contains(&row.id)).collect::<Vec<_>>();
    for row in list.rows() {
        ensure!(
            !of(row).is_empty() || !row.gaps.is_empty(),
            "row {} has neither a test nor a reason",
            row.id
        );
    }
    let modes: Vec<&str> = results.modes().collect();

    let mut page = String::from(
        "# Acceptance list\n\nMade by `scripts/test-hostile --record` from `rows.txt` (the rows in our words), the tests' \
         own statements of what\nthey test, and `acceptance.json` (how they ended). Do not edit.\n\n",
    );
    let (of_programs, of_tests): (Vec<&Check>, Vec<&Check>) =
        checks.iter().partition(|check| check.file.starts_with(PROGRAMS));
    let programs: BTreeSet<&str> = of_programs.iter().map(|check| check.file.as_str()).collect();
    writeln!(
        page,
        "{} hostile programs in {} runs (as programs, at a terminal, by compilers) and {} tests of several steps:\n",
        programs.len(),
        of_programs.len(),
        of_tests.len()
    )?;
    for mode in &modes {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for row in list.rows() {
            *counts.entry(state(row, &of(row), results, mode).0).or_default() += 1;
        }
        let counts: Vec<String> = counts.iter().map(|(state, count)| format!("{count} {state}")).collect();
        writeln!(page, "- {mode}: {}", counts.join(", "))?;
    }
    page.push_str("\nA row that waits is not counted as passed. \"partly\" says which of its tests ran.\n");
    for group in &list.groups {
        write!(page, "\n## {}\n\n| row | what has to hold | tested by |", group.title)?;
        for mode in &modes {
            write!(page, " {mode} |")?;
        }
        writeln!(page, "\n|---|---|---|{}", "---|".repeat(modes.len()))?;
        for row in &group.rows {
            let checks = of(row);
            let mut what = row.what.clone();
            for gap in &row.gaps {
                write!(what, "<br>*{gap}*")?;
            }
            write!(page, "| {} | {} | {} |", row.id, cell(&what), cell(&places(&checks)))?;
            for mode in &modes {
                write!(page, " {} |", cell(&state(row, &checks, results, mode).1))?;
            }
            page.push('\n');
        }
    }
    Ok(page)
}

/// Where the checks are; tests by name behind their file.
fn places(checks: &[&Check]) -> String {
    let mut files: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for check in checks {
        files.entry(&check.file).or_default().push(&check.name);
    }
    let places = files.into_iter().map(|(file, names)| match file.strip_prefix(PROGRAMS) {
        Some(program) => {
            let stages: Vec<&str> =
                names.iter().filter_map(|name| name.split_once(" at ")).map(|(_, stage)| stage).collect();
            if stages.is_empty() {
                program.to_owned()
            } else {
                format!("{program} (also at {})", stages.join(", "))
            }
        }
        None => format!("{file}: {}", names.join(", ")),
    });
    places.collect::<Vec<_>>().join("<br>")
}

/// In one word for counting, and in full.
fn state(row: &Row, checks: &[&Check], results: &Results, mode: &str) -> (&'static str, String) {
    if checks.is_empty() {
        return ("waiting or not possible", "-".to_owned());
    }
    let ends: Vec<(&Check, Option<End>)> =
        checks.iter().map(|check| (*check, results.end(mode, &check.name))).collect();
    let bad: Vec<String> = ends
        .iter()
        .filter_map(|(check, end)| match end {
            Some(End::Failed) => Some(check.name.clone()),
            Some(End::Known) => Some(check.known.clone().unwrap_or_else(|| check.name.clone())),
            _ => None,
        })
        .collect();
    if !bad.is_empty() {
        return ("failing", format!("**fails**: {}", bad.join("; ")));
    }
    let passed = ends.iter().filter(|(_, end)| *end == Some(End::Passed)).count();
    let skipped = ends.iter().filter(|(_, end)| *end == Some(End::Skipped)).count();
    match passed {
        0 if skipped == ends.len() && row.cannot_hold_in(mode) => ("waiting or not possible", "-".to_owned()),
        0 => ("not run yet", "not run yet".to_owned()),
        all if skipped > 0 && all + skipped == ends.len() && row.cannot_hold_in(mode) => (
            "passing but for what the kernel does not allow",
            "passes, but for what cannot be here".to_owned(),
        ),
        all if all == ends.len() && row.gaps_in(mode).next().is_none() => ("passing", "passes".to_owned()),
        all if all == ends.len() => ("passing but for what waits", "passes, but for what waits".to_owned()),
        some => {
            let mut text = format!("partly: {some} of {} pass", ends.len());
            for (end, words) in
                [(None, "not run"), (Some(End::Skipped), "not run"), (Some(End::Slow), "too slow to tell")]
            {
                let open: Vec<&str> = ends
                    .iter()
                    .filter(|(_, found)| *found == end)
                    .map(|(check, _)| check.name.as_str())
                    .collect();
                if !open.is_empty() {
                    text += &format!(", {words}: {}", open.join(", "));
                }
            }
            ("partly run", text)
        }
    }
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
