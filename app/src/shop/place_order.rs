//! Placing an order from the shop's page.

use crate::errors::ActionError;
use domain::{
    menu::ItemId,
    money::Money,
    orders::{CustomerDraft, LineDraft, OrderDraft},
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A line of the form: what stands in its fields.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LineFields {
    /// How many; blank or 0 for none.
    pub quantity: String,
    /// The price that the customer was shown, in minor units.
    pub price: String,
}

/// Places the order that the form holds, and leads to its page.
///
/// A browser sends the same form to the same URL by itself while the WebAssembly is
/// not loaded. The server answers that one with the page drawn again where the order
/// is refused, so that what was typed stays.
///
/// # Errors
/// What is wrong, field by field; nothing was kept then.
#[server(prefix = "", endpoint = "order")]
pub async fn place_order(
    /// The key that makes sending twice harmless.
    #[server(default)]
    request_id: String,
    /// The customer's name.
    #[server(default)]
    name: String,
    /// The customer's number.
    #[server(default)]
    phone: String,
    /// What the shop should know.
    #[server(default)]
    note: String,
    /// The lines, by item.
    #[server(default)]
    lines: BTreeMap<String, LineFields>,
) -> Result<(), ActionError> {
    use crate::{
        request::{answer, shop},
        visitor::Visitor,
    };
    let form = PlaceOrder {
        request_id,
        name,
        phone,
        note,
        lines,
    };
    let placed = async { place(&shop()?, &form.draft(), &Visitor::current()).await };
    let order = answer(placed.await)?.into_order();
    leptos_axum::redirect(&crate::order::order_path(&order.token));
    Ok(())
}

/// Places an order, by whichever way it came: this form, the same form without
/// WebAssembly, or the API.
///
/// # Errors
/// Nothing was kept then.
#[cfg(feature = "ssr")]
pub async fn place(
    shop: &domain::shop::Shop,
    draft: &OrderDraft,
    visitor: &crate::visitor::Visitor,
) -> Result<domain::orders::Placed, ActionError> {
    Ok(shop.place(draft, visitor.address).await?)
}

/// A form that was sent without WebAssembly and refused: it comes back with
/// what was typed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RefusedForm {
    /// What was typed.
    pub form: PlaceOrder,
    /// Why it was refused.
    pub error: ActionError,
}

impl PlaceOrder {
    /// A form in which nothing was typed yet.
    pub fn empty(request_id: String) -> Self {
        Self {
            request_id,
            name: String::new(),
            phone: String::new(),
            note: String::new(),
            lines: BTreeMap::new(),
        }
    }

    /// What the form's fields come to, still unchecked. Lines of nothing are
    /// the rest of the menu.
    pub fn draft(&self) -> OrderDraft {
        OrderDraft {
            request_id: self.request_id.clone(),
            customer: CustomerDraft {
                name: self.name.clone(),
                phone: self.phone.clone(),
            },
            note: self.note.clone(),
            lines: self
                .lines
                .iter()
                .filter_map(|(item, line)| line.draft(item))
                .collect(),
        }
    }

    /// What was typed for an item.
    pub fn quantity(&self, item: ItemId) -> &str {
        self.lines
            .get(&item.to_string())
            .map_or("", |line| line.quantity.trim())
    }
}

impl LineFields {
    fn draft(&self, item: &str) -> Option<LineDraft> {
        let quantity = self.quantity.trim();
        if matches!(quantity, "" | "0") {
            return None;
        }
        Some(LineDraft {
            // No item has the number -1: the answer is that there is none.
            item: item.parse().unwrap_or(ItemId(-1)),
            // No number at all is as far out of range as -1.
            quantity: quantity.parse().unwrap_or(-1),
            price: self.price.trim().parse().ok().map(Money::from_minor),
        })
    }
}
