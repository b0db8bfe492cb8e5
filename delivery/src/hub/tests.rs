use super::*;
use crate::{Audience, Timestamp, TopicEvent, sync::broadcast::error::TryRecvError};

fn event_of(topic: i64, seq: i64) -> Event {
    Event {
        seq: Seq(seq),
        name: "change",
        audience: Audience::Everyone,
        data: "{}".to_owned(),
        topic: Some(TopicEvent {
            id: TopicId(topic),
            data: "{}".to_owned(),
            last: false,
        }),
        bell: None,
        expires_at: None,
    }
}

fn expiring(event: Event) -> Event {
    Event {
        expires_at: Some(Timestamp::from_millis(1)),
        ..event
    }
}

#[test]
fn who_follows_one_topic_does_not_wake_for_others() {
    let hub = Hub::new(16, 16);
    let (mut follower, mut whole) = (hub.follow(TopicId(1)), hub.listen());
    for seq in 1..=10 {
        hub.ring(event_of(2, seq));
    }
    assert!(matches!(follower.try_recv(), Err(TryRecvError::Empty)));
    assert!(whole.try_recv().is_ok());
    hub.ring(event_of(1, 11));
    assert!(matches!(follower.try_recv(), Ok(Broadcast::Event(event)) if event.seq == Seq(11)));
}

#[test]
fn a_bell_is_heard_without_what_happened() {
    let hub = Hub::new(16, 16);
    let (mut ringing, mut follower) = (hub.follow(TopicId(-1)), hub.follow(TopicId(2)));
    let event = Event {
        bell: Some(TopicId(-1)),
        data: "secret".to_owned(),
        ..event_of(2, 1)
    };
    hub.ring(event.clone());
    assert!(follower.try_recv().is_ok());
    let Ok(Broadcast::Event(heard)) = ringing.try_recv() else {
        panic!("nothing rang");
    };
    assert_eq!(&*heard.bytes, b"id: 00000000:1\nevent: bell\ndata: {}\n\n");
    // Who reads it from the log gets the same.
    let read = hub.encode_for_topic(&event, TopicId(-1)).unwrap();
    assert_eq!((&read.bytes, read.last), (&heard.bytes, false));
}

#[test]
fn what_has_not_rung_yet_may_wait_for_readers() {
    let hub = Hub::new(16, 16);
    hub.ring(event_of(1, 1));
    assert_eq!(hub.last_waiting(Seq(1)), Seq(0));
    // Committed, and known to a page, before it rings.
    assert_eq!(hub.last_waiting(Seq(2)), Seq(2));
    hub.ring(expiring(event_of(1, 2)));
    hub.ring(event_of(1, 3));
    assert_eq!(hub.last_waiting(Seq(3)), Seq(2));
    assert_eq!(hub.last_waiting(Seq(1)), Seq(1));
}

#[test]
fn what_another_process_wrote_may_wait_for_readers() {
    let hub = Hub::new(16, 16);
    hub.ring(event_of(1, 1));
    hub.ring(event_of(1, 4));
    assert_eq!(hub.last_waiting(Seq(4)), Seq(3));
}

#[test]
fn what_another_process_wrote_is_read_from_the_log() {
    let hub = Hub::new(16, 16);
    hub.ring(event_of(1, 1));
    let mut follower = hub.follow(TopicId(2));
    hub.ring(event_of(1, 3));
    assert!(matches!(follower.try_recv(), Ok(Broadcast::Missed)));
    let seqs = |after| {
        let recent = hub.recent(Seq(after), 9)?;
        Some(recent.iter().map(|event| event.seq.0).collect::<Vec<_>>())
    };
    assert_eq!(seqs(1), None);
    assert_eq!(seqs(2), Some(vec![3]));
    assert_eq!(hub.head().seq, Seq(3));
}

#[test]
fn what_rang_before_does_not_ring_again() {
    let hub = Hub::new(16, 16);
    hub.ring(event_of(1, 1));
    hub.ring(event_of(1, 2));
    let mut whole = hub.listen();
    hub.ring(event_of(1, 1));
    assert!(matches!(whole.try_recv(), Err(TryRecvError::Empty)));
    assert_eq!(hub.head().seq, Seq(2));
    assert_eq!(hub.recent(Seq(0), 9).map(|recent| recent.len()), Some(2));
}

#[test]
fn a_topic_that_nobody_follows_any_more_has_no_channel() {
    let hub = Hub::new(16, 16);
    drop(hub.follow(TopicId(1)));
    let _follower = hub.follow(TopicId(2));
    assert_eq!(hub.0.topics.lock().len(), 1);
    for topic in 3..1000 {
        drop(hub.follow(TopicId(topic)));
    }
    assert!(hub.0.topics.lock().len() <= 4);
}

#[test]
fn what_rings_is_the_newest_before_anybody_hears_it() {
    let hub = Hub::new(16, 0);
    assert_eq!(hub.newest(), Seq(0));
    hub.ring(event_of(1, 1));
    hub.ring(event_of(1, 3));
    assert_eq!((hub.newest(), hub.head().seq), (Seq(3), Seq(3)));
}
