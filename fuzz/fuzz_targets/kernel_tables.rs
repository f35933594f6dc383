//! Tables of the kernel and of the system: mounts, groups, counters, users and maps of them. A container decides what some of them hold.
#![no_main]

use libfuzzer_sys::fuzz_target;
use runyard_sandbox::cgroup::{CgroupError, Layout};
use std::fs::File;

/// The same.
#[allow(dead_code, reason = "compiled as it is")]
#[path = "../../crates/runyard/src/accounts.rs"]
mod accounts;
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
    for extent in runyard_sandbox::sys::user_namespace::extents(&text) {
        let line = format!("{} {} {}\n", extent.inside, extent.outside, extent.count);
        assert_eq!(
            runyard_sandbox::sys::user_namespace::extents(&line),
            [extent],
            "it is read as it is written"
        );
    }
    for (name, uid, _) in accounts::users(&text) {
        let _ = accounts::first_range(controllers, &name, uid);
    }
    let _ = accounts::after_all_ranges(&text);
    let _ = (control.read(), control.number(), control.keyed("oom_kill"), control.pids());
});
