//! Messages, and who got and saw them.

use super::{Kept, new_order};
use delivery::{Clock, Seq};
use domain::{
    messages::{Delivery, IdempotentRequest, NewPush, PushDraft, PushError, Seen, Sender},
    orders::OrderId,
};

fn draft(to: Option<&str>, text: &str) -> PushDraft {
    PushDraft {
        to: to.map(str::to_owned),
        text: text.to_owned(),
        expires_in: Some(60),
        ..PushDraft::default()
    }
}

fn push(to: Option<&str>, text: &str) -> NewPush {
    NewPush::parse(&draft(to, text)).unwrap()
}

pub(crate) async fn a_message_waits_for_its_reader_until_it_expires(kept: &Kept) {
    let (li, wang) = (kept.user("li").await, kept.user("wang").await);
    let sender = Sender::User(li.clone());
    kept.store
        .push(push(Some("WANG"), "a"), &sender, None)
        .await
        .unwrap();
    kept.store
        .push(push(None, "b"), &sender, None)
        .await
        .unwrap();
    let waiting = async |user| {
        let waiting = kept.store.messages(user, Seq(0), Seq(9)).await.unwrap();
        waiting.iter().map(|event| event.seq.0).collect::<Vec<_>>()
    };
    assert_eq!(waiting(li.id).await, [2]);
    assert_eq!(waiting(wang.id).await, [1, 2]);
    let nobody = kept
        .store
        .push(push(Some("nobody"), "c"), &sender, None)
        .await;
    assert_eq!(nobody, Err(PushError::UnknownUser));
    kept.clock.pass(60);
    assert_eq!(waiting(wang.id).await, [] as [i64; 0]);
}

pub(crate) async fn the_same_request_is_one_message(kept: &Kept) {
    let sender = Sender::User(kept.user("li").await);
    let request = |text: &str| {
        Some(IdempotentRequest {
            key: "key".to_owned(),
            draft: draft(None, text),
        })
    };
    let send = |text: &str| kept.store.push(push(None, text), &sender, request(text));
    let first = send("a").await;
    assert_eq!(send("a").await, first);
    assert_eq!(send("b").await, Err(PushError::KeyReused));
    assert_eq!(kept.bell.rang().len(), 1);
}

pub(crate) async fn receipts_say_who_got_and_saw_it(kept: &Kept) {
    let (li, wang) = (kept.user("li").await, kept.user("wang").await);
    let sender = Sender::User(li.clone());
    let seq = kept
        .store
        .push(push(None, "a"), &sender, None)
        .await
        .unwrap();
    let at = kept.clock.now();
    let delivery = Delivery {
        seq,
        user: wang.id,
        at,
    };
    kept.store.delivered(vec![delivery]).await.unwrap();
    assert_eq!(kept.store.last_message(wang.id).await.unwrap(), seq);
    let seen = vec![Seen { seq, at }];
    assert_eq!(
        kept.store.seen(wang.id, seen.clone()).await.unwrap().len(),
        1
    );
    // For the second time it is seen for the first time no more.
    assert_eq!(kept.store.seen(wang.id, seen).await.unwrap().len(), 0);
    let receipts = kept.store.receipts(seq).await.unwrap().unwrap();
    assert_eq!(receipts.sender, sender);
    let told: Vec<_> = receipts
        .recipients
        .iter()
        .map(|it| {
            (
                it.name.as_str(),
                it.delivered_at.is_some(),
                it.seen_at.is_some(),
            )
        })
        .collect();
    assert_eq!(told, [("li", false, false), ("wang", true, true)]);
    // What was sent at one moment expires at one.
    let sent = kept.log.after(Seq(0), 1).await.unwrap();
    assert_eq!(sent[0].expires_at, Some(receipts.sent_at.plus_seconds(60)));
    assert_eq!(kept.store.receipts(Seq(99)).await.unwrap(), None);
}

pub(crate) async fn a_message_about_an_order_is_for_its_sender_and_its_readers(kept: &Kept) {
    kept.with_menu(None).await;
    let (li, wang) = (kept.user("li").await, kept.user("wang").await);
    let zhao = kept.user("zhao").await;
    let placed = kept.store.place(new_order(1, 1), "token".to_owned());
    let order = placed.await.unwrap().into_order().id;
    let about = |to: Option<&str>, text| NewPush {
        order: Some(order),
        ..push(to, text)
    };
    let sender = Sender::User(li.clone());
    for pushes in [
        vec![about(Some("wang"), "a"), about(Some("li"), "a")],
        vec![about(None, "b")],
        vec![push(None, "of no order")],
    ] {
        let sent = kept.store.push_each(pushes, &sender, None).await;
        sent.unwrap();
    }
    let read = async |user| {
        let found = kept.store.messages_about(order, user, 9).await.unwrap();
        let found = found.into_iter().map(|it| (it.text, it.from, it.to));
        found.collect::<Vec<_>>()
    };
    let names = |names: &[&str]| names.iter().map(ToString::to_string).collect();
    let a = ("a".to_owned(), "li".to_owned(), names(&["li", "wang"]));
    let b = ("b".to_owned(), "li".to_owned(), names(&[]));
    assert_eq!(read(wang.id).await, [b.clone(), a.clone()]);
    assert_eq!(read(li.id).await, [b.clone(), a]);
    assert_eq!(read(zhao.id).await, [b]);
    let newest = kept.store.messages_about(order, wang.id, 1).await.unwrap();
    assert_eq!(newest[0].text, "b");
    let others = kept.store.messages_about(OrderId(99), li.id, 9).await;
    assert_eq!(others, Ok(Vec::new()));
}
