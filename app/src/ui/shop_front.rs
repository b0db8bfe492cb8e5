//! What a shop shows of itself on every page.

use delivery::Cursor;
use domain::{money::Currency, settings::Languages};
use leptos::prelude::use_context;

/// The shop's name, and what its prices are in.
#[derive(Debug, Clone)]
pub struct ShopFront {
    /// The shop's name.
    pub name: String,
    /// What its prices are in.
    pub currency: Currency,
    /// The languages that can be chosen.
    pub languages: Languages,
}

/// The newest event of the log of which a page knows that is being drawn.
#[derive(Debug, Clone, Copy)]
pub struct PageCursor(pub Cursor);

impl PageCursor {
    /// From where the page goes on; `None` where nobody says so.
    pub fn current() -> Option<Cursor> {
        use_context().map(|Self(cursor)| cursor)
    }
}

impl ShopFront {
    /// The shop that is being shown.
    pub fn current() -> Self {
        use_context().unwrap_or(Self {
            name: String::new(),
            currency: Currency::CNY,
            languages: Languages::default(),
        })
    }
}
