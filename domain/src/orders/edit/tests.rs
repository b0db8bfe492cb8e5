use super::*;
use crate::{
    money::Money,
    orders::batch_fixtures::{clock, item, order},
    users::{Role, UserId},
};
use delivery::Clock;

fn li() -> User {
    User {
        id: UserId(1),
        name: "li".to_owned(),
        role: Role::Staff,
    }
}

/// So many more of an item, at a price that was seen.
fn line(item: i64, quantity: i64, seen: Option<i64>) -> LineDraft {
    LineDraft {
        item: ItemId(item),
        place: 0,
        quantity,
        price: seen.map(Money::from_minor),
        options: Vec::new(),
    }
}

fn draft(quantities: &[(u8, i64)], added: Vec<LineDraft>) -> EditDraft {
    EditDraft {
        quantities: quantities.iter().copied().collect(),
        added,
        note: " no coriander ".to_owned(),
    }
}

/// An order of two of the first item, at 1.00 each.
fn two() -> Order {
    let mut order = order();
    order.lines[0].quantity = 2;
    order.total = Money::from_minor(200);
    order
}

fn decide(order: Order, draft: &EditDraft, items: Vec<Item>) -> Result<DecidedEdit, ChangeError> {
    let edit = OrderEdit::parse(order.id, 1, draft).map_err(ChangeError::from)?;
    edit.decide(KeptOrder { order, undo: None }, items, &li(), &clock())
}

fn faults(result: Result<DecidedEdit, ChangeError>) -> Vec<(Field, Reason)> {
    let Err(ChangeError::Invalid(ValidationErrors(faults))) = result else {
        panic!("not refused: {result:?}");
    };
    let faults = faults.into_iter();
    faults.map(|fault| (fault.field, fault.reason)).collect()
}

fn at_price(id: i64, stock: Option<u32>, price: i64) -> Item {
    let mut item = item(id, stock);
    item.fields.price = Money::from_minor(price);
    item
}

#[test]
fn lines_keep_their_prices_and_new_ones_have_those_of_now() {
    let items = vec![at_price(1, None, 150), at_price(2, None, 30)];
    let edit = draft(&[(0, 3)], vec![line(2, 2, Some(30)), line(1, 1, None)]);
    let decided = decide(two(), &edit, items).unwrap();
    let order = &decided.change.changed.order;
    let lines = order.lines.iter();
    let lines: Vec<_> = lines
        .map(|line| (line.item.0, line.quantity, line.price.minor()))
        .collect();
    assert_eq!(lines, [(1, 3, 100), (2, 2, 30), (1, 1, 150)]);
    assert_eq!((order.total.minor(), order.version), (510, 2));
    assert_eq!(order.note, "no coriander");
    assert_eq!(order.status, OrderStatus::Placed);
    assert!(!decided.change.changed.is_move() && order.handled.is_none());
    let what = What::Edit {
        total_before: Money::from_minor(200),
        total_after: Money::from_minor(510),
    };
    assert_eq!(decided.change.entry.what, what);
    assert_eq!(decided.change.entry.by, "li");
    assert_eq!(decided.change.entry.at, clock().now());
    // There is no end of these.
    assert!(decided.taken.is_empty());
}

#[test]
fn what_is_just_like_a_line_joins_it() {
    let edit = draft(&[], vec![line(1, 4, None)]);
    let decided = decide(two(), &edit, vec![item(1, None)]).unwrap();
    assert_eq!(decided.change.changed.order.lines[0].quantity, 6);
    let edit = draft(&[], vec![line(1, 99, None)]);
    let decided = decide(two(), &edit, vec![item(1, None)]).unwrap();
    assert_eq!(decided.change.changed.order.lines.len(), 2);
}

#[test]
fn stock_is_given_back_and_taken() {
    let edit = draft(&[(0, 0)], vec![line(2, 3, None)]);
    let items = vec![item(1, Some(0)), item(2, Some(3))];
    let decided = decide(two(), &edit, items).unwrap();
    let expected = HashMap::from([(ItemId(1), -2), (ItemId(2), 3)]);
    assert_eq!(decided.taken, expected);
    // What a line gives back, another one can have.
    let edit = draft(&[(0, 0)], vec![line(1, 2, None)]);
    let decided = decide(two(), &edit, vec![item(1, Some(0))]).unwrap();
    assert!(decided.taken.is_empty(), "{:?}", decided.taken);
}

#[test]
fn what_the_stock_does_not_have_is_said_at_its_line() {
    let edit = draft(&[(0, 5)], vec![line(2, 2, None)]);
    let items = vec![item(1, Some(2)), item(2, Some(1))];
    assert_eq!(
        faults(decide(two(), &edit, items)),
        [
            (Field::KeptLine(0), Reason::TooFewLeft { left: 4 }),
            (Field::Line(ItemId(2), 0), Reason::TooFewLeft { left: 1 }),
        ]
    );
    let more = |item: Option<Item>| {
        let edit = draft(&[(0, 3)], Vec::new());
        faults(decide(two(), &edit, item.into_iter().collect()))[0].1
    };
    assert_eq!(more(None), Reason::UnknownItem);
    let mut off = item(1, None);
    off.sold_out_today = true;
    assert_eq!(more(Some(off)), Reason::SoldOut);
    // What stays, or becomes less, asks nothing of the menu.
    for quantity in [1, 2] {
        let edit = draft(&[(0, quantity)], Vec::new());
        assert!(decide(two(), &edit, Vec::new()).is_ok(), "{quantity}");
    }
}

#[test]
fn a_price_that_was_not_seen_is_refused() {
    let edit = draft(&[], vec![line(2, 1, Some(20))]);
    let price = Money::from_minor(30);
    assert_eq!(
        faults(decide(two(), &edit, vec![at_price(2, None, 30)])),
        [(Field::Line(ItemId(2), 0), Reason::PriceChanged { price })]
    );
}

#[test]
fn something_has_to_be_left_and_no_less_than_was_given_back() {
    let nothing = draft(&[(0, 0)], Vec::new());
    assert_eq!(
        faults(decide(two(), &nothing, vec![item(1, None)])),
        [(Field::Lines, Reason::Empty)]
    );
    let mut refunded = two();
    refunded.refunded = Money::from_minor(150);
    let less = draft(&[(0, 1)], Vec::new());
    let fault = Reason::BelowRefund {
        refunded: refunded.refunded,
    };
    assert_eq!(
        faults(decide(refunded, &less, vec![item(1, None)])),
        [(Field::Lines, fault)]
    );
}

#[test]
fn an_order_has_so_many_lines_of_so_many() {
    let mut full = two();
    full.lines = (1..=50)
        .map(|id| OrderLine {
            item: ItemId(id),
            ..full.lines[0].clone()
        })
        .collect();
    let one_more = draft(&[], vec![line(51, 1, None)]);
    assert_eq!(
        faults(decide(full, &one_more, vec![item(51, None)])),
        [(Field::Lines, Reason::TooMany { max: MAX_LINES })]
    );
    for quantity in [-1, 100, i64::MAX] {
        let edit = draft(&[(0, quantity)], vec![line(1, 0, None)]);
        let range = Reason::NotAStock { max: MAX_QUANTITY };
        let found = faults(decide(two(), &edit, vec![item(1, None)]));
        assert_eq!(found[0], (Field::KeptLine(0), range), "{quantity}");
        assert_eq!(found[1].0, Field::Line(ItemId(1), 0));
    }
}

#[test]
fn of_an_order_that_was_changed_or_answered_nothing_changes() {
    let edit = draft(&[(0, 1)], Vec::new());
    let mut newer = two();
    newer.version = 2;
    let mut answered = two();
    answered.status = OrderStatus::Accepted;
    for order in [newer, answered] {
        let status = order.status;
        let refused = decide(order, &edit, vec![item(1, None)]);
        let handled = None;
        assert_eq!(refused, Err(ChangeError::Conflict { status, handled }));
    }
}
