//! The programs that are measured.

/// One program, as it is sent to the server and as it is started by hand.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Workload {
    /// Name in the table.
    pub(crate) name: &'static str,
    /// What is measured, in words.
    pub(crate) what: &'static str,
    /// Language id of the API.
    pub(crate) language: &'static str,
    /// File name by hand.
    pub(crate) file: &'static str,
    /// Source.
    pub(crate) source: &'static str,
    /// Compiler and its arguments by hand, the same ones the language file names; empty without a compiler.
    pub(crate) compile: &'static [&'static str],
    /// Command by hand: absolute, so that no shim is measured.
    pub(crate) run: &'static [&'static str],
    /// Whether both sides compile once, before anything is measured; otherwise each time.
    pub(crate) compiled_before: bool,
}

const HELLO_C: &str = "#include <stdio.h>\nint main(void) { puts(\"hello\"); }\n";
const HELLO_CPP: &str = "#include <iostream>\nint main() { std::cout << \"hello\\n\"; }\n";

/// How `languages/c.toml` has `main.c` compiled, but for the folders of its own headers.
const GCC: &[&str] = &[
    "/usr/bin/gcc",
    "-std=gnu17",
    "-O2",
    "-Wall",
    "-fmax-errors=50",
    "-pthread",
    "-fuse-ld=gold",
    "-o",
    "a.out",
    "main.c",
    "-lm",
];

/// How `languages/cpp.toml` has `main.cpp` compiled, but for the folders of its own and of precompiled headers.
const GXX: &[&str] = &[
    "/usr/bin/g++",
    "-std=gnu++17",
    "-O2",
    "-Wall",
    "-fmax-errors=50",
    "-pthread",
    "-fuse-ld=gold",
    "-o",
    "a.out",
    "main.cpp",
];

/// All of them, in the order of the table.
pub(crate) const WORKLOADS: &[Workload] = &[
    Workload {
        name: "Bash",
        what: "`echo hello`",
        language: "bash",
        file: "main.sh",
        source: "echo hello\n",
        compile: &[],
        run: &["/bin/bash", "main.sh"],
        compiled_before: false,
    },
    Workload {
        name: "Python",
        what: "`print(\"hello\")`",
        language: "python",
        file: "main.py",
        source: "print(\"hello\")\n",
        compile: &[],
        run: &["/usr/bin/python3", "main.py"],
        compiled_before: false,
    },
    Workload {
        name: "Node",
        what: "`console.log(\"hello\")`",
        language: "javascript",
        file: "main.js",
        source: "console.log(\"hello\");\n",
        compile: &[],
        run: &["/usr/bin/node", "main.js"],
        compiled_before: false,
    },
    Workload {
        name: "C",
        what: "`puts`, compiled and run each time",
        language: "c",
        file: "main.c",
        source: HELLO_C,
        compile: GCC,
        run: &["./a.out"],
        compiled_before: false,
    },
    Workload {
        name: "C, precompiled by hand",
        what: "`puts`, compiled before anything is measured: by hand, and over HTTP by the first request (compile cache)",
        language: "c",
        file: "main.c",
        source: HELLO_C,
        compile: GCC,
        run: &["./a.out"],
        compiled_before: true,
    },
    Workload {
        name: "C++",
        what: "`<iostream>`, compiled and run each time; over HTTP with the precompiled header the language file names, by hand \
               without",
        language: "cpp",
        file: "main.cpp",
        source: HELLO_CPP,
        compile: GXX,
        run: &["./a.out"],
        compiled_before: false,
    },
    Workload {
        name: "C++, all of the library",
        what: "`<bits/stdc++.h>`, compiled and run each time, as above",
        language: "cpp",
        file: "main.cpp",
        source: "#include <bits/stdc++.h>\nint main() { std::cout << \"hello\\n\"; }\n",
        compile: GXX,
        run: &["./a.out"],
        compiled_before: false,
    },
];
