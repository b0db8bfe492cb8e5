use super::*;
use crate::desk::{state::PageSubject, urgency::Urgency};
use delivery::{Epoch, LocalTime, Seq, control::Reset};
use domain::{
    Timestamp,
    handover::Handover,
    language::Language,
    menu::{ItemId, MenuChanged},
    messages::Push,
    money::{Currency, Money},
    orders::Customer,
    settings::{AlertRules, SettingsChanged},
};

const EPOCH: Epoch = Epoch(10);

fn cursor(seq: i64) -> Cursor {
    Cursor {
        epoch: EPOCH,
        seq: Seq(seq),
    }
}

fn order(id: i64, status: OrderStatus, version: u32) -> Order {
    Order {
        id: OrderId(id),
        token: format!("token-{id}"),
        number: u32::try_from(id).unwrap(),
        status,
        version,
        currency: Currency::CNY,
        total: Money::from_minor(100),
        customer: Customer {
            name: "王".to_owned(),
            phone: "13800138000".to_owned(),
        },
        note: String::new(),
        handover: Handover::default(),
        wanted: None,
        lines: Vec::new(),
        placed_at: Timestamp::from_millis(0),
        placed_time: "08:00".to_owned(),
        day: "2026-11-21".to_owned(),
        handled: None,
        can_undo: false,
        promised: None,
        reason: None,
        payment: None,
        refunded: Money::ZERO,
        taken_by: None,
        hurried: None,
    }
}

fn snapshot(seq: i64, orders: &[(i64, Order)]) -> DeskSnapshot {
    DeskSnapshot {
        language: Language::English,
        user: "li".to_owned(),
        colleagues: Vec::new(),
        orders: orders
            .iter()
            .map(|(seq, order)| crate::desk::actions::WaitingOrder {
                event: cursor(*seq),
                order: order.clone(),
            })
            .collect(),
        urgency: (&AlertRules::default()).into(),
        sold_out: Vec::new(),
        cursor: cursor(seq),
        clock: LocalTime {
            time: Timestamp::from_millis(0),
            offset: 0,
        },
        day: "2026-11-21".to_owned(),
    }
}

fn placed(seq: i64, id: i64) -> StreamEvent {
    placed_at(cursor(seq), id)
}

fn placed_at(cursor: Cursor, id: i64) -> StreamEvent {
    let order = order(id, OrderStatus::Placed, 1);
    StreamEvent::Log(cursor, Event::Order(Box::new(order)))
}

fn changed(seq: i64, id: i64, from: OrderStatus, to: OrderStatus, version: u32) -> StreamEvent {
    let change = OrderChanged {
        order: order(id, to, version),
        from,
        to,
        by: "li".to_owned(),
        at: Timestamp::from_millis(0),
    };
    StreamEvent::Log(cursor(seq), Event::of_change(change))
}

fn reset(head: Cursor) -> StreamEvent {
    StreamEvent::Control(Control::Reset(Reset { head }))
}

fn toasts(state: &AdminState) -> Vec<i64> {
    state
        .toasts
        .all()
        .iter()
        .map(|toast| toast.event.seq.0)
        .collect()
}

#[test]
fn the_same_event_patches_popup_list_and_counters() {
    let mut state = AdminState::new(snapshot(5, &[]));
    state.apply(placed(6, 1));
    assert_eq!(state.counts().waiting, 1);
    assert_eq!(toasts(&state), [6]);
    state.apply(changed(7, 1, OrderStatus::Placed, OrderStatus::Accepted, 2));
    assert_eq!((state.counts().waiting, state.counts().open), (0, 1));
    assert!(toasts(&state).is_empty());
    state.apply(changed(
        8,
        1,
        OrderStatus::Accepted,
        OrderStatus::Finished,
        3,
    ));
    assert_eq!((state.counts().open, state.counts().finished), (0, 1));
    assert_eq!(toasts(&state), [8]);
    assert_eq!(state.cursor, cursor(8));
}

#[test]
fn an_event_that_is_known_changes_nothing() {
    let mut state = AdminState::new(snapshot(5, &[]));
    state.apply(placed(6, 1));
    state.apply(changed(7, 1, OrderStatus::Placed, OrderStatus::Accepted, 2));
    let before = state.clone();
    state.apply(placed(6, 1));
    state.apply(changed(7, 1, OrderStatus::Placed, OrderStatus::Accepted, 2));
    assert_eq!(state, before);
}

#[test]
fn orders_that_wait_keep_their_popup_over_a_reload() {
    let orders = [
        (3, order(2, OrderStatus::Placed, 1)),
        (2, order(1, OrderStatus::Accepted, 2)),
    ];
    let mut state = AdminState::new(snapshot(5, &orders));
    assert_eq!(toasts(&state), [3]);
    state.toasts.dismiss(cursor(3));
    state.renew(snapshot(5, &orders));
    assert!(toasts(&state).is_empty());
}

#[test]
fn a_message_that_waited_is_shown_once_and_moves_no_cursor_back() {
    let mut state = AdminState::new(snapshot(5, &[]));
    let push = Push {
        title: String::new(),
        text: "hi".to_owned(),
        from: "li".to_owned(),
        to: None,
        time: "08:00".to_owned(),
        expires_at: Timestamp::from_millis(0),
        order: None,
    };
    state.apply(StreamEvent::Log(cursor(2), Event::Psh(push.clone())));
    state.apply(StreamEvent::Log(cursor(2), Event::Psh(push)));
    assert_eq!(toasts(&state), [2]);
    assert_eq!(state.cursor, cursor(5));
}

#[test]
fn the_cursor_is_the_one_that_the_event_came_with() {
    let mut state = AdminState::new(snapshot(5, &[]));
    let restarted = Cursor {
        epoch: Epoch(11),
        seq: Seq(6),
    };
    state.apply(placed_at(restarted, 7));
    assert_eq!(state.cursor, restarted);
}

#[test]
fn what_happens_while_all_is_read_anew_is_not_lost() {
    let mut state = AdminState::new(snapshot(5, &[]));
    state.apply(reset(cursor(20)));
    assert!(state.is_renewing());
    state.apply(placed(21, 8));
    // The snapshot was made before order 8 was placed.
    state.renew(snapshot(20, &[(9, order(7, OrderStatus::Placed, 1))]));
    assert!(!state.is_renewing());
    let ids: Vec<_> = state.orders().map(|order| order.id.0).collect();
    assert_eq!(ids, [8, 7]);
    assert_eq!(state.cursor, cursor(21));
}

#[test]
fn an_event_of_another_run_has_a_popup_of_its_own() {
    let placed_before = [
        (4, order(1, OrderStatus::Placed, 1)),
        (5, order(2, OrderStatus::Placed, 1)),
    ];
    let mut state = AdminState::new(snapshot(5, &placed_before));
    state.toasts.dismiss(cursor(5));
    // A backup took the log's place that has neither order.
    let head = Cursor {
        epoch: Epoch(11),
        seq: Seq(3),
    };
    state.apply(reset(head));
    state.renew(DeskSnapshot {
        cursor: head,
        ..snapshot(3, &[])
    });
    state.apply(placed_at("0000000b:5".parse().unwrap(), 2));
    assert_eq!(toasts(&state), [5, 3]);
}

#[test]
fn a_new_day_is_read_anew() {
    let mut state = AdminState::new(snapshot(5, &[]));
    let tick = |time| {
        StreamEvent::Control(Control::Tick(Tick {
            head: cursor(5),
            time: Timestamp::from_millis(time),
            offset: 8 * 3600,
        }))
    };
    // Midnight by the shop's clock.
    let midnight = 1_795_276_800_000;
    state.apply(tick(midnight - 1));
    assert!(!state.is_renewing());
    state.apply(tick(midnight));
    assert!(state.is_renewing());
}

#[test]
fn a_change_of_the_menu_is_told_once_and_survives_reading_anew() {
    let sell_out = |seq| {
        let change = MenuChanged {
            item: Some(ItemId(3)),
            by: "mei".to_owned(),
            sold_out_today: Some(true),
        };
        StreamEvent::Log(cursor(seq), Event::Menu(change))
    };
    let mut state = AdminState::new(snapshot(5, &[]));
    state.apply(sell_out(5));
    assert_eq!(state.changes.by(PageSubject::Menu), None);
    state.start_renewal();
    state.apply(sell_out(6));
    // What was read is older than what was heard meanwhile.
    state.renew(snapshot(5, &[]));
    assert!(state.changes.sold_out().contains(&ItemId(3)));
    assert_eq!(state.changes.by(PageSubject::Menu), Some("mei"));
}

#[test]
fn an_order_is_late_and_overdue_by_the_shops_rules() {
    let rules = AlertRules {
        reminders: vec![3, 7],
        overdue_minutes: 5,
        ..AlertRules::default()
    };
    let rules = UrgencyRules::from(&rules);
    let waits = |status, minutes: i64| {
        let order = order(1, status, 1);
        let now = Timestamp::from_millis(minutes * 60_000);
        rules.of(order.status, order.placed_at, now)
    };
    let placed = OrderStatus::Placed;
    assert_eq!(waits(placed, 2), Some(Urgency::Fresh));
    assert_eq!(waits(placed, 3), Some(Urgency::Late));
    assert_eq!(waits(placed, 5), Some(Urgency::Overdue));
    assert_eq!(waits(OrderStatus::Accepted, 5), None);
    let none = AlertRules {
        reminders: Vec::new(),
        ..AlertRules::default()
    };
    assert_eq!(none.late_minutes(), none.overdue_minutes);
}

#[test]
fn other_rules_are_read_at_once() {
    let mut state = AdminState::new(snapshot(5, &[]));
    let by = "mei".to_owned();
    let settings = Event::Settings(SettingsChanged { by });
    state.apply(StreamEvent::Log(cursor(6), settings));
    assert!(state.is_renewing());
    state.renew(snapshot(6, &[]));
    assert!(!state.is_renewing());
}
