//! The menu, for programs.

use super::{problem::Problem, visitor::Visitor};
use crate::state::AppState;
use axum::{Extension, Json, extract::State};
use domain::{
    language::Language,
    menu::{Item, ItemId},
    money::{Currency, Money},
};
use serde::Serialize;

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
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
) -> Result<Json<Menu>, Problem> {
    let items = state.shop.store.menu().await?;
    let items = items
        .iter()
        .map(|item| MenuItem::new(item, visitor.language));
    Ok(Json(Menu {
        currency: state.settings.currency,
        items: items.collect(),
    }))
}
