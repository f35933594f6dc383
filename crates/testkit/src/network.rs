//! A network namespace for a test and the servers it starts: nothing but loopback, and a count of what wanted out.

use crate::Mode;
use anyhow::{Context as _, ensure};
use rustix::thread::{LinkNameSpaceType, move_into_link_name_space};
use std::{
    fs::{self, File},
    io::{BufRead as _, BufReader},
    os::fd::AsFd as _,
    process::{Command, Stdio},
};

/// Makes the loopback interface usable, says so, and keeps the namespace alive until its input ends.
const SETUP: &str = "ip link set lo up && echo up && exec cat";

/// The namespace the calling thread, and all it starts from now on, lives in.
#[derive(Debug)]
pub struct OwnNetwork {
    _entered: (),
}

impl OwnNetwork {
    /// Moves the calling thread into a fresh namespace. Threads it started before stay where they are.
    ///
    /// # Errors
    /// When the machine's `unshare` or `ip` does not work.
    pub fn enter() -> anyhow::Result<Self> {
        if Mode::chosen()? == Mode::Container {
            // Whoever starts the containers is in such a namespace already, and so are they.
            let interfaces =
                fs::read_dir("/proc/sys/net/ipv4/conf")?.flatten().map(|entry| entry.file_name());
            let others: Vec<_> = interfaces
                .filter(|name| !["all", "default", "lo"].iter().any(|known| name == known))
                .collect();
            ensure!(others.is_empty(), "there is more than loopback here: {others:?}");
            return Ok(Self { _entered: () });
        }
        let mut keeper = Command::new("unshare")
            .args(["--net", "sh", "-c", SETUP])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("failed to start unshare")?;
        let mut line = String::new();
        BufReader::new(keeper.stdout.take().context("no stdout")?).read_line(&mut line)?;
        let entered = File::open(format!("/proc/{}/ns/net", keeper.id()))
            .map_err(anyhow::Error::from)
            .and_then(|file| {
                ensure!(line == "up\n", "loopback did not come up");
                Ok(move_into_link_name_space(file.as_fd(), Some(LinkNameSpaceType::Network))?)
            });
        drop(keeper.stdin.take());
        keeper.wait()?;
        entered.context("failed to enter a network namespace")?;
        Ok(Self { _entered: () })
    }

    /// How many packets were to leave the machine, of either protocol. There is no way out, so the kernel counted them
    /// as packets without a route.
    ///
    /// # Errors
    /// When the counters cannot be read.
    pub fn departures(&self) -> anyhow::Result<u64> {
        let table = fs::read_to_string("/proc/thread-self/net/snmp")?;
        let mut lines = table.lines().filter(|line| line.starts_with("Ip: ")).map(str::split_whitespace);
        let (names, values) = (lines.next().context("no names")?, lines.next().context("no values")?);
        let old = names.zip(values).find(|(name, _)| *name == "OutNoRoutes").context("no OutNoRoutes")?.1;
        let table = fs::read_to_string("/proc/thread-self/net/snmp6").unwrap_or_default();
        let new = table.lines().find_map(|line| line.strip_prefix("Ip6OutNoRoutes")).map_or("0", str::trim);
        Ok(old.parse::<u64>()? + new.parse::<u64>()?)
    }
}
