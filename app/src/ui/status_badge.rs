//! An order's status: by colour, icon and word.

use super::icon::{Icon, Shape};
use crate::words;
use domain::{language::Language, orders::OrderStatus};
use leptos::prelude::*;

/// The badge of a status.
#[component]
pub fn StatusBadge(
    /// The language to say it in.
    language: Language,
    /// Which status.
    status: OrderStatus,
) -> impl IntoView {
    let shape = match status {
        OrderStatus::Placed => Shape::Bell,
        OrderStatus::Accepted | OrderStatus::Preparing => Shape::Pot,
        OrderStatus::Ready | OrderStatus::Finished => Shape::Check,
        OrderStatus::Rejected | OrderStatus::Cancelled => Shape::Cross,
    };
    view! {
        <span class=format!("badge badge--{status}")>
            <Icon shape />
            {words::status(language, status)}
        </span>
    }
}
