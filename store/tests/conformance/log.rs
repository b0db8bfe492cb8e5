//! The log.

use super::{Kept, new_order};
use delivery::{LogError, Seq, TopicId};
use domain::{
    orders::{OrderChange, OrderStatus},
    ports::Retention,
};
use futures::future::join_all;

pub(crate) async fn events_are_read_in_order_and_none_is_left_out(kept: &Kept) {
    kept.with_menu(None).await;
    let orders = (0..30).map(|request| {
        kept.store
            .place(new_order(request, 1), format!("token-{request}"))
    });
    join_all(orders).await;
    let seqs =
        |events: Vec<delivery::Event>| events.iter().map(|event| event.seq.0).collect::<Vec<_>>();
    let all: Vec<i64> = (1..=30).collect();
    assert_eq!(seqs(kept.bell.rang()), all);
    let (first, rest) = all.split_at(20);
    assert_eq!(seqs(kept.log.after(Seq(0), 20).await.unwrap()), first);
    assert_eq!(seqs(kept.log.after(Seq(20), 20).await.unwrap()), rest);
    assert_eq!(kept.log.head().await.unwrap(), Seq(30));
}

pub(crate) async fn a_pruned_log_says_so(kept: &Kept) {
    kept.with_menu(None).await;
    for request in 0..5 {
        let placed = kept
            .store
            .place(new_order(request, 1), format!("token-{request}"));
        placed.await.unwrap();
    }
    let keep = Retention { days: 1, events: 2 };
    let pruned = kept.store.prune(keep).await.unwrap();
    assert_eq!((pruned.until, pruned.more), (Seq(3), false));
    assert_eq!(kept.log.after(Seq(2), 9).await, Err(LogError::Pruned));
    assert_eq!(kept.log.after(Seq(3), 9).await.unwrap().len(), 2);
    // Also what is the newest, once it is too old; its number is never used again.
    kept.clock.pass(2 * 86_400);
    kept.store.prune(keep).await.unwrap();
    let extent = kept.log.extent().await.unwrap();
    assert_eq!((extent.pruned, extent.head), (Seq(5), Seq(5)));
    kept.store
        .place(new_order(9, 1), "token".to_owned())
        .await
        .unwrap();
    assert_eq!(kept.log.head().await.unwrap(), Seq(6));
}

pub(crate) async fn a_topic_is_read_by_itself(kept: &Kept) {
    kept.with_menu(None).await;
    let li = kept.user("li").await;
    let mut orders = Vec::new();
    for request in 0..2 {
        let placed = kept
            .store
            .place(new_order(request, 1), format!("token-{request}"));
        orders.push(placed.await.unwrap().into_order());
    }
    let change = OrderChange::status(orders[0].id, OrderStatus::Cancelled, 1);
    kept.store.change(change, &li).await.unwrap();
    let topic = TopicId(orders[0].id.0);
    let told = kept.log.topic_after(topic, Seq(0), 9).await.unwrap();
    let told: Vec<_> = told
        .iter()
        .map(|event| (event.seq.0, event.topic.as_ref().unwrap().last))
        .collect();
    assert_eq!(told, [(1, false), (3, true)]);
}
