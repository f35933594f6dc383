//! How a language's default limits differ from the server's.

use runyard_types::Limits;
use serde::Deserialize;

/// Factors on the server's default limits. They shape defaults only: what a caller asks for is never scaled.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Factors {
    /// On the memory of a run: virtual machines need room beside the program's own data.
    pub memory: f64,
    /// On the number of processes and threads of a run.
    pub processes: f64,
    /// On the time of a run, elapsed and CPU.
    pub time: f64,
    /// On the memory of the compile stage.
    pub compile_memory: f64,
    /// On the elapsed time of the compile stage.
    pub compile_time: f64,
}

impl Default for Factors {
    fn default() -> Self {
        Self { memory: 1.0, processes: 1.0, time: 1.0, compile_memory: 1.0, compile_time: 1.0 }
    }
}

impl Factors {
    /// Every factor with its name.
    pub(crate) fn named(&self) -> [(&'static str, f64); 5] {
        [
            ("memory", self.memory),
            ("processes", self.processes),
            ("time", self.time),
            ("compile_memory", self.compile_memory),
            ("compile_time", self.compile_time),
        ]
    }

    /// The limits of this language where the server's are `base`.
    #[must_use]
    pub fn apply(&self, base: &Limits) -> Limits {
        Limits {
            wall_time: base.wall_time.mul_f64(self.time),
            cpu_time: base.cpu_time.mul_f64(self.time),
            memory_bytes: scale(base.memory_bytes, self.memory),
            processes: u32::try_from(scale(base.processes.into(), self.processes)).unwrap_or(u32::MAX),
            compile_memory_bytes: scale(base.compile_memory_bytes, self.compile_memory),
            compile_wall_time: base.compile_wall_time.mul_f64(self.compile_time),
            ..*base
        }
    }
}

fn scale(value: u64, factor: f64) -> u64 {
    // Factors lie between 0.1 and 100 (checked on loading). Thousandths keep the arithmetic in integers.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 100 and 100,000")]
    let thousandths = (factor * 1e3).round() as u64;
    (value.saturating_mul(thousandths) / 1000).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn factors_scale_what_they_name_and_nothing_else() {
        let base = Limits::default();
        let factors = Factors { memory: 2.5, time: 2.0, ..Factors::default() };
        let scaled = factors.apply(&base);
        assert_eq!(scaled.memory_bytes, 320 << 20);
        assert_eq!(scaled.wall_time, Duration::from_secs(20));
        assert_eq!(scaled.cpu_time, Duration::from_secs(20));
        let unscaled = Limits {
            memory_bytes: base.memory_bytes,
            wall_time: base.wall_time,
            cpu_time: base.cpu_time,
            ..scaled
        };
        assert_eq!(unscaled, base);
    }
}
