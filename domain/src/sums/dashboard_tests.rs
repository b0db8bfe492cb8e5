use super::*;
use crate::{
    money::Money,
    sums::{
        DishFact, MoveFact, OrdersFact,
        fixtures::{at, clock, facts, order},
    },
};

const WEEK: i64 = 7 * 86_400_000;

/// The same order a week before, at that time in UTC.
fn week_before(fact: OrdersFact) -> OrdersFact {
    let at = Timestamp::from_millis(fact.at.millis() - WEEK);
    OrdersFact { at, ..fact }
}

fn dashboard(today: &DayFacts, before: &DayFacts, now: Timestamp) -> Dashboard {
    let until = Dashboard::week_before(&clock(), now);
    let day = "2026-11-26".parse().unwrap();
    Dashboard::new(day, today, before, until, &clock()).unwrap()
}

#[test]
fn a_week_before_the_wall_showed_the_same() {
    let now = at("11:00");
    let then = Dashboard::week_before(&clock(), now);
    assert_eq!(clock().time(now), "12:00");
    assert_eq!(clock().time(then), "12:00");
    assert_eq!(clock().day(then), "2026-11-19");
    assert_eq!(now.millis() - then.millis(), WEEK + 3_600_000);
}

#[test]
fn both_days_are_counted_up_to_this_time_and_hours_are_whole() {
    use OrderStatus::{Cancelled, Finished, Placed};
    let today = facts(vec![
        order(at("10:30"), Finished, 1000),
        order(at("10:40"), Placed, 500),
        order(at("10:50"), Cancelled, 900),
    ]);
    let before = facts(vec![
        week_before(order(at("08:30"), Finished, 300)),
        week_before(order(at("11:30"), Finished, 700)),
    ]);
    let dashboard = dashboard(&today, &before, at("11:00"));
    assert_eq!(dashboard.before.to_string(), "2026-11-19");
    assert_eq!(dashboard.orders, Compared::both(2, 1));
    assert_eq!(dashboard.revenue, Compared::both(1000, 300));
    let hours = dashboard.hours.iter();
    let hours: Vec<_> = hours.map(|sum| (sum.hour, sum.now, sum.before)).collect();
    assert_eq!(hours, [(10, 0, 1), (11, 2, 0), (12, 0, 0), (13, 0, 1)]);
    assert_eq!(dashboard.accepting.difference(), None);
}

#[test]
fn waiting_is_averaged_over_what_was_not_taken_back() {
    use OrderStatus::{Accepted, Finished, Placed};
    let moved = |to, status, count, waited| MoveFact {
        to,
        status,
        by: "li".to_owned(),
        count,
        waited,
    };
    let today = DayFacts {
        moves: vec![
            moved(Accepted, Finished, 1, 10_000),
            moved(Accepted, Accepted, 2, 80_000),
            moved(Accepted, Placed, 1, 900_000),
            moved(Finished, Finished, 1, 600_000),
        ],
        ..DayFacts::default()
    };
    let dashboard = dashboard(&today, &DayFacts::default(), at("11:00"));
    assert_eq!(dashboard.accepting.now, Some(30));
    assert_eq!(dashboard.finishing.now, Some(600));
    assert_eq!(dashboard.finishing.before, None);
    assert!(dashboard.is_empty());
}

#[test]
fn the_dishes_of_today_are_compared_with_themselves() {
    use OrderStatus::{Cancelled, Finished, Placed};
    let dish = |status, item, quantity| DishFact {
        status,
        item: ItemId(item),
        name: Localized {
            zh: String::new(),
            en: item.to_string(),
        },
        quantity,
        amount: Money::ZERO,
    };
    let of = |dishes| DayFacts {
        dishes,
        ..DayFacts::default()
    };
    let mut ordered = vec![
        dish(Finished, 1, 3),
        dish(Placed, 1, 1),
        dish(Cancelled, 1, 9),
        dish(Finished, 2, 8),
    ];
    ordered.extend((3..9).map(|item| dish(Finished, item, 2)));
    let before = of(vec![dish(Finished, 2, 5), dish(Finished, 99, 50)]);
    let dashboard = dashboard(&of(ordered), &before, at("11:00"));
    assert_eq!(dashboard.dishes.len(), TOP_DISHES);
    let read = |dish: &DishCompared| (dish.name.en.clone(), dish.portions);
    let read: Vec<_> = dashboard.dishes.iter().take(2).map(read).collect();
    let expected = [
        ("2".to_owned(), Compared::both(8, 5)),
        ("1".to_owned(), Compared::both(4, 0)),
    ];
    assert_eq!(read, expected);
}
