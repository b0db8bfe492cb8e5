//! How a stream ends.

use crate::{Control, admission::Permit, control::Over, encode, presence::Registration};
use bytes::Bytes;
use rand::Rng;
use std::ops::RangeInclusive;

/// How long a reader waits before it comes back whose stream somebody else ended,
/// in milliseconds.
const DISMISSED: RangeInclusive<u32> = 30_000..=60_000;

/// The last that a stream says whose reader is to come back later.
pub(super) fn closing(registration: &Registration, permit: &Permit) -> Bytes {
    let Some(by) = registration.closed_by() else {
        return encode::retry(permit.retry());
    };
    let retry = rand::rng().random_range(DISMISSED);
    let by = by.to_owned();
    let over = encode::control(&Control::Over(Over { by, retry }));
    Bytes::from([encode::retry(retry), over].concat())
}
