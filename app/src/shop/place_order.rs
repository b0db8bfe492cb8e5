//! Placing an order from the shop's page.

use super::{DishChoice, LineKey, line_key::MAX_PLACES};
use crate::{errors::Refusal, json_text::JsonText};
use domain::{
    menu::{ChoiceId, ItemId, OptionGroupId, options::WantedChoice},
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
    /// What is chosen: identities of choices with the prices that the customer was
    /// shown, as [`DishChoice::form_value`] writes them. The keys only tell the fields of
    /// the form apart.
    pub options: BTreeMap<String, String>,
}

/// Places the order that the form holds, and leads to its page.
///
/// A browser sends the same form to the same URL by itself while the WebAssembly is
/// not loaded. The server answers that one with the page drawn again where the order
/// is refused, so that what was typed stays.
///
/// # Errors
/// What is wrong, field by field; nothing was kept then.
#[server(prefix = "", endpoint = "order", output = JsonText)]
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
    /// The first line of each dish, by the dish.
    #[server(default)]
    lines: BTreeMap<String, LineFields>,
    /// Further lines of dishes, wanted in another way, by [`LineKey::further`].
    #[server(default)]
    more: BTreeMap<String, LineFields>,
) -> Result<(), Refusal> {
    use crate::{
        request::{refuse, shop},
        visitor::Visitor,
        words,
    };
    let form = PlaceOrder {
        request_id,
        name,
        phone,
        note,
        lines,
        more,
    };
    let placed = async { place(&shop()?, &form.draft(), &Visitor::current()).await };
    let placed = placed.await;
    let placed = placed.map_err(|error| refuse(&error, words::order_refusal))?;
    let order = placed.into_order();
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
) -> Result<domain::orders::Placed, crate::errors::ActionError> {
    Ok(shop.place(draft, visitor.address).await?)
}

/// A form that was sent without WebAssembly and refused: it comes back with
/// what was typed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RefusedForm {
    /// What was typed.
    pub form: PlaceOrder,
    /// Why it was refused.
    pub refusal: Refusal,
}

/// The form that the page draws again.
#[cfg(feature = "ssr")]
#[derive(Debug, Clone)]
pub struct RefusedOrder {
    /// What was typed.
    pub form: PlaceOrder,
    /// Why it was refused.
    pub error: crate::errors::ActionError,
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
            more: BTreeMap::new(),
        }
    }

    /// What the form's fields come to, still unchecked. Lines of nothing are
    /// the rest of the menu.
    pub fn draft(&self) -> OrderDraft {
        // No item has the number -1: the answer is that there is none.
        let unknown = LineKey {
            item: ItemId(-1),
            place: 0,
        };
        let first = self.lines.iter().map(|(item, line)| {
            let item = item.parse().unwrap_or(unknown.item);
            (LineKey { item, place: 0 }, line)
        });
        let further = self.more.iter();
        let further =
            further.map(|(name, line)| (LineKey::of_further(name).unwrap_or(unknown), line));
        let drafts = first.chain(further);
        let mut lines: Vec<_> = drafts.filter_map(|(key, line)| line.draft(key)).collect();
        lines.sort_by_key(|line| (line.item, line.place));
        OrderDraft {
            request_id: self.request_id.clone(),
            customer: CustomerDraft {
                name: self.name.clone(),
                phone: self.phone.clone(),
            },
            note: self.note.clone(),
            lines,
        }
    }

    /// What was typed in a line; `None` where the form was not sent.
    fn line(&self, key: LineKey) -> Option<&LineFields> {
        match key.place {
            0 => self.lines.get(&key.item.to_string()),
            _ => self.more.get(&key.further()),
        }
    }

    /// What was typed as the quantity of a line.
    pub fn quantity(&self, key: LineKey) -> &str {
        self.line(key).map_or("", |line| line.quantity.trim())
    }

    /// What was typed in the lines of a dish, by their places.
    pub fn lines_of(&self, item: ItemId) -> Vec<Option<LineFields>> {
        let keys = (0..MAX_PLACES).map(|place| LineKey { item, place });
        keys.map(|key| self.line(key).cloned()).collect()
    }
}

impl LineFields {
    /// Whether nothing of it is ordered.
    pub fn is_blank(&self) -> bool {
        matches!(self.quantity.trim(), "" | "0")
    }

    /// Whether it came with a form: then what is not ticked was not wanted.
    pub fn was_sent(&self) -> bool {
        !self.price.is_empty()
    }

    /// Whether a choice was ticked.
    pub fn has_chosen(&self, choice: &DishChoice) -> bool {
        let mut chosen = self.options.values();
        chosen.any(|value| wanted(value).choice == choice.id)
    }

    fn draft(&self, line: LineKey) -> Option<LineDraft> {
        if self.is_blank() {
            return None;
        }
        let quantity = self.quantity.trim();
        Some(LineDraft {
            item: line.item,
            place: line.place,
            // No number at all is as far out of range as -1.
            quantity: quantity.parse().unwrap_or(-1),
            price: self.price.trim().parse().ok().map(Money::from_minor),
            options: self.options.values().map(|value| wanted(value)).collect(),
        })
    }
}

/// A choice, with the price that was shown.
fn wanted(value: &str) -> WantedChoice {
    let (choice, price) = value.split_once(':').unwrap_or((value, ""));
    // No group has the number -1: the answer is that there is no such option.
    let unknown = ChoiceId {
        group: OptionGroupId(-1),
        number: 0,
    };
    WantedChoice {
        choice: choice.parse().unwrap_or(unknown),
        price: price.parse().ok().map(Money::from_minor),
    }
}
