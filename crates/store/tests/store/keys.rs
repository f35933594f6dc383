//! Idempotency keys.

use crate::support::{Fixture, START, row};
use runyard_store::{
    Direct, Timestamp,
    idempotency::{self, KeyedExecution},
};
use runyard_types::OwnerId;
use std::time::Duration;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

#[tokio::test]
async fn a_key_is_free_again_after_its_time() {
    let fixture = Fixture::new().await;
    let (owner, other) = (OwnerId::new(), OwnerId::new());
    let (first, second) = (row(owner), row(owner));
    let value = |execution| KeyedExecution { fingerprint: [7; 32], execution };
    let (first, second) = {
        let values = (value(first.id), value(second.id));
        fixture.insert(first).await;
        fixture.insert(second).await;
        values
    };
    let bind = async |value: KeyedExecution, now: Timestamp| {
        fixture
            .store
            .write_direct(0, move |db| db.bind_key(owner, "key", &value, now, now.minus(DAY)))
            .await
            .unwrap()
    };
    let find = async |owner, now: Timestamp| {
        let find = move |db: &mut Direct| db.find_key(owner, "key", now.minus(DAY));
        fixture.store.write_direct(0, find).await.unwrap()
    };
    assert!(bind(first, START).await);
    assert!(!bind(second, START.plus(DAY - Duration::from_secs(1))).await);
    assert_eq!(find(owner, START).await, Some(first));
    assert_eq!(find(other, START).await, None, "a key is its owner's");
    let later = START.plus(DAY);
    assert_eq!(find(owner, later).await, None);
    assert!(bind(second, later).await);
    assert_eq!(find(owner, later).await, Some(second));

    let forget = async |now: Timestamp| {
        fixture
            .store
            .write(move |db| Box::pin(async move { idempotency::forget(db, now.minus(DAY), 10).await }))
            .await
            .unwrap()
    };
    assert_eq!(forget(later).await, 0);
    assert_eq!(forget(later.plus(DAY)).await, 1);
}
