//! What the shop shows at one moment.

use super::Section;
use serde::Serialize;

/// The menu and the opening of the shop, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ShopNow {
    /// The menu.
    pub sections: Vec<Section>,
    /// That the shop takes no orders now, in words.
    pub closed: Option<String>,
    /// In how many seconds that may be another by the clock alone.
    pub next_look: u32,
}

impl ShopNow {
    /// What there is to show now.
    ///
    /// # Errors
    /// The store did not answer.
    pub async fn read(
        shop: &domain::shop::Shop,
        language: domain::language::Language,
    ) -> Result<Self, domain::Unavailable> {
        let closed = shop.check_open().err();
        Ok(Self {
            sections: Section::all(&shop.menu().await?, language),
            closed: closed.map(|closed| crate::words::closed(language, &closed)),
            next_look: shop.next_look(),
        })
    }
}
