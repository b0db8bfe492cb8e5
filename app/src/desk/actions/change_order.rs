//! Moving an order on.

use crate::{errors::Refusal, json_text::JsonText};
use domain::orders::{Order, OrderStatus};
use leptos::prelude::*;

/// Gives the order another status, if it still has `version`.
///
/// # Errors
/// Somebody else was faster, or the status does not allow it.
#[server(prefix = "/admin/actions", endpoint = "change-order", output = JsonText)]
pub async fn change_order(
    /// Which order.
    order: i64,
    /// The status that it shall have.
    to: OrderStatus,
    /// The version that the caller saw.
    version: u32,
) -> Result<Order, Refusal> {
    use crate::request::{admin, answer};
    use domain::orders::{OrderId, StatusChange};
    let order = OrderId(order);
    let change = StatusChange { order, to, version };
    let changed = async {
        let (user, shop) = admin()?;
        Ok(shop.change(change, &user).await?)
    };
    answer(changed.await)
}
