//! What the suites' command lines have in common, and the command somebody can type to measure the same again.

use clap::{ArgMatches, Command, parser::ValueSource};
use std::path::PathBuf;

/// What the script adds by itself.
const FROM_THE_SCRIPT: [&str; 2] = ["binary", "output"];

/// A folder that exists: told before anything is measured.
pub(crate) fn folder(path: &str) -> Result<PathBuf, &'static str> {
    let path = PathBuf::from(path);
    if path.is_dir() { Ok(path) } else { Err("there is no such folder") }
}

/// The `make` target when nothing but defaults was used, otherwise the script with what was given.
#[must_use]
pub fn as_typed(target: &str, script: &str, command: &Command, matches: &ArgMatches) -> String {
    let mut words = vec![script.to_owned()];
    for argument in command.get_arguments() {
        let id = argument.get_id().as_str();
        if FROM_THE_SCRIPT.contains(&id) || matches.value_source(id) != Some(ValueSource::CommandLine) {
            continue;
        }
        let name = format!("--{}", id.replace('_', "-"));
        if !argument.get_action().takes_values() {
            words.push(name);
            continue;
        }
        for value in matches.get_raw(id).into_iter().flatten() {
            words.extend([name.clone(), value.to_string_lossy().into_owned()]);
        }
    }
    if words.len() == 1 { target.to_owned() } else { words.join(" ") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::{Arg, ArgAction};

    #[test]
    fn a_folder_exists() {
        assert_eq!(folder("/"), Ok(PathBuf::from("/")));
        for path in ["", "/nowhere/at/all", "/etc/passwd"] {
            assert!(folder(path).is_err(), "{path}");
        }
    }

    #[test]
    fn only_what_differs_from_the_defaults_is_named() {
        let number = |name: &'static str| Arg::new(name).long(name).default_value("300");
        let command = Command::new("bench").args([
            Arg::new("output").long("output"),
            number("samples"),
            number("seconds"),
            Arg::new("quick").long("quick").action(ArgAction::SetTrue),
        ]);
        let typed = |words: &[&str]| {
            let words = ["bench", "--output", "docs"].iter().chain(words);
            as_typed("make bench", "scripts/bench", &command, &command.clone().get_matches_from(words))
        };
        assert_eq!(typed(&[]), "make bench");
        assert_eq!(typed(&["--quick"]), "scripts/bench --quick");
        assert_eq!(
            typed(&["--seconds", "3", "--samples", "150"]),
            "scripts/bench --samples 150 --seconds 3",
            "in one order"
        );
    }
}
