//! The programs that are measured, and what is asked of each.

use super::target::{Measure, Target, at_least, at_most};
use crate::toolchain::{
    BASH, C, CPP, CPP_GOLD, EXECUTABLE, GO, JAVA, JAVA_SOURCE, NODE, PHP, PYTHON, RUBY, RUST, Toolchain,
};

/// In a source: the number of the request.
pub(crate) const NUMBER: &str = "{number}";

/// One program, as it is sent to the server and as it is started by hand.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Workload {
    /// Name in the tables.
    pub(crate) name: &'static str,
    /// What is measured, in words.
    pub(crate) what: &'static str,
    /// Commands by hand, and the language of the API.
    pub(crate) toolchain: Toolchain,
    /// Source, with [`NUMBER`] in it.
    pub(crate) source: &'static str,
    /// What differs from one request to the next.
    pub(crate) way: Way,
    /// What is asked of it.
    pub(crate) targets: &'static [Target],
}

/// What differs from one request to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// The source: each is another program, and nothing that is kept may answer.
    Fresh,
    /// Only an argument: both sides compile once, before anything is measured.
    Kept,
    /// The source, which is compiled once and run for each of [`CASES`] tests.
    Judged,
    /// The bytes of a program that was compiled before; by hand it stays the same file.
    Executable,
}

/// Tests of a judged program.
pub(crate) const CASES: u64 = 20;

const HELLO_C: &str = "#include <stdio.h>\nint main(void) { puts(\"hello {number}\"); }\n";
const GREET_C: &str =
    "#include <stdio.h>\nint main(int argc, char **argv) { printf(\"hello %s\\n\", argv[argc - 1]); }\n";
const HELLO_CPP: &str = "#include <iostream>\nint main() { std::cout << \"hello {number}\\n\"; }\n";
const HELLO_JAVA: &str = "public class Main {\n    public static void main(String[] args) {\n        \
                          System.out.println(\"hello {number}\");\n    }\n}\n";

/// All of them, in the order of the tables.
pub(crate) const WORKLOADS: &[Workload] = &[
    Workload {
        name: "Trivial binary",
        what: "a static file of a few kilobytes that writes one line by system calls; by hand always the same file",
        toolchain: EXECUTABLE,
        source: super::executable::SOURCE,
        way: Way::Executable,
        targets: &[at_most(Measure::LightMs, 2.0), at_least(Measure::Sustained, 1000.0)],
    },
    Workload {
        name: "Bash",
        what: "`echo hello`",
        toolchain: BASH,
        source: "echo hello {number}\n",
        way: Way::Fresh,
        targets: &[],
    },
    Workload {
        name: "Python",
        what: "`print(\"hello\")`",
        toolchain: PYTHON,
        source: "print(\"hello {number}\")\n",
        way: Way::Fresh,
        targets: &[
            at_most(Measure::LightRatio, 0.35),
            at_least(Measure::SustainedRatio, 2.0),
            at_most(Measure::LightMs, 3.0),
            at_least(Measure::Sustained, 450.0),
        ],
    },
    Workload {
        name: "Node",
        what: "`console.log(\"hello\")`",
        toolchain: NODE,
        source: "console.log(\"hello {number}\");\n",
        way: Way::Fresh,
        targets: &[
            at_most(Measure::LightRatio, 0.45),
            at_least(Measure::SustainedRatio, 0.9),
            at_most(Measure::LightMs, 10.0),
            at_least(Measure::Sustained, 60.0),
        ],
    },
    Workload {
        name: "Ruby",
        what: "`puts \"hello\"`",
        toolchain: RUBY,
        source: "puts \"hello {number}\"\n",
        way: Way::Fresh,
        targets: &[],
    },
    Workload {
        name: "PHP",
        what: "`echo \"hello\"`",
        toolchain: PHP,
        source: "<?php echo \"hello {number}\\n\";\n",
        way: Way::Fresh,
        targets: &[],
    },
    Workload {
        name: "C",
        what: "`puts`, compiled and run each time; by hand with the linker that `gcc` takes by itself, over HTTP with gold",
        toolchain: C,
        source: HELLO_C,
        way: Way::Fresh,
        // "About the bare command": a tenth more is what a median of few samples may be off.
        targets: &[
            at_most(Measure::LightRatio, 1.1),
            at_most(Measure::LightMs, 30.0),
            at_least(Measure::Sustained, 60.0),
        ],
    },
    Workload {
        name: "C, cached",
        what: "`printf` of an argument, compiled before anything is measured: by hand, and over HTTP by the first request \
               (compile cache); the argument is another one each time",
        toolchain: C,
        source: GREET_C,
        way: Way::Kept,
        // As the trivial binary.
        targets: &[at_most(Measure::LightMs, 2.0), at_least(Measure::Sustained, 1000.0)],
    },
    Workload {
        name: "C++",
        what: "`<iostream>`, compiled and run each time; by hand as `g++` does by itself, over HTTP with the precompiled header and \
               the linker (gold) the language file names",
        toolchain: CPP,
        source: HELLO_CPP,
        way: Way::Fresh,
        targets: &[
            at_most(Measure::LightRatio, 0.35),
            at_most(Measure::LightMs, 90.0),
            at_least(Measure::Sustained, 20.0),
        ],
    },
    Workload {
        name: "C++, gold by hand",
        what: "the same over HTTP; by hand linked with gold, without the precompiled header",
        toolchain: CPP_GOLD,
        source: HELLO_CPP,
        way: Way::Fresh,
        targets: &[],
    },
    Workload {
        name: "C++, all of the library",
        what: "`<bits/stdc++.h>`, compiled and run each time, as above",
        toolchain: CPP,
        source: "#include <bits/stdc++.h>\nint main() { std::cout << \"hello {number}\\n\"; }\n",
        way: Way::Fresh,
        targets: &[
            at_most(Measure::LightRatio, 0.3),
            at_most(Measure::LightMs, 350.0),
            at_least(Measure::Sustained, 4.5),
        ],
    },
    Workload {
        name: "Java",
        what: "`System.out.println`, from the source each time; by hand `java Main.java`",
        toolchain: JAVA_SOURCE,
        source: HELLO_JAVA,
        way: Way::Fresh,
        targets: &[
            at_most(Measure::LightRatio, 0.12),
            at_most(Measure::LightMs, 60.0),
            at_least(Measure::Sustained, 5.0),
        ],
    },
    Workload {
        name: "Java, `javac` by hand",
        what: "the same over HTTP; by hand `javac Main.java`, then `java Main`, with the options the language file names",
        toolchain: JAVA,
        source: HELLO_JAVA,
        way: Way::Fresh,
        targets: &[],
    },
    Workload {
        name: "Go",
        what: "`fmt.Println`, built with an empty cache and run each time",
        toolchain: GO,
        source: "package main\n\nimport \"fmt\"\n\nfunc main() {\n\tfmt.Println(\"hello {number}\")\n}\n",
        way: Way::Fresh,
        targets: &[],
    },
    Workload {
        name: "Rust",
        what: "`println!`, compiled with `-C opt-level=2` and run each time",
        toolchain: RUST,
        source: "fn main() {\n    println!(\"hello {number}\");\n}\n",
        way: Way::Fresh,
        targets: &[],
    },
    Workload {
        name: "C++, 20 tests",
        what: "`<iostream>`, compiled once and run for 20 tests, one submission; by hand compiled once and started 20 times, one after \
               the other",
        toolchain: CPP,
        source: "#include <iostream>\nint main() { long long n; std::cin >> n; std::cout << n + {number}LL << '\\n'; }\n",
        way: Way::Judged,
        targets: &[],
    },
    Workload {
        name: "Python, 20 tests",
        what: "run for 20 tests, one submission; by hand started 20 times, one after the other",
        toolchain: PYTHON,
        source: "print(int(input()) + {number})\n",
        way: Way::Judged,
        targets: &[],
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_workload_has_a_name_of_its_own_and_takes_the_number() {
        let names: BTreeSet<_> = WORKLOADS.iter().map(|workload| workload.name).collect();
        assert_eq!(names.len(), WORKLOADS.len());
        for workload in WORKLOADS {
            let numbered = workload.source.contains(NUMBER);
            assert_eq!(numbered, matches!(workload.way, Way::Fresh | Way::Judged), "{}", workload.name);
        }
    }
}
