//! Into the queue and out of it.

use super::{
    Factory,
    support::{POLICY, claim, enqueue, job, keyed, path, report, woken, worker},
};
use crate::{Enqueued, NewJob, QueuePolicy};
use runyard_types::{OwnerId, Status};
use std::{
    collections::HashSet,
    sync::Arc,
    task::{Context, Waker},
    time::Duration,
};
use tokio::task::JoinSet;

/// Priority first, then age, then order of acceptance.
pub async fn jobs_come_out_by_priority_then_by_age(factory: &dyn Factory) {
    let backend = factory.make(POLICY).await;
    let queue = backend.queue();
    let mut jobs = Vec::new();
    for (priority, ahead) in [(5, 0), (0, 1), (9, 0), (5, 2), (9, 1)] {
        let job = job(priority);
        jobs.push(job.id);
        let outcome = queue.enqueue(job).await.unwrap();
        assert!(matches!(outcome, Enqueued::Accepted { ahead: found, .. } if found == ahead), "{outcome:?}");
        backend.advance(Duration::from_millis(1));
    }
    for expected in [2, 4, 0, 3, 1] {
        assert_eq!(claim(&queue).await.unwrap().lease.execution, jobs[expected]);
    }
    assert!(claim(&queue).await.is_none());
}

/// However much one owner asks for, another waits for one job of his, not for all of them.
pub async fn a_flood_of_one_owner_keeps_nobody_waiting(factory: &dyn Factory) {
    let backend = factory.make(POLICY).await;
    let queue = backend.queue();
    let [flood, second, third] = [OwnerId::new(), OwnerId::new(), OwnerId::new()];
    let of = |owner| NewJob { owner, ..job(5) };
    let next = async || claim(&queue).await.unwrap().owner;
    let mut flooded = Vec::new();
    for _ in 0..100 {
        flooded.push(enqueue(&queue, of(flood)).await);
        backend.advance(Duration::from_millis(1));
    }
    for expected in &flooded[..10] {
        assert_eq!(claim(&queue).await.unwrap().lease.execution, *expected, "alone, the owner has all turns");
    }
    for owner in [second, second, third] {
        enqueue(&queue, of(owner)).await;
        backend.advance(Duration::from_millis(1));
    }
    let mut turns = Vec::new();
    for _ in 0..6 {
        turns.push(next().await);
    }
    assert_eq!(turns, [flood, second, third, flood, second, flood]);
    // Priority still comes first.
    enqueue(&queue, NewJob { owner: flood, ..job(9) }).await;
    enqueue(&queue, of(third)).await;
    assert_eq!([next().await, next().await, next().await], [flood, flood, third]);
}

/// Submission, owner and counts.
pub async fn a_job_comes_out_as_it_went_in(factory: &dyn Factory) {
    let backend = factory.make(POLICY).await;
    let queue = backend.queue();
    let job = job(3);
    enqueue(&queue, job.clone()).await;
    let claim = claim(&queue).await.unwrap();
    assert_eq!((claim.lease.execution, claim.owner, claim.attempts), (job.id, job.owner, 1));
    assert_eq!(claim.submission, job.submission);
    assert_eq!(claim.lease_for, POLICY.lease);
}

/// Many workers, each job once.
pub async fn a_claim_is_exclusive(factory: &dyn Factory) {
    let backend = factory.make(POLICY).await;
    let queue = backend.queue();
    let mut expected = HashSet::new();
    for _ in 0..50 {
        expected.insert(enqueue(&queue, job(5)).await);
    }
    let mut claims = JoinSet::new();
    for _ in 0..80 {
        let queue = Arc::clone(&queue);
        claims.spawn(async move { queue.claim(&worker()).await.unwrap().map(|claim| claim.lease.execution) });
    }
    let claimed: Vec<_> = claims.join_all().await.into_iter().flatten().collect();
    assert_eq!(claimed.len(), 50);
    assert_eq!(claimed.into_iter().collect::<HashSet<_>>(), expected);
}

/// The depth counts what waits; a claim makes room.
pub async fn a_full_queue_refuses_and_recovers(factory: &dyn Factory) {
    let backend = factory.make(QueuePolicy { max_depth: 2, ..POLICY }).await;
    let queue = backend.queue();
    let owner = OwnerId::new();
    let first = enqueue(&queue, keyed(owner, 1)).await;
    enqueue(&queue, job(5)).await;
    let refused = NewJob { key: keyed(OwnerId::new(), 2).key, ..job(9) };
    assert_eq!(queue.enqueue(refused.clone()).await.unwrap(), Enqueued::Full);
    // A repeat asks for nothing new.
    assert_eq!(queue.enqueue(keyed(owner, 1)).await.unwrap(), Enqueued::Repeated(first));
    claim(&queue).await.unwrap();
    // Nothing of the refused job was kept: its key is free.
    enqueue(&queue, refused).await;
    assert_eq!(queue.enqueue(job(9)).await.unwrap(), Enqueued::Full);
}

/// Same key and request: the first job. Same key, other request: a conflict. Other owner: another key.
pub async fn a_repeated_request_finds_the_first_job(factory: &dyn Factory) {
    let backend = factory.make(POLICY).await;
    let queue = backend.queue();
    let (owner, other) = (OwnerId::new(), OwnerId::new());
    let first = enqueue(&queue, keyed(owner, 1)).await;
    assert_eq!(queue.enqueue(keyed(owner, 1)).await.unwrap(), Enqueued::Repeated(first));
    assert_eq!(queue.enqueue(keyed(owner, 2)).await.unwrap(), Enqueued::KeyConflict);
    enqueue(&queue, keyed(other, 2)).await;
    let lease = claim(&queue).await.unwrap().lease;
    assert!(queue.complete(lease, report(), 1).await.unwrap().is_some());
    assert_eq!(
        queue.enqueue(keyed(owner, 1)).await.unwrap(),
        Enqueued::Repeated(first),
        "also when it has ended"
    );
    let queue = backend.restart().await;
    assert_eq!(
        queue.enqueue(keyed(owner, 1)).await.unwrap(),
        Enqueued::Repeated(first),
        "also after a restart"
    );
}

/// The race that matters: retries of an impatient client.
pub async fn a_hundred_identical_requests_at_once_make_one_job(factory: &dyn Factory) {
    let backend = factory.make(POLICY).await;
    let queue = backend.queue();
    let owner = OwnerId::new();
    let mut requests = JoinSet::new();
    for _ in 0..100 {
        let queue = Arc::clone(&queue);
        requests.spawn(async move {
            let job = keyed(owner, 1);
            let id = job.id;
            match queue.enqueue(job).await.unwrap() {
                Enqueued::Accepted { .. } => (id, true),
                Enqueued::Repeated(first) => (first, false),
                refused => panic!("{refused:?}"),
            }
        });
    }
    let answers = requests.join_all().await;
    assert_eq!(answers.iter().filter(|(_, new)| *new).count(), 1);
    assert_eq!(answers.iter().map(|(id, _)| id).collect::<HashSet<_>>().len(), 1);
    assert!(claim(&queue).await.is_some());
    assert!(claim(&queue).await.is_none());
}

/// Keys are kept for a day.
pub async fn a_key_is_free_again_after_a_day(factory: &dyn Factory) {
    let backend = factory.make(POLICY).await;
    let queue = backend.queue();
    let owner = OwnerId::new();
    let first = enqueue(&queue, keyed(owner, 1)).await;
    backend.advance(POLICY.keep_keys - Duration::from_secs(1));
    assert_eq!(queue.enqueue(keyed(owner, 1)).await.unwrap(), Enqueued::Repeated(first));
    backend.advance(Duration::from_secs(1));
    let second = enqueue(&queue, keyed(owner, 2)).await;
    assert_eq!(queue.enqueue(keyed(owner, 2)).await.unwrap(), Enqueued::Repeated(second));
}

/// Nobody polls.
pub async fn a_submission_wakes_a_waiting_worker(factory: &dyn Factory) {
    let backend = factory.make(POLICY).await;
    let queue = backend.queue();
    let mut wakeups = queue.wakeups();
    wakeups.mark_seen();
    assert!(claim(&queue).await.is_none());
    // Between the look and the wait: must not be missed.
    enqueue(&queue, job(5)).await;
    woken(&mut wakeups).await;
    assert!(claim(&queue).await.is_some());
}

/// Whoever stands by is given the next job as it is accepted, once, and nobody else is woken.
pub async fn a_worker_that_stands_by_is_given_the_next_job(factory: &dyn Factory) {
    let backend = factory.make(POLICY).await;
    let queue = backend.queue();
    let owner = OwnerId::new();
    for job in [job(5), keyed(owner, 1)] {
        let mut wakeups = queue.wakeups();
        wakeups.mark_seen();
        let mut standing = queue.stand_by(&worker(), Box::new(|| true));
        let id = enqueue(&queue, job).await;
        let given = queue.open(standing.given().await.unwrap()).await.unwrap().unwrap();
        assert_eq!((given.lease.execution, given.lease.epoch, given.attempts), (id, 1, 1));
        assert!(!wakeups.is_changed());
        assert!(claim(&queue).await.is_none());
        assert_eq!(path(&*backend, id).await, [Status::Queued, Status::Running]);
        assert!(standing.withdraw().await.is_none());
        assert!(queue.complete(given.lease, report(), 1).await.unwrap().is_some());
    }
    // What is not accepted is nobody's, and whoever stood by hears that nothing came of it.
    let mut standing = queue.stand_by(&worker(), Box::new(|| true));
    assert!(matches!(queue.enqueue(keyed(owner, 1)).await.unwrap(), Enqueued::Repeated(_)));
    assert!(standing.given().await.is_none());
}

/// Standing by is no way past the order, nor past jobs that cannot be read.
pub async fn a_worker_that_stands_by_is_given_what_it_would_claim(factory: &dyn Factory) {
    let backend = factory.make(POLICY).await;
    let queue = backend.queue();
    for damaged in [false, true] {
        let first = enqueue(&queue, job(9)).await;
        if damaged {
            backend.damage(first).await.unwrap();
        }
        let mut wakeups = queue.wakeups();
        wakeups.mark_seen();
        let mut standing = queue.stand_by(&worker(), Box::new(|| true));
        let second = enqueue(&queue, job(5)).await;
        woken(&mut wakeups).await;
        let given = queue.open(standing.given().await.unwrap()).await.unwrap();
        assert_eq!(given.map(|claim| claim.lease.execution), (!damaged).then_some(first));
        assert_eq!(claim(&queue).await.unwrap().lease.execution, second);
        let (status, _) = backend.recorded(first).await.unwrap();
        assert_eq!(status, if damaged { Status::Failed } else { Status::Running });
    }
}

/// Who has no room, or has gone, loses no job.
pub async fn a_job_for_nobody_that_stands_by_wakes_the_others(factory: &dyn Factory) {
    let backend = factory.make(POLICY).await;
    let queue = backend.queue();
    let mut wakeups = queue.wakeups();

    wakeups.mark_seen();
    let mut without_room = queue.stand_by(&worker(), Box::new(|| false));
    let mut with_room = queue.stand_by(&worker(), Box::new(|| true));
    let id = enqueue(&queue, job(5)).await;
    assert!(without_room.given().await.is_none());
    let given = queue.open(with_room.given().await.unwrap()).await.unwrap().unwrap();
    assert_eq!(given.lease.execution, id);

    assert!(queue.stand_by(&worker(), Box::new(|| true)).withdraw().await.is_none());
    drop(queue.stand_by(&worker(), Box::new(|| true)));
    wakeups.mark_seen();
    let id = enqueue(&queue, job(5)).await;
    woken(&mut wakeups).await;
    assert_eq!(claim(&queue).await.unwrap().lease.execution, id);

    // Given in the very moment in which it gives up.
    let standing = queue.stand_by(&worker(), Box::new(|| true));
    let id = enqueue(&queue, job(5)).await;
    let given = queue.open(standing.withdraw().await.unwrap()).await.unwrap().unwrap();
    assert_eq!(given.lease.execution, id);
}

/// Who stops waiting once the store has its job takes nothing away from whoever stands by.
pub async fn a_job_whose_submitter_is_gone_is_given_all_the_same(factory: &dyn Factory) {
    let backend = factory.make(POLICY).await;
    let queue = backend.queue();
    for job in [job(5), keyed(OwnerId::new(), 1)] {
        let mut standing = queue.stand_by(&worker(), Box::new(|| true));
        let id = job.id;
        {
            let accepting = std::pin::pin!(queue.enqueue(job));
            let mut context = Context::from_waker(Waker::noop());
            // It hands the job to the store, which has hardly answered yet. Where it has, this is the case of every other test.
            let _ = accepting.poll(&mut context);
        }
        let given = queue.open(standing.given().await.unwrap()).await.unwrap().unwrap();
        assert_eq!(given.lease.execution, id);
    }
}
