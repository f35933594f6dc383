//! The caller's options for the compiler.

use crate::fault::{Fault, Outcome};
use runyard_config::SubmissionLimits;
use runyard_languages::Language;

/// More options than anybody types.
const MAX_FLAGS: usize = 64;

/// The field, in every family.
const FIELD: &str = "compiler_flags";

/// Options reach the compiler as words of its command line, in the jail, and no shell ever reads them: what is refused here
/// is refused because it cannot be meant.
pub(crate) fn check(flags: &[String], language: &Language, limits: &SubmissionLimits) -> Outcome<()> {
    if flags.is_empty() {
        return Ok(());
    }
    if !language.accepts_compiler_flags() {
        let detail = format!("{} takes no compiler flags", language.name);
        return Err(Fault::bad("flags_not_supported", FIELD, detail));
    }
    if flags.len() > MAX_FLAGS {
        let detail = format!("{FIELD} holds {} items, more than {MAX_FLAGS}", flags.len());
        return Err(Fault::bad("too_many_items", FIELD, detail));
    }
    if let Some(index) = flags.iter().position(|flag| flag.is_empty() || flag.chars().any(char::is_control)) {
        let field = format!("{FIELD}[{index}]");
        let detail = format!("{field} must be a word without control characters");
        return Err(Fault::bad("invalid_value", field, detail));
    }
    let bytes: usize = flags.iter().map(|flag| flag.len() + 1).sum();
    if bytes > limits.max_args_bytes {
        let detail = format!("{FIELD} are {bytes} bytes together, more than {}", limits.max_args_bytes);
        return Err(Fault::bad("args_too_large", FIELD, detail));
    }
    Ok(())
}
