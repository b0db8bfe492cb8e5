use super::*;
use crate::{
    ReaderId, Timestamp,
    control::{Presence, UserOnline},
};
use std::time::Duration;
use tokio_util::sync::CancellationToken;

fn registry() -> StreamRegistry {
    StreamRegistry::new(Duration::from_secs(15))
}

fn open(registry: &StreamRegistry, id: i64, name: &str, device: Option<&str>) -> Registration {
    let new = NewConnection {
        reader: Reader {
            id: ReaderId(id),
            name: name.to_owned(),
            session: name.as_bytes().to_vec(),
        },
        since: Timestamp::from_millis(id),
        address: None,
        agent: "a".repeat(300),
        device: device.map(str::to_owned),
    };
    registry.enter(new, CancellationToken::new())
}

/// Streams, pages and devices, of all and of each user.
fn counts(presence: &Presence) -> Vec<(&str, u32, u32, u32)> {
    let of_user = |user: &UserOnline| (user.streams, user.pages, user.devices);
    let all = ("", presence.streams, presence.pages, presence.devices);
    let users = presence.users.iter().map(|user| {
        let (streams, pages, devices) = of_user(user);
        (user.name.as_str(), streams, pages, devices)
    });
    std::iter::once(all).chain(users).collect()
}

#[test]
fn streams_pages_and_devices_are_counted() {
    let registry = registry();
    let tablet = open(&registry, 1, "li", Some("tablet"));
    let _second = open(&registry, 1, "li", Some("tablet"));
    let _unknown = open(&registry, 1, "li", None);
    let _other = open(&registry, 2, "wang", Some("tablet"));
    let _customer = registry.enter_unknown(CancellationToken::new());
    assert!(registry.set_pages(tablet.stream(), ReaderId(1), 5));
    let presence = registry.presence(None);
    // The tablet is one device, whoever uses it.
    let expected = [("", 4, 8, 2), ("li", 3, 7, 2), ("wang", 1, 1, 1)];
    assert_eq!(counts(&presence), expected);
    let presence = registry.presence(Some("WANG"));
    assert_eq!(counts(&presence), [("", 1, 1, 1), ("wang", 1, 1, 1)]);
    drop(tablet);
    assert_eq!(registry.presence(None).pages, 3);
}

#[tokio::test]
async fn who_asks_for_changes_is_told_of_pages_too() {
    let registry = registry();
    let stream = open(&registry, 1, "li", None);
    registry.changed().await;
    assert!(registry.set_pages(stream.stream(), ReaderId(1), 2));
    registry.changed().await;
    drop(stream);
    registry.changed().await;
}

#[test]
fn pages_are_set_by_the_streams_own_reader_and_within_bounds() {
    let registry = registry();
    let stream = open(&registry, 1, "li", None);
    assert!(!registry.set_pages(stream.stream(), ReaderId(2), 9));
    assert!(!registry.set_pages("made up", ReaderId(1), 9));
    let pages = |pages| {
        assert!(registry.set_pages(stream.stream(), ReaderId(1), pages));
        registry.presence(None).pages
    };
    assert_eq!([pages(0), pages(3), pages(1000)], [1, 3, 100]);
}

#[test]
fn a_stream_is_ended_by_its_reader_its_session_or_somebody_else() {
    let registry = registry();
    let streams: Vec<_> = ["li", "wang", "zhao"]
        .into_iter()
        .zip(1..)
        .map(|(name, id)| open(&registry, id, name, None))
        .collect();
    registry.end(streams[1].stream(), ReaderId(1));
    assert!(!streams[1].is_closed());
    registry.end(streams[0].stream(), ReaderId(1));
    assert!(streams[0].is_closed() && streams[0].closed_by().is_none());
    registry.end_session(b"wang");
    assert!(streams[1].is_closed() && !streams[2].is_closed());
    let ended = registry.dismiss("owner", |connection| connection.reader.name == "zhao");
    assert_eq!((ended, streams[2].closed_by()), (1, Some("owner")));
    assert!(registry.sessions().is_empty());
}

#[test]
fn connections_are_told_without_what_is_secret() {
    let registry = registry();
    let stream = open(&registry, 1, "li", Some("tablet"));
    let connections = registry.connections();
    let told = serde_json::to_value(&connections).unwrap();
    let expected = serde_json::json!([{
        "stream": stream.stream(),
        "user": "li",
        "since": "1970-01-01T00:00:00.001Z",
        "address": null,
        "agent": "a".repeat(200),
        "device": "tablet",
        "pages": 1,
    }]);
    assert_eq!(told, expected);
    assert_eq!(registry.sessions(), [b"li".to_vec()]);
    assert!(registry.was_there(ReaderId(1), Timestamp::from_millis(1)));
    assert!(!registry.was_there(ReaderId(1), Timestamp::from_millis(0)));
}
