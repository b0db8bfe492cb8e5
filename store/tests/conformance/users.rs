//! Users, their sessions, and the keys of programs.

use super::Kept;
use delivery::Clock;
use domain::{
    language::Language,
    users::{
        AddUserError, ChangeUserError, KeyError, KeyScope, NewSession, Role, SessionId, User,
        UserChange,
    },
};

fn session(kept: &Kept, user: &User, hash: &str) -> NewSession {
    let now = kept.clock.now();
    NewSession {
        id: SessionId(vec![user.id.0 as u8, 7]),
        user: user.id,
        password_hash: hash.to_owned(),
        device: "browser".to_owned(),
        created_at: now,
        expires_at: now.plus_seconds(60),
    }
}

pub(crate) async fn a_name_is_taken_once_whatever_its_case(kept: &Kept) {
    let li = kept.user("Li").await;
    let taken = kept.store.add("LI", Role::Owner, "hash").await;
    assert_eq!(taken, Err(AddUserError::Taken));
    let found = kept.store.credentials("li").await.unwrap().unwrap();
    assert_eq!(found.user, li);
    assert_eq!(kept.store.count().await.unwrap(), 1);
    kept.change("Li", UserChange::Disabled(true)).await.unwrap();
    assert!(kept.store.credentials("li").await.unwrap().is_none());
    assert_eq!(kept.store.names().await.unwrap(), [] as [String; 0]);
    let unknown = kept.change("nobody", UserChange::Disabled(true)).await;
    assert_eq!(unknown, Err(ChangeUserError::Unknown));
}

pub(crate) async fn another_password_ends_all_sessions(kept: &Kept) {
    let li = kept.user("li").await;
    let new = session(kept, &li, "hash");
    assert!(kept.store.open_session(new.clone()).await.unwrap());
    let open = kept.store.session(&new.id).await.unwrap().unwrap();
    assert_eq!(open.user, li);
    let change = UserChange::Password {
        hash: "other".to_owned(),
        keep: None,
    };
    kept.change("li", change).await.unwrap();
    assert!(kept.store.session(&new.id).await.unwrap().is_none());
    // Who was checked against the old one comes too late.
    assert!(!kept.store.open_session(new).await.unwrap());
}

pub(crate) async fn a_session_ends_by_its_age(kept: &Kept) {
    let (li, wang) = (kept.user("li").await, kept.user("wang").await);
    let (one, other) = (session(kept, &li, "hash"), session(kept, &wang, "hash"));
    for new in [&one, &other] {
        assert!(kept.store.open_session(new.clone()).await.unwrap());
    }
    let ids = [one.id.clone(), other.id.clone()];
    kept.store.close_session(&one.id).await.unwrap();
    let ended = kept.store.ended_sessions(&ids).await.unwrap();
    assert_eq!(ended, [one.id]);
    kept.clock.pass(60);
    assert!(kept.store.session(&other.id).await.unwrap().is_none());
    assert_eq!(kept.store.ended_sessions(&ids).await.unwrap().len(), 2);
}

pub(crate) async fn a_revoked_key_opens_nothing(kept: &Kept) {
    kept.store
        .add_key("printer", b"hash", KeyScope::Print)
        .await
        .unwrap();
    let taken = kept
        .store
        .add_key("printer", b"other", KeyScope::Send)
        .await;
    assert_eq!(taken, Err(KeyError::Taken));
    let found = kept.store.api_key(b"hash").await.unwrap().unwrap();
    assert_eq!(found.name, "printer");
    assert_eq!(found.scope, KeyScope::Print);
    kept.store.revoke_key("printer").await.unwrap();
    assert!(kept.store.api_key(b"hash").await.unwrap().is_none());
    let again = kept.store.revoke_key("printer").await;
    assert_eq!(again, Err(KeyError::Unknown));
}

pub(crate) async fn a_language_is_that_of_all_sessions(kept: &Kept) {
    let (li, wang) = (kept.user("li").await, kept.user("wang").await);
    let sessions = [session(kept, &li, "hash"), session(kept, &wang, "hash")];
    for session in &sessions {
        assert!(kept.store.open_session(session.clone()).await.unwrap());
    }
    let english = Some(Language::English);
    for chosen in [english, None] {
        kept.store.set_language(li.id, chosen).await.unwrap();
        for (session, expected) in sessions.iter().zip([chosen, None]) {
            let open = kept.store.session(&session.id).await.unwrap();
            assert_eq!(open.unwrap().language, expected);
        }
    }
}
