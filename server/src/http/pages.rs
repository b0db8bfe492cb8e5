//! What every rendered page is given.

use crate::config::Settings;
use app::ui::ShopFront;
use domain::shop::Shop;
use leptos::prelude::{LeptosOptions, provide_context};
use std::sync::Arc;

/// What pages and server functions are drawn with.
#[derive(Clone)]
pub(crate) struct PageContext {
    pub(crate) shop: Shop,
    pub(crate) settings: Arc<Settings>,
    pub(crate) leptos: LeptosOptions,
}

impl PageContext {
    /// Puts what pages and server functions need into Leptos' context.
    pub(crate) fn provide(&self) {
        provide_context(self.shop.clone());
        provide_context(ShopFront {
            name: self.settings.shop_name.clone(),
            currency: self.settings.currency,
        });
    }
}
