//! From clients to the program.

use crate::support::{begin, hub, report};
use runyard_events::{Attempt, AttemptOptions, Command, Undelivered};
use runyard_types::{ExecutionId, Signal};

fn stdin(text: &'static str) -> Command {
    Command::Stdin(text.as_bytes().into())
}

#[tokio::test]
async fn commands_arrive_in_order_while_the_program_runs() {
    let (hub, id) = (hub(), ExecutionId::new());
    assert_eq!(hub.send(id, Command::Eof), Err(Undelivered::NotRunning));
    let Attempt { publisher, mut commands, .. } = begin(&hub, id, 1);
    hub.send(id, stdin("a")).unwrap();
    hub.send(id, Command::Resize { columns: 80, rows: 24 }).unwrap();
    hub.send(id, Command::Eof).unwrap();
    assert_eq!(commands.recv().await, Some(stdin("a")));
    assert_eq!(commands.recv().await, Some(Command::Resize { columns: 80, rows: 24 }));
    assert_eq!(commands.recv().await, Some(Command::Eof));
    publisher.end(&report());
    assert_eq!(hub.send(id, stdin("late")), Err(Undelivered::NotRunning));
    assert_eq!(commands.recv().await, None);
}

#[tokio::test]
async fn a_program_that_does_not_listen_pushes_back() {
    let (hub, id) = (hub(), ExecutionId::new());
    let Attempt { publisher: _publisher, mut commands, cancelled, .. } = begin(&hub, id, 1);
    let sent = (0..1000).take_while(|_| hub.send(id, stdin("x")).is_ok()).count();
    assert_eq!(sent, 64);
    assert_eq!(hub.send(id, stdin("x")), Err(Undelivered::Backpressure));
    // A cancel gets through all the same.
    hub.cancel(id, 1);
    assert!(cancelled.is_cancelled());
    commands.recv().await;
    hub.send(id, stdin("x")).unwrap();
}

#[tokio::test]
async fn a_program_without_a_terminal_takes_signals_only() {
    let (hub, id) = (hub(), ExecutionId::new());
    let attempt = hub.begin(id, 1, AttemptOptions { output_bytes: 1024, interactive: false });
    for command in [stdin("x"), Command::Eof, Command::Resize { columns: 1, rows: 1 }] {
        assert_eq!(hub.send(id, command), Err(Undelivered::NotInteractive));
    }
    hub.send(id, Command::Signal(Signal::from_number(2).unwrap())).unwrap();
    drop(attempt);
    assert_eq!(hub.send(id, Command::Eof), Err(Undelivered::NotRunning));
}

#[tokio::test]
async fn a_cancel_that_comes_before_the_attempt_begins_is_kept_for_it() {
    let (hub, id) = (hub(), ExecutionId::new());
    hub.cancel(id, 1);
    assert!(begin(&hub, id, 1).cancelled.is_cancelled());
    // It was meant for that attempt.
    assert!(!begin(&hub, id, 2).cancelled.is_cancelled());
    hub.cancel(id, 1);
    assert!(!begin(&hub, id, 3).cancelled.is_cancelled());
}
