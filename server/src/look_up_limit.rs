//! How often an order may be looked for by its number and the phone.

use crate::limit::Limit;
use delivery::subnet;
use domain::{orders::TooManyLookUps, ports::LookUpLimit};
use governor::Quota;
use std::{net::IpAddr, num::NonZeroU32};

/// The most tries from one address in a quarter of an hour.
const PER_ADDRESS: u32 = 10;
/// The most tries for one number in that time: whoever tries from everywhere is slowed, too.
const PER_NUMBER: u32 = 20;

/// So many tries for each address and for each number.
pub(crate) struct LookUpLimits {
    addresses: Limit<IpAddr>,
    numbers: Limit<u32>,
}

impl LookUpLimits {
    pub(crate) fn new() -> Self {
        Self {
            addresses: Limit::new(quota(PER_ADDRESS)),
            numbers: Limit::new(quota(PER_NUMBER)),
        }
    }
}

/// So many in a quarter of an hour; all at once, if nobody came before.
fn quota(most: u32) -> Option<Quota> {
    let each_hour = NonZeroU32::new(4 * most)?;
    Some(Quota::per_hour(each_hour).allow_burst(NonZeroU32::new(most)?))
}

impl LookUpLimit for LookUpLimits {
    fn admit(&self, from: Option<IpAddr>, number: u32) -> Result<(), TooManyLookUps> {
        let by_address = from.map_or(Ok(()), |from| self.addresses.admit(&subnet(from)));
        let admitted = by_address.and_then(|()| self.numbers.admit(&number));
        admitted.map_err(|retry_after| TooManyLookUps { retry_after })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_ten_tries_and_then_waits() {
        let tries = LookUpLimits::new();
        let from = |host: u8| Some(IpAddr::from([10, 0, 0, host]));
        for number in 0..10 {
            tries.admit(from(1), number).unwrap();
        }
        let refused = tries.admit(from(1), 99).unwrap_err();
        // One of ten in a quarter of an hour.
        assert!((60..=91).contains(&refused.retry_after), "{refused:?}");
        tries.admit(from(2), 99).unwrap();
    }

    #[test]
    fn a_number_is_not_tried_from_everywhere() {
        let tries = LookUpLimits::new();
        for host in 0..20 {
            let from = IpAddr::from([10, 0, 0, host]);
            tries.admit(Some(from), 7).unwrap();
        }
        assert!(tries.admit(None, 7).is_err());
        tries.admit(None, 8).unwrap();
    }

    #[test]
    fn a_network_of_ipv6_is_one_address() {
        let tries = LookUpLimits::new();
        let admit = |from: &str, number| tries.admit(Some(from.parse().unwrap()), number);
        for number in 0..10 {
            admit("2001:db8::1", number).unwrap();
        }
        assert!(admit("2001:db8::ffff:1", 99).is_err());
        admit("2001:db8:0:1::1", 99).unwrap();
    }

    #[test]
    fn addresses_of_ipv4_that_come_by_ipv6_are_not_one() {
        let tries = LookUpLimits::new();
        let admit = |from: &str, number| tries.admit(Some(from.parse().unwrap()), number);
        for number in 0..10 {
            admit("::ffff:192.0.2.7", number).unwrap();
        }
        assert!(admit("192.0.2.7", 99).is_err());
        admit("::ffff:192.0.2.8", 99).unwrap();
    }
}
