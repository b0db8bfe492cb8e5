//! The way to the orders before and after those that are shown.

use super::address::PAGE;
use crate::{form::fields, request::language};
use domain::orders::{
    OrderId,
    search::{FoundOrders, OrderQuery, OrderSort, Place},
};
use leptos::prelude::*;

/// Links to the pages around.
#[component]
pub fn Pager(
    /// What is shown, up to which order.
    query: OrderQuery,
    /// What was found.
    found: FoundOrders,
) -> impl IntoView {
    let language = language();
    let (before, after) = match query.sort {
        OrderSort::Newest => (
            tr!(language, "order_list.to_newer"),
            tr!(language, "order_list.to_older"),
        ),
        OrderSort::Oldest => (
            tr!(language, "order_list.to_older"),
            tr!(language, "order_list.to_newer"),
        ),
        OrderSort::Highest => (
            tr!(language, "order_list.to_higher"),
            tr!(language, "order_list.to_lower"),
        ),
    };
    let to = |place| {
        let query = OrderQuery {
            place,
            ..query.clone()
        };
        fields::to_address(PAGE, &query.fields())
    };
    let id = |place: fn(OrderId) -> Place, order: Option<&domain::orders::Order>| {
        // Where nothing is left of a page, the way back is to the first.
        order.map_or(Place::Start, |order| place(order.id))
    };
    let before = found.has_before.then(|| {
        let href = to(id(Place::Before, found.orders.first()));
        view! {
            <a class="button button--quiet" rel="prev" href=href>
                {before}
            </a>
        }
    });
    let after = (found.has_after && !found.orders.is_empty()).then(|| {
        let href = to(id(Place::After, found.orders.last()));
        view! {
            <a class="button button--quiet" rel="next" href=href>
                {after}
            </a>
        }
    });
    (before.is_some() || after.is_some()).then(|| {
        view! {
            <nav class="pager" aria-label=tr!(language, "order_list.pages")>
                {before}
                {after}
            </nav>
        }
    })
}
