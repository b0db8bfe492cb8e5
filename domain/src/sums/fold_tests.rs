use super::*;
use crate::{
    ids::ItemId,
    language::Localized,
    sums::{
        DishFact,
        fixtures::{at, clock, facts, order},
    },
};

fn money(minor: i64) -> Money {
    Money::from_minor(minor)
}

fn tally(count: u32, minor: i64) -> Tally {
    Tally {
        count,
        amount: money(minor),
    }
}

fn paid(fact: OrdersFact, paid_by: PaidBy, refunded: i64) -> OrdersFact {
    OrdersFact {
        paid_by,
        refunds: u32::from(refunded > 0),
        refunded: money(refunded),
        ..fact
    }
}

fn sums(facts: &DayFacts) -> DaySums {
    facts.sums(Currency::CNY, &clock()).unwrap()
}

#[test]
fn revenue_is_what_finished_orders_came_to_less_what_was_given_back() {
    use OrderStatus::{Accepted, Cancelled, Finished, Placed, Rejected};
    let noon = at("11:00");
    let sums = sums(&facts(vec![
        paid(order(noon, Finished, 1000), PaidBy::Paid(Payment::Cash), 0),
        paid(
            order(noon, Finished, 2000),
            PaidBy::Paid(Payment::Wechat),
            500,
        ),
        order(noon, Finished, 300),
        order(noon, Placed, 7000),
        order(noon, Accepted, 7000),
        order(noon, Rejected, 9000),
        paid(
            order(noon, Cancelled, 4000),
            PaidBy::Paid(Payment::Card),
            1000,
        ),
        paid(
            order(noon, Cancelled, 4000),
            PaidBy::Paid(Payment::Card),
            4000,
        ),
    ]));
    assert_eq!(sums.revenue(), money(2800));
    assert_eq!(sums.finished, tally(3, 3300));
    assert_eq!(sums.refunded, tally(1, 500));
    assert_eq!(sums.open, tally(2, 14_000));
    assert_eq!(sums.rejected, tally(1, 9000));
    assert_eq!(sums.cancelled, tally(2, 8000));
    // What was paid, and stayed in the till.
    assert_eq!(sums.kept, tally(1, 3000));
    let ways: Vec<_> = sums.paid.iter().map(|paid| (paid.by, paid.sum)).collect();
    let expected = [
        (PaidBy::Paid(Payment::Cash), tally(1, 1000)),
        (PaidBy::Paid(Payment::Wechat), tally(1, 1500)),
        (PaidBy::Unpaid, tally(1, 300)),
    ];
    assert_eq!(ways, expected);
    assert_eq!(sums.placed(), 8);
}

#[test]
fn hours_are_those_on_the_wall_also_when_clocks_go_back() {
    let finished = |time| order(at(time), OrderStatus::Finished, 100);
    // 02:30 twice, then 03:30.
    let orders = vec![finished("00:30"), finished("01:30"), finished("02:30")];
    let hours = sums(&facts(orders)).hours;
    let read = |sum: &HourSum| (sum.hour, sum.orders, sum.revenue.minor());
    let read: Vec<_> = hours.iter().map(read).collect();
    assert_eq!(read, [(2, 2, 200), (3, 1, 100)]);
}

#[test]
fn an_open_order_counts_in_its_hour_without_revenue() {
    use OrderStatus::{Cancelled, Ready};
    let orders = vec![
        order(at("11:00"), Ready, 100),
        order(at("11:30"), Cancelled, 100),
    ];
    let hour = HourSum {
        hour: 12,
        orders: 1,
        revenue: Money::ZERO,
    };
    assert_eq!(sums(&facts(orders)).hours, [hour]);
}

#[test]
fn dishes_are_those_of_finished_orders() {
    let dish = |status, item, quantity, amount| DishFact {
        status,
        item: ItemId(item),
        name: Localized::default(),
        quantity,
        amount: money(amount),
    };
    let facts = DayFacts {
        dishes: vec![
            dish(OrderStatus::Finished, 1, 3, 300),
            dish(OrderStatus::Finished, 2, 1, 900),
            dish(OrderStatus::Finished, 1, 1, 100),
            dish(OrderStatus::Cancelled, 3, 1, 5000),
        ],
        ..DayFacts::default()
    };
    let dishes = sums(&facts).dishes;
    let read: Vec<_> = dishes.iter().map(|dish| (dish.item.0, dish.sum)).collect();
    assert_eq!(read, [(2, tally(1, 900)), (1, tally(4, 400))]);
}

#[test]
fn a_move_that_was_taken_back_counts_for_nobody() {
    use OrderStatus::{Accepted, Finished, Placed, Ready};
    let moved = |to, status, by: &str| MoveFact {
        to,
        status,
        by: by.to_owned(),
        count: 2,
        waited: 0,
    };
    let facts = DayFacts {
        moves: vec![
            moved(Accepted, Finished, "li"),
            moved(Accepted, Placed, "mei"),
            moved(Finished, Finished, "li"),
            moved(Finished, Ready, "li"),
            moved(Accepted, Ready, "bo"),
        ],
        ..DayFacts::default()
    };
    let people = sums(&facts).people;
    let read = |sum: &PersonSum| (sum.name.clone(), sum.accepted, sum.finished);
    let read: Vec<_> = people.iter().map(read).collect();
    assert_eq!(read, [("bo".to_owned(), 2, 0), ("li".to_owned(), 2, 2)]);
}

#[test]
fn sums_that_can_not_be_counted_are_refused() {
    let orders = vec![
        order(at("11:00"), OrderStatus::Finished, i64::MAX),
        order(at("11:00"), OrderStatus::Finished, 1),
    ];
    assert_eq!(facts(orders).sums(Currency::CNY, &clock()), Err(TooLarge));
}

#[test]
fn sums_are_read_as_they_were_kept() {
    let orders = vec![order(at("11:00"), OrderStatus::Finished, 100)];
    let sums = sums(&facts(orders));
    let kept = serde_json::to_string(&sums).unwrap();
    assert_eq!(serde_json::from_str::<DaySums>(&kept).unwrap(), sums);
}
