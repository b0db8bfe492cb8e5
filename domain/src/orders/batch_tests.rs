use super::*;
use crate::{
    orders::batch_fixtures::{batch, item, new_order},
    validation::{Field, Reason, ValidationErrors},
};

#[test]
fn each_order_finds_what_those_before_it_have_left() {
    let mut batch = batch(vec![item(1, Some(3))], LastOrder::default());
    assert!(batch.place(&new_order(1, 1, 2), "a").is_ok());
    let refused = batch.place(&new_order(2, 1, 2), "b");
    let left = Reason::TooFewLeft { left: 1 };
    let faults = ValidationErrors::only(Field::Line(ItemId(1), 0), left);
    assert_eq!(refused, Err(PlaceError::Invalid(faults)));
    assert!(batch.place(&new_order(3, 1, 1), "c").is_ok());
    assert_eq!(batch.sold(), &HashMap::from([(ItemId(1), 3)]));
}

#[test]
fn numbers_go_on_from_the_last_one_and_a_refused_order_takes_none() {
    let last = LastOrder { id: 40, number: 7 };
    let mut batch = batch(vec![item(1, None)], last);
    let first = batch.place(&new_order(1, 1, 1), "a").unwrap().into_order();
    assert!(batch.place(&new_order(2, 9, 1), "b").is_err());
    let second = batch.place(&new_order(3, 1, 1), "c").unwrap().into_order();
    assert_eq!((first.id, first.number), (OrderId(41), 8));
    assert_eq!((second.id, second.number), (OrderId(42), 9));
    // What there is no end of is not counted.
    assert!(batch.sold().is_empty());
}

#[test]
fn the_same_request_places_one_order() {
    let mut batch = batch(vec![item(1, Some(1))], LastOrder::default());
    let placed = batch.place(&new_order(1, 1, 1), "a").unwrap();
    let again = batch.place(&new_order(1, 1, 1), "b").unwrap();
    let Placed::Before(before) = again else {
        panic!("placed twice");
    };
    assert_eq!(placed.into_order(), before);
}
