//! Starts that fail because of what was submitted, not because of us.
//!
//! A slot that cannot start a stage is our failure, with these exceptions: files that cannot lie beside each other, arguments
//! the kernel finds too long, and a compiler's result that cannot be executed because the program that was compiled replaced it.

use crate::EngineError;
use runyard_launcher_client::LauncherError;
use rustix::io::Errno;

/// What is wrong with the submission, in plain words; `None` when the failure is ours. `built` says that the program was made by
/// the compile stage, and so lay in the submission's own hands.
pub(crate) fn refusal(error: &EngineError, built: bool) -> Option<String> {
    let failure = match error {
        EngineError::Stage(LauncherError::TooLarge(bytes)) => {
            return Some(format!("arguments and environment are too long: {bytes} bytes"));
        }
        EngineError::Stage(LauncherError::Start(failure)) => failure,
        _ => return None,
    };
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
            _ if built => Some("the compiler left no program that can be executed".into()),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use runyard_sandbox::protocol::StageFailure;

    fn failed(step: &str, errno: Errno, built: bool) -> Option<String> {
        let failure = StageFailure { step: step.into(), index: 0, errno: errno.raw_os_error() };
        refusal(&EngineError::Stage(LauncherError::Start(failure)), built)
    }

    #[test]
    fn only_what_was_submitted_is_to_blame() {
        assert_eq!(failed("unpack", Errno::EXIST, false).unwrap(), "two files have the same name");
        assert_eq!(failed("exec", Errno::TOOBIG, false).unwrap(), "arguments and environment are too long");
        assert!(failed("exec", Errno::NOEXEC, true).unwrap().contains("the compiler left no program"));
        assert_eq!(failed("exec", Errno::NOENT, false), None);
        assert_eq!(failed("unpack", Errno::IO, false), None);
        assert_eq!(failed("mount_proc", Errno::EXIST, true), None);
    }
}
