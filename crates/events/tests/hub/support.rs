//! A hub, an attempt, and short forms of events.

use runyard_events::{Attempt, AttemptOptions, Hub, HubLimits, Publisher, Reading, Subscription};
use runyard_types::{Event, EventBody, EventId, ExecutionId, Report, Stage, Status, Stream, Verdict};
use std::sync::Arc;

pub(crate) const QUEUED: EventId = EventId { attempt: 0, seq: 1 };

pub(crate) fn hub() -> Hub {
    Hub::new(HubLimits::default())
}

pub(crate) fn begin(hub: &Hub, id: ExecutionId, attempt: u32) -> Attempt {
    hub.begin(id, attempt, AttemptOptions { output_bytes: 1024, interactive: true })
}

pub(crate) fn print(publisher: &Publisher, text: &str) {
    publisher.output(Stage::Run, Stream::Stdout, text.as_bytes());
}

pub(crate) fn report() -> Report {
    Report::bare(Verdict::Ok, "fine")
}

/// All that can be read now, in short forms.
pub(crate) fn read(subscription: &mut Subscription) -> Vec<String> {
    match subscription.read() {
        Reading::Events(events) => events.iter().map(short).collect(),
        Reading::Nothing => vec![],
        Reading::Missed => vec!["missed".to_owned()],
        Reading::Over => vec!["over".to_owned()],
    }
}

pub(crate) fn short(event: &Arc<Event>) -> String {
    let what = match &event.body {
        EventBody::Status { status: Status::Running } => "running".to_owned(),
        EventBody::Status { status } => status.to_string().to_lowercase(),
        EventBody::Stage { stage } => format!("{stage:?}"),
        EventBody::Output { data, stream, .. } => format!("{stream:?} {data}"),
        EventBody::Truncated { stream, .. } => format!("truncated {stream:?}"),
        EventBody::Snapshot { stdout, stdout_truncated, .. } => {
            format!("snapshot {} {stdout_truncated}", stdout.len())
        }
        EventBody::Restart { .. } => "restart".to_owned(),
        EventBody::Case { index, .. } => format!("case {index}"),
        EventBody::End { verdict, .. } => format!("end {verdict:?}"),
    };
    format!("{}.{} {what}", event.attempt, event.seq)
}
