//! Orders.

use super::{Kept, new_order};
use delivery::Seq;
use domain::{
    events::{Event, EventKind, SHOP_FRONT},
    menu::MenuChanged,
    orders::{ChangeError, Order, OrderChange, OrderStatus, PlaceError, Placed, Step},
};
use futures::future::join_all;

pub(crate) async fn an_order_and_its_event_are_kept_together(kept: &Kept) {
    kept.with_menu(None).await;
    let placed = kept.store.place(new_order(1, 2), "token".to_owned()).await;
    let Ok(Placed::New(order)) = placed else {
        panic!("not placed: {placed:?}");
    };
    assert_eq!(
        kept.store.order("token").await.unwrap().as_ref(),
        Some(&order)
    );
    let written = kept.log.after(Seq(0), 9).await.unwrap();
    assert_eq!(written, kept.bell.rang());
    let kind: EventKind = written[0].name.parse().unwrap();
    let told = Event::decode(kind, &written[0].data).unwrap();
    assert_eq!(told, Event::Order(Box::new(order)));
}

pub(crate) async fn the_same_request_is_one_order(kept: &Kept) {
    kept.with_menu(Some(9)).await;
    let place = |token: &str| kept.store.place(new_order(1, 1), token.to_owned());
    let first = place("a").await.unwrap().into_order();
    let (again, at_once) = tokio::join!(place("b"), place("c"));
    for again in [again, at_once] {
        assert_eq!(again.unwrap(), Placed::Before(first.clone()));
    }
    assert_eq!(kept.bell.rang().len(), 1);
    assert_eq!(kept.first_item().await.fields.stock, Some(8));
    let before = kept.store.placed_before("request-0001").await.unwrap();
    assert_eq!(before, Some(first));
}

pub(crate) async fn the_last_portion_is_sold_once(kept: &Kept) {
    kept.with_menu(Some(1)).await;
    let orders = (0..50).map(|request| {
        kept.store
            .place(new_order(request, 1), format!("token-{request}"))
    });
    let placed = join_all(orders).await;
    let sold = placed.iter().filter(|placed| placed.is_ok()).count();
    assert_eq!(sold, 1);
    let refused = |placed: &&Result<_, _>| matches!(placed, Err(PlaceError::Invalid(_)));
    assert_eq!(placed.iter().filter(refused).count(), 49);
    let item = kept.first_item().await;
    assert_eq!(item.fields.stock, Some(0));
    // The order, and that nothing is left.
    let rang = kept.bell.rang();
    let names: Vec<_> = rang.iter().map(|event| event.name).collect();
    assert_eq!(names, ["order", "menu"]);
    let told = Event::decode(EventKind::Menu, &rang[1].data).unwrap();
    assert_eq!(told, Event::Menu(MenuChanged::by_order(item.id)));
}

pub(crate) async fn what_is_called_off_can_be_had_again(kept: &Kept) {
    kept.with_menu(Some(3)).await;
    let li = kept.user("li").await;
    let place = |request| {
        kept.store
            .place(new_order(request, 3), format!("token-{request}"))
    };
    let order = place(1).await.unwrap().into_order();
    let change = |order: &Order, step| {
        let (order, version) = (order.id, order.version);
        let change = OrderChange {
            order,
            version,
            step,
        };
        kept.store.change(change, &li)
    };
    let left = async || kept.first_item().await.fields.stock;
    let cancel = || Step::Move(OrderStatus::Cancelled.into());
    let cancelled = change(&order, cancel()).await.unwrap();
    assert_eq!(left().await, Some(3));
    let undone = change(&cancelled, Step::Undo).await.unwrap();
    assert_eq!(
        (undone.status, left().await),
        (OrderStatus::Placed, Some(0))
    );
    let cancelled = change(&undone, cancel()).await.unwrap();
    let other = place(2).await.unwrap().into_order();
    // Somebody else has got it.
    let late = change(&cancelled, Step::Undo).await;
    assert_eq!((late, left().await), (Err(ChangeError::TooLate), Some(0)));
    let begun = change(&other, Step::Move(OrderStatus::Accepted.into()));
    let begun = change(
        &begun.await.unwrap(),
        Step::Move(OrderStatus::Preparing.into()),
    );
    change(&begun.await.unwrap(), cancel()).await.unwrap();
    assert_eq!(left().await, Some(0), "it was being made");
    let rang = kept.bell.rang();
    let names: Vec<_> = rang.iter().map(|event| event.name).collect();
    let expected = [
        ["order", "menu"],
        ["change", "menu"],
        ["change", "menu"],
        ["change", "menu"],
        ["order", "menu"],
    ];
    assert_eq!(names[..10], expected.concat());
    assert_eq!(names[10..], ["change", "change", "change"]);
}

pub(crate) async fn only_the_end_of_a_stock_is_told(kept: &Kept) {
    kept.with_menu(Some(3)).await;
    for (request, quantity) in [(1, 2), (2, 1)] {
        let placed = kept
            .store
            .place(new_order(request, quantity), format!("token-{request}"));
        placed.await.unwrap();
    }
    let refused = kept
        .store
        .place(new_order(3, 1), "token-3".to_owned())
        .await;
    assert!(refused.is_err());
    let told = kept.log.topic_after(SHOP_FRONT, Seq(0), 9).await.unwrap();
    let told: Vec<_> = told.iter().map(|event| (event.seq.0, event.name)).collect();
    assert_eq!(told, [(3, "menu")]);
    assert_eq!(kept.log.after(Seq(0), 9).await.unwrap(), kept.bell.rang());
}

pub(crate) async fn of_two_who_change_an_order_one_wins(kept: &Kept) {
    kept.with_menu(None).await;
    let (li, wang) = (kept.user("li").await, kept.user("wang").await);
    let placed = kept.store.place(new_order(1, 1), "token".to_owned()).await;
    let order = placed.unwrap().into_order();
    let change = |to| OrderChange::status(order.id, to, order.version);
    let won = kept.store.change(change(OrderStatus::Accepted), &li).await;
    let won = won.unwrap();
    assert_eq!((won.status, won.version), (OrderStatus::Accepted, 2));
    let lost = kept
        .store
        .change(change(OrderStatus::Rejected), &wang)
        .await;
    let Err(ChangeError::Conflict { status, handled }) = lost else {
        panic!("both won: {lost:?}");
    };
    assert_eq!((status, handled.unwrap().by.as_str()), (won.status, "li"));
    assert_eq!(kept.store.order("token").await.unwrap(), Some(won));
    assert_eq!(kept.bell.rang().len(), 2);
}

pub(crate) async fn the_snapshot_is_of_one_moment(kept: &Kept) {
    kept.with_menu(None).await;
    for request in 0..3 {
        let placed = kept
            .store
            .place(new_order(request, 1), format!("token-{request}"));
        placed.await.unwrap();
    }
    let snapshot = kept.store.snapshot().await.unwrap();
    let announced = snapshot.orders.iter().map(|(cursor, _)| cursor.seq.0);
    assert_eq!(announced.collect::<Vec<_>>(), [3, 2, 1]);
    assert_eq!(snapshot.cursor.seq, kept.log.head().await.unwrap());
    let history = kept.log.extent().await.unwrap().history;
    assert!(history.knows(snapshot.cursor, snapshot.cursor.seq));
}
