//! The orders that were found, and what can be done to several of them.

use super::{
    address::PAGE,
    forms::{ACCEPT, BULK, DO, FINISH, PRINT},
    order_row::OrderRow,
    pager::Pager,
};
use crate::{
    desk::order_actions::verb,
    form::{Refused, fields},
    request::language,
};
use domain::{
    language::Language,
    orders::{
        OrderId, OrderStatus, Rating,
        search::{FoundOrders, MOST_COUNTED_ORDERS, OrderFilter, OrderQuery, Place},
    },
    validation::Field,
};
use leptos::prelude::*;
use std::collections::HashMap;

/// The orders. Whoever draws them again at the address that the element names gets the same
/// orders in the same places, and how many newer ones there are.
#[component]
pub fn OrderList(
    /// What was asked for.
    query: OrderQuery,
    /// What was found.
    found: FoundOrders,
    /// How customers found some of them.
    ratings: Vec<(OrderId, Rating)>,
) -> impl IntoView {
    let language = language();
    let pinned = OrderQuery {
        until: Some(found.until),
        ..query.clone()
    };
    let begins = !found.has_before && query.place == Place::Start;
    let newer = (begins && found.newer > 0).then(|| {
        let href = fields::to_address(PAGE, &query.from_start().fields());
        view! {
            <a class="button button--primary newer" href=href>
                {newer_text(language, found.newer)}
            </a>
        }
    });
    let is_empty = found.orders.is_empty();
    let empty = is_empty.then(|| {
        let text = match query.filter == OrderFilter::default() {
            true => tr!(language, "order_list.none"),
            false => tr!(language, "audit.empty"),
        };
        view! { <p class="empty">{text}</p> }
    });
    let pager = view! { <Pager query=pinned.clone() found=found.clone() /> };
    let here = pinned.fields();
    let rows = found.orders.into_iter();
    let mut ratings: HashMap<_, _> = ratings.into_iter().collect();
    let rows = rows.map(|order| {
        let rating = ratings.remove(&order.id);
        view! { <OrderRow order rating /> }
    });
    let rows = rows.collect_view();
    let list = (!is_empty).then(|| {
        view! {
            <form class="bulk" method="post" action=BULK>
                {fields::hidden(here.clone())}
                <BulkButtons />
                <ol class="rows">{rows}</ol>
            </form>
        }
    });
    view! {
        <div class="found" data-live="orders" data-live-from=fields::to_address(PAGE, &here)>
            {newer}
            {empty}
            {list}
            {pager}
        </div>
    }
}

/// How many newer orders there are.
fn newer_text(language: Language, newer: u32) -> String {
    match newer {
        MOST_COUNTED_ORDERS.. => tr!(language, "order_list.newer_many", count = newer - 1),
        newer => tr!(language, "order_list.newer_count", count = newer),
    }
    .into_owned()
}

/// What is done to the orders that are ticked.
#[component]
fn BulkButtons() -> impl IntoView {
    let language = language();
    let fault = Refused::of(BULK).and_then(|refused| refused.fault(Field::Ticks, language));
    let buttons = [
        (ACCEPT, verb(language, OrderStatus::Accepted)),
        (FINISH, verb(language, OrderStatus::Finished)),
        (PRINT, tr!(language, "order_list.print")),
    ];
    let buttons = buttons.map(|(value, label)| {
        view! {
            <button class="button button--quiet" name=DO value=value>
                {label}
            </button>
        }
    });
    let role = fault.is_some().then_some("alert");
    view! {
        <fieldset class="bulk__buttons" aria-describedby="bulk-fault">
            <legend>{tr!(language, "order_list.ticked")}</legend>
            {buttons.collect_view()}
            <p class="field__fault" id="bulk-fault" role=role>
                {fault}
            </p>
        </fieldset>
    }
}
