use super::*;
use crate::{
    money::Money,
    orders::{
        ReasonKind,
        batch_fixtures::{clock, order},
    },
    users::{Role, UserId},
};

fn li() -> User {
    User {
        id: UserId(1),
        name: "li".to_owned(),
        role: Role::Staff,
    }
}

fn change(to: OrderStatus, version: u32) -> OrderChange {
    OrderChange::status(OrderId(1), to, version)
}

fn step(step: Step, version: u32) -> OrderChange {
    OrderChange {
        order: OrderId(1),
        version,
        step,
    }
}

fn placed() -> KeptOrder {
    KeptOrder {
        order: order(),
        undo: None,
    }
}

/// What is kept after a change.
fn after(decided: &DecidedChange) -> KeptOrder {
    KeptOrder {
        order: decided.changed.order.clone(),
        undo: decided.undo.clone(),
    }
}

fn accepted() -> DecidedChange {
    let accept = Move {
        minutes: Some(15),
        ..OrderStatus::Accepted.into()
    };
    let decided = step(Step::Move(accept), 1).decide(placed(), &li(), &clock());
    decided.unwrap()
}

#[test]
fn a_change_counts_the_version_up_and_says_who_and_when() {
    let decided = accepted();
    let changed = &decided.changed;
    assert_eq!(
        (changed.from, changed.to),
        (OrderStatus::Placed, OrderStatus::Accepted)
    );
    assert_eq!(changed.order.version, 2);
    let handled = changed.order.handled.as_ref().unwrap();
    assert_eq!(
        (handled.by.as_str(), handled.time.as_str()),
        ("li", "12:04")
    );
    let promised = changed.order.promised.as_ref().unwrap();
    assert_eq!(promised.at, changed.at.plus_seconds(15 * 60));
    assert!(changed.order.can_undo);
    let what = What::Status {
        from: OrderStatus::Placed,
        to: OrderStatus::Accepted,
        minutes: Some(15),
        reason: None,
    };
    assert_eq!((decided.entry.version, &decided.entry.what), (2, &what));
}

#[test]
fn whoever_saw_an_older_version_is_told_who_was_faster() {
    let kept = after(&accepted());
    let handled = kept.order.handled.clone();
    let late = change(OrderStatus::Rejected, 1).decide(kept, &li(), &clock());
    let status = OrderStatus::Accepted;
    assert_eq!(late, Err(ChangeError::Conflict { status, handled }));
}

#[test]
fn an_order_goes_no_way_that_its_life_does_not_have() {
    let (from, to) = (OrderStatus::Placed, OrderStatus::Finished);
    let refused = change(to, 1).decide(placed(), &li(), &clock());
    assert_eq!(refused, Err(ChangeError::NotAllowed { from, to }));
}

#[test]
fn a_move_is_taken_back_once_by_whoever_made_it() {
    let kept = after(&accepted());
    let mei = User {
        id: UserId(2),
        name: "mei".to_owned(),
        role: Role::Owner,
    };
    let undo = || step(Step::Undo, 2);
    let theirs = undo().decide(kept.clone(), &mei, &clock());
    assert_eq!(theirs, Err(ChangeError::TooLate));
    let back = undo().decide(kept, &li(), &clock()).unwrap();
    let order = &back.changed.order;
    assert_eq!((order.status, order.version), (OrderStatus::Placed, 3));
    assert!(order.handled.is_none() && order.promised.is_none() && !order.can_undo);
    let twice = step(Step::Undo, 3).decide(after(&back), &li(), &clock());
    assert_eq!(twice, Err(ChangeError::TooLate));
}

#[test]
fn what_was_done_a_while_ago_stays() {
    let mut kept = after(&accepted());
    let handled = kept.order.handled.as_mut().unwrap();
    handled.at = Timestamp::from_millis(handled.at.millis() - 21_000);
    let late = step(Step::Undo, 2).decide(kept, &li(), &clock());
    assert_eq!(late, Err(ChangeError::TooLate));
}

#[test]
fn a_reason_belongs_to_what_was_called_off() {
    let reason = StatusReason {
        kind: ReasonKind::SoldOut,
        text: "  no noodles\r\ntoday ".to_owned(),
    };
    let called_off = |to| Move {
        to,
        minutes: Some(5),
        reason: Some(reason.clone()),
    };
    let decide = |to| step(Step::Move(called_off(to)), 1).decide(placed(), &li(), &clock());
    let rejected = decide(OrderStatus::Rejected).unwrap().changed.order;
    assert_eq!(rejected.reason.unwrap().text, "no noodles\ntoday");
    assert_eq!(rejected.promised, None);
    assert_eq!(
        decide(OrderStatus::Accepted).unwrap().changed.order.reason,
        None
    );
    let long = StatusReason {
        kind: ReasonKind::Other,
        text: "x".repeat(201),
    };
    let long = Move {
        reason: Some(long),
        ..OrderStatus::Rejected.into()
    };
    let refused = step(Step::Move(long), 1).decide(placed(), &li(), &clock());
    assert!(matches!(refused, Err(ChangeError::Reason(_))));
}

#[test]
fn no_more_is_promised_than_a_day() {
    for minutes in [0, 24 * 60 + 1, u32::MAX] {
        let accept = Move {
            minutes: Some(minutes),
            ..OrderStatus::Accepted.into()
        };
        let refused = step(Step::Move(accept), 1).decide(placed(), &li(), &clock());
        assert!(
            matches!(refused, Err(ChangeError::Promise { .. })),
            "{minutes}"
        );
    }
}

#[test]
fn payment_and_refunds_are_noted_and_are_no_move() {
    let pay = step(Step::Pay(Some(Payment::Cash)), 1).decide(placed(), &li(), &clock());
    let paid = pay.unwrap();
    assert!(!paid.changed.is_move());
    assert_eq!(paid.changed.order.payment, Some(Payment::Cash));
    let refund = |minor, version| {
        let amount = Money::from_minor(minor);
        step(Step::Refund(Refund::new(amount, "cold").unwrap()), version)
    };
    let some = refund(40, 2).decide(after(&paid), &li(), &clock()).unwrap();
    assert_eq!(some.changed.order.refunded, Money::from_minor(40));
    for minor in [-1, 0, 61, i64::MAX] {
        let refused = refund(minor, 3).decide(after(&some), &li(), &clock());
        let left = Money::from_minor(60);
        assert_eq!(refused, Err(ChangeError::Refund { left }), "{minor}");
    }
}
