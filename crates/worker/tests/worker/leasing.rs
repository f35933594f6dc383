//! Keeping leases and losing them.

use crate::{faulty::Heartbeats, support::Server};
use runyard_types::Status;
use std::time::{Duration, Instant};

const LEASE: Duration = Duration::from_millis(240);

async fn server() -> Server {
    Server::start_with(|setup| setup.options.queue.lease = LEASE).await
}

#[tokio::test]
async fn a_job_longer_than_its_lease_runs_once() {
    let server = server().await;
    let id = server.submit("open started; pass go; print done").await;
    server.gates.pass("started").await;
    // Seven thirds of a lease.
    let renewals = server.queue.renewed.acquire_many(7);
    tokio::time::timeout(Duration::from_secs(30), renewals).await.expect("it is renewed").unwrap().forget();
    server.gates.open("go");
    let record = server.ended(id).await;
    assert_eq!((record.status, record.attempts), (Status::Completed, 1));
    assert_eq!(server.path(id).await, [Status::Queued, Status::Running, Status::Completed]);
}

#[tokio::test]
async fn a_lost_lease_kills_the_program_and_its_outcome_does_not_count() {
    let server = server().await;
    let id = server.submit("open started; pass go; print done").await;
    server.gates.pass("started").await;
    server.queue.set(Heartbeats::Lose);
    server.gates.pass("gone").await;
    server.queue.set(Heartbeats::Work);
    // The lease ends in the store; the next attempt has the result.
    server.gates.pass("started").await;
    server.gates.open("go");
    let record = server.ended(id).await;
    assert_eq!((record.status, record.attempts), (Status::Completed, 2));
}

#[tokio::test]
async fn a_lease_that_cannot_be_renewed_kills_the_program_before_it_is_over() {
    for heartbeats in [Heartbeats::Fail, Heartbeats::Hang] {
        let server = server().await;
        let id = server.submit("open started; hang").await;
        server.queue.set(heartbeats);
        server.gates.pass("started").await;
        let started = Instant::now();
        server.gates.pass("gone").await;
        // Nobody else has it yet: the store has not taken it back.
        assert_eq!(server.get(id).await.attempts, 1);
        let elapsed = started.elapsed();
        assert!(elapsed >= LEASE / 2, "{heartbeats:?}: given up after {elapsed:?}");
    }
}
