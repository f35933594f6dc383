//! Reads the policy file.

use super::numbers;

/// As far as a conditional jump of a filter reaches: behind the last of a condition's comparisons.
pub(super) const MOST_VALUES: usize = u8::MAX as usize;

/// What happens when a program makes a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// It is made.
    Allow,
    /// It is made when one of the alternatives holds in all its parts; EPERM otherwise.
    AllowWhen(Vec<Vec<Atom>>),
    /// EPERM.
    Deny,
    /// ENOSYS.
    Missing,
    /// The program is ended.
    Kill,
}

/// One comparison of an argument's low 32 bits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Atom {
    /// Equal to one of the values.
    In {
        /// Which argument, from 0.
        argument: u8,
        /// The values.
        values: Vec<u32>,
    },
    /// Equal to none of the values.
    NotIn {
        /// Which argument, from 0.
        argument: u8,
        /// The values.
        values: Vec<u32>,
    },
    /// None of the bits is set.
    Clear {
        /// Which argument, from 0.
        argument: u8,
        /// The bits.
        mask: u32,
    },
}

impl Atom {
    /// How many values the argument is compared with.
    fn values(&self) -> usize {
        match self {
            Self::In { values, .. } | Self::NotIn { values, .. } => values.len(),
            Self::Clear { .. } => 1,
        }
    }
}

/// One call of this machine and what happens to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Name of the call.
    pub name: String,
    /// Its number on this machine.
    pub number: u32,
    /// What happens.
    pub action: Action,
}

/// The policy file has a mistake.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("seccomp policy, line {line}: {what}: {text}")]
pub struct PolicyError {
    line: usize,
    what: &'static str,
    text: String,
}

/// Reads a policy. Calls that this machine does not have are left out.
///
/// # Errors
/// Names the first line that is not understood, names an unknown call, or repeats one.
pub fn parse(text: &str) -> Result<Vec<Rule>, PolicyError> {
    let mut rules: Vec<Rule> = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let fail = |what| PolicyError { line: index + 1, what, text: line.to_owned() };
        let mut words = line.split_whitespace();
        let verb = words.next().ok_or_else(|| fail("empty"))?;
        let name = words.next().ok_or_else(|| fail("no call named"))?;
        if !numbers::is_known(name) {
            return Err(fail("unknown call"));
        }
        let rest: Vec<&str> = words.collect();
        let action = match (verb, rest.split_first()) {
            ("allow", None) => Action::Allow,
            ("allow", Some((&"when", condition))) => {
                Action::AllowWhen(condition_of(condition).ok_or_else(|| fail("condition not understood"))?)
            }
            ("deny", None) => Action::Deny,
            ("missing", None) => Action::Missing,
            ("kill", None) => Action::Kill,
            _ => return Err(fail("not understood")),
        };
        if let Action::AllowWhen(alternatives) = &action
            && alternatives.iter().flatten().any(|atom| atom.values() > MOST_VALUES)
        {
            return Err(fail("more values in one condition than a filter can jump over"));
        }
        let Some(number) = numbers::number(name) else { continue };
        if rules.iter().any(|rule| rule.number == number) {
            return Err(fail("named twice"));
        }
        rules.push(Rule { name: name.to_owned(), number, action });
    }
    Ok(rules)
}

fn condition_of(words: &[&str]) -> Option<Vec<Vec<Atom>>> {
    words
        .split(|word| *word == "or")
        .map(|all| all.split(|word| *word == "and").map(atom_of).collect())
        .collect()
}

fn atom_of(words: &[&str]) -> Option<Atom> {
    let (argument, rest) = words.split_first()?;
    let (operator, values) = rest.split_first()?;
    let argument = argument.strip_prefix("arg")?.parse().ok().filter(|n| *n < 6)?;
    let values: Vec<u32> = values.iter().map(|text| value_of(text)).collect::<Option<_>>()?;
    match (*operator, values.as_slice()) {
        (_, []) => None,
        ("in", _) => Some(Atom::In { argument, values }),
        ("not-in", _) => Some(Atom::NotIn { argument, values }),
        ("clear", [mask]) => Some(Atom::Clear { argument, mask: *mask }),
        _ => None,
    }
}

fn value_of(text: &str) -> Option<u32> {
    match text.strip_prefix("0x") {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok(),
        None => text.parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A longer list made jumps that ended among the comparisons: `not-in` then held for values it names.
    #[test]
    fn a_condition_is_no_longer_than_a_jump() {
        let policy = |values: usize| format!("allow personality when arg0 not-in{}", " 7".repeat(values));
        assert!(parse(&policy(MOST_VALUES)).is_ok());
        let error = parse(&policy(MOST_VALUES + 1)).unwrap_err();
        assert!(error.to_string().contains("more values"), "{error}");
    }

    #[test]
    fn mistakes_are_named_with_their_line() {
        for (text, what) in [
            ("allow raed", "unknown call"),
            ("permit read", "not understood"),
            ("allow read\nallow read", "named twice"),
            ("allow ioctl when arg9 in 1", "condition not understood"),
            ("allow ioctl when arg1 in", "condition not understood"),
            ("deny read when arg1 in 1", "not understood"),
        ] {
            let error = parse(text).unwrap_err();
            assert!(error.to_string().contains(what), "{error}");
        }
    }
}
