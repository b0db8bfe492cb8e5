//! The menu of a noodle shop, to try the program with.

use domain::{language::Localized, money::Money};
use serde::Deserialize;

/// The demo's menu.
#[derive(Debug, Deserialize)]
pub(crate) struct DemoMenu {
    /// Its categories, in the order in which they are shown.
    pub(crate) categories: Vec<DemoCategory>,
}

/// A heading of the demo's menu.
#[derive(Debug, Deserialize)]
pub(crate) struct DemoCategory {
    /// What it is called.
    pub(crate) name: Localized,
    /// What stands below it.
    pub(crate) items: Vec<DemoItem>,
}

/// A dish of the demo's menu.
#[derive(Debug, Deserialize)]
pub(crate) struct DemoItem {
    pub(crate) name: Localized,
    pub(crate) description: Localized,
    /// In minor units.
    pub(crate) price: Money,
    pub(crate) available: bool,
    /// How many there are; `None` where there is no limit.
    pub(crate) stock: Option<u32>,
}

/// Reads the menu that is part of the program.
pub(crate) fn menu() -> Result<DemoMenu, serde_json::Error> {
    serde_json::from_str(include_str!("menu.json"))
}
