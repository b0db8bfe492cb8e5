//! Devices that are told with the page closed, and the key for them.

use super::Kept;
use delivery::Clock;
use domain::{
    language::Language,
    users::{NewSession, SessionId, User, UserChange},
    web_push::{
        LastPush, MAX_SUBSCRIPTIONS, NewPushSubscription, PushKeys, PushOutcome,
        PushSubscriptionKey, SubscribeError, SubscriptionDraft,
    },
};

/// A device that is added in a session.
pub(super) fn device(user: &User, session: u8, endpoint: &str) -> NewPushSubscription {
    NewPushSubscription {
        user: user.id,
        session: SessionId(vec![session]),
        draft: SubscriptionDraft {
            endpoint: endpoint.to_owned(),
            keys: PushKeys {
                p256dh: vec![4; 65],
                auth: vec![7; 16],
            },
            device: "browser".to_owned(),
            contact: Some("https://shop.example".to_owned()),
            language: Language::English,
        },
    }
}

/// A user with that many sessions, numbered from `first`.
pub(super) async fn user(kept: &Kept, name: &str, first: u8, sessions: u8) -> User {
    let user = kept.user(name).await;
    for session in first..first + sessions {
        let now = kept.clock.now();
        let new = NewSession {
            id: SessionId(vec![session]),
            user: user.id,
            password_hash: "hash".to_owned(),
            device: "browser".to_owned(),
            created_at: now,
            expires_at: now.plus_seconds(60),
        };
        assert!(kept.store.open_session(new).await.unwrap());
    }
    user
}

/// The addresses of a user's devices.
async fn endpoints(kept: &Kept, user: &User) -> Vec<String> {
    let devices = kept.store.push_subscriptions_of(user.id).await.unwrap();
    devices.into_iter().map(|device| device.endpoint).collect()
}

pub(crate) async fn the_key_for_devices_is_kept_once(kept: &Kept) {
    assert_eq!(kept.store.push_key().await.unwrap(), None);
    let (one, other) = ([1; 32], [2; 32]);
    assert_eq!(kept.store.keep_push_key(&one).await.unwrap(), one);
    assert_eq!(kept.store.keep_push_key(&other).await.unwrap(), one);
    assert_eq!(kept.store.push_key().await.unwrap(), Some(one.to_vec()));
}

pub(crate) async fn a_device_is_that_of_whoever_added_it_last(kept: &Kept) {
    let li = user(kept, "li", 1, 1).await;
    let wang = user(kept, "wang", 2, 1).await;
    let id = kept.store.subscribe(device(&li, 1, "a")).await.unwrap();
    let added = kept.store.push_subscriptions().await.unwrap();
    let [added] = &added[..] else {
        panic!("not one device: {added:?}");
    };
    let sent = device(&li, 1, "a").draft;
    assert_eq!((added.id, added.user), (id, li.id));
    assert_eq!((&added.endpoint, &added.keys), (&sent.endpoint, &sent.keys));
    assert_eq!((&added.contact, added.last), (&sent.contact, None));
    assert_eq!(added.language, Language::English);
    let chinese = Some(Language::Chinese);
    kept.store.set_language(li.id, chinese).await.unwrap();
    let last = LastPush {
        at: kept.clock.now(),
        outcome: PushOutcome::PrivateAddress,
    };
    kept.store.note_push(id, last).await.unwrap();
    let noted = kept.store.push_subscriptions_of(li.id).await.unwrap();
    assert_eq!(noted[0].last, Some(last));
    assert_eq!(noted[0].language, Language::Chinese);
    // Nobody removes what is somebody else's.
    let key = PushSubscriptionKey::Id(id);
    let removed = kept.store.unsubscribe(wang.id, key.clone()).await;
    assert_eq!(removed, Ok(false));
    assert_eq!(kept.store.subscribe(device(&wang, 2, "a")).await, Ok(id));
    assert_eq!(endpoints(kept, &li).await, [] as [String; 0]);
    assert_eq!(kept.store.unsubscribe(wang.id, key).await, Ok(true));
    assert_eq!(endpoints(kept, &wang).await, [] as [String; 0]);
}

pub(crate) async fn a_user_has_so_many_devices(kept: &Kept) {
    let li = user(kept, "li", 1, 1).await;
    for number in 0..MAX_SUBSCRIPTIONS {
        let new = device(&li, 1, &number.to_string());
        assert!(kept.store.subscribe(new).await.is_ok());
    }
    let one_more = kept.store.subscribe(device(&li, 1, "more")).await;
    assert_eq!(one_more, Err(SubscribeError::TooMany));
    assert!(kept.store.subscribe(device(&li, 1, "3")).await.is_ok());
    let key = PushSubscriptionKey::Endpoint("3".to_owned());
    assert_eq!(kept.store.unsubscribe(li.id, key).await, Ok(true));
    assert!(kept.store.subscribe(device(&li, 1, "more")).await.is_ok());
}

pub(crate) async fn devices_go_when_their_user_is_signed_out_everywhere(kept: &Kept) {
    let li = user(kept, "li", 1, 2).await;
    let wang = user(kept, "wang", 3, 1).await;
    for (user, session, endpoint) in [(&li, 1, "a"), (&li, 2, "b"), (&wang, 3, "c")] {
        let new = device(user, session, endpoint);
        kept.store.subscribe(new).await.unwrap();
    }
    // One session that ends ends nothing else, but nothing is added in it.
    let first = SessionId(vec![1]);
    kept.store.close_session(&first).await.unwrap();
    assert_eq!(endpoints(kept, &li).await, ["a", "b"]);
    assert!(kept.store.subscribe(device(&li, 1, "d")).await.is_err());
    let password = UserChange::Password {
        hash: "hash".to_owned(),
        keep: Some(SessionId(vec![2])),
    };
    kept.change("li", password).await.unwrap();
    assert_eq!(endpoints(kept, &li).await, ["b"]);
    kept.change("li", UserChange::SignOut).await.unwrap();
    assert_eq!(endpoints(kept, &li).await, [] as [String; 0]);
    let disabled = UserChange::Disabled(true);
    kept.change("wang", disabled).await.unwrap();
    assert_eq!(endpoints(kept, &wang).await, [] as [String; 0]);
}
