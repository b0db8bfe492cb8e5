use super::*;
use crate::{
    language::Localized,
    menu::{CategoryId, Item, ItemFields},
    users::{Role, UserId},
};
use proptest::prelude::*;

fn draft() -> OrderDraft {
    OrderDraft {
        request_id: "0123-4567".to_owned(),
        customer: CustomerDraft {
            name: " 王小明 ".to_owned(),
            phone: "138 0013 8000".to_owned(),
        },
        note: "少辣\r\n多葱".to_owned(),
        lines: vec![line(1, 2)],
        ..OrderDraft::default()
    }
}

fn line(item: i64, quantity: i64) -> LineDraft {
    LineDraft {
        item: ItemId(item),
        place: 0,
        quantity,
        price: None,
        options: Vec::new(),
    }
}

fn item(id: i64, price: i64) -> Item {
    let text = || Localized {
        zh: "面".to_owned(),
        en: "noodles".to_owned(),
    };
    Item {
        id: ItemId(id),
        category: CategoryId(1),
        fields: ItemFields {
            name: text(),
            description: text(),
            price: Money::from_minor(price),
            stock: None,
            marks: Vec::new(),
            options: Vec::new(),
        },
        option_groups: Vec::new(),
        photo: None,
        visible: true,
        sold_out_today: false,
        version: 1,
    }
}

/// The faults of the draft after `change`.
fn faults(change: impl FnOnce(&mut OrderDraft)) -> Vec<(Field, Reason)> {
    let mut draft = draft();
    change(&mut draft);
    let Err(ValidationErrors(faults)) = NewOrder::parse(&draft) else {
        return Vec::new();
    };
    faults.into_iter().map(|f| (f.field, f.reason)).collect()
}

#[test]
fn a_sound_draft_becomes_an_order() {
    let order = NewOrder::parse(&draft()).unwrap();
    assert_eq!(order.customer.name, "王小明");
    assert_eq!(order.customer.phone, "13800138000");
    assert_eq!(order.note, "少辣\n多葱");
    assert_eq!(order.lines.len(), 1);
}

#[test]
fn each_fault_is_told_at_its_field() {
    let line_of = |id| Field::Line(ItemId(id), 0);
    let range = Reason::OutOfRange { max: MAX_QUANTITY };
    assert_eq!(
        faults(|d| d.customer.name = "  ".to_owned()),
        [(Field::Name, Reason::Blank)]
    );
    assert_eq!(
        faults(|d| d.customer.name = "王".repeat(41)),
        [(Field::Name, Reason::TooLong { max: MAX_NAME })]
    );
    assert_eq!(
        faults(|d| d.customer.phone = "none".to_owned()),
        [(Field::Phone, Reason::NotAPhone)]
    );
    assert_eq!(
        faults(|d| d.note = "长".repeat(10_000)),
        [(Field::Note, Reason::TooLong { max: MAX_NOTE })]
    );
    assert_eq!(
        faults(|d| d.note = "\u{fffd}".to_owned()),
        [(Field::Note, Reason::Unreadable)]
    );
    assert_eq!(faults(|d| d.lines.clear()), [(Field::Lines, Reason::Empty)]);
    assert_eq!(
        faults(|d| d.lines = vec![line(1, 0)]),
        [(line_of(1), range)]
    );
    assert_eq!(
        faults(|d| d.lines = vec![line(1, 1000)]),
        [(line_of(1), range)]
    );
    assert_eq!(
        faults(|d| d.lines = vec![line(1, -1)]),
        [(line_of(1), range)]
    );
    assert_eq!(
        faults(|d| d.lines = vec![line(1, 1), line(1, 1)]),
        [(line_of(1), Reason::Twice)]
    );
    assert_eq!(
        faults(|d| d.lines = (0..51).map(|id| line(id, 1)).collect()),
        [(Field::Lines, Reason::TooMany { max: MAX_LINES })]
    );
    for key in ["", "short", "with space", &"x".repeat(65)] {
        assert_eq!(
            faults(|d| d.request_id = key.to_owned()),
            [(Field::RequestId, Reason::NotAKey)],
            "{key}"
        );
    }
}

#[test]
fn how_it_is_handed_over_is_checked_with_the_rest() {
    let order = NewOrder::parse(&draft()).unwrap();
    assert_eq!(
        (order.handover, order.wanted_at),
        (Handover::default(), None)
    );
    let wrong = faults(|d| {
        d.customer.name.clear();
        d.handover.way = "table".to_owned();
    });
    let blank = |field| (field, Reason::Blank);
    assert_eq!(wrong, [blank(Field::Name), blank(Field::Table)]);
    let of_before = serde_json::json!({"request_id": "0123-4567", "lines": []});
    let of_before: OrderDraft = serde_json::from_value(of_before).unwrap();
    assert_eq!(of_before.handover, HandoverDraft::default());
}

#[test]
fn whoever_orders_at_the_counter_need_not_say_who_they_are() {
    let li = User {
        id: UserId(1),
        name: "li".to_owned(),
        role: Role::Staff,
    };
    let taken = |name: &str, phone: &str| {
        let mut draft = draft();
        draft.customer.name = name.to_owned();
        draft.customer.phone = phone.to_owned();
        NewOrder::parse_taken(&draft, "Counter", &li)
    };
    let order = taken("  ", "").unwrap();
    assert_eq!(order.customer.name, "Counter");
    assert_eq!(order.customer.phone, "");
    assert_eq!(order.taken_by.as_deref(), Some("li"));
    let order = taken("王小明", "138 0013 8000").unwrap();
    assert_eq!(order.customer.phone, "13800138000");
    assert_eq!(
        taken("", "call me").unwrap_err().of(Field::Phone),
        Some(Reason::NotAPhone)
    );
}

#[test]
fn the_menu_has_the_last_word() {
    let order = NewOrder::parse(&draft()).unwrap();
    let priced = |item: Option<Item>| {
        let result = order.price(|_| item.as_ref());
        result.map_err(|ValidationErrors(faults)| faults[0].reason)
    };
    assert_eq!(priced(None), Err(Reason::UnknownItem));
    let mut off = item(1, 100);
    off.sold_out_today = true;
    assert_eq!(priced(Some(off)), Err(Reason::SoldOut));
    let mut hidden = item(1, 100);
    hidden.visible = false;
    assert_eq!(priced(Some(hidden)), Err(Reason::UnknownItem));
    for (stock, expected) in [(0, Reason::SoldOut), (1, Reason::TooFewLeft { left: 1 })] {
        let mut scarce = item(1, 100);
        scarce.fields.stock = Some(stock);
        assert_eq!(priced(Some(scarce)), Err(expected));
    }
    assert_eq!(
        priced(Some(item(1, 100))).unwrap().total,
        Money::from_minor(200)
    );
    assert_eq!(
        priced(Some(item(1, i64::MAX))),
        Err(Reason::OutOfRange { max: MAX_QUANTITY })
    );
}

#[test]
fn a_stale_price_is_refused() {
    let mut draft = draft();
    draft.lines[0].price = Some(Money::from_minor(100));
    let order = NewOrder::parse(&draft).unwrap();
    let dearer = item(1, 120);
    assert_eq!(
        order
            .price(|_| Some(&dearer))
            .unwrap_err()
            .of(Field::Line(ItemId(1), 0)),
        Some(Reason::PriceChanged {
            price: Money::from_minor(120)
        })
    );
    let same = item(1, 100);
    assert!(order.price(|_| Some(&same)).is_ok());
}

proptest! {
    #[test]
    fn parsing_takes_just_what_the_rules_allow(
        request_id in "[a-z -]{0,12}",
        name in ".{0,50}",
        phone in "[0-9+ x-]{0,20}",
        note in ".{0,20}",
        lines in prop::collection::vec((0i64..5, -5i64..120), 0..6),
    ) {
        let lines: Vec<_> = lines.into_iter().map(|(id, quantity)| line(id, quantity)).collect();
        let customer = CustomerDraft { name, phone };
        let lines_sent = lines.clone();
        match NewOrder::parse(&OrderDraft { request_id, customer, note, lines: lines_sent, ..OrderDraft::default() }) {
            Ok(order) => {
                prop_assert!((1..=MAX_NAME).contains(&order.customer.name.chars().count()));
                prop_assert!(order.customer.phone.trim_start_matches('+').bytes().all(|b| b.is_ascii_digit()));
                prop_assert_eq!(order.lines.len(), lines.len());
                prop_assert!(order.lines.iter().all(|l| (1..=MAX_QUANTITY).contains(&l.quantity)));
            }
            Err(faults) => prop_assert!(!faults.is_empty()),
        }
    }

    #[test]
    fn the_total_is_the_sum_of_its_lines(
        lines in prop::collection::vec((1u32..=99, 0i64..1_000_000), 1..20)
    ) {
        let menu: Vec<_> = (0i64..).zip(&lines).map(|(id, (_, price))| item(id, *price)).collect();
        let drafts = (0i64..).zip(&lines).map(|(id, (count, _))| line(id, i64::from(*count)));
        let order = NewOrder::parse(&OrderDraft { lines: drafts.collect(), ..draft() }).unwrap();
        let priced = order.price(|id| menu.iter().find(|item| item.id == id)).unwrap();
        let sum: i64 = lines.iter().map(|(count, price)| i64::from(*count) * price).sum();
        prop_assert_eq!(priced.total.minor(), sum);
    }
}
