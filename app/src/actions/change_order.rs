//! Moving an order on.

use super::Fault;
use domain::orders::{Order, OrderStatus};
use leptos::prelude::*;

/// Gives the order another status, if it still has `version`.
///
/// # Errors
/// Somebody else was faster, or the status does not allow it.
#[server(prefix = "/admin/actions", endpoint = "change-order")]
pub async fn change_order(
    /// Which order.
    order: i64,
    /// The status that it shall have.
    to: OrderStatus,
    /// The version that the wish rests on.
    version: u32,
) -> Result<Order, Fault> {
    use domain::orders::{OrderId, StatusChange};
    super::server::answer(
        async {
            let (user, shop) = super::server::admin()?;
            let order = OrderId(order);
            Ok(shop
                .change(StatusChange { order, to, version }, &user)
                .await?)
        }
        .await,
    )
}
