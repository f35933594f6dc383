//! The programs that people watch.

use runyard_testkit::Client;
use serde_json::json;

/// Longer than anything is measured: the lecture is over when it is cancelled.
const LECTURE_MS: u64 = 3_600_000;

/// Prints the number of the line and the time, once a second.
const TALKING: &str = "import itertools, time\nfor number in itertools.count():\n    print(f\"{number} {time.time()}\", flush=True)\n    time.sleep(1)\n";

/// Waits.
const WAITING: &str = "import time\ntime.sleep(3600)\n";

/// What people watch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lecture {
    /// It prints a line a second.
    Talking,
    /// It waits.
    Waiting,
}

impl Lecture {
    /// How many run. Together they leave most of a server's sixteen slots to everybody's own programs.
    pub(crate) fn halls(self) -> usize {
        match self {
            Self::Talking => 4,
            Self::Waiting => 2,
        }
    }

    /// Submits one, and says its id.
    pub(crate) async fn begin(self, client: &Client) -> anyhow::Result<String> {
        let source = match self {
            Self::Talking => TALKING,
            Self::Waiting => WAITING,
        };
        // An hour of lines is more than the default keeps.
        let limits = json!({"wall_time_ms": LECTURE_MS, "output_bytes": 1 << 20});
        let submission = json!({"language": "python", "source": source, "limits": limits, "cache": false});
        client.submit(&submission).await
    }
}
