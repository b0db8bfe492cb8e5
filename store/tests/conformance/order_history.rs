//! What was done about an order.

use super::{Kept, new_order};
use domain::{
    money::Money,
    orders::{
        ChangeError, Move, Order, OrderChange, OrderStatus, Payment, ReasonKind, Refund, Step, What,
    },
    users::User,
};

async fn done(kept: &Kept, order: &Order, step: Step, by: &User) -> Order {
    let change = OrderChange {
        order: order.id,
        version: order.version,
        step,
    };
    let changed = kept.store.change(change, by).await.unwrap();
    // What is told is what is kept.
    let read = kept.store.order(&order.token).await.unwrap();
    assert_eq!(read.as_ref(), Some(&changed));
    changed
}

fn accept(minutes: u32) -> Step {
    Step::Move(Move {
        minutes: Some(minutes),
        ..OrderStatus::Accepted.into()
    })
}

pub(crate) async fn each_change_of_an_order_is_written_down(kept: &Kept) {
    kept.with_menu(None).await;
    let (li, wang) = (kept.user("li").await, kept.user("wang").await);
    let placed = kept.store.place(new_order(1, 1), "token".to_owned()).await;
    let order = placed.unwrap().into_order();
    let accepted = done(kept, &order, accept(10), &li).await;
    assert!(accepted.can_undo && accepted.promised.is_some());
    let back = done(kept, &accepted, Step::Undo, &li).await;
    assert_eq!((back.status, &back.handled), (OrderStatus::Placed, &None));
    let reject = Move {
        reason: Some(ReasonKind::Busy.into()),
        ..OrderStatus::Rejected.into()
    };
    let rejected = done(kept, &back, Step::Move(reject), &wang).await;
    let paid = done(kept, &rejected, Step::Pay(Some(Payment::Cash)), &li).await;
    let refund = Refund::new(Money::from_minor(1), "cold").unwrap();
    let refunded = done(kept, &paid, Step::Refund(refund.clone()), &wang).await;
    let (read, history) = kept.store.order_history(order.id).await.unwrap().unwrap();
    assert_eq!(read, refunded);
    let history = history
        .into_iter()
        .map(|entry| (entry.version, entry.by, entry.what));
    let history: Vec<_> = history.collect();
    let (from, to) = (OrderStatus::Placed, OrderStatus::Accepted);
    let expected = [
        (
            2,
            "li",
            What::Status {
                from,
                to,
                minutes: Some(10),
                reason: None,
            },
        ),
        (3, "li", What::Undo { from: to, to: from }),
        (
            4,
            "wang",
            What::Status {
                from,
                to: OrderStatus::Rejected,
                minutes: None,
                reason: Some(ReasonKind::Busy.into()),
            },
        ),
        (
            5,
            "li",
            What::Payment {
                payment: Some(Payment::Cash),
            },
        ),
        (6, "wang", What::Refund(refund)),
    ];
    assert_eq!(
        history,
        expected.map(|(version, by, what)| (version, by.to_owned(), what))
    );
}

pub(crate) async fn nothing_is_written_down_of_what_was_refused(kept: &Kept) {
    kept.with_menu(None).await;
    let li = kept.user("li").await;
    let placed = kept.store.place(new_order(1, 1), "token".to_owned()).await;
    let order = placed.unwrap().into_order();
    let change = OrderChange {
        order: order.id,
        version: order.version,
        step: Step::Undo,
    };
    let refused = kept.store.change(change, &li).await;
    assert_eq!(refused, Err(ChangeError::TooLate));
    let (read, history) = kept.store.order_history(order.id).await.unwrap().unwrap();
    assert_eq!((read, history), (order, Vec::new()));
    assert_eq!(kept.bell.rang().len(), 1);
}

pub(crate) async fn earlier_orders_are_those_of_the_same_phone(kept: &Kept) {
    kept.with_menu(None).await;
    let mut orders = Vec::new();
    for request in 0..3 {
        let placed = kept
            .store
            .place(new_order(request, 1), format!("token-{request}"));
        orders.push(placed.await.unwrap().into_order());
    }
    let earlier = kept.store.earlier_orders(&orders[2], 1).await.unwrap();
    assert_eq!(earlier, orders[1..2]);
    assert_eq!(kept.store.earlier_orders(&orders[0], 9).await.unwrap(), []);
}
