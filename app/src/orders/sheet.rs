//! Orders as rows of a table.

use super::words::payment;
use crate::words;
use domain::{language::Language, orders::Order};

/// How many columns the table has.
pub const COLUMNS: usize = 16;

/// What stands above the columns.
pub fn head(language: Language) -> [String; COLUMNS] {
    [
        tr!(language, "order_list.column_number"),
        tr!(language, "order_list.column_day"),
        tr!(language, "order_list.column_time"),
        tr!(language, "order_list.status"),
        tr!(language, "order_list.column_customer"),
        tr!(language, "shop.phone"),
        tr!(language, "order_list.column_lines"),
        tr!(language, "order.note"),
        tr!(language, "order.total"),
        tr!(language, "order_list.column_refunded"),
        tr!(language, "order_list.column_currency"),
        tr!(language, "detail.payment"),
        tr!(language, "order_list.column_promised"),
        tr!(language, "order_list.column_handover"),
        tr!(language, "order_list.column_place"),
        tr!(language, "order_list.column_wanted"),
    ]
    .map(std::borrow::Cow::into_owned)
}

/// An order as a row.
pub fn row(language: Language, order: &Order) -> [String; COLUMNS] {
    let lines = order
        .lines
        .iter()
        .map(|line| words::order_line(language, line));
    [
        order.number.to_string(),
        order.day.clone(),
        order.placed_time.clone(),
        words::status(language, order.status).into_owned(),
        order.customer.name.clone(),
        order.customer.phone.clone(),
        lines.collect::<Vec<_>>().join("; "),
        order.note.clone(),
        order.total.typed(order.currency),
        order.refunded.typed(order.currency),
        order.currency.to_string(),
        order
            .payment
            .map_or_else(String::new, |paid| payment(language, paid).into_owned()),
        order
            .promised
            .as_ref()
            .map_or_else(String::new, |promised| promised.time.clone()),
        words::way(language, order.handover.way).into_owned(),
        order.handover.place().to_owned(),
        order
            .wanted
            .as_ref()
            .map_or_else(String::new, |wanted| wanted.time.clone()),
    ]
}
