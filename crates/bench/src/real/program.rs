//! The programs: plain files in `benches/real`, which also run as they are.

use crate::toolchain::{CPP, JAVA, NODE, PYTHON, Toolchain};
use std::fmt::Write as _;

/// Stands once in each source; each round writes another number of six digits there.
const NUMBER: &str = "271828";

/// What the programs that read are given.
const INPUT_BYTES: usize = 200_000;

/// One program.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Program {
    /// Its file below `benches/real`.
    pub(crate) file: &'static str,
    /// What it does, in words.
    pub(crate) what: &'static str,
    /// How it is run by hand, and the language of the API.
    pub(crate) toolchain: Toolchain,
    source: &'static str,
    reads: bool,
}

macro_rules! program {
    ($toolchain:expr, $file:literal, $what:literal) => {
        Program {
            file: $file,
            what: $what,
            toolchain: $toolchain,
            source: include_str!(concat!("../../../../benches/real/", $file)),
            reads: false,
        }
    };
}

const fn reads(program: Program) -> Program {
    Program { reads: true, ..program }
}

/// All of them, in the order of the table.
pub(crate) const PROGRAMS: &[Program] = &[
    program!(PYTHON, "python/planets.py", "computes: bodies that attract each other, and a sieve"),
    program!(PYTHON, "python/trees.py", "allocates: binary trees, and a dictionary that grows and shrinks"),
    reads(program!(PYTHON, "python/files.py", "reads 200 KB, writes files, prints 400 KB")),
    program!(PYTHON, "python/matrices.py", "imports numpy and multiplies matrices"),
    program!(PYTHON, "python/imports.py", "imports json, re, dataclasses, asyncio and others, and uses each"),
    program!(PYTHON, "python/warehouse.py", "a program of some 200 lines: orders, routes and a report"),
    program!(NODE, "javascript/planets.js", "computes: bodies that attract each other, and a sieve"),
    program!(NODE, "javascript/trees.js", "allocates: binary trees, and a map that grows and shrinks"),
    reads(program!(NODE, "javascript/files.js", "reads 200 KB, writes files, prints 400 KB")),
    program!(NODE, "javascript/imports.js", "requires a dozen modules of the library, and uses each"),
    program!(NODE, "javascript/warehouse.js", "a program of some 200 lines: orders, routes and a report"),
    program!(CPP, "cpp/planets.cpp", "computes: bodies that attract each other, and a sieve"),
    program!(CPP, "cpp/trees.cpp", "allocates: binary trees, and a map that grows and shrinks"),
    reads(program!(CPP, "cpp/files.cpp", "reads 200 KB, writes files, prints 400 KB")),
    program!(CPP, "cpp/warehouse.cpp", "a program of some 200 lines: orders, routes and a report"),
    program!(JAVA, "java/Planets.java", "computes: bodies that attract each other, and a sieve"),
    program!(JAVA, "java/Trees.java", "allocates: binary trees, and a map that grows and shrinks"),
    reads(program!(JAVA, "java/Files.java", "reads 200 KB, writes files, prints 400 KB")),
    program!(JAVA, "java/Warehouse.java", "a program of some 200 lines: orders, routes and a report"),
];

impl Program {
    /// The source of a round.
    pub(crate) fn numbered(&self, number: u64) -> String {
        self.source.replace(NUMBER, &(100_000 + number % 900_000).to_string())
    }

    /// What it is given to read.
    pub(crate) fn stdin(&self) -> String {
        if self.reads { input() } else { String::new() }
    }
}

/// Lines of words and numbers that look like a log.
fn input() -> String {
    const WORDS: [&str; 8] = ["open", "read", "write", "close", "retry", "timeout", "accept", "refuse"];
    let mut text = String::with_capacity(INPUT_BYTES + 64);
    // The numbers of a linear congruential generator, always the same.
    let mut state: u32 = 42;
    for word in WORDS.iter().cycle() {
        if text.len() >= INPUT_BYTES {
            break;
        }
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let _infallible = writeln!(text, "{word} file{} {}", state >> 22, state >> 8);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_program_has_one_place_for_its_number() {
        for program in PROGRAMS {
            assert_eq!(program.source.matches(NUMBER).count(), 1, "{}", program.file);
            assert_ne!(program.numbered(1), program.numbered(2), "{}", program.file);
        }
    }

    #[test]
    fn programs_are_given_as_much_as_they_are_said_to() {
        let input = input();
        assert!((INPUT_BYTES..INPUT_BYTES + 64).contains(&input.len()), "{}", input.len());
        assert!(input.ends_with('\n'));
    }
}
