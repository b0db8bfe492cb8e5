//! Finding an order without its link: how often that may be tried.

use crate::{Timestamp, Unavailable};
use delivery::subnet;
use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
};

/// So many seconds after the first try it is counted anew.
const WINDOW: u32 = 15 * 60;
/// The most tries from one address in that time.
const PER_ADDRESS: u32 = 10;
/// The most tries for one number in that time: whoever tries from everywhere is slowed, too.
const PER_NUMBER: u32 = 20;
/// The most that is remembered; what is older goes first.
const MOST: usize = 10_000;

/// An order was not looked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LookUpError {
    /// It was tried too often.
    #[error(transparent)]
    TooMany(#[from] TooManyLookUps),
    /// The store did not answer.
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
}

/// Too many orders were looked for from one address, or by one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("too many orders were looked for")]
pub struct TooManyLookUps {
    /// The seconds after which one more is looked for.
    pub retry_after: u32,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Key {
    From(IpAddr),
    Number(u32),
}

/// Tries to find orders by number and phone: of the moment, in memory. Clones are the same.
#[derive(Debug, Clone, Default)]
pub struct LookUps(Arc<Mutex<HashMap<Key, (Timestamp, u32)>>>);

impl LookUps {
    /// Counts one more try.
    ///
    /// # Errors
    /// There were too many from that address, or for that number; this one is not to be made.
    pub(crate) fn admit(
        &self,
        from: Option<IpAddr>,
        number: u32,
        now: Timestamp,
    ) -> Result<(), TooManyLookUps> {
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if counts.len() >= MOST {
            counts.retain(|_, (since, _)| is_recent(*since, now));
        }
        if counts.len() >= MOST {
            return Err(TooManyLookUps {
                retry_after: WINDOW,
            });
        }
        let from = from.map(|from| (Key::From(subnet(from)), PER_ADDRESS));
        let number = (Key::Number(number), PER_NUMBER);
        for (key, most) in from.into_iter().chain([number]) {
            let (since, count) = counts.entry(key).or_insert((now, 0));
            if !is_recent(*since, now) {
                (*since, *count) = (now, 0);
            }
            if *count >= most {
                let left = since.plus_seconds(WINDOW).millis() - now.millis();
                let retry_after = u32::try_from(left / 1000 + 1).unwrap_or(WINDOW);
                return Err(TooManyLookUps { retry_after });
            }
            *count += 1;
        }
        Ok(())
    }
}

fn is_recent(since: Timestamp, now: Timestamp) -> bool {
    // A clock that was set back keeps nobody out for longer.
    (since.millis()..since.plus_seconds(WINDOW).millis()).contains(&now.millis())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: u32) -> Timestamp {
        Timestamp::from_millis(1_795_190_640_000).plus_seconds(seconds)
    }

    #[test]
    fn an_address_has_ten_tries_and_then_waits() {
        let tries = LookUps::default();
        let from = |host: u8| Some(IpAddr::from([10, 0, 0, host]));
        for number in 0..10 {
            tries.admit(from(1), number, at(0)).unwrap();
        }
        let refused = tries.admit(from(1), 99, at(60)).unwrap_err();
        assert_eq!(refused.retry_after, WINDOW - 60 + 1);
        tries.admit(from(2), 99, at(60)).unwrap();
        tries.admit(from(1), 99, at(WINDOW)).unwrap();
    }

    #[test]
    fn a_number_is_not_tried_from_everywhere() {
        let tries = LookUps::default();
        for host in 0..20 {
            let from = IpAddr::from([10, 0, 0, host]);
            tries.admit(Some(from), 7, at(0)).unwrap();
        }
        assert!(tries.admit(None, 7, at(1)).is_err());
        tries.admit(None, 8, at(1)).unwrap();
    }

    #[test]
    fn a_network_of_ipv6_is_one_address() {
        let tries = LookUps::default();
        let admit = |from: &str, number| tries.admit(Some(from.parse().unwrap()), number, at(0));
        for number in 0..10 {
            admit("2001:db8::1", number).unwrap();
        }
        assert!(admit("2001:db8::ffff:1", 99).is_err());
        admit("2001:db8:0:1::1", 99).unwrap();
    }

    #[test]
    fn addresses_of_ipv4_that_come_by_ipv6_are_not_one() {
        let tries = LookUps::default();
        let admit = |from: &str, number| tries.admit(Some(from.parse().unwrap()), number, at(0));
        for number in 0..10 {
            admit("::ffff:192.0.2.7", number).unwrap();
        }
        assert!(admit("192.0.2.7", 99).is_err());
        admit("::ffff:192.0.2.8", 99).unwrap();
    }
}
