//! What is counted of columns that are filled in by others: the tests fill them in.

use super::{
    Sqlite,
    conformance::{Kept, new_order},
    open,
};
use delivery::Timestamp;
use domain::{
    money::{Currency, Money},
    orders::{Order, OrderChange, OrderStatus, Payment},
    sums::{Close, Day, DaySums, LaterWhat, PaidBy},
    users::User,
};
use sqlx::{ConnectOptions, SqliteConnection, sqlite::SqliteConnectOptions};
use std::ops::RangeInclusive;

impl Sqlite {
    /// A connection of another program.
    async fn database(&self) -> SqliteConnection {
        let options = SqliteConnectOptions::new().filename(self.path());
        options.connect().await.unwrap()
    }
}

async fn run(db: &mut SqliteConnection, sql: &'static str) {
    sqlx::raw_sql(sql).execute(db).await.unwrap();
}

async fn finished(kept: &Kept, request: usize, by: &User) -> Order {
    let placed = kept.store.place(new_order(request, 1), request.to_string());
    let mut order = placed.await.unwrap().into_order();
    for to in [OrderStatus::Accepted, OrderStatus::Finished] {
        let change = OrderChange::status(order.id, to, order.version);
        order = kept.store.change(change, by).await.unwrap();
    }
    order
}

/// The day of the orders.
async fn finished_each(kept: &Kept, requests: RangeInclusive<usize>, by: &User) -> Day {
    let mut day = None;
    for request in requests {
        day = finished(kept, request, by).await.day.parse().ok();
    }
    day.unwrap()
}

async fn sums(kept: &Kept, day: Day) -> DaySums {
    let facts = kept.store.kept_day(day).await.unwrap().facts;
    facts.sums(Currency::CNY, &*kept.clock).unwrap()
}

#[tokio::test]
async fn payments_refunds_and_reasons_are_counted() {
    let sqlite = open().await;
    let kept = &sqlite.kept;
    kept.with_menu(None).await;
    let li = kept.user("li").await;
    let mut db = sqlite.database().await;
    let day = finished_each(kept, 1..=5, &li).await;
    run(
        &mut db,
        r#"update orders set payment = 'cash' where id = 1;
        update orders set payment = 'wechat', refunded = 200 where id = 2;
        update orders set status = 'cancelled', payment = 'card', refunded = total where id = 3;
        update orders set status = 'cancelled', payment = 'card', refunded = 1,
            reason = '{"kind":"customer","text":"ill"}' where id = 4"#,
    )
    .await;
    let sums = sums(kept, day).await;
    assert_eq!(sums.revenue(), Money::from_minor(3 * 3200 - 200));
    let paid = |paid: &domain::sums::PaidSum| (paid.by, paid.sum.amount.minor());
    let paid: Vec<_> = sums.paid.iter().map(paid).collect();
    let expected = [
        (PaidBy::Paid(Payment::Cash), 3200),
        (PaidBy::Paid(Payment::Wechat), 3000),
        (PaidBy::Unpaid, 3200),
    ];
    assert_eq!(paid, expected);
    assert_eq!((sums.kept.count, sums.kept.amount.minor()), (1, 3199));
    let reason = |sum: &domain::sums::ReasonSum| (sum.reason.clone(), sum.count);
    let mut reasons: Vec<_> = sums.reasons.iter().map(reason).collect();
    reasons.sort();
    assert_eq!(reasons, [(String::new(), 1), ("customer".to_owned(), 1)]);
}

#[tokio::test]
async fn the_last_who_moved_an_order_is_counted() {
    let sqlite = open().await;
    let kept = &sqlite.kept;
    kept.with_menu(None).await;
    let li = kept.user("li").await;
    kept.user("mei").await;
    let order = finished(kept, 1, &li).await;
    let mut db = sqlite.database().await;
    run(
        &mut db,
        r#"delete from order_history;
        insert into order_history (order_id, version, at, user_id, what)
        select orders.id, move.value ->> 0, placed_at + (move.value ->> 1),
            (select id from users where name = move.value ->> 2), move.value ->> 3
        from orders, json_each('[
            [2, 1000, "li", "{\"kind\":\"status\",\"from\":\"placed\",\"to\":\"accepted\"}"],
            [3, 2000, "li", "{\"kind\":\"undo\",\"from\":\"accepted\",\"to\":\"placed\"}"],
            [4, 9000, "mei", "{\"kind\":\"status\",\"from\":\"placed\",\"to\":\"accepted\"}"],
            [5, -500, "li", "{\"kind\":\"status\",\"from\":\"accepted\",\"to\":\"finished\"}"]
        ]') as move"#,
    )
    .await;
    let day = order.day.parse().unwrap();
    let end = Timestamp::from_millis(i64::MAX);
    let facts = kept.store.day_facts(day, end).await.unwrap();
    let read = |fact: &domain::sums::MoveFact| (fact.to, fact.by.clone(), fact.waited);
    let mut moves: Vec<_> = facts.moves.iter().map(read).collect();
    moves.sort_by_key(|(_, _, waited)| *waited);
    let expected = [
        (OrderStatus::Finished, "li".to_owned(), 0),
        (OrderStatus::Accepted, "mei".to_owned(), 9000),
    ];
    assert_eq!(moves, expected);
}

#[tokio::test]
async fn options_are_counted_by_their_choice() {
    let sqlite = open().await;
    let kept = &sqlite.kept;
    kept.with_menu(None).await;
    let li = kept.user("li").await;
    let mut db = sqlite.database().await;
    let day = finished_each(kept, 1..=2, &li).await;
    run(
        &mut db,
        r#"update order_lines set quantity = 1 + order_id, options = json_array(json_object(
            'choice', '3-1', 'price', 150,
            'name', json_object('zh', '大', 'en', 'large ' || order_id)
        ))"#,
    )
    .await;
    let sums = sums(kept, day).await;
    let read = |sum: &domain::sums::OptionSum| (sum.name.en.clone(), sum.sum.count, sum.sum.amount);
    let read: Vec<_> = sums.options.iter().map(read).collect();
    assert_eq!(read, [("large 2".to_owned(), 5, Money::from_minor(750))]);
}

#[tokio::test]
async fn a_refund_after_closing_is_told_beside() {
    let sqlite = open().await;
    let kept = &sqlite.kept;
    kept.with_menu(None).await;
    let li = kept.user("li").await;
    let order = finished(kept, 1, &li).await;
    let day = order.day.parse().unwrap();
    let stamp = kept.store.kept_day(day).await.unwrap().facts.stamp();
    let close = Close { day, stamp };
    kept.store.close_day(close, &li).await.unwrap();
    let mut db = sqlite.database().await;
    run(
        &mut db,
        r#"update orders set version = version + 1, refunded = 250;
        insert into order_history (order_id, version, at, user_id, what)
        select id, version, handled_at, handled_by, '{"kind":"refund","amount":250,"why":"cold"}'
        from orders"#,
    )
    .await;
    let closed = kept.store.kept_day(day).await.unwrap();
    let amount = Money::from_minor(250);
    assert_eq!(closed.later.len(), 1);
    assert_eq!(
        (closed.later[0].is_new, closed.later[0].refunded),
        (false, amount)
    );
    let changes = &closed.later[0].changes;
    assert_eq!(changes.len(), 1);
    assert_eq!(changes[0].what, LaterWhat::Refund { amount });
    assert_eq!(closed.closing.unwrap().sums.revenue(), order.total);
}
