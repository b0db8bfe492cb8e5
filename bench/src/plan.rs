//! What a run measures.

use crate::scenario::Scenario;
use std::time::Duration;

/// A run.
pub(crate) struct Plan {
    pub(crate) scenarios: Vec<Scenario>,
    /// How long orders are placed, and rows written.
    pub(crate) orders: Duration,
    /// How many customers watch their orders, while others place theirs.
    pub(crate) watchers: u32,
}

impl Plan {
    /// Everything: about ten minutes.
    pub(crate) fn full() -> Self {
        Self {
            scenarios: vec![
                steady(1000, 10, 6),
                steady(5000, 10, 6),
                Scenario {
                    at_once: true,
                    ..steady(9000, 10, 6)
                },
                steady(1000, 50, 6),
                steady(5000, 200, 3),
            ],
            orders: Duration::from_secs(6),
            watchers: 5000,
        }
    }

    /// Under a minute: whether it works, and roughly how well.
    pub(crate) fn quick() -> Self {
        Self {
            scenarios: vec![
                Scenario {
                    at_once: true,
                    ..steady(500, 10, 2)
                },
                steady(500, 200, 1),
            ],
            orders: Duration::from_secs(1),
            watchers: 500,
        }
    }
}

fn steady(streams: usize, rate: u32, seconds: u32) -> Scenario {
    Scenario {
        streams,
        rate,
        seconds,
        at_once: false,
    }
}
