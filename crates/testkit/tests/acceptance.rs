//! The acceptance list is as its sources say, and every row has a test or a reason.

use runyard_testkit::acceptance;

#[test]
fn the_page_is_fresh() {
    let (current, written) = (acceptance::current().unwrap(), acceptance::written().unwrap());
    assert!(
        current == written,
        "docs/security/acceptance.md is stale: cargo run -p runyard-testkit --bin acceptance"
    );
}

#[test]
fn names_of_checks_are_unique() {
    let mut names: Vec<String> =
        acceptance::checks::all(&acceptance::root()).unwrap().into_iter().map(|check| check.name).collect();
    let all = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), all, "results are kept by name");
    assert!(all > 150, "{all} checks");
}
