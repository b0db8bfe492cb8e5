//! The ways in which an order gets to whoever ordered it.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

/// A way in which an order gets to whoever ordered it.
#[derive(
    Debug,
    Default,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Way {
    /// It is called out, and picked up.
    #[default]
    PickUp,
    /// It is brought to a table.
    Table,
    /// It is brought to an address.
    Delivery,
}

impl Way {
    /// The name in forms, in the API, and where it is kept.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// How an order gets to whoever ordered it.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handover {
    /// In which way.
    pub way: Way,
    /// The number or the name of the table; blank where it goes to none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub table: String,
    /// The address that it is brought to; blank where it is brought to none, and once it was
    /// removed with what else was personal of the order.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
}

impl Handover {
    /// Whether it is picked up, as most orders are.
    pub fn is_pick_up(&self) -> bool {
        self.way == Way::PickUp
    }

    /// The table or the address; blank where there is none.
    pub fn place(&self) -> &str {
        match self.way {
            Way::PickUp => "",
            Way::Table => &self.table,
            Way::Delivery => &self.address,
        }
    }

    /// The same with so little of the address that only its customer knows it again: its end,
    /// of four characters at most and never half of it.
    #[must_use]
    pub fn with_masked_address(mut self) -> Self {
        let count = self.address.chars().count();
        let shown = 4.min(count.saturating_sub(1) / 2);
        if count > 0 {
            let end: String = self.address.chars().skip(count - shown).collect();
            self.address = format!("••••{end}");
        }
        self
    }

    /// The same for those who need not know where its customer lives.
    #[must_use]
    pub fn without_address(mut self) -> Self {
        self.address.clear();
        self
    }
}
