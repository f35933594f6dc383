//! Warm interpreters and compilers: what the slots keep ready, and which stages may make use of it.
//!
//! A run may when nobody could tell: the same command line but for the program's own arguments, no terminal, and no variable
//! that the interpreter or the C library reads when it starts; where the interpreter is not forked but started for one program,
//! no arguments and variables at all. Everything else is executed as it was asked for.
//!
//! A compiler that stays is for programs of which it would execute nothing.

use crate::{environment::environment, limits};
use runyard_languages::{Catalogue, Language, Module, Plan, Warm, WarmWay as Way, Watched};
use runyard_launcher_client::Warmth;
use runyard_sandbox::{
    config::{WarmInterpreter, WarmWay},
    protocol::StageLimits,
};
use runyard_types::{Limits, SourceFile};

/// How the names begin of variables that the C library and its dynamic linker read when a program starts, or that decide what an
/// interpreter finds then.
const START_VARIABLES: [&str; 9] =
    ["LD_", "LC_", "LANG", "LOCPATH", "GLIBC_", "GCONV_", "MALLOC_", "TZ", "HOME"];

/// What slots can keep ready for the languages that are `wanted`, for programs with limits like these.
#[must_use]
pub fn warm_interpreters(
    catalogue: &Catalogue,
    base: &Limits,
    wanted: impl Fn(&Language) -> bool,
) -> Vec<WarmInterpreter> {
    let languages: Vec<_> = catalogue.iter().filter(|language| wanted(language)).collect();
    let warm = languages.iter().filter_map(|language| Some((language, language.warm.as_ref()?)));
    let interpreters = warm.flat_map(|(language, warm)| {
        let watched: &[Watched] =
            if language.run.has_live_env() { &[Watched::Yes, Watched::No] } else { &[Watched::No] };
        let modules = warm.modules.iter().map(Some).chain([None]);
        let each = modules.flat_map(|module| watched.iter().map(move |watched| (module, *watched)));
        let unknown = SourceFile { path: language.source_file.clone(), content: Vec::new().into() };
        each.map(move |(module, watched)| {
            let limits = language.default_limits(base);
            let plan = language.run_plan(std::slice::from_ref(&unknown), &[], &limits, watched);
            WarmInterpreter {
                name: name(language, module, watched),
                way: match warm.way {
                    Way::Forked => WarmWay::Forked,
                    Way::Started => WarmWay::Started,
                },
                argv: plan.argv,
                env: environment(false, plan.env, &[]),
                limits: limits::run(&limits),
                // Most servers have programs of few of the languages that are compiled, and with few packages.
                after_first: language.is_compiled() || module.is_some(),
                modules: module.map(|module| module.name.clone()).into_iter().collect(),
                folders: warm.folders.clone(),
                file: None,
            }
        })
    });
    let residents = languages.iter().filter_map(|language| {
        let limits = language.default_limits(base);
        let plan = language.resident_plan(&limits)?;
        let file = &language.resident()?.file;
        Some(WarmInterpreter {
            name: resident_name(language),
            way: WarmWay::Resident,
            argv: plan.argv,
            env: environment(false, plan.env, &[]),
            limits: limits::compile(&limits),
            after_first: true,
            modules: Vec::new(),
            folders: Vec::new(),
            file: Some((file.path.clone(), String::from_utf8_lossy(&file.content).into_owned())),
        })
    });
    interpreters.chain(residents).collect()
}

/// What slots can prepare their next run for: a program that asks for nothing.
#[must_use]
pub fn prepared_limits(base: &Limits) -> StageLimits {
    limits::run(base)
}

/// What programs of a language could begin in.
pub(crate) fn warmth(language: &Language) -> Warmth {
    match language.warm.as_ref().map(|warm| warm.way) {
        // What programs of such a language begin in is where they were compiled.
        _ if language.resident().is_some() => Warmth::Resident,
        None => Warmth::None,
        Some(Way::Forked) => Warmth::Forked,
        Some(Way::Started) => Warmth::Started,
    }
}

/// The interpreters a run may begin in, the best first. Whether a slot has one, and it takes this command line, is known there.
pub(crate) fn interpreters(
    language: &Language,
    files: &[SourceFile],
    plan: &Plan,
    arguments: &[String],
    caller: &[(String, String)],
    watched: Watched,
) -> Vec<String> {
    let Some(warm) = &language.warm else { return Vec::new() };
    let sets =
        |starts: &[String]| caller.iter().any(|(name, _)| starts.iter().any(|start| name.starts_with(start)));
    let at_start = |name: &str| START_VARIABLES.iter().any(|start| name.starts_with(start));
    let suits = match warm.way {
        Way::Forked => {
            plan.argv.contains(&language.source_file)
                && !caller.iter().any(|(name, _)| at_start(name))
                && !sets(&warm.start_variables)
        }
        Way::Started => {
            caller.is_empty()
                && arguments.is_empty()
                && begins_as_expected(warm, files)
                && !files.iter().any(|file| is_hidden(file) || ends_with_one_of(&file.path, &warm.not_beside))
        }
    };
    if !suits {
        return Vec::new();
    }
    let imported = language.imported(files);
    let modules = imported.into_iter().filter(|module| !sets(&module.start_variables)).map(Some);
    modules.chain([None]).map(|module| name(language, module, watched)).collect()
}

/// Whether the program begins with nothing that its interpreter would have looked at before it came.
fn begins_as_expected(warm: &Warm, files: &[SourceFile]) -> bool {
    let begins = files.first().map_or(&[][..], |main| &main.content);
    let unexpected = &warm.not_beginning_with;
    unexpected.is_empty()
        || (!begins.is_empty() && !unexpected.iter().any(|start| begins.starts_with(start.as_bytes())))
}

fn ends_with_one_of(path: &str, ends: &[String]) -> bool {
    ends.iter().any(|end| path.ends_with(end.as_str()))
}

/// Interpreters look for settings of such names when they start.
fn is_hidden(file: &SourceFile) -> bool {
    file.path.rsplit('/').next().is_some_and(|name| name.starts_with('.'))
}

/// The compiler that may take the place of a compile stage.
pub(crate) fn resident(language: &Language, files: &[SourceFile], flags: &[String]) -> Option<String> {
    language.is_for_resident(files, flags).then(|| resident_name(language))
}

fn resident_name(language: &Language) -> String {
    format!("{}, compiler", language.id)
}

fn name(language: &Language, module: Option<&Module>, watched: Watched) -> String {
    let with = module.map_or_else(String::new, |module| format!(" with {}", module.name));
    let watched = if watched == Watched::Yes && language.run.has_live_env() { ", watched" } else { "" };
    format!("{}{with}{watched}", language.id)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(env: &[(&str, &str)], file: &str) -> Option<String> {
        let [name] = <[String; 1]>::try_from(all_wanted(env, file, "")).ok()?;
        Some(name)
    }

    fn all_wanted(env: &[(&str, &str)], file: &str, source: &str) -> Vec<String> {
        let catalogue = Catalogue::embedded().unwrap();
        let python = catalogue.resolve("python", None).unwrap();
        let files = [SourceFile { path: file.to_owned(), content: source.to_owned().into() }];
        let limits = python.default_limits(&Limits::default());
        let arguments = ["one".to_owned()];
        let plan = python.run_plan(&files, &arguments, &limits, Watched::No);
        let env: Vec<_> = env.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        interpreters(&python, &files, &plan, &arguments, &env, Watched::No)
    }

    #[test]
    fn what_is_started_for_one_program_takes_neither_arguments_nor_variables_nor_settings() {
        let node = Catalogue::embedded().unwrap().resolve("javascript", None).unwrap();
        let wanted = |file: &str, arguments: &[String], env: &[(String, String)]| {
            let files = [SourceFile { path: file.to_owned(), content: Vec::new().into() }];
            let plan = node.run_plan(&files, arguments, &Limits::default(), Watched::Yes);
            interpreters(&node, &files, &plan, arguments, env, Watched::Yes).pop()
        };
        assert_eq!(wanted("main.js", &[], &[]).as_deref(), Some("javascript"), "watched or not is the same");
        assert_eq!(wanted("main.js", &["one".to_owned()], &[]), None);
        assert_eq!(wanted("main.js", &[], &[("MODE".to_owned(), "x".to_owned())]), None);
        assert_eq!(wanted(".noderc", &[], &[]), None);
    }

    #[test]
    fn what_an_interpreter_looks_at_before_it_waits_needs_one_of_its_own() {
        let ruby = Catalogue::embedded().unwrap().resolve("ruby", None).unwrap();
        let wanted = |source: &str, beside: &str| {
            let file = |path: &str, content: &str| SourceFile {
                path: path.to_owned(),
                content: content.to_owned().into(),
            };
            let files = [file("main.rb", source), file(beside, "")];
            let plan = ruby.run_plan(&files, &[], &Limits::default(), Watched::No);
            !interpreters(&ruby, &files, &plan, &[], &[], Watched::No).is_empty()
        };
        assert!(wanted("puts 1", "lib/tool.rb"));
        assert!(wanted("# a comment\n", "data.txt"));
        for source in ["", "#!/usr/bin/ruby -w\n"] {
            assert!(!wanted(source, "data.txt"), "{source:?}");
        }
        for beside in ["thread.rb", "fiber.so", "lib/x.so"] {
            assert!(!wanted("puts 1", beside), "{beside}");
        }
    }

    #[test]
    fn what_an_interpreter_reads_at_its_start_needs_one_of_its_own() {
        assert_eq!(wanted(&[], "main.py").as_deref(), Some("python"));
        assert_eq!(wanted(&[("MODE", "x"), ("PATH", "/bin")], "main.py").as_deref(), Some("python"));
        assert_eq!(wanted(&[], "app.py"), None);
        for name in ["PYTHONHASHSEED", "LC_ALL", "LANG", "LD_PRELOAD", "TZ", "HOME", "MALLOC_ARENA_MAX"] {
            assert_eq!(wanted(&[(name, "1")], "main.py"), None, "{name}");
        }
    }

    #[test]
    fn programs_that_import_a_package_find_one_that_has() {
        let names = |env: &[(&str, &str)], source| all_wanted(env, "main.py", source);
        assert_eq!(names(&[], "import numpy as np"), ["python with numpy", "python"]);
        assert_eq!(names(&[("MODE", "x")], "from numpy import array"), ["python with numpy", "python"]);
        assert_eq!(names(&[("OMP_NUM_THREADS", "1")], "import numpy"), ["python"]);
        assert_eq!(names(&[], "print('import numpy')"), ["python"]);
        assert!(names(&[("PYTHONHASHSEED", "1")], "import numpy").is_empty());
        let python = Catalogue::embedded().unwrap().resolve("python", None).unwrap();
        let beside = |path: &str| {
            let file =
                |path: &str| SourceFile { path: path.to_owned(), content: "import numpy".to_owned().into() };
            python.imported(&[file("main.py"), file(path)]).len()
        };
        assert_eq!(["data.csv", "secrets.py", "numpy/core.so"].map(beside), [1, 0, 0]);
    }

    #[test]
    fn a_compiler_that_stays_gets_sources_only_and_no_options() {
        let catalogue = Catalogue::embedded().unwrap();
        let java = catalogue.resolve("java", None).unwrap();
        let asked = |paths: &[&str], flags: &[&str]| {
            let file = |path: &&str| SourceFile { path: (*path).to_owned(), content: Vec::new().into() };
            let files: Vec<_> = paths.iter().map(file).collect();
            let flags: Vec<_> = flags.iter().map(|flag| (*flag).to_owned()).collect();
            resident(&java, &files, &flags)
        };
        assert_eq!(asked(&["Main.java", "a/Other.java"], &[]).as_deref(), Some("java, compiler"));
        assert_eq!(asked(&["Main.java"], &["-processor", "X"]), None);
        for other in
            ["X.class", "META-INF/services/javax.annotation.processing.Processor", "data.txt", "x.jar"]
        {
            assert_eq!(asked(&["Main.java", other], &[]), None, "{other}");
        }
        let python = catalogue.resolve("python", None).unwrap();
        assert_eq!(resident(&python, &[], &[]), None);
        let compilers = warm_interpreters(&catalogue, &Limits::default(), |_| true);
        let java = compilers.iter().find(|compiler| compiler.name == "java, compiler").unwrap();
        assert_eq!(java.way, WarmWay::Resident);
        assert!(java.file.is_some());
    }

    #[test]
    fn a_slots_interpreter_starts_as_its_programs_would() {
        let interpreters = warm_interpreters(&Catalogue::embedded().unwrap(), &Limits::default(), |_| true);
        let python = interpreters.iter().find(|interpreter| interpreter.name == "python").unwrap();
        assert_eq!(python.argv, ["/usr/bin/python3", "main.py"]);
        assert!(python.env.iter().all(|(name, _)| name != "PYTHONUNBUFFERED"), "{:?}", python.env);
        let watched = interpreters.iter().find(|interpreter| interpreter.name == "python, watched").unwrap();
        assert!(watched.env.iter().any(|(name, _)| name == "PYTHONUNBUFFERED"), "{:?}", watched.env);
    }
}
