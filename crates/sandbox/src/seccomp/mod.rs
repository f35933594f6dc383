//! Which kernel calls a program may make.
//!
//! `policy.txt` is the reviewed list; [`policy`] reads it, [`program`] turns it into one filter for the kernel. The
//! filter knows the native architecture only, compares in a balanced tree, and answers ENOSYS to what it does not know.

mod numbers;
mod policy;
mod program;

pub use policy::{Action, Atom, PolicyError, Rule, parse};
pub use program::compile;

use crate::sys::privilege::Instruction;

/// The filter every jailed program gets.
///
/// # Errors
/// When the built-in policy has a mistake; a test proves that it has none.
pub fn default_filter() -> Result<Vec<Instruction>, PolicyError> {
    Ok(compile(&parse(POLICY)?))
}

/// The same for a program that was given one core: it must not take others.
///
/// # Errors
/// As [`default_filter`].
pub fn pinned_filter() -> Result<Vec<Instruction>, PolicyError> {
    let mut rules = parse(POLICY)?;
    for rule in rules.iter_mut().filter(|rule| rule.name == "sched_setaffinity") {
        rule.action = Action::Deny;
    }
    Ok(compile(&rules))
}

const POLICY: &str = include_str!("policy.txt");
