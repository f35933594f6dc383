//! How programs are compiled and run by hand: the commands of `languages/*.toml`, but for folders that only jails have, and
//! without what makes our compilers faster: C and C++ are linked as `gcc` and `g++` do by themselves.
//!
//! Every command is an absolute path. What a version manager puts first on the PATH is a script that looks for the real
//! program, and would be measured with it.

/// Where `scripts/install-toolchains` puts what Debian does not have.
pub(crate) const TOOLCHAINS: &str = "/opt/runyard/toolchains";

/// In the value of a variable: a folder for passing things, empty at each start.
pub(crate) const FRESH: &str = "{fresh}";

/// Commands of one language.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Toolchain {
    /// Language id of the API.
    pub(crate) language: &'static str,
    /// Name of the source.
    pub(crate) file: &'static str,
    /// Compiler and its arguments; empty without one.
    pub(crate) compile: &'static [&'static str],
    /// What runs the program.
    pub(crate) run: &'static [&'static str],
    /// Variables of both.
    pub(crate) environment: &'static [(&'static str, &'static str)],
}

impl Toolchain {
    const fn interpreter(language: &'static str, file: &'static str, run: &'static [&'static str]) -> Self {
        Self { language, file, compile: &[], run, environment: &[] }
    }

    const fn compiler(language: &'static str, file: &'static str, compile: &'static [&'static str]) -> Self {
        Self { language, file, compile, run: &["./a.out"], environment: &[] }
    }

    /// What has to be installed for it.
    pub(crate) fn programs(&self) -> impl Iterator<Item = &'static str> {
        let first = [self.compile, self.run].map(|argv| argv.first().copied());
        first.into_iter().flatten().filter(|program| program.starts_with('/'))
    }
}

/// `g++` with the options of the language file, but for what makes it faster, and with those given here.
macro_rules! gpp {
    ($($option:literal,)*) => {
        &[
            "/usr/bin/g++", "-std=gnu++17", "-O2", "-Wall", "-fmax-errors=50", "-pthread", $($option,)*
            "-o", "a.out", "main.cpp",
        ]
    };
}

pub(crate) const BASH: Toolchain = Toolchain::interpreter("bash", "main.sh", &["/bin/bash", "main.sh"]);
pub(crate) const PYTHON: Toolchain = Toolchain {
    environment: &[("PYTHONDONTWRITEBYTECODE", "1"), ("TMPDIR", FRESH)],
    ..Toolchain::interpreter("python", "main.py", &["/usr/bin/python3", "main.py"])
};
pub(crate) const NODE: Toolchain = Toolchain {
    environment: &[("TMPDIR", FRESH)],
    ..Toolchain::interpreter("javascript", "main.js", &["/usr/bin/node", "main.js"])
};
pub(crate) const RUBY: Toolchain = Toolchain::interpreter("ruby", "main.rb", &["/usr/bin/ruby", "main.rb"]);
pub(crate) const PHP: Toolchain = Toolchain {
    environment: &[(
        "PHP_INI_SCAN_DIR",
        "/usr/share/php8.2-common/common:/usr/share/php8.2-mbstring/mbstring:\
         /usr/share/php8.2-readline/readline:/usr/share/php8.2-sqlite3/sqlite3",
    )],
    ..Toolchain::interpreter(
        "php",
        "main.php",
        &[
            "/usr/bin/php8.2",
            "-d",
            "display_errors=stderr",
            "-d",
            "log_errors=0",
            "-d",
            "html_errors=0",
            "-f",
            "main.php",
        ],
    )
};
pub(crate) const C: Toolchain = Toolchain::compiler(
    "c",
    "main.c",
    &[
        "/usr/bin/gcc",
        "-std=gnu17",
        "-O2",
        "-Wall",
        "-fmax-errors=50",
        "-pthread",
        "-o",
        "a.out",
        "main.c",
        "-lm",
    ],
);
pub(crate) const CPP: Toolchain =
    Toolchain { environment: &[("TMPDIR", FRESH)], ..Toolchain::compiler("cpp", "main.cpp", gpp!()) };
/// The linker of the language file, but not its precompiled header.
pub(crate) const CPP_GOLD: Toolchain = Toolchain { compile: gpp!("-fuse-ld=gold",), ..CPP };
/// One command from the source: what people type.
pub(crate) const JAVA_SOURCE: Toolchain =
    Toolchain::interpreter("java", "Main.java", &["/usr/bin/java", "Main.java"]);
/// Compiler and virtual machine one after the other, with the options the language file has.
pub(crate) const JAVA: Toolchain = Toolchain {
    run: &[
        "/usr/bin/java",
        "-XX:ActiveProcessorCount=1",
        "-XX:+UseSerialGC",
        "-XX:-UsePerfData",
        "-Xss32m",
        "-cp",
        ".classes:.",
        "Main",
    ],
    environment: &[("TMPDIR", FRESH)],
    ..Toolchain::compiler(
        "java",
        "Main.java",
        &[
            "/usr/bin/javac",
            "-J-XX:TieredStopAtLevel=1",
            "-J-XX:+UseSerialGC",
            "-J-XX:-UsePerfData",
            "-encoding",
            "UTF-8",
            "-d",
            ".classes",
            "Main.java",
        ],
    )
};
pub(crate) const GO: Toolchain = Toolchain {
    environment: &[
        ("CGO_ENABLED", "1"),
        ("GO111MODULE", "auto"),
        ("GOCACHE", "{fresh}/go-cache"),
        ("GOENV", "off"),
        ("GOFLAGS", "-mod=mod"),
        ("GOPATH", "{fresh}/go"),
        ("GOPROXY", "off"),
        ("GOSUMDB", "off"),
        ("GOTOOLCHAIN", "local"),
        ("GOMAXPROCS", "1"),
        ("HOME", FRESH),
        ("TMPDIR", FRESH),
    ],
    ..Toolchain::compiler("go", "main.go", &["/usr/bin/go", "build", "-buildvcs=false", "-o", "a.out", "."])
};
pub(crate) const RUST: Toolchain = Toolchain {
    environment: &[("HOME", FRESH), ("TMPDIR", FRESH)],
    ..Toolchain::compiler(
        "rust",
        "main.rs",
        &[
            "/opt/runyard/toolchains/rust/bin/rustc",
            "--edition",
            "2021",
            "--crate-name",
            "main",
            "--color",
            "never",
            "-C",
            "linker=/usr/bin/gcc",
            "-C",
            "opt-level=2",
            "-C",
            "debuginfo=0",
            "-o",
            "a.out",
            "main.rs",
        ],
    )
};
/// A file that the kernel itself starts.
pub(crate) const EXECUTABLE: Toolchain = Toolchain::interpreter("executable", "main", &["./main"]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_absolute_or_what_was_compiled() {
        for toolchain in
            [BASH, PYTHON, NODE, RUBY, PHP, C, CPP, CPP_GOLD, JAVA_SOURCE, JAVA, GO, RUST, EXECUTABLE]
        {
            for argv in [toolchain.compile, toolchain.run] {
                assert!(argv.first().is_none_or(|program| program.starts_with(['/', '.'])), "{argv:?}");
            }
        }
        assert_eq!(CPP.programs().collect::<Vec<_>>(), ["/usr/bin/g++"]);
        assert_eq!(JAVA.programs().collect::<Vec<_>>(), ["/usr/bin/javac", "/usr/bin/java"]);
    }
}
