//! Moving an order on.

use crate::{errors::Refusal, json::JsonText};
use domain::orders::{Order, OrderStatus, ReasonKind};
use leptos::prelude::*;

/// Gives the order another status, or takes its last move back, if it still has `version`.
///
/// # Errors
/// Somebody else was faster, or the status does not allow it.
#[server(prefix = "/admin/actions", endpoint = "change-order", input = JsonText, output = JsonText)]
pub async fn change_order(
    /// Which order.
    order: i64,
    /// The status that it shall have; its last move is taken back where there is none.
    to: Option<OrderStatus>,
    /// The version that the caller saw.
    version: u32,
    /// When it will be ready, in minutes from now.
    minutes: Option<u32>,
    /// Why it is rejected or cancelled.
    reason: Option<ReasonKind>,
) -> Result<Order, Refusal> {
    use crate::request::{admin, answer};
    use domain::orders::{Move, OrderChange, OrderId, StatusReason, Step};
    let step = to.map_or(Step::Undo, |to| {
        Step::Move(Move {
            to,
            minutes,
            reason: reason.map(StatusReason::from),
        })
    });
    let order = OrderId(order);
    let change = OrderChange {
        order,
        version,
        step,
    };
    let changed = async {
        let (user, shop) = admin()?;
        Ok(shop.change(change, &user).await?)
    };
    answer(changed.await)
}
