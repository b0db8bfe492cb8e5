//! What every rendered page is given.

use crate::state::AppState;
use app::shell::ShopFront;
use leptos::prelude::provide_context;

impl AppState {
    /// Puts what pages and server functions need into Leptos' context.
    pub(crate) fn provide(&self) {
        provide_context(self.shop.clone());
        provide_context(ShopFront {
            name: self.settings.shop_name.clone(),
            currency: self.settings.currency,
        });
    }
}
