//! Saying of a dish that it is sold out today, from where one finds out.

use crate::{errors::Refusal, json::JsonText};
use leptos::prelude::*;

/// Says that a dish is sold out for the rest of the shop's day, or that it is not.
///
/// # Errors
/// The caller may not, or there is no such dish any more.
#[server(prefix = "/admin/actions", endpoint = "sell-out", input = JsonText, output = JsonText)]
pub async fn sell_out(
    /// Which dish.
    #[server(default)]
    item: i64,
    /// Whether it is sold out.
    #[server(default)]
    sold_out: bool,
) -> Result<(), Refusal> {
    use crate::request::{admin, answer};
    use domain::menu::{ItemId, MenuChange};
    let changed = async {
        let (user, shop) = admin()?;
        let change = MenuChange::SellOut(ItemId(item), sold_out);
        shop.change_menu(change, &user).await?;
        Ok(())
    };
    answer(changed.await)
}
