//! For how long personal data of orders is kept.

use super::{Kept, new_order};
use delivery::{Seq, TopicId};
use domain::{
    events::Event,
    orders::{Order, OrderChange, OrderStatus},
};

const DAY: i64 = 86_400;

/// The orders that events have told of, as administrators and as customers got them.
async fn told(kept: &Kept, topic: Option<i64>) -> Vec<Order> {
    let events = match topic {
        None => kept.log.after(Seq(0), 99).await,
        Some(order) => kept.log.topic_after(TopicId(order), Seq(0), 99).await,
    };
    let order = |event: delivery::Event| {
        let data = match topic {
            None => event.data,
            Some(_) => event.topic.unwrap().data,
        };
        match Event::decode(event.name.parse().unwrap(), &data).unwrap() {
            Event::Order(order) => *order,
            Event::Change(change) | Event::Finish(change) => change.order,
            other => panic!("not of an order: {other:?}"),
        }
    };
    events.unwrap().into_iter().map(order).collect()
}

pub(crate) async fn personal_data_goes_when_its_time_is_over(kept: &Kept) {
    kept.with_menu(None).await;
    let li = kept.user("li").await;
    let place = async |request, token: &str| {
        let placed = kept.store.place(new_order(request, 2), token.to_owned());
        placed.await.unwrap().into_order()
    };
    let old = place(1, "old").await;
    let change = OrderChange::status(old.id, OrderStatus::Accepted, old.version);
    let old = kept.store.change(change, &li).await.unwrap();
    kept.clock.pass(30 * DAY - 60);
    let forgotten = kept.store.forget_customers(30).await.unwrap();
    assert_eq!((forgotten.until, forgotten.more), (Seq(0), false));
    assert_eq!(kept.store.order("old").await.unwrap(), Some(old.clone()));
    kept.clock.pass(120);
    let young = place(2, "young").await;
    let forgotten = kept.store.forget_customers(30).await.unwrap();
    assert_eq!((forgotten.until, forgotten.more), (Seq(2), false));
    let mut emptied = old.clone();
    emptied.customer.name.clear();
    emptied.customer.phone.clear();
    emptied.note.clear();
    // Sums and lines stay.
    assert_eq!(kept.store.order("old").await.unwrap(), Some(emptied));
    assert_eq!(
        kept.store.order("young").await.unwrap(),
        Some(young.clone())
    );
    for topic in [None, Some(old.id.0), Some(young.id.0)] {
        for order in told(kept, topic).await {
            let is_named = !order.customer.name.is_empty();
            assert_eq!(is_named, order.id == young.id, "{topic:?} {order:?}");
            assert_eq!(order.customer.phone.is_empty(), !is_named);
            assert_eq!(order.total, old.total);
        }
    }
    assert_eq!(told(kept, None).await.len(), 3);
    // What happens to it later has no name either.
    let finish = OrderChange::status(old.id, OrderStatus::Finished, old.version);
    let finished = kept.store.change(finish, &li).await.unwrap();
    assert_eq!((&*finished.customer.name, finished.lines), ("", old.lines));
    let again = kept.store.forget_customers(30).await.unwrap();
    assert_eq!(again.until, Seq(2));
}

pub(crate) async fn many_orders_are_forgotten_a_batch_at_a_time(kept: &Kept) {
    kept.with_menu(None).await;
    for request in 0..130 {
        let placed = kept
            .store
            .place(new_order(request, 1), format!("token-{request}"));
        placed.await.unwrap();
    }
    kept.clock.pass(2 * DAY);
    let mut more = true;
    let mut batches = 0;
    while more {
        more = kept.store.forget_customers(1).await.unwrap().more;
        batches += 1;
    }
    assert!(batches > 1, "the writer was kept from orders");
    let orders = kept.store.orders_before(None, 200).await.unwrap();
    assert_eq!(orders.len(), 130);
    assert!(orders.iter().all(|order| order.customer.name.is_empty()));
}
