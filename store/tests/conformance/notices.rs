//! What popped up, what of it was read, and templates of messages.

use super::{Kept, new_order};
use delivery::{Clock, Seq, Timestamp};
use domain::{
    audit::AuditAction,
    messages::{
        Delivery, MAX_TEMPLATES, NewPush, PushDraft, Sender, SentFilter, TemplateChange,
        TemplateDraft, TemplateError, TemplateFields, TemplateId,
    },
    notices::{NoticeFilter, NoticeKind, ReadNotices},
    orders::{OrderChange, OrderStatus},
    ports::AuditFilter,
    users::User,
    validation::{Field, Reason, ValidationErrors},
};

/// Before all that happens.
fn ever() -> Timestamp {
    Timestamp::from_millis(0)
}

fn push(to: Option<&str>) -> NewPush {
    let draft = PushDraft {
        to: to.map(str::to_owned),
        text: "hi".to_owned(),
        expires_in: Some(60),
        ..PushDraft::default()
    };
    NewPush::parse(&draft).unwrap()
}

/// The places of the notices of a user, and whether each was read.
async fn notices(kept: &Kept, user: &User, filter: NoticeFilter) -> Vec<(i64, bool)> {
    let notices = kept
        .store
        .notices(user.id, filter, ever(), 10)
        .await
        .unwrap();
    let told = notices.iter().map(|notice| (notice.seq.0, notice.is_read));
    told.collect()
}

async fn unread(kept: &Kept, user: &User) -> u32 {
    let unread = kept.store.unread_notices(user.id, ever(), 10).await;
    unread.unwrap()
}

pub(crate) async fn a_notice_is_read_by_one_user_on_all_devices(kept: &Kept) {
    kept.with_menu(None).await;
    let (li, wang) = (kept.user("li").await, kept.user("wang").await);
    let sender = Sender::User(li.clone());
    kept.store
        .place(new_order(1, 1), "token".to_owned())
        .await
        .unwrap();
    for to in [None, Some("wang"), Some("li")] {
        kept.store.push(push(to), &sender, None).await.unwrap();
    }
    let all = NoticeFilter::default();
    assert_eq!(
        notices(kept, &wang, all).await,
        [(3, false), (2, false), (1, false)]
    );
    // What one wrote is no news.
    assert_eq!(unread(kept, &li).await, 1);
    let read = |user: &User, read| kept.store.read_notices(user.id, read);
    read(&wang, ReadNotices::One(Seq(3))).await.unwrap();
    read(&wang, ReadNotices::One(Seq(3))).await.unwrap();
    // It is not meant for this one, or there is none.
    for seq in [4, 99] {
        read(&wang, ReadNotices::One(Seq(seq))).await.unwrap();
    }
    assert_eq!(unread(kept, &wang).await, 2);
    read(&wang, ReadNotices::UpTo(Seq(1))).await.unwrap();
    assert_eq!(
        notices(kept, &wang, all).await,
        [(3, true), (2, false), (1, true)]
    );
    let one = NoticeFilter {
        kind: Some(NoticeKind::Message),
        unread: true,
        before: Some(Seq(3)),
    };
    assert_eq!(notices(kept, &wang, one).await, [(2, false)]);
    read(&wang, ReadNotices::UpTo(Seq(99))).await.unwrap();
    kept.store.push(push(None), &sender, None).await.unwrap();
    assert_eq!(unread(kept, &wang).await, 1);
    assert_eq!(unread(kept, &li).await, 1);
    // Who comes later was told nothing of that.
    let mei = kept.user("mei").await;
    assert_eq!(unread(kept, &mei).await, 0);
}

pub(crate) async fn an_answered_order_and_an_expired_message_are_no_news(kept: &Kept) {
    kept.with_menu(None).await;
    let (li, wang) = (kept.user("li").await, kept.user("wang").await);
    let placed = kept
        .store
        .place(new_order(1, 1), "token".to_owned())
        .await
        .unwrap();
    let order = placed.into_order();
    assert_eq!(unread(kept, &wang).await, 1);
    for (version, to) in [(1, OrderStatus::Accepted), (2, OrderStatus::Cancelled)] {
        let change = OrderChange::status(order.id, to, version);
        kept.store.change(change, &li).await.unwrap();
    }
    let all = NoticeFilter::default();
    assert_eq!(notices(kept, &wang, all).await, [(3, false), (1, true)]);
    assert_eq!(unread(kept, &li).await, 0);
    let sender = Sender::User(li.clone());
    let seq = kept.store.push(push(None), &sender, None).await.unwrap();
    let at = kept.clock.now();
    let user = wang.id;
    let delivery = Delivery { seq, user, at };
    kept.store.delivered(vec![delivery]).await.unwrap();
    kept.clock.pass(60);
    assert_eq!(unread(kept, &wang).await, 2);
    let mei = kept.user("mei").await;
    assert_eq!(notices(kept, &mei, all).await, [(3, true), (1, true)]);
}

pub(crate) async fn a_message_to_several_is_one_that_was_sent(kept: &Kept) {
    let (li, wang) = (kept.user("li").await, kept.user("wang").await);
    let sender = Sender::User(li.clone());
    let each = |names: &[&str]| {
        let pushes = names.iter().map(|name| push(Some(name)));
        kept.store.push_each(pushes.collect(), &sender, None)
    };
    let failed = each(&["wang", "nobody"]).await;
    assert!(failed.is_err());
    assert!(kept.bell.rang().is_empty());
    assert_eq!(each(&["wang", "li", "WANG"]).await, Ok(Seq(1)));
    assert_eq!(kept.bell.rang().len(), 2);
    kept.store.push(push(None), &sender, None).await.unwrap();
    let (user, at) = (wang.id, kept.clock.now());
    let delivery = Delivery {
        seq: Seq(1),
        user,
        at,
    };
    kept.store.delivered(vec![delivery]).await.unwrap();
    let sent = async |reader: &User, own| {
        let filter = SentFilter {
            reader: reader.id,
            own,
            since: ever(),
            before: None,
        };
        kept.store.sent_messages(filter, 10).await.unwrap()
    };
    let messages = sent(&wang, false).await;
    let [all, two] = messages.as_slice() else {
        panic!("{messages:?}")
    };
    assert!(all.to.is_empty() && all.readers == 2);
    assert_eq!((two.seq, two.to.join(" ")), (Seq(1), "li wang".to_owned()));
    assert_eq!((two.readers, two.delivered, two.seen), (2, 1, 0));
    assert!(two.is_for_reader && !two.is_own);
    assert_eq!(sent(&wang, true).await, []);
    assert!(sent(&li, true).await.iter().all(|message| message.is_own));
}

pub(crate) async fn templates_are_kept_by_version(kept: &Kept) {
    let li = kept.user("li").await;
    let fields = |name: &str| -> TemplateFields {
        let draft = TemplateDraft {
            name: name.to_owned(),
            title: String::new(),
            text: "late".to_owned(),
        };
        draft.parse().unwrap()
    };
    let change = async |change| kept.store.change_template(change, &li).await;
    let id = change(TemplateChange::Add(fields("b"))).await.unwrap();
    change(TemplateChange::Add(fields("c"))).await.unwrap();
    let edit = |name: &str, version| TemplateChange::Edit {
        template: id,
        version,
        fields: fields(name),
    };
    let fault = |reason| {
        let fault = ValidationErrors::only(Field::TemplateName, reason);
        Err(TemplateError::Invalid(fault))
    };
    assert_eq!(change(edit("c", 1)).await, fault(Reason::Taken));
    assert_eq!(change(edit("a", 1)).await, Ok(id));
    assert_eq!(change(edit("a", 1)).await, Err(TemplateError::Conflict));
    let names = kept.store.templates().await.unwrap();
    let names: Vec<_> = names
        .iter()
        .map(|it| (&*it.fields.name, it.version))
        .collect();
    assert_eq!(names, [("a", 2), ("c", 1)]);
    let nothing = TemplateChange::Delete(TemplateId(99));
    assert_eq!(change(nothing).await, Err(TemplateError::NotFound));
    assert_eq!(change(TemplateChange::Delete(id)).await, Ok(id));
    for number in 1..MAX_TEMPLATES {
        let fields = fields(&number.to_string());
        change(TemplateChange::Add(fields)).await.unwrap();
    }
    let one_more = change(TemplateChange::Add(fields("more"))).await;
    let max = MAX_TEMPLATES;
    assert_eq!(one_more, fault(Reason::NoMore { max }));
    let filter = AuditFilter {
        action: Some(AuditAction::TemplateDeleted),
        ..AuditFilter::default()
    };
    let noted = kept.store.audit(filter, 9).await.unwrap();
    assert_eq!((noted.len(), &*noted[0].subject), (1, "a"));
}
