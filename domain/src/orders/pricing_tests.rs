//! Prices with options, and lines that take from one stock.

use crate::{
    language::Localized,
    menu::{
        Item, ItemId, OptionGroupId,
        options::{OptionChoice, OptionGroup, OptionGroupFields, Selection, WantedChoice},
    },
    money::Money,
    orders::{LineDraft, NewOrder, OrderDraft, Priced, batch_fixtures},
    validation::{Field, Reason, ValidationErrors},
};

/// An item of 1.00 that has a size: small, or large for 0.50 more.
fn item(stock: Option<u32>) -> Item {
    let choice = |number: u32, price| OptionChoice {
        number,
        name: Localized::default(),
        price: Money::from_minor(price),
        is_default: number == 1,
    };
    Item {
        option_groups: vec![OptionGroup {
            id: OptionGroupId(1),
            fields: OptionGroupFields {
                name: Localized::default(),
                selection: Selection::One,
                required: true,
                choices: vec![choice(1, 0), choice(2, 50)],
            },
            version: 1,
            last_choice: 2,
        }],
        ..batch_fixtures::item(1, stock)
    }
}

fn line(place: u8, quantity: i64, choice: &str, seen: Option<i64>) -> LineDraft {
    LineDraft {
        item: ItemId(1),
        place,
        quantity,
        price: Some(Money::from_minor(100)),
        options: vec![WantedChoice {
            choice: choice.parse().unwrap(),
            price: seen.map(Money::from_minor),
        }],
    }
}

fn priced(lines: Vec<LineDraft>, item: &Item) -> Result<Priced, ValidationErrors> {
    let mut draft = OrderDraft {
        request_id: "request-1".to_owned(),
        lines,
        ..OrderDraft::default()
    };
    draft.customer.name = "Li".to_owned();
    draft.customer.phone = "13800138000".to_owned();
    NewOrder::parse(&draft)?.price(|_| Some(item))
}

fn fault(lines: Vec<LineDraft>, item: &Item) -> (Field, Reason) {
    let ValidationErrors(faults) = priced(lines, item).unwrap_err();
    assert_eq!(faults.len(), 1, "{faults:?}");
    (faults[0].field, faults[0].reason)
}

#[test]
fn options_add_to_the_price_of_one() {
    let lines = vec![line(0, 2, "1-1", Some(0)), line(1, 3, "1-2", Some(50))];
    let priced = priced(lines, &item(None)).unwrap();
    let prices: Vec<_> = priced.lines.iter().map(|line| line.price.minor()).collect();
    assert_eq!((prices, priced.total.minor()), (vec![100, 150], 650));
}

#[test]
fn an_option_at_another_price_than_was_shown_is_refused_with_the_price_now() {
    let price = Money::from_minor(150);
    let expected = (Field::Line(ItemId(1), 1), Reason::PriceChanged { price });
    let lines = vec![line(0, 1, "1-1", None), line(1, 1, "1-2", Some(40))];
    assert_eq!(fault(lines, &item(None)), expected);
}

#[test]
fn lines_of_one_item_take_from_one_stock() {
    let lines = vec![line(0, 2, "1-1", None), line(1, 2, "1-2", None)];
    let expected = (Field::Line(ItemId(1), 1), Reason::TooFewLeft { left: 1 });
    assert_eq!(fault(lines, &item(Some(3))), expected);
}

#[test]
fn the_same_with_the_same_options_is_one_line() {
    let lines = vec![line(0, 2, "1-1", None), line(1, 2, "1-1", None)];
    let expected = (Field::Line(ItemId(1), 1), Reason::Twice);
    assert_eq!(fault(lines, &item(None)), expected);
}
