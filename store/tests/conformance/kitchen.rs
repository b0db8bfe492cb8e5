//! The kitchen and its board.

use super::{Kept, new_order};
use delivery::Seq;
use domain::{
    audit::AuditAction,
    events::{Event, EventKind, ORDERS},
    kitchen::{LineTick, TickError},
    orders::{Order, OrderChange, OrderId, OrderStatus},
    ports::AuditFilter,
    users::User,
};

async fn placed(kept: &Kept, request: usize) -> Order {
    let token = format!("token-{request}");
    let placed = kept.store.place(new_order(request, 2), token).await;
    placed.unwrap().into_order()
}

async fn moved(kept: &Kept, order: &Order, to: OrderStatus, by: &User) -> Order {
    let change = OrderChange::status(order.id, to, order.version);
    kept.store.change(change, by).await.unwrap()
}

fn tick(order: OrderId, line: u32, done: bool) -> LineTick {
    LineTick { order, line, done }
}

pub(crate) async fn a_line_is_ticked_and_told_together_and_once(kept: &Kept) {
    kept.with_menu(None).await;
    let li = kept.user("li").await;
    let order = placed(kept, 1).await;
    let ticks = async |line, done| kept.store.tick_line(tick(order.id, line, done), &li).await;
    // Nobody has accepted it.
    let early = ticks(0, true).await;
    assert!(
        matches!(early, Err(TickError::NotInKitchen { .. })),
        "{early:?}"
    );
    assert!(kept.store.kitchen().await.unwrap().orders.is_empty());
    let order = moved(kept, &order, OrderStatus::Accepted, &li).await;
    let rang = kept.bell.rang().len();
    for _ in 0..2 {
        ticks(0, true).await.unwrap();
    }
    let told = kept.bell.rang().split_off(rang);
    assert_eq!(told.len(), 1);
    let Event::Line(ticked) = Event::decode(EventKind::Line, &told[0].data).unwrap() else {
        panic!("{told:?}");
    };
    assert_eq!(
        (ticked.order, ticked.line, ticked.done),
        (order.id, 0, true)
    );
    assert_eq!(kept.log.after(Seq(0), 9).await.unwrap(), kept.bell.rang());
    let kitchen = kept.store.kitchen().await.unwrap();
    let line = &kitchen.orders[0].lines[0];
    assert_eq!(line.made.as_ref().unwrap().by, "li");
    assert!(kitchen.orders[0].is_made());
    assert!(kitchen.stations[0].makes(line.category.unwrap()));
    ticks(0, false).await.unwrap();
    assert!(!kept.store.kitchen().await.unwrap().orders[0].is_made());
    assert_eq!(ticks(1, true).await, Err(TickError::NotFound));
    let unknown = kept.store.tick_line(tick(OrderId(99), 0, true), &li).await;
    assert_eq!(unknown, Err(TickError::NotFound));
}

pub(crate) async fn the_board_has_what_is_in_work_and_what_is_ready(kept: &Kept) {
    kept.with_menu(None).await;
    let li = kept.user("li").await;
    for (request, to) in [
        (1, None),
        (2, Some(OrderStatus::Preparing)),
        (3, Some(OrderStatus::Ready)),
    ] {
        let order = placed(kept, request).await;
        if let Some(to) = to {
            let order = moved(kept, &order, OrderStatus::Accepted, &li).await;
            let order = moved(kept, &order, OrderStatus::Preparing, &li).await;
            if to == OrderStatus::Ready {
                moved(kept, &order, to, &li).await;
            }
        }
    }
    let board = kept.store.board_orders().await.unwrap();
    let told: Vec<_> = board.iter().map(|o| (o.number, o.status)).collect();
    let expected = [(2, OrderStatus::Preparing), (3, OrderStatus::Ready)];
    assert_eq!(told, expected);
    // The next day, after a night, nothing is left of them.
    kept.clock.pass(36 * 3600);
    assert!(kept.store.board_orders().await.unwrap().is_empty());
}

pub(crate) async fn a_board_hears_of_each_order_from_the_log(kept: &Kept) {
    kept.with_menu(None).await;
    let li = kept.user("li").await;
    let order = placed(kept, 1).await;
    let order = moved(kept, &order, OrderStatus::Accepted, &li).await;
    kept.store
        .tick_line(tick(order.id, 0, true), &li)
        .await
        .unwrap();
    moved(kept, &order, OrderStatus::Ready, &li).await;
    let told = kept.log.topic_after(ORDERS, Seq(1), 9).await.unwrap();
    let seqs: Vec<_> = told.iter().map(|event| event.seq.0).collect();
    assert_eq!(seqs, [2, 4]);
    assert!(told.iter().all(|event| event.bell == Some(ORDERS)));
}

pub(crate) async fn the_link_of_the_board_is_one_and_its_changes_are_noted(kept: &Kept) {
    let li = kept.user("li").await;
    let set = async |token: Option<&str>| {
        let token = token.map(str::to_owned);
        kept.store.set_board_token(token, &li).await.unwrap();
        kept.store.board_token().await.unwrap()
    };
    assert_eq!(set(None).await, None);
    assert_eq!(set(Some("a")).await.as_deref(), Some("a"));
    assert_eq!(set(Some("b")).await.as_deref(), Some("b"));
    assert_eq!(set(None).await, None);
    let entries = kept.store.audit(AuditFilter::default(), 3).await.unwrap();
    let actions: Vec<_> = entries.iter().map(|entry| entry.action).collect();
    let (linked, closed) = (AuditAction::BoardLinked, AuditAction::BoardClosed);
    assert_eq!(actions, [closed, linked, linked]);
}
