//! Compile and run plans: command lines and environments, ready for the jail.

use crate::{
    Command, Language, includes,
    template::{Template, Values},
};
use runyard_types::{Action, Limits, SourceFile};

/// The folder in the jail that holds the submission's files and is the working folder of every stage.
pub const WORK_FOLDER: &str = "/work";

/// One command line and what it needs in its environment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Absolute path of the program inside the jail, then its arguments.
    pub argv: Vec<String>,
    /// The language's own variables.
    pub env: Vec<(String, String)>,
    /// The command line without precompiled headers, where `argv` makes use of one.
    pub plain: Option<Vec<String>>,
}

impl Plan {
    /// The command line to be asked instead, where a compiler that was given a precompiled header has said something that it might say in
    /// other words or in another order without: which file includes which, what is too late to be specialised, what the library lacks, and warnings
    /// about what functions do, which come in the order of all functions.
    #[must_use]
    pub fn to_be_asked_instead(&self, said: &[u8]) -> Option<&[String]> {
        /// Parts of the names of such warnings.
        const OF_FUNCTIONS: [&str; 16] = [
            "aggressive-loop",
            "alloc",
            "array-bounds",
            "dangling-pointer",
            "format-overflow",
            "format-truncation",
            "frame-larger",
            "free-nonheap",
            "new-delete",
            "null-dereference",
            "restrict",
            "return-local-addr",
            "stack-usage",
            "stringop",
            "uninitialized",
            "use-after-free",
        ];
        let holds = |text: &[u8], part: &str| text.windows(part.len()).any(|found| found == part.as_bytes());
        let tells_of_headers = |line: &[u8]| {
            line.starts_with(b"In file included from ")
                || ["/opt/toolchains/", " after instantiation", "undefined reference to 'std::"]
                    .iter()
                    .any(|part| holds(line, part))
        };
        let several_warnings = || said.windows(2).filter(|found| found == b"-W").nth(1).is_some();
        let tells_of_functions = || OF_FUNCTIONS.iter().any(|part| holds(said, part));
        self.plain.as_deref().filter(|_| {
            said.split(|byte| *byte == b'\n').any(tells_of_headers)
                || (several_warnings() && tells_of_functions())
        })
    }
}

/// Whether somebody may watch a run while it goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Watched {
    /// Output should come line by line.
    Yes,
    /// Only the whole output counts.
    No,
}

impl Language {
    /// How these (arranged) files are compiled; `None` when the language has no such stage.
    #[must_use]
    pub fn compile_plan(&self, files: &[SourceFile], flags: &[String], limits: &Limits) -> Option<Plan> {
        Some(self.tool_plan(self.compile.as_ref()?, files, flags, limits))
    }

    /// How these (arranged) files are formatted or searched for mistakes; `None` when the language has no such tool.
    #[must_use]
    pub fn action_plan(
        &self,
        action: Action,
        files: &[SourceFile],
        flags: &[String],
        limits: &Limits,
    ) -> Option<Plan> {
        Some(self.tool_plan(self.tool(action)?, files, flags, limits))
    }

    fn tool_plan(&self, tool: &Command, files: &[SourceFile], flags: &[String], limits: &Limits) -> Plan {
        let facts = Facts::of(self, files, flags);
        let values = facts.values(flags, &[], limits.compile_memory_bytes, limits);
        let argv = words(&tool.argv, &values);
        let plain = words(&tool.argv, &Values { precompiled: &[], ..values });
        let env = variables(&[&tool.env], &values);
        Plan { plain: (plain != argv).then_some(plain), argv, env }
    }

    /// How the compiler that stays is started, where there is one.
    #[must_use]
    pub fn resident_plan(&self, limits: &Limits) -> Option<Plan> {
        let (resident, compile) = (self.resident.as_ref()?, self.compile.as_ref()?);
        let facts = Facts::of(self, &[], &[]);
        let values = facts.values(&[], &[], limits.compile_memory_bytes, limits);
        Some(Plan {
            argv: words(&resident.argv, &values),
            env: variables(&[&compile.env], &values),
            plain: None,
        })
    }

    /// How these (arranged) files are run.
    #[must_use]
    pub fn run_plan(&self, files: &[SourceFile], args: &[String], limits: &Limits, watched: Watched) -> Plan {
        let facts = Facts::of(self, files, &[]);
        let values = facts.values(&[], args, limits.memory_bytes, limits);
        let env = match watched {
            Watched::Yes => variables(&[&self.run.env, &self.run.live_env], &values),
            Watched::No => variables(&[&self.run.env], &values),
        };
        Plan { argv: words(&self.run.argv, &values), env, plain: None }
    }
}

/// What the files say, once for both plans.
struct Facts {
    main: String,
    main_folder: String,
    built: String,
    class: String,
    precompiled: Vec<String>,
    sources: Vec<String>,
}

impl Facts {
    fn of(language: &Language, files: &[SourceFile], flags: &[String]) -> Self {
        let main = files.first().map_or(language.source_file.as_str(), |file| file.path.as_str());
        let main_folder =
            main.rsplit_once('/').map_or_else(|| ".".to_owned(), |(folder, _)| format!("./{folder}"));
        let built = match main.rsplit_once('.') {
            Some((stem, extension)) => {
                let new = language.built_extensions.get(extension).map_or(extension, String::as_str);
                format!("{stem}.{new}")
            }
            None => main.to_owned(),
        };
        let is_source = |path: &str| {
            path.rsplit_once('.').is_some_and(|(_, end)| language.extensions.iter().any(|known| known == end))
        };
        let sources: Vec<String> = files
            .iter()
            .enumerate()
            .filter(|(index, file)| *index == 0 || is_source(&file.path))
            .map(|(_, file)| harmless(&file.path))
            .collect();
        Self {
            main: harmless(main),
            main_folder,
            built: harmless(&built),
            class: language.entry.class(files),
            precompiled: if flags.iter().all(|flag| leaves_headers_alone(flag)) {
                precompiled(language, files, &sources)
            } else {
                Vec::new()
            },
            sources,
        }
    }

    fn values<'a>(
        &'a self,
        flags: &'a [String],
        args: &'a [String],
        memory_bytes: u64,
        limits: &Limits,
    ) -> Values<'a> {
        Values {
            main: &self.main,
            main_folder: &self.main_folder,
            built: &self.built,
            class: &self.class,
            memory_bytes,
            cores: limits.cpu_millicores.div_ceil(1000).max(1),
            precompiled: &self.precompiled,
            flags,
            sources: &self.sources,
            args,
        }
    }
}

/// Whether a precompiled header may be used with this option of the caller: it leaves alone what is included and in which order, and where the
/// header does not fit it, the compiler notices. Of options that change the language it does not notice all (`-funsigned-char`), nor of those
/// that change what it makes of functions (`-O3`: the header's would stay as they are), nor of limits that the header was within.
fn leaves_headers_alone(flag: &str) -> bool {
    /// Those about messages, in which the names of warnings stay.
    const MESSAGES: [&str; 3] = ["-fmax-errors=", "-fdiagnostics-", "-fmessage-length="];
    let known = ["-W", "-D", "-U", "-l", "-m", "-g", "-std="]
        .iter()
        .chain(&MESSAGES)
        .any(|start| flag.starts_with(start));
    (known && !flag.starts_with("-Wp,") && flag != "-Wsystem-headers") || flag == "-O2"
}

/// The options that put a precompiled header first, where the only source would include it anyway.
fn precompiled(language: &Language, files: &[SourceFile], sources: &[String]) -> Vec<String> {
    let (Some(compile), [main, ..], [_]) = (&language.compile, files, sources) else { return Vec::new() };
    if compile.precompiled.is_empty() {
        return Vec::new();
    }
    let text = String::from_utf8_lossy(&main.content);
    let included = includes::leading(&text);
    // A file of the submission with that name would be taken for the header.
    let usable = |header: &&String| {
        included.contains(&header.as_str()) && !files.iter().any(|file| file.path == **header)
    };
    compile.precompiled.iter().find(usable).map_or_else(Vec::new, |header| {
        vec![format!("-I{}", compile.precompiled_folder), "-include".to_owned(), header.clone()]
    })
}

/// A path no tool can take for an option, a response file or a pipe.
fn harmless(path: &str) -> String {
    if path.starts_with(|c: char| c.is_alphanumeric() || c == '_') {
        path.to_owned()
    } else {
        format!("./{path}")
    }
}

fn words(argv: &[Template], values: &Values<'_>) -> Vec<String> {
    let mut words = Vec::with_capacity(argv.len());
    for template in argv {
        template.expand_into(values, &mut words);
    }
    words
}

fn variables(layers: &[&Vec<(String, Template)>], values: &Values<'_>) -> Vec<(String, String)> {
    layers
        .iter()
        .flat_map(|layer| layer.iter())
        .map(|(name, value)| (name.clone(), value.expand(values)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Catalogue;

    fn with_flags(language: &str, files: &[SourceFile], flags: &[&str]) -> String {
        let language = Catalogue::embedded().unwrap().resolve(language, None).unwrap();
        let flags: Vec<String> = flags.iter().map(|flag| (*flag).to_owned()).collect();
        language.compile_plan(files, &flags, &Limits::default()).unwrap().argv.join(" ")
    }

    fn file(path: &str, content: &str) -> SourceFile {
        SourceFile { path: path.to_owned(), content: content.to_owned().into() }
    }

    fn compile(language: &str, files: &[SourceFile]) -> String {
        with_flags(language, files, &[])
    }

    #[test]
    fn a_header_that_is_included_anyway_is_put_first() {
        let sorted =
            file("main.cpp", "#include <algorithm>\n#include <iostream>\n#include <vector>\nint main() {}");
        assert!(compile("cpp", std::slice::from_ref(&sorted)).contains(" -include iostream "));
        let all = file("main.cpp", "#include <iostream>\n#include <bits/stdc++.h>\n");
        assert!(compile("cpp", &[all]).contains(" -include bits/stdc++.h "));
        let changed = file("main.cpp", "#define private public\n#include <iostream>\n");
        assert!(!compile("cpp", &[changed]).contains("-include"));
        assert!(!compile("cpp", &[sorted.clone(), file("tool.cpp", "")]).contains("-include"));
        assert!(!compile("cpp", &[sorted.clone(), file("iostream", "")]).contains("-include"));
        assert!(compile("cpp", &[sorted, file("tool.h", "")]).contains("-include"));
    }

    #[test]
    fn flags_come_after_the_languages_own_and_never_change_what_is_included_first() {
        let program = [file("main.cpp", "#include <iostream>\nint main() {}")];
        let line = with_flags("cpp", &program, &["-Wextra", "-O2", "-DX=$(id) y"]);
        assert!(line.contains(" -include iostream ") && line.contains(" -O2 -DX=$(id) y "), "{line}");
        assert!(line.find(" -Wall ") < line.find(" -Wextra "), "{line}");
        for flag in [
            "-include",
            "-imacros",
            "-I.",
            "@options",
            "-Wp,-include,x.h",
            "-Wsystem-headers",
            "-xc++",
            "x.h",
            "-funsigned-char",
            "-O1",
            "-O3",
            "-ftemplate-depth=30",
        ] {
            let line = with_flags("cpp", &program, &[flag]);
            assert!(!line.contains(" -include iostream ") && !line.contains("/opt/toolchains/"), "{line}");
        }
    }

    #[test]
    fn what_a_compiler_says_of_headers_is_asked_again_without_precompiled_ones() {
        let cpp = Catalogue::embedded().unwrap().resolve("cpp", None).unwrap();
        let plan = |text: &str| cpp.compile_plan(&[file("main.cpp", text)], &[], &Limits::default()).unwrap();
        let precompiled = plan("#include <iostream>\nint main() {}");
        for unrelated in [
            "main.cpp:3:9: warning: unused variable 'x' [-Wunused-variable]\nmain.cpp:4:9: warning: x [-Wparentheses]",
            "main.cpp:3:9: warning: 'x' is used uninitialized [-Wuninitialized]",
        ] {
            assert_eq!(precompiled.to_be_asked_instead(unrelated.as_bytes()), None);
        }
        for said in [
            "In file included from main.cpp:1:\n/usr/include/c++/12/iostream:1: note",
            "main.cpp:1: x\n/opt/toolchains/cpp/gnu++17/iostream:1:2: warning",
            "main.cpp:3:20: error: specialization of 'f<int>' after instantiation",
            "/tmp/ccQ.o:main.cpp:function main: error: undefined reference to 'std::f()'",
            "main.cpp:3:9: warning: 'x' is used uninitialized [-Wuninitialized]\nmain.cpp:4:9: warning: y [-Wunused-variable]",
        ] {
            let plain = precompiled.to_be_asked_instead(said.as_bytes()).unwrap().join(" ");
            assert!(!plain.contains("-include") && !plain.contains("/opt/toolchains/"), "{plain}");
            assert_eq!(plan("int main() {}").to_be_asked_instead(said.as_bytes()), None);
        }
    }

    #[test]
    fn tools_know_the_main_file() {
        let catalogue = Catalogue::embedded().unwrap();
        let java = catalogue.resolve("java", None).unwrap();
        let files = [file("Tool.java", "")];
        let plan = java.action_plan(Action::Format, &files, &[], &Limits::default()).unwrap();
        assert_eq!(plan.argv.last().unwrap(), "--assume-filename=Tool.java");
        assert_eq!(java.action_plan(Action::Run, &files, &[], &Limits::default()), None);
    }

    #[test]
    fn sources_are_the_languages_own_files() {
        let files = [file("main.c", ""), file("tool.h", ""), file("lib/tool.c", ""), file("notes.txt", "")];
        assert!(compile("c", &files).contains(" main.c lib/tool.c "));
        assert!(compile("typescript", &[file("main.mts", "")]).ends_with(" main.mts"));
    }

    #[test]
    fn what_is_run_depends_on_the_files_and_limits() {
        let catalogue = Catalogue::embedded().unwrap();
        let run = |id: &str, path: &str, watched| {
            let language = catalogue.resolve(id, None).unwrap();
            let limits = language.default_limits(&Limits::default());
            language.run_plan(&[file(path, "")], &["a b".to_owned()], &limits, watched)
        };
        let plan = run("typescript", "src/main.mts", Watched::No);
        assert_eq!(plan.argv[2..], ["--max-old-space-size=166", "src/main.mjs", "a b"]);
        let plan = run("python", "-x.py", Watched::Yes);
        assert_eq!(plan.argv, ["/usr/bin/python3", "./-x.py", "a b"]);
        assert!(plan.env.contains(&("PYTHONUNBUFFERED".into(), "1".into())));
        assert!(
            !run("python", "main.py", Watched::No).env.iter().any(|(name, _)| name == "PYTHONUNBUFFERED")
        );
        let plan = run("go", "main.go", Watched::No);
        assert!(plan.env.contains(&("GOMEMLIMIT".into(), "217MiB".into())), "{plan:?}");
    }
}
