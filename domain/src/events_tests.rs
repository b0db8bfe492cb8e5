use super::*;
use crate::{
    Timestamp,
    handover::Handover,
    language::Localized,
    menu::ItemId,
    money::{Currency, Money},
    orders::{Customer, OrderId, OrderLine},
};

fn order() -> Order {
    Order {
        id: OrderId(7),
        token: "t".repeat(32),
        number: 3,
        status: OrderStatus::Placed,
        version: 1,
        currency: Currency::CNY,
        total: Money::from_minor(3200),
        customer: Customer {
            name: "王小明".to_owned(),
            phone: "13800138000".to_owned(),
        },
        note: String::new(),
        lines: vec![OrderLine {
            item: ItemId(1),
            name: Localized {
                zh: "面".to_owned(),
                en: "noodles".to_owned(),
            },
            quantity: 1,
            price: Money::from_minor(3200),
            options: Vec::new(),
        }],
        placed_at: Timestamp::from_millis(1_795_190_640_000),
        placed_time: "00:04".to_owned(),
        day: "2026-11-21".to_owned(),
        handled: None,
        can_undo: false,
        promised: None,
        reason: None,
        payment: None,
        refunded: Money::ZERO,
        handover: Handover::default(),
        wanted: None,
        taken_by: None,
        hurried: None,
    }
}

fn changed(to: OrderStatus) -> OrderChanged {
    OrderChanged {
        order: Order {
            status: to,
            ..order()
        },
        from: OrderStatus::Placed,
        to,
        by: "li".to_owned(),
        at: Timestamp::from_millis(1_795_190_650_000),
    }
}

fn push() -> Push {
    Push {
        title: String::new(),
        text: "hi".to_owned(),
        from: "li".to_owned(),
        to: None,
        time: "00:04".to_owned(),
        expires_at: Timestamp::from_millis(1_795_190_700_000),
        order: None,
    }
}

fn ticked() -> LineTicked {
    LineTicked {
        order: OrderId(7),
        line: 0,
        done: true,
        by: "li".to_owned(),
        at: Timestamp::from_millis(1_795_190_700_000),
    }
}

#[test]
fn a_board_hears_of_orders_and_of_nothing_else() {
    let bell = |event: Event| event.encode(None).unwrap().bell;
    assert_eq!(bell(Event::Order(Box::new(order()))), Some(ORDERS));
    let change = Event::of_change(changed(OrderStatus::Ready));
    assert_eq!(bell(change), Some(ORDERS));
    assert_eq!(bell(Event::Psh(push())), None);
    let settings = SettingsChanged { by: String::new() };
    assert_eq!(bell(Event::Settings(settings)), None);
    assert_eq!(bell(Event::Line(ticked())), None);
}

#[test]
fn a_ticked_line_is_for_the_back_office_alone() {
    let written = Event::Line(ticked()).encode(None).unwrap();
    assert_eq!(written.name, "line");
    let told: serde_json::Value = serde_json::from_str(&written.data).unwrap();
    let expected = serde_json::json!({
        "order": 7, "line": 0, "done": true, "by": "li", "at": told["at"]
    });
    assert_eq!((told, written.topic), (expected, None));
}

#[test]
fn what_one_end_writes_the_other_reads() {
    let events = [
        Event::Order(Box::new(order())),
        Event::of_change(changed(OrderStatus::Accepted)),
        Event::of_change(changed(OrderStatus::Finished)),
        Event::Psh(push()),
        Event::Access(AccessChanged { role: Role::Staff }),
        Event::Menu(MenuChanged {
            item: Some(ItemId(3)),
            by: "li".to_owned(),
            sold_out_today: Some(true),
        }),
        Event::Settings(SettingsChanged { by: String::new() }),
        Event::Read(ReadNotices::UpTo(Seq(9))),
        Event::Line(ticked()),
        Event::Day(DayClosed {
            day: "2026-11-21".to_owned(),
            by: "li".to_owned(),
        }),
        Event::Hurry(Box::new(OrderHurried {
            order: order(),
            at: Timestamp::from_millis(1_795_190_700_000),
        })),
        Event::Note(CustomerNote {
            order: OrderId(7),
            text: "hi".to_owned(),
            by: "li".to_owned(),
            at: Timestamp::from_millis(1_795_190_700_000),
        }),
        Event::Rate(OrderRated {
            order: OrderId(7),
            stars: 4,
            at: Timestamp::from_millis(1_795_190_700_000),
        }),
    ];
    let kinds: Vec<_> = events.iter().map(Event::kind).collect();
    assert_eq!(kinds, EventKind::VARIANTS);
    for event in events {
        let written = event.encode(None).unwrap();
        let kind: EventKind = written.name.parse().unwrap();
        assert_eq!(Event::decode(kind, &written.data).unwrap(), event);
    }
}

#[test]
fn a_customer_is_told_nothing_that_is_the_shops_alone() {
    let written = Event::of_change(changed(OrderStatus::Accepted))
        .encode(None)
        .unwrap();
    let told = written.topic.unwrap();
    assert_eq!((told.id, told.last), (TopicId(7), false));
    assert!(!told.data.contains("13800138000") && !told.data.contains("\"li\""));
    let ended = Event::of_change(changed(OrderStatus::Cancelled))
        .encode(None)
        .unwrap();
    assert!(ended.topic.unwrap().last);
}

#[test]
fn a_message_is_for_its_reader_until_it_expires() {
    let written = Event::Psh(push()).encode(Some(UserId(2))).unwrap();
    assert_eq!(written.audience, Audience::Reader(UserId(2).into()));
    assert_eq!(written.expires_at, Some(push().expires_at));
    assert_eq!(written.topic, None);
}

#[test]
fn customers_learn_that_the_shop_is_another_and_not_by_whom() {
    let (item, by) = (Some(ItemId(3)), "li".to_owned());
    let changes = [
        Event::Menu(MenuChanged {
            item,
            by: by.clone(),
            sold_out_today: Some(true),
        }),
        Event::Settings(SettingsChanged { by }),
    ];
    for change in changes {
        let told = change.encode(None).unwrap().topic.unwrap();
        assert_eq!((told.id, told.last), (SHOP_FRONT, false));
        assert!(!told.data.contains("li") && !told.data.contains('3'));
        assert!(Event::decode(change.kind(), &told.data).is_ok());
    }
}

#[test]
fn a_change_of_the_menu_of_an_older_server_is_understood() {
    let told = Event::decode(EventKind::Menu, r#"{"item":3,"by":"li"}"#).unwrap();
    let Event::Menu(change) = told else {
        panic!("{told:?}");
    };
    assert_eq!(change.sold_out_today, None);
}
