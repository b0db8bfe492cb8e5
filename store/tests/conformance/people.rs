//! Links, roles, and who changed what.

use super::Kept;
use delivery::{Audience, Clock};
use domain::{
    audit::{AuditAction, Author},
    ports::AuditFilter,
    users::{
        AcceptInviteError, ChangeUserError, InvitePurpose, NewInvite, NewSession, Role, SessionId,
        User, UserChange,
    },
};

async fn invite(kept: &Kept, token: &[u8], purpose: InvitePurpose) {
    let invite = NewInvite {
        token_hash: token.to_vec(),
        purpose,
        expires_at: kept.clock.now().plus_seconds(60),
    };
    kept.store.invite(invite, Author::Operator).await.unwrap();
}

pub(crate) async fn a_link_is_used_once(kept: &Kept) {
    invite(kept, b"one", InvitePurpose::Join(Role::Manager)).await;
    let li = kept.store.join(b"one", "li", "hash").await.unwrap();
    assert_eq!(li.role, Role::Manager);
    let again = kept.store.join(b"one", "wang", "hash").await;
    assert_eq!(again, Err(AcceptInviteError::Gone));
    invite(kept, b"two", InvitePurpose::Reset(li.clone())).await;
    // A link of one kind does nothing of the other.
    let other = kept.store.join(b"two", "wang", "hash").await;
    assert_eq!(other, Err(AcceptInviteError::Gone));
    assert_eq!(kept.store.reset_password(b"two", "new").await, Ok(li));
    let found = kept.store.credentials("li").await.unwrap().unwrap();
    assert_eq!(found.password_hash, "new");
    invite(kept, b"three", InvitePurpose::Join(Role::Staff)).await;
    kept.clock.pass(60);
    assert_eq!(kept.store.find_invite(b"three").await.unwrap(), None);
    let late = kept.store.join(b"three", "wang", "hash").await;
    assert_eq!(late, Err(AcceptInviteError::Gone));
}

pub(crate) async fn a_taken_name_leaves_the_link(kept: &Kept) {
    kept.user("li").await;
    invite(kept, b"one", InvitePurpose::Join(Role::Staff)).await;
    let taken = kept.store.join(b"one", "LI", "hash").await;
    assert_eq!(taken, Err(AcceptInviteError::Taken));
    assert!(kept.store.find_invite(b"one").await.unwrap().is_some());
    assert!(kept.store.join(b"one", "wang", "hash").await.is_ok());
}

pub(crate) async fn the_last_owner_stays(kept: &Kept) {
    kept.store.add("li", Role::Owner, "hash").await.unwrap();
    let refused = kept.change("li", UserChange::Role(Role::Staff)).await;
    assert_eq!(refused, Err(ChangeUserError::LastOwner));
    kept.store.add("wang", Role::Owner, "hash").await.unwrap();
    kept.change("li", UserChange::Disabled(true)).await.unwrap();
    // Whoever is disabled does not count.
    let refused = kept.change("wang", UserChange::Disabled(true)).await;
    assert_eq!(refused, Err(ChangeUserError::LastOwner));
}

pub(crate) async fn another_role_is_told_to_its_user_alone(kept: &Kept) {
    let li = kept.user("li").await;
    let role = UserChange::Role(Role::Manager);
    let changed = kept.change("li", role).await.unwrap();
    assert_eq!(changed.role, Role::Manager);
    let rang = kept.bell.rang();
    let told: Vec<_> = rang
        .iter()
        .map(|event| (event.name, event.audience))
        .collect();
    assert_eq!(told, [("access", Audience::Reader(li.id.into()))]);
}

fn session(kept: &Kept, user: &User, id: u8) -> NewSession {
    let now = kept.clock.now();
    NewSession {
        id: SessionId(vec![id]),
        user: user.id,
        password_hash: "hash".to_owned(),
        device: format!("browser {id}"),
        created_at: now,
        expires_at: now.plus_seconds(7200),
    }
}

pub(crate) async fn sessions_are_listed_and_one_is_kept(kept: &Kept) {
    let li = kept.user("li").await;
    for id in [1, 2] {
        let new = session(kept, &li, id);
        assert!(kept.store.open_session(new).await.unwrap());
    }
    kept.clock.pass(3600);
    let first = SessionId(vec![1]);
    kept.store.note_use(&first, kept.clock.now()).await.unwrap();
    let open = kept.store.sessions_of(li.id).await.unwrap();
    let devices: Vec<_> = open.iter().map(|open| &*open.device).collect();
    assert_eq!(devices, ["browser 1", "browser 2"]);
    let seen = kept.store.people().await.unwrap()[0].seen_at;
    assert_eq!(seen, Some(open[0].used_at));
    let change = UserChange::Password {
        hash: "other".to_owned(),
        keep: Some(SessionId(vec![2])),
    };
    kept.change("li", change).await.unwrap();
    let open = kept.store.sessions_of(li.id).await.unwrap();
    assert_eq!(open.len(), 1);
    assert_eq!(open[0].id, SessionId(vec![2]));
}

pub(crate) async fn what_was_done_is_found_again(kept: &Kept) {
    let li = kept.user("li").await;
    kept.change("li", UserChange::Name("Li".to_owned()))
        .await
        .unwrap();
    invite(kept, b"one", InvitePurpose::Reset(li)).await;
    let all = kept.store.audit(AuditFilter::default(), 10).await.unwrap();
    let actions: Vec<_> = all.iter().map(|entry| entry.action).collect();
    assert_eq!(
        actions,
        [
            AuditAction::UserResetLink,
            AuditAction::UserRenamed,
            AuditAction::UserAdded,
        ]
    );
    assert_eq!(all[1].detail, "li → Li");
    let one = AuditFilter {
        action: Some(AuditAction::UserRenamed),
        ..AuditFilter::default()
    };
    assert_eq!(kept.store.audit(one, 10).await.unwrap(), all[1..2]);
    let older = AuditFilter {
        before: Some(all[0].id),
        ..AuditFilter::default()
    };
    assert_eq!(kept.store.audit(older, 1).await.unwrap(), all[1..2]);
}
