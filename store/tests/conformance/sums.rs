//! What the shop's days came to.

use super::{Kept, new_order};
use delivery::{Clock, Timestamp};
use domain::{
    ShopClock,
    audit::AuditAction,
    orders::{Order, OrderChange, OrderStatus},
    ports::AuditFilter,
    sums::{Close, CloseError, Day, DayFacts},
    users::User,
};

const DAY: i64 = 86_400;

async fn place(kept: &Kept, request: usize) -> Order {
    let placed = kept.store.place(new_order(request, 2), request.to_string());
    placed.await.unwrap().into_order()
}

async fn change(kept: &Kept, order: Order, by: &User, steps: &[OrderStatus]) -> Order {
    let mut order = order;
    for to in steps.iter().copied() {
        let change = OrderChange::status(order.id, to, order.version);
        order = kept.store.change(change, by).await.unwrap();
    }
    order
}

fn day_of(order: &Order) -> Day {
    order.day.parse().unwrap()
}

async fn facts(kept: &Kept, day: Day) -> DayFacts {
    let end = Timestamp::from_millis(i64::MAX);
    kept.store.day_facts(day, end).await.unwrap()
}

pub(crate) async fn a_day_is_closed_once_and_as_it_was_seen(kept: &Kept) {
    use OrderStatus::{Accepted, Cancelled, Finished};
    kept.with_menu(None).await;
    let li = kept.user("li").await;
    let open = place(kept, 1).await;
    let day = day_of(&open);
    let close = |stamp| kept.store.close_day(Close { day, stamp }, &li);
    assert_eq!(close(1).await, Err(CloseError::StillOpen));
    let seen = kept.store.kept_day(day).await.unwrap();
    assert_eq!(seen.facts.open[0].id, open.id);
    assert_eq!(seen.closing, None);
    let first = change(kept, open, &li, &[Accepted, Finished]).await;
    let second = place(kept, 2).await;
    change(kept, second, &li, &[Cancelled]).await;
    assert_eq!(close(seen.facts.stamp()).await, Err(CloseError::Conflict));
    let seen = facts(kept, day).await;
    assert_eq!(close(seen.stamp()).await, Ok(()));
    let closed = kept.store.kept_day(day).await.unwrap();
    let closing = closed.closing.unwrap();
    assert_eq!((closing.day, &*closing.by), (day, "li"));
    let sums = seen.sums(first.currency, &*kept.clock).unwrap();
    assert_eq!(closing.sums, sums);
    assert_eq!(sums.revenue(), first.total);
    assert_eq!(closed.later, []);
    // One that comes later changes nothing of that.
    let late = place(kept, 3).await;
    change(kept, late.clone(), &li, &[Accepted, Finished]).await;
    assert_eq!(close(0).await, Ok(()));
    let closed = kept.store.kept_day(day).await.unwrap();
    assert_eq!(closed.closing.unwrap().sums, sums);
    let later: Vec<_> = closed
        .later
        .iter()
        .map(|one| (one.id, one.is_new))
        .collect();
    assert_eq!(later, [(late.id, true)]);
    let filter = AuditFilter {
        action: Some(AuditAction::DayClosed),
        ..AuditFilter::default()
    };
    let noted = kept.store.audit(filter, 9).await.unwrap();
    let noted: Vec<_> = noted
        .iter()
        .map(|one| (&*one.name, &*one.subject))
        .collect();
    assert_eq!(noted, [("li", &*day.to_string())]);
    let none = Close {
        day: "2020-01-01".parse().unwrap(),
        stamp: 0,
    };
    let none = kept.store.close_day(none, &li).await;
    assert_eq!(none, Err(CloseError::NotFound));
}

pub(crate) async fn days_are_listed_newest_first(kept: &Kept) {
    use OrderStatus::{Accepted, Finished};
    kept.with_menu(None).await;
    let li = kept.user("li").await;
    assert_eq!(kept.store.days(None, 9).await.unwrap(), (vec![], vec![]));
    let mut days = Vec::new();
    for request in 1..=4 {
        let order = place(kept, request).await;
        days.push(day_of(&order));
        change(kept, order, &li, &[Accepted, Finished]).await;
        kept.clock.pass(DAY);
    }
    let stamp = facts(kept, days[1]).await.stamp();
    let close = Close {
        day: days[1],
        stamp,
    };
    kept.store.close_day(close, &li).await.unwrap();
    let read = async |before, limit| {
        let (tallies, closings) = kept.store.days(before, limit).await.unwrap();
        let mut listed: Vec<_> = tallies.iter().map(|tally| tally.day).collect();
        listed.sort_unstable();
        let closed: Vec<_> = closings.iter().map(|closing| closing.day).collect();
        (listed, closed)
    };
    assert_eq!(read(None, 2).await, (days[2..].to_vec(), vec![]));
    let before = (days[..2].to_vec(), vec![days[1]]);
    assert_eq!(read(Some(days[2]), 9).await, before);
    assert_eq!(read(Some(days[0]), 9).await, (vec![], vec![]));
}

pub(crate) async fn what_is_counted_is_of_one_day(kept: &Kept) {
    use OrderStatus::{Accepted, Finished};
    kept.with_menu(None).await;
    let li = kept.user("li").await;
    let before = place(kept, 1).await;
    kept.clock.pass(DAY);
    let finished = place(kept, 2).await;
    let finished = change(kept, finished, &li, &[Accepted, Finished]).await;
    kept.clock.pass(120);
    let between = kept.clock.now();
    let open = place(kept, 3).await;
    let day = day_of(&finished);
    assert_eq!(day.to_string(), kept.clock.day(finished.placed_at));
    let whole = facts(kept, day).await;
    let statuses: Vec<_> = whole.orders.iter().map(|fact| fact.status).collect();
    assert_eq!(statuses, [Finished, OrderStatus::Placed]);
    assert_eq!(whole.dishes.len(), 2);
    assert_eq!(whole.open[0].id, open.id);
    // All but the orders themselves up to a moment.
    let part = kept.store.day_facts(day, between).await.unwrap();
    assert_eq!(part.orders, whole.orders);
    let read = |fact: &domain::sums::DishFact| (fact.status, fact.quantity, fact.amount);
    let dishes: Vec<_> = part.dishes.iter().map(read).collect();
    assert_eq!(dishes, [(Finished, 2, finished.total)]);
    assert_eq!(facts(kept, day_of(&before)).await.orders.len(), 1);
}
