//! Whom an address stands for.

use std::net::{IpAddr, Ipv6Addr};

/// What is counted as one visitor's address: of IPv6 the network, since every
/// device there has 2^64 addresses to choose from (RFC 4291, section 2.5.4).
pub fn subnet(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(address) => IpAddr::V4(address),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> String {
        subnet(text.parse().unwrap()).to_string()
    }

    #[test]
    fn a_device_counts_once_however_many_addresses_it_takes() {
        assert_eq!(of("192.0.2.7"), "192.0.2.7");
        assert_eq!(of("::ffff:192.0.2.7"), "192.0.2.7");
        assert_eq!(of("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
    }
}
