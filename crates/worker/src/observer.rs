//! What the engine sees goes to the watchers; what it says about the CPU goes to the permits.

use crate::permits::Permit;
use runyard_engine::{Activity, Observer};
use runyard_events::Publisher;
use runyard_types::{CaseReport, Stage, Stream};

/// The observer of one job.
pub(crate) struct JobObserver<'a> {
    pub(crate) publisher: &'a Publisher,
    pub(crate) permit: &'a Permit,
}

impl Observer for JobObserver<'_> {
    fn stage(&self, stage: Stage) {
        self.publisher.stage(stage);
    }

    fn output(&self, stage: Stage, stream: Stream, bytes: &[u8]) {
        self.publisher.output(stage, stream, bytes);
    }

    fn truncated(&self, stage: Stage, stream: Stream, limit: u64) {
        self.publisher.truncated(stage, stream, limit);
    }

    fn case(&self, case: &CaseReport, total: u32) {
        self.publisher.case(case, total);
    }

    fn activity(&self, activity: Activity) {
        match activity {
            Activity::Idle => self.permit.idle(),
            Activity::Busy => self.permit.busy(),
        }
    }
}
