use super::*;
use crate::{
    orders::batch_fixtures::{clock, order},
    users::{Role, UserId},
};

fn li() -> User {
    User {
        id: UserId(1),
        name: "li".to_owned(),
        role: Role::Staff,
    }
}

fn change(to: OrderStatus, version: u32) -> StatusChange {
    StatusChange {
        order: OrderId(1),
        to,
        version,
    }
}

#[test]
fn a_change_counts_the_version_up_and_says_who_and_when() {
    let decided = change(OrderStatus::Accepted, 1).decide(order(), &li(), &clock());
    let changed = decided.unwrap();
    assert_eq!(
        (changed.from, changed.to),
        (OrderStatus::Placed, OrderStatus::Accepted)
    );
    assert_eq!(changed.order.version, 2);
    let handled = changed.order.handled.unwrap();
    assert_eq!(
        (handled.by.as_str(), handled.time.as_str()),
        ("li", "12:04")
    );
}

#[test]
fn whoever_saw_an_older_version_is_told_who_was_faster() {
    let changed = change(OrderStatus::Accepted, 1)
        .decide(order(), &li(), &clock())
        .unwrap();
    let late = change(OrderStatus::Rejected, 1).decide(changed.order.clone(), &li(), &clock());
    let handled = changed.order.handled;
    assert_eq!(
        late,
        Err(ChangeError::Conflict {
            status: OrderStatus::Accepted,
            handled
        })
    );
}

#[test]
fn an_order_goes_no_way_that_its_life_does_not_have() {
    let (from, to) = (OrderStatus::Placed, OrderStatus::Finished);
    let refused = change(to, 1).decide(order(), &li(), &clock());
    assert_eq!(refused, Err(ChangeError::NotAllowed { from, to }));
}
