//! The seccomp profile of containers is as its readable sources say.

use runyard_testkit::acceptance;
use std::process::Command;

#[test]
fn the_seccomp_profile_is_fresh() {
    let script = acceptance::root().join("deploy/container/make-seccomp");
    let said = Command::new(script).arg("--check").output().unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
}
