//! What stands in the fields of the order form.

use super::{DishChoice, LineKey, line_key::MAX_PLACES};
use crate::errors::ActionError;
use domain::{
    Timestamp,
    form_guard::FormGuard,
    handover::HandoverDraft,
    menu::{ChoiceId, ItemId, OptionGroupId, options::WantedChoice},
    money::Money,
    orders::{CustomerDraft, LineDraft, OrderDraft},
};
use serde::Deserialize;
use std::{collections::BTreeMap, time::Duration};

/// How deep the names of the fields go, at most: `lines[7][options][g3]`, and one more.
const DEPTH: usize = 5;

/// A line of the form: what stands in its fields.
#[derive(Debug, Default, Clone, PartialEq, Eq, Deserialize)]
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

/// The form of an order, as a browser sends it: what stands in its fields.
#[derive(Debug, Default, Clone, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct PlaceOrder {
    /// The key that makes sending twice harmless.
    pub request_id: String,
    /// The customer's name.
    pub name: String,
    /// The customer's number.
    pub phone: String,
    /// What the shop should know.
    pub note: String,
    /// The first line of each dish, by the dish.
    pub lines: BTreeMap<String, LineFields>,
    /// Further lines of dishes, wanted in another way, by [`LineKey::further`].
    pub more: BTreeMap<String, LineFields>,
    /// How it is handed over, as `Way` is written; blank for picked up.
    #[serde(rename = "handover.way")]
    pub way: String,
    /// At which table.
    #[serde(rename = "handover.table")]
    pub table: String,
    /// Where it is brought to.
    #[serde(rename = "handover.address")]
    pub address: String,
    /// When it is wanted; blank for as soon as possible.
    pub wanted: String,
    /// What only programs fill in.
    pub website: String,
    /// When the form was drawn, in milliseconds since the Unix epoch.
    pub drawn: String,
    /// Not blank where this device is to remember who orders.
    pub remember: String,
}

/// A form that was refused, which the page draws again.
#[derive(Debug, Clone)]
pub struct RefusedOrder {
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
            ..Self::default()
        }
    }

    /// The form that was sent as that body; `None` where no browser sends such a one.
    pub fn decode(body: &str) -> Option<Self> {
        // Not strict: browsers write brackets by their numbers.
        let config = serde_qs::Config::new(DEPTH, false);
        config.deserialize_str(body).ok()
    }

    /// The form that was sent as those fields; the same.
    pub fn of_fields(fields: &[(String, String)]) -> Option<Self> {
        let mut body = form_urlencoded::Serializer::new(String::new());
        Self::decode(&body.extend_pairs(fields).finish())
    }

    /// How it was filled in, by the clock of now.
    pub fn guard(&self, now: Timestamp) -> FormGuard {
        let drawn = self.drawn.parse().unwrap_or_else(|_| now.millis());
        let millis = now.millis().saturating_sub(drawn);
        FormGuard {
            filled_honeypot: !self.website.is_empty(),
            open_for: Duration::from_millis(u64::try_from(millis).unwrap_or(0)),
        }
    }

    /// Whether this device is to remember who orders.
    pub fn is_remembered(&self) -> bool {
        !self.remember.is_empty()
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
            handover: HandoverDraft {
                way: self.way.clone(),
                table: self.table.clone(),
                address: self.address.clone(),
            },
            wanted: self.wanted.clone(),
        }
    }

    /// What was typed in a line; `None` where the form was not sent.
    fn line(&self, key: LineKey) -> Option<&LineFields> {
        match key.place {
            0 => self.lines.get(&key.item.to_string()),
            _ => self.more.get(&key.further()),
        }
    }

    /// What was typed in the lines of a dish, by their places.
    pub fn lines_of(&self, item: ItemId) -> Vec<Option<LineFields>> {
        let keys = (0..MAX_PLACES).map(|place| LineKey { item, place });
        keys.map(|key| self.line(key).cloned()).collect()
    }

    /// The dishes of all lines of which some are wanted.
    pub fn wanted(&self) -> impl Iterator<Item = ItemId> {
        let first = self.lines.iter();
        let first = first.filter_map(|(item, line)| Some((item.parse().ok()?, line)));
        let further = self.more.iter();
        let further =
            further.filter_map(|(name, line)| Some((LineKey::of_further(name)?.item, line)));
        let lines = first.chain(further);
        lines
            .filter(|(_, line)| !line.is_blank())
            .map(|(item, _)| item)
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

    /// Whether it was ticked at the price that it has.
    pub fn knows_price(&self, choice: &DishChoice) -> bool {
        let value = choice.form_value();
        self.options.values().any(|sent| *sent == value)
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
