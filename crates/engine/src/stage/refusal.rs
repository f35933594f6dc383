//! Starts that fail because of what was submitted, not because of us.
//!
//! A slot that cannot start a stage is our failure, with these exceptions: files that cannot lie beside each other, arguments
//! the kernel finds too long, and a compiler's result that cannot be executed because the program that was compiled replaced it.

use crate::EngineError;
use runyard_launcher_client::LauncherError;
use rustix::io::Errno;

/// Where what is executed comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// It is the toolchain's.
    Toolchain,
    /// The compile stage made it, so it lay in the submission's own hands.
    Compiled,
    /// It is one of the submission's files.
    Submitted,
}

/// Numbers that stand for an error.
const KERNEL_ERRORS: std::ops::Range<i32> = 1..4096;

/// What is wrong with the submission, in plain words; `None` when the failure is ours.
pub(crate) fn refusal(error: &EngineError, origin: Origin) -> Option<String> {
    let failure = match error {
        EngineError::Stage(LauncherError::TooLarge(bytes)) => {
            return Some(format!("arguments and environment are too long: {bytes} bytes"));
        }
        EngineError::Stage(LauncherError::Start(failure)) => failure,
        _ => return None,
    };
    // Some failures have no error of the kernel's.
    if !KERNEL_ERRORS.contains(&failure.errno) {
        return None;
    }
    let errno = Errno::from_raw_os_error(failure.errno);
    match failure.step.as_str() {
        "unpack" => match errno {
            Errno::EXIST => Some("two files have the same name".into()),
            Errno::NOTDIR | Errno::ISDIR => Some("a file has the name of a folder".into()),
            Errno::NAMETOOLONG => Some("the name of a file is too long".into()),
            Errno::NOSPC | Errno::FBIG => Some("the files are larger than the work folder".into()),
            _ => None,
        },
        "exec" => match errno {
            Errno::TOOBIG => Some("arguments and environment are too long".into()),
            _ => match origin {
                Origin::Toolchain => None,
                Origin::Compiled => Some("the compiler left no program that can be executed".into()),
                Origin::Submitted if !is_about_the_file(errno) => None,
                Origin::Submitted => Some(format!(
                    "the file cannot be executed here ({}): it has to be a program for this kind of machine, or a script whose first \
                     line names its interpreter",
                    std::io::Error::from(errno)
                )),
            },
        },
        _ => None,
    }
}

/// Whether a file that is executed can be the cause, by itself or by the interpreter it names.
fn is_about_the_file(errno: Errno) -> bool {
    [
        Errno::NOEXEC,
        Errno::NOENT,
        Errno::ACCESS,
        Errno::INVAL,
        Errno::LIBBAD,
        Errno::LOOP,
        Errno::NOTDIR,
        Errno::ISDIR,
        Errno::NAMETOOLONG,
    ]
    .contains(&errno)
}

#[cfg(test)]
mod tests {
    use super::*;
    use runyard_sandbox::protocol::StageFailure;

    fn failed(step: &str, errno: Errno, origin: Origin) -> Option<String> {
        let failure = StageFailure { step: step.into(), index: 0, errno: errno.raw_os_error() };
        refusal(&EngineError::Stage(LauncherError::Start(failure)), origin)
    }

    #[test]
    fn a_failure_without_an_error_is_ours() {
        for errno in [0, -1, i32::MAX] {
            let failure = StageFailure { step: "unpack".into(), index: 0, errno };
            let error = EngineError::Stage(LauncherError::Start(failure));
            assert_eq!(refusal(&error, Origin::Submitted), None);
        }
    }

    #[test]
    fn only_what_was_submitted_is_to_blame() {
        use Origin::{Compiled, Submitted, Toolchain};
        assert_eq!(failed("unpack", Errno::EXIST, Toolchain).unwrap(), "two files have the same name");
        assert_eq!(
            failed("exec", Errno::TOOBIG, Toolchain).unwrap(),
            "arguments and environment are too long"
        );
        assert!(failed("exec", Errno::NOEXEC, Compiled).unwrap().contains("the compiler left no program"));
        assert!(
            failed("exec", Errno::NOEXEC, Submitted).unwrap().contains("the file cannot be executed here")
        );
        assert_eq!(failed("exec", Errno::NOENT, Toolchain), None);
        assert_eq!(failed("exec", Errno::NOMEM, Submitted), None);
        assert_eq!(failed("unpack", Errno::IO, Submitted), None);
        assert_eq!(failed("mount_proc", Errno::EXIST, Compiled), None);
    }
}
