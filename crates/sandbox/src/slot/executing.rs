//! The fork server of programs that are executed: what they begin as a copy of, and give back when they execute, should be small.

use super::folders::Work;
use super::fork_server::{Born, ForkServer, Image, Serving};
use super::parked::{self, Ahead};
use super::prepared::{Filters, Place, Waiting};
use super::program;
use super::record::{AtStep, Step};
use crate::sys::process::{self, ExecStrings};
use std::convert::Infallible;
use std::fs::File;
use std::io;
use std::os::fd::AsFd;

/// What the keeper calls its own image when it executes that for this.
pub const NAME: &str = "runyard-forks";

/// A server that failed this often in a row is not started again: runs are then made when they are asked for.
const MOST_FAILURES: u32 = 3;

/// The keeper's side.
#[derive(Debug)]
pub(super) struct Executing {
    image: File,
    server: Option<ForkServer>,
    failures: u32,
}

impl Executing {
    /// With the image of this process, which still sees the host's /proc.
    pub(super) fn find() -> io::Result<Self> {
        Ok(Self { image: File::open("/proc/self/exe")?, server: None, failures: 0 })
    }

    /// Whether too much went wrong to try again.
    pub(super) fn has_failed(&self) -> bool {
        self.failures >= MOST_FAILURES
    }

    /// Has a program wait in the place. Where that fails, nothing is left of the place.
    pub(super) fn park(&mut self, place: &mut Place<'_>, ahead: &Ahead, confined: bool) -> io::Result<Waiting> {
        let parked = self.try_to_park(place, ahead, confined);
        match parked {
            Ok(_) => self.failures = 0,
            Err(_) => {
                self.server = None;
                self.failures += 1;
                place.give_up();
            }
        }
        parked
    }

    fn try_to_park(&mut self, place: &mut Place<'_>, ahead: &Ahead, confined: bool) -> io::Result<Waiting> {
        let Place { home, group, .. } = *place;
        let way = place.prepare(ahead, || Ok(Work::Fresh))?.way();
        let server = match &mut self.server {
            Some(server) => server,
            None => {
                let argv = ExecStrings::new([NAME.as_bytes().to_vec()])?;
                let env = ExecStrings::new([])?;
                let image = Image::File(self.image.as_fd());
                self.server.insert(ForkServer::start(&image, &argv, &env, *ahead, home, way)?)
            }
        };
        server.park(way, &group.entrance(), confined)
    }
}

/// Serves the slot's keeper that has started this process. Returns when it was not started by one, or the keeper's socket broke.
///
/// # Errors
/// Always.
pub fn serve() -> io::Result<Infallible> {
    process::set_name(c"runyard-forks");
    let (serving, first) = Serving::connect()?;
    // Whoever holds the way into a space keeps the folders of its last run in being.
    drop(first);
    let filter = crate::seccomp::default_filter().map_err(io::Error::other)?;
    let pinned = crate::seccomp::pinned_filter().map_err(io::Error::other)?;
    let born = serving.fork_when_asked()?;
    become_program(&serving.hello.ahead, born, Filters { free: &filter, pinned: &pinned })
}

/// In the process of a run.
fn become_program(ahead: &Ahead, born: Born, filters: Filters<'_>) -> ! {
    let entrance = born.entrance();
    parked::keep_only(&entrance, &born.ends.numbers());
    parked::become_parked(&born.ends, born.delivery, Some(&entrance));
    let Born { ends, confined, .. } = born;
    if confined {
        // What this process ignores or blocks would stay so in the program.
        let reset = process::reset_signals().at(Step::Signals, 0);
        if let Err(failure) =
            reset.and_then(|()| program::confine_ahead(ahead, filters.on(ahead.core)))
        {
            parked::fail(&ends.report, failure);
        }
        let (_, program, report) = parked::wait_confined(ahead, ends);
        program::execute_confined(&program, report.as_fd())
    }
    let (_, program, report) = parked::wait(ahead, ends);
    program::execute(&program, filters.on(program.core), report.as_fd())
}
