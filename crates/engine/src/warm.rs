//! Warm interpreters: what the slots keep started, and which runs may begin in a fork of it.
//!
//! A run may when nobody could tell: the same command line but for the program's own arguments, no terminal, and no variable
//! that the interpreter or the C library reads when it starts. Everything else is executed as it was asked for.

use crate::{environment::environment, limits};
use runyard_languages::{Catalogue, Language, Plan, Watched};
use runyard_sandbox::{config::WarmInterpreter, protocol::StageLimits};
use runyard_types::Limits;

/// How the names begin of variables that the C library and its dynamic linker read when a program starts, or that decide what an
/// interpreter finds then.
const START_VARIABLES: [&str; 9] =
    ["LD_", "LC_", "LANG", "LOCPATH", "GLIBC_", "GCONV_", "MALLOC_", "TZ", "HOME"];

/// What slots can keep started for these languages, for programs with limits like these.
#[must_use]
pub fn warm_interpreters(catalogue: &Catalogue, base: &Limits) -> Vec<WarmInterpreter> {
    let warm = catalogue.iter().filter(|language| language.warm.is_some());
    warm.flat_map(|language| {
        [Watched::Yes, Watched::No].map(|watched| {
            let limits = language.default_limits(base);
            let plan = language.run_plan(&[], &[], &limits, watched);
            WarmInterpreter {
                name: name(language, watched),
                argv: plan.argv,
                env: environment(false, plan.env, &[]),
                limits: limits::run(&limits),
            }
        })
    })
    .collect()
}

/// What slots can prepare their next run for: a program that asks for nothing.
#[must_use]
pub fn prepared_limits(base: &Limits) -> StageLimits {
    limits::run(base)
}

/// The interpreter a run may begin in. Whether a slot has it, and it takes this command line, is known there.
pub(crate) fn interpreter(
    language: &Language,
    plan: &Plan,
    caller: &[(String, String)],
    watched: Watched,
) -> Option<String> {
    let warm = language.warm.as_ref()?;
    let at_start = |name: &str| {
        START_VARIABLES.iter().any(|start| name.starts_with(start))
            || warm.start_variables.iter().any(|start| name.starts_with(start))
    };
    let other = caller.iter().any(|(name, _)| at_start(name));
    let main = plan.argv.contains(&language.source_file);
    (main && !other).then(|| name(language, watched))
}

fn name(language: &Language, watched: Watched) -> String {
    match watched {
        Watched::Yes => format!("{}, watched", language.id),
        Watched::No => language.id.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(env: &[(&str, &str)], file: &str) -> Option<String> {
        let catalogue = Catalogue::embedded().unwrap();
        let python = catalogue.resolve("python", None).unwrap();
        let files = [runyard_types::SourceFile { path: file.to_owned(), content: Vec::new().into() }];
        let limits = python.default_limits(&Limits::default());
        let plan = python.run_plan(&files, &["one".to_owned()], &limits, Watched::No);
        let env: Vec<_> = env.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        interpreter(&python, &plan, &env, Watched::No)
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
    fn a_slots_interpreter_starts_as_its_programs_would() {
        let interpreters = warm_interpreters(&Catalogue::embedded().unwrap(), &Limits::default());
        let python = interpreters.iter().find(|interpreter| interpreter.name == "python").unwrap();
        assert_eq!(python.argv, ["/usr/bin/python3", "main.py"]);
        assert!(python.env.iter().all(|(name, _)| name != "PYTHONUNBUFFERED"), "{:?}", python.env);
        let watched = interpreters.iter().find(|interpreter| interpreter.name == "python, watched").unwrap();
        assert!(watched.env.iter().any(|(name, _)| name == "PYTHONUNBUFFERED"), "{:?}", watched.env);
    }
}
