//! The program's standard streams: pipes, or a terminal for input and output.
//!
//! Our ends do not block; the program's ends do, as every program expects. A pipe's two ends are separate descriptions, so
//! neither sees the other's mode. Pipes are opened for everybody, because programs reopen them by name (`/dev/stdin`) under a
//! uid that is not ours; outside the jail they have no name.

use runyard_launcher_client::StageStdio;
use rustix::{
    fs::{Mode, OFlags, fchmod, fcntl_getfl, fcntl_setfl},
    io::Errno,
    pipe::{PipeFlags, pipe_with},
    pty::{OpenptFlags, grantpt, ioctl_tiocgptpeer, openpt, unlockpt},
    termios::{
        ControlModes, InputModes, LocalModes, OptionalActions, OutputModes, Winsize, tcgetattr, tcsetattr,
        tcsetwinsize,
    },
};
use std::{io, os::fd::OwnedFd};
use tokio::net::unix::pipe;

/// The size of a terminal nobody has told us the size of.
pub(crate) const DEFAULT_SIZE: TerminalSize = TerminalSize { columns: 80, rows: 24 };

/// The size of a terminal in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TerminalSize {
    pub(crate) columns: u16,
    pub(crate) rows: u16,
}

/// What the program reads from and writes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wiring {
    /// Three pipes.
    Pipes,
    /// A terminal for input and output, a pipe for errors.
    Terminal(TerminalSize),
}

/// Our end of an output stream.
#[derive(Debug)]
pub(crate) struct Reader(pipe::Receiver);

impl Reader {
    /// Waits until there is something to read.
    pub(crate) async fn ready(&self) -> io::Result<()> {
        self.0.readable().await
    }

    /// Reads what is there; waits when nothing is. 0 means the end. Cancel-safe.
    pub(crate) async fn read(&self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            self.0.readable().await?;
            match self.0.try_read(buffer) {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                Err(error) if hung_up(&error) => return Ok(0),
                result => return result,
            }
        }
    }

    /// Reads what is there, without waiting: `None` when nothing is there now.
    pub(crate) fn read_now(&self, buffer: &mut [u8]) -> io::Result<Option<usize>> {
        // Past the runtime's idea of readiness, which may lag behind.
        loop {
            return match rustix::io::read(&self.0, &mut *buffer) {
                Ok(length) => Ok(Some(length)),
                Err(Errno::INTR) => continue,
                Err(Errno::AGAIN) => Ok(None),
                Err(Errno::IO) => Ok(Some(0)),
                Err(error) => Err(error.into()),
            };
        }
    }
}

/// A terminal whose last user is gone says so by an error.
fn hung_up(error: &io::Error) -> bool {
    error.raw_os_error() == Some(Errno::IO.raw_os_error())
}

/// Our end of the input stream.
#[derive(Debug)]
pub(crate) struct Writer(pipe::Sender);

impl Writer {
    /// Writes what fits; waits when nothing does. Cancel-safe.
    pub(crate) async fn write(&self, bytes: &[u8]) -> io::Result<usize> {
        loop {
            self.0.writable().await?;
            match self.0.try_write(bytes) {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                result => return result,
            }
        }
    }

    /// Tells a terminal, and through it the program, its size.
    pub(crate) fn resize(&self, size: TerminalSize) -> io::Result<()> {
        Ok(tcsetwinsize(&self.0, window(size))?)
    }
}

/// Our ends.
#[derive(Debug)]
pub(crate) struct Ends {
    pub(crate) stdin: Writer,
    pub(crate) stdout: Reader,
    pub(crate) stderr: Reader,
}

/// Makes all three streams. The second part goes to the slot.
pub(crate) fn open(wiring: Wiring, archive: Option<OwnedFd>) -> io::Result<(Ends, StageStdio)> {
    let (our_stderr, stderr) = pipe()?;
    let (our_stdin, stdin, our_stdout, stdout) = match wiring {
        Wiring::Pipes => {
            let (stdin, our_stdin) = pipe()?;
            let (our_stdout, stdout) = pipe()?;
            (our_stdin, stdin, our_stdout, stdout)
        }
        Wiring::Terminal(size) => {
            let (ours, theirs) = terminal(size)?;
            (ours.try_clone()?, theirs.try_clone()?, ours, theirs)
        }
    };
    for ours in [&our_stdin, &our_stdout, &our_stderr] {
        fcntl_setfl(ours, fcntl_getfl(ours)? | OFlags::NONBLOCK)?;
    }
    // Unchecked, because a terminal is none of the pipes these types are named after; reading and writing are the same.
    let ends = Ends {
        stdin: Writer(pipe::Sender::from_owned_fd_unchecked(our_stdin)?),
        stdout: Reader(pipe::Receiver::from_owned_fd_unchecked(our_stdout)?),
        stderr: Reader(pipe::Receiver::from_owned_fd_unchecked(our_stderr)?),
    };
    Ok((ends, StageStdio { stdin, stdout, stderr, archive }))
}

/// The reading end and the writing end.
fn pipe() -> io::Result<(OwnedFd, OwnedFd)> {
    let (reader, writer) = pipe_with(PipeFlags::CLOEXEC)?;
    fchmod(&writer, Mode::RUSR | Mode::WUSR | Mode::RGRP | Mode::WGRP | Mode::ROTH | Mode::WOTH)?;
    Ok((reader, writer))
}

/// A terminal that passes output through unchanged, does not echo (the watcher's own screen shows what is typed), edits lines,
/// and turns Ctrl-C into SIGINT.
fn terminal(size: TerminalSize) -> io::Result<(OwnedFd, OwnedFd)> {
    let ours = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC)?;
    grantpt(&ours)?;
    unlockpt(&ours)?;
    let theirs = ioctl_tiocgptpeer(&ours, OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC)?;
    let mut modes = tcgetattr(&theirs)?;
    modes.local_modes.remove(LocalModes::ECHO | LocalModes::ECHONL);
    modes.local_modes.insert(LocalModes::ICANON | LocalModes::ISIG | LocalModes::IEXTEN);
    modes.output_modes.remove(OutputModes::OPOST);
    modes.input_modes.remove(InputModes::IXON | InputModes::IXOFF);
    modes.input_modes.insert(InputModes::ICRNL | InputModes::IUTF8);
    modes.control_modes.insert(ControlModes::CREAD);
    tcsetattr(&theirs, OptionalActions::Now, &modes)?;
    tcsetwinsize(&theirs, window(size))?;
    Ok((ours, theirs))
}

fn window(size: TerminalSize) -> Winsize {
    Winsize { ws_row: size.rows, ws_col: size.columns, ws_xpixel: 0, ws_ypixel: 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{fs::File, io::Write as _};

    #[tokio::test]
    async fn a_pipe_carries_bytes_and_its_end() {
        let (ends, theirs) = open(Wiring::Pipes, None).unwrap();
        let mut stdout = File::from(theirs.stdout);
        stdout.write_all(b"hi").unwrap();
        let mut buffer = [0; 8];
        assert_eq!(ends.stdout.read(&mut buffer).await.unwrap(), 2);
        assert_eq!(ends.stdout.read_now(&mut buffer).unwrap(), None);
        drop(stdout);
        assert_eq!(ends.stdout.read(&mut buffer).await.unwrap(), 0);
    }

    #[tokio::test]
    async fn the_programs_ends_block_and_may_be_reopened_by_another_uid() {
        let (_ends, theirs) = open(Wiring::Pipes, None).unwrap();
        for fd in [&theirs.stdin, &theirs.stdout, &theirs.stderr] {
            assert!(!fcntl_getfl(fd).unwrap().contains(OFlags::NONBLOCK));
            assert_eq!(rustix::fs::fstat(fd).unwrap().st_mode & 0o777, 0o666);
        }
    }

    #[tokio::test]
    async fn a_terminal_neither_echoes_nor_rewrites() {
        let size = TerminalSize { columns: 100, rows: 40 };
        let (ends, theirs) = open(Wiring::Terminal(size), None).unwrap();
        let window = rustix::termios::tcgetwinsize(&theirs.stdin).unwrap();
        assert_eq!((window.ws_col, window.ws_row), (100, 40));
        ends.stdin.write(b"typed\n").await.unwrap();
        let mut stdout = File::from(theirs.stdout);
        stdout.write_all(b"a\nb").unwrap();
        let mut buffer = [0; 16];
        assert_eq!(ends.stdout.read(&mut buffer).await.unwrap(), 3);
        assert_eq!(&buffer[..3], b"a\nb");
        let mut line = [0; 16];
        assert_eq!(rustix::io::read(&theirs.stdin, &mut line).unwrap(), 6);
        drop((stdout, theirs.stdin));
        assert_eq!(ends.stdout.read(&mut buffer).await.unwrap(), 0);
    }
}
