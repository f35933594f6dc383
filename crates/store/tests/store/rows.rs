//! What goes in comes out, and what may never happen is refused by the database itself.

use crate::support::{Fixture, START, row, submission};
use bytes::Bytes;
use runyard_store::{
    StoreError, encode, executions,
    leases::{self, StoredReport},
    transitions,
};
use runyard_types::{
    Captured, CaseReport, CgroupVersion, CompileReport, Diagnostic, ExecutionId, LimitHit, Noise, OwnerId,
    Report, RunTimes, Sandbox, SandboxMode, Severity, Signal, Status, Tier, Verdict,
};
use std::time::Duration;

/// Everything a program may write, and every field filled in.
fn full_report() -> Report {
    let hostile = Captured { bytes: Bytes::from_static(b"\0\xff\xfe\xed\xa0\x80 \xf0\x9f"), truncated: true };
    Report {
        verdict: Verdict::RuntimeError,
        limit_hit: Some(LimitHit::Output),
        message: Some("NUL \0 and \u{1f600}".to_owned()),
        version: Some("3.11".to_owned()),
        stdout: hostile.clone(),
        stderr: Captured { bytes: Bytes::from(vec![0; 300_000]), truncated: false },
        exit_code: None,
        signal: Signal::from_number(11),
        wall_time: Some(Duration::from_micros(1234)),
        cpu_time: Some(Duration::from_secs(2)),
        memory_bytes: Some(u64::MAX),
        compile: Some(CompileReport {
            stdout: hostile.clone(),
            exit_code: Some(0),
            ..CompileReport::default()
        }),
        diagnostics: vec![Diagnostic {
            file: "main.py".to_owned(),
            line: 1,
            column: None,
            severity: Severity::Error,
            message: "no".to_owned(),
            hint: None,
        }],
        cases: vec![CaseReport {
            index: 0,
            verdict: Verdict::Accepted,
            limit_hit: None,
            stdout: hostile.clone(),
            stderr: hostile,
            exit_code: Some(0),
            signal: None,
            wall_time: Duration::from_millis(1),
            cpu_time: Duration::ZERO,
            memory_bytes: 1,
        }],
        cached: false,
        sandbox: Some(Sandbox {
            protections: vec!["seccomp".to_owned()],
            tier: Tier::Native,
            mode: SandboxMode::Rootless,
            cgroup: CgroupVersion::V2,
        }),
        noise: Some(Noise {
            throttled_time: Duration::from_micros(3),
            involuntary_switches: Some(u64::MAX),
            disturbed: true,
            repeats: vec![RunTimes { cpu_time: Duration::from_micros(1), wall_time: Duration::ZERO }],
            ..Noise::default()
        }),
    }
}

#[tokio::test]
async fn any_bytes_survive() {
    let fixture = Fixture::new().await;
    let stdin: Vec<u8> = (0..=255).collect();
    let mut row = row(OwnerId::new());
    let id = row.id;
    row.submission = encode("submission", &submission(&stdin)).unwrap();
    fixture.insert(row).await;
    let mut db = fixture.store.read().await.unwrap();
    assert_eq!(executions::submission(&mut db, id).await.unwrap().unwrap(), submission(&stdin));

    let fence = fixture.claim().await.unwrap();
    assert!(fixture.finish(fence, full_report()).await.unwrap());
    let stored = executions::get(&mut db, id).await.unwrap().unwrap();
    assert_eq!(stored.record.report, Some(full_report()));
    assert_eq!((stored.record.status, stored.epoch, stored.last_event_seq), (Status::Failed, 1, 7));
}

#[tokio::test]
async fn an_unknown_execution_is_nothing() {
    let fixture = Fixture::new().await;
    let mut db = fixture.store.read().await.unwrap();
    assert_eq!(executions::get(&mut db, ExecutionId::new()).await.unwrap(), None);
    assert_eq!(executions::submission(&mut db, ExecutionId::new()).await.unwrap(), None);
    assert_eq!(transitions::of(&mut db, ExecutionId::new()).await.unwrap(), []);
}

#[tokio::test]
async fn every_change_of_status_is_logged_once() {
    let fixture = Fixture::new().await;
    let id = fixture.ended(OwnerId::new()).await;
    let mut db = fixture.store.read().await.unwrap();
    let path: Vec<_> = transitions::of(&mut db, id)
        .await
        .unwrap()
        .into_iter()
        .map(|step| (step.seq, step.from, step.to, step.attempt))
        .collect();
    assert_eq!(
        path,
        [
            (1, None, Status::Queued, 0),
            (2, Some(Status::Queued), Status::Running, 1),
            (3, Some(Status::Running), Status::Completed, 1),
        ]
    );
    assert_eq!(transitions::unsettled(&mut db).await.unwrap(), []);
}

#[tokio::test]
async fn an_old_fence_changes_nothing() {
    let fixture = Fixture::new().await;
    fixture.insert(row(OwnerId::new())).await;
    let first = fixture.claim().await.unwrap();
    let requeued = fixture
        .store
        .write(move |db| Box::pin(async move { leases::requeue(db, first, 1, START, START).await }))
        .await
        .unwrap();
    assert!(requeued);
    let second = fixture.claim().await.unwrap();
    assert_eq!((second.id, second.epoch), (first.id, 2));

    assert!(!fixture.finish(first, Report::bare(Verdict::Ok, "late")).await.unwrap());
    let (extended, requeued) = fixture
        .store
        .write(move |db| {
            Box::pin(async move {
                Ok((
                    leases::extend(db, first, START).await?,
                    leases::requeue(db, first, 0, START, START).await?,
                ))
            })
        })
        .await
        .unwrap();
    assert_eq!((extended, requeued), (None, false));
    assert!(fixture.finish(second, Report::bare(Verdict::Ok, "in time")).await.unwrap());
    assert!(!fixture.finish(second, Report::bare(Verdict::Ok, "twice")).await.unwrap());
}

/// The database refuses what no statement of ours says.
#[tokio::test]
async fn the_database_itself_refuses_a_second_end() {
    let fixture = Fixture::new().await;
    fixture.ended(OwnerId::new()).await;
    fixture.insert(row(OwnerId::new())).await;
    for statement in [
        "UPDATE executions SET status = 'FAILED' WHERE status = 'COMPLETED'",
        "UPDATE executions SET status = 'COMPLETED' WHERE status = 'COMPLETED'",
        "UPDATE executions SET status = 'QUEUED' WHERE status = 'COMPLETED'",
        "UPDATE executions SET status = 'COMPLETED' WHERE status = 'QUEUED'",
        "UPDATE executions SET status = 'LOST'",
        "UPDATE executions SET status = 'FAILED' WHERE status = 'QUEUED'",
        "UPDATE transitions SET to_status = 'FAILED'",
        "DELETE FROM transitions",
        "DELETE FROM executions WHERE status = 'QUEUED'",
    ] {
        let refused: Result<(), StoreError> = fixture
            .store
            .write(move |db| {
                Box::pin(async move {
                    sqlx::query(statement).execute(db).await.map(drop).map_err(|source| {
                        StoreError::Statement { operation: "try what must not work", source }
                    })
                })
            })
            .await;
        assert!(refused.is_err(), "{statement}");
    }
    let mut db = fixture.store.read().await.unwrap();
    let counts = runyard_store::stats::read(&mut db, START).await.unwrap();
    assert_eq!((counts.waiting, counts.running, counts.completed, counts.failed), (1, 0, 1, 0));
}

#[tokio::test]
async fn an_unreadable_report_is_an_error_with_its_cause() {
    let fixture = Fixture::new().await;
    let id = fixture.ended(OwnerId::new()).await;
    fixture
        .store
        .write(|db| {
            Box::pin(async move {
                sqlx::query("UPDATE executions SET report = x'c1'")
                    .execute(db)
                    .await
                    .map(drop)
                    .map_err(|source| StoreError::Statement { operation: "damage a report", source })
            })
        })
        .await
        .unwrap();
    let mut db = fixture.store.read().await.unwrap();
    assert!(matches!(executions::get(&mut db, id).await, Err(StoreError::Decode { what: "report", .. })));
    assert!(StoredReport::new(&full_report()).is_ok());
}
