//! What a report says beside the program's own result.

use crate::harness::{case, execute, program, with_engine};
use runyard_sandbox::config::Protection;
use runyard_types::{CgroupVersion, SandboxMode, Submission, Tier, Verdict};

#[test]
fn every_report_names_what_it_ran_in() {
    with_engine(|engine, _| async move {
        let judged = Submission { cases: vec![case("", "1")], ..program("python", "print(1)") };
        for (submission, verdict) in [
            (program("python", "print(1)"), Verdict::Ok),
            (program("c", "int main(void) { return x; }"), Verdict::CompileError),
            (judged, Verdict::Accepted),
        ] {
            let report = execute(&engine, &submission).await;
            assert_eq!(report.verdict, verdict);
            let sandbox = report.sandbox.expect("it ran");
            let needed: Vec<_> = Protection::ALL.iter().filter(|p| !p.is_optional()).collect();
            for protection in needed {
                assert!(sandbox.protections.iter().any(|name| name == protection.name()), "{sandbox:?}");
            }
            assert_eq!((sandbox.tier, sandbox.mode), (Tier::Native, SandboxMode::Root));
            // Where the memory controller has a mount of its own, it is of version 1.
            let v1 = std::path::Path::new("/sys/fs/cgroup/memory").is_dir();
            assert_eq!(sandbox.cgroup, if v1 { CgroupVersion::V1 } else { CgroupVersion::V2 });
        }
    });
}
