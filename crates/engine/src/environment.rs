//! The environment of a stage: a small fixed base, the language's own, then the caller's. Nothing of the server's.

/// What every stage gets.
const BASE: [(&str, &str); 4] =
    [("PATH", "/usr/local/bin:/usr/bin:/bin"), ("HOME", "/tmp"), ("LANG", "C.UTF-8"), ("TMPDIR", "/tmp")];

/// What programs on a terminal get besides.
const TERMINAL: (&str, &str) = ("TERM", "xterm-256color");

/// Variables the caller may not set.
const RESERVED: &str = "RUNYARD_";

/// Builds it. Of two variables with one name the later wins.
pub(crate) fn environment(
    terminal: bool,
    language: Vec<(String, String)>,
    caller: &[(String, String)],
) -> Vec<(String, String)> {
    let base = BASE.into_iter().chain(terminal.then_some(TERMINAL));
    let base = base.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let caller = caller.iter().filter(|(name, _)| !name.starts_with(RESERVED)).cloned();
    let mut environment: Vec<(String, String)> = Vec::new();
    for (name, value) in base.chain(language).chain(caller) {
        match environment.iter_mut().find(|(known, _)| *known == name) {
            Some((_, known)) => *known = value,
            None => environment.push((name, value)),
        }
    }
    environment
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_variables_win_and_reserved_ones_are_dropped() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let built = environment(
            true,
            vec![pair("MODE", "language"), pair("HOME", "/work")],
            &[pair("MODE", "caller"), pair("RUNYARD_TOKEN", "x"), pair("EMPTY", "")],
        );
        assert_eq!(
            built,
            [
                pair("PATH", "/usr/local/bin:/usr/bin:/bin"),
                pair("HOME", "/work"),
                pair("LANG", "C.UTF-8"),
                pair("TMPDIR", "/tmp"),
                pair("TERM", "xterm-256color"),
                pair("MODE", "caller"),
                pair("EMPTY", ""),
            ]
        );
    }
}
