//! Lists by owner, newest first, page by page.

use crate::support::{Fixture, row};
use runyard_store::{ListFilter, executions};
use runyard_types::{ExecutionId, OwnerId, SessionId, Status};

async fn ids(fixture: &Fixture, owner: OwnerId, filter: &ListFilter, limit: u32) -> Vec<Vec<ExecutionId>> {
    let mut db = fixture.store.read().await.unwrap();
    let (mut pages, mut cursor) = (Vec::new(), None);
    loop {
        let page = executions::list(&mut db, owner, filter, cursor, limit).await.unwrap();
        pages.push(page.items.iter().map(|record| record.id).collect());
        match page.next {
            Some(next) => cursor = Some(next.to_string().parse().unwrap()),
            None => return pages,
        }
    }
}

#[tokio::test]
async fn pages_go_from_the_newest_to_the_oldest_and_belong_to_one_owner() {
    let fixture = Fixture::new().await;
    let (owner, other) = (OwnerId::new(), OwnerId::new());
    let mut expected = Vec::new();
    for _ in 0..5 {
        let row = row(owner);
        expected.insert(0, row.id);
        fixture.insert(row).await;
        fixture.insert(crate::support::row(other)).await;
    }
    let pages = ids(&fixture, owner, &ListFilter::default(), 2).await;
    assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [2, 2, 1]);
    assert_eq!(pages.concat(), expected);
    assert_eq!(ids(&fixture, owner, &ListFilter::default(), 5).await, [expected]);
    assert_eq!(ids(&fixture, OwnerId::new(), &ListFilter::default(), 5).await, [[]]);
}

#[tokio::test]
async fn filters_combine() {
    let fixture = Fixture::new().await;
    let (owner, session) = (OwnerId::new(), SessionId::new());
    let ended = fixture.ended(owner).await;
    let mut in_session = row(owner);
    in_session.session = Some(session);
    in_session.language = "c".to_owned();
    let waiting = in_session.id;
    fixture.insert(in_session).await;
    let filter = |status, language: Option<&str>, session| ListFilter {
        status,
        language: language.map(str::to_owned),
        session,
        action: None,
    };
    for (filter, expected) in [
        (filter(Some(Status::Completed), None, None), vec![ended]),
        (filter(Some(Status::Queued), None, None), vec![waiting]),
        (filter(None, Some("python"), None), vec![ended]),
        (filter(None, None, Some(session)), vec![waiting]),
        (filter(None, Some("python"), Some(session)), vec![]),
        (filter(Some(Status::Queued), Some("c"), Some(session)), vec![waiting]),
        (filter(None, None, Some(SessionId::new())), vec![]),
    ] {
        assert_eq!(ids(&fixture, owner, &filter, 10).await.concat(), expected, "{filter:?}");
    }
}

#[tokio::test]
async fn the_position_is_the_order_of_the_claim() {
    let fixture = Fixture::new().await;
    let owner = OwnerId::new();
    let mut expected = Vec::new();
    for (priority, ahead) in [(5, 0), (0, 1), (9, 0), (5, 2)] {
        let mut row = row(owner);
        row.priority = priority;
        expected.push(row.id);
        assert_eq!(fixture.insert(row).await, Some(ahead));
    }
    let order = [expected[2], expected[0], expected[3], expected[1]];
    let mut db = fixture.store.read().await.unwrap();
    for (position, id) in (1..).zip(order) {
        let record = executions::get(&mut db, id).await.unwrap().unwrap().record;
        assert_eq!(record.queue_position, Some(position));
    }
    for id in order {
        assert_eq!(fixture.claim().await.unwrap().id, id);
        assert_eq!(executions::get(&mut db, id).await.unwrap().unwrap().record.queue_position, None);
    }
    assert_eq!(fixture.claim().await, None);
}
