//! Where a reader of live events says that it stopped (Last-Event-ID): it reads on from there in order, or gets everything kept.
//!
//! The input is that id, a line break, and what the program writes: each line at once, before or after the reader comes.
#![no_main]

use libfuzzer_sys::fuzz_target;
use runyard_events::{AttemptOptions, Hub, HubLimits, Reading, Subscription};
use runyard_types::{EventBody, EventId, ExecutionId, Stage, Stream};

/// Small, so that old events leave.
const OUTPUT_BYTES: u64 = 64;
/// What a reader who has seen nothing gives.
const QUEUED: EventId = EventId { attempt: 0, seq: 1 };

fuzz_target!(|data: &[u8]| {
    let [when, data @ ..] = data else { return };
    let mut lines = data.split(|byte| *byte == b'\n');
    let Some(Ok(text)) = lines.next().map(std::str::from_utf8) else { return };
    let Ok(seen) = text.parse::<EventId>() else { return };
    assert_eq!(seen.to_string().parse(), Ok(seen), "it is read as it is written");

    let (hub, id) = (Hub::new(HubLimits::default()), ExecutionId::new());
    let begin =
        |attempt| hub.begin(id, attempt, AttemptOptions { output_bytes: OUTPUT_BYTES, interactive: false });
    let mut attempt = begin(1);
    let (mut faithful, mut resumed) = (Reader::new(&hub, id, QUEUED), None);
    for (number, line) in lines.take(64).enumerate() {
        if number == usize::from(*when % 16) {
            resumed = Some(Reader::new(&hub, id, seen));
        }
        match line {
            // The worker was lost: what was said is void.
            b"again" => {
                attempt.publisher.requeued();
                attempt = begin(2);
            }
            line => attempt.publisher.output(Stage::Run, Stream::Stdout, line),
        }
        faithful.read();
        resumed.iter_mut().for_each(Reader::read);
    }
    Reader::new(&hub, id, seen).read();
});

/// Somebody who reads everything that comes.
struct Reader {
    subscription: Subscription,
    seen: EventId,
}

impl Reader {
    fn new(hub: &Hub, id: ExecutionId, seen: EventId) -> Self {
        Self { subscription: hub.subscribe(id, seen), seen }
    }

    /// What there is now comes in order, and after what was seen unless everything comes again.
    fn read(&mut self) {
        let Reading::Events(events) = self.subscription.read() else { return };
        let ids: Vec<EventId> =
            events.iter().map(|event| EventId { attempt: event.attempt, seq: event.seq }).collect();
        let again = events.iter().any(|event| matches!(event.body, EventBody::Snapshot { .. }));
        assert!(
            ids.is_sorted() && (again || ids.first() > Some(&self.seen)),
            "{} was seen, {ids:?} comes",
            self.seen
        );
        assert!(matches!(self.subscription.read(), Reading::Nothing), "it was all there is");
        self.seen = ids.last().copied().unwrap_or(self.seen);
    }
}
