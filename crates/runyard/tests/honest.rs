//! A program that means no harm feels no jail: threads, processes, sockets on loopback, files, locks, timers, shared memory,
//! numpy, the JVM and Go work under the default limits.

use runyard_testkit::{Carrier, Hostile, Placeholders, Stage, TestServer};
use std::path::Path;

const PROGRAMS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/honest");

#[tokio::test]
async fn honest_programs_get_what_they_need() -> anyhow::Result<()> {
    // The headers of hostile programs serve as well for those that are to succeed.
    let programs = Hostile::all(Path::new(PROGRAMS))?;
    assert!(programs.len() >= 20, "only {} programs were found", programs.len());
    let server = TestServer::start(env!("CARGO_BIN_EXE_runyard"))?;
    let client = server.client()?;
    let values = Placeholders {
        canary_file: server.canary_file().display().to_string(),
        canary: server.canary().to_owned(),
        port: server.port(),
        server_pid: server.roles()?.server.pid,
    };
    let carrier = Carrier::build()?;
    let mut faults = Vec::new();
    for program in &programs {
        let record = client.run(&program.request(&values, Stage::Run, &carrier)).await?;
        let wrong = program.faults(&record, &values, Stage::Run);
        if !wrong.is_empty() {
            faults.push(format!("{}:\n    {}", program.name, wrong.join("\n    ")));
        }
    }
    assert!(faults.is_empty(), "{} programs:\n{}", faults.len(), faults.join("\n"));
    server.stop()
}
