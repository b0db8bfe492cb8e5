//! The settings of a shop.

use super::{AlertRules, Hours, Languages, Pause};
use crate::{handover::HandoverRules, menu::PhotoId, money::Currency};
use serde::{Deserialize, Serialize};

/// The most pictures of codes that are scanned to pay.
pub const MAX_PAYMENT_PICTURES: usize = 3;

/// The settings of a shop: what is set in the browser, and kept in the database.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShopSettings {
    /// The name at the head of every page.
    pub name: String,
    /// Where the shop is; possibly nothing.
    #[serde(default)]
    pub address: String,
    /// The number to call; possibly nothing.
    #[serde(default)]
    pub phone: String,
    /// The time zone by its name (IANA), such as `Asia/Shanghai`.
    pub time_zone: String,
    /// What prices are in. Fixed with the first order.
    pub currency: Currency,
    /// The languages that customers can choose.
    #[serde(default)]
    pub languages: Languages,
    /// When the shop is open.
    #[serde(default)]
    pub hours: Hours,
    /// How many days names, phones and notes of orders are kept; `None` for ever.
    #[serde(default)]
    pub personal_days: Option<u32>,
    /// That it takes no orders for a while.
    #[serde(default)]
    pub pause: Option<Pause>,
    /// When alerts leave the shop.
    #[serde(default)]
    pub alerts: AlertRules,
    /// How and when orders are handed over.
    #[serde(default)]
    pub handover: HandoverRules,
    /// The shop's own codes that are scanned to pay, in the order in which they were added; at
    /// most [`MAX_PAYMENT_PICTURES`].
    #[serde(default)]
    pub payment_pictures: Vec<PhotoId>,
    /// Grows by one with each change; 0 while nothing was set yet.
    #[serde(skip)]
    pub version: u32,
}

impl ShopSettings {
    /// The settings of a shop of which nothing more is known yet.
    pub fn new(name: &str, time_zone: &str, currency: Currency) -> Self {
        Self {
            name: name.to_owned(),
            address: String::new(),
            phone: String::new(),
            time_zone: time_zone.to_owned(),
            currency,
            languages: Languages::default(),
            hours: Hours::default(),
            personal_days: None,
            pause: None,
            alerts: AlertRules::default(),
            handover: HandoverRules::default(),
            payment_pictures: Vec::new(),
            version: 0,
        }
    }
}

/// What the log tells of a change of the settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingsChanged {
    /// Who changed them; blank where it was nobody who signs in.
    pub by: String,
}

impl SettingsChanged {
    /// As customers' pages are told of it: that there is something new, and nothing else.
    pub fn for_customers() -> Self {
        Self { by: String::new() }
    }
}
