use super::*;

fn limits(streams: u32, streams_per_reader: u32, streams_per_address: u32) -> StreamLimits {
    StreamLimits::new(LimitOptions {
        streams,
        streams_per_reader,
        streams_per_address,
        ..LimitOptions::default()
    })
}

fn refused(limits: &StreamLimits, reader: Option<i64>, address: &str) -> Option<Limit> {
    let address = Some(address.parse().unwrap());
    let admitted = limits.admit(reader.map(ReaderId), address);
    admitted.err().map(|TooManyStreams(limit)| limit)
}

#[test]
fn who_is_one_too_many_is_refused_until_another_goes() {
    let limits = limits(2, 1, 0);
    let reader = limits.admit(Some(ReaderId(1)), None).unwrap();
    assert_eq!(refused(&limits, Some(1), "192.0.2.1"), Some(Limit::Reader));
    let unknown = limits.admit(None, None).unwrap();
    assert_eq!(refused(&limits, Some(2), "192.0.2.1"), Some(Limit::All));
    drop(unknown);
    assert_eq!(refused(&limits, Some(2), "192.0.2.1"), None);
    drop(reader);
    assert_eq!(refused(&limits, Some(1), "192.0.2.1"), None);
}

#[test]
fn a_network_counts_as_one_address() {
    let limits = limits(0, 0, 1);
    let address = Some("2001:db8::1".parse().unwrap());
    let _permit = limits.admit(None, address).unwrap();
    assert_eq!(refused(&limits, None, "2001:db8::2"), Some(Limit::Address));
    assert_eq!(refused(&limits, None, "2001:db8:1::2"), None);
}

#[test]
fn what_can_be_done_without_leaves_half_of_the_places() {
    let address = |text: &str| Some(text.parse().unwrap());
    let limits = limits(5, 0, 3);
    let (near, far) = (address("192.0.2.1"), address("192.0.2.2"));
    let refused = |limits: &StreamLimits, address| {
        let admitted = limits.admit_dispensable(address);
        admitted.err().map(|TooManyStreams(limit)| limit)
    };
    let _shop_pages = [near, near].map(|address| limits.admit_dispensable(address).unwrap());
    assert_eq!(refused(&limits, near), Some(Limit::Address));
    let _more = limits.admit_dispensable(far).unwrap();
    assert_eq!(refused(&limits, far), Some(Limit::All));
    // Others find a place in the other half.
    let _order = limits.admit(None, near).unwrap();
    assert!(limits.admit(Some(ReaderId(1)), far).is_ok());
    let any_number = StreamLimits::new(LimitOptions::default());
    assert_eq!(refused(&any_number, near), None);
}
