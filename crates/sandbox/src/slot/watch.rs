//! Deciding when a stage has had enough: pure arithmetic over what the keeper reads.

use crate::protocol::{Killed, StageLimits};
use std::time::Duration;

/// How often activity is looked at, at least.
const SAMPLE: Duration = Duration::from_millis(100);
/// Samples in a row without activity before a stage counts as idle: together the 200 ms after which it gives its turn back.
const IDLE_SAMPLES: u32 = 2;
/// CPU time in one sample below which nothing really happened.
const IDLE_CPU: Duration = Duration::from_millis(2);
/// Never look again sooner than this at a CPU limit that is almost reached.
const CLOSEST_LOOK: Duration = Duration::from_millis(2);

/// A change the server is told about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    Idle,
    Busy,
}

/// Follows one running stage.
#[derive(Debug)]
pub(super) struct Watch {
    wall_limit: Duration,
    cpu_limit: Duration,
    millicores: u32,
    sampled_at: Duration,
    sampled_cpu: Duration,
    quiet_samples: u32,
    idle: bool,
}

impl Watch {
    pub(super) fn new(limits: &StageLimits) -> Self {
        Self {
            wall_limit: Duration::from_micros(limits.wall_time_us),
            cpu_limit: Duration::from_micros(limits.cpu_time_us),
            millicores: limits.cpu_millicores.max(1),
            sampled_at: Duration::ZERO,
            sampled_cpu: Duration::ZERO,
            quiet_samples: 0,
            idle: false,
        }
    }

    /// Which limit is reached, if any.
    pub(super) fn limit_reached(&self, elapsed: Duration, cpu: Duration) -> Option<Killed> {
        if cpu >= self.cpu_limit {
            Some(Killed::CpuTime)
        } else if elapsed >= self.wall_limit {
            Some(Killed::WallTime)
        } else {
            None
        }
    }

    /// Takes a sample when one is due.
    pub(super) fn sample(&mut self, elapsed: Duration, cpu: Duration) -> Option<Change> {
        let since = elapsed.saturating_sub(self.sampled_at);
        let used = cpu.saturating_sub(self.sampled_cpu);
        let active = used >= IDLE_CPU;
        if since < SAMPLE && !(self.idle && active) {
            return None;
        }
        self.sampled_at = elapsed;
        self.sampled_cpu = cpu;
        self.quiet_samples = if active { 0 } else { self.quiet_samples + 1 };
        let idle = self.quiet_samples >= IDLE_SAMPLES;
        if idle == self.idle {
            return None;
        }
        self.idle = idle;
        Some(if idle { Change::Idle } else { Change::Busy })
    }

    /// When to look at a stage that has not begun yet as far as anybody has heard.
    pub(super) fn first_look(&self) -> Duration {
        self.next_look(Duration::ZERO, Duration::ZERO).max(CLOSEST_LOOK)
    }

    /// When to look again, at the latest.
    pub(super) fn next_look(&self, elapsed: Duration, cpu: Duration) -> Duration {
        let wall_left = self.wall_limit.saturating_sub(elapsed);
        // Even with every core it may use, the stage cannot reach its CPU limit sooner than this.
        let cpu_left = self.cpu_limit.saturating_sub(cpu) * 1000 / self.millicores;
        let sample_left = (self.sampled_at + SAMPLE).saturating_sub(elapsed);
        wall_left.min(cpu_left.max(CLOSEST_LOOK)).min(sample_left.max(CLOSEST_LOOK))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ms(value: u64) -> Duration {
        Duration::from_millis(value)
    }

    fn watch(wall_ms: u64, cpu_ms: u64) -> Watch {
        Watch::new(&StageLimits {
            wall_time_us: wall_ms * 1000,
            cpu_time_us: cpu_ms * 1000,
            cpu_millicores: 1000,
            memory_bytes: 1,
            processes: 1,
            work_bytes: 1,
        })
    }

    #[test]
    fn limits_are_named() {
        let watch = watch(1000, 500);
        assert_eq!(watch.limit_reached(ms(999), ms(499)), None);
        assert_eq!(watch.limit_reached(ms(1000), ms(10)), Some(Killed::WallTime));
        assert_eq!(watch.limit_reached(ms(600), ms(500)), Some(Killed::CpuTime));
    }

    #[test]
    fn a_sleeper_turns_idle_after_two_quiet_samples_and_busy_at_once() {
        let mut watch = watch(60_000, 60_000);
        assert_eq!(watch.sample(ms(100), ms(90)), None);
        assert_eq!(watch.sample(ms(200), ms(90)), None);
        assert_eq!(watch.sample(ms(300), ms(91)), Some(Change::Idle));
        assert_eq!(watch.sample(ms(400), ms(91)), None);
        assert_eq!(watch.sample(ms(410), ms(95)), Some(Change::Busy));
    }

    #[test]
    fn the_next_look_is_never_after_a_limit() {
        let watch = watch(1000, 400);
        assert_eq!(watch.next_look(ms(0), ms(0)), ms(100));
        assert_eq!(watch.next_look(ms(95), ms(0)), ms(5));
        assert_eq!(watch.next_look(ms(0), ms(390)), ms(10));
        assert_eq!(watch.next_look(ms(999), ms(0)), ms(1));
    }
}
