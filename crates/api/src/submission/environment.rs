//! Arguments and environment variables of a program.

use crate::fault::{Fault, Outcome};
use runyard_config::SubmissionLimits;

/// Programs find nothing of the server's under these names, and bring nothing.
const RESERVED: &str = "RUNYARD_";

pub(crate) fn check(args: &[String], env: &[(String, String)], limits: &SubmissionLimits) -> Outcome<()> {
    for (field, count) in [("args", args.len()), ("env", env.len())] {
        if count > limits.max_args {
            let detail = format!("{field} holds {count} items, more than {}", limits.max_args);
            return Err(Fault::bad("too_many_items", field, detail));
        }
    }
    // Anything else is passed as it is: no shell ever reads it.
    if let Some(index) = args.iter().position(|arg| arg.contains('\0')) {
        let field = format!("args[{index}]");
        return Err(Fault::bad("invalid_value", field.clone(), format!("{field} must not hold NUL")));
    }
    for (name, value) in env {
        check_variable(name, value)?;
    }
    let bytes = |total: usize, text: &String| total + text.len() + 1;
    let total = args.iter().fold(0, bytes)
        + env.iter().fold(0, |total, (name, value)| bytes(bytes(total, name), value));
    if total > limits.max_args_bytes {
        let detail = format!("args and env are {total} bytes together, more than {}", limits.max_args_bytes);
        let field = if args.iter().fold(0, bytes) > limits.max_args_bytes { "args" } else { "env" };
        return Err(Fault::bad("args_too_large", field, detail));
    }
    Ok(())
}

fn check_variable(name: &str, value: &str) -> Outcome<()> {
    let field = || format!("env.{}", name.chars().take(64).collect::<String>());
    let mut bytes = name.bytes();
    let named = bytes.next().is_some_and(|first| first.is_ascii_alphabetic() || first == b'_')
        && bytes.all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if !named {
        let detail =
            "names of environment variables hold letters, digits and _ and do not begin with a digit";
        return Err(Fault::bad("invalid_env_name", field(), detail));
    }
    if name.starts_with(RESERVED) {
        let detail = format!("names that begin with {RESERVED} are the server's own");
        return Err(Fault::bad("invalid_env_name", field(), detail));
    }
    if value.contains('\0') {
        return Err(Fault::bad("invalid_value", field(), format!("{} must not hold NUL", field())));
    }
    Ok(())
}
