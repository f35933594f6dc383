//! Dead letters.

use super::{
    Factory,
    support::{POLICY, claim, claimed, failure, worker},
};
use crate::{QueuePolicy, Replay};
use runyard_types::{ExecutionId, Status};

/// Inspect, then replay: a new execution of the same submission, once.
pub async fn a_dead_letter_shows_its_evidence_and_is_replayed_once(factory: &dyn Factory) {
    let backend = factory.make(QueuePolicy { max_attempts: 1, ..POLICY }).await;
    let queue = backend.queue();
    let held = claimed(&queue).await;
    let id = held.lease.execution;
    queue.fail(held.lease, failure(), 1).await.unwrap();

    let letters = queue.dead_letters(10).await.unwrap();
    let [letter] = letters.as_slice() else { panic!("{letters:?}") };
    assert_eq!((letter.execution, letter.owner, letter.replayed_as), (id, held.owner, None));
    let [evidence] = letter.failures.as_slice() else { panic!("{letter:?}") };
    assert_eq!((evidence.epoch, evidence.kind.as_str()), (1, "engine"));
    assert!(evidence.detail.starts_with("no slot"));
    assert_eq!(evidence.worker.as_deref(), Some(worker().as_str()));

    let Replay::Replayed(copy) = queue.replay(id).await.unwrap() else { panic!("it was dead") };
    assert_ne!(copy, id);
    assert_eq!(queue.replay(id).await.unwrap(), Replay::Already(copy));
    assert_eq!(queue.dead_letter(id).await.unwrap().unwrap().replayed_as, Some(copy));
    assert_eq!(backend.recorded(id).await.unwrap().0, Status::Failed, "the first one stays as it ended");
    let again = claim(&queue).await.unwrap();
    assert_eq!((again.lease.execution, again.attempts), (copy, 1));
    assert_eq!((again.owner, &again.submission), (held.owner, &held.submission));
    assert_eq!(queue.replay(ExecutionId::new()).await.unwrap(), Replay::NotFound);
    assert_eq!(queue.replay(copy).await.unwrap(), Replay::NotFound);
}
