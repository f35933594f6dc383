//! Tables of the kernel and of the system: mounts, groups, counters, maps of users. A container decides what some of them hold.
#![no_main]

use libfuzzer_sys::fuzz_target;
use runyard_sandbox::cgroup::{CgroupError, Layout};
use std::fs::File;

/// Control files are private: their own file is compiled into this target.
#[allow(dead_code, reason = "only reading is used")]
#[path = "../../crates/sandbox/src/cgroup/control.rs"]
mod control;

fn holding(text: &str) -> File {
    runyard_sandbox::sys::fd::sealed_memfd(c"table", text.as_bytes()).expect("a memory file").into()
}

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let mut parts = text.splitn(3, '\u{1}');
    let (mounts, own, controllers) =
        (parts.next().unwrap_or(""), parts.next().unwrap_or(""), parts.next().unwrap_or(""));
    let _ = Layout::from_tables(mounts, own, |_| controllers.to_owned());
    let control = control::Control::new(holding(&text), "table");
    let _ = (control.read(), control.number(), control.keyed("oom_kill"), control.pids());
});
