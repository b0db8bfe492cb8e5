//! The menu, for programs.

use super::api_error::ApiError;
use crate::config::Settings;
use app::visitor::Visitor;
use axum::{Extension, Json, extract::State};
use domain::{
    language::Language,
    menu::{Item, ItemId},
    money::{Currency, Money},
    shop::Shop,
};
use serde::Serialize;
use std::sync::Arc;

/// Answer of [`list`].
#[derive(Serialize)]
pub(crate) struct Menu {
    currency: Currency,
    items: Vec<MenuItem>,
}

/// An item in the caller's language.
#[derive(Serialize)]
struct MenuItem {
    id: ItemId,
    category: String,
    name: String,
    description: String,
    price: Money,
    /// Whether one can be ordered now.
    available: bool,
    /// How many are left; `null` where there is no limit.
    stock: Option<u32>,
}

impl MenuItem {
    fn new(item: &Item, language: Language) -> Self {
        Self {
            id: item.id,
            category: item.category.get(language).to_owned(),
            name: item.name.get(language).to_owned(),
            description: item.description.get(language).to_owned(),
            price: item.price,
            available: !item.is_sold_out(),
            stock: item.stock,
        }
    }
}

/// `GET /api/menu`: what can be ordered, in the shop's order.
pub(crate) async fn list(
    State(shop): State<Shop>,
    State(settings): State<Arc<Settings>>,
    Extension(visitor): Extension<Visitor>,
) -> Result<Json<Menu>, ApiError> {
    let items = shop.store.menu().await?;
    let items = items
        .iter()
        .map(|item| MenuItem::new(item, visitor.language));
    Ok(Json(Menu {
        currency: settings.currency,
        items: items.collect(),
    }))
}
