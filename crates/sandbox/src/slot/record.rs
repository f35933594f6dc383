//! What process 1 and the program's first steps tell the keeper: fixed-size records on a packet socket.
//!
//! The socket is closed on exec, so no byte of the user's program can reach it.

use crate::protocol::StageFailure;
use crate::sys::socket;
use std::io;
use std::os::fd::BorrowedFd;

/// The steps between a request and a running program, and those that make place for the next one, by the name errors use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    MountWork = 1,
    Clone,
    DieWithParent,
    MountProc,
    MaskProc,
    MountTmp,
    MountShm,
    LayerWork,
    InitPrivileges,
    NewSession,
    EnterGroup,
    CgroupNamespace,
    LimitResource,
    OomScore,
    BecomeUser,
    Terminal,
    Unpack,
    EnterWork,
    Descriptors,
    Signals,
    NoNewPrivileges,
    Landlock,
    Seccomp,
    Exec,
    Wait,
    Setup,
    Renumber,
    TakeDown,
}

const STEPS: [(Step, &str); 28] = [
    (Step::MountWork, "mount_work"),
    (Step::Clone, "clone"),
    (Step::DieWithParent, "die_with_parent"),
    (Step::MountProc, "mount_proc"),
    (Step::MaskProc, "mask_proc"),
    (Step::MountTmp, "mount_tmp"),
    (Step::MountShm, "mount_shm"),
    (Step::LayerWork, "layer_work"),
    (Step::InitPrivileges, "init_privileges"),
    (Step::NewSession, "new_session"),
    (Step::EnterGroup, "enter_group"),
    (Step::CgroupNamespace, "cgroup_namespace"),
    (Step::LimitResource, "limit_resource"),
    (Step::OomScore, "oom_score"),
    (Step::BecomeUser, "become_user"),
    (Step::Terminal, "terminal"),
    (Step::Unpack, "unpack"),
    (Step::EnterWork, "enter_work"),
    (Step::Descriptors, "descriptors"),
    (Step::Signals, "signals"),
    (Step::NoNewPrivileges, "no_new_privileges"),
    (Step::Landlock, "landlock"),
    (Step::Seccomp, "seccomp"),
    (Step::Exec, "exec"),
    (Step::Wait, "wait"),
    (Step::Setup, "setup"),
    (Step::Renumber, "renumber"),
    (Step::TakeDown, "take_down"),
];

impl Step {
    pub(super) fn name(self) -> &'static str {
        STEPS.iter().find(|(step, _)| *step == self).map_or("unknown", |(_, name)| name)
    }
}

/// A step that failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Failure {
    pub step: Step,
    pub index: u32,
    pub errno: i32,
}

impl From<Failure> for StageFailure {
    fn from(failure: Failure) -> Self {
        Self { step: failure.step.name().to_owned(), index: failure.index, errno: failure.errno }
    }
}

impl From<Failure> for io::Error {
    fn from(failure: Failure) -> Self {
        let source = Self::from_raw_os_error(failure.errno);
        Self::new(source.kind(), format!("{} ({}): {source}", failure.step.name(), failure.index))
    }
}

/// Ties an error to its step.
pub(super) trait AtStep<T> {
    fn at(self, step: Step, index: usize) -> Result<T, Failure>;
}

impl<T> AtStep<T> for io::Result<T> {
    fn at(self, step: Step, index: usize) -> Result<T, Failure> {
        self.map_err(|error| Failure {
            step,
            index: u32::try_from(index).unwrap_or(u32::MAX),
            errno: error.raw_os_error().unwrap_or(0),
        })
    }
}

/// One record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Record {
    /// A step failed; nothing of the user's ran.
    Failed(Failure),
    /// Every protection is in place; exec is next.
    Started { at_us: u64 },
}

/// Bytes of a record: kind, step, index, number, time.
pub(super) const SIZE: usize = 18;

impl Record {
    pub(super) fn encode(self) -> [u8; SIZE] {
        let (kind, step, index, number, time) = match self {
            Self::Failed(failure) => (1, failure.step as u8, failure.index, failure.errno, 0),
            Self::Started { at_us } => (2, 0, 0, 0, at_us),
        };
        let mut bytes = [0; SIZE];
        let fields = [kind, step]
            .into_iter()
            .chain(u32::to_le_bytes(index))
            .chain(i32::to_le_bytes(number))
            .chain(u64::to_le_bytes(time));
        for (to, from) in bytes.iter_mut().zip(fields) {
            *to = from;
        }
        bytes
    }

    pub(super) fn decode(bytes: &[u8]) -> Option<Self> {
        let (kind, rest) = bytes.split_first()?;
        let (step, rest) = rest.split_first()?;
        let (index, rest) = rest.split_first_chunk::<4>()?;
        let (number, rest) = rest.split_first_chunk::<4>()?;
        let (time, []) = rest.split_first_chunk::<8>()? else { return None };
        match kind {
            1 => {
                let (step, _) = STEPS.iter().find(|(known, _)| *known as u8 == *step)?;
                let (index, errno) = (u32::from_le_bytes(*index), i32::from_le_bytes(*number));
                Some(Self::Failed(Failure { step: *step, index, errno }))
            }
            2 => Some(Self::Started { at_us: u64::from_le_bytes(*time) }),
            _ => None,
        }
    }

    /// Sends the record. When the keeper is gone there is nobody left to tell.
    pub(super) fn send(self, to: BorrowedFd<'_>) -> io::Result<()> {
        socket::send(to, &self.encode(), &[])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_read_back() {
        for (step, name) in STEPS {
            let record = Record::Failed(Failure { step, index: 7, errno: 13 });
            assert_eq!(Record::decode(&record.encode()), Some(record));
            assert_eq!(step.name(), name);
        }
        let record = Record::Started { at_us: u64::MAX };
        assert_eq!(Record::decode(&record.encode()), Some(record));
        assert_eq!(Record::decode(&[]), None);
        assert_eq!(Record::decode(&[9; SIZE]), None);
        assert_eq!(Record::decode(&[2; SIZE + 1]), None);
    }
}
