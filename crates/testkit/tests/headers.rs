//! Every hostile program has a header that reads, and none spells the word it prints when it gets through.

use runyard_testkit::Hostile;
use std::{fs, path::Path};

const PROGRAMS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/hostile");

#[test]
fn every_header_reads() {
    let programs = Hostile::all(Path::new(PROGRAMS)).unwrap();
    assert_eq!(programs.len(), fs::read_dir(PROGRAMS).unwrap().count(), "no file is passed over");
}

#[test]
fn no_source_spells_the_word() {
    for entry in fs::read_dir(PROGRAMS).unwrap() {
        let path = entry.unwrap().path();
        let source = fs::read(&path).unwrap();
        assert!(!source.windows(6).any(|word| word == b"BREACH"), "{}", path.display());
    }
}
