//! How much is measured of each workload.

use super::sample::Pace;
use std::time::Duration;

/// The pause before each of those that are measured at light load.
const LIGHT_LOAD: Duration = Duration::from_millis(100);

/// How long latencies of one workload are measured for, when it is slow: at light load, and back to back.
const TIMES: [Duration; 2] = [Duration::from_secs(23), Duration::from_secs(15)];

/// However slow it is.
const LEAST: usize = 10;

/// `docker run` takes hundreds of milliseconds, and twenty tests are twenty of them.
const DOCKER: Pace = Pace { least: 2, most: 10, time: Duration::from_secs(6), pause: Duration::ZERO };

/// How much.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    /// With a pause before each.
    pub(crate) light_load: Pace,
    /// One after the other.
    pub(crate) back_to_back: Pace,
    /// In a container.
    pub(crate) docker: Pace,
    /// Clients at once.
    pub(crate) clients: Vec<usize>,
    /// Of each rate.
    pub(crate) window: Duration,
}

impl Plan {
    pub(crate) fn new(samples: usize, seconds: u64, quick: bool) -> Self {
        let (samples, least, times, window) = match quick {
            true => (10, 3, [Duration::from_secs(2); 2], Duration::from_secs(1)),
            false => (samples, LEAST, TIMES, Duration::from_secs(seconds.max(1))),
        };
        let [light_load, back_to_back] = times;
        let pace = |most: usize, time, pause| Pace { least: least.min(most), most, time, pause };
        Self {
            light_load: pace(samples.div_ceil(2), light_load, LIGHT_LOAD),
            back_to_back: pace(samples, back_to_back, Duration::ZERO),
            docker: DOCKER,
            clients: if quick { vec![1, 2, 8] } else { vec![1, 2, 4, 8, 16, 64] },
            window,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quick_plan_is_small() {
        let (whole, quick) = (Plan::new(200, 2, false), Plan::new(200, 2, true));
        assert_eq!((whole.light_load.most, whole.back_to_back.most), (100, 200));
        assert!(quick.back_to_back.most < whole.back_to_back.most);
        assert!(quick.clients.len() < whole.clients.len() && quick.window < whole.window);
    }
}
