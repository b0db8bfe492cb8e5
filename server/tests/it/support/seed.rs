//! Tests by chance: the seed is said, and can be given.

use rand::{SeedableRng, rngs::StdRng};
use std::env;

/// Chance for the test of that name: by `ORDERBELL_TEST_SEED`, or new each time.
pub(crate) fn seeded(test: &str) -> StdRng {
    let given = env::var("ORDERBELL_TEST_SEED").ok();
    let seed = given.map_or_else(rand::random, |seed| seed.parse().unwrap());
    eprintln!("{test}: ORDERBELL_TEST_SEED={seed}");
    StdRng::seed_from_u64(seed)
}

/// How often: as the environment says, or else `default` times.
pub(crate) fn count_of(variable: &str, default: u32) -> u32 {
    let given = env::var(variable).ok();
    given.map_or(default, |count| count.parse().unwrap())
}
