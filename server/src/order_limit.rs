//! How many orders one address, and one telephone number, may place.

use crate::limit::Limit;
use delivery::subnet;
use domain::{
    orders::{LimitOf, TooManyOrders},
    ports::OrderLimit,
};
use governor::Quota;
use std::{net::IpAddr, num::NonZeroU32};

/// So many of a number's last digits tell it from others: it may be typed with the code of its
/// country, or without.
const LAST_DIGITS: usize = 8;

/// So many orders a minute for each address, and an hour for each telephone number.
pub(crate) struct OrderLimits {
    addresses: Limit<IpAddr>,
    phones: Limit<String>,
}

impl OrderLimits {
    /// Limits of so many orders; 0 is none.
    pub(crate) fn new(per_minute_of_address: u32, per_hour_of_phone: u32) -> Self {
        let minute = NonZeroU32::new(per_minute_of_address).map(Quota::per_minute);
        let hour = NonZeroU32::new(per_hour_of_phone).map(Quota::per_hour);
        Self {
            addresses: Limit::new(minute),
            phones: Limit::new(hour),
        }
    }
}

impl OrderLimit for OrderLimits {
    fn admit(&self, from: IpAddr) -> Result<(), TooManyOrders> {
        self.addresses.admit(&subnet(from)).map_err(|retry_after| {
            // No louder, or whoever is refused could fill the log.
            tracing::debug!(%from, "too many orders from one address; is it a proxy?");
            TooManyOrders {
                of: LimitOf::Address,
                retry_after,
            }
        })
    }

    fn admit_phone(&self, phone: &str) -> Result<(), TooManyOrders> {
        let digits: Vec<char> = phone.chars().filter(char::is_ascii_digit).collect();
        let last = digits.len().saturating_sub(LAST_DIGITS);
        let key = digits.iter().skip(last).collect();
        self.phones.admit(&key).map_err(|retry_after| {
            // The number itself is nothing for a log.
            tracing::debug!("too many orders with one telephone number");
            TooManyOrders {
                of: LimitOf::Phone,
                retry_after,
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_same_with_the_code_of_its_country_and_without() {
        let limits = OrderLimits::new(0, 2);
        for phone in ["13800138000", "+8613800138000"] {
            assert_eq!(limits.admit_phone(phone), Ok(()));
        }
        let refused = limits.admit_phone("008613800138000").unwrap_err();
        assert_eq!(refused.of, LimitOf::Phone);
        // One of two an hour.
        assert!((1..=1801).contains(&refused.retry_after), "{refused:?}");
        assert_eq!(limits.admit_phone("13800138001"), Ok(()));
    }

    #[test]
    fn zero_is_any_number() {
        let limits = OrderLimits::new(0, 0);
        for _ in 0..100 {
            assert_eq!(limits.admit_phone("13800138000"), Ok(()));
        }
    }
}
